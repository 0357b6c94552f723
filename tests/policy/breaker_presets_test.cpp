// SPDX-License-Identifier: GPL-3.0-or-later
// The rules at the edges of each library, worked by hand. What has recorded vectors is in tests/conformance too.
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

class BreakerPresetsTest : public QObject {
    Q_OBJECT
private slots:
    void each_preset_has_a_name_and_says_what_it_copies() {
        QCOMPARE(breaker_preset_names().size(), std::size_t{17});
        for (const std::string &name : breaker_preset_names()) {
            QCOMPARE(breaker_preset(name)->preset, name);
            QVERIFY(breaker_preset_about(name).size() > 40);
        }
        QVERIFY(!breaker_preset("akka"));
        QVERIFY(breaker_preset_about("akka").empty());
    }

    // gobreaker

    void gobreaker_opens_at_the_sixth_failure_and_drops_late_results() {
        const BreakerConfig config = preset("gobreaker");
        Breaker breaker;
        const Permit old = begin(breaker, config, 0);
        for (int i = 0; i < 5; ++i)
            fail(breaker, config, 0);
        QCOMPARE(breaker.state(), kClosed);
        fail(breaker, config, 0);
        QCOMPARE(breaker.state(), kOpen);
        QVERIFY(!succeed(breaker, config, 60));
        const Permit probe = begin(breaker, config, 60.001);
        end(breaker, config, 61, old, Verdict::failure);
        QCOMPARE(breaker.state(), kHalfOpen);
        end(breaker, config, 62, probe, Verdict::success);
        QCOMPARE(breaker.state(), kClosed);
    }

    void gobreaker_forgets_all_and_begins_a_new_generation_each_interval() {
        BreakerConfig config = preset("gobreaker");
        config.reset_every = 10s;
        Breaker breaker;
        for (int i = 0; i < 5; ++i)
            fail(breaker, config, 9);
        const Permit old = begin(breaker, config, 9);
        QCOMPARE(breaker.failures(), 5);
        Breaker at_its_end = breaker;
        fail(at_its_end, config, 10); // the 6th: the interval is over only after 10 s
        QCOMPARE(at_its_end.state(), kOpen);
        fail(breaker, config, 10.000001);
        QCOMPARE(breaker.failures(), 1);
        end(breaker, config, 11, old, Verdict::failure); // of the last generation
        QCOMPARE(breaker.failures(), 1);
        QCOMPARE(breaker.state(), kClosed);
    }

    void gobreaker_has_no_generations_while_half_open() {
        BreakerConfig config = preset("gobreaker");
        config.reset_every = 1s;
        Breaker breaker;
        for (int i = 0; i < 6; ++i)
            fail(breaker, config, 0);
        const Permit probe = begin(breaker, config, 61);
        end(breaker, config, 70, probe, Verdict::success); // after many intervals it is still the probe of this period
        QCOMPARE(breaker.state(), kClosed);
    }

    // cockatiel

    void cockatiel_forgets_when_an_overtaken_trial_succeeds_while_open() {
        BreakerConfig config = preset("cockatiel_consecutive");
        config.failures = 2;
        Breaker breaker;
        const Permit old = begin(breaker, config, 0);
        for (int i = 0; i < 2; ++i)
            fail(breaker, config, 0);
        const Permit overtaken = begin(breaker, config, 10);
        end(breaker, config, 12, old, Verdict::failure);
        QCOMPARE(breaker.failures(), 3);
        end(breaker, config, 13, overtaken, Verdict::success);
        QCOMPARE(breaker.state(), kOpen);
        QCOMPARE(breaker.failures(), 0);
    }

    void cockatiel_opens_when_an_overtaken_trial_fails_even_while_closed() {
        BreakerConfig config = preset("cockatiel_consecutive");
        config.failures = 2;
        Breaker breaker;
        const Permit old = begin(breaker, config, 0), older = begin(breaker, config, 0);
        for (int i = 0; i < 2; ++i)
            fail(breaker, config, 0);
        const Permit overtaken = begin(breaker, config, 10);
        end(breaker, config, 12, old, Verdict::failure); // a late failure over the threshold ends the trial's period
        QCOMPARE(breaker.state(), kOpen);
        QVERIFY(succeed(breaker, config, 22));
        QCOMPARE(breaker.state(), kClosed);
        end(breaker, config, 23, older, Verdict::failure); // 1 of 2: below the threshold, and no trial
        QCOMPARE(breaker.state(), kClosed);
        succeed(breaker, config, 23);
        end(breaker, config, 24, overtaken, Verdict::failure); // 1 of 2, but a trial
        QCOMPARE(breaker.state(), kOpen);
    }

    void cockatiel_keeps_old_samples_over_a_silence() {
        BreakerConfig config = preset("cockatiel_sampling");
        config.minimum_rate = 0.1; // 3 calls in 30 s
        Breaker breaker;
        for (int i = 0; i < 2; ++i)
            fail(breaker, config, 1);
        fail(breaker, config, 3600); // an hour later
        QCOMPARE(breaker.state(), kOpen);
    }

    void cockatiel_closes_after_an_unhandled_failure_and_forgets_nothing() {
        const BreakerConfig config = preset("cockatiel_consecutive");
        Breaker breaker;
        for (int i = 0; i < 5; ++i)
            fail(breaker, config, 0);
        QVERIFY(call(breaker, config, 10, Verdict::ignored)); // at exactly halfOpenAfter
        QCOMPARE(breaker.state(), kClosed);
        QCOMPARE(breaker.failures(), 5);
        fail(breaker, config, 11); // so the next failure opens
        QCOMPARE(breaker.state(), kOpen);
    }

    // opossum

    void opossum_opens_on_the_first_failure_but_not_at_exactly_half() {
        const BreakerConfig config = preset("opossum");
        Breaker first;
        fail(first, config, 0);
        QCOMPARE(first.state(), kOpen);
        Breaker half;
        succeed(half, config, 0);
        fail(half, config, 0);
        QCOMPARE(half.state(), kClosed);
        fail(half, config, 0);
        QCOMPARE(half.state(), kOpen);
    }

    void opossum_is_diluted_by_calls_under_way() {
        const BreakerConfig config = preset("opossum");
        Breaker breaker;
        for (int i = 0; i < 9; ++i)
            begin(breaker, config, 0);
        for (int i = 0; i < 9; ++i)
            fail(breaker, config, 1);
        QCOMPARE(breaker.state(), kClosed); // 9 of 18 fired
        fail(breaker, config, 1);
        QCOMPARE(breaker.state(), kOpen); // 10 of 19
    }

    void opossum_flaps_because_its_window_is_never_cleared() {
        BreakerConfig config = preset("opossum");
        config.open_for = 1s;
        Breaker breaker;
        for (int i = 0; i < 5; ++i)
            fail(breaker, config, 0.1); // 4 of them refused, and fired
        serve_timers(breaker, config, at(1.1));
        QCOMPARE(breaker.state(), kHalfOpen); // by its timer
        QVERIFY(breaker.since() == at(1.1));
        succeed(breaker, config, 1.2);
        QCOMPARE(breaker.state(), kClosed);
        fail(breaker, config, 1.3); // 2 failures of 7 fired
        QCOMPARE(breaker.state(), kClosed);
        for (int i = 0; i < 4; ++i)
            fail(breaker, config, 1.4); // 6 of 11
        QCOMPARE(breaker.state(), kOpen);
    }

    void opossum_opens_when_the_fire_of_a_failure_has_left_the_window() {
        BreakerConfig config = preset("opossum");
        Breaker breaker;
        for (int i = 0; i < 9; ++i)
            succeed(breaker, config, 1);
        const Permit slow = begin(breaker, config, 1);
        end(breaker, config, 12, slow, Verdict::failure); // 1 / 0
        QCOMPARE(breaker.state(), kOpen);
    }

    void opossum_counts_a_failed_trial_in_its_window() {
        BreakerConfig config = preset("opossum");
        config.open_for = 1s;
        Breaker breaker;
        fail(breaker, config, 0.1);
        fail(breaker, config, 1.2);
        QCOMPARE(breaker.state(), kOpen);
        QCOMPARE(breaker.window().total().failures, 2);
        config.reset_window = ResetWindow::on_close; // elsewhere half-open results are only verdicts
        Breaker other;
        fail(other, config, 0.1);
        fail(other, config, 1.2);
        QCOMPARE(other.window().total().failures, 1);
    }

    void opossum_warms_up() {
        BreakerConfig config = preset("opossum");
        config.warm_up = 10s;
        Breaker breaker;
        fail(breaker, config, 9.999);
        QCOMPARE(breaker.state(), kClosed);
        fail(breaker, config, 10);
        QCOMPARE(breaker.state(), kOpen);
    }

    // Python

    void pybreaker_lets_one_call_through_at_a_time() {
        const BreakerConfig config = preset("pybreaker");
        Breaker breaker;
        const Permit first = begin(breaker, config, 0);
        const Admission second = breaker.admit(config, at(0));
        QVERIFY(second.parked);
        end(breaker, config, 1, first, Verdict::ignored); // an excluded error counts as success
        QVERIFY(breaker.admit(config, at(1), &second.permit).permitted);
        breaker.abandon(config, second.permit);
        QVERIFY(breaker.admit(config, at(2)).permitted);
    }

    void circuitbreaker_closes_on_a_late_success_and_opens_longer_on_a_late_failure() {
        const BreakerConfig config = preset("circuitbreaker_py");
        Breaker breaker;
        const Permit a = begin(breaker, config, 0), b = begin(breaker, config, 0);
        for (int i = 0; i < 5; ++i)
            fail(breaker, config, 1);
        end(breaker, config, 10, a, Verdict::failure);
        QVERIFY(!succeed(breaker, config, 39));
        end(breaker, config, 39, b, Verdict::success);
        QCOMPARE(breaker.state(), kClosed);
        QCOMPARE(breaker.failures(), 0);
    }

    // The tutorial's program

    void the_client_closes_at_once_with_a_count_of_zero() {
        const BreakerConfig config = preset("toolweaver_client");
        Breaker breaker;
        for (int i = 0; i < 3; ++i)
            fail(breaker, config, 0);
        QVERIFY(!succeed(breaker, config, 29.9));
        for (int i = 0; i < 2; ++i)
            QVERIFY(fail(breaker, config, 30)); // all traffic, no probe
        QCOMPARE(breaker.state(), kClosed);
        fail(breaker, config, 30);
        QCOMPARE(breaker.state(), kOpen);
    }

    // When counts are forgotten

    void counts_forgotten_on_opening_begin_anew_there() {
        BreakerConfig config = preset("tutorial_code");
        config.reset_window = ResetWindow::on_open;
        config.window_align = WindowAlign::since_reset;
        Breaker breaker;
        for (int i = 0; i < 5; ++i)
            fail(breaker, config, 3);
        QCOMPARE(breaker.state(), kOpen);
        QCOMPARE(breaker.failures(), 0);
        QVERIFY(breaker.window().origin() == at(3));
        QVERIFY(fail(breaker, config, 64)); // one failure of five: it stays half-open
        QCOMPARE(breaker.state(), kHalfOpen);
    }

    // Open times

    void an_open_time_may_come_from_a_list_or_from_the_failure() {
        BreakerConfig config = preset("tutorial");
        config.failures = 1;
        config.open_steps = {1s, 5s};
        Breaker breaker;
        fail(breaker, config, 0);
        QVERIFY(breaker.retest_at() == at(1));
        fail(breaker, config, 1);
        QVERIFY(breaker.retest_at() == at(6));
        fail(breaker, config, 6);
        QVERIFY(breaker.retest_at() == at(11)); // the last one goes on
        config.open_for_hint = true;
        const Permit probe = begin(breaker, config, 11);
        breaker.observe(config, at(12), probe, Verdict::failure, 1s, 0.0, Duration(40s));
        QVERIFY(breaker.retest_at() == at(52));
    }
};

QTEST_APPLESS_MAIN(BreakerPresetsTest)
#include "breaker_presets_test.moc"
