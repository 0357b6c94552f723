// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/distribution.h"

#include <cmath>
#include <set>

#include <QtTest>

using namespace halfopen;
using namespace std::chrono_literals;

class DistributionTest : public QObject {
    Q_OBJECT
private slots:
    void draws_have_the_stated_mean_and_variance_data();
    void draws_have_the_stated_mean_and_variance();
    void pareto_has_its_tail_and_its_cap();
    void lognormal_meets_its_median_and_99th_percentile();
    void quantiles_are_met_and_lines_between_them();
    void load_dependent_latency_grows_with_what_is_in_flight();
    void equal_keys_give_equal_draws_and_other_keys_other_ones();
    void uniforms_pass_a_chi_square_test();
};

void DistributionTest::draws_have_the_stated_mean_and_variance_data() {
    QTest::addColumn<int>("which");
    for (int i = 0; i < 11; ++i) QTest::addRow("%d", i) << i;
}

namespace {

Distribution distribution_of(int which) {
    const Distribution fast{Exponential{1ms}};
    const Distribution slow{Exponential{100ms}};
    switch (which) {
    case 0: return {Constant{7ms}};
    case 1: return {Uniform{1ms, 9ms}};
    case 2: return {Exponential{100ms}};
    case 3: return {FoldedNormal{10ms, 2ms}};
    case 4: return {Lognormal{2100ms, 9s}};
    case 5: return {Gamma{10ms, 0.5}};
    case 6: return {Gamma{10ms, 2.0}};
    case 7: return {Quantiles{{{0.0, 2ms}, {0.5, 9ms}, {0.99, 80ms}, {1.0, 1s}}}};
    case 8: return {Quantiles{{{0.1, 2ms}, {0.5, 2ms}, {0.9, 30ms}}}}; // nothing beyond its ends
    case 9: return {Quantiles{{{0.5, 7ms}}}};
    default: return {std::make_shared<const Mixture>(Mixture{{{0.9, fast}, {0.1, slow}}})};
    }
}

} // namespace

void DistributionTest::draws_have_the_stated_mean_and_variance() {
    QFETCH(int, which);
    const Distribution distribution = distribution_of(which);
    const Sampler sampler(distribution);
    const Randomness randomness(5);
    const auto expected = moments(distribution);
    QVERIFY(expected);
    constexpr int n = 100'000;
    double sum = 0.0, squares = 0.0, fourth = 0.0;
    for (int i = 0; i < n; ++i) {
        DrawKey key;
        key.luck = static_cast<std::uint64_t>(i);
        const double x = seconds(sampler.draw(randomness, key)) - expected->mean_s;
        sum += x, squares += x * x, fourth += x * x * x * x;
    }
    const double variance = squares / n;
    const double se = std::sqrt(expected->variance_s2 / n) + 1e-9;
    QVERIFY2(std::abs(sum / n) < 4.0 * se, qPrintable(QString("mean off by %1 se").arg(sum / n / se)));
    const double se_variance = std::sqrt(std::max(0.0, fourth / n - variance * variance) / n) + 1e-15;
    QVERIFY2(std::abs(variance - expected->variance_s2) < 5.0 * se_variance, qPrintable(QString::number(variance)));
}

void DistributionTest::pareto_has_its_tail_and_its_cap() {
    const Sampler sampler(Distribution{Pareto{1ms, 1.5, 2s}});
    int beyond_4ms = 0, capped = 0;
    for (std::uint64_t i = 0; i < 200'000; ++i) {
        DrawKey key;
        key.luck = i;
        const Duration d = sampler.draw(Randomness(1), key);
        QVERIFY(d >= 999'999ns && d <= 2s);
        beyond_4ms += d > 4ms ? 1 : 0;
        capped += d == 2s ? 1 : 0;
    }
    QVERIFY(std::abs(beyond_4ms - 25'000) < 5 * 148); // (1/4)^1.5 = 1/8
    QVERIFY(capped < 12);                             // (1/2000)^1.5 * 200,000 = 2.2
}

void DistributionTest::lognormal_meets_its_median_and_99th_percentile() {
    const Sampler sampler(Distribution{Lognormal{2s, 9s}});
    int below_median = 0, above_p99 = 0;
    constexpr int n = 100'000;
    for (std::uint64_t i = 0; i < n; ++i) {
        DrawKey key;
        key.luck = i;
        const Duration d = sampler.draw(Randomness(2), key);
        below_median += d < 2s ? 1 : 0;
        above_p99 += d > 9s ? 1 : 0;
    }
    QVERIFY(std::abs(below_median - n / 2) < 4 * 158);
    QVERIFY(std::abs(above_p99 - n / 100) < 4 * 32);
    QCOMPARE(quantile_s({Lognormal{2s, 9s}}, 0.5).value(), 2.0);
    QVERIFY(std::abs(quantile_s({Lognormal{2s, 9s}}, 0.99).value() - 9.0) < 1e-9);
}

void DistributionTest::quantiles_are_met_and_lines_between_them() {
    const Distribution distribution{Quantiles{{{0.1, 1ms}, {0.5, 9ms}, {0.9, 9ms}, {0.99, 99ms}}}};
    const Sampler sampler(distribution);
    constexpr int n = 200'000;
    int least = 0, below_5 = 0, at_9 = 0, below_54 = 0, largest = 0;
    for (std::uint64_t i = 0; i < n; ++i) {
        DrawKey key;
        key.luck = i;
        const Duration d = sampler.draw(Randomness(4), key);
        QVERIFY(d >= 1ms && d <= 99ms);
        least += d == 1ms ? 1 : 0;
        below_5 += d <= 5ms ? 1 : 0;
        at_9 += d == 9ms ? 1 : 0;
        below_54 += d <= 54ms ? 1 : 0;
        largest += d == 99ms ? 1 : 0;
    }
    const auto near = [](int count, double share) { return std::abs(count - n * share) < 5.0 * std::sqrt(n * share * (1 - share)); };
    QVERIFY(near(least, 0.1));
    QVERIFY(near(below_5, 0.3));
    QVERIFY(near(at_9, 0.4));
    QVERIFY(near(below_54, 0.945));
    QVERIFY(near(largest, 0.01));
    QCOMPARE(quantile_s(distribution, 0.3).value(), 0.005);
    QCOMPARE(quantile_s(distribution, 0.05).value(), 0.001);
    QCOMPARE(quantile_s(distribution, 1.0).value(), 0.099);
}

void DistributionTest::load_dependent_latency_grows_with_what_is_in_flight() {
    const Sampler sampler(Distribution{LoadDependent{1s, 10ms}});
    QCOMPARE(sampler.draw(Randomness(1), DrawKey{}, 1).count(), Duration(1010ms).count());
    QCOMPARE(sampler.draw(Randomness(1), DrawKey{}, 100).count(), Duration(2s).count());
}

void DistributionTest::equal_keys_give_equal_draws_and_other_keys_other_ones() {
    const Randomness randomness(7);
    const DrawKey base{luck_of_request(3, 11), Purpose::attempt, 5, 2, 0, 0, 0};
    QCOMPARE(randomness.uniforms(base), Randomness(7).uniforms(base));
    std::set<std::array<std::uint64_t, 2>> seen{randomness.words(base)};
    const auto differs = [&](DrawKey key) { return seen.insert(randomness.words(key)).second; };
    DrawKey key = base;
    QVERIFY((key.luck = luck_of_request(3, 12), differs(key)));
    QVERIFY((key = base, key.purpose = Purpose::jitter, differs(key)));
    QVERIFY((key = base, key.service = 6, differs(key)));
    QVERIFY((key = base, key.attempt = 3, differs(key)));
    QVERIFY((key = base, key.copy = 1, differs(key)));
    QVERIFY((key = base, key.draw = 1, differs(key)));
    QVERIFY((key = base, key.path = 1, differs(key)));
    QVERIFY(Randomness(8).words(base) != randomness.words(base));
    QVERIFY(luck_of_client_request(3, 1, 0) != luck_of_client_request(3, 0, 1));
}

void DistributionTest::uniforms_pass_a_chi_square_test() {
    std::array<int, 100> cells{};
    constexpr int n = 100'000;
    for (std::uint64_t i = 0; i < n / 2; ++i) {
        DrawKey key;
        key.luck = i;
        for (const double u : Randomness(3).uniforms(key)) {
            QVERIFY(u > 0.0 && u <= 1.0);
            ++cells[std::min<std::size_t>(99, static_cast<std::size_t>(u * 100.0))];
        }
    }
    double chi2 = 0.0;
    for (const int cell : cells) chi2 += (cell - n / 100.0) * (cell - n / 100.0) / (n / 100.0);
    QVERIFY2(chi2 < 99.0 + 5.0 * std::sqrt(2.0 * 99.0), qPrintable(QString::number(chi2)));
}

QTEST_APPLESS_MAIN(DistributionTest)
#include "distribution_test.moc"
