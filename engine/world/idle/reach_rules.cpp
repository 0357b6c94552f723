// SPDX-License-Identifier: GPL-3.0-or-later
// What no workload leads to, along legs, fallback tools and the calls of services.
#include <algorithm>
#include <array>

#include "engine/world/idle/rules.h"

namespace halfopen {

namespace {

void operations(const IdleScene &scene, IdleFound &found) {
    for (std::size_t o = 0; o < scene.scenario().operations.size(); ++o) {
        if (scene.operation_reached(o)) continue;
        found("operations." + scene.scenario().operations[o].name,
              phrase("Invalid", "no workload asks for it, so that it has no effect: give it a workload, or leave it out"));
    }
}

void services(const IdleScene &scene, IdleFound &found) {
    for (std::size_t s = 0; s < scene.scenario().services.size(); ++s) {
        if (scene.service_reached(s) || scene.leads_group(s)) continue;
        found("services." + scene.scenario().services[s].name,
              phrase("Invalid", "no workload reaches it, so that it has no effect: name it in a chain that is asked for "
                                "or in the calls of a service, or leave it out"));
    }
}

void policies(const IdleScene &scene, IdleFound &found) {
    for (const PolicyConfig &policy : scene.scenario().policies) {
        if (scene.policy_reached(policy)) continue;
        found("policies." + policy.name, phrase("Invalid", "no workload passes through it, so that it has no effect: name it "
                                                           "in a leg or call that is reached, or leave it out"));
    }
}

void inputs(const IdleScene &scene, IdleFound &found) {
    const Scenario &scenario = scene.scenario();
    const auto reached = [&](const std::string &name) {
        for (std::size_t s = 0; s < scenario.services.size(); ++s) {
            if (scenario.services[s].name == name) return scene.service_reached(s);
        }
        return false;
    };
    for (const InputKind &input : scenario.inputs) {
        if (input.fails_at.empty() || std::any_of(input.fails_at.begin(), input.fails_at.end(), reached)) continue;
        found("inputs." + scenario.kinds[input.kind].name,
              phrase("Invalid", "has no effect: no workload reaches a service of fails_at; name one that is reached"));
    }
}

constexpr std::array<IdleRule, 4> kRules{{
    {"operation_unreached", operations},
    {"service_unreached", services},
    {"policy_unreached", policies},
    {"input_unreached", inputs},
}};

} // namespace

std::span<const IdleRule> idle_reach_rules() { return kRules; }

} // namespace halfopen
