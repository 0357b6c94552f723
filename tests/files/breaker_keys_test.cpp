// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields of a breaker mean together: over a preset, beside each other, and where they cannot work.
#include "engine/files/scenario_reader.h"
#include "engine/world/scenario.h"
#include "tests/files/scenario_texts.h"

#include <QTest>

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

Result<Scenario> read(const std::string &breaker) {
    return read_scenario(replaced(kSmallScenario, "breaker: tutorial", "breaker: " + breaker), {});
}

BreakerConfig breaker(const std::string &text) {
    const Result<Scenario> scenario = read(text);
    if (!scenario) qFatal("%s", qPrintable(messages_of(scenario.failure())));
    return *scenario.value().policies[0].breaker;
}

QString refusal(const std::string &text) {
    const Result<Scenario> scenario = read(text);
    return scenario ? QString("accepted") : messages_of(scenario.failure());
}

} // namespace

class BreakerKeysTest : public QObject {
    Q_OBJECT
private slots:
    void every_preset_can_be_named() {
        for (const std::string &name : breaker_preset_names()) {
            QVERIFY(breaker(name) == *breaker_preset(name));
            QVERIFY(breaker("{preset: " + name + "}") == *breaker_preset(name));
            BreakerConfig refined = *breaker_preset(name);
            refined.probes = 7;
            QVERIFY(breaker("{preset: " + name + ", probes: 7}") == refined);
        }
    }

    void a_number_of_failures_takes_the_place_of_the_presets_rate() {
        const BreakerConfig counted = breaker("{preset: polly, failures: 3}");
        QVERIFY(!counted.failure_rate);
        QCOMPARE(counted.failures, 3);
        const BreakerConfig both = breaker("{preset: polly, failure_rate: 20%, failures: 3}");
        QCOMPARE(*both.failure_rate, 0.2);
        const BreakerConfig minimum = breaker("{preset: cockatiel_sampling, minimum_calls: 9}");
        QVERIFY(!minimum.minimum_rate);
        QCOMPARE(minimum.minimum_calls, 9);
        QCOMPARE(*breaker("{preset: cockatiel_sampling, minimum_rate: 120/min}").minimum_rate, 2.0);
    }

    void a_window_says_by_itself_which_window_trips() {
        const BreakerConfig config =
            breaker("{preset: resilience4j, window: {time: 30s, buckets: 30, align: absolute}}");
        QCOMPARE(config.trip, TripRule::time_window);
        QVERIFY(config.window_time == 30s);
        QCOMPARE(config.window_buckets, 30);
        QCOMPARE(breaker("{preset: hystrix, window: {calls: 20}}").trip, TripRule::count_window);
        QVERIFY(!breaker("{preset: resilience4j, slow_call: none}").slow_over);
    }

    void the_open_time_has_four_forms_and_the_last_one_stated_holds() {
        const BreakerConfig hint = breaker("{open_for: retry_after}");
        QVERIFY(hint.open_for_hint && hint.open_for == 60s);
        const BreakerConfig fallback = breaker("{open_for: {retry_after: 5s}}");
        QVERIFY(fallback.open_for_hint && fallback.open_for == 5s && !fallback.open_backoff);
        const BreakerConfig steps = breaker("{open_for: [1s, 2s, 5s]}");
        QVERIFY((steps.open_steps == std::vector<Duration>{1s, 2s, 5s}));
        QVERIFY(breaker("{open_for: {base: 2s, cap: 9s}}").open_backoff->cap == Duration(9s));
        QVERIFY(!breaker("{preset: litellm_cooldown, open_for: 9s}").open_for_hint);
    }

    void it_closes_after_successes_out_of_probes_or_by_their_rate() {
        const CloseAfter plain = breaker("{preset: resilience4j, close_after: 2}").close_after;
        QVERIFY(!plain.by_rate && plain.successes == 2 && !plain.of);
        const CloseAfter of = breaker("{probes: 5, close_after: {successes: 3, of: 5}}").close_after;
        QVERIFY(!of.by_rate && of.successes == 3 && of.of == 5);
        const CloseAfter rate = breaker("{probes: 5, close_after: {rate: 20%, results: 4}}").close_after;
        QVERIFY(rate.by_rate && rate.rate == 0.2 && rate.results == 4);
        QVERIFY(breaker("{close_after: rate}").close_after.by_rate);
    }

    void what_cannot_work_is_told_with_its_path_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *text, const char *message) { QTest::newRow(text) << text << message; };
        row("{trip: consecutive, failure_rate: 20%}", "breaker.failure_rate: needs `trip: count_window`");
        row("{counts: starts}", "breaker.counts: starts need `trip: time_window`");
        row("{preset: cockatiel_sampling, window: {calls: 9}}", "breaker.minimum_rate: needs `trip: time_window`");
        row("{close_after: 2}", "breaker.close_after: 2 successes can never be reached: only 1 probe is let through");
        row("{probes: 2, close_after: {successes: 2, of: 3}}", "close_after.of: 3 results never come together");
        row("{probes: 4, close_after: {successes: 3, of: 2}}", "close_after.of: 3 successes out of 2");
        row("{close_after: {rate: 10%, results: 2}}", "close_after.results: 2 results never come together");
        row("{close_after: {rate: 10%, successes: 2}}",
            "it closes by a number of successes or by their rate, not both");
        row("{close_after: soon}", "expected a number of successes or rate");
        row("{open_for: []}", "expected at least one duration");
        row("{open_for: [1s, soon]}", "open_for[1]: expected a duration");
        row("{open_for: {retry_after: 1s, base: 2s}}", "open_for");
        row("{evaluate: {tick: 0s}}", "evaluate.tick");
        row("{evaluate: sometimes}", "expected one of every_result, on_failure, tick");
        row("{window: {time: 9s, align: somehow}}", "expected one of absolute, since_reset, first_call, one_step");
        row("{stands: balancer, ejection: {deviations: 2}}", "ejection.deviations: needs a sweep");
        row("{stands: balancer, ejection: {grows: true}}", "ejection.grows: needs a sweep");
        row("{stands: balancer, ejection: {sole_calls: 9}}", "ejection.sole_calls: needs a window");
        row("{retest: scheduled, probe_timeout: 1us}", "breaker.probe_timeout: expected a duration from 0.001 s");
        row("{preset: akka}", "unknown preset \"akka\"");
        row("polly8", "did you mean polly?");
    }
    void what_cannot_work_is_told_with_its_path() {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const QString said = refusal(text.toStdString());
        QVERIFY2(said.contains(message), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(BreakerKeysTest)
#include "breaker_keys_test.moc"
