// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/event_log_line.h"
#include "engine/files/words.h"

// The records of what stands between a caller and a service: breakers, guards and the other layers.
namespace halfopen {

namespace {

std::string_view state(unsigned number) {
    constexpr unsigned kLast = static_cast<unsigned>(BreakerState::half_open);
    return number <= kLast ? name_of(static_cast<BreakerState>(number)) : "unknown";
}

} // namespace

/// The leg of the chain, and whether a service made the call while it served in that leg.
void EventLog::append_leg(Line &line, const TraceRecord &r) const {
    line.count("leg", r.leg & ~unsigned{kDownstream});
    if ((r.leg & kDownstream) != 0) line.flag("downstream", true);
}

/// A refusal by a budget, bulkhead or rate limiter, and what a retry took from its budget.
void EventLog::append_guard(Line &line, const TraceRecord &r) const {
    line.count("guard", r.object);
    if (r.object < layout_->guards.size()) {
        const BreakerPlace &place = layout_->guards[r.object];
        line.text("policy", scenario_->policies[place.policy].name);
        line.text("service", service(place.service));
        line.count("instance", place.instance);
    }
    append_leg(line, r);
    line.text("outcome", outcome(outcome_of(r)));
    if (r.kind == RecordKind::refused)
        line.nano_or_none("until_s", r.value);
    else
        line.milli("left", r.value);
}

/// What layers do beside attempts: skipped legs, hedges, the end of a parked wait, replicas out of turn, edits.
void EventLog::append_layer(Line &line, const TraceRecord &r) const {
    if (r.kind == RecordKind::edit_applied) {
        line.count("edit", r.object);
        if (r.object < scenario_->edits.size()) line.text("path", scenario_->edits[r.object].path);
        return;
    }
    const bool replica = r.kind == RecordKind::replica_ejected || r.kind == RecordKind::replica_returned;
    if (!replica) append_leg(line, r);
    line.text("service", service(r.object));
    switch (r.kind) {
    case RecordKind::leg_skipped:
        line.text("after", outcome(outcome_of(r)));
        line.nano_or_none("until_s", r.value);
        break;
    case RecordKind::hedge_sent:
        line.text("reason", word_of(static_cast<HedgeReason>(r.reason)));
        line.nano("since_first_s", r.value);
        break;
    case RecordKind::wait_ended:
        line.text("reason", word_of(static_cast<WaitReason>(r.reason)));
        line.nano("waited_s", r.value);
        break;
    default:
        line.count("replica", r.detail);
        if (r.kind == RecordKind::replica_returned) return;
        line.text("reason", word_of(static_cast<BreakerReason>(r.reason)));
        line.nano_or_none("until_s", r.value);
    }
}

void EventLog::append_breaker(Line &line, const TraceRecord &r) const {
    line.count("breaker", r.object);
    if (r.object < layout_->breakers.size()) {
        const BreakerPlace &place = layout_->breakers[r.object];
        line.text("policy", scenario_->policies[place.policy].name);
        line.text("service", service(place.service));
        if (place.caller) line.text("caller", service(*place.caller));
        if (place.shared)
            line.none("instance");
        else
            line.count("instance", place.instance);
    }
    switch (r.kind) {
    case RecordKind::refused:
        append_leg(line, r);
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

} // namespace halfopen
