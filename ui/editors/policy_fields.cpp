// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/policy_fields.h"

#include <algorithm>

#include <QCoreApplication>

#include "engine/insight/explain.h"

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
    if (!tab.policy) {
        groups << FieldGroup{{},
                             {},
                             {NoteField{Text::tr("%1 has no policy: one plain call, without retry, timeout or breaker.").arg(tab.service)}}};
        groups << healingFields(scenario, tab.operation);
        return groups;
    }
    const PolicyConfig &policy = scenario.policies[*tab.policy];
    const QString base = "policies." + QString::fromStdString(policy.name);
    if (!tab.sharedWith.isEmpty())
        groups << FieldGroup{{},
                             {},
                             {NoteField{Text::tr("Policy %1, shared with %2.")
                                            .arg(QString::fromStdString(policy.name), tab.sharedWith.join(", "))}}};
    if (policy.error_recovery) {
        groups << recoveryFields(scenario, *tab.policy, base);
    } else {
        groups << retryFields(scenario, *tab.policy, base) << timeoutFields(scenario, *tab.policy, base)
               << breakerFields(scenario, *tab.policy, base) << budgetFields(scenario, *tab.policy, base)
               << bulkheadFields(scenario, *tab.policy, base) << limiterFields(scenario, *tab.policy, base)
               << hedgeFields(scenario, *tab.policy, base);
    }
    groups << healingFields(scenario, tab.operation);
    groups.removeIf([](const FieldGroup &group) { return group.fields.isEmpty() && !group.toggle; });
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
    return group;
}

FieldGroup recoveryFields(const Scenario &, std::size_t policy, const QString &base) {
    const auto recovery = [policy](const Scenario &s) -> const ErrorRecovery * {
        const PolicyConfig *p = at(s.policies, policy);
        return p && p->error_recovery ? &*p->error_recovery : nullptr;
    };
    const QString path = base + ".error_recovery";
    FieldGroup group{"ErrorRecoveryPolicy", {}, {}};
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
                                [](double n) { return (n == 0 ? Text::tr("= 1 try") : Text::tr("= %1 tries").arg(n + 1)); }};
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
    return group;
}

FieldGroup healingFields(const Scenario &scenario, std::size_t operation) {
    const auto healing = [operation](const Scenario &s) -> const HealingConfig * {
        const Operation *o = at(s.operations, operation);
        return o && o->healing ? &*o->healing : nullptr;
    };
    FieldGroup group{Text::tr("Healing"), {}, {}};
    const HealingConfig *now = healing(scenario);
    if (!now) return group; // what heals what is the file's to say
    const QString path = "operations." + QString::fromStdString(scenario.operations[operation].name) + ".healing";
    for (const Remedy &remedy : now->remedies) {
        const QString kind = QString::fromStdString(scenario.kinds[remedy.issue].name);
        QStringList others, all;
        for (const Outcome o : now->kinds) {
            const QString name = QString::fromStdString(scenario.kinds[o].name);
            all << name;
            if (o != remedy.issue) others << name;
        }
        if (!all.contains(kind)) all << kind;
        group.fields << ToggleField{Text::tr("heal %1: %2").arg(kind, QString::fromStdString(remedy.name)),
                                    [healing, issue = remedy.issue](const Scenario &s) {
                                        return healing(s) &&
                                               std::ranges::find(healing(s)->kinds, issue) != healing(s)->kinds.end();
                                    },
                                    {{path + ".kinds", "[" + all.join(", ") + "]"}},
                                    {{path + ".kinds", "[" + others.join(", ") + "]"}},
                                    Text::tr("Whether a leg that failed with this kind is diagnosed, treated and asked again."),
                                    Text::tr("Retrying never helps against a bad input; a remedy removes its cause.")};
    }
    group.fields << NumberField{path + ".diagnosis.accuracy",
                                Text::tr("right diagnosis"),
                                Unit::share,
                                {0, 1, false},
                                [healing](const Scenario &s) -> std::optional<double> {
                                    return healing(s) ? std::optional(healing(s)->diagnosis.accuracy.value)
                                                      : std::nullopt;
                                },
                                Text::tr("How often the diagnosis names the true cause."),
                                Text::tr("A wrong diagnosis costs a remedy and a try that cannot help.")};
    return group;
}

} // namespace halfopen
