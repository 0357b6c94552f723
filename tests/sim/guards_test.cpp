// SPDX-License-Identifier: GPL-3.0-or-later
// Bulkhead, rate limiter, retry budget and breakers that let calls wait, worked out by hand.
#include <QtTest>

#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;
using worlds::of_kind;

namespace {

Scenario under(const PolicyConfig &policy, const Arrivals &arrivals, Duration takes = 10s) {
    return worlds::single(worlds::service("svc", {Constant{takes}}), policy, arrivals, 1min);
}

QList<double> starts(const worlds::Finished &run) {
    QList<double> at;
    for (const TraceRecord &r : of_kind(run.records, RecordKind::attempt_started)) at << seconds(r.time);
    return at;
}

} // namespace

class GuardsTest : public QObject {
    Q_OBJECT
private slots:
    void a_bulkhead_lets_in_first_come_first_and_refuses_beyond_its_queue();
    void who_waits_too_long_before_a_bulkhead_is_refused();
    void a_bulkhead_outside_the_retries_is_held_through_their_waits();
    void a_bulkhead_shared_by_instances_counts_them_all();
    void a_deadline_takes_a_call_out_of_the_bulkheads_queue();
    void a_rate_limiter_spaces_calls_or_refuses_them();
    void a_wait_for_the_limiter_that_crosses_the_deadline_fails_at_once();
    void a_budget_that_is_empty_ends_the_retries();
    void an_adaptive_throttle_refuses_first_tries_too();
    void calls_beyond_a_cockatiel_probe_wait_for_its_verdict();
    void pybreaker_lets_one_call_through_at_a_time();
    void opossum_re_tests_by_its_timer();
    void a_leg_whose_breaker_is_open_is_skipped();
};

void GuardsTest::a_bulkhead_lets_in_first_come_first_and_refuses_beyond_its_queue() {
    PolicyConfig policy = worlds::policy();
    policy.bulkhead = BulkheadConfig{2, 1, {}, false};
    const auto run = worlds::run(under(policy, EveryArrivals{1s}));
    // Two run 0-10 and 1-11, one waits from 2 to 10, the others are refused until 10; at 11 the place is free again.
    QCOMPARE(starts(run).mid(0, 4), (QList<double>{0, 1, 10, 11}));
    QCOMPARE(of_kind(run.records, RecordKind::wait_ended)[0].value, Duration{8s}.count());
    QVERIFY(run.metrics.rejected.at("bulkhead") > 30);
    QCOMPARE(run.metrics.rejected.at("bulkhead") + run.metrics.succeeded, run.metrics.requests);
}

void GuardsTest::who_waits_too_long_before_a_bulkhead_is_refused() {
    PolicyConfig policy = worlds::policy();
    policy.bulkhead = BulkheadConfig{1, std::nullopt, 3s, false};
    const auto run = worlds::run(under(policy, BatchArrivals{3, 0s, 3}));
    QCOMPARE(run.metrics.rejected.at("bulkhead"), 2u);
    QCOMPARE(seconds(of_kind(run.records, RecordKind::refused)[0].time), 3.0);
}

void GuardsTest::a_bulkhead_outside_the_retries_is_held_through_their_waits() {
    PolicyConfig policy = worlds::retries(2, 5s);
    policy.bulkhead = BulkheadConfig{1, std::nullopt, {}, false};
    policy.order = {LayerKind::bulkhead, LayerKind::retry};
    Scenario scenario = under(policy, BatchArrivals{2, 0s, 2}, 1s);
    scenario.services[0].failures = {{kind_network, 1.0}};
    QCOMPARE(starts(worlds::run(scenario)), (QList<double>{0, 6, 7, 13}));
    scenario.policies[0].order = {LayerKind::retry, LayerKind::bulkhead};
    QCOMPARE(starts(worlds::run(scenario)), (QList<double>{0, 1, 6, 7}));
}

void GuardsTest::a_bulkhead_shared_by_instances_counts_them_all() {
    PolicyConfig policy = worlds::policy();
    policy.bulkhead = BulkheadConfig{1, 0, {}, false};
    Scenario scenario = under(policy, BatchArrivals{200, 0s, 200});
    scenario.workloads[0].instances = 8;
    QCOMPARE(worlds::run(scenario).metrics.succeeded, 8u);
    scenario.policies[0].bulkhead->shared = true;
    QCOMPARE(worlds::run(scenario).metrics.succeeded, 1u);
}

void GuardsTest::a_deadline_takes_a_call_out_of_the_bulkheads_queue() {
    PolicyConfig policy = worlds::policy();
    policy.bulkhead = BulkheadConfig{1, std::nullopt, {}, false};
    Scenario scenario = under(policy, BatchArrivals{3, 0s, 3}, 4s);
    scenario.operations[0].deadline = 6s;
    const auto run = worlds::run(scenario);
    QCOMPARE(starts(run), (QList<double>{0, 4})); // the third leaves at 6 s without having been sent
    QCOMPARE(run.metrics.succeeded, 1u);
    QCOMPARE(run.metrics.endings.at("deadline"), 2u);
}

void GuardsTest::a_rate_limiter_spaces_calls_or_refuses_them() {
    PolicyConfig policy = worlds::policy();
    policy.rate_limiter = RateLimiterConfig{Rate{0.5}, 2.0, WhenEmpty::wait, {}, false};
    auto run = worlds::run(under(policy, BatchArrivals{5, 0s, 5}, 0s));
    QCOMPARE(starts(run), (QList<double>{0, 0, 2, 4, 6}));
    policy.rate_limiter->when_empty = WhenEmpty::refuse;
    run = worlds::run(under(policy, BatchArrivals{5, 0s, 5}, 0s));
    QCOMPARE(run.metrics.rejected.at("rate_limiter"), 3u);
    policy.rate_limiter->when_empty = WhenEmpty::wait;
    policy.rate_limiter->max_wait = 4s;
    QCOMPARE(worlds::run(under(policy, BatchArrivals{5, 0s, 5}, 0s)).metrics.rejected.at("rate_limiter"), 1u);
}

void GuardsTest::a_wait_for_the_limiter_that_crosses_the_deadline_fails_at_once() {
    PolicyConfig policy = worlds::policy();
    policy.rate_limiter = RateLimiterConfig{Rate{0.5}, 1.0, WhenEmpty::wait, {}, false};
    Scenario scenario = under(policy, BatchArrivals{2, 0s, 2}, 0s);
    scenario.operations[0].deadline = 1s;
    const auto run = worlds::run(scenario);
    QCOMPARE(run.metrics.endings.at("deadline"), 1u);
    QCOMPARE(*run.metrics.latency.max, 0.0);
}

void GuardsTest::a_budget_that_is_empty_ends_the_retries() {
    PolicyConfig policy = worlds::retries(4);
    policy.budget = BudgetConfig{"", TokenBucketBudget{11, 5, 10, {}, 1, false}, false};
    Scenario scenario = under(policy, EveryArrivals{1h}, 1ms);
    scenario.services[0].failures = {{kind_network, 1.0}};
    const auto run = worlds::run(scenario);
    QCOMPARE(starts(run).size(), 3); // two retries of 5 tokens each
    QCOMPARE(run.metrics.rejected.at("budget"), 1u);
    QCOMPARE(of_kind(run.records, RecordKind::budget_spent).size(), 2u);
    QCOMPARE(of_kind(run.records, RecordKind::budget_spent)[1].value, std::int64_t{1000}); // one token is left
    QCOMPARE(outcome_of(of_kind(run.records, RecordKind::request_ended)[0]), Outcome{kind_budget_empty});
}

void GuardsTest::an_adaptive_throttle_refuses_first_tries_too() {
    PolicyConfig policy = worlds::policy();
    policy.budget = BudgetConfig{"", AdaptiveThrottleBudget{2.0, 2min}, false};
    Scenario scenario = under(policy, PoissonArrivals{{100.0}}, 1ms);
    scenario.services[0].failures = {{kind_unavailable, 1.0}};
    const auto run = worlds::run(scenario);
    const double sent = static_cast<double>(starts(run).size());
    QVERIFY2(sent < 0.02 * static_cast<double>(run.metrics.requests), qPrintable(QString::number(sent)));
    QCOMPARE(run.metrics.rejected.at("budget") + static_cast<std::uint64_t>(sent), run.metrics.requests);
    scenario.services[0].failures.clear();
    QCOMPARE(worlds::run(scenario).metrics.rejected.at("budget"), 0u);
}

void GuardsTest::calls_beyond_a_cockatiel_probe_wait_for_its_verdict() {
    PolicyConfig policy = worlds::policy();
    policy.breaker = breaker_preset("cockatiel_consecutive");
    policy.breaker->failures = 2;
    policy.breaker->open_for = 10s;
    Scenario scenario = under(policy, EveryArrivals{1s}, 5500ms);
    scenario.faults = {{"svc", 0s, 5s, 0s, {}, OutageFault{}}};
    const auto run = worlds::run(scenario);
    // Refused at 0 and 1 s: opens at 1 s. The call of 11 s is the probe, answered at 16.5 s; those of 12-16 s wait.
    std::size_t waited = 0;
    for (const TraceRecord &r : of_kind(run.records, RecordKind::wait_ended)) {
        QCOMPARE(seconds(r.time), 16.5);
        ++waited;
    }
    QCOMPARE(waited, 5u);
    QCOMPARE(run.metrics.rejected.at("breaker"), 9u); // those of 2-10 s
}

void GuardsTest::pybreaker_lets_one_call_through_at_a_time() {
    PolicyConfig policy = worlds::policy();
    policy.breaker = breaker_preset("pybreaker");
    const auto run = worlds::run(under(policy, BatchArrivals{4, 0s, 4}, 200ms));
    QCOMPARE(starts(run), (QList<double>{0, 0.2, 0.4, 0.6}));
    QCOMPARE(*run.metrics.latency.max, 0.8);
}

void GuardsTest::opossum_re_tests_by_its_timer() {
    PolicyConfig policy = worlds::policy();
    policy.breaker = breaker_preset("opossum");
    Scenario scenario = under(policy, EveryArrivals{20s}, 1ms);
    scenario.faults = {{"svc", 0s, 5s, 0s, {}, OutageFault{}}};
    const auto run = worlds::run(scenario);
    const auto &changes = run.metrics.breakers[0].transitions;
    QVERIFY(changes.size() >= 3);
    QCOMPARE(changes[0].at_s, 0.0);
    QCOMPARE(changes[1].at_s, 30.0); // not at the call of 40 s
    QCOMPARE(changes[2].at_s, 40.001);
}

void GuardsTest::a_leg_whose_breaker_is_open_is_skipped() {
    PolicyConfig policy = worlds::policy();
    policy.breaker = breaker_preset("tutorial");
    Scenario scenario = under(policy, EveryArrivals{1s}, 1ms);
    scenario.services[0].failures = {{kind_unavailable, 1.0}};
    scenario.services.push_back(worlds::service("spare", {Constant{1ms}}));
    scenario.operations[0].chain[0].skip_when_open = true;
    scenario.operations[0].chain.push_back({"spare", "", false});
    const auto run = worlds::run(scenario);
    QCOMPARE(run.metrics.succeeded, run.metrics.requests);
    QCOMPARE(run.metrics.rejected.at("breaker"), 0u);
    QCOMPARE(of_kind(run.records, RecordKind::leg_skipped).size(), run.metrics.requests - 5);
    QCOMPARE(*run.metrics.recovery_fallback, 1.0);
}

QTEST_APPLESS_MAIN(GuardsTest)
#include "guards_test.moc"
