// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/issue.h"
#include "engine/incident/incident.h"
#include "engine/world/layout.h"
#include "engine/world/scenario.h"

// Where the calls of a record belong in a scenario. Internal to the room.
namespace halfopen {

/// Of one call.
struct LiteralPlace {
    std::uint32_t workload = 0, instance = 0, service = 0;
    std::uint32_t request = 0; ///< of the replay, from 1, in the order of their first calls
    std::uint8_t leg = 0;
};

struct LiteralPlaces {
    std::vector<LiteralPlace> calls;          ///< as in the Incident
    std::vector<std::optional<std::uint32_t>> next; ///< the next call of the same request
    std::vector<std::uint32_t> calls_of_request;    ///< [request - 1]
    std::vector<Outcome> outcomes;            ///< by the outcome of the Incident
};

Result<LiteralPlaces> literal_places(const Incident &incident, const Scenario &scenario, const Layout &layout);

} // namespace halfopen
