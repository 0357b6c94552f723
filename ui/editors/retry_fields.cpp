// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/explain.h"
#include "ui/editors/policy_fields.h"

namespace halfopen {

namespace {

/// Makes the fields of one policy's retry.
class RetryFields {
public:
    RetryFields(std::size_t policy, QString base) : policy_(policy), base_(std::move(base) + ".retry") {}

    auto number(const auto &get) const {
        return [policy = policy_, get](const Scenario &s) -> std::optional<double> {
            const RetryConfig *retry = of(s, policy);
            return retry ? std::optional<double>(get(*retry)) : std::nullopt;
        };
    }
    static const RetryConfig *of(const Scenario &s, std::size_t policy) {
        return policy < s.policies.size() && s.policies[policy].retry ? &*s.policies[policy].retry : nullptr;
    }

    Field attempts() const {
        return NumberField{base_ + ".max_attempts",
                           "attempts",
                           Unit::whole,
                           {1, 10, false},
                           number([](const RetryConfig &r) { return r.max_attempts; }),
                           "All tries of this leg, the first one included.",
                           "Each retry helps against bad luck, and adds load where load is the trouble.",
                           {},
                           {},
                           [](double n) {
                               if (n == 1) return QString("= no retry");
                               return QString(n == 2 ? "= %1 retry" : "= %1 retries").arg(n - 1);
                           }};
    }
    Field family() const {
        ChoiceField field{"schedule",
                          {},
                          {},
                          "How the waits grow from retry to retry.",
                          "Waits that grow leave a struggling service time to recover.",
                          {}};
        for (const char *name : {"none", "constant", "linear", "exponential", "power"})
            field.options << ChoiceField::Option{name, {{base_ + ".backoff.family", name}}};
        field.read = [policy = policy_](const Scenario &s) {
            const RetryConfig *retry = of(s, policy);
            return retry ? static_cast<int>(retry->backoff.family) : -1;
        };
        return field;
    }
    Field base() const {
        return NumberField{base_ + ".backoff.base",
                           "base wait",
                           Unit::seconds,
                           {0.01, 30, true},
                           number([](const RetryConfig &r) { return seconds(r.backoff.base); }),
                           "The wait before the first retry, before jitter.",
                           "Shorter answers sooner; longer spares a service that is down."};
    }
    Field multiplier() const {
        return NumberField{base_ + ".backoff.multiplier",
                           "multiplier",
                           Unit::factor,
                           {1, 5, false},
                           number([](const RetryConfig &r) { return r.backoff.multiplier; }),
                           "Each wait is so many times the one before.",
                           "2 doubles: the load of retries halves with each round."};
    }
    Field cap() const {
        return NumberField{base_ + ".backoff.cap",
                           "cap",
                           Unit::seconds,
                           {0.1, 300, true},
                           [policy = policy_](const Scenario &s) -> std::optional<double> {
                               const RetryConfig *retry = of(s, policy);
                               return retry && retry->backoff.cap ? std::optional(seconds(*retry->backoff.cap))
                                                                  : std::nullopt;
                           },
                           "No wait is longer than this.",
                           "Without a cap the tenth wait of a doubling schedule is 1,000 times the first.",
                           {},
                           "none"};
    }
    Field jitter() const {
        ChoiceField field{"jitter",
                          {},
                          {},
                          "How much of the wait is left to chance.",
                          "Without jitter all that failed together come back together.",
                          {}};
        for (const char *name : {"none", "full", "equal", "decorrelated"})
            field.options << ChoiceField::Option{name, {{base_ + ".jitter", name}}};
        field.options << ChoiceField::Option{"additive", {{base_ + ".jitter", "{additive: 0.5}"}}}
                      << ChoiceField::Option{"symmetric", {{base_ + ".jitter", "{symmetric: 0.2}"}}}
                      << ChoiceField::Option{"polly_v2", {{base_ + ".jitter", "polly_v2"}}}
                      << ChoiceField::Option{"envoy", {{base_ + ".jitter", "envoy"}}};
        field.read = [policy = policy_](const Scenario &s) {
            const RetryConfig *retry = of(s, policy);
            return retry ? static_cast<int>(retry->jitter.kind) : -1;
        };
        return field;
    }
    Field jitterShare(const QString &kind) const {
        return NumberField{base_ + ".jitter." + kind,
                           "jitter share",
                           Unit::number,
                           {0, 1, false},
                           number([](const RetryConfig &r) { return r.jitter.factor; }),
                           "The part of the wait that chance may add.",
                           "0.5 is the tutorial's."};
    }
    ToggleField onOff() const {
        return ToggleField{"Retry",
                           [policy = policy_](const Scenario &s) { return of(s, policy) != nullptr; },
                           {{base_, "{max_attempts: 4, backoff: {base: 1s, cap: 30s}, jitter: full}"}},
                           {{base_, std::nullopt}},
                           "Whether a failed attempt is tried again.",
                           "Off: the first failure goes straight to the next leg."};
    }

private:
    std::size_t policy_;
    QString base_;
};

} // namespace

FieldGroup retryFields(const Scenario &scenario, std::size_t policy, const QString &base) {
    const RetryFields make(policy, base);
    const RetryConfig *retry = RetryFields::of(scenario, policy);
    FieldGroup group{"Retry", {}, {}};
    group.toggle = make.onOff();
    if (!retry) return group;
    group.fields << make.attempts() << make.family();
    const BackoffFamily family = retry->backoff.family;
    if (family != BackoffFamily::none) group.fields << make.base();
    if (family == BackoffFamily::exponential) group.fields << make.multiplier();
    if (family != BackoffFamily::none) group.fields << make.cap() << make.jitter();
    if (retry->jitter.kind == JitterKind::additive) group.fields << make.jitterShare("additive");
    if (retry->jitter.kind == JitterKind::symmetric) group.fields << make.jitterShare("symmetric");
    return group;
}

} // namespace halfopen
