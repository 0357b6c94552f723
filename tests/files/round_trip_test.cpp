// SPDX-License-Identifier: GPL-3.0-or-later
// A run, its calls as a record, and what can be read off that.
#include <QTemporaryDir>
#include <QtTest>

#include "engine/base/distribution.h"
#include "engine/files/fitted_scenario.h"
#include "engine/files/scenario_reader.h"
#include "tests/files/recorded_run.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

const std::string kPlain = R"(halfopen: 1
name: Plain
seed: 3
duration: 400s
services:
  api:
    latency: {lognormal: {p50: 80ms, p99: 700ms}}
    failures: {unavailable: 10%, rate_limit: 4%, network: 1%}
    cost: 0.02
    billing: {success: 100%, network: 50%}
policies:
  p: {retry: {max_attempts: 3, backoff: {family: exponential, base: 200ms}, jitter: full}}
operations:
  ask: {chain: [{service: api, policy: p}]}
workloads:
  - {operation: ask, arrivals: {poisson: 50/s}}
)";

bool holds(const Estimate &e, double truth) { return e.low <= truth && truth <= e.high; }

} // namespace

class RoundTripTest : public QObject {
    Q_OBJECT

private slots:
    void every_call_of_a_run_is_in_its_record() {
        const Recorded run = recorded(kPlain);
        const Incident incident = imported(run.calls);
        const ServiceFigures &api = run.metrics.services.at(0);
        QCOMPARE(incident.calls.size(), static_cast<std::size_t>(api.calls));
        QCOMPARE(static_cast<std::uint64_t>(incident.requests), run.metrics.requests);
        QCOMPARE(notes_of(incident), QString());
        QCOMPARE(incident.health.out_of_order + incident.health.duplicates + incident.health.contradictions + incident.health.overlaps, std::size_t{0});
        std::int64_t cost = 0;
        std::map<std::string, std::uint64_t> failures;
        for (const RecordedCall &call : incident.calls) {
            cost += call.cost_nano;
            if (call.outcome != 0) ++failures[incident.outcomes[call.outcome]];
        }
        QCOMPARE(static_cast<double>(cost) / 1e9, run.metrics.cost_total_usd);
        for (const auto &[kind, count] : failures) QCOMPARE(count, api.failures.at(kind));
    }

    /// Must hold for nearly every seed: 95 % intervals of eight figures in each of 20 runs miss 8 of 160 in the mean.
    void the_fit_recovers_the_truth_within_its_intervals() {
        int missed = 0;
        for (int seed = 1; seed <= 20; ++seed) {
            const Recorded run = recorded(replaced(replaced(kPlain, "seed: 3", "seed: " + std::to_string(seed)), "retry: {max_attempts: 3, backoff: {family: exponential, base: 200ms}, jitter: full}", ""));
            const Incident incident = imported(run.calls);
            const Fit fitted = fit(incident);
            QCOMPARE(fitted.services.size(), std::size_t{1});
            const FittedService &api = fitted.services[0];
            missed += !holds(api.rate, 50.0);
            QCOMPARE(api.failures.size(), std::size_t{3});
            for (const auto &[outcome, share] : api.failures) {
                const std::string &kind = incident.outcomes[outcome];
                missed += !holds(share, kind == "unavailable" ? 0.10 : kind == "rate_limit" ? 0.04 : 0.01);
            }
            const Distribution latency = run.scenario.services[0].latency;
            missed += !holds(api.p50, *quantile_s(latency, 0.5));
            missed += !holds(api.p95, *quantile_s(latency, 0.95));
            missed += !holds(api.p99, *quantile_s(latency, 0.99));
        }
        QVERIFY2(missed <= 18, qPrintable(QString("%1 of 140 intervals missed the truth").arg(missed)));
    }

    void the_fit_recovers_what_the_callers_do() {
        const Recorded run = recorded(kPlain);
        const Incident incident = imported(run.calls);
        const Fit fitted = fit(incident);
        const FittedService &api = fitted.services[0];
        QCOMPARE(api.max_attempts, 3);
        QVERIFY(api.jitter);
        QVERIFY2(api.backoff > 170ms && api.backoff < 230ms, qPrintable(QString::number(seconds(api.backoff))));
        QVERIFY2(std::abs(api.multiplier - 2.0) < 0.35, qPrintable(QString::number(api.multiplier)));
        QVERIFY(std::abs(*api.cost_usd - 0.02) < 1e-9);
        QCOMPARE(fitted.operations[0].name, std::string("ask"));
    }

    /// The fitted scenario is run, recorded and fitted once more: its figures lie where the first ones lay.
    void a_fit_of_a_fit_says_the_same() {
        const Recorded run = recorded(kPlain);
        const Incident incident = imported(run.calls);
        const FittedFiles files = fitted_scenario(incident, fit(incident), "run.csv", "run.arrivals.csv");
        QTemporaryDir directory;
        QFile arrivals(directory.filePath("run.arrivals.csv"));
        QVERIFY(arrivals.open(QIODevice::WriteOnly));
        arrivals.write(QByteArray::fromStdString(files.arrivals));
        arrivals.close();
        ReadOptions reading;
        reading.directory = directory.path().toStdString();
        const Result<Scenario> scenario = read_scenario(files.scenario, reading);
        QVERIFY2(scenario, scenario ? "" : qPrintable(messages_of(scenario.failure())));
        MetricsFold fold(scenario.value(), Duration(1s));
        Simulation simulation(scenario.value());
        simulation.advance({}, &fold);
        const Metrics again = fold.result(simulation.reached());
        QCOMPARE(again.requests, run.metrics.requests); // the arrivals are the recorded ones
        const double n = static_cast<double>(run.metrics.requests);
        const auto near = [&](const Figure &a, const Figure &b) { return std::abs(*a - *b) < 5.0 * std::sqrt(2.0 * *b * (1.0 - *b) / n); };
        QVERIFY(near(again.success_rate, run.metrics.success_rate));
        QVERIFY(near(again.first_try_rate, run.metrics.first_try_rate));
        QVERIFY(near(again.retry_rate, run.metrics.retry_rate));
        QVERIFY2(std::abs(*again.latency.p50 / *run.metrics.latency.p50 - 1.0) < 0.05, qPrintable(QString::number(*again.latency.p50)));
        QVERIFY2(std::abs(*again.latency.p95 / *run.metrics.latency.p95 - 1.0) < 0.1, qPrintable(QString::number(*again.latency.p95)));
        QVERIFY(std::abs(again.cost_total_usd / run.metrics.cost_total_usd - 1.0) < 0.02);
    }

    void instances_are_told_apart_in_the_record() {
        const std::string text = replaced(kPlain, "arrivals: {poisson: 50/s}}", "arrivals: {poisson: 50/s}, instances: 3}");
        const Incident incident = imported(recorded(text).calls);
        std::vector<std::string> callers = incident.callers;
        std::sort(callers.begin(), callers.end());
        QCOMPARE(callers, (std::vector<std::string>{"ask/0", "ask/1", "ask/2"}));
        const Fit fitted = fit(incident);
        QCOMPARE(fitted.operations.size(), std::size_t{1});
        QCOMPARE(fitted.operations[0].instances, 3u);
    }
};

QTEST_APPLESS_MAIN(RoundTripTest)
#include "round_trip_test.moc"
