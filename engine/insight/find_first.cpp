// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "engine/insight/explain.h"

namespace halfopen {

namespace {

constexpr std::array<std::string_view, 7> kNames{"retried", "fell_back", "refused", "healed", "failed", "hedged", "deadline"};

bool ended_by_deadline(const TraceRecord &end) { return static_cast<Ending>(end.reason) == Ending::deadline; }

bool served(const TraceRecord &end) { return static_cast<Ending>(end.reason) == Ending::served; }

/// A remedy removed the cause, and that is what it was served by.
bool healed(const TraceView &trace, const TraceIndex &index, const RequestEntry &entry) {
    const TraceRecord &end = trace[entry.end_record];
    if (!served(end) || recovery_of(end.detail) != Recovery::healing) return false;
    for (std::optional<std::size_t> at = entry.first_record; at; at = index.next_of_request(*at)) {
        if (trace[*at].kind == RecordKind::remedy_ended && trace[*at].reason != 0) return true;
    }
    return false;
}

/// Whether it happened to the request whose first record this is.
bool happened(const TraceView &trace, const TraceIndex &index, const RequestEntry &entry, FirstOf what) {
    if (what == FirstOf::failed) return entry.ended != kTimeNever && !served(trace[entry.end_record]);
    if (what == FirstOf::healed) return entry.ended != kTimeNever && healed(trace, index, entry);
    if (what == FirstOf::deadline) return entry.ended != kTimeNever && ended_by_deadline(trace[entry.end_record]);
    int attempts_on_leg = 0;
    for (std::optional<std::size_t> at = entry.first_record; at; at = index.next_of_request(*at)) {
        const TraceRecord &record = trace[*at];
        if ((record.leg & kDownstream) != 0) continue; // a service's own calls
        const bool copy = (record.flags & flag::copy_mask) != 0;
        if (record.kind == RecordKind::hedge_sent && what == FirstOf::hedged) return true;
        if (record.kind == RecordKind::refused && what == FirstOf::refused) return true;
        if (record.kind == RecordKind::leg_entered) {
            attempts_on_leg = 0;
            if (what == FirstOf::fell_back && static_cast<LegReason>(record.reason) == LegReason::fallback)
                return true;
        }
        if (record.kind == RecordKind::attempt_started && !copy && ++attempts_on_leg > 1 && what == FirstOf::retried)
            return true;
    }
    return false;
}

} // namespace

std::optional<FirstOf> first_of_named(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames[i] == name) return static_cast<FirstOf>(i);
    }
    return std::nullopt;
}

std::vector<std::string> first_of_names() { return {kNames.begin(), kNames.end()}; }

std::optional<std::uint32_t> find_first(const TraceView &trace, const TraceIndex &index, FirstOf what) {
    for (std::uint32_t number = 1; number <= index.requests(); ++number) {
        if (happened(trace, index, index.request(number), what)) return number;
    }
    return std::nullopt;
}

} // namespace halfopen
