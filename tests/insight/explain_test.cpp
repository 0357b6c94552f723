// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/explain.h"

#include <QTest>

#include "tests/insight/small_world.h"

using namespace halfopen;
using namespace halfopen::testing;

namespace {

QString q(const std::string &text) { return QString::fromStdString(text); }

/// Headline and lines of request 1, each on its own row, as "1.000 s text".
QStringList told(const Scenario &scenario, const TraceBuilder &trace, std::uint32_t request = 1) {
    const IndexedTrace t(scenario, trace);
    const auto story = story_of(scenario, t.view, t.index, request);
    if (!story) return {};
    QStringList out{q(story->headline)};
    for (const StoryLine &line : story->lines) out << q(format_time(line.at) + " " + line.text);
    return out;
}

constexpr std::int64_t ns(Duration d) { return d.count(); }

std::size_t wait(TraceBuilder &trace, Outcome because, WaitReason reason, Duration takes, Duration longest, unsigned tries) {
    const auto record = trace.add(RecordKind::wait_started, 1, 0, ns(takes), because, static_cast<unsigned>(reason), tries);
    trace.add(RecordKind::wait_range, 1, 0, ns(longest), 0, 0, tries);
    return record;
}

std::size_t give_up(TraceBuilder &trace, Outcome kind, GiveUp why, Duration value = 0s, unsigned tries = 1) {
    return trace.add(RecordKind::gave_up, 1, 0, ns(value), kind, static_cast<unsigned>(why), tries);
}

void fall_back(TraceBuilder &trace, Outcome because) {
    trace.add(RecordKind::leg_entered, 1, 1, 0, because, static_cast<unsigned>(LegReason::fallback), 0, 1);
}

void cost(TraceBuilder &trace, double usd) {
    trace.add(RecordKind::request_cost, 1, 0, money_from_usd(usd).nano_usd);
}

} // namespace

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
                              "3.020 s is served by gpt4_vision after 2.02 s; it cost $0.100 in all and the answer is right"}));
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
        QCOMPARE(story[4], "3.000 s try 1 times out after 3 s: no answer came; it costs $0.100 all the same; the breaker of "
                           "gpt4_vision counts failure 3 of 5 in a row");
        QCOMPARE(story[5], "3.000 s waits 0.73 s before try 2, drawn from 0 to 1 s (exponential 1 s × 2, full jitter), "
                           "because try 1 timed out");
        QCOMPARE(story[6], "3.730 s sends try 2 of 4 to gpt4_vision, timeout 3 s");
    }

    void a_wait_without_jitter_is_not_called_drawn() {
        Scenario scenario = small_world();
        scenario.policies[0].retry->jitter.kind = JitterKind::none;
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(20ms).finish(1, 1, kind_network);
        wait(trace, kind_network, WaitReason::backoff, 1s, 1s, 1);
        QCOMPARE(told(scenario, trace)[5], "0.020 s waits 1 s before try 2 (exponential 1 s × 2, no jitter), because try 1 "
                                           "failed: network");
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
        QCOMPARE(told(small_world(), trace)[5],
                 "0.020 s waits 12.4 s before try 2, as the server asked (Retry-After, longer than the backoff), because "
                 "try 1 failed: rate_limit");
    }

    void giving_up_has_its_reason_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("why");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, int kind, GiveUp why, Duration value, const char *text) {
            QTest::newRow(name) << kind << static_cast<int>(why) << static_cast<qint64>(value.count()) << QString(text);
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
        QCOMPARE(story[0], "#1 was served by local_ocr after 5 attempts in 0.58 s for $0.010: 3 retries, 1 fallback; the "
                           "answer is wrong");
        QCOMPARE(story[11], "0.080 s tries gpt4_vision no more: attempts used up (4 of 4); 4 attempts = 3 retries");
        QCOMPARE(story[12], "0.080 s falls back to local_ocr, because attempts used up (4 of 4): 1 attempt = no retry");
        QCOMPARE(story[13], "0.080 s sends try 1 of 1 to local_ocr, no timeout");
        QCOMPARE(story[14], "0.580 s try 1 succeeds after 0.5 s, but the answer is wrong; it costs $0.010");
        QCOMPARE(story[15], "0.580 s is served by local_ocr after 0.58 s; it cost $0.010 in all and the answer is wrong");
    }

    void a_refusal_by_the_breaker_is_no_attempt_and_is_why_it_falls_back() {
        TraceBuilder trace;
        trace.at(61s).start(1);
        trace.refuse(1, 61200ms);
        give_up(trace, kind_breaker_open, GiveUp::kind_not_retried);
        fall_back(trace, kind_breaker_open);
        const QStringList story = told(small_world(), trace);
        QCOMPARE(story[0], "#1 is in flight at local_ocr after no attempt: 1 refusal, 1 fallback");
        QCOMPARE(story[3], "61.000 s is refused by the breaker of gpt4_vision: OPEN until 61.200 s; nothing was sent");
        QCOMPARE(story[5], "61.000 s falls back to local_ocr, because the breaker of gpt4_vision is OPEN until 61.200 s: 1 "
                           "attempt = no retry");
    }

    void a_refusal_while_the_probe_is_under_way_says_half_open() {
        TraceBuilder trace;
        trace.start(1);
        trace.refuse(1, 0s, true);
        QCOMPARE(told(small_world(), trace)[3], "0.000 s is refused by the breaker of gpt4_vision: HALF_OPEN and its one "
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
        QCOMPARE(first[5], "1.000 s this opens the breaker of gpt4_vision until 61.000 s: 5 failures in a row, limit 5");
        const QStringList second = told(small_world(), trace, 2);
        QCOMPARE(second[3], "61.000 s the breaker of gpt4_vision is HALF_OPEN, its open time is over: this request is a probe");
        QCOMPARE(second[5], "62.000 s try 1 succeeds after 1 s; it costs $0.100; the breaker of gpt4_vision counts it as a "
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
        trace.add(RecordKind::leg_entered, 1, 0, 0, kind_image_quality, static_cast<unsigned>(LegReason::healed));
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
        QCOMPARE(story[13], "4.000 s waits 0.5 s before try 2 (healing schedule: exponential 0.5 s × 2, no jitter), because "
                            "try 1 failed: network");
        QVERIFY(story[0].contains("2 attempts: 1 remedy"));
    }

    void what_no_remedy_removes_is_said_at_the_start() {
        Scenario scenario = small_world();
        add_healing(scenario);
        scenario.inputs[1].fails_at = {"gpt4_vision"};
        TraceBuilder trace;
        trace.start(1, 3);
        QCOMPARE(told(scenario, trace)[1], "0.000 s starts extract_receipt, carries image_quality: fails until healed, and "
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
        QCOMPARE(told(scenario, trace)[4], "61.040 s try 1 fails after 40 ms: unavailable; fault at gpt4_vision: outage: "
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
        QCOMPARE(story[0], "#1 failed at its deadline after 2 attempts in 5 s for nothing: 1 retry");
        QCOMPARE(story[1], "0.000 s starts extract_receipt; its deadline of 5 s ends at 5.000 s");
        QCOMPARE(story[4], "0.010 s try 1 waits in the queue of gpt4_vision: all its workers are busy");
        QCOMPARE(story[5], "1.000 s gpt4_vision begins to work on try 1 after 0.99 s in the queue");
        QCOMPARE(story[8], "5.000 s try 2 is given up after 2 s: the request's deadline has come");
        QCOMPARE(story[9], "5.000 s fails after 5 s: the deadline of 5 s ends it and no fallback follows; it cost nothing in all");
        QCOMPARE(story[10], "6.000 s gpt4_vision finishes try 1 of #1 6 s after it was sent: nobody waits for it, wasted work; "
                            "its effect happened all the same");
        QCOMPARE(story[11], "7.000 s gpt4_vision begins to work on try 2, which its caller has given up");
        QCOMPARE(story[12], "9.000 s its effect happens once more at gpt4_vision: a duplicate, since no idempotency key is used");
    }

    void a_failure_says_why_nothing_more_was_tried() {
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        trace.at(2s).finish(1, 1, kind_bad_input);
        give_up(trace, kind_bad_input, GiveUp::kind_not_retried);
        trace.end(1, Ending::failed, kind_bad_input, 2s, 1);
        QCOMPARE(told(small_world(), trace).back(),
                 "2.000 s fails with bad_input after 2 s: bad_input does not fall back; it cost nothing in all");
        TraceBuilder other;
        other.start(1);
        fall_back(other, kind_unavailable);
        other.add(RecordKind::request_ended, 1, 1, ns(2s), kind_network, static_cast<unsigned>(Ending::partial), 1, 1);
        QCOMPARE(told(small_world(), other)[3],
                 "0.000 s falls back to local_ocr, because gpt4_vision failed: unavailable: 1 attempt = no retry");
        QCOMPARE(told(small_world(), other).back(),
                 "0.000 s ends with what there is after 2 s (partial, counted as failed with network): no leg is left (2 of "
                 "2 asked); it cost nothing in all");
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

    void the_first_of_each_kind_is_the_first_to_start_not_the_first_to_suffer() {
        const Scenario scenario = small_world();
        TraceBuilder trace;
        for (std::uint32_t n = 1; n <= 5; ++n) trace.start(n);
        trace.at(1s).refuse(5, 60s);
        trace.at(2s).refuse(4, 60s);
        trace.add(RecordKind::leg_entered, 4, 1, 0, kind_breaker_open, static_cast<unsigned>(LegReason::fallback), 0, 1);
        trace.send(3, 1);
        trace.send(3, 2);
        trace.add(RecordKind::remedy_ended, 2, 0, 0, kind_image_quality, 1);
        trace.add(RecordKind::leg_entered, 2, 0, 0, kind_image_quality, static_cast<unsigned>(LegReason::healed));
        trace.at(3s).end(3, Ending::failed, kind_auth, 3s, 2);
        trace.end(2, Ending::served, kSuccess, 3s, 2, 0, Recovery::healing);
        const IndexedTrace t(scenario, trace);
        const auto first = [&](const char *name) { return find_first(t.view, t.index, *first_of_named(name)).value_or(0); };
        QCOMPARE(first("refused"), 4u);
        QCOMPARE(first("fell_back"), 4u);
        QCOMPARE(first("retried"), 3u);
        QCOMPARE(first("healed"), 2u);
        QCOMPARE(first("failed"), 3u);
        QVERIFY(!first_of_named("lucky"));
        QCOMPARE(first_of_names().size(), std::size_t{5});
        for (const std::string &name : first_of_names()) QVERIFY(first_of_named(name));
    }

    void nothing_is_found_where_nothing_happened() {
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        const IndexedTrace t(small_world(), trace);
        for (const std::string &name : first_of_names()) QVERIFY(!find_first(t.view, t.index, *first_of_named(name)));
    }

    /// A try on another leg, or after healing, is not a retry.
    void a_second_attempt_elsewhere_is_no_retry() {
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        fall_back(trace, kind_unavailable);
        trace.send(1, 1, 0s, 1);
        const IndexedTrace t(small_world(), trace);
        QVERIFY(!find_first(t.view, t.index, FirstOf::retried));
    }
};

QTEST_APPLESS_MAIN(ExplainTest)
#include "explain_test.moc"
