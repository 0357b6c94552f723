// SPDX-License-Identifier: GPL-3.0-or-later
// Queues against their closed forms, within 4 standard errors over independent replications.
#include <cmath>

#include <QtTest>

#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;

class QueuesTest : public QObject {
    Q_OBJECT
private slots:
    void waiting_times_agree_with_their_closed_forms_data();
    void waiting_times_agree_with_their_closed_forms();
    void littles_law_holds();
    void blocking_agrees_with_the_closed_form();
};

namespace {

struct Estimate {
    double mean = 0.0, se = 0.0;
    double z(double expected) const { return (mean - expected) / se; }
};

template <class F> Estimate replicate(int replications, F figure) {
    double sum = 0.0, squares = 0.0;
    for (int r = 0; r < replications; ++r) {
        const double x = figure(static_cast<std::uint64_t>(1000 + r));
        sum += x, squares += x * x;
    }
    const double mean = sum / replications;
    const double variance = (squares - sum * mean) / (replications - 1);
    return {mean, std::sqrt(variance / replications)};
}

/// Probability to wait in M/M/c (Erlang C) with offered load a.
double erlang_c(int c, double a) {
    double b = 1.0; // Erlang B by its recursion
    for (int k = 1; k <= c; ++k) b = a * b / (k + a * b);
    return b / (1.0 - a / c * (1.0 - b));
}

Scenario queue(int servers, double load, Distribution service, std::uint64_t seed, double customers) {
    ServiceConfig config = worlds::service("svc", std::move(service));
    config.workers = servers;
    const double rate = load * servers / 0.1;
    Scenario scenario = worlds::single(config, worlds::policy(), PoissonArrivals{{rate}},
                                       Duration{static_cast<std::int64_t>(customers / rate * 1e9)});
    scenario.seed = seed;
    scenario.warmup = scenario.duration / 5;
    return scenario;
}

Metrics figures(const Scenario &scenario) {
    Simulation simulation(scenario);
    MetricsFold fold(scenario);
    simulation.advance({}, &fold);
    return fold.result(simulation.reached());
}

} // namespace

void QueuesTest::waiting_times_agree_with_their_closed_forms_data() {
    QTest::addColumn<int>("servers");
    QTest::addColumn<double>("load");
    QTest::addColumn<double>("cv2"); // squared coefficient of variation of the service time
    QTest::newRow("M/M/1 at 0.5") << 1 << 0.5 << 1.0;
    QTest::newRow("M/M/1 at 0.8") << 1 << 0.8 << 1.0;
    QTest::newRow("M/M/1 at 0.9") << 1 << 0.9 << 1.0;
    QTest::newRow("M/M/2 at 0.7") << 2 << 0.7 << 1.0;
    QTest::newRow("M/M/5 at 0.8") << 5 << 0.8 << 1.0;
    QTest::newRow("M/M/10 at 0.9") << 10 << 0.9 << 1.0;
    QTest::newRow("M/D/1 at 0.8") << 1 << 0.8 << 0.0;
    QTest::newRow("M/G/1 at 0.7, gamma with cv 2") << 1 << 0.7 << 4.0;
}

void QueuesTest::waiting_times_agree_with_their_closed_forms() {
    QFETCH(int, servers);
    QFETCH(double, load);
    QFETCH(double, cv2);
    const Distribution service = cv2 == 0.0   ? Distribution{Constant{100ms}}
                                 : cv2 == 1.0 ? Distribution{Exponential{100ms}}
                                              : Distribution{Gamma{100ms, std::sqrt(cv2)}};
    // M/M/c: Wq = C(c, a) / (c mu - lambda). M/G/1 (Pollaczek-Khinchine): Wq = rho S (1 + cv2) / (2 (1 - rho)).
    const double expected = servers > 1 || cv2 == 1.0 ? erlang_c(servers, load * servers) * 0.1 / (servers * (1.0 - load))
                                                      : load * 0.1 * (1.0 + cv2) / (2.0 * (1.0 - load));
    const Estimate wait = replicate(120, [&](std::uint64_t seed) {
        return figures(queue(servers, load, service, seed, 20'000)).services[0].queue_wait_mean_s.value();
    });
    qInfo("mean wait %.5f s, expected %.5f s, standard error %.5f s, z %.2f", wait.mean, expected, wait.se, wait.z(expected));
    QVERIFY(std::abs(wait.z(expected)) < 4.0);
    QVERIFY(wait.se < 0.05 * expected); // the test must be able to see a difference
}

void QueuesTest::littles_law_holds() {
    const Metrics m = figures(queue(3, 0.8, {Lognormal{80ms, 400ms}}, 5, 200'000));
    const ServiceFigures &s = m.services[0];
    const double rate = static_cast<double>(s.calls) / (m.simulated_s * 0.8);
    const double l = rate * *m.latency.mean;
    QVERIFY2(std::abs(*s.in_system_mean - l) < 0.02 * l, qPrintable(QString("%1 against %2").arg(*s.in_system_mean).arg(l)));
}

void QueuesTest::blocking_agrees_with_the_closed_form() {
    // M/M/1/K with K = 10 places in all: at load 1.2 a share (1 - rho) rho^K / (1 - rho^(K+1)) = 19.3 % is refused.
    const Estimate blocked = replicate(60, [](std::uint64_t seed) {
        Scenario scenario = queue(1, 1.2, {Exponential{100ms}}, seed, 20'000);
        scenario.services[0].queue = 9;
        const Metrics m = figures(scenario);
        return static_cast<double>(m.failed) / static_cast<double>(m.requests);
    });
    const double expected = (1 - 1.2) * std::pow(1.2, 10) / (1 - std::pow(1.2, 11));
    QVERIFY2(std::abs(blocked.z(expected)) < 4.0, qPrintable(QString::number(blocked.z(expected))));
}

QTEST_APPLESS_MAIN(QueuesTest)
#include "queues_test.moc"
