// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "engine/base/issue.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// The first difference in what the state of a run hangs on, and so cannot change while it runs: which services,
/// policies, operations, workloads, kinds and inputs there are, replicas, instances, chains, downstream calls, what
/// batches and closed loops consist of, which faults there are. Nothing when `after` can take the place of `before`.
std::optional<Issue> shape_difference(const Scenario &before, const Scenario &after);

} // namespace halfopen
