// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/later_changes.h"

#include <algorithm>

#include <QCoreApplication>

#include "engine/insight/explain.h"
#include "ui/editors/policy_fields.h"
#include "ui/editors/scenario_fields.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(LaterChanges)
};

constexpr qsizetype kValueMost = 60;

QString writtenValue(const Edit &edit) { return QString::fromStdString(edit.value).simplified().left(kValueMost); }

QString shownIn(const Field &field, const Edit &edit) {
    if (const auto *number = std::get_if<NumberField>(&field)) {
        const auto value = number->read(*edit.after);
        return value ? shownText(number->unit, *value) : number->absent;
    }
    if (const auto *choice = std::get_if<ChoiceField>(&field)) {
        const int option = choice->read(*edit.after);
        return option >= 0 && option < choice->options.size() ? choice->options[option].text : writtenValue(edit);
    }
    if (const auto *toggle = std::get_if<ToggleField>(&field))
        return toggle->read(*edit.after) ? Text::tr("on") : Text::tr("off");
    return writtenValue(edit);
}

/// The name of the field among these that edits the path, with its owner.
std::optional<SpokenEdit> spokenIn(const QList<FieldGroup> &groups, const QString &owner, const Edit &edit) {
    for (const FieldGroup &group : groups) {
        for (const Field &field : group.fields + group.more) {
            const auto value = valueSetBy(edit, field);
            const QString label = labelOf(field);
            if (!value || label.isEmpty()) continue;
            const QString whose = owner.isEmpty() ? group.title : owner;
            return SpokenEdit{whose.isEmpty() ? label : Text::tr("%1 of %2").arg(label, whose), *value};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> valueSetBy(const Edit &edit, const Field &field) {
    const QString path = QString::fromStdString(edit.path);
    return pathsOf(field).contains(path) ? std::optional(shownIn(field, edit)) : std::nullopt;
}

SpokenEdit spokenEdit(const Edit &edit) {
    const Scenario &after = *edit.after;
    for (const LegTab &leg : legTabs(after)) {
        const QString owner = leg.service.isEmpty() && leg.policy
                                  ? QString::fromStdString(after.policies[*leg.policy].name)
                                  : leg.service;
        if (const auto spoken = spokenIn(policyFields(after, leg), owner, edit)) return *spoken;
    }
    if (const auto spoken = spokenIn(scenarioFields(after), {}, edit)) return *spoken;
    return {QString::fromStdString(edit.path), writtenValue(edit)};
}

QString laterChanges(const Scenario &scenario, const Field &field, std::optional<Duration> shownAt) {
    QStringList lines;
    for (const Edit &edit : scenario.edits) { // in order of time
        if (shownAt && edit.at <= *shownAt) continue;
        if (const auto value = valueSetBy(edit, field))
            lines << Text::tr("From %1 on: %2").arg(QString::fromStdString(format_duration(edit.at)), *value);
    }
    return lines.join('\n');
}

} // namespace halfopen
