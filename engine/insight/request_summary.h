// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/insight/trace_index.h"
#include "engine/trace/store.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// What happened to a request, one sign after another.
enum class RequestStep : std::uint8_t { success, failure, timeout, refused, fallback, healed, not_healed, given_up };

/// One request as a row of a table: what was known of it at one moment.
struct RequestSummary {
    std::uint32_t request = 0;
    SimTime started{};
    bool in_flight = true;
    std::vector<RequestStep> steps;
    int calls = 0;          ///< attempts sent
    int refusals = 0;       ///< nothing was sent
    Duration waited{0};     ///< in backoff and Retry-After so far
    Duration latency{0};    ///< of a finished request; else its age
    Money cost;             ///< billed so far
    bool succeeded = false; ///< meaningful when finished
    std::string outcome;    ///< "refused twice; served by local_ocr", "failed: bad_input at gpt4_vision"
};

/// The request as its own records, in order, tell: the first is its request_started.
RequestSummary summary_of(const Scenario &scenario, std::span<const TraceRecord> records);

/// The request as it stood at `at`; later records are not looked at. Precondition: it had started by then.
RequestSummary summary_of(const Scenario &scenario, const TraceView &trace, const TraceIndex &index,
                          std::uint32_t request, SimTime at);

} // namespace halfopen
