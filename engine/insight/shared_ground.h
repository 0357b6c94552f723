// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "engine/world/scenario.h"

namespace halfopen {

/// What two scenarios share, when their runs under one seed are compared.
struct SharedGround {
    /// Requests arrive at the same instants in both, under any seed.
    bool same_arrivals = true;
    /// Some requests start when others have ended (clients, batches), so that even equal workloads arrive otherwise.
    bool arrivals_follow_answers = false;
    /// Paths in which they differ, what is being compared left out: policies, operations, goals, names.
    std::vector<std::string> differences;
};
SharedGround shared_ground(const Scenario &a, const Scenario &b);

} // namespace halfopen
