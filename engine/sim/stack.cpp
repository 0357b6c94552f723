// SPDX-License-Identifier: GPL-3.0-or-later
// The layers of a stack, outermost first: a call descends through them, its outcome ascends.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/sim/state.h"

namespace halfopen {

/// Enters the layers from `layer` inwards; sends the attempt when all let it pass.
void Simulation::State::descend(std::uint32_t number, std::size_t layer) {
    const StackPlan &stack = *frames_[number].stack;
    for (;; ++layer) {
        if (layer == stack.gate_at && !pass_gate(number, layer)) return;
        if (layer >= stack.count) break;
        Frame &frame = frames_[number];
        switch (stack.layers[layer]) {
        case LayerKind::retry: ++frame.retry.tries; break;
        case LayerKind::breaker:
            if (!pass_breaker(number, layer)) return;
            break;
        case LayerKind::timeout: {
            const bool again = frame.retry.tries > 1 && stack.retry_timeout;
            const TimeoutConfig *config = again ? stack.retry_timeout : stack.timeout;
            if (!config) break;
            frame.armed = timeout_of(*config, std::max<int>(1, frame.retry.tries));
            frame.timeout = arm(saturating_add(time, frame.armed), Rank::timeout, EventKind::timeout, number);
            break;
        }
        case LayerKind::bulkhead:
            if (!pass_bulkhead(number, layer)) return;
            break;
        case LayerKind::rate_limiter:
            if (!pass_rate_limiter(number, layer)) return;
            break;
        }
    }
    if (stack.hedge) return start_hedged(number);
    send_attempt(number);
}

/// Nothing is sent: a layer's refusal takes the place of an outcome.
void Simulation::State::refuse(std::uint32_t number, std::size_t layer, Outcome refusal, std::uint32_t object,
                               SimTime until, std::uint8_t reason) {
    const Frame &frame = frames_[number];
    const std::int64_t value = until == kTimeNever ? 0 : until.time_since_epoch().count();
    tell(frame, RecordKind::refused, object, value, refusal, reason, attempts_of(frame));
    if (!is_leg(frame) && fault_is_on(frame.service)) meet_fault(calls_[extras_[frame.extra].parent]);
    ascend(number, layer, refusal, std::nullopt, false, false);
}

/// Hands the outcome outwards from above `layer` (a layer number counts the layers inside which it happened).
void Simulation::State::ascend(std::uint32_t number, std::size_t layer, Outcome outcome, std::optional<Duration> hint,
                               bool right, bool met_fault) {
    const StackPlan &stack = *frames_[number].stack;
    while (layer > 0) {
        --layer;
        Frame &frame = frames_[number];
        if (layer + 1 == stack.gate_at) leave_gate(frame, outcome);
        switch (stack.layers[layer]) {
        case LayerKind::timeout: cancel(frame.timeout); break;
        case LayerKind::breaker: observe_breaker(frame, outcome, met_fault, hint); break;
        case LayerKind::retry:
            if (outcome != kSuccess && retry_again(number, outcome, hint, outcome)) return;
            break;
        case LayerKind::bulkhead: leave_bulkhead(number); break;
        case LayerKind::rate_limiter: break;
        }
    }
    if (stack.gate_at == 0) leave_gate(frames_[number], outcome);
    frame_over(number, outcome, right);
}

/// The stack has spoken for good.
void Simulation::State::frame_over(std::uint32_t number, Outcome outcome, bool right) {
    const Frame &frame = frames_[number];
    if (!is_leg(frame)) return child_over(number, outcome);
    const std::uint32_t request = frame.request;
    release_frame(number);
    requests_[request].frame = kNone;
    leg_over(request, outcome, right);
}

void Simulation::State::release_frame(std::uint32_t number) {
    const Frame &frame = frames_[number];
    if (frame.extra != kNone) {
        if (frame.stack->budget) {
            FrameExtra &extra = extras_[frame.extra];
            guard_of(frame, frame.stack->budget->shared).budget->finish(*frame.stack->budget, time, extra.budget);
        }
        extras_.release(frame.extra);
    }
    frames_.release(number);
}

void Simulation::State::on_wait_over(std::uint32_t number) {
    frames_[number].wait = kNoTimer;
    const Frame &frame = frames_[number];
    if (frame.extra != kNone && extras_[frame.extra].parked != Parked::no) return on_parked_over(number);
    resume_retry(number);
}

void Simulation::State::on_timeout(std::uint32_t number) {
    Frame &frame = frames_[number];
    frame.timeout = kNoTimer;
    const std::size_t layer = frame.stack->place_of(LayerKind::timeout);
    const bool met_fault = frame.call != kNone && calls_[frame.call].met_fault;
    abandon(number, layer + 1, kind_timeout);
    ascend(number, layer, kind_timeout, std::nullopt, false, met_fault);
}

/// Something outside gives up: the layers from `layer` inwards are wound up, innermost first.
void Simulation::State::abandon(std::uint32_t number, std::size_t layer, Outcome outcome) {
    const StackPlan &stack = *frames_[number].stack;
    if (stack.hedge) {
        give_up_copies(number, outcome);
    } else if (frames_[number].call != kNone) {
        give_up_call(frames_[number].call, outcome);
    }
    if (frames_[number].extra != kNone && extras_[frames_[number].extra].parked != Parked::no) unpark(number);
    for (std::size_t i = stack.count; i-- > layer;) {
        Frame &frame = frames_[number];
        if (i + 1 == stack.gate_at) leave_gate(frame, outcome);
        switch (stack.layers[i]) {
        case LayerKind::timeout: cancel(frame.timeout); break;
        case LayerKind::breaker:
            if (frame.permit_held) {
                frame.permit_held = false;
                breakers[frame.breaker].abandon(*stack.breaker, frame.permit);
                after_breaker_step(frame.breaker);
            }
            break;
        case LayerKind::retry: cancel(frame.wait); break;
        case LayerKind::bulkhead: leave_bulkhead(number); break;
        case LayerKind::rate_limiter: break;
        }
    }
}

} // namespace halfopen
