// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/insight/lint/lint.h"
#include "engine/insight/lint/scene.h"

namespace halfopen {

/// Says what was found: the path, and the evidence.
using Found = std::function<void(const std::string &path, const std::string &evidence)>;

/// A rule and the code that looks for it.
struct CheckedRule {
    LintRule rule;
    void (*check)(const LintScene &scene, const Found &found);
};

// One file each.
std::span<const CheckedRule> retry_rules();
std::span<const CheckedRule> breaker_rules();
std::span<const CheckedRule> chain_rules();
std::span<const CheckedRule> capacity_rules();

} // namespace halfopen
