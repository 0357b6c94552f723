// SPDX-License-Identifier: GPL-3.0-or-later
// Windows and trip rules against forms that are too slow and too simple to be wrong.
#include <deque>
#include <vector>

#include <QtTest>

#include "engine/policy/breaker/trip.h"
#include "tests/policy/breaker_play.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

struct Seen {
    std::int64_t ns = 0;
    WindowCounts counts;
};

void count(WindowCounts &to, const WindowCounts &more) {
    to.calls += more.calls;
    to.failures += more.failures;
    to.slow += more.slow;
}

/// All that was ever added, and what of it each kind of window still holds.
struct NaiveWindow {
    TimeWindow shape;
    std::int64_t origin = 0;
    std::vector<Seen> all;

    std::int64_t width() const { return std::max<std::int64_t>(1, shape.span.count() / shape.buckets); }

    WindowCounts total(std::int64_t now) const {
        if (shape.align == WindowAlign::first_call) return since_first_calls(now);
        if (shape.align == WindowAlign::one_step) return last_steps();
        const std::int64_t zero = shape.align == WindowAlign::since_reset ? origin : 0;
        WindowCounts sum;
        for (const Seen &seen : all) {
            if ((now - zero) / width() - (seen.ns - zero) / width() < shape.buckets) count(sum, seen.counts);
        }
        return sum;
    }
    /// Buckets in the order of their begins; those that began within the span count.
    WindowCounts since_first_calls(std::int64_t now) const {
        std::deque<Seen> buckets;
        for (const Seen &seen : all) {
            if (buckets.empty() || seen.ns - buckets.back().ns >= width()) buckets.push_back({seen.ns, {}});
            while (seen.ns - buckets.front().ns >= shape.span.count())
                buckets.pop_front();
            count(buckets.back().counts, seen.counts);
        }
        WindowCounts sum;
        for (const Seen &bucket : buckets) {
            if (now - bucket.ns < shape.span.count()) count(sum, bucket.counts);
        }
        return sum;
    }
    /// The last buckets, however old.
    WindowCounts last_steps() const {
        std::vector<Seen> buckets;
        for (const Seen &seen : all) {
            if (buckets.empty() || seen.ns - buckets.back().ns >= width()) buckets.push_back({seen.ns, {}});
            count(buckets.back().counts, seen.counts);
        }
        WindowCounts sum;
        const std::size_t first = buckets.size() - std::min(buckets.size(), static_cast<std::size_t>(shape.buckets));
        for (std::size_t i = first; i < buckets.size(); ++i)
            count(sum, buckets[i].counts);
        return sum;
    }
};

/// The trip rule, looked at over a list of results since the last reset.
struct NaiveRule {
    BreakerConfig config;
    struct Result {
        std::int64_t ns;
        bool failure, slow;
    };
    std::vector<Result> all;

    static bool over(Compare compare, double value, double limit) {
        return compare == Compare::above ? value > limit : value >= limit;
    }
    int failures_in_a_row() const {
        int n = 0;
        for (std::size_t i = all.size(); i-- > 0 && all[i].failure;)
            ++n;
        return n;
    }
    bool opens(std::int64_t now) const {
        const bool by_time = config.trip == TripRule::time_window;
        const std::int64_t width = config.window_time.count() / config.window_buckets;
        int calls = 0, failures = 0, slow = 0, ever = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            ever += all[i].failure ? 1 : 0;
            const bool kept = by_time ? now / width - all[i].ns / width < config.window_buckets
                                      : all.size() - i <= static_cast<std::size_t>(config.window_calls);
            if (!kept) continue;
            ++calls;
            failures += all[i].failure ? 1 : 0;
            slow += all[i].slow ? 1 : 0;
        }
        if (config.trip == TripRule::consecutive && over(config.compare, failures_in_a_row(), config.failures))
            return true;
        if (config.trip == TripRule::cumulative && over(config.compare, ever, config.failures)) return true;
        const bool capped = config.minimum_capped && !by_time;
        const int minimum = capped ? std::min(config.minimum_calls, config.window_calls) : config.minimum_calls;
        if (calls == 0 || calls < minimum) return false;
        const bool rated = config.trip == TripRule::count_window || by_time;
        if (rated && config.failure_rate &&
            over(config.compare, static_cast<double>(failures) / calls, *config.failure_rate)) {
            return true;
        }
        if (rated && !config.failure_rate && over(config.compare, failures, config.failures)) return true;
        return config.slow_over && over(config.compare, static_cast<double>(slow) / calls, config.slow_rate);
    }
};

BreakerConfig any_rule() {
    BreakerConfig c;
    c.trip =
        *rc::gen::element(TripRule::consecutive, TripRule::cumulative, TripRule::count_window, TripRule::time_window);
    c.failures = *rc::gen::inRange(1, 7);
    if (c.windowed() && *rc::gen::arbitrary<bool>()) c.failure_rate = *rc::gen::element(0.0, 0.1, 0.25, 0.5, 0.8, 1.0);
    if (*rc::gen::inRange(0, 3) == 0) {
        c.slow_over = 1s;
        c.slow_rate = *rc::gen::element(0.2, 0.5, 1.0);
    }
    c.window_calls = *rc::gen::inRange(1, 9);
    c.window_buckets = *rc::gen::inRange(1, 6);
    c.window_time = c.window_buckets * Duration{*rc::gen::inRange<std::int64_t>(1, 9)} * 1'000'000'000;
    c.minimum_calls = *rc::gen::inRange(1, 10);
    c.minimum_capped = *rc::gen::arbitrary<bool>();
    c.compare = *rc::gen::element(Compare::at_least, Compare::above);
    c.evaluate = *rc::gen::element(Evaluate::every_result, Evaluate::on_failure);
    c.open_for = 0s;
    return c;
}

} // namespace

class BreakerWindowsTest : public QObject {
    Q_OBJECT
private slots:
    void a_window_needs_its_minimum_of_calls_data() {
        QTest::addColumn<int>("minimum");
        QTest::addColumn<double>("rate");
        QTest::addColumn<bool>("ring");
        QTest::addColumn<int>("needed");
        QTest::newRow("a number of calls") << 20 << 0.0 << false << 20;
        QTest::newRow("at least one") << 0 << 0.0 << false << 1;
        QTest::newRow("a ring is capped at its size") << 200 << 0.0 << true << 100;
        QTest::newRow("a rate over 10 s") << 1 << 2.0 << false << 20;
        QTest::newRow("a rate that is no whole number of calls") << 1 << 0.25 << false << 3;
    }
    void a_window_needs_its_minimum_of_calls() {
        QFETCH(int, minimum);
        QFETCH(double, rate);
        QFETCH(bool, ring);
        BreakerConfig config;
        config.trip = ring ? TripRule::count_window : TripRule::time_window;
        config.failure_rate = 0.5;
        config.minimum_calls = minimum;
        config.minimum_capped = true;
        if (rate > 0.0) config.minimum_rate = rate;
        QTEST(calls_needed(config), "needed");
        // The rule agrees: one call fewer does not open, so many do.
        TripCount count;
        const SimTime now = kTimeZero + std::chrono::seconds(1);
        for (int i = 1; i <= calls_needed(config); ++i) {
            count.result(config, now, true, false);
            QCOMPARE(count.check(config).reason != BreakerReason::none, i == calls_needed(config));
        }
    }
    void each_window_of_time_equals_a_naive_recount() {
        QVERIFY(holds_often("four alignments, results and resets at random", [] {
            NaiveWindow naive;
            naive.shape.buckets = *rc::gen::inRange(1, 8);
            naive.shape.span = Duration{*rc::gen::inRange<std::int64_t>(8, 100)};
            naive.shape.align = *rc::gen::element(WindowAlign::absolute, WindowAlign::since_reset,
                                                  WindowAlign::first_call, WindowAlign::one_step);
            ResultWindow window;
            std::int64_t now = 0;
            for (int i = 0; i < 40; ++i) {
                now += *rc::gen::weightedElement<std::int64_t>({{3, 0}, {3, 1}, {4, 3}, {3, 11}, {1, 60}, {1, 1000}});
                const SimTime t = kTimeZero + Duration{now};
                if (*rc::gen::inRange(0, 25) == 0) {
                    window.clear(t);
                    naive.all.clear();
                    naive.origin = now;
                    continue;
                }
                const WindowCounts counts{*rc::gen::inRange(0, 2), *rc::gen::inRange(0, 2), *rc::gen::inRange(0, 2)};
                window.add_to_time(t, naive.shape, counts);
                naive.all.push_back({now, counts});
                RC_ASSERT(window.total() == naive.total(now));
                if (naive.shape.align == WindowAlign::one_step || *rc::gen::inRange(0, 4) > 0) continue;
                now += *rc::gen::element<std::int64_t>(0, 5, 70, 1000);
                window.expire(kTimeZero + Duration{now}, naive.shape);
                RC_ASSERT(window.total() == naive.total(now));
            }
        }));
    }

    void each_trip_rule_opens_exactly_when_a_naive_recount_says_so() {
        QVERIFY(holds_often("trip rules, windows, minima, slow calls", [] {
            NaiveRule naive{any_rule(), {}};
            const BreakerConfig &config = naive.config;
            Breaker breaker;
            std::int64_t now = 0;
            for (int i = 0; i < 40; ++i) {
                now += *rc::gen::element<std::int64_t>(0, 200'000'000, 1'000'000'000, 4'000'000'000, 90'000'000'000);
                const SimTime t = kTimeZero + Duration{now};
                const bool failure = *rc::gen::arbitrary<bool>();
                const bool slow = *rc::gen::arbitrary<bool>();
                const Admission admission = breaker.admit(config, t);
                RC_ASSERT(admission.permitted);                   // open for no time at all
                if (breaker.state() == BreakerState::half_open) { // one good probe, and all is forgotten
                    breaker.observe(config, t, admission.permit, Verdict::success, 0s, 0.0);
                    RC_ASSERT(breaker.state() == BreakerState::closed);
                    naive.all.clear();
                    continue;
                }
                breaker.observe(config, t, admission.permit, failure ? Verdict::failure : Verdict::success,
                                slow ? Duration(1001ms) : Duration(1s), 0.0);
                naive.all.push_back({now, failure, slow});
                const bool looked = failure || config.evaluate == Evaluate::every_result;
                RC_ASSERT((breaker.state() == BreakerState::open) == (looked && naive.opens(now)));
                if (config.trip == TripRule::consecutive) RC_ASSERT(breaker.failures() == naive.failures_in_a_row());
            }
        }));
    }

    void a_rule_that_is_looked_at_by_the_tick_opens_at_ticks_only() {
        QVERIFY(holds_often("evaluate: tick", [] {
            NaiveRule naive{any_rule(), {}};
            BreakerConfig &config = naive.config;
            config.evaluate = Evaluate::tick;
            config.tick = Duration{*rc::gen::element<std::int64_t>(500'000'000, 3'000'000'000)};
            Breaker breaker;
            std::int64_t now = 0, ticks = 0;
            for (int i = 0; i < 40; ++i) {
                const std::int64_t next =
                    now + *rc::gen::element<std::int64_t>(0, 200'000'000, 1'000'000'000, 4'000'000'000, 20'000'000'000);
                for (; (ticks + 1) * config.tick.count() <= next; ++ticks) {
                    const std::int64_t tick = (ticks + 1) * config.tick.count();
                    const SimTime due = breaker.timer_at(config);
                    RC_ASSERT(due.time_since_epoch().count() >= tick);
                    if (due.time_since_epoch().count() == tick) breaker.on_timer(config, due, 0.0);
                    // What happens at the tick itself belongs to the next one.
                    const bool opens = !naive.all.empty() && naive.opens(tick - 1);
                    RC_ASSERT((breaker.state() == BreakerState::open) == opens);
                    if (opens) return;
                }
                now = next;
                const SimTime t = kTimeZero + Duration{now};
                const bool failure = *rc::gen::arbitrary<bool>();
                const bool slow = *rc::gen::arbitrary<bool>();
                breaker.observe(config, t, breaker.admit(config, t).permit,
                                failure ? Verdict::failure : Verdict::success, slow ? Duration(1001ms) : Duration(0s),
                                0.0);
                naive.all.push_back({now, failure, slow});
                RC_ASSERT(breaker.state() == BreakerState::closed);
            }
        }));
    }

    void rates_are_compared_in_the_arithmetic_of_their_library_data() {
        QTest::addColumn<int>("arithmetic");
        QTest::addColumn<int>("part");
        QTest::addColumn<int>("total");
        QTest::addColumn<double>("share");
        QTest::addColumn<bool>("at_least");
        QTest::addColumn<bool>("above");
        const auto row = [](const char *name, RateArithmetic a, int part, int total, double share, bool at_least,
                            bool above) {
            QTest::newRow(name) << static_cast<int>(a) << part << total << share << at_least << above;
        };
        using R = RateArithmetic;
        row("exactly half", R::exact, 1, 2, 0.5, true, false);
        row("29 % in one division", R::exact, 29, 100, 0.29, true, false);
        row("29 % as a product, which is 28.999999999999996", R::product, 29, 100, 0.29, true, true);
        row("55 % in doubles is 55.00000000000001", R::percent, 55, 100, 0.55, true, true);
        row("58 % in doubles is 57.99999999999999", R::percent, 58, 100, 0.58, false, false);
        row("a third below 33.333333", R::float_percent, 1, 3, 0.33333333, true, false);
        row("66.6 % in single precision", R::float_percent, 2, 3, 0.666, true, true);
        row("49.5 % rounds up", R::rounded_percent, 99, 200, 0.5, true, false);
        row("49.4 % does not", R::rounded_percent, 494, 1000, 0.5, false, false);
        row("99.9 % is cut to 99", R::truncated_percent, 999, 1000, 1.0, false, false);
        row("29 of 100 is cut to 28", R::truncated_percent, 29, 100, 0.29, false, false);
        row("failures whose calls have left", R::percent, 1, 0, 1.0, true, true);
        row("nothing of nothing", R::percent, 0, 0, 0.0, false, false);
    }
    void rates_are_compared_in_the_arithmetic_of_their_library() {
        QFETCH(int, arithmetic);
        QFETCH(int, part);
        QFETCH(int, total);
        QFETCH(double, share);
        QFETCH(bool, at_least);
        QFETCH(bool, above);
        BreakerConfig config;
        config.arithmetic = static_cast<RateArithmetic>(arithmetic);
        QCOMPARE(rate_reached(config, part, total, share), at_least);
        config.compare = Compare::above;
        QCOMPARE(rate_reached(config, part, total, share), above);
    }
};

QTEST_APPLESS_MAIN(BreakerWindowsTest)
#include "breaker_windows_test.moc"
