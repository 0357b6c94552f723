// SPDX-License-Identifier: GPL-3.0-or-later
// What a retry layer does with a failure, and the budget that may stop it.
#include <cmath>

#include "engine/base/check.h"
#include "engine/sim/state.h"

namespace halfopen {

bool Simulation::State::give_up(std::uint32_t number, Outcome outcome, GiveUp why, Duration wait) {
    const Frame &frame = frames_[number];
    tell(frame, RecordKind::gave_up, frame.service, wait.count(), outcome, static_cast<std::uint8_t>(why),
         frame.retry.tries);
    return false;
}

/// True when the retry layer waits for another try; otherwise `instead` is what goes on outwards.
bool Simulation::State::retry_again(std::uint32_t number, Outcome outcome, std::optional<Duration> hint,
                                    Outcome &instead) {
    Frame &frame = frames_[number];
    if (outcome == kind_deadline) return false;
    const RetryConfig &config = *frame.stack->retry;
    const bool drawn = config.jitter.kind != JitterKind::none || !config.per_kind.empty();
    double u = 0.0;
    if (drawn) {
        DrawKey key = draw_key(frame, Purpose::jitter);
        key.draw = frame.retry.tries & 0xffu; // refusals send no attempt but draw their own wait
        u = 1.0 - randomness.uniform(key);
    }
    const RetryDecision decision = after_failure(config, plan->scenario.kinds, frame.retry, outcome, hint, u);
    switch (decision.verdict) {
    case RetryVerdict::give_up_kind: return give_up(number, outcome, GiveUp::kind_not_retried, decision.wait);
    case RetryVerdict::give_up_attempts: return give_up(number, outcome, GiveUp::attempts_used_up, decision.wait);
    case RetryVerdict::give_up_hint: return give_up(number, outcome, GiveUp::hint_too_long, decision.wait);
    case RetryVerdict::again: break;
    }
    if (frame.stack->budget && outcome != kind_budget_empty && !budget_allows(number, outcome)) {
        frames_[number].retry.tries += 1; // the refusal stands for the next try
        instead = kind_budget_empty;
        return retry_again(number, kind_budget_empty, std::nullopt, instead);
    }
    return wait_to_retry(number, outcome, decision, instead);
}

bool Simulation::State::wait_to_retry(std::uint32_t number, Outcome outcome, const RetryDecision &decision,
                                      Outcome &instead) {
    Frame &frame = frames_[number];
    const SimTime resume = saturating_add(time, decision.wait);
    if (resume >= deadline_of(frame)) {
        instead = kind_deadline;
        return give_up(number, outcome, GiveUp::deadline_would_pass, decision.wait);
    }
    const WaitReason why = decision.hint_decided ? WaitReason::retry_after
                           : frame.healing       ? WaitReason::healing
                                                 : WaitReason::backoff;
    tell(frame, RecordKind::wait_started, frame.service, decision.wait.count(), outcome,
         static_cast<std::uint8_t>(why), frame.retry.tries);
    tell(frame, RecordKind::wait_range, frame.service, decision.range.longest.count(), 0, 0, frame.retry.tries);
    if (!frame.healing && is_leg(frame)) requests_[frame.request].recovery = Recovery::retry;
    if (outcome == kind_budget_empty && frame.stack->budget) { // asked once more when the wait is over
        FrameExtra &extra = extras_[frame.extra];
        extra.parked = Parked::budget;
    }
    frame.wait = arm(resume, Rank::normal, EventKind::wait_over, number);
    return true;
}

/// Enters the retry layer anew: the next try.
void Simulation::State::resume_retry(std::uint32_t number) {
    descend(number, frames_[number].stack->place_of(LayerKind::retry));
}

TryResult Simulation::State::try_result(const Frame &frame, Outcome outcome) const {
    if (outcome == kSuccess) return TryResult::success;
    const bool retryable = frame.stack->retry ? retries_kind(*frame.stack->retry, plan->scenario.kinds, outcome)
                                              : plan->scenario.kinds[outcome].retry;
    if (!retryable || is_refusal(outcome)) return TryResult::rejected;
    if (outcome == kind_timeout) return TryResult::timeout;
    return outcome == kind_rate_limit ? TryResult::throttled : TryResult::transient;
}

/// Asks the budget for one more try after this outcome; tells what it says.
bool Simulation::State::budget_allows(std::uint32_t number, Outcome outcome) {
    const Frame &frame = frames_[number];
    FrameExtra &extra = extras_[frame.extra];
    const BudgetConfig &config = *frame.stack->budget;
    const std::uint32_t place = guard_number(frame, config.shared);
    Budget &budget = *guards[place].budget;
    const bool allowed = budget.retry(config, time, extra.budget, try_result(frame, outcome));
    if (allowed) {
        const double left = budget.level(config, time) * 1000.0;
        tell(frame, RecordKind::budget_spent, place, std::llround(std::min(left, 9e15)), outcome, 0, attempts_of(frame));
    } else {
        tell(frame, RecordKind::refused, place, 0, kind_budget_empty, 0, attempts_of(frame));
    }
    return allowed;
}

/// A try goes in: the budget counts it, and an adaptive throttle may refuse it.
bool Simulation::State::pass_gate(std::uint32_t number, std::size_t layer) {
    const Frame &frame = frames_[number];
    FrameExtra &extra = extras_[frame.extra];
    const BudgetConfig &config = *frame.stack->budget;
    double u = 0.0;
    if (gates_first_tries(config)) {
        DrawKey key = draw_key(frame, Purpose::budget);
        key.draw = frame.retry.tries & 0xffu;
        u = 1.0 - randomness.uniform(key);
    }
    const std::uint32_t place = guard_number(frame, config.shared);
    if (guards[place].budget->admit(config, time, extra.budget, u)) return true;
    extra.budget.in_try = false;
    refuse(number, layer, kind_budget_empty, place, kTimeNever, 0);
    return false;
}

/// A retry loop begins.
void Simulation::State::begin_budget(const Frame &frame) {
    if (!frame.stack->budget) return;
    FrameExtra &extra = extras_[frame.extra];
    guard_of(frame, frame.stack->budget->shared).budget->begin(*frame.stack->budget, time, extra.budget);
}

/// A try is over, unless it never went in.
void Simulation::State::leave_gate(Frame &frame, Outcome outcome) {
    FrameExtra &extra = extras_[frame.extra];
    if (!extra.budget.in_try) return;
    extra.budget.in_try = false;
    const BudgetConfig &config = *frame.stack->budget;
    guard_of(frame, config.shared).budget->ended(config, time, extra.budget, try_result(frame, outcome));
}

} // namespace halfopen
