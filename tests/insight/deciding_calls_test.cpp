// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "engine/insight/deciding_calls.h"
#include "tests/insight/told_story.h"

using namespace halfopen;
using namespace halfopen::testing;
using enum BreakerState;

namespace {

void result(TraceBuilder &trace, std::uint32_t request, bool fails, Outcome kind, int failures) {
    call(trace, request, fails ? kind : kSuccess, fails ? Verdict::failure : Verdict::success, failures);
}

Scenario windowed(TripRule rule) {
    Scenario scenario = small_world();
    BreakerConfig &breaker = *scenario.policies[0].breaker;
    breaker.preset = "";
    breaker.trip = rule;
    breaker.window_calls = 10;
    breaker.failure_rate = 0.5;
    return scenario;
}

} // namespace

class DecidingCallsTest : public QObject {
    Q_OBJECT

private slots:
    void a_failure_that_was_dropped_as_stale_is_no_deciding_call() {
        TraceBuilder trace;
        for (std::uint32_t n = 1; n <= 6; ++n) start_and_send(trace, n);
        trace.at(1s);
        call(trace, 1, kind_network, Verdict::failure, 1);
        call(trace, 2, kind_network, Verdict::failure, 2);
        call(trace, 3, kind_network, Verdict::failure, 2); // stale: the count stays
        call(trace, 4, kind_network, Verdict::failure, 3);
        call(trace, 5, kind_network, Verdict::failure, 4);
        call(trace, 6, kind_network, Verdict::failure, 5);
        const auto record = trace.change(6, closed, open, BreakerReason::consecutive_failures, 5, 5, 61s);
        QCOMPARE(requests(told_step(small_world(), trace, record)),
                 (std::vector<std::uint32_t>{1, 2, 4, 5, 6}));
    }

    void a_count_that_was_reset_by_the_opening_still_finds_its_calls() {
        TraceBuilder trace;
        for (std::uint32_t n = 1; n <= 5; ++n) start_and_send(trace, n);
        trace.at(1s);
        for (std::uint32_t n = 1; n <= 4; ++n)
            call(trace, n, kind_network, Verdict::failure, static_cast<int>(n));
        call(trace, 5, kind_network, Verdict::failure, 0); // reset_window: on_open
        const auto record = trace.change(5, closed, open, BreakerReason::consecutive_failures, 5, 5, 61s);
        QCOMPARE(requests(told_step(small_world(), trace, record)),
                 (std::vector<std::uint32_t>{1, 2, 3, 4, 5}));
    }

    void a_cumulative_opening_reaches_back_over_successes() {
        Scenario scenario = small_world();
        scenario.policies[0].breaker = breaker_preset("tutorial_code");
        TraceBuilder trace;
        int failures = 0;
        std::size_t record = 0;
        for (std::uint32_t n = 1; n <= 20; ++n) {
            trace.at(std::chrono::seconds(n));
            start_and_send(trace, n);
            const bool fails = n % 4 == 0;
            failures += fails ? 1 : 0;
            result(trace, n, fails, kind_unavailable, failures);
            if (failures == 5)
                record = trace.change(n, closed, open, BreakerReason::cumulative_failures, 5, 5, 80s);
        }
        const TransitionStory story = told_step(scenario, trace, record);
        QCOMPARE(requests(story), (std::vector<std::uint32_t>{4, 8, 12, 16, 20}));
        QCOMPARE(q(story.headline), "Opened because 5 calls failed (unavailable) since the last reset, with 12 successes between them");
        QVERIFY(q(story.rule).startsWith("tutorial_code: 5 failures in all"));
    }

    void a_rate_opening_shows_its_window_with_failures_first() {
        TraceBuilder trace;
        for (std::uint32_t n = 1; n <= 15; ++n) start_and_send(trace, n);
        trace.at(1s);
        for (std::uint32_t n = 1; n <= 15; ++n) {
            const bool fails = n % 2 == 1;
            result(trace, n, fails, kind_network, 0);
        }
        const auto record = trace.change(15, closed, open, BreakerReason::failure_rate, 5, 10, 61s);
        const TransitionStory story = told_step(windowed(TripRule::count_window), trace, record);
        QCOMPARE(requests(story), (std::vector<std::uint32_t>{7, 9, 11, 13, 15, 6, 8, 10, 12, 14}));
        QCOMPARE(q(story.headline), "Opened because 5 of 10 calls in its window failed (network)");
        QCOMPARE(q(story.count), "50 % reaches the limit of 50 %");
        QCOMPARE(q(story.rule), "at least 50 % failed of the last 10 calls, open 60 s, 1 probe");
    }

    void a_large_window_is_cut_at_a_hundred_calls_and_keeps_the_failures() {
        TraceBuilder trace;
        for (std::uint32_t n = 1; n <= 400; ++n) start_and_send(trace, n);
        trace.at(1s);
        for (std::uint32_t n = 1; n <= 400; ++n) {
            const bool fails = n % 10 == 0;
            result(trace, n, fails, kind_network, 0);
        }
        const auto record = trace.change(400, closed, open, BreakerReason::failure_rate, 40, 400, 61s);
        const TransitionStory story = told_step(windowed(TripRule::time_window), trace, record);
        QCOMPARE(story.calls.size(), kDecidingCallsMax);
        QCOMPARE(std::count_if(story.calls.begin(), story.calls.begin() + 40,
                               [](const auto &c) { return c.failure; }),
                 40);
        QCOMPARE(story.calls[0].request, 10u);
        QCOMPARE(story.calls.back().request, 399u); // the latest successes
    }

    void a_count_opening_of_a_window_goes_back_to_its_first_failure() {
        Scenario scenario = windowed(TripRule::time_window);
        scenario.policies[0].breaker->failure_rate.reset();
        scenario.policies[0].breaker->failures = 3;
        TraceBuilder trace;
        for (std::uint32_t n = 1; n <= 8; ++n) start_and_send(trace, n);
        trace.at(1s);
        for (std::uint32_t n = 1; n <= 8; ++n) {
            const bool fails = n % 2 == 0;
            result(trace, n, fails, kind_network, 0);
        }
        const auto record = trace.change(8, closed, open, BreakerReason::failure_count, 3, 3, 61s);
        const TransitionStory story = told_step(scenario, trace, record);
        QCOMPARE(requests(story), (std::vector<std::uint32_t>{4, 6, 8, 5, 7}));
        QCOMPARE(q(story.headline), "Opened because 3 calls in its window failed (network), with 2 successes between them");
    }

    void results_before_the_last_close_are_not_in_a_window_that_closing_emptied() {
        TraceBuilder trace;
        for (std::uint32_t n = 1; n <= 4; ++n) start_and_send(trace, n);
        trace.at(1s);
        call(trace, 1, kind_network, Verdict::failure, 0);
        trace.change(1, closed, open, BreakerReason::failure_rate, 1, 1, 2s);
        trace.at(2s).change(2, open, half_open, BreakerReason::open_time_over);
        call(trace, 2, kSuccess, Verdict::success, 0, half_open);
        trace.change(2, half_open, closed, BreakerReason::probe_succeeded, 1, 1);
        trace.at(3s);
        call(trace, 3, kind_network, Verdict::failure, 0);
        const auto record =
            trace.change(3, closed, open, BreakerReason::failure_rate, 1, 10, 63s); // claims more
        QCOMPARE(requests(told_step(windowed(TripRule::count_window), trace, record)),
                 (std::vector<std::uint32_t>{3}));
    }

    void slow_calls_come_first_when_slowness_decided() {
        Scenario scenario = windowed(TripRule::count_window);
        scenario.policies[0].breaker->slow_over = 1s;
        scenario.policies[0].breaker->slow_rate = 0.5;
        TraceBuilder trace;
        start_and_send(trace, 1);
        start_and_send(trace, 2);
        trace.at(500ms);
        call(trace, 1, kSuccess, Verdict::success, 0);
        trace.at(2s);
        call(trace, 2, kSuccess, Verdict::success, 0);
        const auto record = trace.change(2, closed, open, BreakerReason::slow_rate, 1, 2, 62s);
        const TransitionStory story = told_step(scenario, trace, record);
        QCOMPARE(requests(story), (std::vector<std::uint32_t>{2, 1}));
        QCOMPARE(q(story.headline), "Opened because 1 of 2 calls in its window were slow");
    }
};

QTEST_APPLESS_MAIN(DecidingCallsTest)
#include "deciding_calls_test.moc"
