// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "engine/insight/explain.h"
#include "ui/editors/key_docs.h"
#include "ui/editors/part_actions.h"
#include "ui/editors/policy_fields.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(RetryFields)
};

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
                           Text::tr("attempts"),
                           Unit::whole,
                           {1, 10, false},
                           number([](const RetryConfig &r) { return r.max_attempts; }),
                           Text::tr("All tries of this leg, the first one included."),
                           Text::tr("Each retry helps against bad luck, and adds load where load is the trouble."),
                           {},
                           {},
                           [](double n) {
                               if (n == 1) return Text::tr("= no retry");
                               return n == 2 ? Text::tr("= 1 retry") : Text::tr("= %1 retries").arg(n - 1);
                           }};
    }
    Field family() const {
        ChoiceField field{Text::tr("schedule"),
                          {},
                          {},
                          Text::tr("How the waits grow from retry to retry."),
                          Text::tr("Waits that grow leave a struggling service time to recover."),
                          {}};
        for (const auto &[text, name] : {std::pair(Text::tr("none"), "none"), std::pair(Text::tr("constant"), "constant"),
                                         std::pair(Text::tr("linear"), "linear"), std::pair(Text::tr("exponential"), "exponential"),
                                         std::pair(Text::tr("power"), "power")})
            field.options << ChoiceField::Option{text, {{base_ + ".backoff.family", name}}};
        field.read = [policy = policy_](const Scenario &s) {
            const RetryConfig *retry = of(s, policy);
            return retry ? static_cast<int>(retry->backoff.family) : -1;
        };
        return field;
    }
    Field base() const {
        return NumberField{base_ + ".backoff.base",
                           Text::tr("base wait"),
                           Unit::seconds,
                           {0.01, 30, true},
                           number([](const RetryConfig &r) { return seconds(r.backoff.base); }),
                           Text::tr("The wait before the first retry, before jitter."),
                           Text::tr("Shorter answers sooner; longer spares a service that is down.")};
    }
    Field multiplier() const {
        return NumberField{base_ + ".backoff.multiplier",
                           Text::tr("multiplier"),
                           Unit::factor,
                           {1, 5, false},
                           number([](const RetryConfig &r) { return r.backoff.multiplier; }),
                           Text::tr("Each wait is so many times the one before."),
                           Text::tr("2 doubles: the load of retries halves with each round.")};
    }
    Field cap() const {
        return NumberField{base_ + ".backoff.cap",
                           Text::tr("cap"),
                           Unit::seconds,
                           {0.1, 300, true},
                           [policy = policy_](const Scenario &s) -> std::optional<double> {
                               const RetryConfig *retry = of(s, policy);
                               return retry && retry->backoff.cap ? std::optional(seconds(*retry->backoff.cap))
                                                                  : std::nullopt;
                           },
                           Text::tr("No wait is longer than this."),
                           Text::tr("Without a cap the tenth wait of a doubling schedule is 1,000 times the first."),
                           {},
                           Text::tr("none")};
    }
    Field jitter() const {
        ChoiceField field{Text::tr("jitter"),
                          {},
                          {},
                          Text::tr("How much of the wait is left to chance."),
                          Text::tr("Without jitter all that failed together come back together."),
                          {}};
        for (const auto &[text, name] : {std::pair(Text::tr("none"), "none"), std::pair(Text::tr("full"), "full"),
                                         std::pair(Text::tr("equal"), "equal"), std::pair(Text::tr("decorrelated"), "decorrelated")})
            field.options << ChoiceField::Option{text, {{base_ + ".jitter", name}}};
        field.options << ChoiceField::Option{Text::tr("additive"), {{base_ + ".jitter", "{additive: 0.5}"}}}
                      << ChoiceField::Option{Text::tr("symmetric"), {{base_ + ".jitter", "{symmetric: 0.2}"}}}
                      << ChoiceField::Option{"polly_v2", {{base_ + ".jitter", "polly_v2"}}}
                      << ChoiceField::Option{"envoy", {{base_ + ".jitter", "envoy"}}}
                      << ChoiceField::Option{Text::tr("randomized"), {{base_ + ".jitter", "{randomized: 0.5}"}}}
                      << ChoiceField::Option{Text::tr("spread"), {{base_ + ".jitter", "{spread: 1s}"}}};
        field.read = [policy = policy_](const Scenario &s) {
            const RetryConfig *retry = of(s, policy);
            return retry ? static_cast<int>(retry->jitter.kind) : -1;
        };
        return field;
    }
    Field jitterShare(const QString &kind) const {
        return NumberField{base_ + ".jitter." + kind,
                           Text::tr("jitter share"),
                           Unit::number,
                           {0, 1, false},
                           number([](const RetryConfig &r) { return r.jitter.factor; }),
                           Text::tr("The part of the wait that chance may add."),
                           Text::tr("0.5 is the tutorial's.")};
    }
    Field spread() const {
        return NumberField{base_ + ".jitter.spread", Text::tr("jitter up to"), Unit::seconds, {0.01, 30, true},
                           number([](const RetryConfig &r) { return seconds(r.jitter.amount); }), Text::tr("The longest time that chance may add."), {}};
    }
    /// Waits of single failure kinds, in place of the general ones.
    QList<Field> perKind(const Scenario &scenario, const RetryConfig &retry) const {
        QList<Field> fields;
        ChoiceField more{Text::tr("own waits for"), {}, [](const Scenario &) { return -1; }, Text::tr("A failure kind that gets waits of its own."),
                         Text::tr("A server that is busy wants a longer pause than a line that broke."), {}, base_ + ".per_kind.+"};
        for (const std::string &name : scenario.kinds.names()) {
            const auto kind = *scenario.kinds.find(name);
            const QString path = base_ + ".per_kind." + QString::fromStdString(name);
            const bool there = std::ranges::find(retry.per_kind, kind, &KindSchedule::kind) != retry.per_kind.end();
            if (!there && kind != kind_cancelled) more.options << ChoiceField::Option{QString::fromStdString(name), {{path, "{backoff: {base: 1s}, jitter: full}"}}};
            if (!there) continue;
            fields << ActionField{Text::tr("waits after %1").arg(QString::fromStdString(name)),
                                  {FieldAction{Text::tr("Remove"), Text::tr("The general waits hold again."), Text::tr("remove waits after %1").arg(QString::fromStdString(name)),
                                               removePart(path), {}, {}, "−"}}}
                   << keyFields(path, {path + ".jitter.additive", path + ".jitter.symmetric", path + ".jitter.randomized", path + ".jitter.spread"});
        }
        return fields << more;
    }
    QList<Field> rare(const Scenario &scenario, const RetryConfig &retry, const QStringList &shown) const {
        QStringList without = shown;
        without << base_ + ".jitter" << base_ + ".per_kind";
        return perKind(scenario, retry) + keyFields(base_, without);
    }
    const QString &path() const { return base_; }
    ToggleField onOff() const {
        return ToggleField{Text::tr("Retry"),
                           [policy = policy_](const Scenario &s) { return of(s, policy) != nullptr; },
                           {{base_, "{max_attempts: 4, backoff: {base: 1s, cap: 30s}, jitter: full}"}},
                           {{base_, std::nullopt}},
                           Text::tr("Whether a failed attempt is tried again."),
                           Text::tr("Off: the first failure goes straight to the next leg.")};
    }

private:
    std::size_t policy_;
    QString base_;
};

} // namespace

FieldGroup retryFields(const Scenario &scenario, std::size_t policy, const QString &base) {
    const RetryFields make(policy, base);
    const RetryConfig *retry = RetryFields::of(scenario, policy);
    FieldGroup group{Text::tr("Retry"), {}, {}};
    group.toggle = make.onOff();
    if (!retry) return group;
    group.fields << make.attempts() << make.family();
    const BackoffFamily family = retry->backoff.family;
    if (family != BackoffFamily::none) group.fields << make.base();
    if (family == BackoffFamily::exponential) group.fields << make.multiplier();
    if (family != BackoffFamily::none) group.fields << make.cap() << make.jitter();
    if (retry->jitter.kind == JitterKind::additive) group.fields << make.jitterShare("additive");
    if (retry->jitter.kind == JitterKind::symmetric) group.fields << make.jitterShare("symmetric");
    if (retry->jitter.kind == JitterKind::randomized) group.fields << make.jitterShare("randomized");
    if (retry->jitter.kind == JitterKind::spread) group.fields << make.spread();
    QStringList shown;
    for (const Field &field : group.fields) shown << pathsOf(field);
    group.more = make.rare(scenario, *retry, shown);
    return group;
}

} // namespace halfopen
