// SPDX-License-Identifier: GPL-3.0-or-later
// Where requests come from: batches, phases, clients.
#include <QtTest>

#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;
using worlds::of_kind;

class ArrivalsTest : public QObject {
    Q_OBJECT
private slots:
    void a_batch_keeps_its_concurrency();
    void phases_follow_their_rates();
    void clients_measure_from_the_intended_start_when_asked();
};

void ArrivalsTest::a_batch_keeps_its_concurrency() {
    const Scenario scenario = worlds::single(worlds::service("svc", {Constant{1s}}), worlds::policy(), BatchArrivals{10, 3s, 4}, 4s);
    const auto finished = worlds::run(scenario);
    QCOMPARE(finished.metrics.batches.size(), 1u);
    QCOMPARE(finished.metrics.batches[0].successes, 10u); // the duration does not stop it
    QCOMPARE(finished.metrics.simulated_s, 6.0);
    int running = 0, most = 0;
    for (const TraceRecord &r : finished.records) {
        running += r.kind == RecordKind::request_started ? 1 : r.kind == RecordKind::request_ended ? -1 : 0;
        most = std::max(most, running);
    }
    QCOMPARE(most, 4);
    Scenario empty = scenario;
    std::get<BatchArrivals>(empty.workloads[0].arrivals).items = 0;
    QVERIFY(!worlds::run(empty).metrics.batches[0].success_rate);
}

void ArrivalsTest::phases_follow_their_rates() {
    const PhasedArrivals phases{{{100s, {50.0}, {50.0}}, {100s, {0.0}, {100.0}}, {100s, {0.0}, {0.0}}, {100s, {10.0}, {10.0}}}};
    const auto finished = worlds::run(worlds::single(worlds::service("svc", {Constant{1ms}}), worlds::policy(), phases, 400s));
    std::array<int, 4> arrivals{};
    int first_half_of_ramp = 0;
    for (const TraceRecord &r : of_kind(finished.records, RecordKind::request_started)) {
        ++arrivals[static_cast<std::size_t>(seconds(r.time) / 100.0)];
        first_half_of_ramp += seconds(r.time) >= 100.0 && seconds(r.time) < 150.0 ? 1 : 0;
    }
    QVERIFY(std::abs(arrivals[0] - 5000) < 4 * 71);
    QVERIFY(std::abs(arrivals[1] - 5000) < 4 * 71);
    QVERIFY(std::abs(first_half_of_ramp - 1250) < 4 * 36);
    QCOMPARE(arrivals[2], 0);
    QVERIFY(std::abs(arrivals[3] - 1000) < 4 * 32);
}

void ArrivalsTest::clients_measure_from_the_intended_start_when_asked() {
    ClientArrivals clients{1, {Constant{10ms}}, Pacing::start, LatencyFrom::send};
    Scenario scenario = worlds::single(worlds::service("svc", {Constant{1ms}}), worlds::policy(), clients, 200s);
    scenario.faults = {{"svc", 100s, 5ms, 0s, {}, LatencyFault{1.0, 100s}}}; // one call takes 100 s
    const auto send = worlds::run(scenario);
    QVERIFY(std::abs(*send.metrics.latency.p99 - 0.001) < 1e-9); // coordinated omission hides the stall
    std::get<ClientArrivals>(scenario.workloads[0].arrivals).latency_from = LatencyFrom::intended;
    const auto intended = worlds::run(scenario);
    QVERIFY2(*intended.metrics.latency.p99 > 80.0, qPrintable(QString::number(*intended.metrics.latency.p99)));
    QVERIFY(intended.metrics.requests > send.metrics.requests);
}

QTEST_APPLESS_MAIN(ArrivalsTest)
#include "arrivals_test.moc"
