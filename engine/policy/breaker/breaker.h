// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/base/time.h"
#include "engine/policy/breaker/config.h"
#include "engine/policy/breaker/window.h"

namespace halfopen {

enum class BreakerState : std::uint8_t { closed, open, half_open };
std::string_view name_of(BreakerState s); ///< "CLOSED", "OPEN", "HALF_OPEN"

/// Why a breaker changed its state. Part of the trace.
enum class BreakerReason : std::uint8_t {
    none,
    consecutive_failures, ///< numbers: failures in a row, limit
    cumulative_failures,  ///< numbers: failures since the last reset, limit
    failure_rate,         ///< numbers: failures, calls in the window
    failure_count,        ///< numbers: failures in the window, limit
    slow_rate,            ///< numbers: slow calls, calls in the window
    probe_failed,
    probe_rate,           ///< numbers: failures, probes
    probe_timeout,
    open_time_over,
    probe_succeeded,      ///< numbers: successes, needed
};

/// The verdict on one result, as the error matrix classes it.
enum class Verdict : std::uint8_t { success, failure, ignored };

/// Handed out by admit(), given back exactly once through observe() or abandon().
struct Permit {
    std::uint32_t period = 0; ///< the breaker's period (counted state changes) at admission
    SimTime since{};
    bool probe = false;
    friend bool operator==(const Permit &, const Permit &) = default;
};

struct BreakerTransition {
    BreakerState from = BreakerState::closed;
    BreakerState to = BreakerState::closed;
    BreakerReason reason = BreakerReason::none;
    std::int32_t measured = 0; ///< see BreakerReason
    std::int32_t limit = 0;
};

/// The transitions of one step: at most two (an expired half-open period that re-opens, say).
struct BreakerChanges {
    std::array<BreakerTransition, 2> list{};
    int count = 0;
    void add(const BreakerTransition &t) { list[static_cast<std::size_t>(count++)] = t; }
};

struct Admission {
    bool permitted = true;
    Permit permit;
    SimTime until{};       ///< refused: when the breaker re-tests at the earliest; kTimeNever when it waits for a probe
    bool probe_limit = false; ///< refused because the probes are taken
    /// Neither permitted nor refused: the call is to ask again, in order of arrival, after each later step of this
    /// breaker (observe, abandon, on_timer).
    bool parked = false;
    BreakerChanges changes;
};

/// A circuit breaker: a regular value. Pure: time is handed in, nothing is scheduled; OPEN turns HALF_OPEN lazily,
/// at the next call, as in the published classes. `u` is a uniform in [0, 1) for a jittered open time.
class Breaker {
public:
    /// Asks to pass at `now`.
    Admission admit(const BreakerConfig &config, SimTime now);
    /// The result of an admitted call; `took` decides about slow calls.
    BreakerChanges observe(const BreakerConfig &config, SimTime now, const Permit &permit, Verdict verdict,
                           Duration took, double u);
    /// The call was given up by something outside: it counts as nothing and its permit comes back.
    void abandon(const BreakerConfig &config, const Permit &permit);
    /// Whether admit may answer `parked` under this configuration.
    static bool parks(const BreakerConfig &config) { return config.excess == Excess::wait; }
    /// The instant at which it moves by itself (a scheduled re-test, a tick, a hang limit), as things stand now;
    /// kTimeNever when only calls move it. on_timer is due exactly then, before anything else of that instant.
    SimTime timer_at(const BreakerConfig &config) const;
    BreakerChanges on_timer(const BreakerConfig &config, SimTime now, double u);

    BreakerState state() const { return state_; }
    SimTime since() const { return since_; }         ///< when the present state began
    SimTime retest_at() const { return retest_at_; } ///< OPEN only
    int failures() const { return failures_; }       ///< consecutive or cumulative count
    int probes_taken() const { return probes_taken_; }
    int probe_successes() const { return probe_successes_; }
    int openings() const { return openings_; } ///< openings since it was last closed
    const ResultWindow &window() const { return window_; }
    friend bool operator==(const Breaker &, const Breaker &) = default;

private:
    bool expired(const BreakerConfig &config, SimTime now) const;
    void count_result(const BreakerConfig &config, SimTime now, Verdict verdict, bool slow);
    BreakerTransition open(const BreakerConfig &config, SimTime now, double u, BreakerTransition why);
    BreakerTransition half_open(SimTime now);
    BreakerTransition close(const BreakerConfig &config, SimTime now, BreakerTransition why);
    void observe_open(const BreakerConfig &config, SimTime now, Verdict verdict);
    void observe_half_open(const BreakerConfig &config, SimTime now, Verdict verdict, bool slow, double u,
                           BreakerChanges &changes);
    /// The reason to open now, or reason none.
    BreakerTransition trip_check(const BreakerConfig &config) const;
    BreakerTransition window_check(const BreakerConfig &config) const;

    BreakerState state_ = BreakerState::closed;
    std::uint32_t period_ = 0; ///< counts changes of state, so that stale results are known
    SimTime since_{};
    SimTime retest_at_{};
    Duration open_time_{0};
    int failures_ = 0;
    int probes_taken_ = 0;
    int probe_successes_ = 0;
    int probe_failures_ = 0;
    int openings_ = 0;
    BackoffState open_backoff_;
    ResultWindow window_;
};

} // namespace halfopen
