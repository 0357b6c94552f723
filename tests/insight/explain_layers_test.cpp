// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/metrics.h"
#include "engine/insight/request_summary.h"
#include "tests/insight/told_story.h"

#include <QTest>

using namespace halfopen;
using namespace halfopen::testing;

namespace {

/// The small world with two replicas, a hedge, a bulkhead, a budget, and a ledger that gpt4_vision asks.
Scenario layered_world() {
    Scenario scenario = small_world();
    scenario.services[0].replicas = 2;
    ServiceConfig ledger;
    ledger.name = "ledger_db";
    scenario.services.push_back(ledger);
    PolicyConfig db;
    db.name = "db";
    db.breaker = breaker_preset("tutorial");
    scenario.policies.push_back(db);
    scenario.services[0].calls = {DownstreamCall{"ledger_db", "db", 1, CallMode::sequence}};
    scenario.policies[0].hedge = HedgeConfig{};
    scenario.policies[0].bulkhead = BulkheadConfig{};
    scenario.policies[0].budget = BudgetConfig{{}, TokenBucketBudget{}, false};
    return scenario;
}

constexpr unsigned kLedger = 2;

Metrics folded(const Scenario &scenario, const TraceBuilder &trace) {
    MetricsFold fold(scenario);
    fold.take(trace.records());
    return fold.result(SimTime{20s});
}

/// A request whose service makes a call of its own, which fails first.
TraceBuilder with_downstream_call(unsigned flags = 0) {
    TraceBuilder trace;
    trace.at(1s).add(RecordKind::request_started, 1, 0, 0, 0, 0, 0, 0, flags);
    trace.add(RecordKind::attempt_started, 1, 0, ns(3s), 1, 0, 1, 0, flags);
    trace.at(2s).add(RecordKind::attempt_started, 1, kLedger, 0, 0, 1, 1, kDownstream, flags);
    trace.at(2100ms).add(RecordKind::attempt_ended, 1, kLedger, 5'000'000, kind_network, 0, 1, kDownstream, flags);
    trace.add(RecordKind::wait_started, 1, kLedger, ns(100ms), kind_network, 0, 1, kDownstream, flags);
    trace.at(2200ms).add(RecordKind::attempt_started, 1, kLedger, 0, 0, 1, 2, kDownstream, flags);
    trace.at(2300ms).add(RecordKind::attempt_ended, 1, kLedger, 0, kSuccess, 0, 2, kDownstream, flags | flag::right);
    trace.add(RecordKind::attempt_ended, 1, 0, money_from_usd(0.1).nano_usd, kSuccess, 0, 1, 0, flags | flag::right);
    trace.add(RecordKind::request_ended, 1, 0, ns(1300ms), ending_detail(kSuccess, Recovery::none, true),
              static_cast<unsigned>(Ending::served), 1, 0, flags | flag::right);
    return trace;
}

} // namespace

class ExplainLayersTest : public QObject {
    Q_OBJECT

private slots:
    void calls_that_a_service_makes_are_indented_and_are_no_tries_of_the_request() {
        const QStringList lines = told(layered_world(), with_downstream_call());
        QCOMPARE(lines, (QStringList{
                            "#1 was served by gpt4_vision after 1 attempt in 1.3 s for $0.105",
                            "1.000 s starts extract_receipt",
                            "1.000 s asks gpt4_vision first: 4 attempts = 3 retries",
                            "1.000 s sends try 1 of 4 to gpt4_vision, replica 2, timeout 3 s",
                            "2.000 s   a service asks ledger_db (attempt 1 there)",
                            "2.100 s   the call to ledger_db (attempt 1 there) failed: network after 100 ms; it costs $0.005",
                            "2.100 s   its service waits 100 ms before it asks ledger_db again",
                            "2.200 s   a service asks ledger_db (attempt 2 there)",
                            "2.300 s   the call to ledger_db (attempt 2 there) succeeded after 100 ms",
                            "2.300 s try 1 succeeds after 1.3 s; it costs $0.100",
                            "2.300 s is served by gpt4_vision after 1.3 s; it cost $0.105 in all and the answer is right",
                        }));
    }

    void calls_that_a_service_makes_count_at_their_service_and_in_the_cost_only() {
        const Metrics m = folded(layered_world(), with_downstream_call(flag::counted));
        QCOMPARE(m.services[kLedger].calls, std::uint64_t{2});
        QCOMPARE(*m.services[kLedger].amplification, 2.0);
        QCOMPARE(m.services[0].calls, std::uint64_t{1});
        QCOMPARE(*m.avg_attempts, 1.0);
        QCOMPARE(*m.retry_rate, 0.0);
        QCOMPARE(m.series.attempts[1] + m.series.attempts[2], std::uint64_t{1});
        QVERIFY(qAbs(m.cost_total_usd - 0.105) < 1e-12);
        QVERIFY(qAbs(m.cost_wasted_usd - 0.005) < 1e-12);
        const IndexedTrace t(layered_world(), with_downstream_call());
        const RequestSummary summary = summary_of(layered_world(), t.view, t.index, 1, SimTime{9s});
        QCOMPARE(summary.calls, 1);
        QCOMPARE(summary.steps.size(), std::size_t{1});
        QVERIFY(!find_first(t.view, t.index, FirstOf::retried));
    }

    void a_wait_under_way_counts_only_as_far_as_it_has_come() {
        TraceBuilder trace;
        trace.at(1s).start(1);
        trace.send(1, 1);
        trace.at(2s).finish(1, 1, kind_network);
        trace.add(RecordKind::wait_started, 1, 0, ns(4s), kind_network, static_cast<unsigned>(WaitReason::backoff), 1);
        trace.add(RecordKind::wait_range, 1, 0, ns(4s));
        trace.at(6s).send(1, 2);
        trace.at(7s).add(RecordKind::wait_started, 1, 0, ns(9s), kind_network, static_cast<unsigned>(WaitReason::backoff), 2);
        trace.at(8s).end(1, Ending::deadline, kind_deadline, 7s, 2);
        const IndexedTrace t(layered_world(), trace);
        const auto at = [&](Duration d) { return summary_of(layered_world(), t.view, t.index, 1, SimTime{d}); };
        QCOMPARE(q(at(1500ms).outcome), "in flight at gpt4_vision");
        QCOMPARE(at(3s).waited, Duration{1s});
        QCOMPARE(q(at(3s).outcome), "waiting to ask gpt4_vision again");
        QCOMPARE(at(6500ms).waited, Duration{4s});
        QCOMPARE(q(at(6500ms).outcome), "in flight at gpt4_vision");
        QCOMPARE(at(9s).waited, Duration{5s}); // the deadline cut the second wait after one second
    }

    void a_hedge_says_why_its_copy_was_sent_and_who_was_faster() {
        TraceBuilder trace;
        trace.at(1s).start(1);
        trace.send(1, 1);
        trace.at(1100ms).add(RecordKind::hedge_sent, 1, 0, ns(100ms), 0, static_cast<unsigned>(HedgeReason::delay_over), 1, 0, 1);
        trace.add(RecordKind::attempt_started, 1, 0, ns(3s), 1, 0, 2, 0, 1);
        trace.at(1300ms).add(RecordKind::attempt_ended, 1, 0, 0, kSuccess, 0, 2, 0, 1 | flag::right);
        trace.add(RecordKind::attempt_ended, 1, 0, 0, kind_deadline, 0, 1, 0, flag::special);
        trace.end(1, Ending::served, kSuccess, 300ms, 2);
        const QStringList lines = told(layered_world(), trace);
        QCOMPARE(lines.at(0), "#1 was served by gpt4_vision after 2 attempts in 300 ms for $0: 1 hedged copy");
        QCOMPARE(lines.at(4), "1.100 s sends copy 2 of try 1 to gpt4_vision, because no answer came within 100 ms, replica 2, timeout 3 s");
        QCOMPARE(lines.at(5), "1.300 s copy 2 of try 1 succeeds after 200 ms");
        QCOMPARE(lines.at(6), "1.300 s try 1 is given up after 300 ms: another copy was faster");
        const IndexedTrace t(layered_world(), trace);
        QVERIFY(!find_first(t.view, t.index, FirstOf::retried));
        QVERIFY(q(summary_of(layered_world(), t.view, t.index, 1, SimTime{9s}).outcome).startsWith("hedged; "));
    }

    void copies_of_one_attempt_are_told_apart() {
        TraceBuilder trace;
        trace.at(1s).start(1);
        trace.send(1, 1);
        trace.add(RecordKind::service_started, 1, 0, 0, 0, 0, 1);
        trace.at(1100ms).add(RecordKind::hedge_sent, 1, 0, ns(100ms), 0, static_cast<unsigned>(HedgeReason::delay_over), 1, 0, 1);
        trace.add(RecordKind::attempt_started, 1, 0, ns(3s), 1, 0, 1, 0, 1);
        trace.add(RecordKind::service_started, 1, 0, 0, 1, 0, 1, 0, 1);
        trace.at(1400ms).add(RecordKind::attempt_ended, 1, 0, 0, kSuccess, 0, 1, 0, flag::right);
        trace.add(RecordKind::attempt_ended, 1, 0, 0, kind_cancelled, 0, 1, 0, flag::special | 1);
        trace.end(1, Ending::served, kSuccess, 400ms, 2);
        const QStringList lines = told(layered_world(), trace);
        QCOMPARE(lines.at(5), "1.400 s try 1 succeeds after 400 ms");
        QCOMPARE(lines.at(6), "1.400 s copy 2 of try 1 is given up after 300 ms: another copy was faster");
    }

    void a_success_that_lost_a_hedge_is_wasted() {
        TraceBuilder trace;
        trace.at(1s).add(RecordKind::request_started, 1, 0, 0, 0, 0, 0, 0, flag::counted);
        trace.add(RecordKind::hedge_sent, 1, 0, 0, 0, 0, 1, 0, 1 | flag::counted);
        trace.add(RecordKind::attempt_ended, 1, 0, 100, kSuccess, 0, 1, 0, flag::counted | flag::right);
        trace.add(RecordKind::attempt_ended, 1, 0, 100, kSuccess, 0, 2, 0, 1 | flag::counted | flag::special);
        const Metrics m = folded(layered_world(), trace);
        QVERIFY(qAbs(m.cost_wasted_usd - 1e-7) < 1e-15);
        QCOMPARE(m.hedges, std::uint64_t{1});
    }

    void guards_say_who_parks_and_who_refuses() {
        TraceBuilder trace;
        trace.at(1s).start(1);
        trace.add(RecordKind::wait_started, 1, 0, 0, 0, static_cast<unsigned>(WaitReason::bulkhead), 0);
        trace.at(1500ms).add(RecordKind::wait_ended, 1, 0, ns(500ms), 0, static_cast<unsigned>(WaitReason::bulkhead), 0);
        trace.send(1, 1);
        trace.at(2s).finish(1, 1, kind_network);
        trace.add(RecordKind::budget_spent, 1, 0, 495'000, kind_network);
        wait(trace, kind_network, WaitReason::backoff, 0s, 0s, 1);
        trace.add(RecordKind::refused, 1, 0, ns(3s), kind_rate_limited_locally);
        trace.add(RecordKind::refused, 1, 0, 0, kind_budget_empty);
        const QStringList lines = told(layered_world(), trace);
        QCOMPARE(lines.at(3), "1.000 s waits before gpt4_vision for one of the 25 places of the bulkhead of vision");
        QCOMPARE(lines.at(4), "1.500 s goes on after it has waited 0.5 s for one of the 25 places of the bulkhead of vision");
        QCOMPARE(lines.at(6), "2.000 s try 1 fails after 0.5 s: network; the retry budget of vision pays for the retry, 495 left");
        QCOMPARE(lines.at(8), "2.000 s is refused by the rate limiter of vision (rate_limited_locally), which has room again at "
                              "3.000 s: nothing was sent");
        QCOMPARE(lines.at(9), "2.000 s is refused by the retry budget of vision (budget_empty): nothing was sent");
    }

    void a_skipped_first_leg_was_never_asked() {
        TraceBuilder trace;
        trace.at(1s).start(1);
        trace.add(RecordKind::leg_skipped, 1, 0, ns(60s));
        trace.add(RecordKind::leg_entered, 1, 1, 0, kind_breaker_open, static_cast<unsigned>(LegReason::fallback), 0, 1);
        const QStringList lines = told(small_world(), trace);
        QCOMPARE(lines.at(2), "1.000 s skips gpt4_vision: its breaker is OPEN until 60.000 s");
        QCOMPARE(lines.at(3), "1.000 s falls back to local_ocr (1 attempt = no retry): gpt4_vision was skipped, its breaker is OPEN "
                              "until 60.000 s");
    }

    void replicas_out_of_turn_detect_a_fault_and_recover_from_it() {
        Scenario scenario = layered_world();
        scenario.faults = {Fault{"gpt4_vision", 2s, 3s, 0s, {}, OutageFault{}, 0}};
        TraceBuilder trace;
        trace.at(2s).add(RecordKind::fault_on, 0, 0);
        trace.at(3s).add(RecordKind::replica_ejected, 0, 0, ns(6s), 0, static_cast<unsigned>(BreakerReason::consecutive_failures));
        trace.at(5s).add(RecordKind::fault_off, 0, 0);
        trace.at(6s).add(RecordKind::replica_returned, 0, 0);
        const Metrics m = folded(scenario, trace);
        QCOMPARE(m.services[0].ejections, std::uint64_t{1});
        QCOMPARE(*m.faults[0].time_to_detect_s, 1.0);
        QCOMPARE(*m.faults[0].time_to_recover_s, 1.0);
    }

    void the_event_log_names_every_new_kind_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        const auto row = [](RecordKind kind, const char *text) { QTest::newRow(text) << static_cast<int>(kind) << text; };
        row(RecordKind::leg_skipped, "skips gpt4_vision: its breaker is OPEN until 4.000 s");
        row(RecordKind::hedge_sent, "hedges at gpt4_vision: no answer after 4 s");
        row(RecordKind::wait_ended, "goes on to gpt4_vision after 4 s (unknown reason)");
        row(RecordKind::budget_spent, "the retry budget of vision pays for a retry after timeout, 4e+06 left");
        row(RecordKind::replica_ejected, "replica 2 of gpt4_vision is taken out of turn until 4.000 s: no reason");
        row(RecordKind::replica_returned, "replica 2 of gpt4_vision is back in turn");
        row(RecordKind::edit_applied, "edit 0 applied");
    }
    void the_event_log_names_every_new_kind() {
        QFETCH(int, kind);
        QFETCH(QString, text);
        const Scenario scenario = layered_world();
        TraceRecord record;
        record.kind = static_cast<RecordKind>(kind);
        record.detail = 1;
        record.value = ns(4s);
        const QString told = q(describe(record, scenario, layout_of(scenario)));
        QVERIFY2(told.contains(text.section(": no reason", 0, 0)), qPrintable(told));
    }

    void guards_are_described_in_one_line() {
        QCOMPARE(q(describe(BulkheadConfig{})), "25 at once, none wait");
        QCOMPARE(q(describe(BulkheadConfig{10, 5, 2s, true})), "10 at once, 5 wait up to 2 s, shared by all instances");
        QCOMPARE(q(describe(RateLimiterConfig{{10.0}, 20.0, WhenEmpty::refuse, {}, false})), "10/s, burst 20, refuses when empty");
        QCOMPARE(q(describe(HedgeConfig{})), "1 further copy after 100 ms, losers are cancelled");
        QCOMPARE(q(describe(HedgeConfig{std::nullopt, 0.95, 2, false})), "2 further copies after the 95 % quantile, losers are left to finish");
        QCOMPARE(q(describe(BudgetConfig{{}, TokenBucketBudget{}, false})),
                 "token bucket of 500: a retry takes 5, after a timeout 10, a success gives back 1");
        QCOMPARE(q(describe(BudgetConfig{{}, RatioBudget{}, true})),
                 "retries up to 20 % of the requests in 10 s and 10 a second, shared by all instances");
    }
};

QTEST_APPLESS_MAIN(ExplainLayersTest)
#include "explain_layers_test.moc"
