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
        place.skip_when_open = leg.skip_when_open;
        chain.push_back(place);
        if (!recovery || !uses_fallback(*recovery)) continue;
        for (const std::string &tool : recovery->fallback_tools) {
            chain.push_back(LegPlace{index_of(scenario.services, tool), std::nullopt, false, implemented});
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

/// Hands out places: once a caller for each (policy, service).
class Places {
public:
    Places(const Scenario &scenario, Layout &layout, BreakerPlace caller, std::uint32_t instances)
        : scenario_(scenario), layout_(layout), caller_(caller), instances_(instances) {}

    std::optional<std::uint32_t> breaker(const LegPlace &leg) {
        const PolicyConfig *policy = policy_of(leg);
        if (!policy || !policy->breaker || policy->breaker->stands == Stands::balancer) return std::nullopt;
        return add(breakers_, layout_.breakers, leg, policy->breaker->shared);
    }
    std::optional<std::uint32_t> guard(const LegPlace &leg) {
        const PolicyConfig *policy = policy_of(leg);
        if (!policy || !remembers(*policy)) return std::nullopt;
        return add(guards_, layout_.guards, leg, false);
    }

private:
    using Known = std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>; ///< (policy, service)

    const PolicyConfig *policy_of(const LegPlace &leg) const {
        return leg.policy ? &scenario_.policies[*leg.policy] : nullptr;
    }
    std::uint32_t add(Known &known, std::vector<BreakerPlace> &places, const LegPlace &leg, bool shared) {
        const auto [at, added] =
            known.try_emplace({*leg.policy, leg.service}, static_cast<std::uint32_t>(places.size()));
        for (std::uint32_t i = 0; added && i < (shared ? 1 : instances_); ++i) {
            BreakerPlace &place = places.emplace_back(caller_);
            place.instance = i;
            place.policy = *leg.policy;
            place.service = leg.service;
            place.shared = shared;
        }
        return at->second;
    }

    const Scenario &scenario_;
    Layout &layout_;
    BreakerPlace caller_;
    std::uint32_t instances_;
    Known breakers_, guards_;
};

void place_downstream(const Scenario &scenario, Layout &layout) {
    for (std::uint32_t s = 0; s < scenario.services.size(); ++s) {
        const ServiceConfig &service = scenario.services[s];
        BreakerPlace caller;
        caller.caller = s;
        Places places(scenario, layout, caller, static_cast<std::uint32_t>(service.replicas));
        std::vector<Layout::Downstream> &calls = layout.downstream.emplace_back();
        for (const DownstreamCall &call : service.calls) {
            Layout::Downstream &entry = calls.emplace_back();
            entry.place.service = index_of(scenario.services, call.service);
            if (!call.policy.empty()) entry.place.policy = index_of(scenario.policies, call.policy);
            entry.breaker_base = places.breaker(entry.place);
            entry.guard_base = places.guard(entry.place);
        }
    }
}

} // namespace

bool remembers(const PolicyConfig &policy) {
    const bool ejects = policy.breaker && policy.breaker->stands == Stands::balancer;
    return policy.budget || policy.bulkhead || policy.rate_limiter || policy.hedge || ejects;
}

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
        BreakerPlace caller;
        caller.workload = w;
        Places places(scenario, layout, caller, static_cast<std::uint32_t>(workload.instances));
        layout.breaker_base.emplace_back();
        layout.guard_base.emplace_back();
        for (const LegPlace &leg : layout.chains[operation]) {
            layout.breaker_base.back().push_back(places.breaker(leg));
            layout.guard_base.back().push_back(places.guard(leg));
        }
    }
    place_downstream(scenario, layout);
    return layout;
}

std::optional<std::uint32_t> Layout::breaker(std::uint32_t workload, std::uint32_t instance, std::size_t leg) const {
    const auto base = breaker_base[workload][leg];
    if (!base) return std::nullopt;
    return breakers[*base].shared ? *base : *base + instance;
}

std::vector<bool> Layout::depends_on(std::uint32_t service) const {
    std::vector<bool> found(downstream.size());
    std::vector<std::uint32_t> to_visit{service};
    while (!to_visit.empty()) {
        const std::uint32_t at = to_visit.back();
        to_visit.pop_back();
        if (at >= found.size() || found[at]) continue;
        found[at] = true;
        for (const Downstream &call : downstream[at]) to_visit.push_back(call.place.service);
    }
    return found;
}

} // namespace halfopen
