// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "engine/policy/breaker/breaker.h"

// The changes of a breaker's state.
namespace halfopen {

namespace {

/// How long it stays open at its nth opening since it was last closed.
Duration open_time(const BreakerConfig &config, BackoffState &backoff, int n, double u, std::optional<Duration> hint) {
    if (config.open_for_hint && hint) return *hint;
    if (!config.open_steps.empty()) {
        return config.open_steps[std::min(static_cast<std::size_t>(n), config.open_steps.size()) - 1];
    }
    if (config.open_backoff) return backoff_wait(*config.open_backoff, config.open_jitter, backoff, n, u);
    if (config.open_jitter.kind == JitterKind::none) return config.open_for;
    BackoffConfig constant;
    constant.family = BackoffFamily::constant;
    constant.base = config.open_for;
    return backoff_wait(constant, config.open_jitter, backoff, n, u);
}

} // namespace

std::string_view name_of(BreakerState s) {
    constexpr std::array<std::string_view, 3> names{"CLOSED", "OPEN", "HALF_OPEN"};
    return names[static_cast<std::size_t>(s)];
}

BreakerTransition Breaker::change_to(BreakerState state, SimTime now, const TripVerdict &why) {
    BreakerTransition t;
    t.from = state_;
    t.to = state;
    t.reason = why.reason;
    t.measured = why.measured;
    t.limit = why.limit;
    state_ = state;
    ++period_;
    since_ = now;
    next_tick_ = kTimeNever;
    return t;
}

void Breaker::forget(SimTime now) { count_.clear(now); }

BreakerTransition Breaker::open(const BreakerConfig &config, const Result &result, const TripVerdict &why) {
    const BreakerTransition t = change_to(BreakerState::open, result.now, why);
    ++openings_;
    open_time_ = open_time(config, open_backoff_, openings_, result.u, result.hint);
    retest_at_ = saturating_add(result.now, open_time_);
    if (config.reset_window == ResetWindow::on_open) forget(result.now);
    return t;
}

/// The open time is over.
BreakerTransition Breaker::end_open(const BreakerConfig &config, SimTime now) {
    const TripVerdict why{BreakerReason::open_time_over, 0, 0};
    if (config.probe_limit == ProbeLimit::none) return close(config, now, why, true);
    probes_taken_ = probe_successes_ = probe_failures_ = probe_slow_ = 0;
    return change_to(BreakerState::half_open, now, why);
}

BreakerTransition Breaker::end_hung_probes(const BreakerConfig &config, SimTime now, double u) {
    const TripVerdict why{BreakerReason::probe_timeout, 0, 0};
    if (config.probe_timeout_to == ProbeTimeoutTo::closed) return close(config, now, why, true);
    return open(config, Result{now, Verdict::failure, false, u, std::nullopt}, why);
}

BreakerTransition Breaker::close(const BreakerConfig &config, SimTime now, const TripVerdict &why, bool forgets) {
    const BreakerTransition t = change_to(BreakerState::closed, now, why);
    openings_ = 0;
    open_backoff_ = {};
    if (forgets && config.reset_window != ResetWindow::never) forget(now);
    return t;
}

/// reset_every: a new period of CLOSED begins at the first call or result after the last one is over.
void Breaker::reset_when_due(const BreakerConfig &config, SimTime now) {
    if (state_ != BreakerState::closed) return;
    if (now <= saturating_add(count_.window().origin(), *config.reset_every)) return;
    ++period_;
    forget(now);
}

} // namespace halfopen
