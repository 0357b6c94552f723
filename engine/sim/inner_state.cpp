// SPDX-License-Identifier: GPL-3.0-or-later
// What the screen reads of a run besides its trace.
#include <algorithm>
#include <limits>

#include "engine/sim/state.h"

namespace halfopen {

const Scenario &Simulation::scenario() const { return state_->plan->scenario; }

ServiceNow Simulation::service(std::uint32_t number) const {
    const ServicePlan &config = state_->plan->services[number];
    ServiceNow now;
    now.replicas = static_cast<int>(config.replicas);
    now.down = state_->service_states[config.availability_owner].down;
    std::int64_t workers = 0;
    constexpr int unlimited = std::numeric_limits<int>::max();
    for (std::uint32_t r = 0; r < config.replicas; ++r) {
        const Server &server = state_->servers[config.first_server + r];
        now.serving += server.serving;
        now.queued += server.queued;
        now.paused += server.pauses > 0 ? 1 : 0;
        workers += server.workers;
    }
    if (workers < unlimited) now.workers = static_cast<int>(workers);
    return now;
}

GuardNow Simulation::guard(std::uint32_t number, SimTime at) const {
    const PolicyConfig &policy = *state_->plan->guards[number];
    const Guard &guard = state_->guards[number];
    GuardNow now;
    if (guard.budget && policy.budget) now.budget = guard.budget->level(*policy.budget, at);
    now.bulkhead_in_use = guard.bulkhead.in_use();
    now.bulkhead_waiting = guard.bulkhead.waiting();
    if (policy.rate_limiter) {
        const Duration ahead = std::max(guard.limiter.full_at(), at) - at;
        const Duration gap = RateLimiter::interval(*policy.rate_limiter);
        now.limiter_tokens =
            policy.rate_limiter->burst - static_cast<double>(ahead.count()) / static_cast<double>(gap.count());
    }
    if (policy.hedge) now.hedge_after = hedge_delay(*policy.hedge, guard.latencies);
    if (policy.breaker && policy.breaker->stands == Stands::balancer) {
        const int replicas = static_cast<int>(state_->plan->services[state_->plan->guard_service[number]].replicas);
        int out = 0;
        for (int r = 0; r < replicas; ++r)
            out += guard.ejection.ejected(r) ? 1 : 0;
        now.replicas_out = out;
    }
    return now;
}

} // namespace halfopen
