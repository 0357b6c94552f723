// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "engine/world/scenario.h"

namespace halfopen {

/// A small valid scenario that combines features at random: replicas, queues, downstream calls, every breaker and
/// budget, hedging, bulkheads, limiters, any order of layers, healing, faults. A few dozen requests.
Scenario random_world(std::uint64_t number);

} // namespace halfopen
