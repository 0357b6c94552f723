// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/budget.h"

#include "tests/policy/budget_reference.h"

#include <cmath>

#include <QtTest>
#include <rapidcheck.h>

using namespace halfopen;

namespace {

BudgetConfig config_of(decltype(BudgetConfig::scheme) scheme) {
    BudgetConfig config;
    config.scheme = std::move(scheme);
    return config;
}

constexpr TryResult failed = TryResult::transient;

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

QTEST_APPLESS_MAIN(BudgetTest)
#include "budget_test.moc"
