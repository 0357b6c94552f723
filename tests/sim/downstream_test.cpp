// SPDX-License-Identifier: GPL-3.0-or-later
// The calls that a service makes while it serves, worked out by hand.
#include <QtTest>

#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;
using worlds::of_kind;

namespace {

/// "front" takes 10 ms, then calls; "back" takes 5 ms.
Scenario two_tiers(std::vector<DownstreamCall> calls, const Arrivals &arrivals = EveryArrivals{1h}) {
    ServiceConfig front = worlds::service("front", {Constant{10ms}});
    front.calls = std::move(calls);
    Scenario scenario = worlds::single(front, worlds::policy(), arrivals, 1min);
    scenario.services.push_back(worlds::service("back", {Constant{5ms}}));
    return scenario;
}

PolicyConfig retrying(const char *name, int attempts) {
    PolicyConfig policy = worlds::retries(attempts);
    policy.name = name;
    return policy;
}

} // namespace

class DownstreamTest : public QObject {
    Q_OBJECT
private slots:
    void calls_in_sequence_add_up_and_parallel_ones_do_not();
    void neighbouring_parallel_entries_begin_together_and_a_sequence_entry_waits_for_them();
    void a_worker_is_held_while_its_service_waits();
    void a_call_that_fails_for_good_fails_its_service_with_the_same_kind();
    void a_parallel_failure_gives_the_others_up();
    void three_layers_of_four_tries_send_sixty_four_calls();
    void the_deadline_cuts_the_calls_below_and_no_wait_crosses_it();
    void a_cancelled_call_gives_up_the_calls_that_it_made();
    void each_call_of_the_tree_has_draws_of_its_own();
    void breakers_below_belong_to_the_calling_replica();
    void what_is_called_below_is_paid_for_by_the_request();
};

void DownstreamTest::calls_in_sequence_add_up_and_parallel_ones_do_not() {
    auto run = worlds::run(two_tiers({{"back", "", 3, CallMode::sequence}}));
    QCOMPARE(*run.metrics.latency.max, 0.025);
    QCOMPARE(run.metrics.services[1].calls, 3u);
    QCOMPARE(*run.metrics.avg_attempts, 1.0); // the request itself sent one
    run = worlds::run(two_tiers({{"back", "", 3, CallMode::parallel}}));
    QCOMPARE(*run.metrics.latency.max, 0.015);
    QCOMPARE(*run.metrics.services[1].amplification, 3.0);
}

void DownstreamTest::neighbouring_parallel_entries_begin_together_and_a_sequence_entry_waits_for_them() {
    Scenario scenario = two_tiers({{"back", "", 2, CallMode::parallel},
                                   {"slow", "", 1, CallMode::parallel},
                                   {"back", "", 2, CallMode::sequence},
                                   {"slow", "", 1, CallMode::parallel}});
    scenario.services.push_back(worlds::service("slow", {Constant{50ms}}));
    QCOMPARE(*worlds::run(scenario).metrics.latency.max, 0.010 + 0.050 + 2 * 0.005 + 0.050);
}

void DownstreamTest::a_worker_is_held_while_its_service_waits() {
    Scenario scenario = two_tiers({{"back", "", 2, CallMode::sequence}}, BatchArrivals{2, 0s, 2});
    scenario.services[0].workers = 1;
    const auto run = worlds::run(scenario);
    QCOMPARE(*run.metrics.latency.max, 0.040); // the second waits for all 20 ms of the first
    QCOMPARE(*run.metrics.services[0].queue_wait_mean_s, 0.010);
}

void DownstreamTest::a_call_that_fails_for_good_fails_its_service_with_the_same_kind() {
    Scenario scenario = two_tiers({{"back", "twice", 3, CallMode::sequence}});
    scenario.policies.push_back(retrying("twice", 2));
    scenario.policies.back().retry->backoff.base = 100ms;
    scenario.services[1].failures = {{kind_network, 1.0}};
    const auto run = worlds::run(scenario);
    QCOMPARE(run.metrics.services[1].calls, 2u); // the first call's two tries, no further call
    QCOMPARE(run.metrics.services[0].failures.at("network"), 1u);
    QCOMPARE(*run.metrics.latency.max, 0.010 + 0.005 + 0.100 + 0.005); // backoff of 100 ms between
}

void DownstreamTest::a_parallel_failure_gives_the_others_up() {
    Scenario scenario = two_tiers({{"slow", "", 2, CallMode::parallel}, {"back", "", 1, CallMode::parallel}});
    scenario.services.push_back(worlds::service("slow", {Constant{50ms}}));
    scenario.services[1].failures = {{kind_unavailable, 1.0}}; // refuses at once
    const auto run = worlds::run(scenario);
    QCOMPARE(*run.metrics.latency.max, 0.010);
    QCOMPARE(run.metrics.services[2].calls, 2u);
    QCOMPARE(run.metrics.services[2].failures.at("cancelled"), 2u);
    QCOMPARE(of_kind(run.records, RecordKind::late_completion).size(), 2u); // they were served all the same
    QCOMPARE(run.metrics.failed, 1u);
}

void DownstreamTest::three_layers_of_four_tries_send_sixty_four_calls() {
    ServiceConfig a = worlds::service("a", {Constant{0ns}});
    a.calls = {{"b", "p", 1, CallMode::sequence}};
    Scenario scenario = worlds::single(a, worlds::retries(4), EveryArrivals{1h}, 1min);
    ServiceConfig b = worlds::service("b", {Constant{0ns}});
    b.calls = {{"c", "p", 1, CallMode::sequence}};
    ServiceConfig c = worlds::service("c", {Constant{0ns}});
    c.failures = {{kind_unavailable, 1.0}};
    scenario.services.push_back(b);
    scenario.services.push_back(c);
    const auto run = worlds::run(scenario);
    QCOMPARE(run.metrics.services[0].calls, 4u);
    QCOMPARE(run.metrics.services[1].calls, 16u);
    QCOMPARE(run.metrics.services[2].calls, 64u);
    QCOMPARE(*run.metrics.avg_attempts, 4.0);
}

void DownstreamTest::the_deadline_cuts_the_calls_below_and_no_wait_crosses_it() {
    Scenario scenario = two_tiers({{"back", "", 1, CallMode::sequence}});
    scenario.services[1].latency = {Constant{10s}};
    scenario.operations[0].deadline = 100ms;
    auto run = worlds::run(scenario);
    QCOMPARE(*run.metrics.latency.max, 0.1);
    QCOMPARE(run.metrics.services[1].failures.at("deadline"), 1u);
    const auto ended = of_kind(run.records, RecordKind::service_ended);
    QCOMPARE(seconds(ended[0].time), 0.1); // front's worker is free at the deadline
    scenario.services[1].latency = {Constant{5ms}};
    scenario.services[1].failures = {{kind_network, 1.0}};
    scenario.services[0].calls[0].policy = "slowly";
    scenario.policies.push_back(retrying("slowly", 5));
    scenario.policies[1].retry->backoff.base = 200ms;
    run = worlds::run(scenario);
    QCOMPARE(*run.metrics.latency.max, 0.015); // a wait of 200 ms would cross it: fails at once
    QCOMPARE(run.metrics.endings.at("deadline"), 1u);
}

void DownstreamTest::a_cancelled_call_gives_up_the_calls_that_it_made() {
    Scenario scenario = two_tiers({{"back", "", 1, CallMode::sequence}});
    scenario.services[0].cancels = true;
    scenario.services[1].latency = {Constant{10s}};
    scenario.services[1].cancels = true;
    scenario.policies[0].timeout = TimeoutConfig{50ms, 1.0, {}};
    const auto run = worlds::run(scenario);
    QCOMPARE(run.metrics.services[1].failures.at("cancelled"), 1u);
    for (const TraceRecord &r : of_kind(run.records, RecordKind::service_ended)) {
        QCOMPARE(seconds(r.time), 0.05);
        QCOMPARE(r.reason, std::uint8_t{1}); // cut short
    }
}

void DownstreamTest::each_call_of_the_tree_has_draws_of_its_own() {
    Scenario scenario = two_tiers({{"back", "", 100, CallMode::parallel}}, BatchArrivals{200, 0s, 200});
    scenario.services[1].failures = {{kind_low_confidence, 0.0}};
    scenario.services[1].latency = {Exponential{10ms}};
    const auto run = worlds::run(scenario);
    // The longest of 100 exponentials of 10 ms has mean 10 ms * H(100) = 51.9 ms and sd 12.8 ms.
    const double mean = *run.metrics.latency.mean - 0.010;
    QVERIFY2(std::abs(mean - 0.0519) < 5 * 0.0128 / std::sqrt(200.0), qPrintable(QString::number(mean)));
}

void DownstreamTest::breakers_below_belong_to_the_calling_replica() {
    Scenario scenario = two_tiers({{"back", "guarded", 1, CallMode::sequence}}, EveryArrivals{1s});
    scenario.services[0].replicas = 2;
    scenario.services[1].failures = {{kind_unavailable, 1.0}};
    PolicyConfig guarded = worlds::policy();
    guarded.name = "guarded";
    guarded.breaker = breaker_preset("tutorial");
    scenario.policies.push_back(guarded);
    scenario.duration = 20s;
    const auto run = worlds::run(scenario);
    QCOMPARE(run.metrics.breakers.size(), 2u);
    QCOMPARE(run.metrics.breakers[0].trips, 1u);
    QCOMPARE(run.metrics.breakers[1].trips, 1u);
    QCOMPARE(run.metrics.services[1].calls, 10u); // five for each replica
    QCOMPARE(run.metrics.rejected.at("breaker"), 10u);
}

void DownstreamTest::what_is_called_below_is_paid_for_by_the_request() {
    Scenario scenario = two_tiers({{"back", "", 3, CallMode::sequence}});
    scenario.services[0].cost = money_from_usd(0.10);
    scenario.services[1].cost = money_from_usd(0.01);
    const auto run = worlds::run(scenario);
    QVERIFY(std::abs(run.metrics.cost_total_usd - 0.13) < 1e-12);
    QVERIFY(std::abs(*run.metrics.cost_per_request_usd - 0.13) < 1e-12);
}

QTEST_APPLESS_MAIN(DownstreamTest)
#include "downstream_test.moc"
