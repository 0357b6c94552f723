// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/events_jsonl.h"

#include "engine/files/event_log_line.h"
#include "engine/files/words.h"

#include <cstdint>
#include <utility>

namespace halfopen {

EventLog::EventLog(const Scenario &scenario, Write write)
    : scenario_(std::make_shared<const Scenario>(scenario)),
      layout_(std::make_shared<const Layout>(layout_of(scenario))),
      write_(std::move(write)) {}

std::string_view EventLog::service(std::uint32_t number) const {
    return number < scenario_->services.size() ? std::string_view(scenario_->services[number].name) : "unknown";
}

int EventLog::replicas(std::uint32_t number) const {
    return number < scenario_->services.size() ? scenario_->services[number].replicas : 1;
}

std::string_view EventLog::outcome(std::uint8_t number) const {
    return number < scenario_->kinds.size() ? std::string_view(scenario_->kinds[number].name) : "unknown";
}

void EventLog::append_request(Line &line, const TraceRecord &r) const {
    switch (r.kind) {
    case RecordKind::request_started: {
        line.count("workload", r.object);
        if (r.object < scenario_->workloads.size()) line.text("operation", scenario_->workloads[r.object].operation);
        line.count("instance", r.detail);
        std::vector<std::string_view> inputs;
        for (std::size_t i = 0; i < scenario_->inputs.size(); ++i) {
            if ((static_cast<std::uint64_t>(r.value) >> i) & 1u) inputs.push_back(outcome(scenario_->inputs[i].kind));
        }
        line.list("inputs", inputs);
        break;
    }
    case RecordKind::request_ended:
        line.text("service", service(r.object));
        line.text("outcome", outcome(outcome_of(r)));
        line.text("ending", name_of(static_cast<Ending>(r.reason)));
        line.count("attempts", r.attempt);
        line.nano("latency_s", r.value);
        line.text("saved_by", word_of(recovery_of(r.detail)));
        line.flag("first_try", first_try_of(r.detail));
        line.flag("right", (r.flags & flag::right) != 0);
        break;
    case RecordKind::request_cost: line.nano("cost_usd", r.value); break;
    default: // leg_entered
        line.count("leg", r.leg);
        line.text("service", service(r.object));
        line.text("reason", word_of(static_cast<LegReason>(r.reason)));
        if (outcome_of(r) == kSuccess)
            line.none("after");
        else
            line.text("after", outcome(outcome_of(r)));
    }
}

void EventLog::append_attempt(Line &line, const TraceRecord &r) const {
    append_leg(line, r);
    line.text("service", service(r.object));
    const bool parked = r.kind == RecordKind::wait_started && r.reason >= static_cast<std::uint8_t>(WaitReason::bulkhead);
    const bool of_loop = r.kind == RecordKind::wait_range || r.kind == RecordKind::gave_up || r.kind == RecordKind::wait_started;
    // The retry loop counts its tries, refused ones too; attempts are what was sent to that service.
    line.count(of_loop && !parked ? "tries" : "attempt", r.attempt);
    if ((r.flags & flag::copy_mask) != 0) line.count("copy", r.flags & flag::copy_mask);
    switch (r.kind) {
    case RecordKind::attempt_started:
        if (r.reason > 0) line.count("depth", r.reason);
        if (replicas(r.object) > 1) line.count("replica", r.detail);
        line.nano_or_none("timeout_s", r.value);
        break;
    case RecordKind::attempt_ended:
        line.text("outcome", outcome(outcome_of(r)));
        line.nano("billed_usd", r.value);
        line.flag("right", (r.flags & flag::right) != 0);
        line.flag("met_fault", (r.flags & flag::met_fault) != 0);
        line.flag("abandoned", (r.flags & flag::special) != 0);
        break;
    case RecordKind::wait_started:
        line.text("outcome", outcome(outcome_of(r)));
        line.text("reason", word_of(static_cast<WaitReason>(r.reason)));
        line.nano("wait_s", r.value);
        break;
    case RecordKind::wait_range: line.nano("longest_s", r.value); break;
    default: // gave_up
        line.text("outcome", outcome(outcome_of(r)));
        line.text("reason", word_of(static_cast<GiveUp>(r.reason)));
    }
}

void EventLog::append_healing(Line &line, const TraceRecord &r) const {
    line.count("leg", r.leg);
    line.text("service", service(r.object));
    switch (r.kind) {
    case RecordKind::diagnosis_started: line.text("observed", outcome(outcome_of(r))); return;
    case RecordKind::diagnosed:
        if (outcome_of(r) == kSuccess)
            line.none("issue");
        else
            line.text("issue", outcome(outcome_of(r)));
        line.flag("right", r.reason == 1);
        break;
    case RecordKind::remedy_started: line.text("issue", outcome(outcome_of(r))); return;
    default: // remedy_ended
        line.text("issue", outcome(outcome_of(r)));
        line.flag("cured", r.reason == 1);
    }
    line.nano("billed_usd", r.value);
}

void EventLog::append_server(Line &line, const TraceRecord &r) const {
    line.text("service", service(r.object));
    switch (r.kind) {
    case RecordKind::service_started: line.nano("queued_s", r.value); break;
    case RecordKind::service_ended:
        line.text("outcome", outcome(outcome_of(r)));
        if (replicas(r.object) > 1) line.count("replica", r.detail / 256u);
        line.nano("served_s", r.value);
        line.flag("cut_short", r.reason == 1);
        break;
    case RecordKind::late_completion:
        line.text("outcome", outcome(outcome_of(r)));
        line.flag("effect", r.reason == 1);
        break;
    default: break; // the service is all
    }
}

void EventLog::append(Line &line, const TraceRecord &r) const {
    switch (r.kind) {
    case RecordKind::request_started:
    case RecordKind::request_ended:
    case RecordKind::request_cost:
    case RecordKind::leg_entered: append_request(line, r); break;
    case RecordKind::attempt_started:
    case RecordKind::attempt_ended:
    case RecordKind::wait_started:
    case RecordKind::wait_range:
    case RecordKind::gave_up: append_attempt(line, r); break;
    case RecordKind::refused:
        if (outcome_of(r) == kind_breaker_open)
            append_breaker(line, r);
        else
            append_guard(line, r);
        break;
    case RecordKind::budget_spent: append_guard(line, r); break;
    case RecordKind::breaker_observed:
    case RecordKind::breaker_changed:
    case RecordKind::breaker_numbers: append_breaker(line, r); break;
    case RecordKind::leg_skipped:
    case RecordKind::hedge_sent:
    case RecordKind::wait_ended:
    case RecordKind::replica_ejected:
    case RecordKind::replica_returned:
    case RecordKind::edit_applied: append_layer(line, r); break;
    case RecordKind::diagnosis_started:
    case RecordKind::diagnosed:
    case RecordKind::remedy_started:
    case RecordKind::remedy_ended: append_healing(line, r); break;
    case RecordKind::fault_on:
    case RecordKind::fault_off:
        line.count("fault", r.object);
        if (r.object < scenario_->faults.size()) {
            line.text("service", scenario_->faults[r.object].service);
            line.text("what", describe(scenario_->faults[r.object], scenario_->kinds));
        }
        break;
    case RecordKind::run_stopped: line.text("reason", name_of(static_cast<StopReason>(r.reason))); break;
    default: append_server(line, r);
    }
}

std::string EventLog::line(const TraceRecord &record) const {
    std::string out;
    Line line(out);
    line.nano("t_s", record.time.time_since_epoch().count());
    line.text("event", name_of(record.kind));
    if (record.request != 0) line.count("request", record.request);
    append(line, record);
    line.end();
    return out;
}

void EventLog::take(std::span<const TraceRecord> records) {
    std::string block;
    for (const TraceRecord &record : records)
        block += line(record);
    if (!block.empty()) write_(block);
}

} // namespace halfopen
