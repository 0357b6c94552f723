// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "engine/base/say.h"
#include "engine/insight/story.h"
#include "engine/insight/words.h"

#include <fmt/format.h>

namespace halfopen {

/// "try 2", "copy 2 of try 1", "its call (attempt 3)".
std::string Storyteller::name_of(const Call &call) {
    if (call.depth > 0) return say(phrase("Story", "its call (attempt {} there)"), call.attempt);
    if (call.copy > 0) return say(phrase("Story", "copy {} of try {}"), call.copy + 1, call.try_number);
    return say(phrase("Story", "try {}"), call.try_number);
}

void Storyteller::skip_leg() {
    const std::string name = service_name(scenario_, r_.object);
    std::string until;
    if (r_.value > 0 && SimTime{Duration{r_.value}} != kTimeNever) until = say(phrase("Story", " until {}"), format_time(SimTime{Duration{r_.value}}));
    left_because_ = say(phrase("Story", "{} was skipped, its breaker is OPEN{}"), name, until);
    service_ = r_.object;
    add_line(say(phrase("Story", "skips {}: its breaker is OPEN{}"), name, until));
}

/// Told with the copy that is sent next.
void Storyteller::hedge() {
    hedged_because_ = static_cast<HedgeReason>(r_.reason) == HedgeReason::copy_failed
                          ? said(phrase("Story", ", because a copy failed"))
                          : say(phrase("Story", ", because no answer came within {}"), format_duration(Duration{r_.value}));
}

/// "for one of the 25 places of the bulkhead of vision".
std::string Storyteller::parked_text() const {
    const std::string of = policy_ ? say(phrase("Story", " of {}"), policy_->name) : std::string();
    switch (static_cast<WaitReason>(r_.reason)) {
    case WaitReason::bulkhead:
        if (!policy_ || !policy_->bulkhead) return say(phrase("Story", "for a place in the bulkhead{}"), of);
        return say(phrase("Story", "for one of the {} of the bulkhead{}"),
                           counted(static_cast<std::uint64_t>(policy_->bulkhead->concurrency), phrase("Story", "place"), phrase("Story", "places")), of);
    case WaitReason::rate_limiter: return say(phrase("Story", "for a token of the rate limiter{}"), of);
    case WaitReason::breaker: return said(phrase("Story", "for the verdict of the breaker's probes"));
    default: return said(phrase("Story", "for an unknown reason"));
    }
}

void Storyteller::park() {
    const std::string known =
        static_cast<WaitReason>(r_.reason) == WaitReason::rate_limiter && r_.value > 0
            ? " (" + format_duration(Duration{r_.value}) + ")"
            : std::string();
    add_line(say(phrase("Story", "waits before {} {}{}"), service_name(scenario_, r_.object), parked_text(), known));
}

void Storyteller::end_parking() {
    add_line(say(phrase("Story", "goes on after it has waited {} {}"), format_duration(Duration{r_.value}), parked_text()));
}

void Storyteller::spend_budget() {
    add_note(say(phrase("Story", "{} pays for the retry, {:g} left"),
                         guard_name(scenario_, index_.layout(), r_.object, kind_budget_empty),
                         static_cast<double>(r_.value) / 1000.0));
}

void Storyteller::move_replica() {
    const std::string replica = say(phrase("Story", "replica {} of {}"), r_.detail + 1, service_name(scenario_, r_.object));
    if (r_.kind == RecordKind::replica_returned) {
        add_line(say(phrase("Story", "{} is back in turn"), replica));
        return;
    }
    add_line(say(phrase("Story", "this takes {} out of turn until {}"), replica, format_time(SimTime{Duration{r_.value}})));
}

/// Which of a service's calls to another the record is about, and its number there.
std::string Storyteller::which_text() const {
    const std::string attempt = say(phrase("Story", "attempt {} there"), r_.attempt);
    const auto repetition = repetitions_.of(r_.object);
    return repetition ? say(phrase("Story", "call {} of {}, {}"), repetition->number, repetition->times, attempt) : attempt;
}

/// Calls that a service makes while it serves: indented, and without a part in the request's own tries.
void Storyteller::tell_downstream() {
    const std::string name = service_name(scenario_, r_.object);
    switch (r_.kind) {
    case RecordKind::attempt_started: {
        Call call;
        call.service = r_.object;
        call.attempt = r_.attempt;
        call.depth = std::max<int>(1, r_.reason);
        call.copy = r_.flags & flag::copy_mask;
        call.sent = r_.time;
        call.timeout = Duration{r_.value};
        calls_.push_back(call);
        const std::string limit =
            call.timeout.count() > 0 ? say(phrase("Story", ", timeout {}"), format_duration(call.timeout)) : std::string();
        add_line(say(phrase("Story", "{:>{}}a service asks {} ({}){}"), "", 2 * call.depth, name, which_text(), limit));
        return;
    }
    case RecordKind::attempt_ended: return finish_downstream();
    case RecordKind::wait_started:
        if (r_.reason >= static_cast<std::uint8_t>(WaitReason::bulkhead)) {
            add_line(say(phrase("Story", "  its service waits before {}"), name));
        } else {
            add_line(say(phrase("Story", "  its service waits {} before it asks {} again"), format_duration(Duration{r_.value}), name));
        }
        return;
    case RecordKind::refused: {
        const bool breaker = outcome_of(r_) == kind_breaker_open;
        const std::string who = breaker ? say(phrase("Story", "the breaker of {}"), breaker_name(scenario_, index_.layout(), r_.object))
                                        : guard_name(scenario_, index_.layout(), r_.object, outcome_of(r_));
        add_line(say(phrase("Story", "  its service is refused by {}: nothing was sent"), who));
        return;
    }
    case RecordKind::gave_up:
        add_line(say(phrase("Story", "  its service tries {} no more, the last try {}"), name, how_it_ended(scenario_, outcome_of(r_))));
        return;
    case RecordKind::breaker_changed: return change_breaker();
    case RecordKind::call_queued: return queue();
    case RecordKind::service_started: return begin_service();
    case RecordKind::service_ended: return finish_service();
    case RecordKind::queue_left: return leave_queue();
    case RecordKind::late_completion: return finish_late();
    case RecordKind::effect_duplicated: return duplicate_effect();
    case RecordKind::replica_ejected:
    case RecordKind::replica_returned: return move_replica();
    default: return; // what the breaker observes, what a budget pays
    }
}

void Storyteller::finish_downstream() {
    Call &call = call_of_record();
    call.over = true;
    cost_nano_ += r_.value;
    const std::string name = service_name(scenario_, r_.object);
    const std::string took = format_duration(r_.time - call.sent);
    const std::string cost = r_.value != 0 ? say(phrase("Story", "; it costs {}"), price(r_.value)) : std::string();
    const std::string result = (r_.flags & flag::special) != 0 ? said(phrase("Story", "is given up by its service"))
                                                               : how_it_ended(scenario_, outcome_of(r_));
    add_line(say(phrase("Story", "{:>{}}the call to {} ({}) {} after {}{}{}"), "", 2 * std::max(1, call.depth), name,
                    which_text(), result, took, cost, fault_text(call.sent)));
}

} // namespace halfopen
