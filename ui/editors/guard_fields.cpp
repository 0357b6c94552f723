// SPDX-License-Identifier: GPL-3.0-or-later
// Budget, bulkhead, rate limiter and hedging of a policy.
#include <QCoreApplication>

#include "engine/insight/explain.h"
#include "ui/editors/key_docs.h"
#include "ui/editors/policy_fields.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(GuardFields)
};

/// Makes fields of one optional part T of a policy.
template <class T> class PartFields {
public:
    PartFields(std::size_t policy, QString path, std::optional<T> PolicyConfig::*part)
        : policy_(policy), path_(std::move(path)), part_(part) {}

    static const T *of(const Scenario &s, std::size_t policy, std::optional<T> PolicyConfig::*part) {
        return policy < s.policies.size() && s.policies[policy].*part ? &*(s.policies[policy].*part) : nullptr;
    }
    const T *now(const Scenario &s) const { return of(s, policy_, part_); }

    FieldGroup group(const QString &title, const QString &start, const QString &what, const QString &why) const {
        FieldGroup group{title, {}, {}};
        group.open = false;
        group.toggle = ToggleField{title,
                                   [*this](const Scenario &s) { return now(s) != nullptr; },
                                   {{path_, start}},
                                   {{path_, std::nullopt}},
                                   what,
                                   why};
        return group;
    }
    NumberField number(const QString &key, const QString &label, Unit unit, SliderScale scale, const auto &get,
                       const QString &what, const QString &why, const QString &absent = {}) const {
        NumberField field{path_ + "." + key, label, unit, scale, {}, what, why};
        field.read = [*this, get](const Scenario &s) -> std::optional<double> {
            return now(s) ? std::optional<double>(get(*now(s))) : std::nullopt;
        };
        field.absent = absent;
        return field;
    }
    /// The same for a value that may be left out.
    NumberField maybe(const QString &key, const QString &label, Unit unit, SliderScale scale, const auto &get,
                      const QString &what, const QString &why, const QString &absent) const {
        NumberField field{path_ + "." + key, label, unit, scale, {}, what, why};
        field.read = [*this, get](const Scenario &s) -> std::optional<double> {
            return now(s) ? get(*now(s)) : std::optional<double>();
        };
        field.absent = absent;
        return field;
    }
    Field flag(const QString &key, const QString &label, const auto &get, const QString &what, const QString &why) const {
        return ToggleField{label,
                           [*this, get](const Scenario &s) { return now(s) && get(*now(s)); },
                           {{path_ + "." + key, "true"}},
                           {{path_ + "." + key, "false"}},
                           what,
                           why};
    }
    Field shared() const {
        return flag("shared", Text::tr("shared by all instances"), [](const T &part) { return part.shared; },
                    Text::tr("One for all instances of the caller instead of one for each."),
                    Text::tr("Each instance sees only its own calls: many instances let many times as much through."));
    }
    const QString &path() const { return path_; }
    /// The keys that have no field above.
    QList<Field> rest(const QList<Field> &shown, const QStringList &others = {}) const {
        QStringList without = others;
        for (const Field &field : shown) {
            for (const QString &path : pathsOf(field)) {
                if (path != path_) without << path;
            }
        }
        return keyFields(path_, without);
    }

private:
    std::size_t policy_;
    QString path_;
    std::optional<T> PolicyConfig::*part_;
};

std::optional<double> secondsOf(const std::optional<Duration> &d) {
    return d ? std::optional<double>(seconds(*d)) : std::nullopt;
}

Field budgetPreset(const PartFields<BudgetConfig> &fields) {
    ChoiceField field{Text::tr("preset"), {}, {}, Text::tr("The library whose budget this is."),
                      Text::tr("Libraries bound retries by tokens, by a share of requests or by what is under way."), {}, fields.path() + ".preset"};
    for (const std::string &name : budget_preset_names()) {
        const QString text = QString::fromStdString(name);
        field.options << ChoiceField::Option{text, {{fields.path(), text}}};
    }
    field.read = [fields](const Scenario &s) {
        const BudgetConfig *budget = fields.now(s);
        const auto names = budget_preset_names();
        const auto place = budget ? std::ranges::find(names, budget->preset) : names.end();
        return place == names.end() ? -1 : static_cast<int>(place - names.begin());
    };
    return field;
}

/// A number of one scheme.
template <class Scheme>
Field scheme(const PartFields<BudgetConfig> &fields, const char *key, const QString &label, Unit unit, SliderScale scale,
             double (*get)(const Scheme &), const QString &what, const QString &why) {
    return fields.maybe(
        key, label, unit, scale,
        [get](const BudgetConfig &budget) -> std::optional<double> {
            const auto *one = std::get_if<Scheme>(&budget.scheme);
            return one ? std::optional(get(*one)) : std::nullopt;
        },
        what, why, {});
}

QList<Field> tokenFields(const PartFields<BudgetConfig> &f, const BudgetConfig &now) {
    const QString why = Text::tr("Few tokens stop a retry storm early; many let single failures be retried freely.");
    const QString size = Text::tr("Tokens at the start, and at most."), cost = Text::tr("Tokens that a retry takes.");
    if (std::holds_alternative<TokenBucketBudget>(now.scheme)) {
        using B = TokenBucketBudget;
        return {scheme<B>(f, "token_bucket.capacity", Text::tr("tokens"), Unit::number, {1, 1000, true}, [](const B &b) { return b.capacity; }, size, why),
                scheme<B>(f, "token_bucket.retry_cost", Text::tr("retry takes"), Unit::number, {0, 50, false}, [](const B &b) { return b.retry_cost; }, cost, why),
                scheme<B>(f, "token_bucket.timeout_cost", Text::tr("after timeout"), Unit::number, {0, 50, false}, [](const B &b) { return b.timeout_cost; },
                          Text::tr("Tokens that a retry after a timeout takes."), why),
                scheme<B>(f, "token_bucket.success_refund", Text::tr("success gives"), Unit::number, {0, 10, false}, [](const B &b) { return b.success_refund; },
                          Text::tr("Tokens that a success gives back."), why)};
    }
    if (std::holds_alternative<PerCallBucketBudget>(now.scheme)) {
        using B = PerCallBucketBudget;
        return {scheme<B>(f, "per_call_bucket.capacity", Text::tr("tokens"), Unit::number, {1, 100, true}, [](const B &b) { return b.capacity; }, size, why),
                scheme<B>(f, "per_call_bucket.deposit_per_call", Text::tr("call gives"), Unit::number, {0, 1, false}, [](const B &b) { return b.deposit_per_call; },
                          Text::tr("Tokens that each request gives at its start."), why),
                scheme<B>(f, "per_call_bucket.retry_cost", Text::tr("retry takes"), Unit::number, {0, 10, false}, [](const B &b) { return b.retry_cost; }, cost, why)};
    }
    if (std::holds_alternative<SuccessBucketBudget>(now.scheme)) {
        using B = SuccessBucketBudget;
        return {scheme<B>(f, "success_bucket.capacity", Text::tr("tokens"), Unit::number, {1, 100, true}, [](const B &b) { return b.capacity; }, size, why),
                scheme<B>(f, "success_bucket.deposit_per_success", Text::tr("success gives"), Unit::number, {0, 1, false}, [](const B &b) { return b.deposit_per_success; },
                          Text::tr("Tokens that each success gives."), why),
                scheme<B>(f, "success_bucket.retry_cost", Text::tr("retry takes"), Unit::number, {0, 10, false}, [](const B &b) { return b.retry_cost; }, cost, why)};
    }
    if (std::holds_alternative<ThrottleBudget>(now.scheme)) {
        using B = ThrottleBudget;
        return {scheme<B>(f, "throttle.max_tokens", Text::tr("tokens"), Unit::number, {1, 1000, true}, [](const B &b) { return b.max_tokens; }, size, why),
                scheme<B>(f, "throttle.token_ratio", Text::tr("success gives"), Unit::number, {0, 1, false}, [](const B &b) { return b.token_ratio; },
                          Text::tr("Tokens that a success gives; a failure takes 1."), why)};
    }
    return {};
}

QList<Field> shareFields(const PartFields<BudgetConfig> &f, const BudgetConfig &now) {
    const QString why = Text::tr("The load that retries may add at most while everything fails.");
    if (std::holds_alternative<RatioBudget>(now.scheme)) {
        using B = RatioBudget;
        return {scheme<B>(f, "ratio.percent", Text::tr("retries at most"), Unit::share, {0, 1, false}, [](const B &b) { return b.percent; },
                          Text::tr("Retries, as a share of the requests in the window."), why),
                scheme<B>(f, "ratio.min_per_second", Text::tr("always"), Unit::number, {0, 100, false}, [](const B &b) { return b.min_per_second; },
                          Text::tr("Retries a second that are always allowed."), why),
                scheme<B>(f, "ratio.window", Text::tr("window"), Unit::seconds, {1, 60, true}, [](const B &b) { return seconds(b.window); },
                          Text::tr("How far back requests count."), why)};
    }
    if (std::holds_alternative<ActiveShareBudget>(now.scheme)) {
        using B = ActiveShareBudget;
        return {scheme<B>(f, "active_share.percent", Text::tr("retries at most"), Unit::share, {0, 1, false}, [](const B &b) { return b.percent; },
                          Text::tr("Retries under way, as a share of the tries under way."), why),
                scheme<B>(f, "active_share.min_concurrency", Text::tr("always"), Unit::whole, {0, 50, false}, [](const B &b) { return static_cast<double>(b.min_concurrency); },
                          Text::tr("Retries under way that are always allowed."), why)};
    }
    if (std::holds_alternative<AdaptiveThrottleBudget>(now.scheme)) {
        using B = AdaptiveThrottleBudget;
        return {scheme<B>(f, "adaptive_throttle.k", "k", Unit::number, {1, 10, true}, [](const B &b) { return b.k; },
                          Text::tr("Tries per accepted one before the first is refused."), why),
                scheme<B>(f, "adaptive_throttle.window", Text::tr("window"), Unit::seconds, {1, 300, true}, [](const B &b) { return seconds(b.window); },
                          Text::tr("How far back tries and successes count."), why)};
    }
    using B = FailureRateBudget;
    return {scheme<B>(f, "failure_rate.threshold", Text::tr("failures at most"), Unit::share, {0, 1, false}, [](const B &b) { return b.threshold; },
                      Text::tr("Retries are allowed up to this share of failed attempts."), why)};
}

/// In the order of the variant.
const QStringList &schemeKeys() {
    static const QStringList keys{"token_bucket", "per_call_bucket", "success_bucket", "ratio", "active_share", "throttle", "adaptive_throttle", "failure_rate"};
    return keys;
}

ChoiceField schemeField(const PartFields<BudgetConfig> &fields, const BudgetConfig &) {
    ChoiceField field{Text::tr("scheme"), {}, {}, Text::tr("How retries are bounded."), Text::tr("Another scheme takes the place of the preset."), {}, fields.path() + ".scheme"};
    for (const QString &key : schemeKeys()) field.options << ChoiceField::Option{key, {{fields.path(), "{" + key + ": {}}"}}};
    field.read = [fields](const Scenario &s) { return fields.now(s) ? static_cast<int>(fields.now(s)->scheme.index()) : -1; };
    return field;
}

QStringList otherSchemes(const PartFields<BudgetConfig> &fields, const BudgetConfig &now) {
    QStringList others{fields.path() + ".preset"};
    for (qsizetype i = 0; i < schemeKeys().size(); ++i) {
        if (static_cast<std::size_t>(i) != now.scheme.index()) others << fields.path() + '.' + schemeKeys()[i];
    }
    return others;
}

} // namespace

FieldGroup budgetFields(const Scenario &scenario, std::size_t policy, const QString &base) {
    const PartFields<BudgetConfig> fields(policy, base + ".budget", &PolicyConfig::budget);
    FieldGroup group = fields.group(Text::tr("Retry budget"), "botocore",
                                    Text::tr("A bound on retries over all requests of an instance."),
                                    Text::tr("Without one each request retries as if it were alone, and an outage multiplies the load."));
    const BudgetConfig *now = fields.now(scenario);
    if (!now) return group;
    group.fields << budgetPreset(fields) << tokenFields(fields, *now);
    if (group.fields.size() == 1) group.fields << shareFields(fields, *now);
    group.fields << fields.shared();
    group.more = QList<Field>{schemeField(fields, *now)} + fields.rest(group.fields, otherSchemes(fields, *now));
    return group;
}

FieldGroup bulkheadFields(const Scenario &scenario, std::size_t policy, const QString &base) {
    const PartFields<BulkheadConfig> fields(policy, base + ".bulkhead", &PolicyConfig::bulkhead);
    FieldGroup group = fields.group(Text::tr("Bulkhead"), "{concurrency: 25}", Text::tr("A limit of calls at once."),
                                    Text::tr("Keeps one slow service from taking all callers with it."));
    if (!fields.now(scenario)) return group;
    using B = BulkheadConfig;
    group.fields << fields.number("concurrency", Text::tr("at once"), Unit::whole, {1, 200, true},
                                  [](const B &b) { return b.concurrency; }, Text::tr("Calls under way at once."),
                                  Text::tr("Rate times latency is what is needed; much more protects nobody."))
                 << fields.maybe("queue", Text::tr("may wait"), Unit::whole, {0, 200, false},
                                 [](const B &b) { return b.queue ? std::optional<double>(*b.queue) : std::nullopt; },
                                 Text::tr("How many more may wait; the rest is refused."),
                                 Text::tr("A queue smooths short bursts and adds its wait to every latency."), Text::tr("unlimited"))
                 << fields.maybe("max_wait", Text::tr("waits at most"), Unit::seconds, {0.01, 60, true},
                                 [](const B &b) { return secondsOf(b.max_wait); }, Text::tr("Who has waited so long is refused."),
                                 Text::tr("Nobody should wait for longer than the answer is worth."), Text::tr("no limit"))
                 << fields.shared();
    return group;
}

FieldGroup limiterFields(const Scenario &scenario, std::size_t policy, const QString &base) {
    const PartFields<RateLimiterConfig> fields(policy, base + ".rate_limiter", &PolicyConfig::rate_limiter);
    FieldGroup group = fields.group(Text::tr("Rate limiter"), "{rate: 10/s}", Text::tr("The caller's own limit of calls per second."),
                                    Text::tr("Staying below a server's limit is cheaper than being refused by it."));
    if (!fields.now(scenario)) return group;
    using B = RateLimiterConfig;
    group.fields << fields.number("rate", Text::tr("rate"), Unit::perSecond, {0.1, 1000, true},
                                  [](const B &b) { return b.rate.per_second; }, Text::tr("Calls per second in the long run."),
                                  Text::tr("Below the server's limit, with room for other callers."))
                 << fields.number("burst", Text::tr("burst"), Unit::number, {1, 100, true}, [](const B &b) { return b.burst; },
                                  Text::tr("Calls that may come together after a pause."),
                                  Text::tr("1 spaces calls evenly; more lets bursts through."));
    ChoiceField empty{Text::tr("when empty"),
                      {{Text::tr("wait"), {{fields.path() + ".when_empty", "wait"}}},
                       {Text::tr("refuse"), {{fields.path() + ".when_empty", "refuse"}}}},
                      [fields](const Scenario &s) {
                          return fields.now(s) ? (fields.now(s)->when_empty == WhenEmpty::wait ? 0 : 1) : -1;
                      },
                      Text::tr("What a call over the limit does."),
                      Text::tr("Waiting adds latency; refusing lets the fallback go to work at once."),
                      {}};
    group.fields << empty << fields.shared();
    group.more = fields.rest(group.fields);
    return group;
}

FieldGroup hedgeFields(const Scenario &scenario, std::size_t policy, const QString &base) {
    const PartFields<HedgeConfig> fields(policy, base + ".hedge", &PolicyConfig::hedge);
    FieldGroup group = fields.group(Text::tr("Hedging"), "{after: 100ms}", Text::tr("A second copy of a slow call; the first answer counts."),
                                    Text::tr("Cuts the slowest answers for a few percent more load; harmful when the service is overloaded."));
    const HedgeConfig *now = fields.now(scenario);
    if (!now) return group;
    using B = HedgeConfig;
    if (now->after) {
        group.fields << fields.maybe("after", Text::tr("after"), Unit::seconds, {0.001, 10, true},
                                     [](const B &b) { return secondsOf(b.after); },
                                     Text::tr("How long the first copy may take before another is sent."),
                                     Text::tr("About the 95th percentile costs 5 % more calls."), {});
    } else {
        group.fields << fields.number("after", Text::tr("after quantile"), Unit::share, {0.5, 0.999, false},
                                      [](const B &b) { return b.after_quantile; },
                                      Text::tr("The share of recent answers that came sooner."),
                                      Text::tr("95 % costs 5 % more calls."));
        std::get<NumberField>(group.fields.last()).path = fields.path() + ".after_quantile";
    }
    group.fields << fields.number("copies", Text::tr("copies"), Unit::whole, {1, 5, false}, [](const B &b) { return b.copies; },
                                  Text::tr("Further copies at most."), Text::tr("One brings nearly all of the gain."))
                 << fields.flag("cancel_losers", Text::tr("cancel the losers"), [](const B &b) { return b.cancel_losers; },
                                Text::tr("Tells the service to stop working on the slower copy."),
                                Text::tr("Without it every hedge is paid in full."));
    group.more = fields.rest(group.fields);
    return group;
}

} // namespace halfopen
