// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "engine/base/issue.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// Advice on what stands in a scenario and has no effect at any time of its run, its edits made: the path, why, and
/// what to do. Precondition: validate(scenario) is empty.
std::vector<Issue> idle_settings(const Scenario &scenario);

} // namespace halfopen
