// SPDX-License-Identifier: GPL-3.0-or-later
// Breakers in a run: in a stack before the call, and at the balancer before a replica.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/sim/state.h"

namespace halfopen {

bool Simulation::State::pass_breaker(std::uint32_t number, std::size_t layer) {
    Frame &frame = frames_[number];
    const std::uint32_t breaker = frame.breaker;
    const BreakerConfig &config = *frame.stack->breaker;
    const Admission admission = breakers[breaker].admit(config, time);
    emit_changes(admission.changes, breaker, requests_[frame.request].number);
    frame.permit = admission.permit;
    if (admission.permitted) {
        frame.permit_held = true;
        if (admission.changes.count > 0) after_breaker_step(breaker);
        return true;
    }
    if (admission.changes.count > 0) after_breaker_step(breaker);
    if (admission.parked) {
        parked_[breaker].push_back(number);
        park(number, layer, Parked::breaker, std::nullopt);
        return false;
    }
    const SimTime until = admission.probe_limit ? kTimeNever : admission.until;
    refuse(number, layer, kind_breaker_open, breaker, until, admission.probe_limit ? 1 : 0);
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

/// A uniform in [0, 1) for a jittered open time.
double Simulation::State::breaker_uniform(const Frame &frame) const {
    const BreakerConfig &config = frame.stack->breaker ? *frame.stack->breaker : *frame.stack->ejection;
    if (config.open_jitter.kind == JitterKind::none && config.ejection.jitter.count() == 0) return 0.0;
    return 1.0 - randomness.uniform(draw_key(frame, Purpose::breaker));
}

Verdict Simulation::State::verdict_of(Outcome outcome) const {
    if (outcome == kSuccess) return Verdict::success;
    switch (plan->scenario.kinds[outcome].breaker) {
    case BreakerCount::success: return Verdict::success;
    case BreakerCount::failure: return Verdict::failure;
    case BreakerCount::ignore: break;
    }
    return Verdict::ignored;
}

void Simulation::State::observe_breaker(Frame &frame, Outcome outcome, bool met_fault, std::optional<Duration> hint) {
    HALFOPEN_CHECK(frame.permit_held);
    frame.permit_held = false;
    const BreakerConfig &config = *frame.stack->breaker;
    const std::uint32_t number = frame.breaker;
    Breaker &breaker = breakers[number];
    if (outcome == kind_deadline) { // cut by something outside: it counts as nothing
        breaker.abandon(config, frame.permit);
        return after_breaker_step(number);
    }
    Verdict verdict = verdict_of(outcome);
    const double u = breaker_uniform(frame);
    const BreakerState before = breaker.state();
    const BreakerChanges changes =
        breaker.observe(config, time, frame.permit, verdict, time - frame.permit.since, u, hint);
    if (changes.stale) verdict = Verdict::ignored;
    const bool windowed = config.trip == TripRule::count_window || config.trip == TripRule::time_window;
    const int counted = windowed ? breaker.window().total().failures : breaker.failures();
    const Request &request = requests_[frame.request];
    emit(RecordKind::breaker_observed, request.number, number, counted,
         static_cast<std::uint16_t>(outcome | (static_cast<unsigned>(before) << 8)), static_cast<std::uint8_t>(verdict),
         attempts_of(frame), frame.leg, static_cast<std::uint8_t>(request.flags | (met_fault ? flag::met_fault : 0)));
    emit_changes(changes, number, request.number);
    after_breaker_step(number);
}

/// Sets the breaker's own timer, and asks again for those who wait before it.
void Simulation::State::after_breaker_step(std::uint32_t number) {
    const BreakerConfig &config = *plan->breakers[number];
    if (const SimTime due = breakers[number].timer_at(config); due != kTimeNever && due != breaker_due_[number]) {
        breaker_due_[number] = due;
        queue.schedule(std::max(due, time), Rank::change, static_cast<std::uint32_t>(EventKind::breaker_timer), number);
    }
    if (parked_.empty()) return;
    std::deque<std::uint32_t> asking;
    asking.swap(parked_[number]);
    for (const std::uint32_t parked : asking) {
        Frame &frame = frames_[parked];
        const Admission admission = breakers[number].admit(config, time, &frame.permit);
        emit_changes(admission.changes, number, requests_[frame.request].number);
        if (admission.parked) {
            parked_[number].push_back(parked);
            continue;
        }
        frame.permit = admission.permit;
        frame.permit_held = admission.permitted;
        let_in(parked, admission.permitted ? kSuccess : Outcome{kind_breaker_open});
    }
}

/// A uniform in [0, 1) for what a breaker decides by itself.
double Simulation::State::timer_uniform(std::uint32_t number) const {
    DrawKey key;
    key.luck = static_cast<std::uint64_t>(time.time_since_epoch().count());
    key.purpose = Purpose::breaker;
    key.service = number % kServicesMax;
    return 1.0 - randomness.uniform(key);
}

void Simulation::State::on_breaker_timer(std::uint32_t number) {
    const BreakerConfig &config = *plan->breakers[number];
    if (breaker_due_[number] != time) return; // another instant has been set since
    breaker_due_[number] = kTimeNever;
    if (breakers[number].timer_at(config) == time) {
        emit_changes(breakers[number].on_timer(config, time, timer_uniform(number)), number, 0);
    }
    after_breaker_step(number);
}

void Simulation::State::observe_ejection(const Call &call, const Frame &frame, Outcome outcome) {
    const BreakerConfig &config = *frame.stack->ejection;
    const std::uint32_t guard = guard_number(frame, config.shared);
    const bool cut = outcome == kind_deadline || outcome == kind_cancelled;
    const auto replica = static_cast<int>(call.server - plan->services[call.service].first_server);
    ejection_changes_.clear();
    guards[guard].ejection.observe(config, time, replica, cut ? Verdict::ignored : verdict_of(outcome),
                                   breaker_uniform(frame), ejection_changes_, call.retry_after);
    emit_ejections(guard, ejection_changes_);
}

void Simulation::State::emit_ejections(std::uint32_t number, const std::vector<Ejection::Change> &changes) {
    const std::uint32_t service = plan->guard_service[number];
    for (const Ejection::Change &change : changes) {
        const auto replica = static_cast<std::uint16_t>(change.replica);
        if (change.ejected) {
            emit(RecordKind::replica_ejected, 0, service, change.until.time_since_epoch().count(), replica,
                 static_cast<std::uint8_t>(change.reason), 0, 0, 0);
        } else {
            emit(RecordKind::replica_returned, 0, service, 0, replica, 0, 0, 0, 0);
        }
    }
    Guard &guard = guards[number];
    const SimTime due = guard.ejection.timer_at(*plan->guards[number]->breaker);
    if (due == kTimeNever || due == guard.ejection_due) return;
    guard.ejection_due = due;
    queue.schedule(std::max(due, time), Rank::change, static_cast<std::uint32_t>(EventKind::ejection_timer), number);
}

void Simulation::State::on_ejection_timer(std::uint32_t number) {
    Guard &guard = guards[number];
    if (guard.ejection_due != time) return;
    guard.ejection_due = kTimeNever;
    const auto &breaker = plan->guards[number]->breaker;
    ejection_changes_.clear();
    if (guard.ejection.timer_at(*breaker) == time) {
        guard.ejection.on_timer(*breaker, time, ejection_changes_, timer_uniform(number));
    }
    emit_ejections(number, ejection_changes_);
}

} // namespace halfopen
