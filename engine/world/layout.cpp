// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/layout.h"

#include <map>
#include <utility>

#include "engine/base/check.h"

namespace halfopen {

namespace {

template <class T> std::uint32_t index_of(const std::vector<T> &list, const std::string &name) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].name == name) return static_cast<std::uint32_t>(i);
    }
    HALFOPEN_CHECK(!"a valid scenario names what it declares");
    return 0;
}

std::vector<LegPlace> chain_of(const Scenario &scenario, const Operation &operation) {
    std::vector<LegPlace> chain;
    for (const Leg &leg : operation.chain) {
        LegPlace place;
        place.service = index_of(scenario.services, leg.service);
        if (!leg.policy.empty()) place.policy = index_of(scenario.policies, leg.policy);
        const auto *recovery = place.policy && scenario.policies[*place.policy].error_recovery
                                   ? &*scenario.policies[*place.policy].error_recovery
                                   : nullptr;
        const bool implemented = recovery && recovery->reading == RecoveryReading::as_implemented;
        place.any_failure_falls_back = implemented;
        chain.push_back(place);
        if (!recovery || !uses_fallback(*recovery)) continue;
        for (const std::string &tool : recovery->fallback_tools) {
            chain.push_back(LegPlace{index_of(scenario.services, tool), std::nullopt, implemented});
        }
    }
    return chain;
}

/// The strategy of the first ErrorRecoveryPolicy in the chain stands above the operation's own rule.
Exhausted exhausted_of(const Scenario &scenario, const Operation &operation) {
    for (const Leg &leg : operation.chain) {
        if (leg.policy.empty()) continue;
        const auto &recovery = scenario.policies[index_of(scenario.policies, leg.policy)].error_recovery;
        if (!recovery) continue;
        if (recovery->strategy == RecoveryStrategy::continue_) return Exhausted::continue_;
        if (recovery->strategy == RecoveryStrategy::partial_success) return Exhausted::partial;
        return Exhausted::raise;
    }
    return operation.exhausted;
}

} // namespace

Layout layout_of(const Scenario &scenario) {
    Layout layout;
    for (const Operation &operation : scenario.operations) {
        layout.chains.push_back(chain_of(scenario, operation));
        layout.exhausted.push_back(exhausted_of(scenario, operation));
    }
    for (std::uint32_t w = 0; w < scenario.workloads.size(); ++w) {
        const Workload &workload = scenario.workloads[w];
        const std::uint32_t operation = index_of(scenario.operations, workload.operation);
        layout.operation_of_workload.push_back(operation);
        std::vector<std::optional<std::uint32_t>> &bases = layout.breaker_base.emplace_back();
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known; // (policy, service): once a workload
        for (const LegPlace &leg : layout.chains[operation]) {
            if (!leg.policy || !scenario.policies[*leg.policy].breaker) {
                bases.push_back(std::nullopt);
                continue;
            }
            const auto [at, added] = known.try_emplace({*leg.policy, leg.service},
                                                       static_cast<std::uint32_t>(layout.breakers.size()));
            bases.push_back(at->second);
            if (!added) continue;
            const bool shared = scenario.policies[*leg.policy].breaker->shared;
            const std::uint32_t count = shared ? 1 : static_cast<std::uint32_t>(workload.instances);
            for (std::uint32_t i = 0; i < count; ++i) {
                layout.breakers.push_back(BreakerPlace{w, i, *leg.policy, leg.service, shared});
            }
        }
    }
    return layout;
}

std::optional<std::uint32_t> Layout::breaker(std::uint32_t workload, std::uint32_t instance, std::size_t leg) const {
    const auto base = breaker_base[workload][leg];
    if (!base) return std::nullopt;
    return breakers[*base].shared ? *base : *base + instance;
}

} // namespace halfopen
