// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/incident/fit.h"

#include <cmath>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <QtTest>

using namespace halfopen;

namespace {

constexpr double kZ = 1.959963984540054;

/// 1 s, 2 s, ... n s: the value is its rank.
std::vector<Duration> ranks(int n) {
    std::vector<Duration> out;
    for (int i = 1; i <= n; ++i) out.emplace_back(std::chrono::seconds(i));
    return out;
}

} // namespace

class EstimatesTest : public QObject {
    Q_OBJECT

private slots:
    /// Newcombe, R. G. (1998), Statistics in Medicine 17, table I, method 3.
    void shares_have_the_published_intervals_of_wilson_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("n");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("81 of 263") << 81 << 263 << 0.2553 << 0.3662;
        QTest::newRow("15 of 148") << 15 << 148 << 0.0624 << 0.1605;
        QTest::newRow("0 of 20") << 0 << 20 << 0.0 << 0.1611;
        QTest::newRow("1 of 29") << 1 << 29 << 0.0061 << 0.1718;
    }
    void shares_have_the_published_intervals_of_wilson() {
        QFETCH(int, count);
        QFETCH(int, n);
        QFETCH(double, low);
        QFETCH(double, high);
        const Estimate e = share_estimate(static_cast<std::size_t>(count), static_cast<std::size_t>(n));
        QCOMPARE(e.value, static_cast<double>(count) / n);
        QVERIFY2(std::abs(e.low - low) < 5.1e-5, qPrintable(QString::number(e.low)));
        QVERIFY2(std::abs(e.high - high) < 5.1e-5, qPrintable(QString::number(e.high)));
    }

    /// The ends are the shares that a score test at 5 % just does not reject.
    void the_ends_of_a_share_are_where_the_score_test_turns() {
        for (const auto &[count, n] : {std::pair{3, 10}, {50, 1000}, {999, 1000}, {123'456, 1'000'000}}) {
            const Estimate e = share_estimate(static_cast<std::size_t>(count), static_cast<std::size_t>(n));
            for (const double end : {e.low, e.high})
                QVERIFY(std::abs(std::abs(e.value - end) / std::sqrt(end * (1 - end) / n) - kZ) < 1e-9);
        }
        QCOMPARE(share_estimate(20, 20).high, 1.0);
        QVERIFY(share_estimate(20, 20).low > 0.8);
    }

    /// Garwood, F. (1936), Biometrika 28; as tabulated everywhere since.
    void rates_have_the_published_intervals_of_garwood_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("0") << 0 << 0.0 << 3.689;
        QTest::newRow("1") << 1 << 0.0253 << 5.572;
        QTest::newRow("5") << 5 << 1.623 << 11.668;
        QTest::newRow("10") << 10 << 4.795 << 18.390;
        QTest::newRow("50") << 50 << 37.111 << 65.919;
    }
    void rates_have_the_published_intervals_of_garwood() {
        QFETCH(int, count);
        QFETCH(double, low);
        QFETCH(double, high);
        const Estimate e = rate_estimate(static_cast<std::size_t>(count), 10.0);
        QCOMPARE(e.value, count / 10.0);
        QVERIFY2(std::abs(10 * e.low - low) < 6e-4, qPrintable(QString::number(10 * e.low)));
        QVERIFY2(std::abs(10 * e.high - high) < 6e-4, qPrintable(QString::number(10 * e.high)));
    }

    void the_ends_of_a_rate_leave_the_tails_of_a_poisson_count() {
        for (const std::size_t count : {1u, 7u, 400u, 100'000u}) {
            const Estimate e = rate_estimate(count, 1.0);
            const double n = static_cast<double>(count);
            QVERIFY(std::abs(boost::math::cdf(boost::math::complement(boost::math::poisson(e.low), n - 1)) - 0.025) < 1e-9);
            QVERIFY(std::abs(boost::math::cdf(boost::math::poisson(e.high), n) - 0.025) < 1e-9);
        }
    }

    /// For n = 100 the median lies between the 40th and the 61st value with 96.5 % (any table of order statistics).
    void quantiles_have_the_ranks_of_the_tables_data() {
        QTest::addColumn<int>("n");
        QTest::addColumn<double>("q");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const double none = std::numeric_limits<double>::infinity();
        QTest::newRow("5, median") << 5 << 0.5 << 3.0 << 0.0 << none;
        QTest::newRow("6, median") << 6 << 0.5 << 3.0 << 1.0 << 6.0;
        QTest::newRow("10, median") << 10 << 0.5 << 5.0 << 2.0 << 9.0;
        QTest::newRow("20, median") << 20 << 0.5 << 10.0 << 6.0 << 15.0;
        QTest::newRow("100, median") << 100 << 0.5 << 50.0 << 40.0 << 61.0;
        QTest::newRow("100, p99") << 100 << 0.99 << 99.0 << 97.0 << none; // the largest lies below p99 with 37 %
        QTest::newRow("1, median") << 1 << 0.5 << 1.0 << 0.0 << none;
        QTest::newRow("10, least") << 10 << 0.0 << 1.0 << 0.0 << 1.0;
        QTest::newRow("10, largest") << 10 << 1.0 << 10.0 << 10.0 << none;
    }
    void quantiles_have_the_ranks_of_the_tables() {
        QFETCH(int, n);
        QFETCH(double, q);
        QFETCH(double, value);
        QFETCH(double, low);
        QFETCH(double, high);
        const Estimate e = quantile_estimate(ranks(n), q);
        QCOMPARE(e.value, value);
        QCOMPARE(e.low, low);
        QVERIFY2(e.high == high, qPrintable(QString::number(e.high)));
    }

    /// Each tail has at most 2.5 %, and the next rank inwards would have more.
    void the_ranks_of_a_quantile_are_the_tightest_ones() {
        for (const auto &[n, q] : {std::pair{37, 0.5}, {400, 0.95}, {2'000, 0.99}, {100'000, 0.999}, {1'000'000, 0.5}}) {
            const Estimate e = quantile_estimate(ranks(n), q);
            const boost::math::binomial below(n, q);
            const auto at_most = [&](double k) { return k < 0 ? 0.0 : boost::math::cdf(below, k); };
            const auto at_least = [&](double k) { return 1.0 - at_most(k - 1); };
            QVERIFY(at_most(e.low - 1) <= 0.025 && at_most(e.low) > 0.025);
            QVERIFY(at_least(e.high) <= 0.025 + 1e-12 && at_least(e.high - 1) > 0.025 - 1e-12);
        }
    }
};

QTEST_APPLESS_MAIN(EstimatesTest)
#include "estimates_test.moc"
