// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/breaker/ejection.h"

#include <vector>

#include <QtTest>

#include "tests/policy/breaker_play.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

using Changes = std::vector<Ejection::Change>;

/// A group of replicas behind a balancer, driven as a simulation does.
struct Group {
    BreakerConfig config;
    Ejection ejection;
    Changes changes;
    double u = 0.0;

    Group(const char *preset, int replicas) : config(*breaker_preset(preset)), ejection(replicas) {}
    void go_to(double s) {
        for (SimTime t = ejection.timer_at(config); t <= at(s) && t != kTimeNever; t = ejection.timer_at(config)) {
            ejection.on_timer(config, t, changes, u);
        }
        ejection.settle(config, at(s), changes);
    }
    void result(double s, int replica, Verdict verdict, std::optional<Duration> hint = std::nullopt) {
        go_to(s);
        ejection.observe(config, at(s), replica, verdict, u, changes, hint);
    }
    void results(double s, int replica, int successes, int failures) {
        for (int i = 0; i < successes; ++i)
            result(s, replica, Verdict::success);
        for (int i = 0; i < failures; ++i)
            result(s, replica, Verdict::failure);
    }
};

} // namespace

class EjectionTest : public QObject {
    Q_OBJECT
private slots:
    // Envoy

    void five_failures_in_a_row_take_a_host_out_and_a_sweep_brings_it_back() {
        Group group("envoy_outlier", 10);
        group.results(3, 4, 0, 4);
        group.result(3, 4, Verdict::success);
        group.results(3, 4, 0, 4);
        QVERIFY(group.changes.empty());
        group.result(3, 4, Verdict::failure);
        QCOMPARE(group.changes.size(), std::size_t{1});
        QVERIFY(group.changes[0].replica == 4 && group.changes[0].ejected);
        QCOMPARE(group.changes[0].reason, BreakerReason::consecutive_failures);
        QVERIFY(group.changes[0].until == at(40)); // 33 s is over at the sweep at 40 s
        QVERIFY(group.ejection.returns_at() == at(40));
        group.go_to(39.9);
        QVERIFY(group.ejection.ejected(4) && !group.ejection.all_ejected());
        group.go_to(40);
        QVERIFY(!group.ejection.ejected(4));
        QVERIFY(group.changes.size() == 2 && !group.changes[1].ejected);
        QVERIFY(group.ejection.returns_at() == kTimeNever);
    }

    void with_the_default_share_nobody_is_taken_out_of_fewer_than_ten() {
        Group nine("envoy_outlier", 9);
        nine.results(1, 0, 0, 50);
        QVERIFY(nine.changes.empty());
        Group one_always("envoy_outlier", 9);
        one_always.config.ejection.always_one = true;
        one_always.results(1, 0, 0, 5);
        one_always.results(1, 1, 0, 5);
        QVERIFY(one_always.ejection.ejected(0) && !one_always.ejection.ejected(1));
    }

    void the_share_bounds_how_many_are_out_at_once() {
        Group group("envoy_outlier", 10);
        group.config.ejection.max_share = 0.3;
        for (int i = 0; i < 5; ++i)
            group.results(1, i, 0, 5);
        QCOMPARE(group.changes.size(), std::size_t{3}); // 10, 20, 30 %
        group.result(1, 4, Verdict::failure);           // its count was zeroed although it could not go
        QCOMPARE(group.changes.size(), std::size_t{3});
        Group all("envoy_outlier", 2);
        all.config.ejection.max_share = 1.0;
        all.results(1, 0, 0, 5);
        all.results(1, 1, 0, 5);
        QVERIFY(all.ejection.all_ejected());
    }

    void the_time_out_grows_with_each_ejection_and_shrinks_with_each_sweep_spent_in_turn() {
        Group group("envoy_outlier", 10);
        group.results(0.5, 0, 0, 5);
        QVERIFY(group.changes.back().until == at(40)); // 30 s
        group.go_to(40);
        group.results(41, 0, 0, 5);
        QVERIFY(group.changes.back().until == at(110)); // 41 + 60 s
        group.go_to(110);
        group.results(125, 0, 0, 5);                    // one sweep in turn, at 120 s
        QVERIFY(group.changes.back().until == at(190)); // 125 + 60 s
        group.go_to(190);
        group.go_to(260);
        QVERIFY(group.ejection.timer_at(group.config) == kTimeNever); // nothing is left to shrink
        group.results(261, 0, 0, 5);
        QVERIFY(group.changes.back().until == at(300)); // 261 + 30 s
    }

    void the_growing_time_is_capped_and_then_jittered() {
        Group group("envoy_outlier", 10);
        group.config.ejection.time_max = 50s;
        group.config.ejection.jitter = 8s;
        group.u = 0.5;
        group.results(0, 0, 0, 5);
        QVERIFY(group.changes.back().until == at(40)); // 34 s
        group.go_to(40);
        group.results(40, 0, 0, 5);
        QVERIFY(group.changes.back().until == at(100)); // 40 + min(60, 50) + 4 = 94 s
    }

    void a_success_rate_far_below_the_mean_is_taken_out_at_the_sweep() {
        Group group("envoy_outlier", 10);
        for (int i = 0; i < 10; ++i)
            group.results(2, i, i == 7 ? 60 : 100, 0);
        for (int i = 0; i < 40; ++i) { // never five in a row
            group.result(2, 7, Verdict::failure);
            if (i % 4 == 3) group.result(2, 7, Verdict::success);
        }
        QVERIFY(group.changes.empty());
        group.go_to(10);
        QCOMPARE(group.changes.size(), std::size_t{1});
        QCOMPARE(group.changes[0].replica, 7);
        QCOMPARE(group.changes[0].reason, BreakerReason::success_rate);
        // 70 of 110 succeeded: 63.64 %. Mean 96.364 %, deviation 10.909 %: the limit is 96.364 - 1.9 * 10.909 = 75.636.
        QCOMPARE(group.changes[0].measured, 6364);
        QCOMPARE(group.changes[0].limit, 7564);
        QVERIFY(group.changes[0].until == at(40));
    }

    void rates_need_enough_calls_and_enough_hosts() {
        Group few_calls("envoy_outlier", 10);
        for (int i = 0; i < 10; ++i)
            few_calls.results(2, i, 99, 0);
        few_calls.results(2, 3, 0, 4);
        few_calls.go_to(10);
        QVERIFY(few_calls.changes.empty());
        Group few_hosts("envoy_outlier", 10);
        few_hosts.config.ejection.failure_share = 0.01;
        for (int i = 0; i < 4; ++i)
            few_hosts.results(2, i, 200, 4);
        few_hosts.go_to(10);
        QVERIFY(few_hosts.changes.empty()); // 4 rated, 5 needed
        for (int i = 0; i < 5; ++i)
            few_hosts.results(12, i, 200, i == 2 ? 4 : 0);
        few_hosts.go_to(20);
        QCOMPARE(few_hosts.changes.size(), std::size_t{1});
        QCOMPARE(few_hosts.changes[0].replica, 2);
    }

    void two_that_go_out_at_one_sweep_have_their_own_luck() {
        Group group("envoy_outlier", 10);
        group.config.ejection.max_share = 1.0;
        group.config.ejection.failure_share = 0.5;
        group.config.ejection.jitter = 100s;
        group.config.failures = 1000;
        group.u = 0.1;
        for (int i = 0; i < 10; ++i) group.results(2, i, i < 2 ? 0 : 100, i < 2 ? 100 : 0);
        group.go_to(10);
        QCOMPARE(group.changes.size(), std::size_t{2});
        QVERIFY(group.changes[0].until == at(50));  // 10 + 30 + 0.1 * 100
        QVERIFY(group.changes[1].until == at(120)); // 10 + 30 + (0.1 + 0.618) * 100 = 111.8
    }

    void a_sweep_that_is_edited_away_brings_back_at_the_next_call() {
        Group group("envoy_outlier", 10);
        group.results(3, 4, 0, 5);
        group.ejection.settle(group.config, at(45), group.changes);
        QVERIFY(group.ejection.ejected(4)); // only a sweep brings back
        group.config.ejection.sweep.reset();
        group.go_to(20);
        QVERIFY(group.ejection.ejected(4));
        QVERIFY(group.ejection.timer_at(group.config) == kTimeNever);
        group.go_to(40);
        QVERIFY(!group.ejection.ejected(4));
    }

    void what_the_matrix_ignores_neither_counts_nor_resets() {
        Group group("envoy_outlier", 10);
        group.results(1, 0, 0, 4);
        group.result(1, 0, Verdict::ignored);
        QVERIFY(group.changes.empty());
        group.result(1, 0, Verdict::failure);
        QVERIFY(group.ejection.ejected(0));
        Group success("envoy_outlier", 10);
        success.config.ignored_results = IgnoredResults::success;
        success.results(1, 0, 0, 4);
        success.result(1, 0, Verdict::ignored);
        success.result(1, 0, Verdict::failure);
        QVERIFY(!success.ejection.ejected(0));
    }

    void equal_hosts_are_not_outliers() {
        Group group("envoy_outlier", 10);
        for (int i = 0; i < 10; ++i) {
            for (int k = 0; k < 30; ++k)
                group.results(2, i, 6, 1);
        }
        group.go_to(10);
        QVERIFY(group.changes.empty());
    }

    // LiteLLM

    void more_than_half_of_five_calls_in_the_minute_cool_a_deployment_down() {
        Group group("litellm_cooldown", 3);
        group.results(1, 0, 0, 4); // 100 %, but 1/1 must not cool down: at least 5 calls
        QVERIFY(group.changes.empty());
        group.result(1, 0, Verdict::failure);
        QVERIFY(group.ejection.ejected(0));
        QVERIFY(group.changes[0].until == at(6));
        QVERIFY(group.ejection.timer_at(group.config) == kTimeNever);
        group.result(3, 0, Verdict::failure); // a late one does not prolong it
        group.go_to(5.9);
        QVERIFY(group.ejection.ejected(0));
        group.go_to(6);
        QVERIFY(!group.ejection.ejected(0));
        group.result(7, 0, Verdict::success);
        group.result(8, 0, Verdict::failure); // the minute still counts: 7 of 8
        QVERIFY(group.ejection.ejected(0));
        group.go_to(60);
        group.result(61, 0, Verdict::failure); // a new minute
        QVERIFY(!group.ejection.ejected(0));
    }

    void exactly_half_does_not_cool_down() {
        Group group("litellm_cooldown", 2);
        group.results(1, 1, 5, 5);
        QVERIFY(group.changes.empty());
        group.result(1, 1, Verdict::failure);
        QVERIFY(group.ejection.ejected(1));
    }

    void a_retry_after_cools_down_at_once_and_says_how_long() {
        Group group("litellm_cooldown", 2);
        group.result(1, 0, Verdict::failure, Duration(20s));
        QVERIFY(group.ejection.ejected(0));
        QCOMPARE(group.changes[0].reason, BreakerReason::retry_after);
        QVERIFY(group.changes[0].until == at(21));
    }

    void a_deployment_that_stands_alone_stays_until_a_thousand_calls_have_all_failed() {
        Group group("litellm_cooldown", 1);
        group.result(1, 0, Verdict::failure, Duration(20s));
        group.results(1, 0, 0, 998);
        QVERIFY(group.changes.empty());
        group.result(1, 0, Verdict::failure);
        QVERIFY(group.ejection.all_ejected());
    }

    void what_is_out_never_exceeds_the_share_and_always_comes_back() {
        QVERIFY(holds_often("results and times at random", [] {
            const int replicas = *rc::gen::inRange(1, 8);
            Group group(*rc::gen::arbitrary<bool>() ? "envoy_outlier" : "litellm_cooldown", replicas);
            group.config.ejection.max_share = *rc::gen::element(0.0, 0.34, 0.5, 1.0);
            group.config.ejection.always_one = *rc::gen::arbitrary<bool>();
            group.config.ejection.sole_calls.reset();
            group.config.failures = *rc::gen::inRange(1, 4);
            const double most = group.config.ejection.max_share * replicas + 1e-9;
            double now = 0.0;
            std::vector<bool> out(static_cast<std::size_t>(replicas), false);
            for (int i = 0; i < 60; ++i) {
                now += *rc::gen::element(0.0, 0.5, 3.0, 11.0, 40.0);
                group.changes.clear();
                const Verdict verdict = *rc::gen::element(Verdict::success, Verdict::failure, Verdict::failure);
                group.result(now, *rc::gen::inRange(0, replicas), verdict);
                for (const Ejection::Change &change : group.changes) { // each change changes something
                    const auto place = static_cast<std::size_t>(change.replica);
                    RC_ASSERT(out[place] != change.ejected);
                    out[place] = change.ejected;
                }
                int count = 0;
                for (int r = 0; r < replicas; ++r) {
                    RC_ASSERT(group.ejection.ejected(r) == out[static_cast<std::size_t>(r)]);
                    count += out[static_cast<std::size_t>(r)] ? 1 : 0;
                }
                RC_ASSERT(count <= most || (group.config.ejection.always_one && count == 1));
                RC_ASSERT((group.ejection.returns_at() == kTimeNever) == (count == 0));
                RC_ASSERT(group.ejection.all_ejected() == (count == replicas));
            }
            group.go_to(now + 10'000);
            RC_ASSERT(group.ejection.returns_at() == kTimeNever);
            RC_ASSERT(group.ejection.timer_at(group.config) == kTimeNever);
        }));
    }
};

QTEST_APPLESS_MAIN(EjectionTest)
#include "ejection_test.moc"
