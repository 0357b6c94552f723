// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/breaker/breaker.h"

#include <deque>
#include <vector>

#include <QtTest>
#include <rapidcheck.h>

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

SimTime at(double s) { return kTimeZero + Duration{static_cast<std::int64_t>(s * 1e9)}; }

/// A call that ends at once. Returns whether it was let through.
bool call(Breaker &breaker, const BreakerConfig &config, double s, bool success) {
    const Admission admission = breaker.admit(config, at(s));
    if (!admission.permitted) return false;
    breaker.observe(config, at(s), admission.permit, success ? Verdict::success : Verdict::failure, 0s, 0.0);
    return true;
}

BreakerConfig tutorial() { return *breaker_preset("tutorial"); }

void trip(Breaker &breaker, const BreakerConfig &config, double s) {
    for (int i = 0; i < 5; ++i) call(breaker, config, s, false);
}

/// The tutorial's published class, written down as naively as it stands there.
struct PublishedClass {
    bool reset_outside = false;
    int failures = 0;
    double last_failure = 0.0;
    BreakerState state = BreakerState::closed;

    bool admit(double now) {
        if (state != BreakerState::open) return true;
        if (!(now - last_failure > 60.0)) return false;
        state = BreakerState::half_open;
        return true;
    }
    void succeed() {
        if (state == BreakerState::half_open) {
            state = BreakerState::closed;
            failures = 0;
        }
        if (reset_outside) failures = 0;
    }
    void fail(double now) {
        ++failures;
        last_failure = now;
        if (failures >= 5) state = BreakerState::open;
    }
};

} // namespace

class BreakerTest : public QObject {
    Q_OBJECT
private slots:
    void five_failures_in_a_row_open_it();
    void a_success_between_resets_the_count();
    void open_admits_nothing_before_its_time_and_one_probe_at_it();
    void a_good_probe_closes_and_a_bad_one_opens_again();
    void late_answer_from_an_earlier_period_is_ignored();
    void an_abandoned_probe_gives_its_permit_back();
    void an_ignored_result_gives_its_permit_back();
    void several_probes_close_after_so_many_successes();
    void concurrent_probes_return_their_permits();
    void a_hung_probe_opens_again_after_the_probe_timeout();
    void a_rate_over_a_count_window_opens_at_the_threshold_and_not_below();
    void a_time_window_forgets_after_its_span();
    void slow_calls_open_it_too();
    void open_time_may_grow_with_each_reopening();
    void the_published_class_counts_all_failures_and_admits_everybody();
    void the_published_class_equals_its_naive_form();
    void windows_equal_a_naive_recount();
    void half_open_never_has_more_probes_in_flight_than_it_may();
};

void BreakerTest::five_failures_in_a_row_open_it() {
    Breaker breaker;
    for (int i = 0; i < 4; ++i) call(breaker, tutorial(), i, false);
    QCOMPARE(breaker.state(), BreakerState::closed);
    call(breaker, tutorial(), 4, false);
    QCOMPARE(breaker.state(), BreakerState::open);
    QVERIFY(breaker.retest_at() == at(64));
}

void BreakerTest::a_success_between_resets_the_count() {
    Breaker breaker;
    for (int i = 0; i < 100; ++i) call(breaker, tutorial(), i, i % 5 == 4);
    QCOMPARE(breaker.state(), BreakerState::closed);
    QCOMPARE(breaker.failures(), 0);
}

void BreakerTest::open_admits_nothing_before_its_time_and_one_probe_at_it() {
    Breaker breaker;
    trip(breaker, tutorial(), 0);
    const Admission early = breaker.admit(tutorial(), at(59.999999));
    QVERIFY(!early.permitted);
    QVERIFY(early.until == at(60));
    const Admission probe = breaker.admit(tutorial(), at(60));
    QVERIFY(probe.permitted && probe.permit.probe);
    QCOMPARE(probe.changes.count, 1);
    const Admission second = breaker.admit(tutorial(), at(60));
    QVERIFY(!second.permitted && second.probe_limit);
}

void BreakerTest::a_good_probe_closes_and_a_bad_one_opens_again() {
    Breaker breaker;
    trip(breaker, tutorial(), 0);
    QVERIFY(call(breaker, tutorial(), 61, false));
    QCOMPARE(breaker.state(), BreakerState::open);
    QVERIFY(breaker.retest_at() == at(121));
    QVERIFY(call(breaker, tutorial(), 121, true));
    QCOMPARE(breaker.state(), BreakerState::closed);
    QCOMPARE(breaker.failures(), 0);
}

void BreakerTest::late_answer_from_an_earlier_period_is_ignored() {
    Breaker breaker;
    const Admission old = breaker.admit(tutorial(), at(0));
    trip(breaker, tutorial(), 1);
    const Admission probe = breaker.admit(tutorial(), at(61));
    breaker.observe(tutorial(), at(62), old.permit, Verdict::success, 62s, 0.0);
    QCOMPARE(breaker.state(), BreakerState::half_open);
    breaker.observe(tutorial(), at(63), probe.permit, Verdict::failure, 2s, 0.0);
    QCOMPARE(breaker.state(), BreakerState::open);
}

void BreakerTest::an_abandoned_probe_gives_its_permit_back() {
    Breaker breaker;
    trip(breaker, tutorial(), 0);
    const Admission probe = breaker.admit(tutorial(), at(60));
    breaker.abandon(tutorial(), probe.permit);
    QVERIFY(breaker.admit(tutorial(), at(61)).permitted);
}

void BreakerTest::an_ignored_result_gives_its_permit_back() {
    Breaker breaker;
    trip(breaker, tutorial(), 0);
    const Admission probe = breaker.admit(tutorial(), at(60));
    breaker.observe(tutorial(), at(61), probe.permit, Verdict::ignored, 1s, 0.0);
    QCOMPARE(breaker.state(), BreakerState::half_open);
    QVERIFY(breaker.admit(tutorial(), at(61)).permitted);
}

void BreakerTest::several_probes_close_after_so_many_successes() {
    BreakerConfig config = tutorial();
    config.probes = 3;
    config.close_after.successes = 3;
    Breaker breaker;
    trip(breaker, config, 0);
    QVERIFY(call(breaker, config, 60, true));
    QVERIFY(call(breaker, config, 60, true));
    QCOMPARE(breaker.state(), BreakerState::half_open);
    QVERIFY(call(breaker, config, 60, true));
    QCOMPARE(breaker.state(), BreakerState::closed);
}

void BreakerTest::concurrent_probes_return_their_permits() {
    BreakerConfig config = tutorial();
    config.probe_limit = ProbeLimit::concurrent;
    config.close_after.successes = 3;
    Breaker breaker;
    trip(breaker, config, 0);
    for (int i = 0; i < 3; ++i) QVERIFY(call(breaker, config, 60 + i, true)); // one at a time, three in all
    QCOMPARE(breaker.state(), BreakerState::closed);
}

void BreakerTest::a_hung_probe_opens_again_after_the_probe_timeout() {
    BreakerConfig config = tutorial();
    config.probe_timeout = 10s;
    Breaker breaker;
    trip(breaker, config, 0);
    QVERIFY(breaker.admit(config, at(60)).permitted);
    QVERIFY(!breaker.admit(config, at(69)).permitted);
    const Admission late = breaker.admit(config, at(70));
    QVERIFY(!late.permitted);
    QCOMPARE(late.changes.list[0].reason, BreakerReason::probe_timeout);
    QCOMPARE(breaker.state(), BreakerState::open);
}

void BreakerTest::a_rate_over_a_count_window_opens_at_the_threshold_and_not_below() {
    BreakerConfig config = tutorial();
    config.trip = TripRule::count_window;
    config.window_calls = 4;
    config.minimum_calls = 4;
    config.failure_rate = 0.5;
    Breaker at_least;
    for (int i = 0; i < 4; ++i) call(at_least, config, i, i >= 2);
    QCOMPARE(at_least.state(), BreakerState::open); // 2 of 4 reach 50 %, on a success: every result is evaluated
    config.compare = Compare::above;
    Breaker above;
    for (int i = 0; i < 4; ++i) call(above, config, i, i >= 2);
    QCOMPARE(above.state(), BreakerState::closed);
    config.compare = Compare::at_least;
    config.evaluate = Evaluate::on_failure;
    Breaker on_failure;
    for (int i = 0; i < 4; ++i) call(on_failure, config, i, i >= 2);
    QCOMPARE(on_failure.state(), BreakerState::closed);
}

void BreakerTest::a_time_window_forgets_after_its_span() {
    BreakerConfig config = tutorial();
    config.trip = TripRule::time_window;
    config.window_time = 10s;
    config.failures = 3;
    Breaker breaker;
    call(breaker, config, 0, false);
    call(breaker, config, 1, false);
    call(breaker, config, 12, false);
    QCOMPARE(breaker.state(), BreakerState::closed);
    call(breaker, config, 13, false);
    call(breaker, config, 14, false);
    QCOMPARE(breaker.state(), BreakerState::open);
}

void BreakerTest::slow_calls_open_it_too() {
    BreakerConfig config = tutorial();
    config.trip = TripRule::count_window;
    config.window_calls = 4;
    config.minimum_calls = 4;
    config.failure_rate = 1.0;
    config.slow_over = 2s;
    config.slow_rate = 0.5;
    Breaker breaker;
    for (int i = 0; i < 4; ++i) {
        const Admission admission = breaker.admit(config, at(i));
        breaker.observe(config, at(i), admission.permit, Verdict::success, i % 2 ? Duration(2s) : Duration(2001ms), 0.0);
    }
    QCOMPARE(breaker.state(), BreakerState::open); // strictly above 2 s: 2 of 4
}

void BreakerTest::open_time_may_grow_with_each_reopening() {
    BreakerConfig config = tutorial();
    config.open_backoff.emplace();
    config.open_backoff->base = 10s;
    config.open_backoff->cap = Duration(30s);
    Breaker breaker;
    trip(breaker, config, 0);
    QVERIFY(breaker.retest_at() == at(10));
    call(breaker, config, 10, false);
    QVERIFY(breaker.retest_at() == at(30));
    call(breaker, config, 30, false);
    QVERIFY(breaker.retest_at() == at(60));
    call(breaker, config, 60, true);
    trip(breaker, config, 61);
    QVERIFY(breaker.retest_at() == at(71)); // a close starts anew
}

void BreakerTest::the_published_class_counts_all_failures_and_admits_everybody() {
    const BreakerConfig config = *breaker_preset("tutorial_code");
    Breaker breaker;
    for (int i = 0; i < 5; ++i) {
        call(breaker, config, i, true);
        call(breaker, config, i, false);
    }
    QCOMPARE(breaker.state(), BreakerState::open); // cumulative: the successes between did not help
    QVERIFY(!breaker.admit(config, at(64)).permitted); // exactly 60 s after the last failure: still open
    std::vector<Permit> permits;
    for (int i = 0; i < 100; ++i) {
        const Admission admission = breaker.admit(config, at(64.001));
        QVERIFY(admission.permitted);
        permits.push_back(admission.permit);
    }
    breaker.observe(config, at(65), permits[0], Verdict::success, 1s, 0.0);
    QCOMPARE(breaker.state(), BreakerState::closed);
    for (std::size_t i = 1; i <= 4; ++i) breaker.observe(config, at(66), permits[i], Verdict::failure, 2s, 0.0);
    QCOMPARE(breaker.state(), BreakerState::closed);
    breaker.observe(config, at(66), permits[5], Verdict::failure, 2s, 0.0);
    QCOMPARE(breaker.state(), BreakerState::open); // flapping
}

void BreakerTest::the_published_class_equals_its_naive_form() {
    const bool ok = rc::check("tutorial_code and tutorial_code_consecutive, overlapping calls", [] {
        PublishedClass naive;
        naive.reset_outside = *rc::gen::arbitrary<bool>();
        const BreakerConfig config = *breaker_preset(naive.reset_outside ? "tutorial_code_consecutive" : "tutorial_code");
        Breaker breaker;
        std::deque<Permit> running;
        double now = 0.0;
        for (int i = 0; i < 120; ++i) {
            now += *rc::gen::element(0.0, 0.5, 7.0, 30.0, 60.0, 61.0);
            const int action = *rc::gen::inRange(0, 3);
            if (action == 0 || running.empty()) {
                const Admission admission = breaker.admit(config, at(now));
                RC_ASSERT(admission.permitted == naive.admit(now));
                if (admission.permitted) running.push_back(admission.permit);
            } else {
                const bool success = action == 1 && *rc::gen::inRange(0, 3) > 0;
                const bool newest = *rc::gen::arbitrary<bool>();
                const Permit permit = newest ? running.back() : running.front();
                newest ? running.pop_back() : running.pop_front();
                breaker.observe(config, at(now), permit, success ? Verdict::success : Verdict::failure, 0s, 0.0);
                success ? naive.succeed() : naive.fail(now);
            }
            RC_ASSERT(breaker.state() == naive.state);
            RC_ASSERT(breaker.failures() == naive.failures);
        }
    });
    QVERIFY(ok);
}

void BreakerTest::windows_equal_a_naive_recount() {
    const bool ok = rc::check("count ring and time buckets", [] {
        const int size = *rc::gen::inRange(1, 12);
        const int buckets = *rc::gen::inRange(1, 8);
        const Duration span = Duration{*rc::gen::inRange<std::int64_t>(1, 20)} * buckets * 1'000'000'000;
        const std::int64_t width = span.count() / buckets;
        ResultWindow ring, time_window;
        struct Result { std::int64_t ns; bool failure, slow; };
        std::vector<Result> all;
        std::int64_t ns = 0;
        for (int i = 0; i < 60; ++i) {
            ns += *rc::gen::element<std::int64_t>(0, 300'000'000, 1'000'000'000, 5'000'000'000, 100'000'000'000);
            const Result result{ns, *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()};
            all.push_back(result);
            ring.add_to_ring(size, result.failure, result.slow);
            time_window.add_to_time(kTimeZero + Duration{ns}, TimeWindow{span, buckets, WindowAlign::absolute},
                                    WindowCounts{1, result.failure, result.slow});
            WindowCounts last, recent;
            for (std::size_t j = 0; j < all.size(); ++j) {
                const auto count = [&](WindowCounts &c) { c.calls++, c.failures += all[j].failure, c.slow += all[j].slow; };
                if (j + static_cast<std::size_t>(size) >= all.size()) count(last);
                if (ns / width - all[j].ns / width < buckets) count(recent);
            }
            RC_ASSERT(ring.total() == last);
            RC_ASSERT(time_window.total() == recent);
        }
    });
    QVERIFY(ok);
}

void BreakerTest::half_open_never_has_more_probes_in_flight_than_it_may() {
    const bool ok = rc::check("random calls, results and abandonments", [] {
        BreakerConfig config = tutorial();
        config.failures = *rc::gen::inRange(1, 4);
        config.probes = *rc::gen::inRange(1, 5);
        config.close_after.successes = *rc::gen::inRange(1, config.probes + 1);
        config.probe_limit = *rc::gen::element(ProbeLimit::total, ProbeLimit::concurrent);
        config.stale_results = *rc::gen::element(StaleResults::count, StaleResults::ignore, StaleResults::partial);
        Breaker breaker;
        struct Running { Permit permit; int period; };
        std::vector<Running> running;
        int period = 0; // counts half-open periods, kept apart from the breaker's own count
        double now = 0.0;
        for (int i = 0; i < 150; ++i) {
            now += *rc::gen::element(0.0, 1.0, 20.0, 70.0);
            const BreakerState before = breaker.state();
            if (running.empty() || *rc::gen::arbitrary<bool>()) {
                const Admission admission = breaker.admit(config, at(now));
                if (before != BreakerState::half_open && breaker.state() == BreakerState::half_open) ++period;
                if (before == BreakerState::open && at(now) < breaker.retest_at()) RC_ASSERT(!admission.permitted);
                if (admission.permitted) running.push_back({admission.permit, admission.permit.probe ? period : -1});
            } else {
                const auto pick = static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(running.size())));
                const Permit permit = running[pick].permit;
                running.erase(running.begin() + static_cast<std::ptrdiff_t>(pick));
                const int what = *rc::gen::inRange(0, 4);
                if (what == 3) {
                    breaker.abandon(config, permit);
                } else {
                    breaker.observe(config, at(now), permit, static_cast<Verdict>(what), 0s, 0.0);
                }
            }
            int probes = 0;
            for (const Running &r : running) probes += r.period == period ? 1 : 0;
            if (breaker.state() == BreakerState::half_open) {
                RC_ASSERT(probes <= config.probes);
                RC_ASSERT(breaker.probes_taken() <= config.probes && breaker.probes_taken() >= 0);
            }
        }
    });
    QVERIFY(ok);
}

QTEST_APPLESS_MAIN(BreakerTest)
#include "breaker_test.moc"
