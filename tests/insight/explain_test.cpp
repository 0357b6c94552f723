// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/explain.h"

#include <QTest>

#include "tests/insight/told_story.h"

using namespace halfopen;
using namespace halfopen::testing;

class ExplainTest : public QObject {
    Q_OBJECT

private slots:
    void a_request_that_is_not_in_the_run_has_no_story() {
        TraceBuilder trace;
        trace.start(1);
        const IndexedTrace t(small_world(), trace);
        QVERIFY(!story_of(small_world(), t.view, t.index, 0));
        QVERIFY(!story_of(small_world(), t.view, t.index, 2));
        QVERIFY(story_of(small_world(), t.view, t.index, 1));
    }

    void a_request_that_went_straight_is_told_in_five_lines() {
        TraceBuilder trace;
        trace.at(1s).start(1);
        trace.send(1, 1);
        trace.at(1040ms).add(RecordKind::service_started, 1, 0, 0, 0, 0, 1);
        trace.at(3s).add(RecordKind::service_ended, 1, 0, ns(1960ms), 0, 0, 1);
        trace.at(3020ms).finish(1, 1, kSuccess, 0.10);
        trace.observe(1, 1, kSuccess, Verdict::success, 0);
        cost(trace, 0.10);
        trace.end(1, Ending::served, kSuccess, 2020ms, 1);
        QCOMPARE(told(small_world(), trace),
                 (QStringList{"#1 was served by gpt4_vision after 1 attempt in 2.02 s for $0.100",
                              "1.000 s starts extract_receipt",
                              "1.000 s asks gpt4_vision first: 4 attempts = 3 retries",
                              "1.000 s sends try 1 of 4 to gpt4_vision, timeout 3 s",
                              "3.020 s try 1 succeeds after 2.02 s (1.96 s of work); it costs $0.100",
                              "3.020 s is served by gpt4_vision after 2.02 s; it cost $0.100 in all and the "
                              "answer is right"}));
    }

    void a_retry_names_the_wait_its_range_its_schedule_and_its_reason() {
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(3s).finish(1, 1, kind_timeout, 0.10);
        trace.observe(1, 1, kind_timeout, Verdict::failure, 3);
        wait(trace, kind_timeout, WaitReason::backoff, 730ms, 1s, 1);
        trace.at(3730ms).send(1, 2);
        const QStringList story = told(small_world(), trace);
        QCOMPARE(story[0], "#1 is in flight at gpt4_vision after 2 attempts: 1 retry");
        QCOMPARE(
            story[4],
            "3.000 s try 1 times out after 3 s: no answer came; it costs $0.100 all the same; the breaker of "
            "gpt4_vision counts failure 3 of 5 in a row");
        QCOMPARE(story[5],
                 "3.000 s waits 0.73 s before try 2, drawn from 0 to 1 s (exponential 1 s × 2, full jitter), "
                 "because try 1 timed out");
        QCOMPARE(story[6], "3.730 s sends try 2 of 4 to gpt4_vision, timeout 3 s");
    }

    void a_timeout_says_what_the_service_was_doing_data() {
        QTest::addColumn<int>("server"); // 0 silent, 1 queued, 2 at work, 3 done without an answer
        QTest::addColumn<QString>("text");
        QTest::newRow("silent") << 0 << ": no answer came";
        QTest::newRow("queued") << 1 << ", still waiting in the queue of gpt4_vision";
        QTest::newRow("at work") << 2 << ", while gpt4_vision was still at work";
        QTest::newRow("hung") << 3 << ": gpt4_vision had hung and never answered";
    }
    void a_timeout_says_what_the_service_was_doing() {
        QFETCH(int, server);
        QFETCH(QString, text);
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        if (server > 0) trace.add(RecordKind::call_queued, 1, 0, 1, 0, 0, 1);
        if (server > 1) trace.at(1s).add(RecordKind::service_started, 1, 0, ns(1s), 0, 1, 1);
        if (server > 2) trace.at(2s).add(RecordKind::service_ended, 1, 0, ns(1s), kind_timeout, 0, 1);
        trace.at(3s).finish(1, 1, kind_timeout);
        QCOMPARE(told(small_world(), trace).back(), "3.000 s try 1 times out after 3 s" + text);
    }

    void a_deadline_that_could_not_be_met_is_told_from_one_that_came() {
        Scenario scenario = small_world();
        scenario.operations[0].deadline = 5s;
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(4s).finish(1, 1, kind_network);
        give_up(trace, kind_network, GiveUp::deadline_would_pass, 2s);
        trace.end(1, Ending::deadline, kind_deadline, 4s, 1);
        QCOMPARE(told(scenario, trace).back(),
                 "4.000 s fails after 4 s: the deadline of 5 s could not be met, and no "
                 "fallback follows; it cost $0 in all");
    }

    void a_wait_without_jitter_is_not_called_drawn() {
        Scenario scenario = small_world();
        scenario.policies[0].retry->jitter.kind = JitterKind::none;
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(20ms).finish(1, 1, kind_network);
        wait(trace, kind_network, WaitReason::backoff, 1s, 1s, 1);
        QCOMPARE(told(scenario, trace)[5],
                 "0.020 s waits 1 s before try 2 (exponential 1 s × 2, no jitter), because try 1 "
                 "failed: network");
    }

    void a_wait_of_nothing_is_a_try_at_once() {
        Scenario scenario = small_world();
        scenario.policies[0].retry->backoff.family = BackoffFamily::none;
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(20ms).finish(1, 1, kind_network);
        wait(trace, kind_network, WaitReason::backoff, 0s, 0s, 1);
        QCOMPARE(told(scenario, trace).back(),
                 "0.020 s tries again at once, try 2 (no wait), because try 1 failed: network");
    }

    void a_jitter_that_does_not_start_at_nothing_names_both_ends() {
        Scenario scenario = small_world();
        scenario.policies[0].retry->jitter.kind = JitterKind::equal;
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(20ms).finish(1, 1, kind_network);
        wait(trace, kind_network, WaitReason::backoff, 800ms, 1s, 1);
        QVERIFY(told(scenario, trace)[5].contains("waits 0.8 s before try 2, drawn from 0.5 s to 1 s (exp"));
    }

    void a_schedule_of_the_kind_is_named_in_place_of_the_policys_own() {
        Scenario scenario = small_world();
        BackoffConfig slow;
        slow.family = BackoffFamily::constant;
        slow.base = 7s;
        scenario.policies[0].retry->per_kind = {KindSchedule{kind_rate_limit, slow, {}}};
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(20ms).finish(1, 1, kind_rate_limit);
        wait(trace, kind_rate_limit, WaitReason::backoff, 7s, 7s, 1);
        QVERIFY(told(scenario, trace)[5].contains("waits 7 s before try 2 (constant 7 s, no jitter)"));
    }

    void a_wait_that_the_server_asked_for_says_so() {
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(20ms).finish(1, 1, kind_rate_limit);
        wait(trace, kind_rate_limit, WaitReason::retry_after, 12400ms, 1s, 1);
        QCOMPARE(told(small_world(), trace)[5], "0.020 s waits 12.4 s before try 2, as the server asked "
                                                "(Retry-After, longer than the backoff), because "
                                                "try 1 failed: rate_limit");
    }

    void giving_up_has_its_reason_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("why");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, int kind, GiveUp why, Duration value, const char *text) {
            QTest::newRow(name) << kind << static_cast<int>(why) << static_cast<qint64>(value.count())
                                << QString(text);
        };
        row("permanent", kind_bad_input, GiveUp::kind_not_retried, 0s, "bad_input is permanent");
        row("fixable", kind_image_quality, GiveUp::kind_not_retried, 0s,
            "image_quality is fixable: trying again without healing would not help");
        row("listed", kind_unavailable, GiveUp::kind_not_retried, 0s,
            "unavailable is not among the kinds that vision retries");
        row("attempts", kind_network, GiveUp::attempts_used_up, 0s,
            "attempts used up (1 of 4); 4 attempts = 3 retries");
        row("hint", kind_rate_limit, GiveUp::hint_too_long, 90s,
            "the server asked to wait 90 s, above the limit of 60 s");
        row("deadline", kind_network, GiveUp::deadline_would_pass, 4100ms,
            "the next wait of 4.1 s would pass the deadline of 120 s");
    }
    void giving_up_has_its_reason() {
        QFETCH(int, kind);
        QFETCH(int, why);
        QFETCH(qint64, value);
        QFETCH(QString, text);
        Scenario scenario = small_world();
        scenario.policies[0].retry->retry_after.limit = 60s;
        scenario.policies[0].retry->kinds = std::vector<Outcome>{kind_network, kind_timeout, kind_rate_limit};
        scenario.operations[0].deadline = 120s;
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(20ms).finish(1, 1, static_cast<Outcome>(kind));
        give_up(trace, static_cast<Outcome>(kind), static_cast<GiveUp>(why), Duration{value});
        QCOMPARE(told(scenario, trace).back(), "0.020 s tries gpt4_vision no more: " + text);
    }

    void a_fallback_says_why_and_a_single_attempt_is_no_retry() {
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(20ms).finish(1, 1, kind_unavailable);
        trace.send(1, 2);
        trace.at(40ms).finish(1, 2, kind_unavailable);
        trace.send(1, 3);
        trace.at(60ms).finish(1, 3, kind_unavailable);
        trace.send(1, 4);
        trace.at(80ms).finish(1, 4, kind_unavailable);
        give_up(trace, kind_unavailable, GiveUp::attempts_used_up, 0s, 4);
        fall_back(trace, kind_unavailable);
        trace.send(1, 1, 0s, 1);
        trace.at(580ms).finish(1, 1, kSuccess, 0.01, flag::right, 1); // a wrong answer
        cost(trace, 0.01);
        trace.end(1, Ending::served, kSuccess, 580ms, 5, 1, Recovery::fallback, 0);
        const QStringList story = told(small_world(), trace);
        QCOMPARE(
            story[0],
            "#1 was served by local_ocr after 5 attempts in 0.58 s for $0.010: 3 retries, 1 fallback; the "
            "answer is wrong");
        QCOMPARE(story[11],
                 "0.080 s tries gpt4_vision no more: attempts used up (4 of 4); 4 attempts = 3 retries");
        QCOMPARE(story[12],
                 "0.080 s falls back to local_ocr (1 attempt = no retry): attempts used up (4 of 4)");
        QCOMPARE(story[13], "0.080 s sends try 1 of 1 to local_ocr, no timeout");
        QCOMPARE(story[14], "0.580 s try 1 succeeds after 0.5 s, but the answer is wrong; it costs $0.010");
        QCOMPARE(
            story[15],
            "0.580 s is served by local_ocr after 0.58 s; it cost $0.010 in all and the answer is wrong");
    }

    void a_failure_says_why_nothing_more_was_tried() {
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(2s).finish(1, 1, kind_bad_input);
        give_up(trace, kind_bad_input, GiveUp::kind_not_retried);
        trace.end(1, Ending::failed, kind_bad_input, 2s, 1);
        QCOMPARE(
            told(small_world(), trace).back(),
            "2.000 s fails with bad_input after 2 s: bad_input does not fall back; it cost $0 in all");
        TraceBuilder other;
        other.start(1);
        fall_back(other, kind_unavailable);
        other.add(RecordKind::request_ended, 1, 1, ns(2s), kind_network,
                  static_cast<unsigned>(Ending::partial), 1, 1);
        QCOMPARE(told(small_world(), other)[3],
                 "0.000 s falls back to local_ocr (1 attempt = no retry): gpt4_vision failed: unavailable");
        QCOMPARE(told(small_world(), other).back(), "0.000 s ends with what there is after 2 s (partial, "
                                                    "counted as failed with network): no leg is left (2 of "
                                                    "2 asked); it cost $0 in all");
    }

    void each_line_points_at_the_record_that_it_tells() {
        TraceBuilder trace;
        trace.start(1);
        trace.start(2);
        const auto sent = trace.send(1, 1);
        const IndexedTrace t(small_world(), trace);
        const auto story = story_of(small_world(), t.view, t.index, 1);
        QCOMPARE(story->lines.back().record, sent);
        QVERIFY(story->lines.back().kind == RecordKind::attempt_started);
        QVERIFY(story->lines[0].kind == RecordKind::request_started);
        QVERIFY(story->lines[1].kind == RecordKind::leg_entered);
    }
};

QTEST_APPLESS_MAIN(ExplainTest)
#include "explain_test.moc"
