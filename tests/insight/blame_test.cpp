// SPDX-License-Identifier: GPL-3.0-or-later
// Which fault an opening is put down to, which trips are false, and figures whose denominators change. Worlds of which
// every figure can be worked out by hand.
#include <QTemporaryDir>
#include <QtTest>

#include "engine/files/scenario_reader.h"
#include "tests/files/scenario_texts.h"
#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

Metrics run(const char *rest, const std::string &folder = ".") {
    const auto scenario = read_scenario(std::string("halfopen: 1\nname: blame\n") + rest, {folder, {}});
    if (!scenario) qFatal("%s", qPrintable(messages_of(scenario.failure())));
    return worlds::run(scenario.value()).metrics;
}

constexpr const char *kGuarded = R"(
policies: {p: {breaker: {failures: 3, open_for: 5s}}}
operations: {o: {chain: [{service: a, policy: p}]}}
workloads: [{operation: o, arrivals: {every: 1s}}]
)";

bool near(const Figure &figure, double expected) { return figure && std::abs(*figure - expected) < 1e-9; }

} // namespace

class BlameTest : public QObject {
    Q_OBJECT
private slots:
    void an_opening_is_put_down_to_the_fault_that_its_calls_met() {
        const Metrics m = run((std::string("duration: 100s\nservices: {a: {latency: 10ms}}") + kGuarded +
                               "faults:\n  - {service: a, at: 1.5s, for: 2s, latency: {factor: 1.5}}\n"
                               "  - {service: a, at: 50.5s, for: 10s, outage: unavailable}\n")
                                  .c_str());
        QVERIFY(!m.faults[0].time_to_detect_s && !m.faults[0].time_to_recover_s);
        QVERIFY(near(m.faults[1].time_to_detect_s, 2.5)); // the calls of 51, 52, 53 s
        QVERIFY(near(m.faults[1].time_to_recover_s, 2.51)); // opened at 53 and 58, the probe of 63 s succeeds
    }

    void a_fault_elsewhere_below_is_not_blamed() {
        const Metrics m = run((std::string("duration: 100s\nservices: {a: {latency: 10ms, calls: [b, c]}, b: {latency: 10ms}, c: {latency: 10ms}}") +
                               kGuarded +
                               "faults:\n  - {service: b, at: 1.5s, for: 2s, latency: {factor: 1.5}}\n"
                               "  - {service: c, at: 50.5s, for: 10s, outage: unavailable}\n")
                                  .c_str());
        QVERIFY(!m.faults[0].time_to_detect_s);
        QVERIFY(m.faults[1].time_to_detect_s);
    }

    void an_outage_by_availability_is_not_put_down_to_an_old_fault() {
        const Metrics m = run(R"(duration: 100s
seed: 3
services: {a: {latency: 10ms, availability: {up: 20s, down: 10s}}}
policies: {p: {breaker: {failures: 3, open_for: 2s}}}
operations: {o: {chain: [{service: a, policy: p}]}}
workloads: [{operation: o, arrivals: {every: 500ms}}]
faults: [{service: a, at: 0.1s, for: 1s, latency: {factor: 1.1}}]
)");
        QVERIFY(m.breakers[0].trips > 0);
        QCOMPARE(m.breakers[0].false_trips, 0u);
        QVERIFY(!m.faults[0].time_to_detect_s);
    }

    /// Calls that are still under way when their fault ends may open the breaker afterwards.
    void a_fault_that_is_over_is_detected_by_the_calls_that_it_left() {
        const Metrics m = run((std::string("duration: 6s\nservices: {a: {latency: 10ms}}") + kGuarded +
                               "faults:\n  - {service: a, at: 2.5s, for: 3s, latency: {add: 4s}}\n"
                               "  - {service: a, at: 2.5s, for: 3s, failures: {network: 100%}}\n")
                                  .c_str());
        // Calls of 3, 4 and 5 s fail at 7.01, 8.01 and 9.01 s, after the end of the faults.
        QCOMPARE(m.breakers[0].trips, 1u);
        QCOMPARE(m.breakers[0].false_trips, 0u);
        QVERIFY(near(m.faults[0].time_to_detect_s, 6.51) || near(m.faults[1].time_to_detect_s, 6.51));
    }

    void a_window_that_survives_the_close_still_decides() { // opossum
        const Metrics m = run(R"(duration: 16s
services: {a: {latency: 10ms}}
policies: {p: {breaker: {preset: opossum, open_for: 1s, window: {time: 60s, buckets: 10}}}}
operations: {o: {chain: [{service: a, policy: p}]}}
workloads: [{operation: o, arrivals: {every: 1s}}]
faults: [{service: a, at: 0.5s, for: 8s, outage: unavailable}]
edits: [{at: 12.5s, set: services.a.failures.network, to: 100%}]
)");
        QCOMPARE(m.breakers[0].trips, 2u);
        QCOMPARE(m.breakers[0].false_trips, 0u); // 8 of the 9 failures are the outage's
    }

    void what_has_left_the_window_does_not_decide_data() {
        QTest::addColumn<QString>("breaker");
        QTest::addColumn<QByteArray>("arrivals");
        QTest::newRow("by buckets") << "preset: resilience4j, window: {time: 5s, buckets: 5}, trip: time_window, minimum_calls: 3"
                                    << QByteArray("0.95s\n5.1s\n5.2s\n5.3s\n");
        QTest::newRow("reset_every") << "trip: cumulative, failures: 3, reset_every: 5s" << QByteArray("0.95s\n6s\n7s\n8s\n");
    }
    void what_has_left_the_window_does_not_decide() {
        QFETCH(QString, breaker);
        QFETCH(QByteArray, arrivals);
        QTemporaryDir folder;
        QFile file(folder.filePath("arrivals.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("at\n" + arrivals);
        file.close();
        const Metrics m = run(qPrintable(QString(R"(duration: 10s
services: {a: {latency: 0s}}
policies: {p: {breaker: {%1}}}
operations: {o: {chain: [{service: a, policy: p}]}}
workloads: [{operation: o, arrivals: {trace: arrivals.csv}}]
faults: [{service: a, at: 0.9s, for: 1s, outage: unavailable}]
edits: [{at: 4s, set: services.a.failures.network, to: 100%}]
)").arg(breaker)), folder.path().toStdString());
        QCOMPARE(m.breakers[0].trips, 1u);
        QCOMPARE(m.breakers[0].false_trips, 1u);
        QVERIFY(!m.faults[0].time_to_detect_s);
    }

    void calls_that_a_breaker_refused_before_the_warm_up_are_not_counted() {
        const Metrics m = run((std::string("duration: 60s\nwarmup: 30s\nservices: {a: {latency: 10ms}}") + kGuarded +
                               "faults: [{service: a, at: 5.5s, for: 10s, outage: unavailable}]\n")
                                  .c_str());
        QCOMPARE(m.breakers[0].rejected, 0u);
        QCOMPARE(m.breakers[0].trips, 1u); // its states are those of the whole run
    }

    void a_request_that_is_refused_often_is_one_blocked_request() {
        const Metrics m = run(R"(duration: 20s
services: {a: {latency: 10ms, failures: {network: 100%}}}
policies: {p: {retry: {max_attempts: 4, backoff: {base: 10ms}, kinds: [network, breaker_open]}, breaker: {failures: 1, open_for: 10min}}}
operations: {o: {chain: [{service: a, policy: p}]}}
workloads: [{operation: o, arrivals: {every: 1s}}]
)");
        QCOMPARE(m.rejected.at("breaker"), 79u);
        QCOMPARE(m.requests_refused.at("breaker"), 20u);
        QCOMPARE(m.requests_refused.at("bulkhead"), 0u);
    }

    void workers_are_counted_as_many_as_there_are_data() {
        QTest::addColumn<QString>("change");
        QTest::addColumn<double>("busy");
        QTest::newRow("by a fault") << "faults: [{service: a, at: 0s, for: 20s, workers: 10}]" << 0.49;
        QTest::newRow("half the time") << "faults: [{service: a, at: 10s, for: 10s, workers: 10}]" << -1.0;
        QTest::newRow("by an edit") << "edits: [{at: 1ns, set: services.a.workers, to: 10}]" << 0.49;
    }
    void workers_are_counted_as_many_as_there_are() {
        QFETCH(QString, change);
        QFETCH(double, busy);
        const Metrics m = run(qPrintable("duration: 20s\nservices: {a: {latency: 1s, workers: 1}}\noperations: {o: {chain: [a]}}\n"
                                         "workloads: [{operation: o, arrivals: {every: 200ms}}]\n" + change + "\n"));
        QVERIFY(m.services[0].busy_share);
        // 4.9 busy on average: arrivals of 0, 0.2 ... 19.8 s, each 1 s of work, cut at 20 s.
        if (busy > 0) QVERIFY2(std::abs(*m.services[0].busy_share - busy) < 1e-6, qPrintable(QString::number(*m.services[0].busy_share)));
        QVERIFY(*m.services[0].busy_share > 0.4 && *m.services[0].busy_share <= 1.0);
    }

    void the_last_item_of_a_batch_starts_without_drain_too() {
        const Metrics m = run(R"(duration: 5s
drain: false
services: {a: {latency: 1s}}
operations: {o: {chain: [a]}}
workloads: [{operation: o, arrivals: {batch: {items: 10, concurrency: 1}}}]
)");
        QCOMPARE(m.requests, 10u);
        QCOMPARE(m.succeeded + m.in_flight, 10u);
    }
};

QTEST_APPLESS_MAIN(BlameTest)
#include "blame_test.moc"
