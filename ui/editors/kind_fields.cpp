// SPDX-License-Identifier: GPL-3.0-or-later
// The error matrix: what each failure kind means to the policies.
#include <QCoreApplication>

#include "ui/editors/part_actions.h"
#include "ui/editors/scenario_fields.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(KindFields)
};

/// "transient · retried · falls back · a failure".
QString summaryOf(const KindRule &rule) {
    QStringList parts{QString::fromUtf8(name_of(rule.failure_class).data())};
    if (rule.retry) parts << Text::tr("retried");
    if (rule.fallback) parts << Text::tr("falls back");
    parts << (rule.breaker == BreakerCount::failure   ? Text::tr("a failure")
              : rule.breaker == BreakerCount::success ? Text::tr("a success")
                                                      : Text::tr("not counted"));
    return parts.join(" · ");
}

Field toggle(Outcome kind, const QString &path, const QString &label, bool KindRule::*member, const QString &what,
             const QString &why) {
    return ToggleField{label,
                       [kind, member](const Scenario &s) { return kind < s.kinds.size() && s.kinds[kind].*member; },
                       {{path, "true"}},
                       {{path, "false"}},
                       what,
                       why};
}

FieldGroup kindFields(const KindRule &rule, Outcome kind) {
    const QString name = QString::fromStdString(rule.name);
    const QString path = "kinds." + name;
    FieldGroup group{name, summaryOf(rule), {}, false, true, {}, path};
    if (!rule.built_in) group.fields << nameField(Named::kind, rule.name);
    if (!rule.built_in) group.actions = kindActions(rule.name);
    group.fields << toggle(kind, path + ".retry", Text::tr("%1 is retried").arg(name), &KindRule::retry,
                           Text::tr("Whether retry loops try again after it."),
                           Text::tr("A failure that never passes by itself is only paid for again."))
                 << toggle(kind, path + ".fallback", Text::tr("%1 falls back").arg(name), &KindRule::fallback,
                           Text::tr("Whether the next leg of the chain is asked."),
                           Text::tr("Another service may do what this one cannot, unless the input itself is bad."));
    ChoiceField counts{Text::tr("counts as"), {}, {}, Text::tr("What it counts as for a circuit breaker."),
                       Text::tr("The caller's own mistakes say nothing of the health of a service."), {}, path + ".breaker"};
    for (const auto &[text, word] : {std::pair(Text::tr("a failure"), "failure"), std::pair(Text::tr("a success"), "success"),
                                     std::pair(Text::tr("nothing"), "ignore")})
        counts.options << ChoiceField::Option{text, {{path + ".breaker", word}}};
    counts.read = [kind](const Scenario &s) { return kind < s.kinds.size() ? static_cast<int>(s.kinds[kind].breaker) : -1; };
    group.fields << counts;
    group.more << KeyField{path + ".class", Text::tr("class"), {}, {}, QString::fromUtf8(name_of(rule.failure_class).data()), {}, {}}
               << KeyField{path + ".shows", Text::tr("shows"), {}, {}, QString::fromUtf8(name_of(rule.shows).data()), {}, {}};
    return group;
}

} // namespace

QList<FieldGroup> errorMatrixFields(const Scenario &scenario) {
    FieldGroup heading{Text::tr("Error matrix"), Text::tr("what failures mean"), {}};
    heading.add = addKind(scenario);
    QList<FieldGroup> groups{heading};
    for (int kind = 1; kind < scenario.kinds.size(); ++kind) {
        const KindRule &rule = scenario.kinds[static_cast<Outcome>(kind)];
        // What others cancelled is no failure that a policy decides about.
        if (!rule.name.empty() && kind != kind_cancelled) groups << kindFields(rule, static_cast<Outcome>(kind));
    }
    return groups;
}

} // namespace halfopen
