// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/breaker/breaker.h"

#include <algorithm>

namespace halfopen {

namespace {

bool has_window(const BreakerConfig &config) {
    return config.trip == TripRule::count_window || config.trip == TripRule::time_window || config.slow_over;
}

bool reaches(Compare compare, double measured, double limit) {
    return compare == Compare::at_least ? measured >= limit : measured > limit;
}

BreakerTransition because(BreakerReason reason, int measured = 0, int limit = 0) {
    BreakerTransition t;
    t.reason = reason;
    t.measured = measured;
    t.limit = limit;
    return t;
}

} // namespace

bool Breaker::expired(const BreakerConfig &config, SimTime now) const {
    return config.boundary == Boundary::at ? now >= retest_at_ : now > retest_at_;
}

Admission Breaker::admit(const BreakerConfig &config, SimTime now) {
    Admission result;
    if (state_ == BreakerState::open && expired(config, now)) result.changes.add(half_open(now));
    if (state_ == BreakerState::half_open && config.probe_timeout && now >= since_ + *config.probe_timeout) {
        result.changes.add(open(config, now, 0.0, because(BreakerReason::probe_timeout)));
    }
    result.permit = Permit{period_, now, false};
    if (state_ == BreakerState::closed) return result;
    if (state_ == BreakerState::open) {
        result.permitted = false;
        result.until = retest_at_;
        return result;
    }
    if (config.probe_limit != ProbeLimit::unlimited && probes_taken_ >= config.probes) {
        result.permitted = false;
        result.probe_limit = true;
        result.until = kTimeNever;
        return result;
    }
    ++probes_taken_;
    result.permit.probe = true;
    return result;
}

BreakerChanges Breaker::observe(const BreakerConfig &config, SimTime now, const Permit &permit, Verdict verdict,
                                Duration took, double u) {
    BreakerChanges changes;
    const bool stale = permit.period != period_;
    if (!stale && permit.probe && (verdict == Verdict::ignored || config.probe_limit == ProbeLimit::concurrent)) {
        --probes_taken_; // an ignored result gives its permit back; a concurrent one always does
    }
    if (verdict == Verdict::ignored) return changes;
    if (stale && config.stale_results == StaleResults::ignore) return changes;
    if (stale && config.stale_results == StaleResults::partial && verdict == Verdict::success) return changes;
    const bool slow = config.slow_over && took > *config.slow_over;
    switch (state_) {
    case BreakerState::closed: {
        count_result(config, now, verdict, slow);
        if (verdict == Verdict::failure || config.evaluate == Evaluate::every_result) {
            const BreakerTransition why = trip_check(config);
            if (why.reason != BreakerReason::none) changes.add(open(config, now, u, why));
        }
        break;
    }
    case BreakerState::open: observe_open(config, now, verdict); break;
    case BreakerState::half_open: observe_half_open(config, now, verdict, slow, u, changes); break;
    }
    return changes;
}

void Breaker::abandon(const BreakerConfig &, const Permit &permit) {
    if (permit.period == period_ && permit.probe) --probes_taken_;
}

SimTime Breaker::timer_at(const BreakerConfig &) const { return kTimeNever; }

BreakerChanges Breaker::on_timer(const BreakerConfig &, SimTime, double) { return {}; }

void Breaker::count_result(const BreakerConfig &config, SimTime now, Verdict verdict, bool slow) {
    const bool failure = verdict == Verdict::failure;
    if (failure) {
        ++failures_;
        if (config.anchor == Anchor::last_failure && state_ == BreakerState::open) retest_at_ = now + open_time_;
    } else if (config.trip == TripRule::consecutive) {
        failures_ = 0;
    }
    if (!has_window(config)) return;
    if (config.trip == TripRule::time_window) {
        window_.add_to_buckets(now, config.window_time, config.window_buckets, failure, slow);
    } else {
        window_.add_to_ring(config.window_calls, failure, slow);
    }
}

void Breaker::observe_open(const BreakerConfig &config, SimTime now, Verdict verdict) {
    count_result(config, now, verdict, false);
}

void Breaker::observe_half_open(const BreakerConfig &config, SimTime now, Verdict verdict, bool slow, double u,
                                BreakerChanges &changes) {
    const bool failure = verdict == Verdict::failure || (slow && config.close_after.by_rate);
    (failure ? probe_failures_ : probe_successes_) += 1;
    if (config.probe_failure == ProbeFailure::counts) count_result(config, now, verdict, slow);
    if (config.close_after.by_rate) {
        const int results = probe_failures_ + probe_successes_;
        if (results < std::min(config.minimum_calls, config.probes)) return;
        const double rate = static_cast<double>(probe_failures_) / results;
        const BreakerTransition why = because(BreakerReason::probe_rate, probe_failures_, results);
        const bool bad = reaches(config.compare, rate, config.failure_rate.value_or(1.0));
        changes.add(bad ? open(config, now, u, why) : close(config, now, why));
        return;
    }
    if (!failure) {
        const int needed = config.close_after.successes;
        if (probe_successes_ >= needed) {
            changes.add(close(config, now, because(BreakerReason::probe_succeeded, probe_successes_, needed)));
        }
        return;
    }
    if (config.probe_failure == ProbeFailure::reopens) {
        changes.add(open(config, now, u, because(BreakerReason::probe_failed, probe_failures_, 1)));
    } else if (trip_check(config).reason != BreakerReason::none) {
        changes.add(open(config, now, u, because(BreakerReason::probe_failed, failures_, config.failures)));
    }
}

BreakerTransition Breaker::trip_check(const BreakerConfig &config) const {
    switch (config.trip) {
    case TripRule::consecutive:
    case TripRule::cumulative:
        if (reaches(config.compare, failures_, config.failures)) {
            return because(config.trip == TripRule::consecutive ? BreakerReason::consecutive_failures
                                                                : BreakerReason::cumulative_failures,
                           failures_, config.failures);
        }
        return config.slow_over ? window_check(config) : BreakerTransition{};
    case TripRule::count_window:
    case TripRule::time_window: return window_check(config);
    }
    return {};
}

BreakerTransition Breaker::window_check(const BreakerConfig &config) const {
    const WindowCounts &total = window_.total();
    const bool ring = config.trip != TripRule::time_window;
    const int minimum = ring ? std::min(config.minimum_calls, config.window_calls) : config.minimum_calls;
    if (total.calls < std::max(1, minimum)) return {};
    const bool windowed = config.trip == TripRule::count_window || config.trip == TripRule::time_window;
    if (windowed && config.failure_rate) {
        if (reaches(config.compare, static_cast<double>(total.failures) / total.calls, *config.failure_rate)) {
            return because(BreakerReason::failure_rate, total.failures, total.calls);
        }
    } else if (windowed && reaches(config.compare, total.failures, config.failures)) {
        return because(BreakerReason::failure_count, total.failures, config.failures);
    }
    if (config.slow_over && reaches(config.compare, static_cast<double>(total.slow) / total.calls, config.slow_rate)) {
        return because(BreakerReason::slow_rate, total.slow, total.calls);
    }
    return {};
}

BreakerTransition Breaker::open(const BreakerConfig &config, SimTime now, double u, BreakerTransition why) {
    why.from = state_;
    why.to = BreakerState::open;
    state_ = BreakerState::open;
    ++period_;
    ++openings_;
    since_ = now;
    open_time_ = config.open_for;
    if (config.open_backoff) {
        open_time_ = backoff_wait(*config.open_backoff, config.open_jitter, open_backoff_, openings_, u);
    } else if (config.open_jitter.kind != JitterKind::none) {
        const BackoffConfig constant{BackoffFamily::constant, config.open_for, 1.0, 0, std::nullopt, false};
        open_time_ = backoff_wait(constant, config.open_jitter, open_backoff_, openings_, u);
    }
    retest_at_ = saturating_add(now, open_time_);
    if (config.reset_window == ResetWindow::on_open) {
        failures_ = 0;
        window_.clear();
    }
    return why;
}

BreakerTransition Breaker::half_open(SimTime now) {
    BreakerTransition t = because(BreakerReason::open_time_over);
    t.from = state_;
    t.to = BreakerState::half_open;
    state_ = BreakerState::half_open;
    ++period_;
    since_ = now;
    probes_taken_ = probe_successes_ = probe_failures_ = 0;
    return t;
}

BreakerTransition Breaker::close(const BreakerConfig &config, SimTime now, BreakerTransition why) {
    why.from = state_;
    why.to = BreakerState::closed;
    state_ = BreakerState::closed;
    ++period_;
    since_ = now;
    openings_ = 0;
    open_backoff_ = {};
    if (config.reset_window != ResetWindow::never) {
        failures_ = 0;
        window_.clear();
    }
    return why;
}

} // namespace halfopen
