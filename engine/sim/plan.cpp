// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sim/plan.h"

#include <algorithm>
#include <functional>
#include <map>

#include "engine/base/check.h"
#include "engine/policy/breaker/breaker.h"

namespace halfopen {

namespace {

/// Tries are counted, and refused by an adaptive throttle, just inside the retry layer and outside the breaker; when
/// the breaker stands outside the retries, just outside the breaker.
std::uint8_t gate_of(const StackPlan &stack) {
    for (std::uint8_t i = 0; i < stack.count; ++i) {
        if (stack.layers[i] == LayerKind::breaker) return i;
        if (stack.layers[i] == LayerKind::retry) return static_cast<std::uint8_t>(i + 1);
    }
    return 0;
}

/// Whether a call that is being served may end early or be held: by a cancel, an outage that drops it, a pause.
bool may_be_cut(const Scenario &scenario, const ServiceConfig &service) {
    return service.cancels || std::any_of(scenario.faults.begin(), scenario.faults.end(), [&](const Fault &fault) {
               const auto *outage = std::get_if<OutageFault>(&fault.effect);
               const bool cuts = std::holds_alternative<PauseFault>(fault.effect) || (outage && outage->drops);
               return cuts && fault.service == service.name;
           });
}

} // namespace

LimitPlan plan_of(const ServerRateLimit &limit) {
    LimitPlan plan;
    plan.interval = duration_from_ns(1e9 / limit.rate.per_second + 0.5);
    plan.slack = duration_from_ns((limit.burst - 1.0) * static_cast<double>(plan.interval.count()));
    plan.retry_after = limit.retry_after;
    return plan;
}

Plan::Plan(const Scenario &source) : scenario(source), layout(layout_of(source)) {
    end = kTimeZero + scenario.duration;
    drain_end = saturating_add(end, scenario.drain ? scenario.drain_limit : Duration{0});
    plan_services();
    for (const PolicyConfig &policy : scenario.policies) { // before any pointer into them is taken
        const ErrorRecovery recovery = policy.error_recovery.value_or(ErrorRecovery{});
        recovery_retries.push_back(retry_of(recovery, scenario.kinds));
        recovery_timeouts.push_back(TimeoutConfig{recovery.timeout_override.value_or(kDurationMax), 1.0, {}});
    }
    plan_downstream();
    plan_operations();
    plan_workloads();
    plan_inputs();
    plan_faults();
    for (const BreakerPlace &place : layout.breakers) breakers.push_back(&*scenario.policies[place.policy].breaker);
    for (const BreakerPlace &place : layout.guards) {
        guards.push_back(&scenario.policies[place.policy]);
        guard_service.push_back(place.service);
    }
}

void Plan::plan_inputs() {
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
}

void Plan::plan_faults() {
    for (const Fault &fault : scenario.faults) {
        for (std::size_t s = 0; s < services.size(); ++s) {
            if (scenario.services[s].name == fault.service) fault_service.push_back(static_cast<std::uint32_t>(s));
        }
        const auto *limit = std::get_if<RateLimitFault>(&fault.effect);
        fault_limits.push_back(limit ? std::optional<LimitPlan>(plan_of(limit->limit)) : std::nullopt);
    }
    HALFOPEN_CHECK(fault_service.size() == scenario.faults.size());
}

void Plan::plan_services() {
    std::map<std::string, std::uint32_t> owners;
    for (const ServiceConfig &config : scenario.services) {
        ServicePlan &plan = services.emplace_back();
        const auto number = static_cast<std::uint32_t>(services.size() - 1);
        plan_service(config, plan);
        plan.first_server = servers;
        servers += plan.replicas;
        plan.availability_owner = number;
        if (config.availability && !config.availability->group.empty()) {
            plan.availability_owner = owners.try_emplace(config.availability->group, number).first->second;
        }
    }
}

namespace {

std::vector<std::pair<Outcome, double>> sorted(std::vector<std::pair<Outcome, double>> failures) {
    std::sort(failures.begin(), failures.end());
    return failures;
}

} // namespace

const Conduct &ServicePlan::profiled(SimTime time) const {
    const auto after = std::upper_bound(profile.begin(), profile.end(), time,
                                        [](SimTime t, const auto &step) { return t < step.first; });
    return after == profile.begin() ? conduct : std::prev(after)->second;
}

void Plan::plan_service(const ServiceConfig &config, ServicePlan &plan) {
    plan.network = Sampler(config.network);
    plan.conduct = {sorted(config.failures), Sampler(config.latency)};
    for (const ProfileStep &step : config.profile) {
        plan.profile.emplace_back(kTimeZero + step.at,
                                  Conduct{step.failures ? sorted(*step.failures) : plan.conduct.failures,
                                          step.latency ? Sampler(*step.latency) : plan.conduct.latency});
    }
    plan.workers = config.workers.value_or(plan.workers);
    plan.queue = config.queue.value_or(plan.queue);
    plan.lifo = config.discipline == Discipline::lifo;
    plan.replicas = static_cast<std::uint32_t>(config.replicas);
    plan.balance = config.balance;
    plan.optimistic_lock = config.contention == Contention::optimistic_lock;
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
    plan.cancels = config.cancels;
    plan.cancellable = may_be_cut(scenario, config);
    for (const Edit &edit : scenario.edits) { // what began before an edit may be cut after it
        for (const ServiceConfig &later : edit.after->services) {
            if (later.name == config.name) plan.cancellable = plan.cancellable || may_be_cut(*edit.after, later);
        }
    }
    plan.availability = config.availability;
    if (config.rate_limit) plan.limit = plan_of(*config.rate_limit);
}

/// Precondition: the calls have no cycle. Services are planned from the leaves of the trees upwards.
void Plan::plan_downstream() {
    std::vector<bool> done(services.size(), false);
    const std::function<void(std::uint32_t)> visit = [&](std::uint32_t s) {
        if (done[s]) return;
        done[s] = true;
        ServicePlan &plan = services[s];
        for (std::size_t c = 0; c < scenario.services[s].calls.size(); ++c) {
            const DownstreamCall &config = scenario.services[s].calls[c];
            const Layout::Downstream &place = layout.downstream[s][c];
            visit(place.place.service);
            DownstreamPlan call;
            call.service = place.place.service;
            call.stack = stack_of(place.place.policy, nullptr);
            call.times = config.times;
            call.parallel = config.mode == CallMode::parallel;
            call.breaker_base = place.breaker_base;
            call.breaker_shared = place.breaker_base && layout.breakers[*place.breaker_base].shared;
            call.guard_base = place.guard_base;
            call.first = plan.tree;
            call.stride = 1 + services[call.service].tree;
            plan.tree += static_cast<std::uint32_t>(call.times) * call.stride;
            plan.calls.push_back(call);
        }
    };
    for (std::uint32_t s = 0; s < services.size(); ++s) visit(s);
}

const StackPlan *Plan::stack_of(std::optional<std::uint32_t> policy, const RetryConfig *healing) {
    StackPlan &stack = stacks.emplace_back();
    stack.id = static_cast<std::uint32_t>(stacks.size() - 1);
    const auto add = [&stack](LayerKind kind) { stack.layers[stack.count++] = kind; };
    if (!policy) {
        if (healing) {
            stack.retry = healing;
            add(LayerKind::retry);
        }
        return &stack;
    }
    const PolicyConfig &config = scenario.policies[*policy];
    const bool recovery = config.error_recovery.has_value();
    const bool documented = recovery && config.error_recovery->reading == RecoveryReading::as_documented;
    stack.retry = healing ? healing : recovery ? &recovery_retries[*policy] : config.retry ? &*config.retry : nullptr;
    if (config.breaker) (config.breaker->stands == Stands::caller ? stack.breaker : stack.ejection) = &*config.breaker;
    stack.timeout = config.timeout ? &*config.timeout : nullptr;
    stack.budget = config.budget ? &*config.budget : nullptr;
    stack.bulkhead = config.bulkhead ? &*config.bulkhead : nullptr;
    stack.rate_limiter = config.rate_limiter ? &*config.rate_limiter : nullptr;
    stack.hedge = config.hedge ? &*config.hedge : nullptr;
    if (documented && config.error_recovery->timeout_override) stack.retry_timeout = &recovery_timeouts[*policy];
    if (stack.retry && std::find(config.order.begin(), config.order.end(), LayerKind::retry) == config.order.end()) {
        add(LayerKind::retry);
    }
    for (const LayerKind kind : config.order) {
        const bool present = (kind == LayerKind::retry && stack.retry) ||
                             (kind == LayerKind::breaker && stack.breaker) ||
                             (kind == LayerKind::bulkhead && stack.bulkhead) ||
                             (kind == LayerKind::rate_limiter && stack.rate_limiter) ||
                             (kind == LayerKind::timeout && (stack.timeout || stack.retry_timeout));
        if (present) add(kind);
    }
    stack.plain = !(stack.budget || stack.bulkhead || stack.rate_limiter || stack.hedge || stack.ejection ||
                    (stack.breaker && Breaker::parks(*stack.breaker)));
    if (stack.budget) stack.gate_at = gate_of(stack);
    return &stack;
}

void Plan::plan_operations() {
    for (std::size_t o = 0; o < scenario.operations.size(); ++o) {
        const Operation &config = scenario.operations[o];
        OperationPlan &plan = operations.emplace_back();
        plan.deadline = config.deadline;
        plan.exhausted = layout.exhausted[o];
        plan.tree = 1;
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
            leg.skip_when_open = place.skip_when_open;
            leg.tree = services[place.service].tree > 0;
            leg.block = plan.tree;
            plan.tree += services[place.service].tree;
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
        plan.guard_base = layout.guard_base[w];
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
