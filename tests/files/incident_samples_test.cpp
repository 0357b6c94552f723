// SPDX-License-Identifier: GPL-3.0-or-later
// The sample incidents are what their script makes, and can be read, fitted and shown literally.
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "engine/files/fitted_scenario.h"
#include "engine/files/incident_file.h"
#include "engine/files/scenario_reader.h"
#include "engine/incident/literal.h"
#include "engine/insight/metrics.h"
#include "engine/sim/simulation.h"

using namespace halfopen;

namespace {

const QString kIncidents = HALFOPEN_SOURCE_DIR "/resources/incidents/";

QByteArray bytes_of(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no %s", qPrintable(path));
    return file.readAll();
}

Incident sample(const QString &name) {
    const auto incident = import_record((kIncidents + name).toStdString());
    if (!incident) qFatal("%s", incident.failure().issues.front().message.c_str());
    return incident.value();
}

Scenario world_behind(const QString &name) { return load_scenario((kIncidents + name + ".scenario.yaml").toStdString()).value(); }

Metrics figures_of(const Scenario &scenario) {
    MetricsFold fold(scenario);
    Simulation simulation(scenario);
    simulation.advance({}, &fold);
    return fold.result(simulation.reached());
}

} // namespace

class IncidentSamplesTest : public QObject {
    Q_OBJECT

private slots:
    void they_are_what_their_script_makes() {
        QTemporaryDir folder;
        QProcess make;
        make.start(kIncidents + "make", {HALFOPEN_CLI, folder.path()});
        QVERIFY(make.waitForFinished(60'000));
        QVERIFY2(make.exitCode() == 0, make.readAllStandardError());
        const QStringList records = QDir(kIncidents).entryList({"*.csv", "*.jsonl"});
        QCOMPARE(records, (QStringList{"checkout-storm.csv", "vision-outage.jsonl"}));
        for (const QString &name : records)
            QVERIFY2(bytes_of(folder.filePath(name)) == bytes_of(kIncidents + name), qPrintable(name + " differs: run resources/incidents/make"));
    }

    void the_storm_outlasts_its_cause() {
        const Incident incident = sample("checkout-storm.csv");
        QCOMPARE(incident.health.unreadable + incident.health.duplicates + incident.health.contradictions, std::size_t{0});
        QCOMPARE(incident.epoch_ns, std::optional<std::int64_t>(1'773'500'966'006'649'000)); // 2026-03-14T15:09:26.006649Z
        // Calls a second before, during and long after the ten slow seconds, and how many of them succeeded.
        const auto in = [&](int from, int to) {
            std::size_t calls = 0, good = 0;
            for (const RecordedCall &call : incident.calls) {
                const double at = seconds(call.start);
                if (at < from || at >= to) continue;
                ++calls;
                good += call.outcome == 0 ? 1 : 0;
            }
            return std::pair(calls / static_cast<std::size_t>(to - from), static_cast<double>(good) / static_cast<double>(calls));
        };
        QVERIFY(in(0, 30).first < 20 && in(0, 30).second > 0.95);
        QVERIFY(in(60, 90).first > 45 && in(60, 90).second < 0.05);
    }

    void a_fit_of_the_storm_finds_its_workers() {
        FitOptions options;
        options.capacity = true;
        const Fit fitted = fit(sample("checkout-storm.csv"), options);
        QVERIFY(fitted.services[0].capacity);
        QCOMPARE(fitted.services[0].capacity->workers, 2);
        QCOMPARE(fitted.services[0].max_attempts, 4);
        QCOMPARE(fitted.services[0].timeout.value_or(Duration(0)), Duration(std::chrono::seconds(1)));
        QCOMPARE(fitted.operations[0].instances, 4u);
    }

    void the_outage_shows_the_transitions_of_its_world() {
        const Scenario world = world_behind("vision-outage");
        const Metrics of_world = figures_of(world);
        MetricsFold fold(world);
        // The record counts from its first call.
        const auto literal = literal_replay(sample("vision-outage.jsonl"), world, fold);
        QVERIFY(literal);
        const Metrics of_record = fold.result(kTimeZero + world.duration);
        QCOMPARE(of_record.requests, of_world.requests);
        QCOMPARE(of_record.rejected, of_world.rejected);
        QCOMPARE(of_record.cost_total_usd, of_world.cost_total_usd);
        QVERIFY(of_world.breakers[0].trips > 0);
        for (std::size_t b = 0; b < of_world.breakers.size(); ++b) {
            const auto &a = of_record.breakers[b].transitions, &w = of_world.breakers[b].transitions;
            QCOMPARE(a.size(), w.size());
            for (std::size_t i = 0; i < a.size(); ++i) {
                QVERIFY(a[i].to == w[i].to && a[i].reason == w[i].reason);
                QVERIFY(std::abs(a[i].at_s - a[0].at_s - (w[i].at_s - w[0].at_s)) < 1e-9);
            }
        }
        for (const BreakerAgreement &b : literal.value().breakers) QCOMPARE(b.would_have_refused + b.would_have_let_pass, std::uint64_t{0});
    }

    void both_can_be_fitted_and_run() {
        for (const QString name : {"checkout-storm.csv", "vision-outage.jsonl"}) {
            const Incident incident = sample(name);
            const FittedFiles files = fitted_scenario(incident, fit(incident), name.toStdString(), "a.csv");
            QTemporaryDir folder;
            QFile arrivals(folder.filePath("a.csv"));
            QVERIFY(arrivals.open(QIODevice::WriteOnly));
            arrivals.write(QByteArray::fromStdString(files.arrivals));
            arrivals.close();
            ReadOptions reading;
            reading.directory = folder.path().toStdString();
            const auto scenario = read_scenario(files.scenario, reading);
            QVERIFY(scenario);
            QCOMPARE(figures_of(scenario.value()).requests, std::uint64_t{incident.requests});
        }
    }
};

QTEST_APPLESS_MAIN(IncidentSamplesTest)
#include "incident_samples_test.moc"
