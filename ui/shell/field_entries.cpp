// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/field_entries.h"

#include <QCoreApplication>
#include <QScrollArea>
#include <QTabBar>

#include "ui/editors/field_form.h"
#include "ui/editors/policy_fields.h"
#include "ui/editors/scenario_fields.h"

namespace halfopen {

namespace {

void addGroup(const FieldGroup &group, const QString &owner, std::optional<int> leg,
              const std::function<void(const FieldPlace &)> &go, QList<PaletteEntry> &entries) {
    for (const Field &field : group.fields + group.more) {
        const QString row = rowName(field);
        if (row.isEmpty()) continue;
        PaletteEntry entry;
        entry.title = QString("%1 › %2").arg(owner, labelOf(field));
        entry.detail = leg ? QCoreApplication::translate("halfopen::CommandPalette", "%1, policy").arg(group.title)
                           : QCoreApplication::translate("halfopen::CommandPalette", "scenario");
        entry.also = QString("%1 %2 %3").arg(row, group.title, searchText(field, SearchIn::everything));
        entry.run = [go, place = FieldPlace{leg, group.title, row}] { go(place); };
        entries << entry;
    }
}

} // namespace

QList<PaletteEntry> fieldEntries(const Scenario &scenario, const std::function<void(const FieldPlace &)> &go) {
    QList<PaletteEntry> entries;
    const QList<LegTab> legs = legTabs(scenario);
    for (int leg = 0; leg < legs.size(); ++leg)
        for (const FieldGroup &group : policyFields(scenario, legs[leg]))
            addGroup(group, legs[leg].service, leg, go, entries);
    for (const FieldGroup &group : scenarioFields(scenario))
        addGroup(group, group.title, std::nullopt, go, entries);
    return entries;
}

namespace {

/// How near a field's path is to the one asked for: 0 not at all, 3 the same.
int nearness(const QString &field, const QString &asked) {
    if (field.isEmpty()) return 0;
    if (field == asked) return 3;
    if (field.startsWith(asked + '.') || field.startsWith(asked + '[')) return 2;
    return asked.startsWith(field + '.') ? 1 : 0;
}

/// The nearest of the paths that a field sets.
int nearness(const Field &field, const QString &asked) {
    int best = 0;
    for (const QString &path : pathsOf(field)) best = std::max(best, nearness(path, asked));
    return best;
}

} // namespace

std::optional<FieldPlace> fieldPlaceOf(const Scenario &scenario, const QString &path) {
    std::optional<FieldPlace> best;
    int bestNearness = 0;
    const auto look = [&](const QList<FieldGroup> &groups, std::optional<int> leg, bool all) {
        for (const FieldGroup &group : groups) {
            const bool switchOf = group.toggle && !group.toggle->on.isEmpty() && group.toggle->on.first().path == path;
            if (switchOf && group.fields.isEmpty()) { // what is off has only its switch
                best = FieldPlace{leg, group.title, "toggle/" + group.toggle->label};
                bestNearness = 3;
            }
            for (const Field &field : group.fields + group.more) {
                const QString row = rowName(field);
                const int near = row.isEmpty() ? 0 : all ? 2 : nearness(field, path);
                if (near <= bestNearness) continue;
                bestNearness = near;
                best = FieldPlace{leg, group.title, row};
            }
        }
    };
    const QList<LegTab> legs = legTabs(scenario);
    for (int leg = 0; leg < legs.size(); ++leg) {
        const QString place = QString("operations.%1.chain[%2]")
                                  .arg(QString::fromStdString(scenario.operations[legs[leg].operation].name))
                                  .arg(legs[leg].leg);
        look(policyFields(scenario, legs[leg]), leg, path == place || path.startsWith(place + '.'));
    }
    look(scenarioFields(scenario), std::nullopt, false);
    return best;
}

bool revealField(QWidget &editor, const FieldPlace &place) {
    if (place.leg) {
        if (auto *tabs = editor.findChild<QTabBar *>(); tabs && *place.leg < tabs->count())
            tabs->setCurrentIndex(*place.leg);
    }
    for (auto *form : editor.findChildren<FieldForm *>()) {
        if (form->reveal(place.row)) return true;
    }
    // A switch stands at the title of its group.
    auto *box = editor.findChild<QWidget *>(place.row);
    if (!box) return false;
    for (QWidget *above = box->parentWidget(); above && above != &editor; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above)) area->ensureWidgetVisible(box);
    }
    box->setFocus(Qt::ShortcutFocusReason);
    return box->isVisibleTo(&editor);
}

} // namespace halfopen
