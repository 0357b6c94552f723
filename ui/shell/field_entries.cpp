// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/field_entries.h"

#include <QCoreApplication>
#include <QScrollArea>
#include <QTabBar>
#include <QToolButton>

#include "ui/editors/policy_fields.h"
#include "ui/editors/scenario_fields.h"

namespace halfopen {

namespace {

struct NamedField {
    QString row, label, what;
};

/// What the row of a field is called, by the rules of the editors; without a name it cannot be gone to.
NamedField named(const Field &field) {
    if (const auto *number = std::get_if<NumberField>(&field)) return {number->path, number->label, number->what};
    if (const auto *choice = std::get_if<ChoiceField>(&field))
        return {"choice/" + choice->label, choice->label, choice->what};
    return {};
}

void addGroup(const FieldGroup &group, const QString &owner, std::optional<int> leg,
              const std::function<void(const FieldPlace &)> &go, QList<PaletteEntry> &entries) {
    for (const Field &field : group.fields) {
        const NamedField name = named(field);
        if (name.label.isEmpty()) continue;
        PaletteEntry entry;
        entry.title = QString("%1 › %2").arg(owner, name.label);
        entry.detail = leg ? QCoreApplication::translate("halfopen::CommandPalette", "%1, policy").arg(group.title)
                           : QCoreApplication::translate("halfopen::CommandPalette", "scenario");
        entry.also = QString("%1 %2 %3").arg(name.row, group.title, name.what);
        entry.run = [go, place = FieldPlace{leg, group.title, name.row}] { go(place); };
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

bool revealField(QWidget &editor, const FieldPlace &place) {
    if (place.leg) {
        if (auto *tabs = editor.findChild<QTabBar *>(); tabs && *place.leg < tabs->count())
            tabs->setCurrentIndex(*place.leg);
    }
    auto *row = editor.findChild<QWidget *>(place.row);
    if (!row) return false;
    for (auto *fold : editor.findChildren<QToolButton *>()) {
        if (fold->isCheckable() && fold->text() == place.group && row->isHidden() == false &&
            !row->isVisibleTo(&editor))
            fold->setChecked(true);
    }
    for (QWidget *above = row->parentWidget(); above && above != &editor; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above)) area->ensureWidgetVisible(row);
    }
    row->setFocus(Qt::ShortcutFocusReason);
    return row->isVisibleTo(&editor);
}

} // namespace halfopen
