// SPDX-License-Identifier: GPL-3.0-or-later
// The layers of a leg, outermost first: a call descends through them, its outcome ascends.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/sim/state.h"

namespace halfopen {

/// Enters the layers from `layer` inwards; sends the attempt when all let it pass.
void Simulation::State::descend(std::uint32_t number, std::size_t layer) {
    const StackPlan &stack = *frames_[number].stack;
    for (; layer < stack.count; ++layer) {
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
        case LayerKind::rate_limiter: break; // no such layer in a plan yet
        }
    }
    send_attempt(number);
}

bool Simulation::State::pass_breaker(std::uint32_t number, std::size_t layer) {
    Frame &frame = frames_[number];
    const Request &request = requests_[frame.request];
    const Admission admission = breakers[frame.breaker].admit(*frame.stack->breaker, time);
    emit_changes(admission.changes, frame.breaker, request.number);
    if (admission.permitted) {
        frame.permit = admission.permit;
        frame.permit_held = true;
        return true;
    }
    const std::int64_t until = admission.probe_limit ? 0 : admission.until.time_since_epoch().count();
    emit(RecordKind::refused, request.number, frame.breaker, until, kind_breaker_open, admission.probe_limit ? 1 : 0,
         request.attempts[frame.slot], request.operation_leg, request.flags);
    ascend(number, layer, kind_breaker_open, std::nullopt, false, false);
    return false;
}

void Simulation::State::emit_changes(const BreakerChanges &changes, std::uint32_t number, std::uint32_t request) {
    for (int i = 0; i < changes.count; ++i) {
        const BreakerTransition &change = changes.list[static_cast<std::size_t>(i)];
        const Breaker &breaker = breakers[number];
        const bool opened = change.to == BreakerState::open;
        const auto states = static_cast<unsigned>(change.from) * 16 + static_cast<unsigned>(change.to);
        emit(RecordKind::breaker_changed, request, number, opened ? breaker.retest_at().time_since_epoch().count() : 0,
             static_cast<std::uint16_t>(states), static_cast<std::uint8_t>(change.reason), 0, 0, 0);
        const auto numbers = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(change.measured)) << 32) |
                             static_cast<std::uint32_t>(change.limit);
        emit(RecordKind::breaker_numbers, request, number, static_cast<std::int64_t>(numbers), 0, 0, 0, 0, 0);
    }
}

/// Hands the outcome outwards from above `layer` (a layer number counts the layers inside which it happened).
void Simulation::State::ascend(std::uint32_t number, std::size_t layer, Outcome outcome, std::optional<Duration> hint,
                               bool right, bool met_fault) {
    const StackPlan &stack = *frames_[number].stack;
    while (layer > 0) {
        --layer;
        Frame &frame = frames_[number];
        switch (stack.layers[layer]) {
        case LayerKind::timeout: cancel(frame.timeout); break;
        case LayerKind::breaker: observe_breaker(frame, outcome, met_fault); break;
        case LayerKind::retry:
            if (outcome != kSuccess && retry_again(number, outcome, hint, outcome)) return;
            break;
        case LayerKind::bulkhead:
        case LayerKind::rate_limiter: break;
        }
    }
    leg_over(frames_[number].request, outcome, right);
}

void Simulation::State::observe_breaker(Frame &frame, Outcome outcome, bool met_fault) {
    HALFOPEN_CHECK(frame.permit_held);
    frame.permit_held = false;
    const BreakerConfig &config = *frame.stack->breaker;
    Breaker &breaker = breakers[frame.breaker];
    const Request &request = requests_[frame.request];
    if (outcome == kind_deadline) { // cut by something outside: it counts as nothing
        breaker.abandon(config, frame.permit);
        return;
    }
    const BreakerCount counts = plan->scenario.kinds[outcome].breaker;
    const Verdict verdict = outcome == kSuccess || counts == BreakerCount::success ? Verdict::success
                            : counts == BreakerCount::failure                      ? Verdict::failure
                                                                                   : Verdict::ignored;
    double u = 0.0;
    if (config.open_jitter.kind != JitterKind::none) {
        DrawKey key = draw_key(request, Purpose::breaker, frame.service, request.attempts[frame.slot]);
        u = 1.0 - randomness.uniform(key);
    }
    const BreakerState before = breaker.state();
    const BreakerChanges changes =
        breaker.observe(config, time, frame.permit, verdict, time - frame.permit.since, u);
    const bool windowed = config.trip == TripRule::count_window || config.trip == TripRule::time_window;
    const int counted = windowed ? breaker.window().total().failures : breaker.failures();
    const auto flags = static_cast<std::uint8_t>(request.flags | (met_fault ? flag::met_fault : 0));
    emit(RecordKind::breaker_observed, request.number, frame.breaker, counted,
         static_cast<std::uint16_t>(outcome | (static_cast<unsigned>(before) << 8)), static_cast<std::uint8_t>(verdict),
         request.attempts[frame.slot], request.operation_leg, flags);
    emit_changes(changes, frame.breaker, request.number);
}

/// True when the retry layer waits for another try; otherwise `instead` is what goes on outwards.
bool Simulation::State::retry_again(std::uint32_t number, Outcome outcome, std::optional<Duration> hint,
                                    Outcome &instead) {
    Frame &frame = frames_[number];
    Request &request = requests_[frame.request];
    if (outcome == kind_deadline) return false;
    const RetryConfig &config = *frame.stack->retry;
    DrawKey key = draw_key(request, Purpose::jitter, frame.service, request.attempts[frame.slot]);
    key.draw = frame.retry.tries & 0xffu; // refusals send no attempt but draw their own wait
    const bool drawn = config.jitter.kind != JitterKind::none || !config.per_kind.empty();
    const double u = drawn ? 1.0 - randomness.uniform(key) : 0.0;
    const RetryDecision decision = after_failure(config, plan->scenario.kinds, frame.retry, outcome, hint, u);
    const auto give_up = [&](GiveUp why) {
        emit(RecordKind::gave_up, request.number, frame.service, decision.wait.count(), outcome,
             static_cast<std::uint8_t>(why), frame.retry.tries, request.operation_leg, request.flags);
        return false;
    };
    switch (decision.verdict) {
    case RetryVerdict::give_up_kind: return give_up(GiveUp::kind_not_retried);
    case RetryVerdict::give_up_attempts: return give_up(GiveUp::attempts_used_up);
    case RetryVerdict::give_up_hint: return give_up(GiveUp::hint_too_long);
    case RetryVerdict::again: break;
    }
    const SimTime resume = saturating_add(time, decision.wait);
    if (resume >= request.deadline_at) {
        instead = kind_deadline;
        return give_up(GiveUp::deadline_would_pass);
    }
    const WaitReason why = decision.hint_decided ? WaitReason::retry_after
                           : frame.healing       ? WaitReason::healing
                                                 : WaitReason::backoff;
    emit(RecordKind::wait_started, request.number, frame.service, decision.wait.count(), outcome,
         static_cast<std::uint8_t>(why), frame.retry.tries, request.operation_leg, request.flags);
    emit(RecordKind::wait_range, request.number, frame.service, decision.range.longest.count(), 0, 0,
         frame.retry.tries, request.operation_leg, request.flags);
    if (!frame.healing) request.recovery = Recovery::retry;
    frame.wait = arm(resume, Rank::normal, EventKind::wait_over, number);
    return true;
}

void Simulation::State::on_wait_over(std::uint32_t number) {
    frames_[number].wait = kNoTimer;
    const StackPlan &stack = *frames_[number].stack;
    std::size_t retry = 0;
    while (stack.layers[retry] != LayerKind::retry) ++retry;
    descend(number, retry); // enters the retry layer anew: the next try
}

void Simulation::State::on_timeout(std::uint32_t number) {
    Frame &frame = frames_[number];
    frame.timeout = kNoTimer;
    std::size_t layer = 0;
    while (frame.stack->layers[layer] != LayerKind::timeout) ++layer;
    const bool met_fault = frame.call != kNone && calls_[frame.call].met_fault;
    abandon(number, layer + 1, kind_timeout);
    ascend(number, layer, kind_timeout, std::nullopt, false, met_fault);
}

/// Something outside gives up: the layers from `layer` inwards are wound up, innermost first.
void Simulation::State::abandon(std::uint32_t number, std::size_t layer, Outcome outcome) {
    if (frames_[number].call != kNone) give_up_call(number, outcome);
    const StackPlan &stack = *frames_[number].stack;
    for (std::size_t i = stack.count; i-- > layer;) {
        Frame &frame = frames_[number];
        switch (stack.layers[i]) {
        case LayerKind::timeout: cancel(frame.timeout); break;
        case LayerKind::breaker:
            if (frame.permit_held) {
                breakers[frame.breaker].abandon(*stack.breaker, frame.permit);
                frame.permit_held = false;
            }
            break;
        case LayerKind::retry: cancel(frame.wait); break;
        case LayerKind::bulkhead:
        case LayerKind::rate_limiter: break;
        }
    }
}

} // namespace halfopen
