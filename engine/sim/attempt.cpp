// SPDX-License-Identifier: GPL-3.0-or-later
// An attempt as its caller sees it: sent, answered or given up, billed; and what becomes of the call afterwards.
#include "engine/sim/state.h"

namespace halfopen {

void Simulation::State::send_attempt(std::uint32_t frame_number) {
    const std::uint32_t number = calls_.acquire();
    Frame &frame = frames_[frame_number];
    Request &request = requests_[frame.request];
    Call &call = calls_[number];
    frame.call = number;
    call.frame = frame_number;
    call.request = frame.request;
    call.service = frame.service;
    call.slot = frame.slot;
    call.sent = time;
    if (request.attempts[frame.slot] < 0xffff) ++request.attempts[frame.slot];
    call.attempt = request.attempts[frame.slot];
    if (request.sent < 0xffff) ++request.sent;
    if (++request.sent_on_leg > 1) request.flags |= flag::special;
    ++request.refs;
    ++calls_under_way;
    const auto counted = static_cast<std::uint8_t>(request.flags & flag::counted);
    emit(RecordKind::attempt_started, request.number, frame.service,
         frame.timeout != kNoTimer ? frame.armed.count() : 0, 0, 0, call.attempt, request.operation_leg, counted);
    const ServicePlan &service = plan->services[frame.service];
    if (service.network.always_zero()) return on_call_arrives(number);
    DrawKey key = draw_key(request, Purpose::network, frame.service, call.attempt);
    schedule(saturating_add(time, service.network.draw(randomness, key)), Rank::normal, EventKind::call_arrives, number);
}

/// The service's effect happens; once more for the same request is a duplicate, unless a key tells them apart.
void Simulation::State::happen_effect(const Call &call) {
    const ServicePlan &service = plan->services[call.service];
    if (!service.effect) return;
    Request &request = requests_[call.request];
    std::uint8_t &effects = request.effects[call.slot];
    if (effects > 0 && !service.idempotent) {
        emit(RecordKind::effect_duplicated, request.number, call.service, effects + 1, 0, 0, call.attempt,
             request.operation_leg, static_cast<std::uint8_t>(request.flags & flag::counted));
    }
    if (effects < 0xff) ++effects;
}

/// The outcome starts its way back. What hangs never answers: the caller must time out.
void Simulation::State::answer(std::uint32_t number) {
    Call &call = calls_[number];
    if (call.frame == kNone) return free_call(number);
    call.where = call.shows == Shows::hang ? Call::Where::silent : Call::Where::answering;
    if (call.where == Call::Where::silent) return; // kept until the caller gives up
    const ServicePlan &service = plan->services[call.service];
    if (service.network.always_zero()) return on_call_answers(number);
    DrawKey key = draw_key(requests_[call.request], Purpose::network, call.service, call.attempt);
    key.draw = 64;
    schedule(saturating_add(time, service.network.draw(randomness, key)), Rank::normal, EventKind::call_answers, number);
}

void Simulation::State::on_call_answers(std::uint32_t number) {
    Call &call = calls_[number];
    if (call.frame == kNone) return free_call(number);
    const ServicePlan &service = plan->services[call.service];
    Request &request = requests_[call.request];
    Outcome outcome = call.outcome;
    bool right = outcome == kSuccess;
    if (right && service.judged) {
        DrawKey key = draw_key(request, Purpose::accuracy, call.service, call.attempt);
        const auto u = randomness.uniforms(key);
        right = u[0] <= service.accuracy;
        if (service.confidence) {
            const Ratio accept = right ? service.confidence->accept_right : service.confidence->accept_wrong;
            if (u[1] > accept.value) outcome = kind_low_confidence;
        }
    }
    book_attempt(call, request, outcome, right, 0);
    const std::uint32_t frame = call.frame;
    const std::optional<Duration> hint = call.retry_after;
    const bool met_fault = call.met_fault;
    frames_[frame].call = kNone;
    free_call(number);
    ascend(frame, frames_[frame].stack->count, outcome, hint, right, met_fault);
}

void Simulation::State::book_attempt(const Call &call, Request &request, Outcome outcome, bool right,
                                     std::uint8_t more_flags) {
    const std::int64_t cost = plan->services[call.service].bill[outcome];
    book(request, cost);
    const auto flags = static_cast<std::uint8_t>((request.flags & flag::counted) | more_flags |
                                                 (call.met_fault ? flag::met_fault : 0) |
                                                 (right && outcome == kSuccess ? flag::right : 0));
    emit(RecordKind::attempt_ended, request.number, call.service, cost, outcome, 0, call.attempt,
         request.operation_leg, flags);
}

/// The caller gives its attempt up: booked by the caller's outcome, the call itself goes on at its service.
void Simulation::State::give_up_call(std::uint32_t frame_number, Outcome outcome) {
    const std::uint32_t number = frames_[frame_number].call;
    frames_[frame_number].call = kNone;
    Call &call = calls_[number];
    book_attempt(call, requests_[call.request], outcome, false, outcome == kind_timeout ? std::uint8_t{0} : flag::special);
    call.frame = kNone;
    if (call.where == Call::Where::silent) return free_call(number);
    if (plan->services[call.service].cancels) {
        DrawKey key = draw_key(requests_[call.request], Purpose::network, call.service, call.attempt);
        key.draw = 32;
        const Duration delay = plan->services[call.service].network.draw(randomness, key);
        call.cancelling = arm(saturating_add(time, delay), Rank::normal, EventKind::call_cancel, number);
    }
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
