// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/policy/breaker/breaker.h"
#include "engine/policy/breaker/config.h"

namespace halfopen {

/// A breaker that stands at the balancer (BreakerConfig::stands): it takes single replicas out of turn for a while.
/// A regular value; one per place of a policy. Replicas are numbered from 0.
class Ejection {
public:
    struct Change {
        int replica = 0;
        bool ejected = false; ///< else it returned
        SimTime until{};      ///< ejected: when it may return at the earliest
        BreakerReason reason = BreakerReason::none;
        std::int32_t measured = 0; ///< see BreakerReason
        std::int32_t limit = 0;
    };
    explicit Ejection(int replicas = 1);

    /// Brings back whoever may return by `now` without a timer. Appends what changed.
    void settle(const BreakerConfig &config, SimTime now, std::vector<Change> &changes);
    bool ejected(int replica) const { return replicas_[static_cast<std::size_t>(replica)].ejected; }
    bool all_ejected() const;
    /// The earliest instant at which an ejected replica may return; kTimeNever when none is ejected.
    SimTime returns_at() const;
    /// The result of a call that this replica answered, or that was given up on. `u` is a uniform in [0, 1), `hint`
    /// the Retry-After of a failure. Counts while a replica is out too, but cannot prolong its time.
    void observe(const BreakerConfig &config, SimTime now, int replica, Verdict verdict, double u,
                 std::vector<Change> &changes, std::optional<Duration> hint = std::nullopt);
    /// When it moves by itself (a sweep); kTimeNever when only calls move it. Sweeps that would change nothing are
    /// left out. on_timer is due exactly then, before anything else of that instant.
    SimTime timer_at(const BreakerConfig &config) const;
    void on_timer(const BreakerConfig &config, SimTime now, std::vector<Change> &changes, double u = 0.5);
    friend bool operator==(const Ejection &, const Ejection &) = default;

private:
    struct Replica {
        bool ejected = false;
        SimTime until{};
        std::optional<SimTime> returned; ///< when it last came back
        int times = 0;                   ///< ejections, less sweeps spent in turn: the factor of the time
        int calls = 0;                   ///< since the last sweep
        int failures = 0;
        TripCount count;
        friend bool operator==(const Replica &, const Replica &) = default;
    };
    void eject(const BreakerConfig &config, SimTime now, int replica, double u, const TripVerdict &why,
               std::optional<Duration> hint, std::vector<Change> &changes);
    void bring_back(const BreakerConfig &config, SimTime now, std::vector<Change> &changes);
    void eject_outliers(const BreakerConfig &config, SimTime now, double u, std::vector<Change> &changes);
    bool sole_may_stay(const BreakerConfig &config, const Replica &replica) const;
    void arm(const BreakerConfig &config, SimTime now);

    std::vector<Replica> replicas_;
    int out_ = 0;
    SimTime next_sweep_ = kTimeNever;
};

} // namespace halfopen
