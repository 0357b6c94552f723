// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/scenario_checker.h"

namespace halfopen {

void ScenarioChecker::policy(const PolicyConfig &config) {
    const std::string path = "policies." + config.name;
    if (config.timeout) {
        duration(path + ".timeout.after", config.timeout->after, Duration{1});
        within(path + ".timeout.growth", config.timeout->growth, 0.01, 1000.0);
        if (config.timeout->cap) duration(path + ".timeout.cap", *config.timeout->cap, Duration{1});
    }
    if (config.retry) retry(path + ".retry", *config.retry);
    if (config.breaker) breaker(path + ".breaker", *config.breaker);
    if (config.budget) budget(path + ".budget", *config.budget);
    if (const auto &recovery = config.error_recovery) {
        const std::string at = path + ".error_recovery";
        within(at + ".max_retries", recovery->max_retries, 0, kAttemptsMax - 1);
        within(at + ".retry_backoff", recovery->retry_backoff, 0.0, 1000.0);
        if (recovery->timeout_override) duration(at + ".timeout_override", *recovery->timeout_override, Duration{1});
        for (const std::string &tool : recovery->fallback_tools) {
            known(at + ".fallback_tools", tool, scenario_.services, "service");
        }
        if (config.retry) fail(path + ".retry", "stands beside error_recovery, which has its own retries");
    }
    for (std::size_t i = 0; i < config.order.size(); ++i) {
        if (std::find(config.order.begin(), config.order.begin() + static_cast<std::ptrdiff_t>(i), config.order[i]) !=
            config.order.begin() + static_cast<std::ptrdiff_t>(i)) {
            fail(path + ".order", "{} stands twice", name_of(config.order[i]));
        }
    }
    for (const auto &[present, kind] : {std::pair{config.timeout.has_value(), LayerKind::timeout},
                                        std::pair{config.breaker.has_value(), LayerKind::breaker},
                                        std::pair{config.retry.has_value(), LayerKind::retry}}) {
        if (present && std::find(config.order.begin(), config.order.end(), kind) == config.order.end()) {
            fail(path + ".order", "leaves out {}, which this policy has", name_of(kind));
        }
    }
}

} // namespace halfopen
