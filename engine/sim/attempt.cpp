// SPDX-License-Identifier: GPL-3.0-or-later
// An attempt as its caller sees it: sent, answered or given up, billed; and what becomes of the call afterwards.
#include <algorithm>

#include "engine/sim/state.h"

namespace halfopen {

void Simulation::State::send_attempt(std::uint32_t frame) {
    const std::uint32_t call = send_call(frame, 0);
    if (call == kNone) return;
    frames_[frame].call = call;
    travel(call, EventKind::call_arrives, lane::there);
}

/// The replica that takes the next call; nothing when a balancer has ejected them all.
std::optional<std::uint32_t> Simulation::State::pick_replica(const Frame &frame, std::uint8_t copy) {
    const ServicePlan &service = plan->services[frame.service];
    const Ejection *ejection = nullptr;
    if (frame.stack->ejection) {
        const std::uint32_t place = guard_number(frame, frame.stack->ejection->shared);
        ejection_changes_.clear();
        guards[place].ejection.settle(*frame.stack->ejection, time, ejection_changes_);
        emit_ejections(place, ejection_changes_);
        ejection = &guards[place].ejection;
        if (ejection->all_ejected()) return std::nullopt;
    }
    const auto out = [ejection](std::uint32_t i) { return ejection && ejection->ejected(static_cast<int>(i)); };
    std::uint32_t pick = 0;
    if (service.balance == Balance::least_busy) {
        std::optional<int> least;
        for (std::uint32_t i = 0; i < service.replicas; ++i) {
            const Server &server = servers[service.first_server + i];
            if (out(i) || (least && server.serving + server.queued >= *least)) continue;
            least = server.serving + server.queued;
            pick = i;
        }
        return service.first_server + pick;
    }
    if (service.balance == Balance::round_robin) {
        pick = service_states[frame.service].turn++ % service.replicas;
    } else {
        DrawKey key = draw_key(frame, Purpose::balance);
        if (copy == 0) ++key.attempt; // the attempt that is about to be sent
        key.copy = copy;
        pick = std::min(static_cast<std::uint32_t>((1.0 - randomness.uniform(key)) * service.replicas),
                        service.replicas - 1);
    }
    while (out(pick)) pick = pick + 1 == service.replicas ? 0 : pick + 1;
    return service.first_server + pick;
}

/// Makes the call of an attempt (or of a further copy of it) and tells of it. kNone when no replica takes it: the
/// refusal has then ascended.
std::uint32_t Simulation::State::send_call(std::uint32_t frame_number, std::uint8_t copy) {
    const Frame &asking = frames_[frame_number];
    const ServicePlan &service = plan->services[asking.service];
    const bool alone = service.replicas == 1 && !asking.stack->ejection;
    const std::optional<std::uint32_t> server = alone ? service.first_server : pick_replica(asking, copy);
    if (!server) {
        const Frame &frame = frames_[frame_number];
        if (copy > 0) return kNone;
        const FrameExtra &extra = extras_[frame.extra];
        refuse(frame_number, frame.stack->count, kind_breaker_open, extra.guard, kTimeNever, kRefusedByBalancer);
        return kNone;
    }
    const std::uint32_t number = calls_.acquire();
    Frame &frame = frames_[frame_number];
    Request &request = requests_[frame.request];
    std::uint16_t &attempts = count_of(frame);
    if (copy == 0 && attempts < 0xffff) ++attempts;
    Call &call = calls_[number];
    call.frame = frame_number;
    call.request = frame.request;
    call.service = frame.service;
    call.server = *server;
    call.slot = frame.slot;
    call.leg = frame.leg;
    call.copy = copy;
    call.sent = time;
    call.attempt = attempts;
    if (frame.extra != kNone) {
        const FrameExtra &extra = extras_[frame.extra];
        call.node = extra.node;
        call.block = extra.block;
        call.depth = extra.depth;
    }
    if (is_leg(frame)) {
        if (request.sent < 0xffff) ++request.sent;
        if (copy == 0 && ++request.sent_on_leg > 1) request.flags |= flag::special;
    }
    ++request.refs;
    ++calls_under_way;
    const auto replica = static_cast<std::uint16_t>(*server - service.first_server);
    tell(call, RecordKind::attempt_started, frame.timeout != kNoTimer ? frame.armed.count() : 0, replica, call.depth);
    return number;
}

/// A message of this call is on its way for one network delay.
void Simulation::State::travel(std::uint32_t number, EventKind arrives, std::uint32_t draw) {
    const Call &call = calls_[number];
    const ServicePlan &service = plan->services[call.service];
    if (service.network.always_zero()) {
        return arrives == EventKind::call_arrives ? on_call_arrives(number) : on_call_answers(number);
    }
    DrawKey key = draw_key(call, Purpose::network);
    key.draw = draw;
    Duration delay = service.network.draw(randomness, key);
    if (draw == lane::version_back) { // the version comes back, the write goes out
        key.draw = lane::write_there;
        delay = saturating_add(SimTime{delay}, service.network.draw(randomness, key)).time_since_epoch();
    }
    schedule(saturating_add(time, delay), Rank::normal, arrives, number);
}

/// The service's effect happens; once more for the same request is a duplicate, unless a key tells them apart.
void Simulation::State::happen_effect(const Call &call) {
    const ServicePlan &service = plan->services[call.service];
    if (!service.effect) return;
    std::uint8_t &effects =
        call.node == 0 ? requests_[call.request].effects[call.slot] : trees_[call.request][call.node].effects;
    if (effects > 0 && !service.idempotent) tell(call, RecordKind::effect_duplicated, effects + 1, 0, 0);
    if (effects < 0xff) ++effects;
}

/// The outcome starts its way back. What hangs never answers: the caller must time out.
void Simulation::State::answer(std::uint32_t number) {
    Call &call = calls_[number];
    if (call.frame == kNone) return free_call(number);
    call.where = call.shows == Shows::hang ? Call::Where::silent : Call::Where::answering;
    if (call.where == Call::Where::silent) return; // kept until the caller gives up
    travel(number, EventKind::call_answers, lane::back);
}

void Simulation::State::on_call_answers(std::uint32_t number) {
    Call &call = calls_[number];
    if (call.frame == kNone) return free_call(number);
    const ServicePlan &service = plan->services[call.service];
    Request &request = requests_[call.request];
    Outcome outcome = call.outcome;
    bool right = outcome == kSuccess;
    if (right && service.judged) {
        const auto u = randomness.uniforms(draw_key(call, Purpose::accuracy));
        right = u[0] <= service.accuracy;
        if (service.confidence) {
            const Ratio accept = right ? service.confidence->accept_right : service.confidence->accept_wrong;
            if (u[1] > accept.value) outcome = kind_low_confidence;
        }
    }
    book_attempt(call, request, outcome, right, 0);
    const std::uint32_t frame = call.frame;
    const StackPlan &stack = *frames_[frame].stack;
    if (stack.ejection) observe_ejection(call, frames_[frame], outcome);
    const std::optional<Duration> hint = call.retry_after;
    const bool met_fault = call.met_fault;
    if (stack.hedge) {
        call.frame = kNone;
        const Call answered = call;
        free_call(number);
        if (!copy_over(frame, answered, outcome)) return;
    } else {
        frames_[frame].call = kNone;
        free_call(number);
    }
    ascend(frame, stack.count, outcome, hint, right, met_fault);
}

void Simulation::State::book_attempt(const Call &call, Request &request, Outcome outcome, bool right,
                                     std::uint8_t more_flags) {
    const std::int64_t cost = plan->services[call.service].bill[outcome];
    book(request, cost);
    const auto flags = static_cast<std::uint8_t>((request.flags & flag::counted) | more_flags | call.copy |
                                                 (call.met_fault ? flag::met_fault : 0) |
                                                 (right && outcome == kSuccess ? flag::right : 0));
    emit(RecordKind::attempt_ended, request.number, call.service, cost, outcome, 0, call.attempt, call.leg, flags);
    if (request.ended) tell_cost(request); // a call below one that its caller gave up
}

/// The caller gives its attempt up: booked by the caller's outcome, the call itself goes on at its service.
void Simulation::State::give_up_call(std::uint32_t number, Outcome outcome) {
    Call &call = calls_[number];
    Frame &frame = frames_[call.frame];
    frame.call = kNone;
    book_attempt(call, requests_[call.request], outcome, false, outcome == kind_timeout ? std::uint8_t{0} : flag::special);
    if (frame.stack->ejection) observe_ejection(call, frame, outcome);
    const bool cancels = plan->services[call.service].cancels &&
                         (outcome != kind_cancelled || !frame.stack->hedge || frame.stack->hedge->cancel_losers);
    call.frame = kNone;
    if (call.where == Call::Where::silent) return free_call(number);
    if (!cancels) return;
    DrawKey key = draw_key(call, Purpose::network);
    key.draw = lane::cancel;
    const Duration delay = plan->services[call.service].network.draw(randomness, key);
    call.cancelling = arm(saturating_add(time, delay), Rank::normal, EventKind::call_cancel, number);
}

void Simulation::State::free_call(std::uint32_t number) {
    const std::uint32_t request = calls_[number].request;
    cancel(calls_[number].cancelling);
    calls_[number].where = Call::Where::free;
    calls_.release(number);
    --calls_under_way;
    --requests_[request].refs;
    drop_request(request);
}

} // namespace halfopen
