// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <vector>

#include "engine/base/distribution.h"
#include "engine/world/layout.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// Every value by outcome number.
template <class T> using ByOutcome = std::array<T, 256>;

/// A server-side token bucket as a virtual clock (GCRA): a call costs `interval`, `slack` may be borrowed.
struct LimitPlan {
    Duration interval{0}, slack{0};
    RetryAfterHint retry_after;
};
LimitPlan plan_of(const ServerRateLimit &limit);

/// The layers of one stack, outermost first; absent ones are left out.
struct StackPlan {
    std::array<LayerKind, 5> layers{};
    std::uint8_t count = 0;
    std::uint8_t gate_at = 0xff; ///< a budget counts tries, and may refuse them, before this layer
    bool plain = true;           ///< nothing below but retry, breaker and timeout
    const RetryConfig *retry = nullptr;
    const BreakerConfig *breaker = nullptr; ///< in the caller's stack
    const TimeoutConfig *timeout = nullptr;
    const TimeoutConfig *retry_timeout = nullptr; ///< from the second try on, in its place
    const BudgetConfig *budget = nullptr;
    const BulkheadConfig *bulkhead = nullptr;
    const RateLimiterConfig *rate_limiter = nullptr;
    const HedgeConfig *hedge = nullptr;
    const BreakerConfig *ejection = nullptr; ///< a breaker that stands at the balancer
    /// Precondition: the stack has such a layer.
    std::size_t place_of(LayerKind kind) const {
        std::size_t layer = 0;
        while (layers[layer] != kind) ++layer;
        return layer;
    }
    std::uint32_t id = 0;                    ///< place in Plan::stacks, the same after an edit
};

/// One entry of the calls that a service makes.
struct DownstreamPlan {
    std::uint32_t service = 0;
    const StackPlan *stack = nullptr;
    int times = 1;
    bool parallel = false;
    std::optional<std::uint32_t> breaker_base, guard_base; ///< of the caller's replica 0
    bool breaker_shared = false;
    /// Calls of a request form a tree; its nodes are numbered so that each has draws of its own: repetition r of this
    /// entry is node `first + r * stride` of its parent's block, and its own block begins behind it.
    std::uint32_t first = 0, stride = 1;
};

/// What a service does with a call that it serves.
struct Conduct {
    std::vector<std::pair<Outcome, double>> failures; ///< ordered by kind
    Sampler latency;
};

struct ServicePlan {
    Sampler network;
    Conduct conduct;
    std::vector<std::pair<SimTime, Conduct>> profile; ///< in its place from these instants on
    const Conduct &conduct_at(SimTime time) const { return profile.empty() ? conduct : profiled(time); }
    const Conduct &profiled(SimTime time) const;
    int workers = std::numeric_limits<int>::max(); ///< of each replica
    int queue = std::numeric_limits<int>::max();
    bool lifo = false;
    std::uint32_t first_server = 0, replicas = 1; ///< its replicas are servers first_server...
    Balance balance = Balance::round_robin;
    bool optimistic_lock = false;
    ByOutcome<std::int64_t> bill{}; ///< nano-USD
    double accuracy = 1.0;
    std::optional<Confidence> confidence;
    bool judged = false; ///< an answer's rightness must be drawn
    bool effect = false;
    bool idempotent = false;
    bool cancels = false;
    bool cancellable = false; ///< a call being served may end early or be held: by a cancel, an outage that drops it, a pause
    std::optional<Availability> availability;
    std::uint32_t availability_owner = 0; ///< the service whose process it follows: the first of its group
    std::optional<LimitPlan> limit;
    std::vector<DownstreamPlan> calls;
    std::uint32_t tree = 0; ///< nodes of the tree of calls below one call of it
};

struct LegPlan {
    std::uint32_t service = 0;
    std::uint8_t slot = 0; ///< the first leg of the chain that asks the same service: attempts are counted there
    const StackPlan *stack = nullptr;
    const StackPlan *healing_stack = nullptr; ///< the same with the healing schedule in place of the leg's own retries
    bool any_failure_falls_back = false;
    bool skip_when_open = false;
    bool tree = false;       ///< its service makes calls
    std::uint32_t block = 0; ///< first node of the calls below it
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
    std::uint32_t tree = 0; ///< nodes of all calls that its services may make, node 0 unused
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
    std::vector<std::optional<std::uint32_t>> guard_base;   ///< by leg
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
    std::vector<std::optional<LimitPlan>> fault_limits; ///< by fault
    std::deque<StackPlan> stacks;
    std::vector<const BreakerConfig *> breakers; ///< by breaker number
    std::vector<const PolicyConfig *> guards;    ///< by guard number
    std::vector<std::uint32_t> guard_service;    ///< by guard number
    std::uint32_t servers = 0;
    std::uint32_t clients = 0;
    SimTime end{};       ///< arrivals stop here
    SimTime drain_end{}; ///< at the latest

private:
    void plan_services();
    void plan_service(const ServiceConfig &config, ServicePlan &plan);
    void plan_downstream();
    void plan_operations();
    void plan_workloads();
    void plan_faults();
    void plan_inputs();
    const StackPlan *stack_of(std::optional<std::uint32_t> policy, const RetryConfig *healing);
};

} // namespace halfopen
