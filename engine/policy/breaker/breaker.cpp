// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/breaker/breaker.h"

#include <algorithm>

// Admission, results and timers. The changes of state are in transitions.cpp.
namespace halfopen {

bool Breaker::expired(const BreakerConfig &config, SimTime now) const {
    return config.boundary == Boundary::at ? now >= retest_at_ : now > retest_at_;
}

bool Breaker::probe_timed_out(const BreakerConfig &config, SimTime now) const {
    return config.probe_timeout && now >= saturating_add(since_, *config.probe_timeout);
}

/// Whether a probe of the period in which a call was parked is still under way.
bool Breaker::waits_for_probe(const BreakerConfig &config, const Permit &parked) const {
    return config.excess == Excess::wait &&
           std::find(probing_.begin(), probing_.end(), parked.period) != probing_.end();
}

void Breaker::release(const Permit &permit) {
    busy_ = false;
    if (!permit.probe || probing_.empty()) return;
    const auto found = std::find(probing_.begin(), probing_.end(), permit.period);
    if (found != probing_.end()) probing_.erase(found);
}

Admission Breaker::admit(const BreakerConfig &config, SimTime now, const Permit *parked) {
    Admission result;
    if ((busy_ && config.one_at_a_time) || (parked != nullptr && waits_for_probe(config, *parked))) {
        result.permitted = false;
        result.parked = true;
        result.permit = parked != nullptr ? *parked : Permit{period_, now, false};
        return result;
    }
    if (state_ == BreakerState::open && expired(config, now)) result.changes.add(end_open(config, now));
    if (state_ == BreakerState::half_open && probe_timed_out(config, now)) {
        result.changes.add(end_hung_probes(config, now, 0.0));
    }
    if (config.reset_every) reset_when_due(config, now);
    if (parked == nullptr) count_.start(config, now);
    result.permit = Permit{period_, now, false};
    switch (state_) {
    case BreakerState::closed: break;
    case BreakerState::open:
        result.permitted = false;
        result.until = retest_at_;
        return result;
    case BreakerState::half_open: result = admit_probe(config, now, result); break;
    }
    busy_ = config.one_at_a_time && result.permitted;
    return result;
}

Admission Breaker::admit_probe(const BreakerConfig &config, SimTime now, Admission result) {
    if (config.probe_limit != ProbeLimit::unlimited && probes_taken_ >= config.probes) {
        result.permitted = false;
        result.probe_limit = true;
        result.parked = config.excess == Excess::wait;
        result.until = kTimeNever;
        return result;
    }
    ++probes_taken_;
    result.permit = Permit{period_, now, true};
    if (config.excess == Excess::wait) probing_.push_back(period_);
    return result;
}

/// Frees what the call held. A concurrent permit always comes back, any other with an ignored failure.
void Breaker::give_back(const BreakerConfig &config, const Permit &permit, Verdict verdict) {
    release(permit);
    if (state_ != BreakerState::half_open || config.probe_limit == ProbeLimit::unlimited) return;
    const bool stale = permit.period != period_;
    if (stale ? !config.stale_permits : !permit.probe) return;
    const bool nothing = verdict == Verdict::ignored && config.ignored_results == IgnoredResults::nothing;
    if (nothing || config.probe_limit == ProbeLimit::concurrent) --probes_taken_;
}

BreakerChanges Breaker::observe(const BreakerConfig &config, SimTime now, const Permit &permit, Verdict verdict,
                                Duration took, double u, std::optional<Duration> hint) {
    BreakerChanges changes;
    if (config.reset_every) reset_when_due(config, now);
    give_back(config, permit, verdict);
    const bool stale = permit.period != period_;
    if (stale && config.stale_results == StaleResults::ignore) {
        changes.stale = true;
        return changes;
    }
    if (verdict == Verdict::ignored) {
        if (config.ignored_results == IgnoredResults::nothing) return changes;
        if (config.ignored_results == IgnoredResults::closes_probe) {
            if (permit.probe && state_ == BreakerState::half_open) {
                changes.add(close(config, now, {BreakerReason::probe_ignored, 0, 0}, false));
            }
            return changes;
        }
        verdict = Verdict::success;
    }
    const Result result{now, verdict, config.slow_over && took > *config.slow_over, u, hint};
    if (stale && config.stale_results == StaleResults::partial) {
        observe_partly(config, permit, result, changes);
        return changes;
    }
    switch (state_) {
    case BreakerState::closed: observe_closed(config, result, changes); break;
    case BreakerState::open: observe_open(config, result, changes); break;
    case BreakerState::half_open: observe_half_open(config, result, changes); break;
    }
    return changes;
}

void Breaker::abandon(const BreakerConfig &, const Permit &permit) {
    release(permit);
    if (permit.period == period_ && permit.probe) --probes_taken_;
}

void Breaker::count(const BreakerConfig &config, const Result &result) {
    count_.result(config, result.now, result.verdict == Verdict::failure, result.slow);
}

/// Opens when the trip rule is met; a success cannot meet that of failures in a row.
void Breaker::trip(const BreakerConfig &config, const Result &result, BreakerChanges &changes) {
    const bool in_a_row = config.trip == TripRule::consecutive && !config.slow_over;
    if (in_a_row && result.verdict == Verdict::success) return;
    if (config.warm_up && result.now < kTimeZero + *config.warm_up) return;
    const TripVerdict why = count_.check(config);
    if (why.reason != BreakerReason::none) changes.add(open(config, result, why));
}

void Breaker::observe_closed(const BreakerConfig &config, const Result &result, BreakerChanges &changes) {
    count(config, result);
    if (config.evaluate == Evaluate::tick) {
        if (next_tick_ != kTimeNever) return;
        const SimTime zero = count_.window().origin();
        next_tick_ = saturating_add(zero + config.tick * ((result.now - zero) / config.tick), config.tick);
    } else if (result.verdict == Verdict::failure || config.evaluate == Evaluate::every_result) {
        trip(config, result, changes);
    }
}

void Breaker::observe_open(const BreakerConfig &config, const Result &result, BreakerChanges &changes) {
    count(config, result);
    if (result.verdict == Verdict::failure) {
        if (config.anchor == Anchor::last_failure) retest_at_ = saturating_add(result.now, open_time_);
    } else if (config.late_success == LateSuccess::closes) {
        changes.add(close(config, result.now, {BreakerReason::late_success, 0, 0}, true));
    }
}

void Breaker::observe_half_open(const BreakerConfig &config, const Result &result, BreakerChanges &changes) {
    const bool failure = result.verdict == Verdict::failure;
    (failure ? probe_failures_ : probe_successes_) += 1;
    probe_slow_ += result.slow ? 1 : 0;
    const bool window_lives_on =
        config.reset_window == ResetWindow::never || (config.reset_window == ResetWindow::on_success && failure);
    if (window_lives_on || config.probe_failure == ProbeFailure::counts) count(config, result);
    if (config.close_after.by_rate)
        judge_probes_by_rate(config, result, changes);
    else
        judge_probes(config, result, changes);
    if (config.reset_window == ResetWindow::on_success && !failure) count(config, result);
}

void Breaker::judge_probes_by_rate(const BreakerConfig &config, const Result &result, BreakerChanges &changes) {
    const int results = probe_failures_ + probe_successes_;
    const int needed = config.close_after.results.value_or(std::min(config.minimum_calls, config.probes));
    if (results < needed) return;
    const double limit = config.close_after.rate.value_or(config.failure_rate.value_or(1.0));
    const TripVerdict by_rate{BreakerReason::probe_rate, probe_failures_, results};
    if (rate_reached(config, probe_failures_, results, limit)) {
        changes.add(open(config, result, by_rate));
    } else if (config.slow_over && rate_reached(config, probe_slow_, results, config.slow_rate)) {
        changes.add(open(config, result, {BreakerReason::probe_slow, probe_slow_, results}));
    } else {
        changes.add(close(config, result.now, by_rate, true));
    }
}

void Breaker::judge_probes(const BreakerConfig &config, const Result &result, BreakerChanges &changes) {
    const int needed = config.close_after.successes;
    if (result.verdict == Verdict::success) {
        if (probe_successes_ < needed) return;
        changes.add(close(config, result.now, {BreakerReason::probe_succeeded, probe_successes_, needed}, true));
    } else if (config.probe_failure == ProbeFailure::counts) {
        if (count_.check(config).reason == BreakerReason::none) return;
        changes.add(open(config, result, {BreakerReason::probe_failed, count_.failures(), config.failures}));
    } else {
        const int limit = config.close_after.of.value_or(needed) - needed + 1;
        if (probe_failures_ < limit) return;
        changes.add(open(config, result, {BreakerReason::probe_failed, probe_failures_, limit}));
    }
}

/// A stale result where they count partly: see StaleResults::partial.
void Breaker::observe_partly(const BreakerConfig &config, const Permit &permit, const Result &result,
                             BreakerChanges &changes) {
    const bool failure = result.verdict == Verdict::failure;
    if (permit.probe && !failure) {
        if (state_ == BreakerState::half_open) {
            changes.add(close(config, result.now, {BreakerReason::probe_succeeded, 1, 1}, true));
        } else if (config.reset_window == ResetWindow::on_success) {
            forget(result.now);
        }
    }
    count(config, result);
    if (!failure || state_ == BreakerState::open) return;
    if (permit.probe)
        changes.add(open(config, result, {BreakerReason::probe_failed, 1, 1}));
    else
        trip(config, result, changes);
}

SimTime Breaker::timer_at(const BreakerConfig &config) const {
    switch (state_) {
    case BreakerState::closed: return next_tick_;
    case BreakerState::open: return config.retest == Retest::scheduled ? retest_at_ : kTimeNever;
    case BreakerState::half_open:
        return config.probe_timeout ? saturating_add(since_, *config.probe_timeout) : kTimeNever;
    }
    return kTimeNever;
}

BreakerChanges Breaker::on_timer(const BreakerConfig &config, SimTime now, double u) {
    BreakerChanges changes;
    if (now < timer_at(config)) return changes;
    switch (state_) {
    case BreakerState::open: changes.add(end_open(config, now)); break;
    case BreakerState::half_open: changes.add(end_hung_probes(config, now, u)); break;
    case BreakerState::closed: {
        count_.expire(config, now - Duration{1}); // what happens at the tick itself belongs to the next one
        const bool empty =
            !config.windowed() || count_.window().total().calls == 0 || config.evaluate != Evaluate::tick;
        next_tick_ = empty ? kTimeNever : saturating_add(now, config.tick);
        trip(config, Result{now, Verdict::failure, false, u, std::nullopt}, changes);
        break;
    }
    }
    return changes;
}

} // namespace halfopen
