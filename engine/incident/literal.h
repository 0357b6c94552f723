// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/incident/incident.h"
#include "engine/trace/store.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// How a screen or report came from a record. It is always said which.
enum class ReplayMode : std::uint8_t {
    literal,        ///< what was recorded; breakers derived from it
    counterfactual, ///< a run of the fitted scenario: recorded arrivals, drawn outcomes
};
std::string_view name_of(ReplayMode mode); ///< "literal", "counterfactual"

/// How far the derived breaker and the record agree. Both are 0 when the record was made by that very policy.
struct BreakerAgreement {
    std::uint32_t breaker = 0;              ///< as in Layout::breakers
    std::uint64_t refused_in_record = 0;    ///< calls that the caller's own breaker had refused
    std::uint64_t would_have_refused = 0;   ///< calls that were made and that this breaker would have refused; it did not see them
    std::uint64_t would_have_let_pass = 0;  ///< of refused_in_record
};

struct LiteralReplay {
    std::uint32_t requests = 0;
    std::size_t calls = 0;               ///< sent
    std::vector<BreakerAgreement> breakers;
    std::size_t refusals_left_out = 0;   ///< the scenario has no layer that they could belong to
    std::vector<std::string> assumptions; ///< sentences for the person who reads the figures
};

/// Hands the facts of a record to a sink as the records of a run of `scenario`, so that the same views and figures work,
/// and derives its breakers: each is told the recorded outcomes as they came and changes as it would have. Nothing is
/// drawn and no fact is altered: a call that a derived breaker would have refused stands all the same, but the breaker
/// does not hear of it. The scenario is one made from this record (fitted_scenario.h), or the one that the record was
/// made with. Errors: a service, operation or failure kind of the record that it does not have.
Result<LiteralReplay> literal_replay(const Incident &incident, const Scenario &scenario, RecordSink &sink);

} // namespace halfopen
