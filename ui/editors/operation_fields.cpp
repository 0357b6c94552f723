// SPDX-License-Identifier: GPL-3.0-or-later
// What requests do: the legs of a chain and what happens at its end.
#include <QCoreApplication>

#include "ui/editors/key_docs.h"
#include "ui/editors/part_actions.h"
#include "ui/editors/scenario_fields.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(OperationFields)
};

QString said(const std::string &text) { return QString::fromStdString(text); }

const Leg *legOf(const Scenario &s, std::size_t o, std::size_t l) {
    return o < s.operations.size() && l < s.operations[o].chain.size() ? &s.operations[o].chain[l] : nullptr;
}

FieldGroup legFields(const Scenario &scenario, std::size_t o, std::size_t l) {
    const Operation &operation = scenario.operations[o];
    const Leg &leg = operation.chain[l];
    const QString path = QString("operations.%1.chain[%2]").arg(said(operation.name)).arg(l);
    FieldGroup group{QString("%1. %2").arg(l + 1).arg(said(leg.service)), leg.policy.empty() ? Text::tr("no policy") : said(leg.policy), {}, false, true, {}, path};
    ChoiceField service{Text::tr("service"), {}, {}, Text::tr("The service that this leg calls."), Text::tr("Later legs are asked only when earlier ones have failed."), {}, path + ".service"};
    for (const ServiceConfig &one : scenario.services) service.options << ChoiceField::Option{said(one.name), {{path + ".service", said(one.name)}}};
    service.read = [o, l](const Scenario &s) {
        const Leg *now = legOf(s, o, l);
        const auto place = now ? std::ranges::find(s.services, now->service, &ServiceConfig::name) : s.services.end();
        return place == s.services.end() ? -1 : static_cast<int>(place - s.services.begin());
    };
    group.fields << service << policyChoice(scenario, path, [o, l](const Scenario &s) { return legOf(s, o, l) ? legOf(s, o, l)->policy : std::string(); }, leg.skip_when_open);
    const auto policy = std::ranges::find(scenario.policies, leg.policy, &PolicyConfig::name);
    if (policy != scenario.policies.end() && policy->breaker) // else nothing there could be open
        group.fields << ToggleField{Text::tr("skip %1 while open").arg(said(leg.service)),
                                    [o, l](const Scenario &s) { return legOf(s, o, l) && legOf(s, o, l)->skip_when_open; },
                                    {{path + ".skip_when_open", "true"}},
                                    {{path + ".skip_when_open", "false"}},
                                    Text::tr("The leg is passed over while its breaker is open, without a refusal."),
                                    Text::tr("Saves the waits of a retry loop around a breaker that refuses.")};
    group.actions = legActions(scenario, o, l);
    return group;
}

QList<Field> endFields(const Scenario &scenario, std::size_t o) {
    const Operation &operation = scenario.operations[o];
    const QString path = "operations." + said(operation.name);
    ChoiceField exhausted{Text::tr("when all fail"), {}, {}, Text::tr("What a request does when its whole chain has failed."),
                          Text::tr("Going on with nothing hides the failure from whoever waits for the answer."), {}, path + ".exhausted"};
    for (const auto &[text, word] : {std::pair(Text::tr("fail"), "raise"), std::pair(Text::tr("go on with nothing"), "continue"),
                                     std::pair(Text::tr("partial answer"), "partial")})
        exhausted.options << ChoiceField::Option{text, {{path + ".exhausted", word}}};
    exhausted.read = [o](const Scenario &s) { return o < s.operations.size() ? static_cast<int>(s.operations[o].exhausted) : -1; };
    QList<Field> fields{nameField(Named::operation, operation.name), exhausted};
    if (std::ranges::find(scenario.workloads, operation.name, &Workload::operation) == scenario.workloads.end())
        fields << KeyField{path + ".deadline", Text::tr("deadline")};
    return fields;
}

} // namespace

ChoiceField policyChoice(const Scenario &scenario, const QString &path, const std::function<std::string(const Scenario &)> &nameOf, bool skips) {
    ChoiceField field{Text::tr("policy"), {}, {}, Text::tr("What stands between: retries, timeout, breaker."), Text::tr("Legs under one policy share its settings, each with a state of its own."), {}, path + ".policy"};
    // A leg that is skipped while its breaker is open must have one.
    const auto changes = [&](const std::optional<QString> &policy, bool breaker) {
        QList<ScenarioDocument::Change> all{{path + ".policy", policy}};
        if (skips && !breaker) all.append({path + ".skip_when_open", std::nullopt});
        return all;
    };
    const bool none = nameOf(scenario).empty();
    field.options << ChoiceField::Option{Text::tr("none: one plain call"), none ? QList<ScenarioDocument::Change>() : changes(std::nullopt, false)};
    for (const PolicyConfig &one : scenario.policies) field.options << ChoiceField::Option{said(one.name), changes(said(one.name), one.breaker.has_value())};
    field.read = [nameOf](const Scenario &s) {
        const auto place = std::ranges::find(s.policies, nameOf(s), &PolicyConfig::name);
        return place == s.policies.end() ? 0 : static_cast<int>(place - s.policies.begin()) + 1;
    };
    return field;
}

QList<FieldGroup> operationFields(const Scenario &scenario) {
    QList<FieldGroup> groups;
    for (std::size_t o = 0; o < scenario.operations.size(); ++o) {
        const Operation &operation = scenario.operations[o];
        const auto legs = static_cast<int>(operation.chain.size());
        const QString path = "operations." + said(operation.name);
        FieldGroup group{scenario.operations.size() == 1 ? Text::tr("Chain") : Text::tr("Chain of %1").arg(said(operation.name)),
                         legs == 1 ? Text::tr("1 leg") : Text::tr("%1 legs").arg(legs), endFields(scenario, o), false};
        group.more << KeyField{path + ".fallback_kinds", Text::tr("falls back on")};
        group.key = path;
        group.add = addLeg(scenario, o);
        group.actions = operationActions(scenario, o);
        groups << group;
        for (std::size_t l = 0; l < operation.chain.size(); ++l) groups << legFields(scenario, o, l);
    }
    return groups;
}

} // namespace halfopen
