// SPDX-License-Identifier: GPL-3.0-or-later
// Replicas, hedging, pauses, changing limits and availability, optimistic locking, recorded arrivals and edits.
#include <QtTest>

#include <map>

#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;
using worlds::of_kind;

namespace {

Scenario plain(const ServiceConfig &service, const Arrivals &arrivals, Duration duration = 1min) {
    return worlds::single(service, worlds::policy(), arrivals, duration);
}

std::map<int, int> calls_by_replica(const worlds::Finished &run) {
    std::map<int, int> calls;
    for (const TraceRecord &r : of_kind(run.records, RecordKind::attempt_started)) ++calls[r.detail];
    return calls;
}

Scenario edited(Scenario scenario, Duration at, const std::function<void(Scenario &)> &change) {
    auto after = std::make_shared<Scenario>(scenario);
    change(*after);
    scenario.edits = {Edit{at, "", "", after}};
    return scenario;
}

} // namespace

class WorldTest : public QObject {
    Q_OBJECT
private slots:
    void round_robin_takes_turns_and_random_spreads_evenly();
    void the_least_busy_replica_gets_the_call();
    void a_fault_meets_the_replica_that_it_names();
    void a_balancer_takes_a_bad_replica_out_of_turn();
    void a_hedge_sends_a_copy_after_its_delay_and_the_first_success_wins();
    void an_early_failure_starts_the_next_copy();
    void a_quantile_hedge_waits_for_a_hundred_successes();
    void a_pause_holds_what_is_served_and_what_comes();
    void a_fault_changes_the_servers_limit();
    void services_of_one_group_go_down_together();
    void a_fault_starts_and_ends_an_availability_process();
    void writes_collide_under_optimistic_locking();
    void recorded_arrivals_come_when_they_came();
    void an_edit_changes_what_follows_and_keeps_what_is_set();
    void an_edit_that_changes_nothing_changes_nothing_but_its_record();
    void a_copy_of_a_run_goes_on_the_same_after_an_edit();
};

void WorldTest::round_robin_takes_turns_and_random_spreads_evenly() {
    ServiceConfig service = worlds::service("svc", {Constant{1ms}});
    service.replicas = 3;
    auto run = worlds::run(plain(service, EveryArrivals{1s}));
    QCOMPARE(calls_by_replica(run), (std::map<int, int>{{0, 20}, {1, 20}, {2, 20}}));
    service.balance = Balance::random;
    run = worlds::run(plain(service, EveryArrivals{10ms}));
    for (const auto &[replica, calls] : calls_by_replica(run)) QVERIFY(std::abs(calls - 2000) < 5 * 37);
}

void WorldTest::the_least_busy_replica_gets_the_call() {
    ServiceConfig service = worlds::service("svc", {Constant{10s}});
    service.replicas = 3;
    service.workers = 1;
    service.balance = Balance::least_busy;
    const auto run = worlds::run(plain(service, BatchArrivals{6, 0s, 6}));
    QCOMPARE(calls_by_replica(run), (std::map<int, int>{{0, 2}, {1, 2}, {2, 2}}));
    QCOMPARE(*run.metrics.latency.max, 20.0);
}

void WorldTest::a_fault_meets_the_replica_that_it_names() {
    ServiceConfig service = worlds::service("svc", {Constant{1ms}});
    service.replicas = 2;
    Scenario scenario = plain(service, EveryArrivals{1s});
    scenario.faults = {{"svc", 0s, 2min, 0s, {}, OutageFault{}, 1}};
    const auto run = worlds::run(scenario);
    QCOMPARE(run.metrics.failed, 30u);
    QCOMPARE(run.metrics.succeeded, 30u);
}

void WorldTest::a_balancer_takes_a_bad_replica_out_of_turn() {
    ServiceConfig service = worlds::service("svc", {Constant{1ms}});
    service.replicas = 4;
    PolicyConfig policy = worlds::policy();
    policy.breaker = breaker_preset("litellm_cooldown");
    Scenario scenario = worlds::single(service, policy, EveryArrivals{10ms}, 1min);
    const std::uint64_t without = [&] {
        Scenario plain = scenario;
        plain.policies[0].breaker.reset();
        plain.faults = {{"svc", 0s, 30s, 0s, {}, OutageFault{}, 2}};
        return worlds::run(plain).metrics.failed;
    }();
    QCOMPARE(without, 750u); // a quarter of 30 s of calls
    scenario.faults = {{"svc", 0s, 30s, 0s, {}, OutageFault{}, 2}};
    const auto run = worlds::run(scenario);
    const auto ejected = of_kind(run.records, RecordKind::replica_ejected);
    QVERIFY(!ejected.empty());
    for (const TraceRecord &r : ejected) QCOMPARE(r.detail, std::uint16_t{2});
    QCOMPARE(run.metrics.failed, 5u + 5u); // five decide; then one in each of the 5 s after 5.2 s, 10.2 s...
    QVERIFY(!of_kind(run.records, RecordKind::replica_returned).empty());
    for (const TraceRecord &r : of_kind(run.records, RecordKind::attempt_started)) {
        if (r.time > ejected[0].time && r.time < ejected[0].time + 4s) QVERIFY(r.detail != 2);
    }
}

void WorldTest::a_hedge_sends_a_copy_after_its_delay_and_the_first_success_wins() {
    ServiceConfig service = worlds::service("svc", {Constant{1s}});
    service.cost = money_from_usd(1.0);
    service.cancels = true;
    PolicyConfig policy = worlds::policy();
    policy.hedge = HedgeConfig{100ms, 0.95, 2, true};
    Scenario scenario = worlds::single(service, policy, EveryArrivals{1h}, 1min);
    scenario.faults = {{"svc", 0s, 150ms, 0s, {}, LatencyFault{10.0, 0s}}}; // the first two copies take 10 s
    const auto run = worlds::run(scenario);
    QCOMPARE(*run.metrics.latency.max, 1.2);
    QCOMPARE(of_kind(run.records, RecordKind::hedge_sent).size(), 2u);
    QCOMPARE(run.metrics.services[0].calls, 3u);
    QCOMPARE(run.metrics.services[0].failures.at("cancelled"), 2u);
    QCOMPARE(run.metrics.cost_total_usd, 3.0); // every copy is billed
    QCOMPARE(run.metrics.cost_wasted_usd, 2.0);
    int cut = 0;
    for (const TraceRecord &r : of_kind(run.records, RecordKind::service_ended)) cut += r.reason;
    QCOMPARE(cut, 2);
}

void WorldTest::an_early_failure_starts_the_next_copy() {
    ServiceConfig service = worlds::service("svc", {Constant{10ms}});
    service.failures = {{kind_network, 1.0}};
    PolicyConfig policy = worlds::policy();
    policy.hedge = HedgeConfig{1s, 0.95, 2, true};
    const auto run = worlds::run(worlds::single(service, policy, EveryArrivals{1h}, 1min));
    QCOMPARE(run.metrics.services[0].calls, 3u);
    QVERIFY(std::abs(*run.metrics.latency.max - 0.030) < 1e-9);
    QCOMPARE(run.metrics.failed, 1u);
}

void WorldTest::a_quantile_hedge_waits_for_a_hundred_successes() {
    ServiceConfig service = worlds::service("svc", {Exponential{100ms}});
    PolicyConfig policy = worlds::policy();
    policy.hedge = HedgeConfig{{}, 0.9, 1, true};
    const auto run = worlds::run(worlds::single(service, policy, EveryArrivals{5s}, 3h));
    const auto hedges = of_kind(run.records, RecordKind::hedge_sent);
    QVERIFY(hedges.front().request > 100);
    const double share = static_cast<double>(hedges.size()) / static_cast<double>(run.metrics.requests - 100);
    QVERIFY2(std::abs(share - 0.1) < 0.03, qPrintable(QString::number(share)));
}

void WorldTest::a_pause_holds_what_is_served_and_what_comes() {
    ServiceConfig service = worlds::service("svc", {Constant{2s}});
    Scenario scenario = plain(service, EveryArrivals{1s}, 4s);
    scenario.faults = {{"svc", 1500ms, 10s, 0s, {}, PauseFault{}}};
    const auto run = worlds::run(scenario);
    QMap<int, double> ends;
    for (const TraceRecord &r : of_kind(run.records, RecordKind::request_ended)) ends[static_cast<int>(r.request)] = seconds(r.time);
    // 0 s: 0.5 s left at 1.5 s. 1 s: 1.5 s left. 2 s and 3 s begin when the pause is over.
    QCOMPARE(ends, (QMap<int, double>{{1, 12.0}, {2, 13.0}, {3, 13.5}, {4, 13.5}}));
}

void WorldTest::a_fault_changes_the_servers_limit() {
    ServiceConfig service = worlds::service("svc", {Constant{1ms}});
    Scenario scenario = plain(service, EveryArrivals{100ms}, 30s);
    scenario.faults = {{"svc", 10s, 10s, 0s, {}, RateLimitFault{ServerRateLimit{{1.0}, 1.0, {}}}}};
    const auto run = worlds::run(scenario);
    QCOMPARE(run.metrics.failed, 90u);
    QCOMPARE(run.metrics.services[0].failures.at("rate_limit"), 90u);
}

void WorldTest::services_of_one_group_go_down_together() {
    Scenario scenario = plain(worlds::service("svc", {Constant{1ms}}), EveryArrivals{1s}, 1h);
    scenario.services.push_back(worlds::service("other", {Constant{1ms}}));
    for (ServiceConfig &s : scenario.services) s.availability = Availability{60s, 30s, kind_unavailable, "cloud"};
    const auto run = worlds::run(scenario);
    std::map<std::uint32_t, QList<double>> down;
    for (const TraceRecord &r : of_kind(run.records, RecordKind::service_down)) down[r.object] << seconds(r.time);
    QVERIFY(down[0].size() > 10);
    QCOMPARE(down[0], down[1]);
}

void WorldTest::a_fault_starts_and_ends_an_availability_process() {
    Scenario scenario = plain(worlds::service("svc", {Constant{1ms}}), EveryArrivals{10ms}, 300s);
    scenario.faults = {{"svc", 100s, 100s, 0s, {}, AvailabilityFault{Availability{1s, 1s, kind_network}}}};
    const auto run = worlds::run(scenario);
    for (const TraceRecord &r : of_kind(run.records, RecordKind::service_down)) {
        QVERIFY(seconds(r.time) >= 100.0 && seconds(r.time) <= 200.0);
    }
    QCOMPARE(of_kind(run.records, RecordKind::service_down).size(), of_kind(run.records, RecordKind::service_up).size());
    QVERIFY(run.metrics.failed > 3000 && run.metrics.failed < 7000); // about half of 10,000
}

void WorldTest::writes_collide_under_optimistic_locking() {
    ServiceConfig service = worlds::service("row", {Constant{0ns}});
    service.network = {Constant{10ms}};
    service.contention = Contention::optimistic_lock;
    PolicyConfig policy = worlds::retries(10);
    policy.retry->backoff.family = BackoffFamily::none;
    const auto run = worlds::run(worlds::single(service, policy, BatchArrivals{3, 0s, 3}, 1s));
    // All read at 10 ms and write at 30 ms: one wins each round of 40 ms.
    QCOMPARE(run.metrics.services[0].calls, 6u);
    QCOMPARE(run.metrics.services[0].failures.at("conflict"), 3u);
    QCOMPARE(*run.metrics.latency.max, 0.120);
}

void WorldTest::recorded_arrivals_come_when_they_came() {
    const auto at = std::make_shared<const std::vector<Duration>>(std::vector<Duration>{1s, 1s, 2500ms, 70s});
    const auto run = worlds::run(plain(worlds::service("svc", {Constant{1ms}}), TraceArrivals{"a.csv", at}));
    QList<double> starts;
    for (const TraceRecord &r : of_kind(run.records, RecordKind::request_started)) starts << seconds(r.time);
    QCOMPARE(starts, (QList<double>{1, 1, 2.5})); // the last comes after the duration
}

void WorldTest::an_edit_changes_what_follows_and_keeps_what_is_set() {
    Scenario scenario = plain(worlds::service("svc", {Constant{3s}}), EveryArrivals{2s}, 10s);
    scenario.policies[0].timeout = TimeoutConfig{5s, 1.0, {}};
    const auto run = worlds::run(edited(scenario, 1s, [](Scenario &s) {
        s.policies[0].timeout->after = 1s;
        s.services[0].latency = {Constant{4s}};
    }));
    QCOMPARE(of_kind(run.records, RecordKind::edit_applied).size(), 1u);
    QCOMPARE(run.metrics.succeeded, 1u); // the first keeps its timer of 5 s and its 3 s
    QCOMPARE(run.metrics.services[0].failures.at("timeout"), 4u);
    const auto breaker = worlds::run(edited(
        [] {
            PolicyConfig policy = worlds::policy();
            policy.breaker = breaker_preset("tutorial");
            ServiceConfig service = worlds::service("svc", {Constant{1ms}});
            service.failures = {{kind_unavailable, 1.0}};
            return worlds::single(service, policy, EveryArrivals{1s}, 3min);
        }(),
        30s, [](Scenario &s) { s.policies[0].breaker->open_for = 10s; }));
    QCOMPARE(breaker.metrics.breakers[0].transitions[1].at_s, 64.0); // the open time that was set runs on
    QCOMPARE(breaker.metrics.breakers[0].transitions[3].at_s, 74.0); // the next one is the edited one
}

void WorldTest::an_edit_that_changes_nothing_changes_nothing_but_its_record() {
    const Scenario scenario = worlds::everything(5);
    auto run = worlds::run(edited(scenario, 70s, [](Scenario &) {}));
    const auto whole = worlds::run(scenario);
    std::erase_if(run.records, [](const TraceRecord &r) { return r.kind == RecordKind::edit_applied; });
    QVERIFY(run.records == whole.records);
}

void WorldTest::a_copy_of_a_run_goes_on_the_same_after_an_edit() {
    const Scenario scenario =
        edited(worlds::everything(6), 70s, [](Scenario &s) { s.policies[0].breaker->open_for = 3s; });
    Simulation simulation(scenario);
    simulation.advance({kTimeZero + 90s}, nullptr);
    Simulation copy(simulation);
    simulation.advance({}, nullptr);
    copy.advance({}, nullptr);
    QCOMPARE(copy.fingerprint().hex(), simulation.fingerprint().hex());
    QVERIFY(worlds::run(scenario).fingerprint.hex() == simulation.fingerprint().hex());
    QVERIFY(worlds::run(worlds::everything(6)).fingerprint.hex() != simulation.fingerprint().hex());
}

QTEST_APPLESS_MAIN(WorldTest)
#include "world_test.moc"
