// SPDX-License-Identifier: GPL-3.0-or-later
// What a request does above its legs: the chain, healing, the deadline and how it ends.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/sim/state.h"

namespace halfopen {

std::uint16_t Simulation::State::pick_instance(std::uint32_t workload, std::uint64_t luck,
                                               std::optional<double> uniform) const {
    const std::uint32_t instances = plan->workloads[workload].instances;
    if (instances == 1) return 0;
    if (!uniform) {
        DrawKey key;
        key.luck = luck;
        key.purpose = Purpose::arrival;
        uniform = randomness.uniforms(key)[1];
    }
    const auto pick = static_cast<std::uint32_t>((1.0 - *uniform) * instances);
    return static_cast<std::uint16_t>(std::min(pick, instances - 1));
}

std::uint32_t Simulation::State::draw_inputs(std::uint64_t luck) const {
    std::uint32_t carried = 0;
    std::array<double, 2> u{};
    for (std::uint32_t i = 0; i < plan->inputs.size(); ++i) {
        if (i % 2 == 0) {
            DrawKey key;
            key.luck = luck;
            key.purpose = Purpose::inputs;
            key.draw = i / 2;
            u = randomness.uniforms(key);
        }
        if (u[i % 2] <= plan->inputs[i].share) carried |= 1u << i;
    }
    return carried;
}

void Simulation::State::start_request(std::uint32_t workload, std::uint64_t luck, std::uint32_t client,
                                      SimTime counted_from, std::optional<double> instance_uniform) {
    const std::uint32_t number = requests_.acquire();
    Request &request = requests_[number];
    request.luck = luck;
    request.started = time;
    request.counted_from = counted_from;
    request.number = static_cast<std::uint32_t>(++started);
    request.workload = workload;
    request.client = client;
    request.instance = pick_instance(workload, luck, instance_uniform);
    request.inputs = draw_inputs(luck);
    request.flags = time.time_since_epoch() >= plan->scenario.warmup ? flag::counted : std::uint8_t{0};
    ++in_flight;
    emit(RecordKind::request_started, request.number, workload, request.inputs, request.instance, 0, 0, 0,
         request.flags);
    const OperationPlan &operation = operation_of(request);
    if (operation.deadline) {
        request.deadline_at = saturating_add(time, *operation.deadline);
        request.deadline = arm(request.deadline_at, Rank::timeout, EventKind::deadline, number);
    }
    enter_leg(number, 0, LegReason::first, kSuccess);
}

/// Until when the breaker of a leg that is to be skipped while it is OPEN stays so; nothing when the leg is entered.
std::optional<SimTime> Simulation::State::leg_closed_until(const Request &request, std::size_t leg) const {
    const WorkloadPlan &workload = plan->workloads[request.workload];
    if (!workload.breaker_base[leg]) return std::nullopt;
    const std::uint32_t number = *workload.breaker_base[leg] + (workload.breaker_shared[leg] ? 0 : request.instance);
    const Breaker &breaker = breakers[number];
    const bool closed = plan->breakers[number]->boundary == Boundary::at ? time < breaker.retest_at()
                                                                         : time <= breaker.retest_at();
    if (breaker.state() != BreakerState::open || !closed) return std::nullopt;
    return breaker.retest_at();
}

void Simulation::State::enter_leg(std::uint32_t number, std::uint8_t leg, LegReason reason, Outcome because) {
    const auto legs = static_cast<std::uint8_t>(operation_of(requests_[number]).legs.size());
    for (;; ++leg) {
        Request &request = requests_[number];
        request.operation_leg = leg;
        request.sent_on_leg = 0;
        request.heal_rounds = 0;
        const std::uint32_t service = operation_of(request).legs[leg].service;
        const bool may_be_closed = operation_of(request).legs[leg].skip_when_open;
        const std::optional<SimTime> closed = may_be_closed ? leg_closed_until(request, leg) : std::nullopt;
        if (!closed) {
            if (reason != LegReason::first) {
                emit(RecordKind::leg_entered, request.number, service, 0, because, static_cast<std::uint8_t>(reason), 0,
                     leg, request.flags);
            }
            return start_frame(number, false);
        }
        emit(RecordKind::leg_skipped, request.number, service, closed->time_since_epoch().count(), because, 0, 0, leg,
             request.flags);
        because = kind_breaker_open;
        if (leg + 1 == legs) return exhausted(number, because);
        request.recovery = Recovery::fallback;
        reason = LegReason::fallback;
    }
}

void Simulation::State::start_frame(std::uint32_t number, bool healing) {
    const std::uint32_t frame_number = frames_.acquire();
    Frame &frame = frames_[frame_number];
    Request &request = requests_[number];
    const WorkloadPlan &workload = plan->workloads[request.workload];
    const std::size_t leg_index = request.operation_leg;
    const LegPlan &leg = plan->operations[workload.operation].legs[leg_index];
    frame.stack = healing ? leg.healing_stack : leg.stack;
    frame.request = number;
    frame.service = leg.service;
    frame.slot = leg.slot;
    frame.leg = request.operation_leg;
    frame.healing = healing;
    if (frame.stack->breaker) {
        frame.breaker = *workload.breaker_base[leg_index];
        if (!workload.breaker_shared[leg_index]) frame.breaker += request.instance;
    }
    if (!frame.stack->plain || leg.tree) {
        frame.extra = extras_.acquire();
        FrameExtra &extra = extras_[frame.extra];
        extra.block = leg.block;
        if (const auto &base = workload.guard_base[leg_index]) {
            extra.guard_shared = *base;
            extra.guard = *base + request.instance;
        }
        begin_budget(frame);
    }
    request.frame = frame_number;
    descend(frame_number, 0);
}

/// The leg's stack has spoken for good.
void Simulation::State::leg_over(std::uint32_t number, Outcome outcome, bool right) {
    if (outcome == kSuccess) return end_request(number, Ending::served, outcome, right);
    if (outcome == kind_deadline) return end_request(number, Ending::deadline, outcome, false);
    if (start_healing(number, outcome)) return;
    fall_back_or_fail(number, outcome);
}

void Simulation::State::fall_back_or_fail(std::uint32_t number, Outcome outcome) {
    const Request &request = requests_[number];
    const OperationPlan &operation = operation_of(request);
    const std::size_t next = request.operation_leg + std::size_t{1};
    const bool allowed = operation.falls_back[outcome] || operation.legs[next - 1].any_failure_falls_back;
    if (allowed && next < operation.legs.size()) {
        requests_[number].recovery = Recovery::fallback;
        return enter_leg(number, static_cast<std::uint8_t>(next), LegReason::fallback, outcome);
    }
    exhausted(number, outcome);
}

/// The chain is at its end.
void Simulation::State::exhausted(std::uint32_t number, Outcome outcome) {
    constexpr std::array<Ending, 3> endings{Ending::failed, Ending::continued, Ending::partial};
    const OperationPlan &operation = operation_of(requests_[number]);
    end_request(number, endings[static_cast<std::size_t>(operation.exhausted)], outcome, false);
}

bool Simulation::State::start_healing(std::uint32_t number, Outcome outcome) {
    const auto &healing = operation_of(requests_[number]).healing;
    if (!healing || !healing->starts[outcome] || requests_[number].heal_rounds >= healing->config->max_rounds) {
        return false;
    }
    Request &request = requests_[number];
    ++request.heal_rounds;
    request.cause = outcome;
    DrawKey key = draw_key(request, Purpose::heal_duration, operation_of(request).legs[request.operation_leg].service, request.heal_rounds);
    const Duration takes = healing->diagnosis.draw(randomness, key);
    emit(RecordKind::diagnosis_started, request.number, key.service, takes.count(), outcome, 0, 0,
         request.operation_leg, request.flags);
    const TimerId timer = arm(saturating_add(time, takes), Rank::normal, EventKind::diagnosed, number);
    requests_[number].healing = timer;
    return true;
}

/// The diagnosis names the cause, or with its inaccuracy one of the other remedies' issues, each as likely.
void Simulation::State::on_diagnosed(std::uint32_t number) {
    Request &request = requests_[number];
    request.healing = kNoTimer;
    const HealingPlan &healing = *operation_of(request).healing;
    const std::vector<Remedy> &remedies = healing.config->remedies;
    DrawKey key = draw_key(request, Purpose::diagnosis, operation_of(request).legs[request.operation_leg].service, request.heal_rounds);
    const auto u = randomness.uniforms(key);
    const bool right = u[0] <= healing.config->diagnosis.accuracy.value;
    std::uint32_t named = kNone;
    std::uint32_t others = 0;
    for (std::uint32_t i = 0; i < remedies.size(); ++i) {
        if (remedies[i].issue != request.cause) {
            ++others;
        } else if (right) {
            named = i;
        }
    }
    if (!right && others > 0) {
        auto pick = std::min(static_cast<std::uint32_t>((1.0 - u[1]) * others), others - 1);
        for (std::uint32_t i = 0; i < remedies.size() && named == kNone; ++i) {
            if (remedies[i].issue != request.cause && pick-- == 0) named = i;
        }
    }
    const std::int64_t cost = healing.config->diagnosis.cost.nano_usd;
    book(request, cost);
    emit(RecordKind::diagnosed, request.number, key.service, cost, named == kNone ? kSuccess : remedies[named].issue,
         right && named != kNone ? 1 : 0, 0, request.operation_leg, request.flags);
    if (named == kNone) return healing_over(number, healing.config->retry_undiagnosed);
    request.remedy = named;
    key.purpose = Purpose::heal_duration;
    key.draw = 64;
    const Duration takes = healing.remedies[named].draw(randomness, key);
    emit(RecordKind::remedy_started, request.number, key.service, takes.count(), remedies[named].issue, 0, 0,
         request.operation_leg, request.flags);
    const TimerId timer = arm(saturating_add(time, takes), Rank::normal, EventKind::remedied, number);
    requests_[number].healing = timer;
}

void Simulation::State::on_remedied(std::uint32_t number) {
    Request &request = requests_[number];
    request.healing = kNoTimer;
    const Remedy &remedy = operation_of(request).healing->config->remedies[request.remedy];
    DrawKey key = draw_key(request, Purpose::remedy, operation_of(request).legs[request.operation_leg].service, request.heal_rounds);
    bool removed = false;
    if (randomness.uniform(key) <= remedy.success.value) {
        for (std::size_t i = 0; i < plan->inputs.size(); ++i) {
            const std::uint32_t bit = 1u << i;
            if (plan->inputs[i].kind == remedy.issue && (request.inputs & bit)) {
                request.inputs &= ~bit;
                removed = true;
            }
        }
    }
    book(request, remedy.cost.nano_usd);
    emit(RecordKind::remedy_ended, request.number, key.service, remedy.cost.nano_usd, remedy.issue, removed ? 1 : 0, 0,
         request.operation_leg, request.flags);
    healing_over(number, true);
}

void Simulation::State::healing_over(std::uint32_t number, bool try_again) {
    Request &request = requests_[number];
    if (!try_again) return fall_back_or_fail(number, request.cause);
    request.recovery = Recovery::healing;
    const std::uint32_t service = operation_of(request).legs[request.operation_leg].service;
    emit(RecordKind::leg_entered, request.number, service, 0, request.cause, static_cast<std::uint8_t>(LegReason::healed),
         0, request.operation_leg, request.flags);
    start_frame(number, true);
}

void Simulation::State::on_deadline(std::uint32_t number) {
    Request &request = requests_[number];
    request.deadline = kNoTimer;
    cancel(request.healing);
    if (request.frame != kNone) {
        const std::uint32_t frame = request.frame;
        abandon(frame, 0, kind_deadline);
        release_frame(frame);
        requests_[number].frame = kNone;
    }
    end_request(number, Ending::deadline, kind_deadline, false);
}

void Simulation::State::end_request(std::uint32_t number, Ending ending, Outcome outcome, bool right) {
    Request &request = requests_[number];
    HALFOPEN_CHECK(!request.ended);
    cancel(request.deadline);
    request.ended = true;
    --in_flight;
    const bool served = ending == Ending::served;
    const bool first_try = served && request.recovery == Recovery::none;
    tell_cost(request);
    const std::uint32_t service = operation_of(request).legs[request.operation_leg].service;
    const auto flags = static_cast<std::uint8_t>(request.flags | (served && right ? flag::right : 0));
    const Recovery recovery = served ? request.recovery : Recovery::none;
    emit(RecordKind::request_ended, request.number, service, (time - request.counted_from).count(),
         ending_detail(outcome, recovery, first_try), static_cast<std::uint8_t>(ending), request.sent,
         request.operation_leg, flags);
    request_over(request);
    drop_request(number);
}

/// Tells what has been booked since it was told last.
void Simulation::State::tell_cost(Request &request) {
    if (request.cost_nano == 0) return;
    emit(RecordKind::request_cost, request.number, 0, request.cost_nano, 0, 0, 0, request.operation_leg, request.flags);
    request.cost_nano = 0;
}

/// Forgets a request that has ended once none of its calls is under way.
void Simulation::State::drop_request(std::uint32_t number) {
    if (!requests_[number].ended || requests_[number].refs > 0) return;
    if (number < trees_.size()) trees_[number].clear();
    requests_.release(number);
}

} // namespace halfopen
