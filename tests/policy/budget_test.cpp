// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/budget.h"

#include <cmath>
#include <numeric>

#include <QtTest>
#include <rapidcheck.h>

#include "engine/policy/retry.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

SimTime at(Duration d) { return kTimeZero + d; }

BudgetConfig config_of(decltype(BudgetConfig::scheme) scheme) {
    BudgetConfig config;
    config.scheme = std::move(scheme);
    return config;
}

/// One request that fails with these results and then stops: what its budget said to each retry.
std::vector<bool> retries_of(Budget &budget, const BudgetConfig &config, SimTime now, std::vector<TryResult> results) {
    BudgetLoop loop;
    std::vector<bool> allowed;
    budget.begin(config, now, loop);
    for (const TryResult result : results) {
        budget.admit(config, now, loop, 0.5);
        budget.ended(config, now, loop, result);
        if (result == TryResult::success) break;
        allowed.push_back(budget.retry(config, now, loop, result));
        if (!allowed.back()) break;
    }
    budget.finish(config, now, loop);
    return allowed;
}

constexpr TryResult ok = TryResult::success, failed = TryResult::transient;

// ---- naive references: the whole history is kept, and each question is answered from it anew

struct Reference {
    const BudgetConfig &config;
    struct Event {
        enum Kind { request, first_or_later_try, ended_try, retry_taken } kind;
        SimTime when;
        TryResult result = ok;
        std::int64_t cost = 0; ///< thousandths
    };
    std::vector<Event> history;

    static std::int64_t milli(double tokens) { return std::llround(tokens * 1000.0); }

    std::int64_t count(SimTime now, Duration window, auto predicate) const {
        return std::count_if(history.begin(), history.end(), [&](const Event &e) {
            return e.when > now - window && e.when <= now && predicate(e);
        });
    }

    /// Tokens of the four buckets, in thousandths, from their first to their last movement.
    std::int64_t tokens() const {
        std::int64_t level = 0, cap = 0;
        const auto walk = [&](double capacity, auto step) {
            level = cap = milli(capacity);
            for (const Event &e : history) level = step(e);
        };
        if (const auto *s = std::get_if<TokenBucketBudget>(&config.scheme)) {
            walk(s->capacity, [&](const Event &e) {
                if (e.kind == Event::retry_taken) return level - e.cost;
                if (e.kind != Event::ended_try || e.result != ok) return level;
                const std::int64_t refund = e.cost > 0 ? e.cost : milli(s->success_refund);
                return s->refills_past_capacity ? std::max(cap, level + refund) : std::min(cap, level + refund);
            });
        } else if (const auto *c = std::get_if<PerCallBucketBudget>(&config.scheme)) {
            walk(c->capacity, [&](const Event &e) {
                if (e.kind == Event::request) return std::min(cap, level + milli(c->deposit_per_call));
                return e.kind == Event::retry_taken ? level - milli(c->retry_cost) : level;
            });
        } else if (const auto *b = std::get_if<SuccessBucketBudget>(&config.scheme)) {
            walk(b->capacity, [&](const Event &e) {
                if (e.kind == Event::ended_try && e.result == ok) return std::min(cap, level + milli(b->deposit_per_success));
                return e.kind == Event::retry_taken ? level - milli(b->retry_cost) : level;
            });
        } else if (const auto *t = std::get_if<ThrottleBudget>(&config.scheme)) {
            walk(t->max_tokens, [&](const Event &e) {
                if (e.kind != Event::ended_try || e.result == TryResult::rejected) return level;
                return e.result == ok ? std::min(cap, level + milli(t->token_ratio)) : std::max<std::int64_t>(0, level - 1000);
            });
        }
        return level;
    }

    /// Finagle's sum: slices end when somebody looks, and ten of them count.
    std::int64_t leaky(const RatioBudget &s, SimTime now) const {
        const Duration slice = s.window / 10;
        SimTime since = kTimeZero;
        std::int64_t generation = 0, sum = 0;
        std::vector<std::pair<std::int64_t, std::int64_t>> amounts;
        const auto look = [&](SimTime t) {
            if (t - since < slice) return;
            generation += (t - since) / slice;
            since = t;
        };
        for (const Event &e : history) {
            if (e.kind != Event::request && e.kind != Event::retry_taken) continue;
            look(e.when);
            amounts.emplace_back(generation, e.kind == Event::request ? 1000 : -static_cast<std::int64_t>(1000 / s.percent));
        }
        look(now);
        for (const auto &[born, amount] : amounts) sum += generation - born < 10 ? amount : 0;
        return sum;
    }

    bool allows(SimTime now, TryResult why, int under_way, int held) const {
        if (const auto *s = std::get_if<TokenBucketBudget>(&config.scheme)) return cost(*s, why) <= tokens();
        if (const auto *c = std::get_if<PerCallBucketBudget>(&config.scheme)) return tokens() > milli(c->retry_cost);
        if (const auto *b = std::get_if<SuccessBucketBudget>(&config.scheme)) return tokens() >= milli(b->retry_cost);
        if (const auto *t = std::get_if<ThrottleBudget>(&config.scheme)) return 2 * tokens() > milli(t->max_tokens);
        if (const auto *r = std::get_if<RatioBudget>(&config.scheme)) {
            const auto price = static_cast<std::int64_t>(1000 / r->percent);
            return leaky(*r, now) + std::llround(r->min_per_second * seconds(r->window) * static_cast<double>(price)) >= price;
        }
        if (const auto *a = std::get_if<ActiveShareBudget>(&config.scheme)) {
            return held < std::max<int>(static_cast<int>(std::floor(a->percent * under_way + 1e-9)), a->min_concurrency);
        }
        if (const auto *f = std::get_if<FailureRateBudget>(&config.scheme)) {
            const Duration window = f->window.value_or(Duration(kDurationMax));
            const auto bad = count(now, window, [](const Event &e) { return e.kind == Event::ended_try && e.result != ok; });
            const auto all = count(now, window, [&](const Event &e) {
                return e.kind == (f->per == FailureRatePer::requests ? Event::request : Event::ended_try);
            });
            return static_cast<double>(bad) <= f->threshold * static_cast<double>(all) + 1e-12;
        }
        return true;
    }

    static std::int64_t cost(const TokenBucketBudget &s, TryResult why) {
        if (why == TryResult::timeout) return milli(s.timeout_cost);
        if (why == TryResult::throttled) return milli(s.throttling_cost.value_or(s.retry_cost));
        return milli(s.retry_cost);
    }

    double refusal(SimTime now) const {
        const auto *s = std::get_if<AdaptiveThrottleBudget>(&config.scheme);
        if (!s) return 0.0;
        const auto tries = count(now, s->window, [](const Event &e) { return e.kind == Event::first_or_later_try; });
        const auto good = count(now, s->window, [](const Event &e) { return e.kind == Event::ended_try && e.result == ok; });
        const double n = static_cast<double>(tries);
        return std::max(0.0, (n - s->k * static_cast<double>(good)) / (n + 1.0));
    }
};

double thousandths(int low, int high) { return static_cast<double>(*rc::gen::inRange(low, high)) / 1000.0; }

BudgetConfig any_config() {
    const auto window = [] { return Duration(std::chrono::milliseconds(*rc::gen::inRange(10, 5000))); };
    switch (*rc::gen::inRange(0, 8)) {
    case 0: {
        TokenBucketBudget s{thousandths(0, 60000), thousandths(1, 15000), thousandths(1, 15000), {}, thousandths(1, 3000),
                            *rc::gen::arbitrary<bool>()};
        if (*rc::gen::arbitrary<bool>()) s.throttling_cost = thousandths(1, 15000);
        return config_of(s);
    }
    case 1: return config_of(PerCallBucketBudget{thousandths(0, 10000), thousandths(0, 2000), thousandths(1, 3000)});
    case 2: return config_of(SuccessBucketBudget{thousandths(0, 10000), thousandths(0, 2000), thousandths(1, 3000)});
    case 3: return config_of(RatioBudget{thousandths(1, 3000), static_cast<double>(*rc::gen::inRange(0, 5)), window()});
    case 4: return config_of(ActiveShareBudget{thousandths(0, 2000), *rc::gen::inRange(0, 4)});
    case 5: return config_of(ThrottleBudget{thousandths(1, 12000), thousandths(0, 2000)});
    case 6: return config_of(AdaptiveThrottleBudget{thousandths(500, 4000), window()});
    default: break;
    }
    FailureRateBudget s{thousandths(0, 1001), {}, *rc::gen::element(FailureRatePer::requests, FailureRatePer::attempts)};
    if (*rc::gen::arbitrary<bool>()) s.window = window();
    return config_of(s);
}

double capacity_of(const BudgetConfig &config) {
    if (const auto *s = std::get_if<TokenBucketBudget>(&config.scheme)) return s->refills_past_capacity ? HUGE_VAL : s->capacity;
    if (const auto *s = std::get_if<PerCallBucketBudget>(&config.scheme)) return s->capacity;
    if (const auto *s = std::get_if<SuccessBucketBudget>(&config.scheme)) return s->capacity;
    if (const auto *s = std::get_if<ThrottleBudget>(&config.scheme)) return s->max_tokens;
    if (std::holds_alternative<AdaptiveThrottleBudget>(config.scheme)) return 1.0;
    return HUGE_VAL;
}

} // namespace

class BudgetTest : public QObject {
    Q_OBJECT
private slots:
    void the_naive_references_agree_and_no_budget_leaves_its_bounds();
    void the_aws_bucket_gives_back_the_last_cost_only();
    void smithy_4_0_7_refills_and_outgrows_its_bucket();
    void ten_deposits_of_a_tenth_make_one_retry();
    void grpc_stops_at_half();
    void finagle_allows_a_fifth_and_a_reserve();
    void envoy_counts_retries_that_wait_but_not_the_requests_that_do();
    void the_adaptive_throttle_refuses_with_the_books_probability();
    void the_failure_rate_closes_and_opens_with_its_window();
    void a_million_instants_need_little_memory_and_lose_little();
    void each_preset_says_what_it_copies();
    void another_scheme_by_an_edit_starts_anew_but_keeps_what_is_under_way();
};

void BudgetTest::the_naive_references_agree_and_no_budget_leaves_its_bounds() {
    const bool ok_all = rc::check("budgets equal their references", [] {
        const BudgetConfig config = any_config();
        const int attempts_max = *rc::gen::inRange(1, 6);
        struct Loop {
            BudgetLoop loop;
            bool begun = false, trying = false, may_try = false, slot = false;
            std::int64_t last_cost = 0;
            int tries = 0;
        };
        std::vector<Loop> loops(5);
        Budget budget(config);
        Reference reference{config, {}};
        using Event = Reference::Event;
        SimTime now{};
        const int steps = *rc::gen::inRange(1, 120);
        const double capacity = capacity_of(config);
        for (int i = 0; i < steps; ++i) {
            now += Duration(std::chrono::microseconds(*rc::gen::element(0, 0, 1, 700, 30'000, 900'000)));
            Loop &l = loops[static_cast<std::size_t>(*rc::gen::inRange(0, 5))];
            if (!l.begun) {
                l = Loop{};
                budget.begin(config, now, l.loop);
                reference.history.push_back({Event::request, now});
                l.begun = l.may_try = true;
            } else if (l.may_try) {
                const double u = static_cast<double>(*rc::gen::inRange(0, 1000)) / 1000.0;
                const double refusal = reference.refusal(now);
                RC_ASSERT(std::abs(budget.throttle(config, now).refusal - refusal) < 1e-12);
                const bool admitted = budget.admit(config, now, l.loop, u);
                RC_ASSERT(admitted == !(u < refusal));
                reference.history.push_back({Event::first_or_later_try, now});
                l.may_try = false;
                if (admitted) l.trying = true, ++l.tries;
                else budget.finish(config, now, l.loop), l.begun = false;
            } else {
                const TryResult result = *rc::gen::element(ok, ok, failed, failed, TryResult::timeout, TryResult::throttled,
                                                           TryResult::rejected);
                budget.ended(config, now, l.loop, result);
                reference.history.push_back({Event::ended_try, now, result, result == ok ? l.last_cost : 0});
                l.trying = l.slot = false;
                bool again = result != ok && result != TryResult::rejected && l.tries < attempts_max;
                if (again) {
                    int under_way = 0, held = 0;
                    for (const Loop &other : loops) under_way += other.trying ? 1 : 0, held += other.slot ? 1 : 0;
                    const bool expected = reference.allows(now, result, under_way, held);
                    again = budget.retry(config, now, l.loop, result);
                    RC_ASSERT(again == expected);
                }
                if (again) {
                    const auto *bucket = std::get_if<TokenBucketBudget>(&config.scheme);
                    if (bucket) l.last_cost = Reference::cost(*bucket, result);
                    reference.history.push_back({Event::retry_taken, now, result, l.last_cost});
                    l.may_try = true;
                    l.slot = std::holds_alternative<ActiveShareBudget>(config.scheme);
                } else {
                    budget.finish(config, now, l.loop);
                    l.begun = false;
                }
            }
            RC_ASSERT(l.tries <= attempts_max);
            const double level = budget.level(config, now);
            RC_ASSERT(level >= 0.0);
            RC_ASSERT(level <= capacity);
            if (config.scheme.index() <= 2 || std::holds_alternative<ThrottleBudget>(config.scheme)) {
                RC_ASSERT(std::llround(level * 1000.0) == reference.tokens());
            }
        }
        for (Loop &l : loops) budget.finish(config, now, l.loop);
        const Budget copy = budget;
        RC_ASSERT(copy == budget);
    });
    QVERIFY(ok_all);
}

void BudgetTest::the_aws_bucket_gives_back_the_last_cost_only() {
    const BudgetConfig config = *budget_preset("botocore");
    Budget budget(config);
    QCOMPARE(retries_of(budget, config, at(0s), {TryResult::timeout, failed, ok}), (std::vector<bool>{true, true}));
    QCOMPARE(budget.level(config, at(0s)), 490.0); // 500 - 10 - 5 + 5
    for (int i = 0; i < 300; ++i) retries_of(budget, config, at(0s), {TryResult::timeout, TryResult::timeout, failed, failed});
    QCOMPARE(budget.level(config, at(0s)), 0.0);
    QCOMPARE(retries_of(budget, config, at(0s), {failed}), std::vector<bool>{false});
    retries_of(budget, config, at(0s), {ok});
    QCOMPARE(budget.level(config, at(0s)), 1.0);
}

void BudgetTest::smithy_4_0_7_refills_and_outgrows_its_bucket() {
    const BudgetConfig config = *budget_preset("smithy_4_0_7");
    Budget budget(config);
    for (int i = 0; i < 60; ++i) retries_of(budget, config, at(0s), {failed});
    QCOMPARE(budget.level(config, at(0s)), 0.0); // 50 retries at 10
    retries_of(budget, config, at(0s), {ok});
    QCOMPARE(budget.level(config, at(0s)), 500.0);
    retries_of(budget, config, at(0s), {ok});
    QCOMPARE(budget.level(config, at(0s)), 501.0);
}

void BudgetTest::ten_deposits_of_a_tenth_make_one_retry() {
    const BudgetConfig per_success = config_of(SuccessBucketBudget{10, 0.1, 1});
    Budget budget(per_success);
    for (int i = 0; i < 10; ++i) QCOMPARE(retries_of(budget, per_success, at(0s), {failed}), std::vector<bool>{true});
    QCOMPARE(retries_of(budget, per_success, at(0s), {failed}), std::vector<bool>{false});
    for (int i = 0; i < 10; ++i) retries_of(budget, per_success, at(0s), {ok});
    QCOMPARE(retries_of(budget, per_success, at(0s), {failed}), std::vector<bool>{true}); // at least its cost
    const BudgetConfig per_call = config_of(PerCallBucketBudget{5, 0.1, 1});
    Budget calls(per_call);
    int allowed = 0;
    for (int i = 0; i < 30; ++i) allowed += retries_of(calls, per_call, at(0s), {failed})[0] ? 1 : 0;
    QCOMPARE(allowed, 7); // calls 1 to 5, 11 and 21: at call 10 there is exactly the cost, and more is needed
}

void BudgetTest::grpc_stops_at_half() {
    const BudgetConfig config = *budget_preset("grpc");
    Budget budget(config);
    int allowed = 0;
    for (int i = 0; i < 6; ++i) allowed += retries_of(budget, config, at(0s), {failed})[0] ? 1 : 0;
    QCOMPARE(allowed, 4); // 10 to 6; 5 is not above the half
    QCOMPARE(budget.level(config, at(0s)), 4.0);
    retries_of(budget, config, at(0s), {TryResult::rejected});
    QCOMPARE(budget.level(config, at(0s)), 4.0);
    const BudgetConfig fine = config_of(ThrottleBudget{10, 0.0009});
    Budget thousandths_only(fine);
    retries_of(thousandths_only, fine, at(0s), {failed});
    retries_of(thousandths_only, fine, at(0s), {ok});
    QCOMPARE(thousandths_only.level(fine, at(0s)), 9.0);
}

void BudgetTest::finagle_allows_a_fifth_and_a_reserve() {
    const BudgetConfig config = config_of(RatioBudget{0.2, 1, 10s});
    Budget budget(config);
    int allowed = 0;
    for (int i = 0; i < 100; ++i) allowed += retries_of(budget, config, at(i * 1ms), {failed})[0] ? 1 : 0;
    QCOMPARE(allowed, 30); // 10 in reserve and 20 of 100 requests
    QCOMPARE(budget.level(config, at(99ms)), 0.0);
    QCOMPARE(budget.level(config, at(30s)), 10.0); // both requests and retries have leaked away
}

void BudgetTest::envoy_counts_retries_that_wait_but_not_the_requests_that_do() {
    const BudgetConfig config = config_of(ActiveShareBudget{0.5, 1});
    Budget budget(config);
    std::vector<BudgetLoop> loops(6);
    for (BudgetLoop &l : loops) {
        budget.begin(config, at(0s), l);
        budget.admit(config, at(0s), l, 0.0);
    }
    const auto fails = [&](std::size_t i) {
        budget.ended(config, at(1s), loops[i], failed);
        return budget.retry(config, at(1s), loops[i], failed);
    };
    QVERIFY(fails(0));  // five under way: two retries
    QVERIFY(fails(1));  // four: two
    QVERIFY(!fails(2)); // three: one, and two wait
    budget.admit(config, at(2s), loops[0], 0.0); // its slot is held while it tries
    QVERIFY(!fails(3));
    budget.ended(config, at(3s), loops[0], ok);
    QCOMPARE(budget.level(config, at(3s)), 0.0); // two under way: one, and one waits
    budget.finish(config, at(3s), loops[1]);
    QCOMPARE(budget.level(config, at(3s)), 1.0);
}

void BudgetTest::the_adaptive_throttle_refuses_with_the_books_probability() {
    const BudgetConfig config = *budget_preset("google_sre");
    QVERIFY(gates_first_tries(config));
    QVERIFY(!gates_first_tries(*budget_preset("grpc")));
    Budget budget(config);
    for (int i = 0; i < 100; ++i) {
        BudgetLoop loop;
        budget.begin(config, at(1s), loop);
        QVERIFY(budget.admit(config, at(1s), loop, 0.9999));
        budget.ended(config, at(1s), loop, i < 40 ? ok : failed);
        budget.finish(config, at(1s), loop);
    }
    const ThrottleView view = budget.throttle(config, at(2s));
    QCOMPARE(view.requests, std::int64_t(100));
    QCOMPARE(view.accepts, std::int64_t(40));
    QVERIFY(std::abs(view.refusal - 0.19802) < 1e-5);
    BudgetLoop loop;
    budget.begin(config, at(2s), loop);
    QVERIFY(!budget.admit(config, at(2s), loop, 0.198));
    QCOMPARE(budget.throttle(config, at(2s)).requests, std::int64_t(101)); // the refused one counts
    QVERIFY(budget.admit(config, at(2s), loop, 0.25));
    QCOMPARE(budget.throttle(config, at(121s)).requests, std::int64_t(2)); // (t - window, t]
}

void BudgetTest::the_failure_rate_closes_and_opens_with_its_window() {
    const BudgetConfig config = config_of(FailureRateBudget{0.25, 10s, FailureRatePer::attempts});
    Budget budget(config);
    for (int i = 0; i < 3; ++i) retries_of(budget, config, at(0s), {ok});
    QCOMPARE(retries_of(budget, config, at(1s), {failed}), std::vector<bool>{true});  // 1 of 4
    QCOMPARE(retries_of(budget, config, at(1s), {failed}), std::vector<bool>{false}); // 2 of 5
    for (int i = 0; i < 3; ++i) retries_of(budget, config, at(9s), {ok});
    QCOMPARE(retries_of(budget, config, at(11s), {failed}), std::vector<bool>{true}); // 1 of 4
}

void BudgetTest::a_million_instants_need_little_memory_and_lose_little() {
    SlidingCount count;
    for (int i = 0; i < 1'000'000; ++i) count.add(at(i * 100us), 90s);
    const std::int64_t inside = count.count(at(100s), 90s);
    QVERIFY2(std::abs(inside - 900'000) <= 20, qPrintable(QString::number(inside)));
}

void BudgetTest::each_preset_says_what_it_copies() {
    QCOMPARE(budget_preset_names().size(), std::size_t(7));
    for (const std::string &name : budget_preset_names()) {
        const auto preset = budget_preset(name);
        QVERIFY(preset.has_value());
        QCOMPARE(QString::fromStdString(preset->preset), QString::fromStdString(name));
        QVERIFY(!budget_preset_about(name).empty());
    }
    QVERIFY(!budget_preset("hystrix").has_value());
    QVERIFY(QString::fromStdString(budget_preset_about("smithy_2026")).contains("3.41.0"));
}

void BudgetTest::another_scheme_by_an_edit_starts_anew_but_keeps_what_is_under_way() {
    const BudgetConfig before = *budget_preset("grpc"), after = config_of(ActiveShareBudget{1.0, 0});
    Budget budget(before);
    BudgetLoop first, second;
    budget.begin(before, at(0s), first);
    budget.admit(before, at(0s), first, 0.0);
    budget.begin(after, at(1s), second);
    budget.admit(after, at(1s), second, 0.0);
    budget.ended(after, at(2s), second, failed);
    QVERIFY(budget.retry(after, at(2s), second, failed)); // the first is still under way
    budget.finish(after, at(3s), second);
    budget.finish(after, at(3s), first);
    QCOMPARE(budget.level(after, at(3s)), 0.0);
}

QTEST_APPLESS_MAIN(BudgetTest)
#include "budget_test.moc"
