// SPDX-License-Identifier: GPL-3.0-or-later
// Stories about what stands between a request and its services: breakers, faults, healing, queues.
#include <QTest>

#include "tests/insight/told_story.h"

using namespace halfopen;
using namespace halfopen::testing;

class ExplainGuardsTest : public QObject {
    Q_OBJECT

private slots:
    void a_refusal_by_the_breaker_is_no_attempt_and_is_why_it_falls_back() {
        TraceBuilder trace;
        trace.at(61s).start(1);
        trace.refuse(1, 61200ms);
        give_up(trace, kind_breaker_open, GiveUp::kind_not_retried);
        fall_back(trace, kind_breaker_open);
        const QStringList story = told(small_world(), trace);
        QCOMPARE(story[0], "#1 is in flight at local_ocr after no attempt: 1 refusal, 1 fallback");
        QCOMPARE(story[3],
                 "61.000 s is refused by the breaker of gpt4_vision: OPEN until 61.200 s; nothing was sent");
        QCOMPARE(story[5],
                 "61.000 s falls back to local_ocr (1 attempt = no retry): the breaker of gpt4_vision is "
                 "OPEN until 61.200 s");
    }

    void a_refusal_while_the_probe_is_under_way_says_half_open() {
        TraceBuilder trace;
        trace.start(1);
        trace.refuse(1, 0s, true);
        QCOMPARE(told(small_world(), trace)[3],
                 "0.000 s is refused by the breaker of gpt4_vision: HALF_OPEN and its one "
                 "probe is under way; nothing was sent");
    }

    void a_request_that_trips_and_one_that_probes_the_breaker_are_told_so() {
        using enum BreakerState;
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(1s).finish(1, 1, kind_network);
        trace.observe(1, 1, kind_network, Verdict::failure, 5);
        trace.change(1, closed, open, BreakerReason::consecutive_failures, 5, 5, 61s);
        trace.at(61s).start(2);
        trace.change(2, open, half_open, BreakerReason::open_time_over);
        trace.send(2, 1);
        trace.at(62s).finish(2, 1, kSuccess, 0.1);
        trace.observe(2, 1, kSuccess, Verdict::success, 0, half_open);
        trace.change(2, half_open, closed, BreakerReason::probe_succeeded, 1, 1);
        const QStringList first = told(small_world(), trace, 1);
        QCOMPARE(
            first[5],
            "1.000 s this opens the breaker of gpt4_vision until 61.000 s: 5 failures in a row, limit 5");
        const QStringList second = told(small_world(), trace, 2);
        QCOMPARE(second[3], "61.000 s the breaker of gpt4_vision is HALF_OPEN, its open time is over: this "
                            "request is a probe");
        QCOMPARE(
            second[5],
            "62.000 s try 1 succeeds after 1 s; it costs $0.100; the breaker of gpt4_vision counts it as a "
            "successful probe");
        QCOMPARE(second[6], "62.000 s this closes the breaker of gpt4_vision: 1 of 1 probes succeeded");
    }

    void healing_is_told_from_diagnosis_to_the_tries_that_follow() {
        Scenario scenario = small_world();
        add_healing(scenario);
        TraceBuilder trace;
        trace.start(1, 1);
        trace.send(1, 1);
        trace.at(2s).finish(1, 1, kind_image_quality);
        give_up(trace, kind_image_quality, GiveUp::kind_not_retried);
        trace.add(RecordKind::diagnosis_started, 1, 0, ns(800ms), kind_image_quality);
        trace.at(2800ms).add(RecordKind::diagnosed, 1, 0, 2'000'000, kind_image_quality, 1);
        trace.add(RecordKind::remedy_started, 1, 0, ns(400ms), kind_image_quality);
        trace.at(3200ms).add(RecordKind::remedy_ended, 1, 0, 1'000'000, kind_image_quality, 1);
        trace.add(RecordKind::leg_entered, 1, 0, 0, kind_image_quality,
                  static_cast<unsigned>(LegReason::healed));
        trace.send(1, 2);
        trace.at(4s).finish(1, 2, kind_network);
        wait(trace, kind_network, WaitReason::healing, 500ms, 500ms, 1);
        const QStringList story = told(scenario, trace);
        QCOMPARE(story[1], "0.000 s starts extract_receipt, carries image_quality: fails until healed");
        QCOMPARE(story[4], "2.000 s try 1 fails after 2 s: image_quality, which the request carries");
        QCOMPARE(story[6], "2.000 s healing begins: a diagnosis asks why gpt4_vision reported image_quality");
        QCOMPARE(story[7], "2.800 s the diagnosis names image_quality after 0.8 s for $0.002: it is right");
        QCOMPARE(story[8], "2.800 s preprocess_image is applied against image_quality");
        QCOMPARE(story[9], "3.200 s preprocess_image ends after 400 ms for $0.001: it removed the cause");
        QCOMPARE(story[10], "3.200 s asks gpt4_vision again on the healing schedule: 3 attempts = 2 retries");
        QCOMPARE(story[11], "3.200 s sends try 1 of 3 to gpt4_vision (attempt 2 there), timeout 3 s");
        QCOMPARE(
            story[13],
            "4.000 s waits 0.5 s before try 2 (healing schedule: exponential 0.5 s × 2, no jitter), because "
            "try 1 failed: network");
        QVERIFY(story[0].contains("2 attempts: 1 remedy"));
        trace.at(5s).finish(1, 2, kind_image_quality);
        give_up(trace, kind_image_quality, GiveUp::kind_not_retried);
        QCOMPARE(
            told(scenario, trace).back(),
            "5.000 s tries gpt4_vision no more: image_quality is still there, and no healing round is left");
    }

    void what_no_remedy_removes_is_said_at_the_start() {
        Scenario scenario = small_world();
        add_healing(scenario);
        scenario.inputs[1].fails_at = {"gpt4_vision"};
        TraceBuilder trace;
        trace.start(1, 3);
        QCOMPARE(told(scenario, trace)[1],
                 "0.000 s starts extract_receipt, carries image_quality: fails until healed, and "
                 "bad_input: fails at gpt4_vision however often it is tried");
    }

    void faults_that_an_attempt_met_are_named() {
        Scenario scenario = small_world();
        scenario.faults = {Fault{"gpt4_vision", 60s, 90s, 0s, {}, OutageFault{}},
                           Fault{"local_ocr", 60s, 90s, 0s, {}, LatencyFault{3.0, 0s}}};
        TraceBuilder trace;
        trace.at(60s).add(RecordKind::fault_on, 0, 0);
        trace.add(RecordKind::fault_on, 0, 1);
        trace.at(61s).start(1);
        trace.send(1, 1);
        trace.at(61040ms).finish(1, 1, kind_unavailable, 0.0, flag::met_fault);
        QCOMPARE(told(scenario, trace)[4],
                 "61.040 s try 1 fails after 40 ms: unavailable; fault at gpt4_vision: outage: "
                 "unavailable, on since 60.000 s");
    }

    void queueing_late_answers_and_duplicates_are_told_after_the_end_too() {
        Scenario scenario = small_world();
        scenario.services[0].workers = 2;
        scenario.services[0].effect = true;
        scenario.operations[0].deadline = 5s;
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(10ms).add(RecordKind::call_queued, 1, 0, 1, 0, 0, 1);
        trace.at(1s).add(RecordKind::service_started, 1, 0, ns(990ms), 0, 0, 1);
        trace.at(3s).finish(1, 1, kind_timeout);
        trace.send(1, 2);
        trace.at(5s).finish(1, 2, kind_deadline, 0.0, flag::special);
        trace.end(1, Ending::deadline, kind_deadline, 5s, 2);
        trace.at(6s).add(RecordKind::service_ended, 1, 0, ns(5s), kSuccess, 0, 1);
        trace.add(RecordKind::late_completion, 1, 0, ns(6s), kSuccess, 1, 1);
        trace.at(7s).add(RecordKind::service_started, 1, 0, ns(4s), 0, 0, 2);
        trace.at(9s).add(RecordKind::effect_duplicated, 1, 0, 2, 0, 0, 2);
        const QStringList story = told(scenario, trace);
        QCOMPARE(story[0], "#1 failed at its deadline after 2 attempts in 5 s for $0: 1 retry");
        QCOMPARE(story[1], "0.000 s starts extract_receipt; its deadline of 5 s ends at 5.000 s");
        QCOMPARE(story[4], "0.010 s try 1 waits in the queue of gpt4_vision: all its workers are busy");
        QCOMPARE(story[5], "1.000 s gpt4_vision begins to work on try 1 after 0.99 s in the queue");
        QCOMPARE(story[8], "5.000 s try 2 is given up after 2 s: the request's deadline has come");
        QCOMPARE(story[9], "5.000 s fails after 5 s: the deadline of 5 s has come, and no fallback follows; "
                           "it cost $0 in all");
        QCOMPARE(
            story[10],
            "6.000 s gpt4_vision finishes try 1, 6 s after it was sent: nobody waits for it, wasted work; "
            "its effect happened all the same");
        QCOMPARE(story[11], "7.000 s gpt4_vision begins to work on try 2, which its caller has given up");
        QCOMPARE(story[12], "9.000 s its effect happens once more at gpt4_vision: a duplicate, since no "
                            "idempotency key is used");
    }
};

QTEST_APPLESS_MAIN(ExplainGuardsTest)
#include "explain_guards_test.moc"
