// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/budget.h"

#include <array>

namespace halfopen {

namespace {

struct Preset {
    std::string_view name;
    BudgetConfig config;
    std::string_view about;
};

TokenBucketBudget aws_bucket(double retry_cost, double timeout_cost, double throttling_cost, bool past_capacity) {
    return {500, retry_cost, timeout_cost, throttling_cost, 1, past_capacity};
}

const std::array<Preset, 7> &presets() {
    static const std::array<Preset, 7> table = {{
        {"botocore",
         {"botocore", aws_bucket(5, 10, 5, false)},
         "The retry quota of botocore's standard mode (1.29.27), which is the published AWS rule."},
        {"smithy_4_0_7",
         {"smithy_4_0_7", aws_bucket(10, 10, 5, true)},
         "The retry tokens of @smithy/util-retry 4.0.7 (AWS SDK for JavaScript v3 before the 2026 rules), where any "
         "success "
         "fills the bucket and lets it grow beyond its capacity."},
        {"smithy_2026",
         {"smithy_2026", aws_bucket(14, 14, 5, false)},
         "The retry tokens of @smithy/core 3.41.0 (the AWS rules of 2026)."},
        {"finagle",
         {"finagle", RatioBudget{}},
         "Finagle's RetryBudget with its defaults (as read from its sources): 20 % of the requests of 10 s, and 10 "
         "retries a "
         "second."},
        {"envoy",
         {"envoy", ActiveShareBudget{}},
         "Envoy's retry_budget with its defaults (as read from its sources): 20 % of what is under way, at least 3."},
        {"grpc",
         {"grpc", ThrottleBudget{}},
         "gRPC's retryThrottling (proposal A6, grpc-js 1.14.7) with the values of its example: 10 tokens, ratio 0.1."},
        {"google_sre",
         {"google_sre", AdaptiveThrottleBudget{}},
         "Client-side throttling of the book Site Reliability Engineering, chapter Handling Overload, K = 2 over two "
         "minutes; no library: the book leaves the bookkeeping open."},
    }};
    return table;
}

const Preset *preset_named(std::string_view name) {
    for (const Preset &preset : presets()) {
        if (preset.name == name) return &preset;
    }
    return nullptr;
}

} // namespace

std::optional<BudgetConfig> budget_preset(std::string_view name) {
    const Preset *preset = preset_named(name);
    if (preset == nullptr) return std::nullopt;
    return preset->config;
}

std::vector<std::string> budget_preset_names() {
    std::vector<std::string> names;
    for (const Preset &preset : presets())
        names.emplace_back(preset.name);
    return names;
}

std::string budget_preset_about(std::string_view name) {
    const Preset *preset = preset_named(name);
    return preset == nullptr ? std::string() : std::string(preset->about);
}

} // namespace halfopen
