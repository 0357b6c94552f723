// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/closed_forms.h"

#include <QTest>

#include <cmath>

using namespace halfopen;

namespace {

bool near(double a, double b, double relative = 1e-9) { return std::fabs(a - b) <= relative * std::fabs(b) + 1e-300; }

/// As printed with so many digits after the point.
bool rounds_to(double value, double printed, int digits) {
    return std::fabs(value - printed) <= 0.5 * std::pow(10.0, -digits) + 1e-12;
}

} // namespace

class ClosedFormsTest : public QObject {
    Q_OBJECT

private slots:
    // Service mean 0.1 s throughout, as in the landmark's table.
    void mm1_has_its_textbook_times_data() {
        QTest::addColumn<double>("rho");
        QTest::addColumn<double>("time_s");
        QTest::addColumn<double>("p99_s");
        QTest::newRow("0.5") << 0.5 << 0.2 << 0.921;
        QTest::newRow("0.7") << 0.7 << 0.333 << 1.535;
        QTest::newRow("0.8") << 0.8 << 0.5 << 2.303;
        QTest::newRow("0.9") << 0.9 << 1.0 << 4.605;
        QTest::newRow("0.95") << 0.95 << 2.0 << 9.210;
        QTest::newRow("0.99") << 0.99 << 10.0 << 46.05;
    }
    void mm1_has_its_textbook_times() {
        QFETCH(double, rho);
        QFETCH(double, time_s);
        QFETCH(double, p99_s);
        const auto station = theory::mmc(rho * 10.0, 0.1, 1);
        QVERIFY(rounds_to(station->time_s, time_s, 3));
        QVERIFY(rounds_to(*theory::mm1_quantile_s(rho * 10.0, 0.1, 0.99), p99_s, rho > 0.98 ? 2 : 3));
        QVERIFY(near(station->in_system, rho / (1.0 - rho)));
        QVERIFY(near(station->busy, rho));
    }

    void mmc_waits_by_erlang_c_data() {
        QTest::addColumn<int>("workers");
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("waits");
        QTest::addColumn<double>("time_s");
        QTest::addColumn<double>("blocked");
        QTest::newRow("2") << 2 << 14.0 << 0.5765 << 0.1961 << 0.2899;
        QTest::newRow("5") << 5 << 35.0 << 0.3778 << 0.1252 << 0.1541;
        QTest::newRow("10 at 70") << 10 << 70.0 << 0.2217 << 0.1074 << 0.0787;
        QTest::newRow("10 at 90") << 10 << 90.0 << 0.6687 << 0.1669 << 0.1680;
        QTest::newRow("10 at 95") << 10 << 95.0 << 0.8256 << 0.2651 << 0.1914;
        QTest::newRow("10 at 99") << 10 << 99.0 << 0.9637 << 1.0637 << 0.2100;
    }
    void mmc_waits_by_erlang_c() {
        QFETCH(int, workers);
        QFETCH(double, rate);
        QFETCH(double, waits);
        QFETCH(double, time_s);
        QFETCH(double, blocked);
        QVERIFY(rounds_to(*theory::erlang_c(workers, rate * 0.1), waits, 4));
        QVERIFY(rounds_to(theory::mmc(rate, 0.1, workers)->time_s, time_s, 4));
        QVERIFY(rounds_to(theory::erlang_b(workers, rate * 0.1), blocked, 4));
    }

    void mg1_follows_pollaczek_and_khinchine_data() {
        QTest::addColumn<double>("cv2");
        QTest::addColumn<double>("time_s");
        QTest::newRow("constant") << 0.0 << 0.3;
        QTest::newRow("weibull, shape 2") << 0.273 << 0.3546;
        QTest::newRow("exponential") << 1.0 << 0.5;
        QTest::newRow("4") << 4.0 << 1.1;
    }
    void mg1_follows_pollaczek_and_khinchine() {
        QFETCH(double, cv2);
        QFETCH(double, time_s);
        QVERIFY(std::fabs(theory::mg1(8.0, 0.1, cv2 * 0.01)->time_s - time_s) < 1e-4);
    }
    void mg1_of_the_bimodal_service_waits_four_seconds() {
        // 99.9 % Exp(0.1 s), 0.1 % Exp(10 s), at load 0.8.
        const double mean = 0.999 * 0.1 + 0.001 * 10.0;
        const double variance = 2.0 * (0.999 * 0.01 + 0.001 * 100.0) - mean * mean;
        QVERIFY(rounds_to(variance / (mean * mean), 17.2, 1));
        QVERIFY(rounds_to(theory::mg1(0.8 / mean, mean, variance)->time_s, 4.11, 2));
    }
    void one_formula_agrees_with_the_other_where_both_hold() {
        for (double rho : {0.1, 0.6, 0.97}) {
            QVERIFY(near(theory::mg1(rho / 0.1, 0.1, 0.01)->time_s, theory::mmc(rho / 0.1, 0.1, 1)->time_s));
        }
    }

    void mm1k_loses_what_the_table_says_data() {
        QTest::addColumn<int>("places");
        QTest::addColumn<double>("rho");
        QTest::addColumn<double>("percent");
        QTest::addColumn<int>("digits");
        QTest::newRow("10, 0.9") << 10 << 0.9 << 5.08 << 2;
        QTest::newRow("10, 1.0") << 10 << 1.0 << 9.09 << 2;
        QTest::newRow("10, 1.2") << 10 << 1.2 << 19.3 << 1;
        QTest::newRow("50, 1.0") << 50 << 1.0 << 1.96 << 2;
        QTest::newRow("50, 1.2") << 50 << 1.2 << 16.7 << 1;
    }
    void mm1k_loses_what_the_table_says() {
        QFETCH(int, places);
        QFETCH(double, rho);
        QFETCH(double, percent);
        QFETCH(int, digits);
        QVERIFY(rounds_to(100.0 * theory::mmck(rho * 10.0, 0.1, 1, places).loss, percent, digits));
    }
    void a_loss_station_without_a_queue_is_erlang_b_and_with_a_long_one_is_mmc() {
        QVERIFY(near(theory::mmck(70.0, 0.1, 10, 10).loss, theory::erlang_b(10, 7.0)));
        QVERIFY(near(theory::mmck(70.0, 0.1, 10, 5000).time_s, theory::mmc(70.0, 0.1, 10)->time_s));
        const auto flooded = theory::mmck(1e6, 0.1, 10, 100'000); // no overflow
        QVERIFY(near(flooded.throughput, 100.0, 1e-6));
    }
    void nothing_is_said_of_a_station_that_is_not_stable() {
        QVERIFY(!theory::erlang_c(2, 2.0));
        QVERIFY(!theory::mmc(10.0, 0.1, 1));
        QVERIFY(!theory::mg1(11.0, 0.1, 0.0));
        QVERIFY(!theory::mm1_quantile_s(10.0, 0.1, 0.5));
        QVERIFY(!theory::load_dependent_in_flight(100.0, 1.0, 0.01));
    }
    void load_dependent_latency_has_its_fixed_point() {
        QVERIFY(rounds_to(*theory::load_dependent_in_flight(40.0, 1.0, 0.01), 66.7, 1));
    }

    void tries_and_attempts_data() {
        QTest::addColumn<double>("p");
        QTest::addColumn<int>("n");
        QTest::addColumn<double>("success");
        QTest::addColumn<double>("attempts");
        QTest::newRow(".10, 3") << .10 << 3 << .999 << 1.11;
        QTest::newRow(".10, 4") << .10 << 4 << .9999 << 1.111;
        QTest::newRow(".22, 3") << .22 << 3 << .989352 << 1.2684;
        QTest::newRow(".22, 4") << .22 << 4 << .997657 << 1.279;
        QTest::newRow(".5, 3") << .5 << 3 << .875 << 1.75;
        QTest::newRow("1, 4") << 1.0 << 4 << 0.0 << 4.0;
    }
    void tries_and_attempts() {
        QFETCH(double, p);
        QFETCH(int, n);
        QFETCH(double, success);
        QFETCH(double, attempts);
        const theory::Tries loop = theory::tries(p, n);
        QVERIFY(std::fabs(loop.success - success) < 1e-6);
        QVERIFY(std::fabs(loop.attempts - attempts) < 1e-4);
        QVERIFY(near(loop.retried, p));
    }
    void a_single_try_is_never_retried() { QCOMPARE(theory::tries(0.4, 1).retried, 0.0); }

    void a_chain_passes_on_what_its_legs_leave() {
        const theory::Chain chain = theory::chain({{0.5, 1}, {0.1, 2}, {0.0, 1}});
        QVERIFY(near(chain.success, 1.0));
        QVERIFY(near(chain.served[0], 0.5) && near(chain.served[1], 0.495) && near(chain.served[2], 0.005));
        QVERIFY(near(chain.attempts[1], 0.5 * 1.1) && near(chain.attempts[2], 0.005));
    }

    void breakers_trip_after_data() {
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("cumulative");
        QTest::addColumn<double>("consecutive");
        QTest::addColumn<double>("blocked_cumulative");
        QTest::addColumn<double>("blocked_consecutive");
        QTest::newRow(".05") << .05 << 100.0 << 3.4e6 << .384 << 0.0;
        QTest::newRow(".09") << .09 << 56.0 << 186'099.0 << .537 << .0003;
        QTest::newRow(".22") << .22 << 22.7 << 2486.0 << .762 << .030;
    }
    void breakers_trip_after() {
        QFETCH(double, p);
        QFETCH(double, cumulative);
        QFETCH(double, consecutive);
        QFETCH(double, blocked_cumulative);
        QFETCH(double, blocked_consecutive);
        const double code = *theory::calls_to_trip_cumulative(p, 5), prose = *theory::calls_to_trip_consecutive(p, 5);
        QVERIFY(std::fabs(code - cumulative) < 0.5);
        QVERIFY(std::fabs(prose / consecutive - 1.0) < 0.015);
        QVERIFY(std::fabs(theory::blocked_share(code, 60.0, p) - blocked_cumulative) < 1e-3);
        QVERIFY(std::fabs(theory::blocked_share(prose, 60.0, p) - blocked_consecutive) < 1e-3);
    }
    void a_coin_trips_a_breaker_after_ten_or_62_calls() {
        QCOMPARE(*theory::calls_to_trip_cumulative(0.5, 5), 10.0);
        QVERIFY(near(*theory::calls_to_trip_consecutive(0.5, 5), 62.0));
    }
    void what_never_fails_never_trips_and_what_always_fails_trips_at_once() {
        QVERIFY(!theory::calls_to_trip_consecutive(0.0, 5) && !theory::calls_to_trip_cumulative(0.0, 5));
        QCOMPARE(*theory::calls_to_trip_consecutive(1.0, 5), 5.0);
        QVERIFY(near(theory::blocked_share(5.0, 59.0, 1.0), 59.0 / 60.0));
    }
    void hidden_capacity_is_what_is_left_when_all_is_tried_again() {
        QCOMPARE(theory::hidden_capacity(300.0, 1), 150.0);
        QCOMPARE(theory::hidden_capacity(300.0, 0), 300.0);
    }
};

QTEST_APPLESS_MAIN(ClosedFormsTest)
#include "closed_forms_test.moc"
