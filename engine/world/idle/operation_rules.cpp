// SPDX-License-Identifier: GPL-3.0-or-later
// Falling back with nowhere to go, healing without a cure.
#include <algorithm>
#include <array>

#include "engine/world/idle/rules.h"

namespace halfopen {

namespace {

void fallback_of_one_leg(const IdleScene &scene, IdleFound &found) {
    for (std::size_t o = 0; o < scene.scenario().operations.size(); ++o) {
        const Operation &operation = scene.scenario().operations[o];
        if (!operation.fallback_kinds || scene.layout().chains[o].size() > 1) continue;
        found("operations." + operation.name + ".fallback_kinds",
              phrase("Invalid", "has no effect: the chain has one leg, so that there is nothing to fall back to; add a leg"));
    }
}

void healing_without_remedy(const IdleScene &scene, IdleFound &found) {
    const ErrorMatrix &kinds = scene.scenario().kinds;
    for (const Operation &operation : scene.scenario().operations) {
        if (!operation.healing) continue;
        const HealingConfig &healing = *operation.healing;
        const std::string path = "operations." + operation.name + ".healing";
        if (healing.max_rounds == 0) {
            found(path + ".max_rounds", phrase("Invalid", "with 0 rounds nothing is ever healed; set it to 1 or more"));
            continue;
        }
        for (const Outcome kind : healing.kinds) {
            const bool curable = std::any_of(healing.remedies.begin(), healing.remedies.end(),
                                             [kind](const Remedy &remedy) { return remedy.issue == kind; });
            if (curable || healing.retry_undiagnosed) continue;
            found(path + ".kinds", phrase("Invalid", "there is no remedy for {}: its diagnosis only costs time; add a remedy, or "
                                                     "leave the kind out"),
                  kinds[kind].name);
        }
    }
}

void recovery_tools(const IdleScene &scene, IdleFound &found) {
    for (const PolicyConfig &policy : scene.scenario().policies) {
        if (!policy.error_recovery) continue;
        const ErrorRecovery &recovery = *policy.error_recovery;
        const std::string path = "policies." + policy.name + ".error_recovery";
        if (uses_fallback(recovery) && recovery.fallback_tools.empty()) {
            found(path + ".strategy", phrase("Invalid", "there is nothing to fall back to: fallback_tools is empty; name a service in it"));
        }
        if (!uses_fallback(recovery) && !recovery.fallback_tools.empty()) {
            found(path + ".fallback_tools", phrase("Invalid", "has no effect: the strategy does not fall back; set `strategy: fallback`"));
        }
    }
}

constexpr std::array<IdleRule, 3> kRules{{
    {"fallback_of_one_leg", fallback_of_one_leg},
    {"healing_without_remedy", healing_without_remedy},
    {"recovery_tools", recovery_tools},
}};

} // namespace

std::span<const IdleRule> idle_operation_rules() { return kRules; }

} // namespace halfopen
