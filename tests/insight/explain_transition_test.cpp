// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/insight/told_story.h"

using namespace halfopen;
using namespace halfopen::testing;
using enum BreakerState;

class ExplainTransitionTest : public QObject {
    Q_OBJECT

private slots:
    void an_opening_after_failures_in_a_row_shows_exactly_those() {
        TraceBuilder trace;
        for (std::uint32_t n = 1; n <= 9; ++n) start_and_send(trace, n);
        trace.at(3s);
        call(trace, 1, kind_timeout, Verdict::failure, 1);
        call(trace, 2, kSuccess, Verdict::success, 0);
        for (std::uint32_t n = 3; n <= 6; ++n)
            call(trace, n, kind_timeout, Verdict::failure, static_cast<int>(n) - 2);
        call(trace, 7, kind_bad_input, Verdict::ignored, 4);
        trace.at(3500ms);
        call(trace, 8, kind_timeout, Verdict::failure, 5);
        const auto record = trace.change(8, closed, open, BreakerReason::consecutive_failures, 5, 5, 63500ms);
        trace.at(4s).add(RecordKind::late_completion, 8, 0, Duration{4s}.count(), kSuccess, 0, 1);
        trace.refuse(9, 63500ms);
        const TransitionStory story = told_step(small_world(), trace, record);
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
        QVERIFY(story.from == closed && story.to == open && story.breaker == 0 &&
                story.at == SimTime{3500ms});
    }

    /// A late failure of an earlier period leaves the count as it is; it must not push out the one that
    /// counted.
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

        const TransitionStory first = told_step(scenario, trace, opened);
        QCOMPARE(q(first.headline), "Opened because 5 of 5 calls in a row failed (unavailable)");
        QCOMPARE(q(first.fault), "outage: unavailable at gpt4_vision, on for 1 s");
        QCOMPARE(q(first.then),
                 "2 refused in 61 s, of these 1 after gpt4_vision was healthy again (51.000 s); the probe #8 "
                 "succeeded at 64.000 s, so it closed, 1 more refused meanwhile");
        const TransitionStory second = told_step(scenario, trace, tested);
        QCOMPARE(q(second.headline), "Half-open because 61 s of OPEN were over and #8 asked first");
        QVERIFY(second.calls.empty());
        QCOMPARE(q(second.fault), "no fault is on");
        QCOMPARE(q(second.then),
                 "its probe #8 succeeded at 64.000 s, so it closed, 1 more refused meanwhile");
        const TransitionStory third = told_step(scenario, trace, shut);
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
        const TransitionStory story = told_step(small_world(), trace, again);
        QCOMPARE(requests(story), (std::vector<std::uint32_t>{3}));
        QCOMPARE(q(story.headline), "Opened again because the probe #3 timed out");
        QCOMPARE(q(told_step(small_world(), trace, opened).then),
                 "none refused in 60 s; the probe #3 failed at 64.000 s, so it opened again");
        QCOMPARE(q(told_step(small_world(), trace, tested).then),
                 "its probe #3 failed at 64.000 s, so it opened again");
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
        const TransitionStory story = told_step(scenario, trace, record);
        QCOMPARE(q(story.fault),
                 "latency × 2.7 at gpt4_vision, on for 3 s; median 2.7 s against a timeout of 3 s");
        QCOMPARE(q(story.rule), "tutorial, refined: 1 in a row, open 60 s, 1 probe");
    }

    void a_record_that_is_no_transition_has_an_empty_story() {
        TraceBuilder trace;
        trace.start(1);
        QVERIFY(told_step(small_world(), trace, 0).headline.empty());
    }
};

QTEST_APPLESS_MAIN(ExplainTransitionTest)
#include "explain_transition_test.moc"
