// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/trace/record.h"

#include <array>

namespace halfopen {

std::string_view name_of(RecordKind k) {
    constexpr std::array<std::string_view, 37> names{
        "",                  "request_started", "request_ended",   "request_cost",    "leg_entered",
        "attempt_started",   "attempt_ended",   "wait_started",    "wait_range",      "gave_up",
        "refused",           "breaker_observed", "breaker_changed", "breaker_numbers", "diagnosis_started",
        "diagnosed",         "remedy_started",  "remedy_ended",    "call_queued",     "service_started",
        "service_ended",     "late_completion", "effect_duplicated", "fault_on",      "fault_off",
        "service_down",      "service_up",      "run_stopped",     "queue_left",
        "leg_skipped",       "hedge_sent",      "wait_ended",      "budget_spent",    "replica_ejected",
        "replica_returned",  "edit_applied",    "work_wasted"};
    const auto i = static_cast<std::size_t>(k);
    return names[i];
}

std::string_view name_of(Ending e) {
    constexpr std::array<std::string_view, 5> names{"served", "failed", "continued", "partial", "deadline"};
    return names[static_cast<std::size_t>(e)];
}

std::string_view name_of(StopReason r) {
    constexpr std::array<std::string_view, 6> names{"finished",           "drain_limit",       "too_many_requests",
                                                    "too_many_in_flight", "time_stands_still", "interrupted"};
    return names[static_cast<std::size_t>(r)];
}

} // namespace halfopen
