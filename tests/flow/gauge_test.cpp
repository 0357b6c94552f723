// SPDX-License-Identifier: GPL-3.0-or-later
// What the box of a breaker says, by hand-made breakers.
#include <QTest>

#include "ui/flow/breaker_gauge.h"
#include "ui/flow/flow_words.h"
#include "ui/flow/machine.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

SimTime at(double s) { return kTimeZero + duration_from_ns(s * 1e9); }

/// Lets calls through one after another: 'x' fails, '.' succeeds. One second apart, from 1 s on.
Breaker after(const BreakerConfig &config, const QString &results) {
    Breaker breaker;
    double s = 1;
    for (const QChar result : results) {
        const Admission admission = breaker.admit(config, at(s));
        if (admission.permitted)
            breaker.observe(config, at(s), admission.permit, result == 'x' ? Verdict::failure : Verdict::success, 10ms,
                            0.5);
        s += 1;
    }
    return breaker;
}

BreakerConfig ring() {
    BreakerConfig config;
    config.trip = TripRule::count_window;
    config.failure_rate = 0.5;
    config.window_calls = 10;
    config.minimum_calls = 5;
    return config;
}

} // namespace

class GaugeTest : public QObject {
    Q_OBJECT

private slots:
    void failures_in_a_row_fill_their_cells() {
        const BreakerConfig config;
        const BreakerGauge gauge = gaugeOf(after(config, "xx.xxx"), config, at(7));
        QCOMPARE(gauge.kind, BreakerGauge::Cells::count);
        QCOMPARE(gauge.cells.size(), std::size_t{5});
        QCOMPARE(gauge.cells[2].failures, 1);
        QCOMPARE(gauge.cells[3].calls, 0);
        QCOMPARE(gauge.near, QString("3 of 5 in a row"));
        QVERIFY(gauge.detail.isEmpty());
    }
    void a_strict_comparison_needs_one_more() {
        BreakerConfig config;
        config.compare = Compare::above;
        QCOMPARE(gaugeOf(after(config, "xx"), config, at(3)).near, QString("2 of 6 in a row"));
    }
    void a_ring_shows_its_calls_oldest_first_and_its_gate() {
        const BreakerConfig config = ring();
        const BreakerGauge young = gaugeOf(after(config, ".x."), config, at(4));
        QCOMPARE(young.kind, BreakerGauge::Cells::results);
        QCOMPARE(young.cells.size(), std::size_t{10});
        QCOMPARE(young.cells[0].failures, 0);
        QCOMPARE(young.cells[1].failures, 1);
        QCOMPARE(young.cells[3].calls, 0);
        QVERIFY(young.gated);
        QCOMPARE(young.gate, QString("3 of 5 calls"));
        QCOMPARE(young.detail, QString("cannot trip yet"));
        const BreakerGauge full = gaugeOf(after(config, "...x.......x"), config, at(13)); // the first two have left it
        QVERIFY(!full.gated);
        QCOMPARE(full.near, QString("20 % of 50 %"));
        QCOMPARE(full.cells[1].failures, 1);
        QCOMPARE(full.cells[9].failures, 1);
        QCOMPARE(full.cells[8].failures, 0);
        QCOMPARE(full.cells[0].calls, 1);
    }
    void a_window_of_time_forgets_without_a_call() {
        BreakerConfig config;
        config.trip = TripRule::time_window;
        config.failure_rate = 0.9;
        config.minimum_calls = 1;
        const Breaker breaker = after(config, ".xx");
        const BreakerGauge now = gaugeOf(breaker, config, at(3.5));
        QCOMPARE(now.kind, BreakerGauge::Cells::buckets);
        QCOMPARE(now.cells.size(), std::size_t{10});
        QCOMPARE(now.calls, 3);
        QCOMPARE(now.cells.back().failures, 1); // the newest stands at the right
        QCOMPARE(now.near, QString("67 % of 90 %"));
        const BreakerGauge later = gaugeOf(breaker, config, at(60));
        QCOMPARE(later.calls, 0);
        QCOMPARE(later.now, QString("n/a"));
        QVERIFY(later.gated);
    }
    void a_large_window_is_folded_and_loses_no_call() {
        BreakerConfig config = ring();
        config.window_calls = 1000;
        config.minimum_calls = 1000;
        const BreakerGauge gauge = gaugeOf(after(config, QString("..x").repeated(200)), config, at(601));
        QVERIFY(gauge.cells.size() <= kCellsMax);
        QCOMPARE(gauge.folded, std::size_t{25});
        int calls = 0, failures = 0;
        for (const BreakerGauge::Cell &cell : gauge.cells) {
            calls += cell.calls;
            failures += cell.failures;
        }
        QCOMPARE(calls, 600);
        QCOMPARE(failures, 200);
    }
    void open_counts_down_to_its_probe() {
        const BreakerConfig config;
        const Breaker breaker = after(config, "xxxxx"); // opens at 5 s
        const BreakerGauge gauge = gaugeOf(breaker, config, at(20));
        QCOMPARE(gauge.state, BreakerState::open);
        QCOMPARE(gauge.left, std::optional<Duration>(45s));
        QCOMPARE(gauge.leftShare, 0.75);
        QCOMPARE(gauge.detail, QString("45.0 s to probe"));
        const BreakerGauge due = gaugeOf(breaker, config, at(65));
        QVERIFY(!due.left);
        QCOMPARE(due.detail, QString("the next call is a probe"));
        BreakerConfig direct;
        direct.probe_limit = ProbeLimit::none;
        QCOMPARE(gaugeOf(after(direct, "xxxxx"), direct, at(20)).detail, QString("45.0 s to CLOSED"));
    }
    void half_open_shows_its_probe_slots() {
        BreakerConfig config;
        config.probes = 3;
        config.close_after.successes = 2;
        Breaker breaker = after(config, "xxxxx");
        const Admission first = breaker.admit(config, at(70));
        QVERIFY(first.permitted);
        const BreakerGauge gauge = gaugeOf(breaker, config, at(70));
        QCOMPARE(gauge.state, BreakerState::half_open);
        QCOMPARE(gauge.probes, 3);
        QCOMPARE(gauge.probesTaken, 1);
        QCOMPARE(gauge.detail, QString("1 of 3 probes sent, 0 of 2 ok"));
        const BreakerConfig plain;
        Breaker single = after(plain, "xxxxx");
        single.admit(plain, at(70));
        QCOMPARE(gaugeOf(single, plain, at(70)).detail, QString("1 probe in flight"));
    }
    void the_worse_breaker_is_open_or_nearer_to_it() {
        const BreakerConfig config;
        const Breaker closed = after(config, "x"), nearer = after(config, "xxx"), open = after(config, "xxxxx");
        QVERIFY(worseThan(open, nearer));
        QVERIFY(worseThan(nearer, closed));
        QVERIFY(!worseThan(closed, closed));
    }
    void the_machine_tells_the_ways_out_of_each_state() {
        const BreakerConfig config;
        PipelineRow row;
        row.service.name = "svc";
        const Breaker open = after(config, "xxxxx");
        row.gauge = gaugeOf(open, config, at(20));
        const StateMachine machine = machineOf(row, open, config, at(20));
        QCOMPARE(machine.title, QString("svc"));
        QCOMPARE(machine.state, BreakerState::open);
        QCOMPARE(machine.edges.size(), std::size_t{4});
        QCOMPARE(machine.edges[0].guard, QString("5 of 5 in a row"));
        QVERIFY(!machine.edges[0].live);
        QCOMPARE(machine.edges[1].guard, QString("45.0 s"));
        QVERIFY(machine.edges[1].live);
        QCOMPARE(machine.edges[2].guard, QString("fails"));
        QCOMPARE(machine.edges[3].guard, QString("ok"));
        QVERIFY2(machine.now.startsWith("OPEN for 15.0 s"), qPrintable(machine.now));

        BreakerConfig direct;
        direct.probe_limit = ProbeLimit::none;
        const Breaker closed = after(direct, "xx");
        row.gauge = gaugeOf(closed, direct, at(3));
        const StateMachine two = machineOf(row, closed, direct, at(3));
        QVERIFY(!two.halfOpenExists);
        QCOMPARE(two.edges.size(), std::size_t{2});
        QCOMPARE(two.edges[1].to, BreakerState::closed);
    }

    void numbers_are_short_and_have_units() {
        QCOMPARE(flowRate(0.04), QString("0.0"));
        QCOMPARE(flowRate(6.08), QString("6.1"));
        QCOMPARE(flowRate(9.94), QString("9.9"));
        QCOMPARE(flowRate(9.96), QString("10"));
        QCOMPARE(flowRate(289.4), QString("289"));
        QCOMPARE(flowRate(1600.0), QString("1.6k"));
        QCOMPARE(flowRate(123'456.0), QString("123k"));
        QCOMPARE(shortDuration(28'300ms), QString("28.3 s"));
        QCOMPARE(shortDuration(250ms), QString("0.25 s"));
        QCOMPARE(shortDuration(300ms), QString("0.3 s"));
        QCOMPARE(shortDuration(4s), QString("4.0 s"));
        QCOMPARE(shortDuration(20ms), QString("20 ms"));
    }
    void layers_in_words_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const StageLines &lines, const QString &wanted) {
            QTest::newRow(name) << lines.first << lines.second << wanted;
        };
        RetryConfig retry;
        retry.max_attempts = 4;
        retry.backoff.base = 1s;
        row("retry", retryLines(retry), "4 tries|exp 1.0 s");
        row("no retry", retryLines(RetryConfig{}), "1 try|");
        GuardNow now;
        now.bulkhead_in_use = 3;
        now.bulkhead_waiting = 2;
        row("bulkhead", bulkheadLines(BulkheadConfig{}, now), "3 of 25|2 wait");
        now.limiter_tokens = 7.6;
        RateLimiterConfig limiter;
        limiter.rate.per_second = 30;
        limiter.burst = 10;
        row("limiter", limiterLines(limiter, now), "7 of 10|30/s");
        now.limiter_tokens = -2.5;
        row("limiter that makes wait", limiterLines(limiter, now), "0 of 10|3 wait");
        row("timeout", timeoutLines(TimeoutConfig{4s, 2.0, {}}), QString::fromUtf8("4.0 s|× 2"));
        row("hedge", hedgeLines(HedgeConfig{}, now), "+ 1|not yet");
        now.hedge_after = 400ms;
        row("hedge that knows when", hedgeLines(HedgeConfig{}, now), "+ 1|0.4 s");
        row("token bucket", budgetLines({{}, TokenBucketBudget{}, false}, 495.0), "495|of 500");
        row("ratio", budgetLines({{}, RatioBudget{}, false}, 12.0), "12 left|");
        row("throttle of SRE", budgetLines({{}, AdaptiveThrottleBudget{}, false}, 0.833), "pass|83.3 %");
        row("failure rate", budgetLines({{}, FailureRateBudget{}, false}, 0.06), "4 %|of 10 %");
        row("failure rate over its limit", budgetLines({{}, FailureRateBudget{}, false}, 0.0), "over|10 %");
    }
    void layers_in_words() {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QTEST(first + '|' + second, "wanted");
    }
};

QTEST_MAIN(GaugeTest)
#include "gauge_test.moc"
