// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/metrics.h"

#include <algorithm>
#include <numeric>
#include <cmath>

#include <QtTest>

#include "engine/base/math.h"
#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;

class MetricsTest : public QObject {
    Q_OBJECT
private slots:
    void percentiles_are_nearest_rank();
    void beyond_a_million_values_the_histogram_stays_within_a_tenth_of_a_percent();
    void an_empty_run_has_no_figures_but_counts();
    void requests_before_the_warm_up_are_left_out();
    void series_sum_to_the_totals();
    void a_fold_of_a_prefix_is_the_figure_of_that_time();
    void detection_and_recovery_are_measured_per_fault();
    void false_trips_are_those_without_a_fault();
    void shares_of_recovery_do_not_exceed_one();
};

void MetricsTest::percentiles_are_nearest_rank() {
    LatencyRecorder recorder;
    QVERIFY(!recorder.percentile_s(0.5));
    for (int i = 100; i >= 1; --i) recorder.add(Duration(1s) * i);
    QCOMPARE(*recorder.percentile_s(0.50), 50.0);
    QCOMPARE(*recorder.percentile_s(0.99), 99.0);
    QCOMPARE(*recorder.percentile_s(1.0), 100.0);
    QCOMPARE(*recorder.percentile_s(0.001), 1.0);
    QCOMPARE(*recorder.mean_s(), 50.5);
    QVERIFY(recorder.exact());
}

void MetricsTest::beyond_a_million_values_the_histogram_stays_within_a_tenth_of_a_percent() {
    LatencyRecorder recorder;
    std::vector<std::int64_t> values;
    for (std::uint64_t i = 0; i < 1'200'000; ++i) {
        DrawKey key;
        key.luck = i;
        const auto ns =
            static_cast<std::int64_t>(stable::exp(Randomness(1).uniform(key) * 28.0)); // 1 ns to 24 min
        recorder.add(Duration{ns});
        values.push_back(ns);
    }
    QVERIFY(!recorder.exact());
    std::sort(values.begin(), values.end());
    for (const double q : {0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999}) {
        const double exact =
            static_cast<double>(values[static_cast<std::size_t>(std::ceil(q * 1.2e6)) - 1]) / 1e9;
        QVERIFY2(std::abs(*recorder.percentile_s(q) - exact) <= 0.001 * exact,
                 qPrintable(QString::number(q)));
    }
    QCOMPARE(*recorder.max_s(), static_cast<double>(values.back()) / 1e9);
}

void MetricsTest::an_empty_run_has_no_figures_but_counts() {
    const Metrics m = worlds::run(worlds::single(worlds::service("svc", {Constant{1s}}), worlds::policy(),
                                                 PoissonArrivals{{0.0}}, 10s))
                          .metrics;
    QCOMPARE(m.requests, 0u);
    QVERIFY(!m.success_rate && !m.avg_attempts && !m.latency.p50 && !m.cost_per_success_usd &&
            !m.accuracy_served);
    QCOMPARE(m.simulated_s, 10.0);
    QVERIFY(!m.services[0].amplification);
}

void MetricsTest::requests_before_the_warm_up_are_left_out() {
    Scenario scenario =
        worlds::single(worlds::service("svc", {Constant{1s}}), worlds::policy(), EveryArrivals{1s}, 20s);
    scenario.warmup = 5s;
    const Metrics m = worlds::run(scenario).metrics;
    QCOMPARE(m.requests, 15u);
    QCOMPARE(m.services[0].calls, 15u);
    QCOMPARE(*m.services[0].in_system_mean, 1.0);
    QCOMPARE(*m.goodput_per_s, 1.0); // those of 5..19 s that ended by 20 s: 15 in 15 s
}

void MetricsTest::series_sum_to_the_totals() {
    const Metrics m = worlds::run(worlds::everything(9)).metrics;
    const auto sum = [](const std::vector<std::uint64_t> &v) {
        return std::accumulate(v.begin(), v.end(), std::uint64_t{0});
    };
    QCOMPARE(sum(m.series.arrivals), m.requests);
    QCOMPARE(sum(m.series.successes), m.succeeded);
    QCOMPARE(sum(m.series.failures), m.failed);
    std::uint64_t calls = 0, served = 0;
    for (const ServiceFigures &s : m.services) calls += s.calls, served += s.served;
    QCOMPARE(sum(m.series.attempts), calls);
    QCOMPARE(served, m.succeeded);
}

void MetricsTest::a_fold_of_a_prefix_is_the_figure_of_that_time() {
    const Scenario scenario = worlds::everything(10);
    const auto finished = worlds::run(scenario);
    MetricsFold in_steps(scenario);
    const std::span<const TraceRecord> all(finished.records);
    const std::size_t half = all.size() / 2;
    for (std::size_t i = 0; i < half; ++i) in_steps.take(all.subspan(i, 1));
    const MetricsFold kept = in_steps;
    in_steps.take(all.subspan(half));
    QCOMPARE(in_steps.result(kTimeZero + 300s).cost_total_usd, finished.metrics.cost_total_usd);
    MetricsFold prefix(scenario);
    prefix.take(all.first(half));
    QCOMPARE(kept.result(kTimeZero + 100s).requests, prefix.result(kTimeZero + 100s).requests);
    QVERIFY(kept.result(kTimeZero + 100s).requests < finished.metrics.requests);
    const Metrics early = prefix.result(kTimeZero + 100s);
    const double good = *early.goodput_per_s * 95.0; // from the warm-up of 5 s to 100 s, not to the duration
    QVERIFY(good > 0.9 * static_cast<double>(early.succeeded) && good < 1.1 * static_cast<double>(early.succeeded));
}

void MetricsTest::detection_and_recovery_are_measured_per_fault() {
    PolicyConfig policy = worlds::policy();
    policy.breaker = breaker_preset("tutorial");
    policy.breaker->open_for = 10s;
    Scenario scenario =
        worlds::single(worlds::service("svc", {Constant{1ms}}), policy, EveryArrivals{1s}, 120s);
    scenario.faults = {{"svc", 19500ms, 30s, 0s, {}, OutageFault{}}};
    const Metrics m = worlds::run(scenario).metrics;
    // Calls of 20..24 s fail: opens at 24 s. Probes at 34, 44 s fail, that of 54 s closes; the fault ended
    // at 49.5 s.
    QVERIFY(std::abs(*m.faults[0].time_to_detect_s - 4.5) < 1e-6);
    QVERIFY(std::abs(*m.faults[0].time_to_recover_s - 4.501) < 1e-6);
    QCOMPARE(m.breakers[0].trips, 1u);
    QCOMPARE(m.breakers[0].reopenings, 2u);
    QCOMPARE(m.breakers[0].false_trips, 0u);
}

void MetricsTest::false_trips_are_those_without_a_fault() {
    ServiceConfig service = worlds::service("svc", {Constant{1ms}});
    service.failures = {{kind_network, 0.5}};
    PolicyConfig policy = worlds::policy();
    policy.breaker = breaker_preset("tutorial");
    const Metrics m = worlds::run(worlds::single(service, policy, EveryArrivals{1s}, 2h)).metrics;
    QVERIFY(m.breakers[0].trips > 10);
    QCOMPARE(m.breakers[0].false_trips, m.breakers[0].trips);
}

void MetricsTest::shares_of_recovery_do_not_exceed_one() {
    for (const std::uint64_t seed : {21u, 22u}) {
        const Metrics m = worlds::run(worlds::everything(seed)).metrics;
        QVERIFY(*m.recovery_retry > 0 && *m.recovery_fallback > 0 && *m.recovery_healing > 0);
        QVERIFY(*m.recovery_retry + *m.recovery_fallback + *m.recovery_healing <= 1.0);
        const double states = m.breakers[0].closed_s + m.breakers[0].open_s + m.breakers[0].half_open_s;
        QVERIFY(std::abs(states - m.simulated_s) < 1e-6);
    }
}

QTEST_APPLESS_MAIN(MetricsTest)
#include "metrics_test.moc"
