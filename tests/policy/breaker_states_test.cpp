// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every breaker, whatever its switches, under calls, results, abandonments and timers at random.
#include <deque>
#include <vector>

#include <QtTest>

#include "tests/policy/breaker_play.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

template <class E>
E any(std::initializer_list<E> values) {
    return *rc::gen::elementOf(std::vector<E>(values));
}

BreakerConfig any_breaker() {
    using B = BreakerConfig;
    B c;
    c.trip = any({TripRule::consecutive, TripRule::cumulative, TripRule::count_window, TripRule::time_window});
    c.failures = *rc::gen::inRange(1, 4);
    if (c.windowed() && *rc::gen::arbitrary<bool>()) c.failure_rate = any({0.2, 0.5, 1.0});
    c.window_calls = *rc::gen::inRange(1, 8);
    c.window_buckets = *rc::gen::inRange(1, 5);
    c.window_align =
        any({WindowAlign::absolute, WindowAlign::since_reset, WindowAlign::first_call, WindowAlign::one_step});
    c.minimum_calls = *rc::gen::inRange(1, 4);
    if (c.trip == TripRule::time_window) c.counted = any({Counted::results, Counted::starts});
    c.arithmetic = any({RateArithmetic::exact, RateArithmetic::product, RateArithmetic::rounded_percent});
    if (*rc::gen::inRange(0, 4) == 0) c.slow_over = 10s;
    c.evaluate = any({Evaluate::every_result, Evaluate::on_failure, Evaluate::tick});
    c.tick = 5s;
    c.compare = any({Compare::at_least, Compare::above});
    c.ignored_results = any({IgnoredResults::nothing, IgnoredResults::success, IgnoredResults::closes_probe});
    if (*rc::gen::inRange(0, 4) == 0) c.reset_every = 30s;
    c.open_for = any<Duration>({0s, 10s, 60s});
    if (*rc::gen::inRange(0, 4) == 0) c.open_steps = {5s, 20s};
    c.anchor = any({Anchor::opened, Anchor::last_failure});
    c.boundary = any({Boundary::at, Boundary::after});
    c.retest = any({Retest::lazy, Retest::scheduled});
    c.late_success = any({LateSuccess::counts, LateSuccess::closes});
    c.probes = *rc::gen::inRange(1, 4);
    c.probe_limit = any({ProbeLimit::total, ProbeLimit::concurrent, ProbeLimit::unlimited, ProbeLimit::none});
    c.close_after.by_rate = *rc::gen::inRange(0, 3) == 0;
    c.close_after.successes = *rc::gen::inRange(1, c.probes + 1);
    if (*rc::gen::arbitrary<bool>()) c.close_after.of = *rc::gen::inRange(c.close_after.successes, c.probes + 1);
    c.probe_failure = any({ProbeFailure::reopens, ProbeFailure::counts});
    c.excess = any({Excess::reject, Excess::wait});
    if (*rc::gen::inRange(0, 3) == 0) c.probe_timeout = 40s;
    c.probe_timeout_to = any({ProbeTimeoutTo::open, ProbeTimeoutTo::closed});
    c.stale_results = any({StaleResults::count, StaleResults::ignore, StaleResults::partial});
    c.reset_window = any({ResetWindow::on_close, ResetWindow::on_open, ResetWindow::never, ResetWindow::on_success});
    c.one_at_a_time = *rc::gen::inRange(0, 5) == 0;
    return c;
}

/// Drives a breaker as a simulation does, and looks at what must always hold.
class Driver {
public:
    explicit Driver(BreakerConfig config) : config_(std::move(config)) {}

    void step() {
        now_ += any<Duration>({0s, 1s, 1s, 7s, 20s, 70s});
        for (SimTime t = breaker_.timer_at(config_); t <= now_; t = breaker_.timer_at(config_)) {
            RC_ASSERT(t >= last_timer_);
            last_timer_ = t;
            took_step(t, breaker_.on_timer(config_, t, 0.5));
        }
        last_timer_ = now_;
        if (running_.empty() || *rc::gen::arbitrary<bool>())
            ask(nullptr);
        else
            finish();
        check_counts();
    }

private:
    struct Running {
        Permit permit;
        int half_open_period;
    };

    void note(const BreakerChanges &changes) {
        RC_ASSERT(changes.count >= 0 && changes.count <= 2);
        for (int i = 0; i < changes.count; ++i) {
            const BreakerTransition &t = changes.list[static_cast<std::size_t>(i)];
            RC_ASSERT(t.from == state_);
            RC_ASSERT(t.reason != BreakerReason::none);
            using S = BreakerState;
            const bool early_close = t.reason == BreakerReason::late_success || config_.probe_limit == ProbeLimit::none;
            const bool legal = (t.from == S::closed && t.to == S::open) ||
                               (t.from == S::open && t.to == S::half_open) ||
                               (t.from == S::half_open && t.to != S::half_open) ||
                               (t.from == S::open && t.to == S::closed && early_close);
            RC_ASSERT(legal);
            if (config_.probe_limit == ProbeLimit::none) RC_ASSERT(t.to != S::half_open);
            state_ = t.to;
            if (state_ == S::half_open) ++half_open_period_;
            if (state_ == S::open) retest_at_ = breaker_.retest_at();
        }
        RC_ASSERT(breaker_.state() == state_);
    }

    void took_step(SimTime now, const BreakerChanges &changes) {
        note(changes);
        std::deque<Permit> asking;
        asking.swap(parked_);
        for (const Permit &permit : asking)
            ask(&permit, now);
    }

    void ask(const Permit *parked) { ask(parked, now_); }
    void ask(const Permit *parked, SimTime now) {
        const bool was_open = state_ == BreakerState::open;
        const Breaker before = breaker_;
        const Admission admission = breaker_.admit(config_, now, parked);
        note(admission.changes);
        if (was_open && now < before.retest_at()) RC_ASSERT(!admission.permitted);
        RC_ASSERT(!(admission.permitted && admission.parked));
        if (admission.parked) {
            RC_ASSERT(config_.excess == Excess::wait || config_.one_at_a_time);
            parked_.push_back(admission.permit);
        } else if (admission.permitted) {
            RC_ASSERT(state_ != BreakerState::open);
            RC_ASSERT(admission.permit.probe == (state_ == BreakerState::half_open));
            running_.push_back({admission.permit, admission.permit.probe ? half_open_period_ : -1});
        }
    }

    void finish() {
        const auto pick = static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(running_.size())));
        const Permit permit = running_[pick].permit;
        running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(pick));
        const int what = *rc::gen::inRange(0, 5);
        BreakerChanges changes;
        if (what == 4)
            breaker_.abandon(config_, permit);
        else
            changes =
                breaker_.observe(config_, now_, permit, what == 3 ? Verdict::ignored : static_cast<Verdict>(what % 2),
                                 now_ - permit.since, 0.5);
        took_step(now_, changes);
    }

    void check_counts() const {
        int probes = 0;
        for (const Running &running : running_)
            probes += running.half_open_period == half_open_period_ ? 1 : 0;
        const bool limited = config_.probe_limit == ProbeLimit::total || config_.probe_limit == ProbeLimit::concurrent;
        if (state_ == BreakerState::half_open && limited) {
            RC_ASSERT(probes <= config_.probes);
            RC_ASSERT(breaker_.probes_taken() >= probes && breaker_.probes_taken() <= config_.probes);
        }
        if (config_.one_at_a_time) RC_ASSERT(running_.size() <= 1);
        RC_ASSERT(breaker_.failures() >= 0);
        const WindowCounts &total = breaker_.window().total();
        WindowCounts sum;
        for (const WindowCounts &cell : breaker_.window().cells()) {
            sum.calls += cell.calls;
            sum.failures += cell.failures;
            sum.slow += cell.slow;
        }
        RC_ASSERT(sum == total);
    }

    BreakerConfig config_;
    Breaker breaker_;
    BreakerState state_ = BreakerState::closed;
    SimTime now_ = kTimeZero;
    SimTime last_timer_ = kTimeZero;
    SimTime retest_at_{};
    int half_open_period_ = 0;
    std::vector<Running> running_;
    std::deque<Permit> parked_;
};

} // namespace

class BreakerStatesTest : public QObject {
    Q_OBJECT
private slots:
    void only_legal_changes_and_never_more_probes_than_allowed() {
        QVERIFY(holds_often("all switches at random", [] {
            Driver driver(any_breaker());
            for (int i = 0; i < 60; ++i)
                driver.step();
        }));
    }

    void a_configuration_that_changes_in_the_middle_breaks_nothing() {
        QVERIFY(holds_often("edits at random", [] {
            Breaker breaker;
            std::vector<Permit> running;
            SimTime now = kTimeZero;
            for (int edit = 0; edit < 4; ++edit) {
                const BreakerConfig config = any_breaker();
                for (int i = 0; i < 15; ++i) {
                    now += any<Duration>({0s, 1s, 7s, 70s});
                    int timers = 0;
                    for (SimTime t = breaker.timer_at(config); t <= now; t = breaker.timer_at(config)) {
                        breaker.on_timer(config, std::max(t, now - 100s), 0.5);
                        RC_ASSERT(++timers < 1000); // each moves it on
                    }
                    if (running.empty() || *rc::gen::arbitrary<bool>()) {
                        const Admission admission = breaker.admit(config, now);
                        RC_ASSERT(!admission.parked || Breaker::parks(config));
                        if (admission.permitted) running.push_back(admission.permit);
                    } else {
                        breaker.observe(config, now, running.back(), any({Verdict::success, Verdict::failure}), 1s,
                                        0.5);
                        running.pop_back();
                    }
                    WindowCounts sum;
                    for (const WindowCounts &cell : breaker.window().cells()) {
                        sum.calls += cell.calls;
                        sum.failures += cell.failures;
                        sum.slow += cell.slow;
                    }
                    RC_ASSERT(sum == breaker.window().total());
                }
            }
        }));
    }

    void presets_keep_the_same_promises() {
        const bool ok = rc::check("every preset of a caller", [] {
            BreakerConfig config = *breaker_preset(*rc::gen::elementOf(breaker_preset_names()));
            RC_PRE(config.stands == Stands::caller);
            config.stale_permits = false; // else late results let more probes in, as those libraries do
            if (config.windowed()) config.minimum_calls = 2;
            config.minimum_rate.reset();
            config.window_calls = 4;
            config.open_for = 10s;
            Driver driver(config);
            for (int i = 0; i < 150; ++i)
                driver.step();
        });
        QVERIFY(ok);
    }

    void parked_calls_ask_again_only_when_something_ended() {
        BreakerConfig config = *breaker_preset("cockatiel_consecutive");
        config.failures = 1;
        Breaker breaker;
        fail(breaker, config, 0);
        const Permit trial = begin(breaker, config, 10);
        const Admission first = breaker.admit(config, at(11));
        const Admission second = breaker.admit(config, at(12));
        QVERIFY(first.parked && second.parked && !first.permitted);
        end(breaker, config, 15, trial, Verdict::success);
        QVERIFY(breaker.admit(config, at(15), &first.permit).permitted);
        QVERIFY(breaker.admit(config, at(15), &second.permit).permitted);
    }

    void a_parked_call_waits_for_the_end_of_its_own_trial() {
        BreakerConfig config = *breaker_preset("cockatiel_consecutive");
        config.failures = 1;
        Breaker breaker;
        const Permit old = begin(breaker, config, 0);
        fail(breaker, config, 0);
        const Permit trial = begin(breaker, config, 10);
        const Admission parked = breaker.admit(config, at(11));
        end(breaker, config, 12, old, Verdict::failure); // overtakes the trial and opens again
        QCOMPARE(breaker.state(), BreakerState::open);
        QVERIFY(breaker.admit(config, at(12), &parked.permit).parked); // its trial is still under way
        QVERIFY(!breaker.admit(config, at(12)).parked);                // who comes now is refused
        end(breaker, config, 13, trial, Verdict::failure);
        const Admission again = breaker.admit(config, at(13), &parked.permit);
        QVERIFY(!again.parked && !again.permitted);
    }

    void a_copy_goes_on_like_the_original() {
        const bool ok = rc::check("a regular value", [] {
            const BreakerConfig config = any_breaker();
            Breaker one;
            for (int i = 0; i < 20; ++i)
                call(one, config, i * 3, any({Verdict::success, Verdict::failure}));
            Breaker other = one;
            for (int i = 20; i < 40; ++i) {
                const Verdict verdict = any({Verdict::success, Verdict::failure});
                RC_ASSERT(call(one, config, i * 3, verdict) == call(other, config, i * 3, verdict));
                RC_ASSERT(one == other);
            }
        });
        QVERIFY(ok);
    }
};

QTEST_APPLESS_MAIN(BreakerStatesTest)
#include "breaker_states_test.moc"
