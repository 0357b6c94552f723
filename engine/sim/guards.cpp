// SPDX-License-Identifier: GPL-3.0-or-later
// Bulkhead and rate limiter, and how a frame waits before a layer.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/sim/state.h"

namespace halfopen {

namespace {

WaitReason wait_reason(Parked why) {
    switch (why) {
    case Parked::bulkhead: return WaitReason::bulkhead;
    case Parked::rate_limiter: return WaitReason::rate_limiter;
    default: return WaitReason::breaker;
    }
}

} // namespace

bool Simulation::State::pass_bulkhead(std::uint32_t number, std::size_t layer) {
    const Frame &frame = frames_[number];
    const BulkheadConfig &config = *frame.stack->bulkhead;
    Guard &guard = guard_of(frame, config.shared);
    switch (guard.bulkhead.admit(config)) {
    case BulkheadAnswer::pass: extras_[frame.extra].in_bulkhead = true; return true;
    case BulkheadAnswer::wait:
        guard.waiting.push_back(number);
        park(number, layer, Parked::bulkhead, config.max_wait);
        return false;
    case BulkheadAnswer::refuse: break;
    }
    refuse(number, layer, kind_bulkhead_full, guard_number(frame, config.shared), kTimeNever, 0);
    return false;
}

/// A call that was inside is over or given up: the place goes to the one that has waited longest.
void Simulation::State::leave_bulkhead(std::uint32_t number) {
    const Frame &frame = frames_[number];
    FrameExtra &extra = extras_[frame.extra];
    if (!extra.in_bulkhead) return; // it was refused
    extra.in_bulkhead = false;
    Guard &guard = guard_of(frame, frame.stack->bulkhead->shared);
    guard.bulkhead.leave();
    while (guard.bulkhead.let_in(*frame.stack->bulkhead)) {
        const std::uint32_t front = guard.waiting.front();
        guard.waiting.pop_front();
        extras_[frames_[front].extra].in_bulkhead = true;
        let_in(front, kSuccess);
    }
}

bool Simulation::State::pass_rate_limiter(std::uint32_t number, std::size_t layer) {
    const Frame &frame = frames_[number];
    const RateLimiterConfig &config = *frame.stack->rate_limiter;
    const std::uint32_t place = guard_number(frame, config.shared);
    const RateLimiter::Answer answer = guards[place].limiter.admit(config, time);
    if (!answer.permitted) {
        refuse(number, layer, kind_rate_limited_locally, place, saturating_add(time, answer.wait), 0);
        return false;
    }
    if (answer.wait.count() == 0) return true;
    if (saturating_add(time, answer.wait) >= deadline_of(frame)) { // the token stays unused
        ascend(number, layer, kind_deadline, std::nullopt, false, false);
        return false;
    }
    park(number, layer, Parked::rate_limiter, answer.wait);
    extras_[frames_[number].extra].let_in = true;
    return false;
}

/// The frame waits before a layer, with a timer where the wait has an end of its own.
void Simulation::State::park(std::uint32_t number, std::size_t layer, Parked why, std::optional<Duration> at_most) {
    Frame &frame = frames_[number];
    FrameExtra &extra = extras_[frame.extra];
    extra.parked = why;
    extra.let_in = false;
    extra.refused = kSuccess;
    extra.layer = static_cast<std::uint8_t>(layer);
    extra.waits_since = time;
    const bool known = why == Parked::rate_limiter;
    tell(frame, RecordKind::wait_started, frame.service, known ? at_most->count() : 0, 0,
         static_cast<std::uint8_t>(wait_reason(why)), attempts_of(frame));
    if (at_most) frame.wait = arm(saturating_add(time, *at_most), Rank::normal, EventKind::wait_over, number);
}

/// The layer has decided about a parked frame. It goes on by an event of its own, so that nothing recurses.
void Simulation::State::let_in(std::uint32_t number, Outcome refused) {
    Frame &frame = frames_[number];
    FrameExtra &extra = extras_[frame.extra];
    cancel(frame.wait);
    extra.let_in = true;
    extra.refused = refused;
    frame.wait = arm(time, Rank::normal, EventKind::wait_over, number);
}

/// A parked frame is given up by something outside.
void Simulation::State::unpark(std::uint32_t number) {
    Frame &frame = frames_[number];
    FrameExtra &extra = extras_[frame.extra];
    const Parked why = extra.parked;
    extra.parked = Parked::no;
    cancel(frame.wait);
    if (extra.let_in || why == Parked::rate_limiter || why == Parked::budget) return; // what it holds is wound up by its layer
    if (why == Parked::breaker) {
        std::deque<std::uint32_t> &waiting = parked_[frame.breaker];
        waiting.erase(std::find(waiting.begin(), waiting.end(), number));
        return;
    }
    Guard &guard = guard_of(frame, frame.stack->bulkhead->shared);
    guard.waiting.erase(std::find(guard.waiting.begin(), guard.waiting.end(), number));
    guard.bulkhead.stop_waiting();
}

/// The wait before a layer has ended: with leave to go on, with a refusal, or because it took too long.
void Simulation::State::on_parked_over(std::uint32_t number) {
    Frame &frame = frames_[number];
    FrameExtra &extra = extras_[frame.extra];
    const Parked why = extra.parked;
    const std::size_t layer = extra.layer;
    if (why == Parked::budget) {
        extra.parked = Parked::no;
        if (budget_allows(number, kind_budget_empty)) return resume_retry(number);
        frames_[number].retry.tries += 1;
        return ascend(number, frame.stack->place_of(LayerKind::retry) + 1, kind_budget_empty, std::nullopt, false, false);
    }
    const bool in = extra.let_in;
    const Outcome refused = in ? extra.refused : Outcome{kind_bulkhead_full};
    if (!in) unpark(number);
    extra.parked = Parked::no;
    tell(frame, RecordKind::wait_ended, frame.service, (time - extra.waits_since).count(), 0,
         static_cast<std::uint8_t>(wait_reason(why)), attempts_of(frame));
    if (refused == kSuccess) return descend(number, layer + 1);
    if (why == Parked::breaker) {
        const Breaker &breaker = breakers[frame.breaker];
        return refuse(number, layer, refused, frame.breaker, breaker.retest_at(), 0);
    }
    refuse(number, layer, refused, guard_number(frame, frame.stack->bulkhead->shared), kTimeNever, 0);
}

} // namespace halfopen
