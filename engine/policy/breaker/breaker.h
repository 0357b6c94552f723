// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/base/time.h"
#include "engine/policy/breaker/config.h"
#include "engine/policy/breaker/reason.h"
#include "engine/policy/breaker/trip.h"

namespace halfopen {

enum class BreakerState : std::uint8_t { closed, open, half_open };
std::string_view name_of(BreakerState s); ///< "CLOSED", "OPEN", "HALF_OPEN"

/// The verdict on one result, as the error matrix classes it.
enum class Verdict : std::uint8_t { success, failure, ignored };

/// Handed out by admit(), given back exactly once through observe() or abandon().
struct Permit {
    std::uint32_t period =
        0; ///< the breaker's period at admission: it begins a new one with each change of state or reset
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
    bool stale = false; ///< observe: the result was of an earlier period and counted as nothing
    void add(const BreakerTransition &t) { list[static_cast<std::size_t>(count++)] = t; }
};

struct Admission {
    bool permitted = true;
    Permit permit;
    SimTime until{}; ///< refused: when the breaker re-tests at the earliest; kTimeNever when it waits for a probe
    bool probe_limit = false; ///< refused because the probes are taken
    /// Neither permitted nor refused: the call is to ask again, in order of arrival, after each later step of this
    /// breaker (observe, abandon, on_timer).
    bool parked = false;
    BreakerChanges changes;
};

/// A circuit breaker: a regular value. Pure: time is handed in, nothing is scheduled. `u` is a uniform in [0, 1) for a
/// jittered open time.
class Breaker {
public:
    /// Asks to pass at `now`. A call that was parked asks again with the permit that came with that answer.
    Admission admit(const BreakerConfig &config, SimTime now, const Permit *parked = nullptr);
    /// The result of an admitted call; `took` decides about slow calls. `hint` is the Retry-After of a failure.
    BreakerChanges observe(const BreakerConfig &config, SimTime now, const Permit &permit, Verdict verdict,
                           Duration took, double u, std::optional<Duration> hint = std::nullopt);
    /// The call was given up by something outside: it counts as nothing and its permit comes back.
    void abandon(const BreakerConfig &config, const Permit &permit);
    /// Whether admit may answer `parked` under this configuration.
    static bool parks(const BreakerConfig &config) { return config.excess == Excess::wait || config.one_at_a_time; }
    /// The instant at which it moves by itself (a scheduled re-test, a tick, a hang limit), as things stand now;
    /// kTimeNever when only calls move it. on_timer is due exactly then, before anything else of that instant.
    /// Who never calls on_timer has the re-test and the hang limit take place at the next call.
    SimTime timer_at(const BreakerConfig &config) const;
    BreakerChanges on_timer(const BreakerConfig &config, SimTime now, double u);

    BreakerState state() const { return state_; }
    SimTime since() const { return since_; }           ///< when the present state began
    SimTime retest_at() const { return retest_at_; }   ///< OPEN only
    int failures() const { return count_.failures(); } ///< consecutive or cumulative count
    int probes_taken() const { return probes_taken_; }
    int probe_successes() const { return probe_successes_; }
    int openings() const { return openings_; } ///< openings since it was last closed
    const ResultWindow &window() const { return count_.window(); }
    friend bool operator==(const Breaker &, const Breaker &) = default;

private:
    struct Result {
        SimTime now{};
        Verdict verdict = Verdict::success;
        bool slow = false;
        double u = 0.0;
        std::optional<Duration> hint;
    };

    bool expired(const BreakerConfig &config, SimTime now) const;
    bool probe_timed_out(const BreakerConfig &config, SimTime now) const;
    bool waits_for_probe(const BreakerConfig &config, const Permit &parked) const;
    void release(const Permit &permit);
    Admission admit_probe(const BreakerConfig &config, SimTime now, Admission result);
    void give_back(const BreakerConfig &config, const Permit &permit, Verdict verdict);
    void reset_when_due(const BreakerConfig &config, SimTime now);

    void count(const BreakerConfig &config, const Result &result);
    void trip(const BreakerConfig &config, const Result &result, BreakerChanges &changes);
    void observe_closed(const BreakerConfig &config, const Result &result, BreakerChanges &changes);
    void observe_open(const BreakerConfig &config, const Result &result, BreakerChanges &changes);
    void observe_half_open(const BreakerConfig &config, const Result &result, BreakerChanges &changes);
    void observe_partly(const BreakerConfig &config, const Permit &permit, const Result &result,
                        BreakerChanges &changes);
    void judge_probes_by_rate(const BreakerConfig &config, const Result &result, BreakerChanges &changes);
    void judge_probes(const BreakerConfig &config, const Result &result, BreakerChanges &changes);

    BreakerTransition open(const BreakerConfig &config, const Result &result, const TripVerdict &why);
    BreakerTransition end_open(const BreakerConfig &config, SimTime now);
    BreakerTransition end_hung_probes(const BreakerConfig &config, SimTime now, double u);
    BreakerTransition close(const BreakerConfig &config, SimTime now, const TripVerdict &why, bool forget);
    BreakerTransition change_to(BreakerState state, SimTime now, const TripVerdict &why);
    void forget(SimTime now);

    BreakerState state_ = BreakerState::closed;
    bool busy_ = false;        ///< one_at_a_time: a call is under way
    std::uint32_t period_ = 0; ///< counts changes of state and resets, so that stale results are known
    SimTime since_{};
    SimTime retest_at_{};
    Duration open_time_{0};
    SimTime next_tick_ = kTimeNever; ///< evaluate: tick
    int probes_taken_ = 0;           ///< below 0 when late results gave permits back
    int probe_successes_ = 0;
    int probe_failures_ = 0;
    int probe_slow_ = 0;
    int openings_ = 0;
    BackoffState open_backoff_;
    TripCount count_;
    std::vector<std::uint32_t> probing_; ///< excess: wait: the period of each probe that is under way
};

} // namespace halfopen
