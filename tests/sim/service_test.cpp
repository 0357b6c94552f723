// SPDX-License-Identifier: GPL-3.0-or-later
// What a service does with its calls, worked out by hand: queue, workers, limits, cancellation, faults.
#include <QtTest>

#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;
using worlds::of_kind;

class ServiceTest : public QObject {
    Q_OBJECT
private slots:
    void a_full_queue_refuses_with_overloaded();
    void lifo_serves_the_newest_first();
    void the_rate_limit_never_admits_more_than_burst_and_rate();
    void retry_after_is_exact_when_the_server_says_so();
    void a_late_completion_duplicates_the_effect_unless_a_key_is_used();
    void a_cancel_takes_the_call_out_of_the_queue();
    void an_outage_refuses_what_waits_and_drops_what_is_served_when_asked();
    void fewer_workers_for_a_while_and_a_ramp();
    void a_fault_repeats();
};

namespace {

Scenario one_request(const ServiceConfig &service, const PolicyConfig &policy) {
    return worlds::single(service, policy, EveryArrivals{1h}, 1min);
}

} // namespace

void ServiceTest::a_full_queue_refuses_with_overloaded() {
    ServiceConfig service = worlds::service("svc", {Constant{10s}});
    service.workers = 1;
    service.queue = 2;
    const auto finished = worlds::run(worlds::single(service, worlds::policy(), BatchArrivals{5, 0s, 5}, 10s));
    QCOMPARE(finished.metrics.succeeded, 3u);
    QCOMPARE(finished.metrics.services[0].failures.at("overloaded"), 2u);
    QCOMPARE(*finished.metrics.latency_success.max, 30.0);
    QCOMPARE(*finished.metrics.services[0].queue_wait_mean_s, 10.0); // 0, 10, 20 s
}

void ServiceTest::lifo_serves_the_newest_first() {
    ServiceConfig service = worlds::service("svc", {Constant{10s}});
    service.workers = 1;
    service.discipline = Discipline::lifo;
    const auto finished = worlds::run(worlds::single(service, worlds::policy(), EveryArrivals{1s}, 3s));
    QList<unsigned> order;
    for (const TraceRecord &r : of_kind(finished.records, RecordKind::request_ended)) order << r.request;
    QCOMPARE(order, (QList<unsigned>{1, 3, 2}));
}

void ServiceTest::the_rate_limit_never_admits_more_than_burst_and_rate() {
    ServiceConfig service = worlds::service("svc", {Constant{0ns}});
    service.rate_limit = ServerRateLimit{{7.0}, 5.0, {}};
    const auto finished = worlds::run(worlds::single(service, worlds::policy(), PoissonArrivals{{30.0}}, 100s));
    std::vector<double> admitted;
    for (const TraceRecord &r : of_kind(finished.records, RecordKind::service_started)) admitted.push_back(seconds(r.time));
    QVERIFY(admitted.size() > 690 && admitted.size() <= 706);
    for (std::size_t i = 0; i < admitted.size(); ++i) { // the naive check of every window
        for (std::size_t j = i; j < admitted.size(); ++j) {
            QVERIFY(static_cast<double>(j - i + 1) <= 5.0 + 7.0 * (admitted[j] - admitted[i]) + 1e-6);
        }
    }
}

void ServiceTest::retry_after_is_exact_when_the_server_says_so() {
    ServiceConfig service = worlds::service("svc", {Constant{0ns}});
    service.rate_limit = ServerRateLimit{{0.5}, 1.0, {RetryAfterHint::Kind::exact, {}, 1.0}};
    PolicyConfig policy = worlds::retries(2, 10ms);
    const auto finished = worlds::run(worlds::single(service, policy, BatchArrivals{2, 0s, 2}, 10s));
    QCOMPARE(finished.metrics.succeeded, 2u);
    QCOMPARE(*finished.metrics.latency.max, 2.0);
    QCOMPARE(static_cast<WaitReason>(of_kind(finished.records, RecordKind::wait_started)[0].reason), WaitReason::retry_after);
}

void ServiceTest::a_late_completion_duplicates_the_effect_unless_a_key_is_used() {
    ServiceConfig service = worlds::service("svc", {Constant{2s}});
    service.effect = true;
    PolicyConfig policy = worlds::retries(3, 0s);
    policy.timeout = TimeoutConfig{1s, 3.0, {}};
    const auto finished = worlds::run(one_request(service, policy));
    QCOMPARE(finished.metrics.duplicates, 1u); // try 1 times out at 1 s and lands at 2 s; try 2 lands at 3 s
    QCOMPARE(of_kind(finished.records, RecordKind::late_completion).size(), 1u);
    service.idempotency_key = true;
    QCOMPARE(worlds::run(one_request(service, policy)).metrics.duplicates, 0u);
}

void ServiceTest::a_cancel_takes_the_call_out_of_the_queue() {
    ServiceConfig service = worlds::service("svc", {Constant{10s}});
    service.workers = 1;
    PolicyConfig policy = worlds::policy();
    policy.timeout = TimeoutConfig{3s, 1.0, {}};
    const auto kept = worlds::run(worlds::single(service, policy, BatchArrivals{2, 0s, 2}, 10s));
    QCOMPARE(of_kind(kept.records, RecordKind::late_completion).size(), 2u);
    service.cancels = true;
    service.network = {Constant{100ms}};
    const auto cancelled = worlds::run(worlds::single(service, policy, BatchArrivals{2, 0s, 2}, 10s));
    QCOMPARE(of_kind(cancelled.records, RecordKind::late_completion).size(), 0u);
    const auto ended = of_kind(cancelled.records, RecordKind::service_ended);
    QCOMPARE(seconds(ended[0].time), 3.1); // its worker was freed one network delay after the timeout
    QCOMPARE(of_kind(cancelled.records, RecordKind::queue_left).size() + ended.size(), 2u);
}

void ServiceTest::an_outage_refuses_what_waits_and_drops_what_is_served_when_asked() {
    ServiceConfig service = worlds::service("svc", {Constant{10s}});
    service.workers = 1;
    Scenario scenario = worlds::single(service, worlds::policy(), BatchArrivals{3, 0s, 3}, 60s);
    scenario.faults = {{"svc", 5s, 20s, 0s, {}, OutageFault{kind_unavailable, false}}};
    const auto finishing = worlds::run(scenario);
    QCOMPARE(finishing.metrics.succeeded, 1u); // what is being served finishes
    QCOMPARE(*finishing.metrics.latency.p50, 5.0);
    std::get<OutageFault>(scenario.faults[0].effect).drops = true;
    QCOMPARE(worlds::run(scenario).metrics.succeeded, 0u);
    std::get<OutageFault>(scenario.faults[0].effect) = {kind_timeout, false};
    QCOMPARE(worlds::run(scenario).metrics.in_flight, 2u); // a kind that hangs never answers
}

void ServiceTest::fewer_workers_for_a_while_and_a_ramp() {
    ServiceConfig service = worlds::service("svc", {Constant{1s}});
    service.workers = 4;
    Scenario scenario = worlds::single(service, worlds::policy(), BatchArrivals{16, 30s, 16}, 60s);
    QCOMPARE(*worlds::run(scenario).metrics.latency.max, 4.0);
    scenario.faults = {{"svc", 5s, 50s, 0s, {}, WorkersFault{1}}};
    QCOMPARE(*worlds::run(scenario).metrics.latency.max, 16.0);
    scenario.faults[0].ramp = 50s; // 4 workers become 1 over 50 s
    // From 3 at 30 s (half-way) to 2 soon after: 3 + 7 * 2 calls of 1 s each, the last ending after 8 s.
    QCOMPARE(*worlds::run(scenario).metrics.latency.max, 8.0);
}

void ServiceTest::a_fault_repeats() {
    Scenario scenario = worlds::single(worlds::service("svc", {Constant{1ms}}), worlds::policy(), EveryArrivals{1s}, 60s);
    scenario.faults = {{"svc", 10500ms, 5s, 0s, 20s, OutageFault{}}};
    const auto finished = worlds::run(scenario);
    QCOMPARE(finished.metrics.failed, 15u); // at 10.5, 30.5 and 50.5 s, five seconds each
    QCOMPARE(finished.metrics.faults.size(), 3u);
}

QTEST_APPLESS_MAIN(ServiceTest)
#include "service_test.moc"
