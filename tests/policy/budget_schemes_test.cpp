// SPDX-License-Identifier: GPL-3.0-or-later
// Each scheme of a retry budget, by numbers worked by hand.
#include "engine/policy/budget.h"

#include <cmath>

#include <QtTest>

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

} // namespace

class BudgetSchemesTest : public QObject {
    Q_OBJECT
private slots:
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

void BudgetSchemesTest::the_aws_bucket_gives_back_the_last_cost_only() {
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

void BudgetSchemesTest::smithy_4_0_7_refills_and_outgrows_its_bucket() {
    const BudgetConfig config = *budget_preset("smithy_4_0_7");
    Budget budget(config);
    for (int i = 0; i < 60; ++i) retries_of(budget, config, at(0s), {failed});
    QCOMPARE(budget.level(config, at(0s)), 0.0); // 50 retries at 10
    retries_of(budget, config, at(0s), {ok});
    QCOMPARE(budget.level(config, at(0s)), 500.0);
    retries_of(budget, config, at(0s), {ok});
    QCOMPARE(budget.level(config, at(0s)), 501.0);
}

void BudgetSchemesTest::ten_deposits_of_a_tenth_make_one_retry() {
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

void BudgetSchemesTest::grpc_stops_at_half() {
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

void BudgetSchemesTest::finagle_allows_a_fifth_and_a_reserve() {
    const BudgetConfig config = config_of(RatioBudget{0.2, 1, 10s});
    Budget budget(config);
    int allowed = 0;
    for (int i = 0; i < 100; ++i) allowed += retries_of(budget, config, at(i * 1ms), {failed})[0] ? 1 : 0;
    QCOMPARE(allowed, 30); // 10 in reserve and 20 of 100 requests
    QCOMPARE(budget.level(config, at(99ms)), 0.0);
    QCOMPARE(budget.level(config, at(30s)), 10.0); // both requests and retries have leaked away
}

void BudgetSchemesTest::envoy_counts_retries_that_wait_but_not_the_requests_that_do() {
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

void BudgetSchemesTest::the_adaptive_throttle_refuses_with_the_books_probability() {
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

void BudgetSchemesTest::the_failure_rate_closes_and_opens_with_its_window() {
    const BudgetConfig config = config_of(FailureRateBudget{0.25, 10s, FailureRatePer::attempts});
    Budget budget(config);
    for (int i = 0; i < 3; ++i) retries_of(budget, config, at(0s), {ok});
    QCOMPARE(retries_of(budget, config, at(1s), {failed}), std::vector<bool>{true});  // 1 of 4
    QCOMPARE(retries_of(budget, config, at(1s), {failed}), std::vector<bool>{false}); // 2 of 5
    for (int i = 0; i < 3; ++i) retries_of(budget, config, at(9s), {ok});
    QCOMPARE(retries_of(budget, config, at(11s), {failed}), std::vector<bool>{true}); // 1 of 4
}

void BudgetSchemesTest::a_million_instants_need_little_memory_and_lose_little() {
    SlidingCount count;
    for (int i = 0; i < 1'000'000; ++i) count.add(at(i * 100us), 90s);
    const std::int64_t inside = count.count(at(100s), 90s);
    QVERIFY2(std::abs(inside - 900'000) <= 20, qPrintable(QString::number(inside)));
}

void BudgetSchemesTest::each_preset_says_what_it_copies() {
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

void BudgetSchemesTest::another_scheme_by_an_edit_starts_anew_but_keeps_what_is_under_way() {
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

QTEST_APPLESS_MAIN(BudgetSchemesTest)
#include "budget_schemes_test.moc"
