// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/world/scenario.h"

namespace halfopen {

/// A leg with its names looked up.
struct LegPlace {
    std::uint32_t service = 0;                 ///< index in Scenario::services
    std::optional<std::uint32_t> policy;       ///< index in Scenario::policies
    bool skip_when_open = false;
    bool any_failure_falls_back = false;       ///< a tool of an ErrorRecoveryPolicy read as implemented
    friend bool operator==(const LegPlace &, const LegPlace &) = default;
};

/// Where the state of a policy stands: once per (workload, instance, policy, service), or one for all instances when
/// shared. For calls that a service makes, the calling replica is the instance.
struct BreakerPlace {
    std::uint32_t workload = 0; ///< meaningless when `caller` is set
    std::uint32_t instance = 0;
    std::uint32_t policy = 0;
    std::uint32_t service = 0;
    bool shared = false;
    std::optional<std::uint32_t> caller = std::nullopt; ///< the calling service
    friend bool operator==(const BreakerPlace &, const BreakerPlace &) = default;
};

/// What follows from a valid scenario's names: chains with the fallback tools of ErrorRecoveryPolicies put in, and
/// the numbers of the breakers that trace records use.
struct Layout {
    std::vector<std::vector<LegPlace>> chains;          ///< [operation][leg]
    std::vector<Exhausted> exhausted;                   ///< [operation]
    std::vector<std::uint32_t> operation_of_workload;   ///< [workload]
    std::vector<BreakerPlace> breakers;                 ///< [breaker number]
    /// [workload][leg] the breaker of instance 0; that of instance i follows i places on, unless shared.
    std::vector<std::vector<std::optional<std::uint32_t>>> breaker_base;

    /// The same for the other policies that remember something (budget, bulkhead, rate limiter, hedge, ejection): one
    /// number for each place, whatever of these the policy has.
    std::vector<BreakerPlace> guards;                   ///< [guard number]
    std::vector<std::vector<std::optional<std::uint32_t>>> guard_base; ///< [workload][leg]
    /// The calls that services make.
    struct Downstream {
        LegPlace place;
        std::optional<std::uint32_t> breaker_base; ///< of the caller's replica 0
        std::optional<std::uint32_t> guard_base;
        friend bool operator==(const Downstream &, const Downstream &) = default;
    };
    std::vector<std::vector<Downstream>> downstream;    ///< [service][call]

    /// The breaker that a request of this workload and instance meets on this leg.
    std::optional<std::uint32_t> breaker(std::uint32_t workload, std::uint32_t instance, std::size_t leg) const;
    /// By service: whether it is the given one, or one that it calls, directly or through others.
    std::vector<bool> depends_on(std::uint32_t service) const;
};

/// Whether a policy has a guard's place: it has one of budget, bulkhead, rate limiter, hedge, ejection.
bool remembers(const PolicyConfig &policy);

/// Precondition: validate(scenario) is empty.
Layout layout_of(const Scenario &scenario);

/// Most breakers that a scenario may have (workloads x instances x guarded legs).
inline constexpr std::size_t kBreakersMax = 1'000'000;

} // namespace halfopen
