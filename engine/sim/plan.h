// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "engine/base/distribution.h"
#include "engine/world/layout.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// Every value by outcome number.
template <class T> using ByOutcome = std::array<T, 256>;

struct ServicePlan {
    Sampler network, latency;
    int workers = std::numeric_limits<int>::max();
    int queue = std::numeric_limits<int>::max();
    bool lifo = false;
    std::vector<std::pair<Outcome, double>> failures; ///< ordered by kind
    ByOutcome<std::int64_t> bill{};                   ///< nano-USD
    double accuracy = 1.0;
    std::optional<Confidence> confidence;
    bool judged = false; ///< an answer's rightness must be drawn
    bool effect = false;
    bool idempotent = false;
    bool cancels = false;
    bool cancellable = false; ///< a call being served may end early: by a cancel or by an outage that drops it
    std::optional<Availability> availability;
    // Server-side token bucket as a virtual clock (GCRA): a call costs `interval`, `slack` may be borrowed.
    bool limited = false;
    Duration interval{0}, slack{0};
    RetryAfterHint retry_after;
};

/// The layers of one stack, outermost first; absent ones are left out.
struct StackPlan {
    std::array<LayerKind, 5> layers{};
    std::uint8_t count = 0;
    const RetryConfig *retry = nullptr;
    const BreakerConfig *breaker = nullptr;
    const TimeoutConfig *timeout = nullptr;
    const TimeoutConfig *retry_timeout = nullptr; ///< from the second try on, in its place
};

struct LegPlan {
    std::uint32_t service = 0;
    std::uint8_t slot = 0; ///< the first leg of the chain that asks the same service: attempts are counted there
    StackPlan stack;
    StackPlan healing_stack; ///< the same with the healing schedule in place of the leg's own retries
    bool any_failure_falls_back = false;
};

struct HealingPlan {
    const HealingConfig *config = nullptr;
    ByOutcome<bool> starts{}; ///< by observed kind
    Sampler diagnosis;
    std::vector<Sampler> remedies;
};

struct OperationPlan {
    std::vector<LegPlan> legs;
    std::optional<Duration> deadline;
    ByOutcome<bool> falls_back{};
    Exhausted exhausted = Exhausted::raise;
    std::optional<HealingPlan> healing;
};

struct InputPlan {
    Outcome kind = kSuccess;
    double share = 0.0;
    std::vector<bool> fails_at; ///< by service
};

struct WorkloadPlan {
    std::uint32_t operation = 0;
    std::uint32_t instances = 1;
    std::uint32_t luck = 0; ///< the stream of its draws
    std::vector<std::optional<std::uint32_t>> breaker_base; ///< by leg
    std::vector<bool> breaker_shared;                       ///< by leg
    Sampler think;
    std::uint32_t first_client = 0; ///< number of its client 0 among all clients
};

/// A scenario with every name looked up and every constant worked out. Immutable, shared by all copies of a run.
struct Plan {
    explicit Plan(const Scenario &scenario);
    Plan(const Plan &) = delete;
    Plan &operator=(const Plan &) = delete;

    Scenario scenario; ///< own copy: the plans point into it
    Layout layout;
    std::vector<RetryConfig> recovery_retries; ///< retry loops made from ErrorRecoveryPolicies, by policy
    std::vector<TimeoutConfig> recovery_timeouts;
    std::vector<ServicePlan> services;
    std::vector<OperationPlan> operations;
    std::vector<WorkloadPlan> workloads;
    std::vector<InputPlan> inputs;
    std::vector<std::uint32_t> fault_service; ///< by fault
    std::vector<const BreakerConfig *> breakers; ///< by breaker number
    std::uint32_t clients = 0;
    SimTime end{};       ///< arrivals stop here
    SimTime drain_end{}; ///< at the latest

private:
    void plan_services();
    void plan_operations();
    void plan_workloads();
    StackPlan stack_of(std::optional<std::uint32_t> policy, const RetryConfig *healing) const;
};

} // namespace halfopen
