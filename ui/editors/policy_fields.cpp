// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/policy_fields.h"

#include <algorithm>

#include <QCoreApplication>

#include "engine/insight/explain.h"
#include "ui/editors/key_docs.h"
#include "ui/editors/part_actions.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(PolicyFields)
};

template <class T>
const T *at(const std::vector<T> &list, std::size_t index) {
    return index < list.size() ? &list[index] : nullptr;
}

std::optional<std::size_t> policyNamed(const Scenario &scenario, const std::string &name) {
    const auto found = std::ranges::find(scenario.policies, name, &PolicyConfig::name);
    if (name.empty() || found == scenario.policies.end()) return std::nullopt;
    return static_cast<std::size_t>(found - scenario.policies.begin());
}

/// Policies of the calls between services, and those that nobody uses yet.
void addPoliciesWithoutLeg(const Scenario &scenario, QList<LegTab> &tabs) {
    const auto add = [&](const QString &service, std::optional<std::size_t> policy) {
        const bool known = std::ranges::any_of(tabs, [&](const LegTab &tab) { return tab.policy == policy; });
        if (policy && !known) tabs << LegTab{0, 0, service, policy, {}, false};
    };
    for (const ServiceConfig &service : scenario.services) {
        for (const DownstreamCall &call : service.calls) add(QString::fromStdString(call.service), policyNamed(scenario, call.policy));
    }
    for (const PolicyConfig &policy : scenario.policies) add({}, policyNamed(scenario, policy.name));
}

/// Name and place of the policy, and what can be done with it as a whole.
FieldGroup headFields(const Scenario &scenario, const LegTab &tab) {
    const Operation *operation = tab.ofLeg ? &scenario.operations[tab.operation] : nullptr;
    const QString leg = operation ? QString("operations.%1.chain[%2]").arg(QString::fromStdString(operation->name)).arg(tab.leg) : QString();
    FieldGroup group{Text::tr("Policy"), {}, {}, false};
    group.key = "policy";
    group.actions = policyActions(scenario, leg, tab.policy);
    if (tab.policy) {
        const PolicyConfig &policy = scenario.policies[*tab.policy];
        group.summary = QString::fromStdString(policy.name);
        group.fields << nameField(Named::policy, policy.name);
        if (!tab.sharedWith.isEmpty()) group.fields << NoteField{Text::tr("Shared with %1.").arg(tab.sharedWith.join(", "))};
        if (!policy.error_recovery) group.more << KeyField{"policies." + QString::fromStdString(policy.name) + ".order", Text::tr("order")};
    } else {
        group.summary = Text::tr("none");
        group.open = true;
        group.fields << NoteField{Text::tr("%1 has no policy: one plain call, without retry, timeout or breaker.").arg(tab.service)};
    }
    return group;
}

} // namespace

QList<LegTab> legTabs(const Scenario &scenario) {
    QList<LegTab> tabs;
    for (std::size_t o = 0; o < scenario.operations.size(); ++o) {
        const Operation &operation = scenario.operations[o];
        for (std::size_t l = 0; l < operation.chain.size(); ++l) {
            LegTab tab{o,
                       l,
                       QString::fromStdString(operation.chain[l].service),
                       policyNamed(scenario, operation.chain[l].policy),
                       {}};
            const bool known = std::ranges::any_of(tabs, [&tab](const LegTab &other) {
                return other.service == tab.service && other.policy == tab.policy;
            });
            if (!known) tabs << tab;
        }
    }
    addPoliciesWithoutLeg(scenario, tabs);
    for (LegTab &tab : tabs) {
        for (const LegTab &other : tabs) {
            if (tab.policy && other.policy == tab.policy && other.service != tab.service)
                tab.sharedWith << other.service;
        }
    }
    return tabs;
}

QList<FieldGroup> policyFields(const Scenario &scenario, const LegTab &tab) {
    QList<FieldGroup> groups;
    if (tab.policy) {
        const std::size_t policy = *tab.policy;
        const PolicyConfig &now = scenario.policies[policy];
        const QString base = "policies." + QString::fromStdString(now.name);
        if (now.error_recovery)
            groups << recoveryFields(scenario, policy, base);
        else
            groups << retryFields(scenario, policy, base);
        groups << timeoutFields(scenario, policy, base) << breakerFields(scenario, policy, base) << budgetFields(scenario, policy, base)
               << bulkheadFields(scenario, policy, base) << limiterFields(scenario, policy, base) << hedgeFields(scenario, policy, base);
        if (!now.error_recovery) groups << recoveryFields(scenario, policy, base);
    }
    if (tab.ofLeg) groups << healingFields(scenario, tab.operation);
    groups.prepend(headFields(scenario, tab));
    return groups;
}

FieldGroup timeoutFields(const Scenario &scenario, std::size_t policy, const QString &base) {
    const auto timeout = [policy](const Scenario &s) -> const TimeoutConfig * {
        const PolicyConfig *p = at(s.policies, policy);
        return p && p->timeout ? &*p->timeout : nullptr;
    };
    FieldGroup group{Text::tr("Timeout"), {}, {}};
    group.toggle = ToggleField{Text::tr("Timeout"),
                               [timeout](const Scenario &s) { return timeout(s) != nullptr; },
                               {{base + ".timeout", "{after: 10s}"}},
                               {{base + ".timeout", std::nullopt}},
                               Text::tr("Whether an attempt is given up after some time."),
                               Text::tr("Without a timeout one answer that never comes holds its request for ever.")};
    if (!timeout(scenario)) return group;
    group.fields << NumberField{
        base + ".timeout.after",
        Text::tr("timeout"),
        Unit::seconds,
        {0.1, 120, true},
        [timeout](const Scenario &s) -> std::optional<double> {
            return timeout(s) ? std::optional(seconds(timeout(s)->after)) : std::nullopt;
        },
        Text::tr("How long the first attempt may take."),
        Text::tr("Too short turns slow answers into failures; too long makes callers wait for what will not come.")};
    group.fields << NumberField{
        base + ".timeout.growth",
        Text::tr("growth"),
        Unit::factor,
        {1, 4, false},
        [timeout](const Scenario &s) -> std::optional<double> {
            return timeout(s) ? std::optional(timeout(s)->growth) : std::nullopt;
        },
        Text::tr("Each further attempt may take so many times longer."),
        Text::tr("30 s, 60 s, 120 s: patience that grows catches slow answers, and keeps the caller waiting."),
        [](const Scenario &) { return std::optional(1.0); },
        {},
        {}};
    group.more << KeyField{base + ".timeout.cap", Text::tr("cap")};
    return group;
}

FieldGroup recoveryFields(const Scenario &scenario, std::size_t policy, const QString &base) {
    const auto recovery = [policy](const Scenario &s) -> const ErrorRecovery * {
        const PolicyConfig *p = at(s.policies, policy);
        return p && p->error_recovery ? &*p->error_recovery : nullptr;
    };
    const QString path = base + ".error_recovery";
    FieldGroup group{Text::tr("ErrorRecoveryPolicy"), {}, {}, recovery(scenario) != nullptr};
    QList<ScenarioDocument::Change> on{{path, "{strategy: retry, max_retries: 3, retry_backoff: 2}"}}, off{{path, std::nullopt}};
    if (at(scenario.policies, policy)->retry) on << ScenarioDocument::Change{base + ".retry", std::nullopt};
    group.toggle = ToggleField{group.title, [recovery](const Scenario &s) { return recovery(s) != nullptr; }, on, off,
                               Text::tr("The tutorial's policy object, as it is written, in place of the retry."),
                               Text::tr("It shows what the published class does, beside what its text says.")};
    if (!recovery(scenario)) return group;
    group.fields << NumberField{path + ".max_retries",
                                "max_retries",
                                Unit::whole,
                                {0, 10, false},
                                [recovery](const Scenario &s) -> std::optional<double> {
                                    return recovery(s) ? std::optional<double>(recovery(s)->max_retries) : std::nullopt;
                                },
                                Text::tr("Tries after the first one."),
                                Text::tr("Each retry helps against luck and adds load against overload."),
                                {},
                                {},
                                [](double n) { return n == 0 ? Text::tr("= 1 try") : Text::tr("= %1 tries").arg(n + 1); }};
    group.fields << NumberField{
        path + ".retry_backoff",
        "retry_backoff",
        Unit::number,
        {1, 5, false},
        [recovery](const Scenario &s) -> std::optional<double> {
            return recovery(s) ? std::optional(recovery(s)->retry_backoff) : std::nullopt;
        },
        Text::tr("The base b of the waits b^1, b^2, … seconds (as documented) or b^0, b^1, … (as implemented)."),
        Text::tr("The waits grow without a cap.")};
    group.fields << ChoiceField{
        Text::tr("reading"),
        {{Text::tr("as documented"), {{path + ".reading", "as_documented"}}},
         {Text::tr("as implemented"), {{path + ".reading", "as_implemented"}}}},
        [recovery](const Scenario &s) { return recovery(s) ? static_cast<int>(recovery(s)->reading) : -1; },
        Text::tr("Whether the object does what its text says or what its code does."),
        Text::tr("The code retries every failure, permanent ones included, and ignores timeout_override."),
        {}};
    group.fields << keyFields(path, {path + ".max_retries", path + ".retry_backoff", path + ".reading"});
    return group;
}

} // namespace halfopen
