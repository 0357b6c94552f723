// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "engine/insight/explain.h"
#include "engine/insight/words.h"
#include "tests/insight/small_world.h"

using namespace halfopen;
using namespace halfopen::testing;

namespace {
QString q(const std::string &text) { return QString::fromStdString(text); }
} // namespace

class WordsTest : public QObject {
    Q_OBJECT

private slots:
    void a_duration_stands_in_its_natural_unit_data() {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QString>("text");
        const auto row = [](Duration d, const char *text) {
            QTest::newRow(text) << static_cast<qint64>(d.count()) << QString::fromUtf8(text);
        };
        row(0s, "0 s");
        row(50ns, "50 ns");
        row(12us, "12 µs");
        row(Duration{1'234}, "1.23 µs");
        row(Duration{999'600}, "1 ms");
        row(250ms, "250 ms");
        row(Duration{12'345'678}, "12.3 ms");
        row(Duration{499'999'999}, "500 ms");
        row(730ms, "0.73 s");
        row(1s, "1 s");
        row(1125ms, "1.125 s");
        row(Duration{13'712'345'678}, "13.71 s");
        row(30s, "30 s");
        row(120s, "120 s");
        row(125s, "2 min 5 s");
        row(Duration{125'400'000'000}, "2 min 5 s");
        row(10min, "10 min");
        row(1h, "1 h");
        row(3725s, "1 h 2 min");
        row(76h, "3 d 4 h");
        row(kDurationMax, "11574 d 1 h");
        row(-2s, "-2 s");
        QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << "-106751 d 23 h";
    }
    void a_duration_stands_in_its_natural_unit() {
        QFETCH(qint64, ns);
        QTEST(q(format_duration(Duration{ns})), "text");
    }

    void a_time_has_milliseconds() {
        QCOMPARE(q(format_time(SimTime{61273ms})), "61.273 s");
        QCOMPARE(q(format_time(SimTime{})), "0.000 s");
        QCOMPARE(q(format_time(kTimeNever)), "never");
    }

    void money_keeps_three_digits_data() {
        QTest::addColumn<double>("usd");
        QTest::addColumn<QString>("text");
        const auto row = [](double usd, const char *text) { QTest::newRow(text) << usd << QString(text); };
        row(0.0, "$0");
        row(0.01, "$0.010");
        row(0.1, "$0.100");
        row(0.105, "$0.105");
        row(0.0025, "$0.0025");
        row(0.0123456, "$0.0123");
        row(0.00000123, "$0.00000123");
        row(0.9994, "$0.999");
        row(0.9999, "$1.00");
        row(65.92, "$65.92");
        row(12345.678, "$12345.68");
        row(-0.05, "-$0.050");
    }
    void money_keeps_three_digits() {
        QFETCH(double, usd);
        QTEST(q(format_usd(usd)), "text");
    }

    void a_breaker_is_described_in_one_sentence_data() {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QString>("text");
        QTest::newRow("tutorial") << "tutorial"
                                  << "5 in a row, open 60 s, 1 probe";
        QTest::newRow("code")
            << "tutorial_code"
            << "5 failures in all since the last reset, open more than 60 s from the last failure, "
               "half-open lets every call through";
        QTest::newRow("no probe") << "toolweaver_client"
                                  << "3 in a row, open 30 s, then closed without a probe";
        QTest::newRow("a number in a window") << "failsafe"
                                              << "1 failure in the last call, open 60 s, 1 probe at once";
        QTest::newRow("ticks") << "hystrix"
                               << "at least 50 % failed of the last 10 s, from 20 calls on, looked at every 0.5 s, open "
                                  "more than 5 s, 1 probe";
        QTest::newRow("starts") << "opossum"
                                << "more than 50 % failed of the last 10 s, looked at when one fails, refused and "
                                   "unfinished calls included, open 30 s, 1 probe";
        QTest::newRow("waiting") << "cockatiel_sampling"
                                 << "more than 20 % failed of the last 30 s, from 25 calls a second on, looked at when "
                                    "one fails, open 10 s, 1 probe, other calls wait for the verdict";
        QTest::newRow("a lock") << "pybreaker"
                                << "5 in a row, open 60 s, half-open lets every call through, calls one at a time";
        QTest::newRow("a hint") << "litellm_cooldown"
                                << "more than 50 % failed of the last 60 s, from 5 calls on, looked at when one fails, "
                                   "open 5 s or as the failure asks, per replica at the balancer";
        QTest::newRow("sweeps") << "envoy_outlier"
                                << "5 in a row, open 30 s times the ejections so far, looked at every 10 s, at most 10 % of "
                                   "the replicas at once, or a success rate 1.9 deviations below the mean, per replica at "
                                   "the balancer";
    }
    void a_breaker_is_described_in_one_sentence() {
        QFETCH(QString, preset);
        QTEST(q(describe(*breaker_preset(preset.toStdString()))), "text");
    }

    void a_rate_breaker_names_its_window_and_what_it_needs() {
        BreakerConfig config;
        config.trip = TripRule::count_window;
        config.failure_rate = 0.5;
        config.window_calls = 100;
        config.minimum_calls = 10;
        config.slow_over = 2s;
        config.slow_rate = 0.8;
        config.probes = 3;
        config.probe_limit = ProbeLimit::concurrent;
        config.close_after = CloseAfter{true, 1};
        config.open_for = 5s;
        QCOMPARE(
            q(describe(config)),
            "at least 50 % failed of the last 100 calls or 80 % slower than 2 s, from 10 calls on, open 5 s, "
            "3 probes at once, closes when their failure rate is below the limit");
        config.trip = TripRule::time_window;
        config.compare = Compare::above;
        config.slow_over.reset();
        config.close_after = CloseAfter{false, 2};
        config.minimum_calls = 1;
        config.shared = true;
        QCOMPARE(q(describe(config)),
                 "more than 50 % failed of the last 10 s, open 5 s, 3 probes at once, closes "
                 "after 2 successes, shared by all instances");
    }

    void a_breaker_says_how_it_closes_and_how_its_open_time_grows() {
        BreakerConfig config;
        config.open_steps = {1s, 5s, 10s, 20s};
        config.probes = 5;
        config.close_after.successes = 3;
        config.close_after.of = 5;
        config.probe_timeout = 9s;
        config.probe_timeout_to = ProbeTimeoutTo::closed;
        QCOMPARE(q(describe(config)), "5 in a row, open time 1 s, 5 s, 10 s, … with each re-opening, 5 probes, closes after 3 "
                                      "successes of 5, closes without a verdict after 9 s");
    }

    void every_reason_has_words() {
        for (int reason = 1; reason <= static_cast<int>(BreakerReason::retry_after); ++reason) {
            const std::string text = reason_text(static_cast<BreakerReason>(reason), 7050, 9120);
            QVERIFY(!text.empty() && text != reason_text(BreakerReason::none, 7050, 9120));
        }
        QCOMPARE(q(reason_text(BreakerReason::success_rate, 7050, 9120)),
                 "its success rate of 70.5 % is below the 91.2 % that the other replicas set");
        QCOMPARE(q(reason_text(BreakerReason::probe_slow, 2, 3)), "2 of 3 probes were slow");
    }

    void attempts_are_said_both_ways() {
        QCOMPARE(q(describe_attempts(1)), "1 attempt = no retry");
        QCOMPARE(q(describe_attempts(2)), "2 attempts = 1 retry");
        QCOMPARE(q(describe_attempts(4)), "4 attempts = 3 retries");
    }

    void a_schedule_names_family_cap_and_jitter() {
        BackoffConfig backoff;
        backoff.cap = 10s;
        QCOMPARE(q(describe(backoff, JitterConfig{JitterKind::full, 0.5})),
                 "exponential 100 ms × 2, at most 10 s, full jitter");
        backoff = BackoffConfig{BackoffFamily::power, 2s, 2.0, 0, {}, false};
        QCOMPARE(q(describe(backoff, {})), "2^(k-1) s before retry k, no jitter");
        backoff.offset = 1;
        QCOMPARE(q(describe(backoff, {})), "2^k s before retry k, no jitter");
        QCOMPARE(q(describe(TimeoutConfig{30s, 2.0, 120s})), "30 s, × 2 each try, at most 120 s");
    }

    void an_event_log_line_reads_as_a_sentence() {
        const Scenario scenario = small_world();
        const Layout layout = layout_of(scenario);
        TraceBuilder trace;
        trace.at(61273ms).finish(320, 2, kind_unavailable);
        QCOMPARE(q(describe(trace.records()[0], scenario, layout)),
                 "61.273 s  #320  attempt 2 at gpt4_vision failed: unavailable");
        trace.refuse(320, 121s);
        QCOMPARE(q(describe(trace.records()[1], scenario, layout)),
                 "61.273 s  #320  refused by the breaker of gpt4_vision until 121.000 s, nothing was sent");
        trace.change(320, BreakerState::closed, BreakerState::open, BreakerReason::consecutive_failures, 5, 5,
                     121s);
        QCOMPARE(q(describe(trace.records()[2], scenario, layout)),
                 "61.273 s  #320  breaker of gpt4_vision: CLOSED -> OPEN, too many failures in a row, "
                 "re-tests at 121.000 s");
    }

    /// Whatever a record holds, a line comes out: a foreign trace must not bring the program down.
    void every_kind_of_record_gives_a_line_even_with_foreign_numbers() {
        const Scenario scenario = small_world();
        const Layout layout = layout_of(scenario);
        for (int kind = 1; kind <= static_cast<int>(RecordKind::queue_left); ++kind) {
            for (const std::uint32_t object : {0u, 99u}) {
                for (const unsigned detail : {0u, 3u, 0x12u, 250u}) {
                    for (unsigned reason = 0; reason < 5; ++reason) {
                        TraceBuilder trace;
                        trace.add(static_cast<RecordKind>(kind), 1, object, 1'000'000, detail, reason, 1);
                        const std::string line = describe(trace.records()[0], scenario, layout);
                        QVERIFY2(line.size() > std::string("0.000 s  #1  ").size(), line.c_str());
                    }
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(WordsTest)
#include "words_test.moc"
