// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "engine/incident/incident_builder.h"

namespace halfopen::testing {

using namespace std::chrono_literals;

/// A row that a test writes out.
struct Call {
    Duration start{0};
    std::string service = "api";
    std::string request = {};
    std::string outcome = "success";
    Duration latency{100ms};
    std::optional<int> attempt = {};
    std::string caller = {};
};

/// The record of these rows; lines count from 2, below a header.
inline Incident record(const std::vector<Call> &calls, bool calendar = false) {
    IncidentBuilder builder(calendar);
    std::size_t line = 1;
    for (const Call &call : calls) {
        RecordedRow row;
        row.time_ns = call.start.count();
        row.service = call.service;
        row.request = call.request;
        row.caller = call.caller;
        row.outcome = call.outcome;
        row.attempt = call.attempt;
        if (call.latency.count() >= 0) row.latency_ns = call.latency.count();
        row.line = ++line;
        builder.add(row);
    }
    return builder.finish();
}

} // namespace halfopen::testing
