// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"
#include "engine/insight/metrics.h"
#include "engine/sim/simulation.h"
#include "tests/files/scenario_texts.h"

#include <QDir>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace halfopen;

namespace {

const QString kFolder = HALFOPEN_SOURCE_DIR "/resources/scenarios";

Scenario shipped(const QString &name, const std::vector<std::string> &overrides = {}) {
    const QString path = kFolder + '/' + name + ".scenario.yaml";
    const Result<Scenario> scenario = load_scenario(path.toStdString(), overrides);
    if (!scenario) qFatal("%s", qPrintable(messages_of(scenario.failure())));
    return scenario.value();
}

/// The first instant at which something other than plain success happens.
class FirstTrouble final : public RecordSink {
public:
    void take(std::span<const TraceRecord> records) override {
        for (const TraceRecord &r : records) {
            const bool failed = r.kind == RecordKind::attempt_ended && outcome_of(r) != kSuccess;
            if (!at && (failed || r.kind == RecordKind::breaker_changed || r.kind == RecordKind::fault_on)) at = r.time;
            if (!trip && r.kind == RecordKind::breaker_changed) trip = r.time;
        }
    }
    std::optional<SimTime> at;
    std::optional<SimTime> trip;
};

Metrics figures(const Scenario &scenario) {
    Simulation simulation(scenario);
    MetricsFold fold(scenario);
    while (simulation.advance({}, &fold)) {
    }
    return fold.result(simulation.reached());
}

} // namespace

class ShippedScenariosTest : public QObject {
    Q_OBJECT

private slots:
    void all_are_there() {
        const QStringList expected = {"breaker-as-documented-and-as-published",
                                      "circuit-breaker",
                                      "model-unavailable",
                                      "partial-success",
                                      "rate-limit",
                                      "receipts",
                                      "retry-storm",
                                      "self-healing",
                                      "timeout",
                                      "tutorial-breakers",
                                      "tutorial-breakers-high",
                                      "tutorial-breakers-low"};
        for (const QString &name : expected)
            QVERIFY2(QFile::exists(kFolder + '/' + name + ".scenario.yaml"), qPrintable(name));
    }

    void a_scenario_for_each_landmark_result_is_there() {
        const QStringList expected = {
            "l01-aws-backoff",          "l02-retries-and-budgets",    "l03-what-is-backoff-for",
            "l04-spike-collapse",       "l05-metastable-retry-storm", "l06-hidden-capacity",
            "l07-trigger-intensity",    "l08-goodput-collapse",       "l09-metastable-in-the-wild",
            "l10-retry-amplification",  "l11-tail-at-scale",          "l12-queueing",
            "l13-coordinated-omission", "l14-thundering-herd",        "l15-backoff-arithmetic",
            "l16-library-defaults"};
        QStringList found;
        for (QString file : QDir(kFolder + "/landmarks").entryList({"*.scenario.yaml"}))
            found << file.remove(".scenario.yaml");
        QCOMPARE(found, expected);
    }

    void each_landmark_says_what_it_shows_and_runs_to_its_end_data() {
        QTest::addColumn<QString>("name");
        for (QString file : QDir(kFolder + "/landmarks").entryList({"*.scenario.yaml"})) {
            const QString name = "landmarks/" + file.remove(".scenario.yaml");
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void each_landmark_says_what_it_shows_and_runs_to_its_end() {
        QFETCH(QString, name);
        const Scenario scenario = shipped(name);
        const QString id = QString::number(name.section('/', 1).mid(1, 2).toInt());
        QVERIFY2(scenario.name.starts_with(("L" + id + ": ").toStdString()), scenario.name.c_str());
        QVERIFY2(scenario.about.size() > 200 && scenario.about.size() < 1500, scenario.about.c_str());
        QVERIFY(QString::fromStdString(scenario.about).contains("atch"));
        const Metrics metrics = figures(scenario);
        QVERIFY(metrics.requests > 0 && metrics.succeeded + metrics.failed > 0);
        QCOMPARE(metrics.requests, metrics.succeeded + metrics.failed + metrics.in_flight);
    }

    void of_the_four_panels_of_l9_just_one_stays_down() {
        const auto recovers = [](const std::vector<std::string> &overrides) {
            const Metrics m = figures(shipped("landmarks/l09-metastable-in-the-wild", overrides));
            std::uint64_t arrivals = 0, successes = 0;
            for (std::size_t i = 150; i < 180; ++i) {
                arrivals += m.series.arrivals[i];
                successes += m.series.successes[i];
            }
            return static_cast<double>(successes) / static_cast<double>(arrivals);
        };
        QVERIFY(recovers({}) < 0.01);
        QVERIFY(recovers({"faults[0].latency.factor=4.545"}) > 0.99);
        QVERIFY(recovers({"faults[0].for=9s"}) > 0.99);
        QVERIFY(recovers({"workloads[0].arrivals.every=5.357ms"}) > 0.99);
    }

    void each_says_what_to_watch_and_shows_something_within_ten_seconds_of_play_data() {
        QTest::addColumn<QString>("name");
        for (QString file : QDir(kFolder).entryList({"*.scenario.yaml"})) {
            const QString name = file.remove(".scenario.yaml");
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void each_says_what_to_watch_and_shows_something_within_ten_seconds_of_play() {
        QFETCH(QString, name);
        const Scenario scenario = shipped(name);
        QVERIFY(!scenario.name.empty());
        QVERIFY2(scenario.about.size() > 200 && scenario.about.size() < 1500, scenario.about.c_str());
        QVERIFY(QString::fromStdString(scenario.about).contains("atch"));
        Simulation simulation(scenario);
        FirstTrouble trouble;
        while (simulation.advance({}, &trouble)) {
        }
        QVERIFY(trouble.at);
        QVERIFY2(seconds(*trouble.at) <= 10.0 * scenario.play_speed, qPrintable(QString::number(seconds(*trouble.at))));
        QCOMPARE(int(simulation.stop_reason()), int(StopReason::finished));
    }

    void the_receipts_breaker_trips_within_ten_seconds_of_play() {
        const Scenario scenario = shipped("receipts");
        Simulation simulation(scenario);
        FirstTrouble trouble;
        while (simulation.advance({}, &trouble)) {
        }
        QVERIFY(trouble.trip);
        QVERIFY(seconds(*trouble.trip) > 60.0 && seconds(*trouble.trip) <= 10.0 * scenario.play_speed);
    }

    void in_receipts_the_outage_moves_requests_to_cheaper_and_rougher_models() {
        const Metrics calm = figures(shipped("receipts", {"faults=[]"}));
        const Metrics outage = figures(shipped("receipts"));
        QCOMPARE(calm.requests, outage.requests); // the same arrivals
        QVERIFY(*outage.cost_per_request_usd < *calm.cost_per_request_usd);
        QVERIFY(*outage.accuracy_served < *calm.accuracy_served - 0.01);
        QVERIFY(*outage.success_rate > 0.95);
        QVERIFY(*outage.recovery_healing > 0.0);
        QCOMPARE(outage.breakers.size(), std::size_t{2});
        QCOMPARE(outage.breakers[0].trips, std::uint64_t{1});
        QCOMPARE(outage.breakers[0].false_trips, std::uint64_t{0});
        QCOMPARE(outage.breakers[1].trips, std::uint64_t{2}); // the text promises the second at 186 s
        QCOMPARE(outage.breakers[1].false_trips, std::uint64_t{1});
        QCOMPARE(int(outage.breakers[1].transitions.back().at_s), 186);
    }

    void the_retry_storm_stays_after_its_cause_is_gone_until_something_real_changes() {
        const auto last_minute = [](const Metrics &m) {
            double successes = 0;
            for (std::size_t i = 60; i < 120 && i < m.series.successes.size(); ++i)
                successes += static_cast<double>(m.series.successes[i]);
            return successes / 60.0 / 70.0;
        };
        QVERIFY(last_minute(figures(shipped("retry-storm", {"faults=[]"}))) > 0.95);
        QVERIFY(last_minute(figures(shipped("retry-storm"))) < 0.10);
        QVERIFY(last_minute(figures(shipped("retry-storm", {"services.backend.cancels=true"}))) > 0.95);
    }

    void the_published_breaker_refuses_most_calls_to_a_healthy_service() {
        const Metrics metrics = figures(shipped("breaker-as-documented-and-as-published"));
        QCOMPARE(metrics.breakers.size(), std::size_t{2});
        const BreakerFigures &documented = metrics.breakers[0];
        const BreakerFigures &published = metrics.breakers[1];
        QVERIFY(documented.trips <= 1);
        QVERIFY(published.trips >= 8);
        QCOMPARE(published.false_trips, published.trips);
        QVERIFY(static_cast<double>(published.rejected) > 0.5 * 1800.0);
    }

    void the_tutorials_numbers_are_in_its_four_scenarios() {
        const Scenario timeout = shipped("timeout");
        QCOMPARE(timeout_of(*timeout.policies[0].timeout, 3), Duration(std::chrono::seconds(120)));
        QCOMPARE(timeout.policies[0].retry->max_attempts, 3);
        const Scenario limit = shipped("rate-limit");
        QCOMPARE(backoff_base(limit.policies[0].retry->backoff, 4), Duration(std::chrono::seconds(8)));
        QCOMPARE(limit.policies[0].retry->max_attempts, 5);
        const Scenario unavailable = shipped("model-unavailable");
        QCOMPARE(unavailable.operations[0].chain.size(), std::size_t{3});
        const Scenario breaker = shipped("circuit-breaker");
        QVERIFY(breaker.policies[0].breaker == breaker_preset("tutorial"));
        QCOMPARE(breaker.policies[0].breaker->failures, 5);
        QCOMPARE(breaker.policies[0].breaker->open_for, Duration(std::chrono::seconds(60)));
    }

    void of_two_batches_the_one_with_retries_succeeds_more() {
        const Metrics metrics = figures(shipped("partial-success"));
        QCOMPARE(metrics.batches.size(), std::size_t{2});
        QVERIFY(*metrics.batches[1].success_rate > *metrics.batches[0].success_rate + 0.05);
        QCOMPARE(metrics.batches[0].successes + metrics.batches[0].failures, std::uint64_t{200});
    }
};

QTEST_GUILESS_MAIN(ShippedScenariosTest)
#include "shipped_scenarios_test.moc"
