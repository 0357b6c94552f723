// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sim/plan.h"

#include <algorithm>

#include "engine/base/check.h"

namespace halfopen {

Plan::Plan(const Scenario &source) : scenario(source), layout(layout_of(source)) {
    end = kTimeZero + scenario.duration;
    drain_end = saturating_add(end, scenario.drain ? scenario.drain_limit : Duration{0});
    plan_services();
    for (const PolicyConfig &policy : scenario.policies) { // before any pointer into them is taken
        const ErrorRecovery recovery = policy.error_recovery.value_or(ErrorRecovery{});
        recovery_retries.push_back(retry_of(recovery, scenario.kinds));
        recovery_timeouts.push_back(TimeoutConfig{recovery.timeout_override.value_or(kDurationMax), 1.0, {}});
    }
    plan_operations();
    plan_workloads();
    for (const InputKind &input : scenario.inputs) {
        InputPlan plan{input.kind, input.share.value, std::vector<bool>(services.size(), input.fails_at.empty())};
        for (std::size_t s = 0; s < services.size(); ++s) {
            const std::string &name = scenario.services[s].name;
            if (std::find(input.fails_at.begin(), input.fails_at.end(), name) != input.fails_at.end()) {
                plan.fails_at[s] = true;
            }
        }
        inputs.push_back(std::move(plan));
    }
    for (const Fault &fault : scenario.faults) {
        for (std::size_t s = 0; s < services.size(); ++s) {
            if (scenario.services[s].name == fault.service) fault_service.push_back(static_cast<std::uint32_t>(s));
        }
    }
    HALFOPEN_CHECK(fault_service.size() == scenario.faults.size());
    for (const BreakerPlace &place : layout.breakers) breakers.push_back(&*scenario.policies[place.policy].breaker);
}

void Plan::plan_services() {
    for (const ServiceConfig &config : scenario.services) {
        ServicePlan &plan = services.emplace_back();
        plan.network = Sampler(config.network);
        plan.latency = Sampler(config.latency);
        plan.workers = config.workers.value_or(plan.workers);
        plan.queue = config.queue.value_or(plan.queue);
        plan.lifo = config.discipline == Discipline::lifo;
        plan.failures = config.failures;
        std::sort(plan.failures.begin(), plan.failures.end());
        for (int kind = 0; kind < scenario.kinds.size(); ++kind) {
            const auto outcome = static_cast<Outcome>(kind);
            plan.bill[outcome] = share_of(config.cost, Ratio{config.billed_share(outcome)}).nano_usd;
        }
        const bool listed = std::any_of(config.billing.begin(), config.billing.end(),
                                        [](const auto &entry) { return entry.first == kind_low_confidence; });
        if (!listed) plan.bill[kind_low_confidence] = plan.bill[kSuccess]; // an answer was returned, and is billed
        plan.accuracy = config.accuracy.value;
        plan.confidence = config.confidence;
        plan.judged = plan.accuracy < 1.0 || plan.confidence;
        plan.effect = config.effect;
        plan.idempotent = config.idempotency_key;
        plan.cancels = plan.cancellable = config.cancels;
        for (const Fault &fault : scenario.faults) {
            const auto *outage = std::get_if<OutageFault>(&fault.effect);
            if (outage && outage->drops && fault.service == config.name) plan.cancellable = true;
        }
        plan.availability = config.availability;
        if (config.rate_limit) {
            plan.limited = true;
            plan.interval = duration_from_ns(1e9 / config.rate_limit->rate.per_second + 0.5);
            plan.slack = duration_from_ns((config.rate_limit->burst - 1.0) * static_cast<double>(plan.interval.count()));
            plan.retry_after = config.rate_limit->retry_after;
        }
    }
}

StackPlan Plan::stack_of(std::optional<std::uint32_t> policy, const RetryConfig *healing) const {
    StackPlan stack;
    const auto add = [&stack](LayerKind kind) { stack.layers[stack.count++] = kind; };
    if (!policy) {
        if (healing) {
            stack.retry = healing;
            add(LayerKind::retry);
        }
        return stack;
    }
    const PolicyConfig &config = scenario.policies[*policy];
    const bool recovery = config.error_recovery.has_value();
    const bool documented = recovery && config.error_recovery->reading == RecoveryReading::as_documented;
    stack.retry = healing ? healing : recovery ? &recovery_retries[*policy] : config.retry ? &*config.retry : nullptr;
    stack.breaker = config.breaker ? &*config.breaker : nullptr;
    stack.timeout = config.timeout ? &*config.timeout : nullptr;
    if (documented && config.error_recovery->timeout_override) stack.retry_timeout = &recovery_timeouts[*policy];
    if (stack.retry && std::find(config.order.begin(), config.order.end(), LayerKind::retry) == config.order.end()) {
        add(LayerKind::retry);
    }
    for (const LayerKind kind : config.order) {
        const bool present = (kind == LayerKind::retry && stack.retry) ||
                             (kind == LayerKind::breaker && stack.breaker) ||
                             (kind == LayerKind::timeout && (stack.timeout || stack.retry_timeout));
        if (present) add(kind);
    }
    return stack;
}

void Plan::plan_operations() {
    for (std::size_t o = 0; o < scenario.operations.size(); ++o) {
        const Operation &config = scenario.operations[o];
        OperationPlan &plan = operations.emplace_back();
        plan.deadline = config.deadline;
        plan.exhausted = layout.exhausted[o];
        for (int kind = 1; kind < scenario.kinds.size(); ++kind) {
            const auto outcome = static_cast<Outcome>(kind);
            plan.falls_back[outcome] =
                config.fallback_kinds
                    ? std::find(config.fallback_kinds->begin(), config.fallback_kinds->end(), outcome) !=
                          config.fallback_kinds->end()
                    : scenario.kinds[outcome].fallback;
        }
        const HealingConfig *healing = config.healing ? &*config.healing : nullptr;
        if (healing) {
            HealingPlan &heal = plan.healing.emplace();
            heal.config = healing;
            for (const Outcome kind : healing->kinds) heal.starts[kind] = true;
            heal.diagnosis = Sampler(healing->diagnosis.duration);
            for (const Remedy &remedy : healing->remedies) heal.remedies.emplace_back(remedy.duration);
        }
        for (const LegPlace &place : layout.chains[o]) {
            LegPlan leg;
            leg.service = place.service;
            leg.any_failure_falls_back = place.any_failure_falls_back;
            leg.slot = static_cast<std::uint8_t>(plan.legs.size());
            for (std::size_t i = plan.legs.size(); i-- > 0;) {
                if (plan.legs[i].service == place.service) leg.slot = static_cast<std::uint8_t>(i);
            }
            leg.stack = stack_of(place.policy, nullptr);
            leg.healing_stack = healing ? stack_of(place.policy, &healing->retry) : leg.stack;
            plan.legs.push_back(leg);
        }
    }
}

void Plan::plan_workloads() {
    for (std::size_t w = 0; w < scenario.workloads.size(); ++w) {
        const Workload &config = scenario.workloads[w];
        WorkloadPlan &plan = workloads.emplace_back();
        plan.operation = layout.operation_of_workload[w];
        plan.luck = config.luck.value_or(static_cast<std::uint32_t>(w));
        plan.instances = static_cast<std::uint32_t>(config.instances);
        plan.breaker_base = layout.breaker_base[w];
        for (const auto &base : plan.breaker_base) {
            plan.breaker_shared.push_back(base && layout.breakers[*base].shared);
        }
        plan.first_client = clients;
        if (const auto *closed = std::get_if<ClientArrivals>(&config.arrivals)) {
            plan.think = Sampler(closed->think);
            clients += static_cast<std::uint32_t>(closed->count);
        }
    }
}

} // namespace halfopen
