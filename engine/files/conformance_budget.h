// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/files/conformance_json.h"
#include "engine/policy/budget.h"

// Internal to engine/files: recorded budgets of retries.
namespace halfopen::vectors {

/// Nothing when all agrees, else the first difference.
using BudgetReplay = std::function<std::optional<std::string>()>;

std::string differs(const std::string &id, std::size_t step, const char *what, const std::string &expected,
                    const std::string &got);

/// Reads steps of the adaptive throttle. `weight` becomes their number.
BudgetReplay sre_replay(const Json &line, double &weight);

} // namespace halfopen::vectors
