// SPDX-License-Identifier: GPL-3.0-or-later
// The rules at the edges of the libraries that open by a rate: resilience4j, Polly, Failsafe, Hystrix.
#include <QtTest>

#include "tests/policy/breaker_play.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

BreakerConfig preset(const char *name) { return *breaker_preset(name); }

constexpr auto kClosed = BreakerState::closed;
constexpr auto kOpen = BreakerState::open;
constexpr auto kHalfOpen = BreakerState::half_open;

} // namespace

class RateBreakersTest : public QObject {
    Q_OBJECT
private slots:
    // resilience4j

    void resilience4j_decides_half_open_early_where_the_minimum_is_smaller_than_the_permits() {
        BreakerConfig config = preset("resilience4j");
        config.window_calls = config.minimum_calls = 4;
        Breaker breaker;
        for (int i = 0; i < 4; ++i)
            fail(breaker, config, i);
        QCOMPARE(breaker.state(), kOpen);
        QVERIFY(!succeed(breaker, config, 63)); // 60 s after the opening at 3: must be strictly later
        for (int i = 0; i < 3; ++i)
            succeed(breaker, config, 63.001);
        QCOMPARE(breaker.state(), kHalfOpen);
        succeed(breaker, config, 63.001); // the 4th of 10
        QCOMPARE(breaker.state(), kClosed);
    }

    void resilience4j_waits_for_all_permits_where_the_minimum_is_larger() {
        BreakerConfig config = preset("resilience4j");
        config.window_calls = config.minimum_calls = 4;
        config.probes = 2;
        Breaker breaker;
        for (int i = 0; i < 4; ++i)
            fail(breaker, config, i);
        fail(breaker, config, 70);
        QCOMPARE(breaker.state(), kHalfOpen); // 1 of 2 failed, no verdict yet
        succeed(breaker, config, 70);
        QCOMPARE(breaker.state(), kOpen); // 50 % of 2 reaches 50 %
    }

    void resilience4j_credits_late_results_to_the_state_that_holds() {
        BreakerConfig config = preset("resilience4j");
        config.window_calls = config.minimum_calls = 4;
        config.probes = 2;
        config.slow_over.reset(); // the late ones would be slow
        Breaker breaker;
        const Permit a = begin(breaker, config, 0), b = begin(breaker, config, 0);
        for (int i = 0; i < 4; ++i)
            fail(breaker, config, i);
        begin(breaker, config, 70); // the real probe, which never ends
        end(breaker, config, 71, a, Verdict::success);
        QCOMPARE(breaker.state(), kHalfOpen);
        end(breaker, config, 71, b, Verdict::success);
        QCOMPARE(breaker.state(), kClosed);
    }

    void resilience4j_opens_on_a_success_and_on_slow_calls() {
        BreakerConfig config = preset("resilience4j");
        config.window_calls = config.minimum_calls = 2;
        Breaker breaker;
        fail(breaker, config, 0);
        succeed(breaker, config, 0); // 1 of 2, looked at on every result
        QCOMPARE(breaker.state(), kOpen);
        Breaker slow;
        call(slow, config, 0, Verdict::success, 60s);
        call(slow, config, 0, Verdict::success, 61s);
        QCOMPARE(slow.state(), kClosed); // 60 s is not above 60 s
        call(slow, config, 0, Verdict::success, 61s);
        QCOMPARE(slow.state(), kOpen);
    }

    void resilience4j_closes_or_opens_after_too_long_a_half_open_period() {
        BreakerConfig config = preset("resilience4j");
        config.window_calls = config.minimum_calls = 1;
        config.probe_timeout = 30s;
        Breaker breaker;
        fail(breaker, config, 0);
        begin(breaker, config, 61);
        QVERIFY(breaker.timer_at(config) == at(91));
        serve_timers(breaker, config, at(91));
        QCOMPARE(breaker.state(), kOpen);
        QCOMPARE(breaker.openings(), 2);
        config.probe_timeout_to = ProbeTimeoutTo::closed;
        begin(breaker, config, 152);
        serve_timers(breaker, config, at(182));
        QCOMPARE(breaker.state(), kClosed);
    }

    // Polly

    void polly_needs_a_failure_to_open_and_counts_what_it_does_not_handle_as_success() {
        BreakerConfig config = preset("polly");
        Breaker breaker;
        for (int i = 0; i < 10; ++i)
            fail(breaker, config, 1);
        for (int i = 0; i < 90; ++i)
            succeed(breaker, config, 1);
        QCOMPARE(breaker.state(), kClosed); // 10 % of 100, but the last one succeeded
        fail(breaker, config, 1);           // 11 of 101
        QCOMPARE(breaker.state(), kOpen);
        QVERIFY(!succeed(breaker, config, 5.999));
        const Permit probe = begin(breaker, config, 6); // not strict
        QCOMPARE(breaker.state(), kHalfOpen);
        const Admission other = breaker.admit(config, at(1000)); // for ever: there is no half-open timeout
        QVERIFY(!other.permitted && other.probe_limit);
        end(breaker, config, 1001, probe, Verdict::ignored); // a cancelled probe closes
        QCOMPARE(breaker.state(), kClosed);
    }

    void polly_drops_a_bucket_when_its_begin_has_left_the_span() {
        BreakerConfig config = preset("polly");
        config.minimum_calls = 2;
        config.failure_rate = 1.0;
        Breaker breaker;
        fail(breaker, config, 1.5); // a bucket from 1.5 to 4.5
        fail(breaker, config, 31.4);
        QCOMPARE(breaker.state(), kOpen); // both in the last 30 s
        Breaker later;
        fail(later, config, 1.5);
        succeed(later, config, 4.4); // the same bucket
        fail(later, config, 31.5);   // exactly 30 s after its begin: gone, with the success that was 27.1 s old
        QCOMPARE(later.window().total().calls, 1);
    }

    void polly_lets_any_late_result_decide_half_open() {
        BreakerConfig config = preset("polly");
        config.minimum_calls = 1;
        Breaker breaker;
        const Permit old = begin(breaker, config, 0);
        fail(breaker, config, 0);
        begin(breaker, config, 5);
        end(breaker, config, 6, old, Verdict::failure);
        QCOMPARE(breaker.state(), kOpen);
        QVERIFY(breaker.retest_at() == at(11));
    }

    // Failsafe

    void failsafe_opens_at_the_first_failure_and_rounds_its_rates() {
        Breaker breaker;
        fail(breaker, preset("failsafe"), 0);
        QCOMPARE(breaker.state(), kOpen);
        BreakerConfig config = preset("failsafe");
        config.trip = TripRule::time_window;
        config.failure_rate = 0.5;
        config.minimum_calls = 200;
        Breaker rate;
        for (int i = 0; i < 101; ++i)
            succeed(rate, config, 0);
        for (int i = 0; i < 98; ++i)
            fail(rate, config, 0);
        QCOMPARE(rate.state(), kClosed);
        fail(rate, config, 0); // 99 of 200 are 49.5 %, which rounds to 50
        QCOMPARE(rate.state(), kOpen);
    }

    void failsafe_closes_after_k_of_n_and_opens_when_they_are_out_of_reach() {
        BreakerConfig config = preset("failsafe");
        config.probes = 3;
        config.close_after.successes = 2;
        config.close_after.of = 3;
        Breaker good;
        fail(good, config, 0);
        fail(good, config, 60);
        QCOMPARE(good.state(), kHalfOpen); // one failure of three may be
        succeed(good, config, 60);
        succeed(good, config, 60);
        QCOMPARE(good.state(), kClosed);
        Breaker bad;
        fail(bad, config, 0);
        fail(bad, config, 60);
        fail(bad, config, 60);
        QCOMPARE(bad.state(), kOpen);
    }

    void failsafe_bounds_how_many_are_under_way_and_takes_late_permits_back() {
        BreakerConfig config = preset("failsafe");
        config.probes = 2;
        config.close_after.successes = 5;
        Breaker breaker;
        const Permit old = begin(breaker, config, 0);
        fail(breaker, config, 0);
        const Permit a = begin(breaker, config, 60);
        begin(breaker, config, 60);
        QVERIFY(!breaker.admit(config, at(60)).permitted);
        end(breaker, config, 61, a, Verdict::success);
        QVERIFY(breaker.admit(config, at(61)).permitted);
        QVERIFY(!breaker.admit(config, at(61)).permitted);
        end(breaker, config, 62, old, Verdict::success); // counts, and frees a permit
        QCOMPARE(breaker.probe_successes(), 2);
        QVERIFY(breaker.admit(config, at(62)).permitted);
    }

    // Hystrix

    void hystrix_looks_at_ticks_only_and_cuts_percents() {
        const BreakerConfig config = preset("hystrix");
        Breaker breaker;
        for (int i = 0; i < 20; ++i)
            fail(breaker, config, 0.1);
        QCOMPARE(breaker.state(), kClosed); // all failed, but no tick yet
        QVERIFY(breaker.timer_at(config) == at(0.5));
        serve_timers(breaker, config, at(0.5));
        QCOMPARE(breaker.state(), kOpen);
        QVERIFY(!succeed(breaker, config, 5.5)); // 5 s after 0.5: strictly later only
        QVERIFY(succeed(breaker, config, 5.501));
        QCOMPARE(breaker.state(), kClosed);
        for (int i = 0; i < 100; ++i)
            succeed(breaker, config, 6);
        for (int i = 0; i < 99; ++i)
            fail(breaker, config, 6.0005);              // 99 of 199: 49 %
        QVERIFY(breaker.timer_at(config) == at(6.001)); // ticks begin anew when it closes: 5.501 + 0.5
        serve_timers(breaker, config, at(6.5));
        QCOMPARE(breaker.state(), kClosed);
        QCOMPARE(breaker.window().total().calls, 199);
    }

    void hystrix_keeps_ten_seconds_and_needs_twenty_calls() {
        const BreakerConfig config = preset("hystrix");
        Breaker breaker;
        for (int i = 0; i < 19; ++i)
            fail(breaker, config, 0.1);
        serve_timers(breaker, config, at(9.9));
        QCOMPARE(breaker.state(), kClosed); // 19
        fail(breaker, config, 9.9);
        serve_timers(breaker, config, at(10));
        QCOMPARE(breaker.state(), kOpen); // the buckets from 0 to 10
        Breaker late;
        for (int i = 0; i < 19; ++i)
            fail(late, config, 0.1);
        serve_timers(late, config, at(9.9));
        fail(late, config, 10.1);
        serve_timers(late, config, at(30));
        QCOMPARE(late.state(), kClosed);              // the first bucket has left at 10.5
        QVERIFY(late.timer_at(config) == kTimeNever); // nothing is left to look at
    }

    void hystrix_reopens_on_a_late_failure() {
        const BreakerConfig config = preset("hystrix");
        Breaker breaker;
        const Permit old = begin(breaker, config, 0);
        for (int i = 0; i < 20; ++i)
            fail(breaker, config, 0.1);
        begin(breaker, config, 6);
        QCOMPARE(breaker.state(), kHalfOpen);
        end(breaker, config, 6.1, old, Verdict::failure);
        QCOMPARE(breaker.state(), kOpen);
    }
};

QTEST_APPLESS_MAIN(RateBreakersTest)
#include "rate_breakers_test.moc"
