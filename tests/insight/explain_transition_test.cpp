// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "engine/insight/deciding_calls.h"
#include "engine/insight/explain.h"
#include "tests/insight/small_world.h"

using namespace halfopen;
using namespace halfopen::testing;
using enum BreakerState;

namespace {

QString q(const std::string &text) { return QString::fromStdString(text); }

/// One finished call: sent, ended and observed at the builder's time (sent `took` before is not told here).
void call(TraceBuilder &trace, std::uint32_t request, Outcome outcome, Verdict verdict, int failures,
          BreakerState before = closed, unsigned flags = 0) {
    trace.finish(request, 1, outcome);
    trace.observe(request, 1, outcome, verdict, failures, before, flags);
}

void start_and_send(TraceBuilder &trace, std::uint32_t request) {
    trace.start(request);
    trace.send(request, 1);
}

std::vector<std::uint32_t> requests(const TransitionStory &story) {
    std::vector<std::uint32_t> out;
    for (const DecidingCall &c : story.calls) out.push_back(c.request);
    return out;
}

TransitionStory told(const Scenario &scenario, const TraceBuilder &trace, std::size_t record) {
    const IndexedTrace t(scenario, trace);
    return story_of_transition(scenario, t.view, t.index, record);
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

class ExplainTransitionTest : public QObject {
    Q_OBJECT

private slots:
    void an_opening_after_failures_in_a_row_shows_exactly_those() {
        TraceBuilder trace;
        for (std::uint32_t n = 1; n <= 9; ++n) start_and_send(trace, n);
        trace.at(3s);
        call(trace, 1, kind_timeout, Verdict::failure, 1);
        call(trace, 2, kSuccess, Verdict::success, 0);
        for (std::uint32_t n = 3; n <= 6; ++n) call(trace, n, kind_timeout, Verdict::failure, static_cast<int>(n) - 2);
        call(trace, 7, kind_bad_input, Verdict::ignored, 4);
        trace.at(3500ms);
        call(trace, 8, kind_timeout, Verdict::failure, 5);
        const auto record = trace.change(8, closed, open, BreakerReason::consecutive_failures, 5, 5, 63500ms);
        trace.at(4s).add(RecordKind::late_completion, 8, 0, Duration{4s}.count(), kSuccess, 0, 1);
        trace.refuse(9, 63500ms);
        const TransitionStory story = told(small_world(), trace, record);
        QCOMPARE(q(story.headline), "Opened because 5 of 5 calls in a row timed out");
        QCOMPARE(q(story.count), "5 reaches the limit of 5");
        QCOMPARE(requests(story), (std::vector<std::uint32_t>{3, 4, 5, 6, 8}));
        QCOMPARE(q(story.rule), "tutorial: 5 in a row, open 60 s, 1 probe");
        QCOMPARE(q(story.fault), "no fault was on: a false trip, the failures were ordinary ones");
        QCOMPARE(q(story.then), "1 refused so far; re-tests at 63.500 s at the earliest");
        const DecidingCall &last = story.calls.back();
        QVERIFY(last.started == kTimeZero && last.ended == SimTime{3500ms} && last.failure);
        QVERIFY(last.timeout == Duration{3s} && last.due == Duration{4s});
        QVERIFY(!story.calls.front().due);
        QVERIFY(story.from == closed && story.to == open && story.breaker == 0 && story.at == SimTime{3500ms});
    }

    /// A late failure of an earlier period leaves the count as it is; it must not push out the one that counted.
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
        QCOMPARE(requests(told(small_world(), trace, record)), (std::vector<std::uint32_t>{1, 2, 4, 5, 6}));
    }

    void a_count_that_was_reset_by_the_opening_still_finds_its_calls() {
        TraceBuilder trace;
        for (std::uint32_t n = 1; n <= 5; ++n) start_and_send(trace, n);
        trace.at(1s);
        for (std::uint32_t n = 1; n <= 4; ++n) call(trace, n, kind_network, Verdict::failure, static_cast<int>(n));
        call(trace, 5, kind_network, Verdict::failure, 0); // reset_window: on_open
        const auto record = trace.change(5, closed, open, BreakerReason::consecutive_failures, 5, 5, 61s);
        QCOMPARE(requests(told(small_world(), trace, record)), (std::vector<std::uint32_t>{1, 2, 3, 4, 5}));
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
            call(trace, n, fails ? kind_unavailable : kSuccess, fails ? Verdict::failure : Verdict::success, failures);
            if (failures == 5) record = trace.change(n, closed, open, BreakerReason::cumulative_failures, 5, 5, 80s);
        }
        const TransitionStory story = told(scenario, trace, record);
        QCOMPARE(requests(story), (std::vector<std::uint32_t>{4, 8, 12, 16, 20}));
        QCOMPARE(q(story.headline), "Opened because 5 of 5 calls since the last reset failed (unavailable)");
        QVERIFY(q(story.rule).startsWith("tutorial_code: 5 failures in all"));
    }

    void a_rate_opening_shows_its_window_with_failures_first() {
        TraceBuilder trace;
        for (std::uint32_t n = 1; n <= 15; ++n) start_and_send(trace, n);
        trace.at(1s);
        for (std::uint32_t n = 1; n <= 15; ++n) {
            const bool fails = n % 2 == 1;
            call(trace, n, fails ? kind_network : kSuccess, fails ? Verdict::failure : Verdict::success, 0);
        }
        const auto record = trace.change(15, closed, open, BreakerReason::failure_rate, 5, 10, 61s);
        const TransitionStory story = told(windowed(TripRule::count_window), trace, record);
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
            call(trace, n, fails ? kind_network : kSuccess, fails ? Verdict::failure : Verdict::success, 0);
        }
        const auto record = trace.change(400, closed, open, BreakerReason::failure_rate, 40, 400, 61s);
        const TransitionStory story = told(windowed(TripRule::time_window), trace, record);
        QCOMPARE(story.calls.size(), kDecidingCallsMax);
        QCOMPARE(std::count_if(story.calls.begin(), story.calls.begin() + 40, [](const auto &c) { return c.failure; }), 40);
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
            call(trace, n, fails ? kind_network : kSuccess, fails ? Verdict::failure : Verdict::success, 0);
        }
        const auto record = trace.change(8, closed, open, BreakerReason::failure_count, 3, 3, 61s);
        const TransitionStory story = told(scenario, trace, record);
        QCOMPARE(requests(story), (std::vector<std::uint32_t>{4, 6, 8, 5, 7}));
        QCOMPARE(q(story.headline), "Opened because 3 of 3 calls in its window failed (network)");
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
        const auto record = trace.change(3, closed, open, BreakerReason::failure_rate, 1, 10, 63s); // claims more
        QCOMPARE(requests(told(windowed(TripRule::count_window), trace, record)), (std::vector<std::uint32_t>{3}));
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
        const TransitionStory story = told(scenario, trace, record);
        QCOMPARE(requests(story), (std::vector<std::uint32_t>{2, 1}));
        QCOMPARE(q(story.headline), "Opened because 1 of 2 calls in its window were slow");
    }

    void the_life_of_an_opening_is_told_up_to_its_verdict() {
        Scenario scenario = small_world();
        scenario.faults = {Fault{"gpt4_vision", 1s, 50s, 0s, {}, OutageFault{}}};
        TraceBuilder trace;
        trace.at(1s).add(RecordKind::fault_on, 0, 0);
        for (std::uint32_t n = 1; n <= 5; ++n) start_and_send(trace, n);
        trace.at(2s);
        for (std::uint32_t n = 1; n <= 5; ++n) {
            call(trace, n, kind_unavailable, Verdict::failure, static_cast<int>(n), closed, flag::met_fault);
        }
        const auto opened = trace.change(5, closed, open, BreakerReason::consecutive_failures, 5, 5, 62s);
        for (std::uint32_t n = 6; n <= 8; ++n) trace.start(n);
        trace.refuse(6, 62s);
        trace.at(51s).add(RecordKind::fault_off, 0, 0);
        trace.at(60s).refuse(7, 62s);
        trace.at(63s);
        const auto tested = trace.change(8, open, half_open, BreakerReason::open_time_over);
        trace.send(8, 1);
        trace.start(9);
        trace.refuse(9, 0s, true);
        trace.at(64s);
        call(trace, 8, kSuccess, Verdict::success, 0, half_open);
        const auto shut = trace.change(8, half_open, closed, BreakerReason::probe_succeeded, 1, 1);

        const TransitionStory first = told(scenario, trace, opened);
        QCOMPARE(q(first.headline), "Opened because 5 of 5 calls in a row failed (unavailable)");
        QCOMPARE(q(first.fault), "outage: unavailable at gpt4_vision, on for 1 s");
        QCOMPARE(q(first.then), "2 refused in 61 s, of these 1 after gpt4_vision was healthy again (51.000 s); the probe #8 "
                                "succeeded at 64.000 s, so it closed, 1 more refused meanwhile");
        const TransitionStory second = told(scenario, trace, tested);
        QCOMPARE(q(second.headline), "Half-open because 61 s of OPEN were over and #8 asked first");
        QVERIFY(second.calls.empty());
        QCOMPARE(q(second.fault), "no fault is on");
        QCOMPARE(q(second.then), "its probe #8 succeeded at 64.000 s, so it closed, 1 more refused meanwhile");
        const TransitionStory third = told(scenario, trace, shut);
        QCOMPARE(q(third.headline), "Closed because the probe #8 succeeded");
        QCOMPARE(requests(third), (std::vector<std::uint32_t>{8}));
        QCOMPARE(q(third.count), "1 of 1 needed");
        QCOMPARE(q(third.then), "closed from then on");
    }

    void a_probe_that_fails_opens_again_and_stale_results_are_not_probes() {
        TraceBuilder trace;
        start_and_send(trace, 1);
        start_and_send(trace, 2); // sent before, answered during the half-open period
        trace.at(1s);
        call(trace, 1, kind_network, Verdict::failure, 5);
        const auto opened = trace.change(1, closed, open, BreakerReason::consecutive_failures, 5, 5, 61s);
        trace.at(61s).start(3);
        const auto tested = trace.change(3, open, half_open, BreakerReason::open_time_over);
        trace.send(3, 1);
        trace.at(62s);
        call(trace, 2, kind_network, Verdict::failure, 5, half_open);
        trace.at(64s);
        call(trace, 3, kind_timeout, Verdict::failure, 5, half_open);
        const auto again = trace.change(3, half_open, open, BreakerReason::probe_failed, 1, 1, 124s);
        const TransitionStory story = told(small_world(), trace, again);
        QCOMPARE(requests(story), (std::vector<std::uint32_t>{3}));
        QCOMPARE(q(story.headline), "Opened again because the probe #3 timed out");
        QCOMPARE(q(told(small_world(), trace, opened).then), "0 refused in 60 s; the probe #3 failed at 64.000 s, so it opened again");
        QCOMPARE(q(told(small_world(), trace, tested).then), "its probe #3 failed at 64.000 s, so it opened again");
    }

    void a_latency_fault_behind_timeouts_compares_the_median_with_the_timeout() {
        Scenario scenario = small_world();
        scenario.services[0].latency.kind = Lognormal{1s, 4s};
        scenario.faults = {Fault{"gpt4_vision", 0s, 50s, 0s, {}, LatencyFault{2.7, 0s}}};
        scenario.policies[0].breaker->failures = 1;
        TraceBuilder trace;
        trace.add(RecordKind::fault_on, 0, 0);
        start_and_send(trace, 1);
        trace.at(3s);
        call(trace, 1, kind_timeout, Verdict::failure, 1, closed, flag::met_fault);
        const auto record = trace.change(1, closed, open, BreakerReason::consecutive_failures, 1, 1, 63s);
        const TransitionStory story = told(scenario, trace, record);
        QCOMPARE(q(story.fault), "latency × 2.7 at gpt4_vision, on for 3 s; median 2.7 s against a timeout of 3 s");
        QCOMPARE(q(story.rule), "tutorial, refined: 1 in a row, open 60 s, 1 probe");
    }

    void a_record_that_is_no_transition_has_an_empty_story() {
        TraceBuilder trace;
        trace.start(1);
        QVERIFY(told(small_world(), trace, 0).headline.empty());
    }
};

QTEST_APPLESS_MAIN(ExplainTransitionTest)
#include "explain_transition_test.moc"
