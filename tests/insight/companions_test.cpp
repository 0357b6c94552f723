// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/companions.h"

#include "engine/files/companions_report.h"
#include "engine/files/metrics_json.h"
#include "engine/files/scenario_reader.h"
#include "engine/sim/simulation.h"
#include "tests/files/scenario_texts.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace halfopen;

namespace {

const std::string kStation = R"(halfopen: 1
duration: 8000s
warmup: 500s
services:
  station: {latency: {exponential: {mean: 100ms}}, workers: 1}
  spare: {latency: 10ms}
policies:
  tries: {retry: {max_attempts: 3, backoff: {family: constant, base: 1ms}}}
  guarded: {breaker: tutorial_code}
operations:
  ask: {chain: [station]}
workloads:
  - {operation: ask, arrivals: {poisson: 8/s}}
)";

using Changes = std::vector<std::string>;

Scenario scenario_of(const Changes &changes) {
    const Result<Scenario> scenario = read_scenario(kStation, {".", changes});
    if (!scenario) qFatal("%s", qPrintable(messages_of(scenario.failure())));
    return scenario.value();
}

Metrics run(const Scenario &scenario) {
    Simulation simulation(scenario);
    MetricsFold fold(scenario);
    while (simulation.advance({}, &fold)) {
    }
    return fold.result(simulation.reached());
}

Companion companion(const std::vector<Companion> &all, const std::string &path) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Companion &c) { return c.path == path; });
    if (found == all.end()) qFatal("no companion of %s", path.c_str());
    return *found;
}

CompanionFigure figure(const Companion &companion, const std::string &name) {
    const auto found = std::find_if(companion.figures.begin(), companion.figures.end(), [&](const auto &f) { return f.name == name; });
    if (found == companion.figures.end()) qFatal("no figure %s: %s", name.c_str(), companion.why_not.c_str());
    return *found;
}

} // namespace

class CompanionsTest : public QObject {
    Q_OBJECT

private slots:
    void a_queue_is_told_with_its_closed_form_data() {
        QTest::addColumn<QString>("changes");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("expected");
        QTest::newRow("M/M/1") << "" << "M/M/1" << "queue_wait_mean" << 0.4;
        QTest::newRow("M/M/5") << "services.station.workers=5|workloads[0].arrivals.poisson=35/s" << "M/M/5" << "queue_wait_mean" << 0.02519;
        QTest::newRow("M/D/1") << "services.station.latency=100ms" << "M/D/1" << "in_system_mean" << 2.4;
        QTest::newRow("M/G/1") << "services.station.latency={gamma: {mean: 100ms, cv: 2}}" << "M/G/1" << "queue_wait_mean" << 1.0;
        QTest::newRow("M/M/1/10") << "services.station.queue=9|workloads[0].arrivals.poisson=9/s" << "M/M/1/10" << "lost" << 0.0508;
        QTest::newRow("no queue at all") << "services.station.workers=unlimited" << "M/G/infinity" << "in_system_mean" << 0.8;
    }
    void a_queue_is_told_with_its_closed_form() {
        QFETCH(QString, changes);
        QFETCH(QString, model);
        QFETCH(QString, name);
        QFETCH(double, expected);
        Changes list;
        for (const QString &change : changes.split('|', Qt::SkipEmptyParts)) list.push_back(change.toStdString());
        const Scenario scenario = scenario_of(list);
        const Metrics metrics = run(scenario);
        const Companion station = companion(companions(scenario, &metrics), "services.station");
        QVERIFY2(station.holds(), station.why_not.c_str());
        QCOMPARE(QString::fromStdString(station.model), model);
        const CompanionFigure f = figure(station, name.toStdString());
        QVERIFY2(std::fabs(f.expected / expected - 1.0) < 2e-3, qPrintable(QString::number(f.expected)));
        QVERIFY(f.measured);
        QVERIFY2(std::fabs(*f.measured / expected - 1.0) < 0.12, qPrintable(QString::number(*f.measured)));
    }

    void where_an_assumption_fails_it_says_which_data() {
        QTest::addColumn<QString>("changes");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *changes, const char *path, const char *why) { QTest::newRow(why) << changes << path << why; };
        row("workloads[0].arrivals={every: 125ms}", "services.station", "do not come as a Poisson process");
        row("workloads[0].arrivals.poisson=10/s", "services.station", "there is no steady state: 10 calls");
        row("faults=[{service: station, at: 1s, for: 1s, outage: unavailable}]", "services.station", "faults change it");
        row("operations.ask.chain=[{service: station, policy: tries}]", "services.station", "calls that fail come again");
        row("operations.ask.deadline=5s", "services.station", "callers may leave");
        row("services.station.workers=2|services.station.latency=100ms", "services.station", "several workers");
        row("services.station.queue=3|services.station.latency=100ms", "services.station", "bounded queue");
        row("services.station.replicas=2", "services.station", "queues of their own");
        row("operations.ask.chain=[spare, station]", "services.station", "it is a fallback");
        row("operations.ask.deadline=5s", "operations.ask", "the deadline cuts attempts");
        row("inputs={bad_input: 1%}", "operations.ask", "inputs fail again");
        row("services.station.failures={timeout: 1%}", "operations.ask", "may hang without a timeout");
        row("operations.ask.chain=[{service: station, policy: guarded}]", "operations.ask", "a breaker refuses calls");
        row("operations.ask.chain=[{service: station, policy: guarded}]|services.station.failures={network: 1%}",
            "policies.guarded.breaker", "independently");
    }
    void where_an_assumption_fails_it_says_which() {
        QFETCH(QString, changes);
        QFETCH(QString, path);
        QFETCH(QString, why);
        Changes list;
        for (const QString &change : changes.split('|')) list.push_back(change.toStdString());
        const Companion c = companion(companions(scenario_of(list)), path.toStdString());
        QVERIFY(!c.holds() && c.figures.empty());
        QVERIFY2(QString::fromStdString(c.why_not).contains(why), c.why_not.c_str());
    }

    void a_chain_of_retry_loops_has_its_success_attempts_and_retry_rate() {
        const Scenario scenario = scenario_of({"services.station={latency: 10ms, failures: {network: 30%, auth: 5%}}",
                                               "services.spare.failures={unavailable: 20%}",
                                               "operations.ask.chain=[{service: station, policy: tries}, {service: spare, policy: tries}]",
                                               "duration=5000s"});
        const Metrics metrics = run(scenario);
        const Companion ask = companion(companions(scenario, &metrics), "operations.ask");
        QVERIFY2(ask.holds(), ask.why_not.c_str());
        // Leg 1: 1 + 0.3 + 0.09 attempts, 65 % of each serve; the rest falls back. Leg 2: 1 + 0.2 + 0.04 attempts.
        const double first = 0.65 * 1.39, rest = 1.0 - first;
        QVERIFY(std::fabs(figure(ask, "success_rate").expected - (first + rest * 0.992)) < 1e-9);
        QVERIFY(std::fabs(figure(ask, "avg_attempts").expected - (1.39 + rest * 1.24)) < 1e-9);
        // No retry: served or refused for good at once on leg 1, and then at once on leg 2.
        QVERIFY(std::fabs(figure(ask, "retry_rate").expected - (1.0 - 0.65 - 0.05 * 0.8)) < 1e-9);
        for (const CompanionFigure &f : ask.figures) {
            QVERIFY2(std::fabs(*f.measured - f.expected) < 0.015, f.name.c_str());
        }
    }

    void a_breaker_on_a_healthy_service_trips_as_often_as_its_closed_form_says() {
        const Scenario scenario = scenario_of({"services.station={latency: 10ms, failures: {network: 10%}}",
                                               "operations.ask.chain=[{service: station, policy: guarded}]", "warmup=0s",
                                               "workloads[0].arrivals.poisson=2/s", "duration=50000s"});
        const Metrics metrics = run(scenario);
        const Companion breaker = companion(companions(scenario, &metrics), "policies.guarded.breaker");
        QVERIFY2(breaker.holds(), breaker.why_not.c_str());
        QVERIFY(std::fabs(figure(breaker, "calls_to_trip").expected - 50.0) < 1e-9);
        QVERIFY2(std::fabs(*figure(breaker, "calls_to_trip").measured - 50.0) < 3.0,
                 qPrintable(QString::number(*figure(breaker, "calls_to_trip").measured)));
        const CompanionFigure blocked = figure(breaker, "blocked_share");
        QVERIFY(std::fabs(*blocked.measured - blocked.expected) < 0.02);
    }

    void the_report_shows_only_what_holds_and_the_json_says_why_not() {
        const Scenario holds = scenario_of({"duration=100s", "warmup=0s"});
        const Metrics metrics = run(holds);
        const std::string text = companions_text(companions(holds, &metrics));
        QVERIFY2(QString::fromStdString(text).contains("services.station, M/M/1"), text.c_str());
        const Scenario none = scenario_of({"operations.ask.deadline=5s"});
        QVERIFY(companions_text(companions(none)).empty());
        const std::string json = metrics_json(metrics, companions(none));
        QVERIFY(QString::fromStdString(json).contains("\"why_not\": \"callers may leave before they are served (deadline)\""));
        QVERIFY(!QString::fromStdString(metrics_json(metrics)).contains("closed_forms"));
    }
};

QTEST_APPLESS_MAIN(CompanionsTest)
#include "companions_test.moc"
