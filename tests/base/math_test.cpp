// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/math.h"

#include <bit>
#include <cmath>

#include <QtTest>

#include "engine/base/random.h"

using namespace halfopen;

namespace {

/// Distance in units in the last place.
std::int64_t ulps(double a, double b) {
    return std::abs(std::bit_cast<std::int64_t>(a) - std::bit_cast<std::int64_t>(b));
}

double sample(std::uint64_t i) {
    DrawKey key;
    key.luck = i;
    return Randomness(99).uniform(key);
}

} // namespace

class MathTest : public QObject {
    Q_OBJECT
private slots:
    void log_is_within_two_ulps_of_the_c_library();
    void exp_is_within_two_ulps_of_the_c_library();
    void results_have_the_same_bits_in_every_build();
    void whole_powers_are_exact();
    void tanh_and_normal_quantile_agree_with_the_c_library();
};

void MathTest::log_is_within_two_ulps_of_the_c_library() {
    std::int64_t worst = 0;
    for (std::uint64_t i = 0; i < 200'000; ++i) {
        const double u = sample(i);
        for (const double x : {u, u * 1e9, u * 1e-300, 1.0 + (u - 0.5) * 1e-6}) {
            if (x != 1.0) worst = std::max(worst, ulps(stable::log(x), std::log(x)));
        }
    }
    QVERIFY2(worst <= 2, qPrintable(QString::number(worst)));
    QCOMPARE(stable::log(1.0), 0.0);
    QVERIFY(ulps(stable::log(5e-324), std::log(5e-324)) <= 2);
}

void MathTest::exp_is_within_two_ulps_of_the_c_library() {
    std::int64_t worst = 0;
    for (std::uint64_t i = 0; i < 200'000; ++i) {
        const double x = (sample(i) - 0.5) * 1400.0;
        if (x > -700.0) worst = std::max(worst, ulps(stable::exp(x), std::exp(x)));
    }
    QVERIFY2(worst <= 2, qPrintable(QString::number(worst)));
    QCOMPARE(stable::exp(0.0), 1.0);
    QCOMPARE(stable::exp(1000.0), HUGE_VAL);
    QCOMPARE(stable::exp(-1000.0), 0.0);
    QVERIFY(std::isnan(stable::exp(std::nan(""))));
}

/// The sum of bits over many arguments: a build that contracts, reorders or calls the C library changes it.
void MathTest::results_have_the_same_bits_in_every_build() {
    std::uint64_t hash = 0;
    const auto take = [&hash](double x) { hash = std::rotl(hash ^ std::bit_cast<std::uint64_t>(x), 23) * 0x9e3779b97f4a7c15ULL; };
    for (std::uint64_t i = 0; i < 100'000; ++i) {
        const double u = sample(i);
        take(stable::log(u));
        take(stable::exp((u - 0.5) * 80.0));
        take(stable::tanh(u * 5.0));
        if (i % 100 == 0) take(stable::normal_quantile(u * 0.999));
    }
    QCOMPARE(QString::number(hash, 16), QStringLiteral("4ee57e078622ed72"));
}

void MathTest::whole_powers_are_exact() {
    for (int n = 0; n < 60; ++n) QCOMPARE(stable::pow(2.0, n), std::ldexp(1.0, n));
    QCOMPARE(stable::pow(10.0, 3.0), 1000.0);
    QCOMPARE(stable::pow(2.0, -3.0), 0.125);
    QCOMPARE(stable::pow(0.0, 2.0), 0.0);
    QCOMPARE(stable::pow(2.0, 1e6), HUGE_VAL);
    QVERIFY(std::abs(stable::pow(2.0, 0.5) - std::sqrt(2.0)) < 1e-15);
}

void MathTest::tanh_and_normal_quantile_agree_with_the_c_library() {
    for (int i = -400; i <= 400; ++i) {
        const double x = i / 100.0;
        QVERIFY(std::abs(stable::tanh(x) - std::tanh(x)) <= 1e-14 * std::abs(std::tanh(x)));
        QVERIFY(std::abs(stable::normal_cdf(x) - 0.5 * std::erfc(-x / std::sqrt(2.0))) < 1e-14);
        const double p = 0.5 * std::erfc(-x / std::sqrt(2.0));
        QVERIFY2(std::abs(stable::normal_quantile(p) - x) < 1e-11, qPrintable(QString::number(x)));
    }
    QVERIFY(std::abs(stable::normal_quantile(1e-12) + 7.034483825301) < 1e-6);
}

QTEST_APPLESS_MAIN(MathTest)
#include "math_test.moc"
