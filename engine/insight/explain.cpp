// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/explain.h"

#include "engine/insight/story.h"

namespace halfopen {

std::optional<RequestStory> story_of(const Scenario &scenario, const TraceView &trace,
                                     const TraceIndex &index, std::uint32_t request) {
    if (request == 0 || request > index.requests()) return std::nullopt;
    return Storyteller(scenario, trace, index, request).tell();
}

Storyteller::Storyteller(const Scenario &scenario, const TraceView &trace, const TraceIndex &index,
                         std::uint32_t request)
    : scenario_(scenario), trace_(trace), index_(index), repetitions_(scenario) {
    story_.request = request;
}

RequestStory Storyteller::tell() {
    const std::vector<std::size_t> records = index_.records_of(story_.request);
    for (std::size_t i = 0; i < records.size(); ++i) {
        next_.reset();
        if (i + 1 < records.size()) next_ = trace_[records[i + 1]];
        take(records[i]);
    }
    story_.headline = headline();
    return std::move(story_);
}

void Storyteller::take(std::size_t at) {
    at_ = at;
    r_ = trace_[at];
    repetitions_.take(r_);
    if ((r_.leg & kDownstream) != 0) return tell_downstream();
    switch (r_.kind) {
    case RecordKind::request_started: return start();
    case RecordKind::request_ended: return end();
    case RecordKind::leg_entered: return enter_leg();
    case RecordKind::attempt_started: return send();
    case RecordKind::attempt_ended: return finish_attempt();
    case RecordKind::wait_started: return wait();
    case RecordKind::gave_up: return give_up();
    case RecordKind::refused: return refuse();
    case RecordKind::breaker_observed: return observe();
    case RecordKind::breaker_changed: return change_breaker();
    case RecordKind::diagnosis_started: return start_diagnosis();
    case RecordKind::diagnosed: return finish_diagnosis();
    case RecordKind::remedy_started: return start_remedy();
    case RecordKind::remedy_ended: return finish_remedy();
    case RecordKind::call_queued: return queue();
    case RecordKind::service_started: return begin_service();
    case RecordKind::service_ended: return finish_service();
    case RecordKind::queue_left: return leave_queue();
    case RecordKind::late_completion: return finish_late();
    case RecordKind::effect_duplicated: return duplicate_effect();
    case RecordKind::leg_skipped: return skip_leg();
    case RecordKind::hedge_sent: return hedge();
    case RecordKind::wait_ended: return end_parking();
    case RecordKind::budget_spent: return spend_budget();
    case RecordKind::replica_ejected:
    case RecordKind::replica_returned: return move_replica();
    case RecordKind::request_cost:    // the sum of what the others told
    case RecordKind::edit_applied:    // no request's
    case RecordKind::wait_range:      // told with the wait
    case RecordKind::breaker_numbers: // told with the change
    case RecordKind::fault_on:
    case RecordKind::fault_off:
    case RecordKind::service_down:
    case RecordKind::service_up:
    case RecordKind::run_stopped: return;
    }
}

void Storyteller::add_line(std::string text) {
    text += taken_notes();
    story_.lines.push_back(StoryLine{r_.time, std::move(text), at_, r_.kind, outcome_of(r_)});
}

void Storyteller::add_note(const std::string &note) {
    if (!story_.lines.empty() && story_.lines.back().at == r_.time &&
        story_.lines.back().kind == RecordKind::attempt_ended) {
        story_.lines.back().text += "; " + note;
    } else {
        notes_ += "; " + note;
    }
}

} // namespace halfopen
