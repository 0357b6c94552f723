// SPDX-License-Identifier: GPL-3.0-or-later
// What was left of tokens and places over time: the run's own states, and the run is not changed by the looks.
#include "engine/files/scenario_reader.h"
#include "engine/insight/token_series.h"
#include "tests/files/scenario_texts.h"

#include <QTest>

using namespace halfopen;

namespace {

Scenario limited() {
    const std::string text =
        replaced(replaced(kSmallScenario, "    breaker: tutorial\n",
                          "    breaker: tutorial\n    budget: {token_bucket: {capacity: 20, retry_cost: 5, timeout_cost: "
                          "10, success_refund: 1}}\n    bulkhead: {concurrency: 3, queue: 2, max_wait: 1s}\n"
                          "    rate_limiter: {rate: 4/s, burst: 6, when_empty: wait}\n"),
                 "arrivals: {poisson: 5/s}}", "arrivals: {poisson: 5/s}, instances: 2}");
    const Result<Scenario> scenario = read_scenario(text);
    if (!scenario) qFatal("%s", qPrintable(messages_of(scenario.failure())));
    return scenario.value();
}

} // namespace

class TokenSeriesTest : public QObject {
    Q_OBJECT

private slots:
    void lines_are_layers_of_which_there_is_only_so_much() {
        const auto lines = TokenSeries::lines_of(limited());
        QCOMPARE(lines.size(), std::size_t{3});
        for (const TokenLine &line : lines)
            QCOMPARE(line.guards.size(), std::size_t{2}); // one for each instance
        QVERIFY(TokenSeries::lines_of(read_scenario(kSmallScenario).value()).empty());
        QCOMPARE(TokenSeries(read_scenario(kSmallScenario).value()).next(), kTimeNever);
    }

    void each_value_is_that_of_a_run_that_was_led_just_there_and_the_run_stays_the_same() {
        const Scenario scenario = limited();
        TokenSeries series(scenario);
        Simulation run(scenario);
        while (series.next() != kTimeNever) {
            run.advance({.until = series.next()}, nullptr);
            series.append(series.look(run));
        }
        while (run.advance({}, nullptr)) {
        }
        Simulation whole(scenario);
        while (whole.advance({}, nullptr)) {
        }
        QCOMPARE(run.fingerprint().hex(), whole.fingerprint().hex());
        QCOMPARE(series.rows().size(), std::size_t{TokenSeries::kSteps + 1});
        std::vector<float> least(3, 1e9f), most(3, -1e9f);
        for (std::size_t i = 0; i < series.rows().size(); i += 37) {
            const SimTime at = kTimeZero + series.step() * static_cast<std::int64_t>(i);
            Simulation there(scenario);
            there.advance({.until = at}, nullptr);
            for (std::size_t line = 0; line < 3; ++line) {
                const TokenLine &what = series.lines()[line];
                float expected = 1e9f;
                for (const std::uint32_t guard : what.guards) {
                    const GuardNow now = there.guard(guard, at);
                    const double left = what.layer == TokenLine::Layer::budget    ? now.budget.value()
                                        : what.layer == TokenLine::Layer::limiter ? now.limiter_tokens.value()
                                                                                  : 3.0 - now.bulkhead_in_use;
                    expected = std::min(expected, static_cast<float>(left));
                }
                QCOMPARE(series.rows()[i][line], expected);
                least[line] = std::min(least[line], expected);
                most[line] = std::max(most[line], expected);
            }
        }
        for (std::size_t line = 0; line < 3; ++line)
            QVERIFY2(least[line] < most[line], "it never changes"); // what is compared is not all alike
    }
};

QTEST_APPLESS_MAIN(TokenSeriesTest)
#include "token_series_test.moc"
