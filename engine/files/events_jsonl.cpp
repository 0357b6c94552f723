// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/events_jsonl.h"

#include "engine/files/words.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>
#include <utility>

namespace halfopen {

/// One JSON object under construction. Names of a scenario hold no quotes or backslashes, so texts need no
/// escapes.
class EventLog::Line {
public:
    explicit Line(std::string &out) : out_(out) { out_ += '{'; }
    void end() { out_ += "}\n"; }

    void text(std::string_view key, std::string_view value) { fmt::format_to(begin(key), "\"{}\"", value); }
    void count(std::string_view key, std::uint64_t value) { fmt::format_to(begin(key), "{}", value); }
    void flag(std::string_view key, bool value) { begin(key), out_ += value ? "true" : "false"; }
    void none(std::string_view key) { begin(key), out_ += "null"; }
    /// Nano-units as whole units, exact.
    void nano(std::string_view key, std::int64_t value) {
        begin(key);
        if (value < 0) out_ += '-';
        const std::uint64_t size =
            value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
        fmt::format_to(std::back_inserter(out_), "{}", size / 1'000'000'000);
        if (size % 1'000'000'000 == 0) return;
        fmt::format_to(std::back_inserter(out_), ".{:09}", size % 1'000'000'000);
        while (out_.back() == '0')
            out_.pop_back();
    }
    void nano_or_none(std::string_view key, std::int64_t value) {
        if (value == 0)
            none(key);
        else
            nano(key, value);
    }
    void list(std::string_view key, const std::vector<std::string_view> &values) {
        begin(key);
        out_ += '[';
        for (std::size_t i = 0; i < values.size(); ++i) {
            fmt::format_to(std::back_inserter(out_), "{}\"{}\"", i == 0 ? "" : ",", values[i]);
        }
        out_ += ']';
    }

private:
    std::back_insert_iterator<std::string> begin(std::string_view key) {
        if (out_.back() != '{') out_ += ',';
        fmt::format_to(std::back_inserter(out_), "\"{}\":", key);
        return std::back_inserter(out_);
    }
    std::string &out_;
};

EventLog::EventLog(const Scenario &scenario, Write write)
    : scenario_(std::make_shared<const Scenario>(scenario)),
      layout_(std::make_shared<const Layout>(layout_of(scenario))),
      write_(std::move(write)) {}

std::string_view EventLog::service(std::uint32_t number) const {
    return number < scenario_->services.size() ? std::string_view(scenario_->services[number].name) : "unknown";
}

namespace {

std::string_view state(unsigned number) {
    constexpr unsigned kLast = static_cast<unsigned>(BreakerState::half_open);
    return number <= kLast ? name_of(static_cast<BreakerState>(number)) : "unknown";
}

} // namespace

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
    line.count("leg", r.leg);
    line.text("service", service(r.object));
    line.count("attempt", r.attempt);
    switch (r.kind) {
    case RecordKind::attempt_started: line.nano_or_none("timeout_s", r.value); break;
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

void EventLog::append_breaker(Line &line, const TraceRecord &r) const {
    line.count("breaker", r.object);
    if (r.object < layout_->breakers.size()) {
        const BreakerPlace &place = layout_->breakers[r.object];
        line.text("policy", scenario_->policies[place.policy].name);
        line.text("service", service(place.service));
        if (place.shared)
            line.none("instance");
        else
            line.count("instance", place.instance);
    }
    switch (r.kind) {
    case RecordKind::refused:
        line.count("leg", r.leg);
        line.text("outcome", outcome(outcome_of(r)));
        line.nano_or_none("until_s", r.value);
        line.flag("probes_taken", r.reason == 1);
        break;
    case RecordKind::breaker_observed:
        line.text("outcome", outcome(outcome_of(r)));
        line.text("state", state(r.detail / 256u));
        line.text("counts_as", word_of(static_cast<Verdict>(r.reason)));
        line.count("failures", static_cast<std::uint64_t>(r.value));
        break;
    case RecordKind::breaker_changed:
        line.text("from", state(r.detail / 16u));
        line.text("to", state(r.detail % 16u));
        line.text("reason", word_of(static_cast<BreakerReason>(r.reason)));
        line.nano_or_none("retest_at_s", r.value);
        break;
    default: // breaker_numbers
        line.count("measured", static_cast<std::uint64_t>(r.value) >> 32);
        line.count("limit", static_cast<std::uint64_t>(r.value) & 0xffff'ffffu);
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
    case RecordKind::breaker_observed:
    case RecordKind::breaker_changed:
    case RecordKind::breaker_numbers: append_breaker(line, r); break;
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
