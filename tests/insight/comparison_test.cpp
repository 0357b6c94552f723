// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/comparison_report.h"
#include "engine/files/scenario_reader.h"
#include "engine/insight/closed_forms.h"
#include "engine/insight/comparison.h"
#include "engine/sim/simulation.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace halfopen;

namespace {

Metrics with_success_rate(Figure rate, Figure p95 = std::nullopt) {
    Metrics m;
    m.success_rate = rate;
    m.latency.p95 = p95;
    return m;
}

std::vector<Metrics> runs(const std::vector<Figure> &rates) {
    std::vector<Metrics> out;
    for (const Figure &rate : rates) out.push_back(with_success_rate(rate));
    return out;
}

MetricComparison row(const std::vector<MetricComparison> &rows, const std::string &name) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto &r) { return r.name == name; });
    if (found == rows.end()) qFatal("no such figure: %s", name.c_str());
    return *found;
}

bool near(const Figure &a, double b) { return a && std::fabs(*a - b) < 1e-9; }

std::vector<Metrics> simulate(const QString &name, const std::string &breaker, int seeds) {
    const QString path = HALFOPEN_SOURCE_DIR "/resources/scenarios/" + name + ".scenario.yaml";
    const auto loaded = load_scenario(path.toStdString(), {"policies.caller.breaker=" + breaker});
    if (!loaded) qFatal("%s", loaded.failure().issues[0].message.c_str());
    std::vector<Metrics> out;
    for (int seed = 1; seed <= seeds; ++seed) {
        Scenario scenario = loaded.value();
        scenario.seed = static_cast<std::uint64_t>(seed);
        Simulation simulation(scenario);
        MetricsFold fold(scenario);
        while (simulation.advance({}, &fold)) {
        }
        out.push_back(fold.result(simulation.reached()));
    }
    return out;
}

} // namespace

class ComparisonTest : public QObject {
    Q_OBJECT

private slots:
    void means_difference_interval_and_variance_reduction_by_hand() {
        // A 1 2 3, B 2 4 3: differences 1 2 0, mean 1, variance 1; t(2 degrees) = 4.302652730; se = 1 / sqrt 3.
        const auto rows = compare_runs(runs({1.0, 2.0, 3.0}), runs({2.0, 4.0, 3.0}));
        const MetricComparison r = row(rows, "success_rate");
        QVERIFY(near(r.mean_a, 2.0) && near(r.mean_b, 3.0) && near(r.difference, 1.0));
        const double reach = 4.302652729696142 / std::sqrt(3.0);
        QVERIFY(near(r.interval->low, 1.0 - reach) && near(r.interval->high, 1.0 + reach));
        QVERIFY(near(r.variance_reduction, 2.0)); // (1 + 1) / 1
        QCOMPARE(r.verdict, CompareVerdict::no_difference_shown);
        QCOMPARE(r.pairs, std::size_t{3});
        QCOMPARE(r.undefined, std::size_t{0});
    }

    void the_verdict_says_which_way_is_better() {
        const std::vector<Figure> low{0.1, 0.2, 0.15}, high{0.8, 0.91, 0.84};
        QCOMPARE(row(compare_runs(runs(low), runs(high)), "success_rate").verdict, CompareVerdict::better);
        QCOMPARE(row(compare_runs(runs(high), runs(low)), "success_rate").verdict, CompareVerdict::worse);
        std::vector<Metrics> slow, fast;
        for (double t : {1.0, 1.1, 1.3}) {
            slow.push_back(with_success_rate(1.0, 10.0 * t));
            fast.push_back(with_success_rate(1.0, t));
        }
        QCOMPARE(row(compare_runs(slow, fast), "latency_p95").verdict, CompareVerdict::better);
        QCOMPARE(row(compare_runs(slow, fast), "success_rate").verdict, CompareVerdict::same);
        QVERIFY(!row(compare_runs(slow, fast), "success_rate").variance_reduction);
    }

    void a_figure_that_is_undefined_in_one_run_stays_undefined_and_is_counted() {
        const auto rows = compare_runs(runs({0.5, std::nullopt, 0.7}), runs({0.5, 0.6, std::nullopt}));
        const MetricComparison r = row(rows, "success_rate");
        QCOMPARE(r.undefined, std::size_t{2});
        QVERIFY(!r.mean_a && !r.mean_b && !r.difference && !r.interval && !r.variance_reduction);
        QCOMPARE(r.verdict, CompareVerdict::undefined);
        const std::string text = comparison_text({}, rows);
        QVERIFY2(QString::fromStdString(text).contains("n/a: undefined in 2 of 3"), text.c_str());
        const std::string json = comparison_json({}, rows);
        QVERIFY2(QString::fromStdString(json).simplified().contains(
                     "\"success_rate\": { \"a\": null, \"b\": null, \"difference\": null, \"ci95\": null, "
                     "\"variance_reduction\": null, \"undefined\": 2, \"verdict\": null }"),
                 json.c_str());
    }

    void a_service_that_only_one_side_has_is_undefined_in_every_pair() {
        std::vector<Metrics> a = runs({0.5, 0.6}), b = a;
        b[0].services.push_back(ServiceFigures{"extra", 5, 1.0, 0, {}, 0.0, {}, {}, {}, {}, 0});
        b[1].services = b[0].services;
        QCOMPARE(row(compare_runs(a, b), "amplification.extra").undefined, std::size_t{2});
    }

    void the_interval_covers_the_mean_in_about_95_of_100_cases() {
        // A fixed linear congruential sequence; sums of 12 uniforms are close to normal.
        std::uint64_t state = 42;
        const auto normal = [&state] {
            double sum = -6.0;
            for (int i = 0; i < 12; ++i) {
                state = state * 6364136223846793005u + 1442695040888963407u;
                sum += static_cast<double>(state >> 11) / 9007199254740992.0;
            }
            return sum;
        };
        int covered = 0;
        for (int trial = 0; trial < 2000; ++trial) {
            std::vector<double> values;
            for (int i = 0; i < 5; ++i) values.push_back(normal());
            const Interval interval = *mean_estimate(values)->interval;
            covered += interval.low <= 0.0 && 0.0 <= interval.high ? 1 : 0;
        }
        // 95 % +- 4 standard errors of 0.49 %.
        QVERIFY2(covered > 1860 && covered < 1940, qPrintable(QString::number(covered)));
    }

    void on_the_tutorials_failure_table_each_breaker_blocks_what_its_closed_form_says_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("p");
        QTest::newRow("low end") << "tutorial-breakers-low" << 0.09;
        QTest::newRow("midpoints") << "tutorial-breakers" << 0.155;
        QTest::newRow("high end") << "tutorial-breakers-high" << 0.22;
    }
    void on_the_tutorials_failure_table_each_breaker_blocks_what_its_closed_form_says() {
        QFETCH(QString, file);
        QFETCH(double, p);
        constexpr int kSeeds = 20;
        const auto rows = compare_runs(simulate(file, "tutorial", kSeeds), simulate(file, "tutorial_code", kSeeds));
        const MetricComparison blocked = row(rows, "blocked_share");
        // Calls come every second and fail after 0.1 s: 60 of them fall into 60 s, the next one is the probe.
        const double prose = theory::blocked_share(*theory::calls_to_trip_consecutive(p, 5), 60.0, p);
        const double code = theory::blocked_share(*theory::calls_to_trip_cumulative(p, 5), 60.0, p);
        QVERIFY2(std::fabs(*blocked.mean_b - code) < 0.006, qPrintable(QString::number(*blocked.mean_b)));
        QVERIFY2(std::fabs(*blocked.mean_a - prose) < 0.006, qPrintable(QString::number(*blocked.mean_a)));
        QVERIFY(*blocked.mean_a < 0.035 && *blocked.mean_b > 0.50 && *blocked.mean_b < 0.78);
        QVERIFY(blocked.interval->low < code - prose && code - prose < blocked.interval->high);
        QCOMPARE(blocked.verdict, CompareVerdict::worse);
        QCOMPARE(row(rows, "false_trips").mean_b, row(rows, "trips").mean_b); // no fault was ever on
    }
};

QTEST_APPLESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
