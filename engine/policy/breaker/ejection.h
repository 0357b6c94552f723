// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
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
    };
    explicit Ejection(int replicas = 1);

    /// Brings back whoever may return by `now` without a timer. Appends what changed.
    void settle(const BreakerConfig &config, SimTime now, std::vector<Change> &changes);
    bool ejected(int replica) const { return replicas_[static_cast<std::size_t>(replica)].ejected; }
    bool all_ejected() const;
    /// The earliest instant at which an ejected replica may return; kTimeNever when none is ejected.
    SimTime returns_at() const;
    /// The result of a call that this replica answered, or that was given up on. `u` is a uniform in [0, 1).
    void observe(const BreakerConfig &config, SimTime now, int replica, Verdict verdict, double u,
                 std::vector<Change> &changes);
    /// When it moves by itself (a sweep); kTimeNever when only calls move it.
    SimTime timer_at(const BreakerConfig &config) const;
    void on_timer(const BreakerConfig &config, SimTime now, std::vector<Change> &changes);
    friend bool operator==(const Ejection &, const Ejection &) = default;

private:
    struct Replica {
        bool ejected = false;
        SimTime until{};
        int failures = 0;
        friend bool operator==(const Replica &, const Replica &) = default;
    };
    std::vector<Replica> replicas_;
};

} // namespace halfopen
