// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/backoff.h"

#include <cmath>
#include <functional>
#include <limits>

#include <QtTest>
#include <rapidcheck.h>

#include "engine/base/random.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

using Waits = std::vector<double>; ///< ms

Waits waits_ms(const BackoffConfig &config, const JitterConfig &jitter, const std::vector<double> &uniforms) {
    BackoffState state;
    Waits waits;
    int k = 1;
    for (const double u : uniforms) waits.push_back(static_cast<double>(backoff_wait(config, jitter, state, k++, u).count()) * 1e-6);
    return waits;
}

BackoffConfig exponential(Duration base, std::optional<Duration> cap = {}) {
    return {BackoffFamily::exponential, base, 2.0, 0, cap, false};
}

} // namespace

class BackoffTest : public QObject {
    Q_OBJECT
private slots:
    void golden_schedules_data();
    void golden_schedules();
    void every_wait_lies_in_its_stated_range();
    void full_jitter_has_the_mean_of_half_the_schedule();
    void decorrelated_jitter_is_not_really_exponential();
    void full_jitter_is_uniform();
    void waits_equal_the_formulas_of_the_libraries();
    void a_sorted_list_is_drawn_at_its_first_wait_and_rises();
};

void BackoffTest::golden_schedules_data() {
    QTest::addColumn<Waits>("got");
    QTest::addColumn<Waits>("expected");
    const JitterConfig none{};
    const Waits zeros(6, 0.0), halves(6, 0.5);
    const auto head = [](Waits all, std::size_t n) { return all.resize(n), all; };
    QTest::newRow("A the tutorial's table: 0.1 * 2^a") << waits_ms(exponential(100ms), none, head(zeros, 4)) << Waits{100, 200, 400, 800};
    QTest::newRow("B 429: 1 2 4 8") << waits_ms(exponential(1s), none, head(zeros, 4)) << Waits{1000, 2000, 4000, 8000};
    QTest::newRow("C self-healing: 0.5 1") << waits_ms(exponential(500ms), none, head(zeros, 2)) << Waits{500, 1000};
    QTest::newRow("D additive jitter 0.5, u = 0.5") << waits_ms(exponential(1s), {JitterKind::additive, 0.5}, head(halves, 5))
                                                    << Waits{1250, 2500, 5000, 10000, 20000};
    QTest::newRow("E offset 1: 2 4") << waits_ms({BackoffFamily::exponential, 1s, 2.0, 1, {}, false}, none, head(zeros, 2)) << Waits{2000, 4000};
    QTest::newRow("G executor 2.0: 1 2 4") << waits_ms({BackoffFamily::power, 2s, 2.0, 0, {}, false}, none, head(zeros, 3)) << Waits{1000, 2000, 4000};
    QTest::newRow("G executor 0.5: 1 .5 .25") << waits_ms({BackoffFamily::power, 500ms, 2.0, 0, {}, false}, none, head(zeros, 3)) << Waits{1000, 500, 250};
    QTest::newRow("F documented: 2 4 8") << waits_ms({BackoffFamily::power, 2s, 2.0, 1, {}, false}, none, head(zeros, 3)) << Waits{2000, 4000, 8000};
    QTest::newRow("L linear: 1 2 3") << waits_ms({BackoffFamily::linear, 1s, 2.0, 0, {}, false}, none, head(zeros, 3)) << Waits{1000, 2000, 3000};
    QTest::newRow("N constant") << waits_ms({BackoffFamily::constant, 1s, 2.0, 0, {}, false}, none, head(zeros, 3)) << Waits{1000, 1000, 1000};
    QTest::newRow("none") << waits_ms({BackoffFamily::none, 1s, 2.0, 0, {}, false}, none, head(zeros, 2)) << Waits{0, 0};
    QTest::newRow("cap before jitter") << waits_ms(exponential(100ms, 500ms), {JitterKind::additive, 0.5}, Waits(4, 1.0)) << Waits{150, 300, 600, 750};
    BackoffConfig after = exponential(100ms, 500ms);
    after.cap_after_jitter = true;
    QTest::newRow("cap after jitter") << waits_ms(after, {JitterKind::additive, 0.5}, Waits(4, 1.0)) << Waits{150, 300, 500, 500};
    QTest::newRow("AWS decorrelated 100/10000, u = .5")
        << waits_ms(exponential(100ms, 10s), {JitterKind::decorrelated, 0}, halves) << Waits{200, 350, 575, 912.5, 1418.75, 2178.125};
    QTest::newRow("equal, u = .5") << waits_ms(exponential(100ms), {JitterKind::equal, 0}, head(halves, 3)) << Waits{75, 150, 300};
    QTest::newRow("Polly v2 1000 ms, u = .5") << waits_ms(exponential(1s), {JitterKind::polly_v2, 0}, halves)
                                              << Waits{897.405, 1093.004, 2035.748, 4045.979, 8083.632, 16163.663};
    QTest::newRow("Polly v2 1000 ms, u = 0") << waits_ms(exponential(1s), {JitterKind::polly_v2, 0}, zeros)
                                             << Waits{0, 1377.182, 1460.067, 2865.850, 5717.807, 11430.272};
    QTest::newRow("Polly v2, u = .1 .9 .3 .7 .5") << waits_ms(exponential(1s), {JitterKind::polly_v2, 0}, {.1, .9, .3, .7, .5})
                                                  << Waits{428.511, 2215.890, 856.873, 5773.158, 6881.335};
    QTest::newRow("gRPC .1 s, max 1 s, u = 0") << waits_ms(exponential(100ms, 1s), {JitterKind::symmetric, 0.2}, zeros)
                                               << Waits{80, 160, 320, 640, 800, 800};
    BackoffConfig steps = exponential(500ms);
    steps.multiplier = 1.5;
    steps.whole_steps = true;
    steps.rounding = Rounding::down;
    QTest::newRow("resilience4j 500 x 1.5") << waits_ms(steps, none, Waits(7, 0.0)) << Waits{500, 750, 1125, 1687, 2530, 3795, 5692};
    QTest::newRow("resilience4j randomized, u = 0") << waits_ms(steps, {JitterKind::randomized, 0.5}, Waits(7, 0.0))
                                                    << Waits{250, 375, 562, 843, 1265, 1897, 2846};
    BackoffConfig floored = exponential(2s, 30s);
    floored.floor = 5s;
    QTest::newRow("tenacity min 5 max 30") << waits_ms(floored, none, Waits(5, 0.0)) << Waits{5000, 5000, 8000, 16000, 30000};
    QTest::newRow("tenacity: min is not the floor of a jittered wait") << waits_ms(floored, {JitterKind::full, 0}, Waits(2, 0.5)) << Waits{2500, 2500};
    BackoffConfig spread = exponential(500ms, 1s);
    spread.cap_after_jitter = true;
    QTest::newRow("tenacity: + U(0, 0.25 s), then max") << waits_ms(spread, {JitterKind::spread, 0, 250ms}, Waits(3, 1.0)) << Waits{750, 1000, 1000};
    BackoffConfig ticks = exponential(1s);
    ticks.rounding = Rounding::down;
    ticks.rounding_unit = 100ns;
    QTest::newRow("Polly counts ticks") << waits_ms(ticks, {JitterKind::polly_v2, 0}, Waits(2, 0.5)) << Waits{897.4049, 1093.0035};
    QTest::newRow("Envoy 25/250, just below 1") << waits_ms(exponential(25ms, 250ms), {JitterKind::envoy, 0}, Waits(6, 0.999999))
                                                << Waits{24, 49, 99, 199, 249, 249};
}

void BackoffTest::golden_schedules() {
    QFETCH(Waits, got);
    QFETCH(Waits, expected);
    QCOMPARE(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        QVERIFY2(std::abs(got[i] - expected[i]) <= 5e-4 + 1e-9 * expected[i],
                 qPrintable(QString("wait %1: %2, expected %3").arg(i + 1).arg(got[i]).arg(expected[i])));
    }
}

void BackoffTest::every_wait_lies_in_its_stated_range() {
    const bool ok = rc::check("waits stay in backoff_range, also at attempt 200 and caps near the longest duration", [] {
        BackoffConfig config;
        config.family = *rc::gen::element(BackoffFamily::none, BackoffFamily::constant, BackoffFamily::linear,
                                          BackoffFamily::exponential, BackoffFamily::power);
        config.base = Duration{*rc::gen::inRange<std::int64_t>(0, 100'000'000'000)};
        config.multiplier = static_cast<double>(*rc::gen::inRange(0, 5000)) / 100.0;
        config.offset = *rc::gen::inRange(-1, 3);
        if (*rc::gen::arbitrary<bool>()) {
            config.cap = Duration{*rc::gen::weightedOneOf<std::int64_t>(
                {{3, rc::gen::inRange<std::int64_t>(0, kDurationMax.count())},
                 {1, rc::gen::inRange<std::int64_t>(std::numeric_limits<std::int64_t>::max() - 1000,
                                                    std::numeric_limits<std::int64_t>::max())}})};
        }
        config.cap_after_jitter = *rc::gen::arbitrary<bool>();
        const JitterConfig jitter{*rc::gen::element(JitterKind::none, JitterKind::full, JitterKind::equal, JitterKind::decorrelated,
                                                    JitterKind::additive, JitterKind::symmetric, JitterKind::polly_v2, JitterKind::envoy,
                                                    JitterKind::randomized, JitterKind::spread),
                                  static_cast<double>(*rc::gen::inRange(0, 100)) / 100.0,
                                  Duration{*rc::gen::inRange<std::int64_t>(0, kDurationMax.count())}};
        config.floor = Duration{*rc::gen::element<std::int64_t>(0, 0, 1'500'000'000)};
        config.rounding = *rc::gen::element(Rounding::none, Rounding::down, Rounding::nearest);
        config.rounding_unit = *rc::gen::element<Duration>(1ns, 100ns, 1ms, 1s);
        config.whole_steps = config.family == BackoffFamily::exponential && *rc::gen::arbitrary<bool>();
        config.sorted = *rc::gen::element(0, 0, 0, 1, 7);
        if (jitter.kind == JitterKind::polly_v2) config.multiplier += 1.0; // validated: its curve must rise
        BackoffState state;
        const int last = *rc::gen::element(3, 10, 200);
        for (int k = 1; k <= last; ++k) {
            const double u = static_cast<double>(*rc::gen::inRange(0, 1'000'000)) / 1e6;
            const Duration wait = backoff_wait(config, jitter, state, k, u);
            const WaitRange range = backoff_range(config, jitter, k);
            RC_ASSERT(wait >= Duration{0} && wait <= kDurationMax);
            RC_ASSERT(wait >= range.shortest - 2us);
            RC_ASSERT(wait <= range.longest + std::max<Duration>(2us, range.longest / 1'000'000'000));
        }
    });
    QVERIFY(ok);
}

void BackoffTest::full_jitter_has_the_mean_of_half_the_schedule() {
    // base 100 ms, x2, cap 2 s, 5 retries: sum 3.1 s; full jitter mean 1.55 s (sd 0.53), equal 2.325 s (sd 0.27).
    constexpr int n = 20'000;
    struct Total {
        double mean = 0.0, deviation = 0.0;
    };
    const auto total = [](JitterKind kind) {
        double sum = 0.0, squares = 0.0;
        for (std::uint64_t i = 0; i < n; ++i) {
            BackoffState state;
            double waited = 0.0;
            for (int k = 1; k <= 5; ++k) {
                DrawKey key{i, Purpose::jitter, 0, static_cast<std::uint32_t>(k), 0, 0, 0};
                waited += seconds(
                    backoff_wait(exponential(100ms, 2s), {kind, 0}, state, k, 1.0 - Randomness(4).uniform(key)));
            }
            sum += waited;
            squares += waited * waited;
        }
        return Total{sum / n, std::sqrt(squares / n - sum / n * sum / n)};
    };
    // The variance of each uniform wait is its width squared over 12.
    const double deviation = std::sqrt((0.01 + 0.04 + 0.16 + 0.64 + 2.56) / 12.0);
    QVERIFY(std::abs(deviation - 0.53) < 0.005);
    QVERIFY(std::abs(total(JitterKind::none).mean - 3.1) < 1e-9);
    const Total full = total(JitterKind::full), equal = total(JitterKind::equal);
    QVERIFY(std::abs(full.mean - 1.55) < 4 * deviation / std::sqrt(n));
    QVERIFY(std::abs(equal.mean - 2.325) < 4 * deviation / 2 / std::sqrt(n));
    // The standard error of a deviation is at most about deviation / sqrt(n) here: the sum is flatter than a normal.
    QVERIFY(std::abs(full.deviation - deviation) < 4 * deviation / std::sqrt(n));
    QVERIFY(std::abs(equal.deviation - deviation / 2) < 4 * deviation / 2 / std::sqrt(n));
}

void BackoffTest::decorrelated_jitter_is_not_really_exponential() {
    // 100 ms .. 3 x previous, cap 2 s: in the long run the mean is 1.32 s and 41.5 % of the draws lie at the cap.
    BackoffState state;
    double sum = 0.0;
    int capped = 0;
    constexpr int n = 400'000;
    for (int i = 0; i < n; ++i) {
        DrawKey key{static_cast<std::uint64_t>(i), Purpose::jitter, 0, 1, 0, 0, 0};
        const Duration d = backoff_wait(exponential(100ms, 2s), {JitterKind::decorrelated, 0}, state, i + 1, Randomness(6).uniform(key));
        sum += seconds(d);
        capped += d == 2s ? 1 : 0;
    }
    QVERIFY(std::abs(sum / n - 1.32) < 0.02);
    QVERIFY(std::abs(capped / static_cast<double>(n) - 0.415) < 0.01);
}

void BackoffTest::full_jitter_is_uniform() {
    // Pearson's chi-square over 50 classes: 49 degrees of freedom, mean 49, sd 9.9; 100.5 is passed by chance 1e-5.
    constexpr int classes = 50, draws = 100'000;
    for (const int k : {1, 3, 8}) {
        std::vector<int> count(classes, 0);
        const double longest = seconds(backoff_base(exponential(100ms, 5s), k));
        for (std::uint64_t i = 0; i < draws; ++i) {
            BackoffState state;
            const double u = 1.0 - Randomness(11).uniform({i, Purpose::jitter, 0, static_cast<std::uint32_t>(k)});
            const double wait = seconds(backoff_wait(exponential(100ms, 5s), {JitterKind::full}, state, k, u));
            ++count[static_cast<std::size_t>(std::min(classes - 1.0, wait / longest * classes))];
        }
        double chi = 0.0;
        for (const int n : count) chi += (n - draws / classes) * (n - draws / classes) / (draws / static_cast<double>(classes));
        QVERIFY2(chi > 15.0 && chi < 100.5, qPrintable(QString("k = %1: chi-square %2").arg(k).arg(chi)));
    }
}

void BackoffTest::waits_equal_the_formulas_of_the_libraries() {
    const bool ok = rc::check("each library's formula, written down as the library has it", [] {
        const double base = *rc::gen::inRange(1, 2000), cap = *rc::gen::inRange(1, 60'000);
        const double factor = static_cast<double>(*rc::gen::inRange(4, 16)) / 4.0; // sums of a few powers of 2: exact
        BackoffConfig config = exponential(Duration(std::chrono::milliseconds(std::llround(base))), Duration(std::chrono::milliseconds(std::llround(cap))));
        config.multiplier = factor;
        JitterConfig jitter;
        std::function<double(int, double)> formula;
        double interval = base; // resilience4j's, truncated at each step
        switch (*rc::gen::inRange(0, 8)) {
        case 0: // cockatiel, half jitter
            jitter.kind = JitterKind::equal, config.rounding = Rounding::down;
            formula = [=](int k, double u) { const double d = std::min(cap, base * std::pow(factor, k)); return std::floor((d + u * d) / 2); };
            break;
        case 1: // cockatiel and smithy 2026, full jitter after the cap
            jitter.kind = JitterKind::full, config.rounding = Rounding::down;
            formula = [=](int k, double u) { return std::floor(u * std::min(cap, base * std::pow(factor, k))); };
            break;
        case 2: // smithy 4.0.7, full jitter before the cap
            jitter.kind = JitterKind::full, config.rounding = Rounding::down, config.cap_after_jitter = true;
            formula = [=](int k, double u) { return std::floor(std::min(cap, u * (base * std::pow(factor, k)))); };
            break;
        case 3: // exponential-backoff
            jitter.kind = JitterKind::full, config.rounding = Rounding::nearest;
            formula = [=](int k, double u) { return std::floor(u * std::min(cap, base * std::pow(factor, k)) + 0.5); };
            break;
        case 4: // p-retry
            jitter = {JitterKind::additive, 1.0}, config.rounding = Rounding::nearest, config.cap_after_jitter = true;
            formula = [=](int k, double u) { return std::min(std::floor(base * std::pow(factor, k) * (1 + u) + 0.5), cap); };
            break;
        case 5: // resilience4j
            jitter = {JitterKind::randomized, 0.5}, config.rounding = Rounding::down, config.cap_after_jitter = config.whole_steps = true;
            formula = [=](int k, double u) mutable {
                if (k > 0) interval = std::min(1e12, std::trunc(interval * factor));
                const double low = interval - 0.5 * interval, high = interval + 0.5 * interval;
                return std::min(std::trunc(std::max(1.0, low + u * (high - low + 1))), cap);
            };
            break;
        case 6: // gRPC
            jitter = {JitterKind::symmetric, 0.2};
            formula = [=](int k, double u) { return (0.8 + 0.4 * u) * std::min(base * std::pow(factor, k), cap); };
            break;
        default: // tenacity, exponential with jitter
            jitter = {JitterKind::spread, 0.5, 250ms}, config.cap_after_jitter = true;
            formula = [=](int k, double u) { return std::min(base * std::pow(factor, k) + u * 250, cap); };
            break;
        }
        BackoffState state;
        for (int k = 0; k < 12; ++k) {
            const double u = static_cast<double>(*rc::gen::inRange(0, 1024)) / 1024.0;
            const double got = static_cast<double>(backoff_wait(config, jitter, state, k + 1, u).count()) * 1e-6;
            const double expected = formula(k, u);
            RC_ASSERT(std::abs(got - expected) <= 1.1e-6 + 1e-9 * expected);
        }
    });
    QVERIFY(ok);
}

void BackoffTest::a_sorted_list_is_drawn_at_its_first_wait_and_rises() {
    BackoffConfig config = exponential(1s);
    config.multiplier = 1.0;
    config.rounding = Rounding::nearest;
    config.sorted = 10;
    const JitterConfig jitter{JitterKind::additive, 1.0};
    double firsts = 0.0;
    constexpr int loops = 4000;
    for (int i = 0; i < loops; ++i) {
        BackoffState state;
        const double u = 1.0 - Randomness(3).uniform({static_cast<std::uint64_t>(i), Purpose::jitter});
        Duration before{0};
        for (int k = 1; k <= 10; ++k) {
            const Duration wait = backoff_wait(config, jitter, state, k, k == 1 ? u : 0.77); // later uniforms change nothing
            QVERIFY(wait >= before);
            QVERIFY(wait >= backoff_range(config, jitter, k).shortest && wait <= backoff_range(config, jitter, k).longest);
            if (k == 1) firsts += seconds(wait);
            before = wait;
        }
        QCOMPARE(backoff_wait(config, jitter, state, 11, 0.5).count(), before.count());
    }
    // The least of ten uniforms has the mean 1/11 and the sd 0.083.
    QVERIFY2(std::abs(firsts / loops - 1.0 - 1.0 / 11) < 5 * 0.083 / std::sqrt(double(loops)), qPrintable(QString::number(firsts / loops)));
    const std::vector<double> uniforms{0.9, 0.1, 0.5};
    QCOMPARE(sorted_wait(config, jitter, uniforms, 1).count(), Duration(1100ms).count());
    QCOMPARE(sorted_wait(config, jitter, uniforms, 3).count(), Duration(1900ms).count());
}

QTEST_APPLESS_MAIN(BackoffTest)
#include "backoff_test.moc"
