// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/scenario_checker.h"

namespace halfopen {

void ScenarioChecker::guards(const std::string &path, const PolicyConfig &config) {
    if (const auto &bulkhead = config.bulkhead) {
        within(path + ".bulkhead.concurrency", bulkhead->concurrency, 1, 1'000'000);
        if (bulkhead->queue) within(path + ".bulkhead.queue", *bulkhead->queue, 0, 10'000'000);
        if (bulkhead->max_wait) duration(path + ".bulkhead.max_wait", *bulkhead->max_wait);
    }
    if (const auto &limiter = config.rate_limiter) {
        within(path + ".rate_limiter.rate", limiter->rate.per_second, 1e-6, 1e9);
        within(path + ".rate_limiter.burst", limiter->burst, 1.0, 1e9);
        if (limiter->max_wait) duration(path + ".rate_limiter.max_wait", *limiter->max_wait);
    }
    if (const auto &hedge = config.hedge) {
        if (hedge->after) duration(path + ".hedge.after", *hedge->after);
        if (!(hedge->after_quantile > 0.0 && hedge->after_quantile < 1.0)) {
            fail(path + ".hedge.after_quantile", phrase("Invalid", "expected a share above 0% and below 100%, got {:g}%"),
                 hedge->after_quantile * 100.0);
        }
        within(path + ".hedge.copies", hedge->copies, 1, kHedgeCopiesMax);
    }
}

void ScenarioChecker::order(const std::string &path, const PolicyConfig &config) {
    for (auto layer = config.order.begin(); layer != config.order.end(); ++layer) {
        if (std::find(config.order.begin(), layer, *layer) != layer)
            fail(path + ".order", phrase("Invalid", "{} stands twice"), name_of(*layer));
    }
    for (const auto &[present, kind] : {std::pair{config.timeout.has_value(), LayerKind::timeout},
                                        std::pair{config.breaker.has_value(), LayerKind::breaker},
                                        std::pair{config.retry.has_value(), LayerKind::retry},
                                        std::pair{config.bulkhead.has_value(), LayerKind::bulkhead},
                                        std::pair{config.rate_limiter.has_value(), LayerKind::rate_limiter}}) {
        if (present && std::find(config.order.begin(), config.order.end(), kind) == config.order.end()) {
            fail(path + ".order", phrase("Invalid", "leaves out {}, which this policy has"), name_of(kind));
        }
    }
}

void ScenarioChecker::error_recovery(const std::string &path, const PolicyConfig &config) {
    const std::string at = path + ".error_recovery";
    const ErrorRecovery &recovery = *config.error_recovery;
    within(at + ".max_retries", recovery.max_retries, 0, kAttemptsMax - 1);
    within(at + ".retry_backoff", recovery.retry_backoff, 0.0, 1000.0);
    if (recovery.timeout_override) duration(at + ".timeout_override", *recovery.timeout_override, Duration{1});
    for (const std::string &tool : recovery.fallback_tools) {
        known(at + ".fallback_tools", tool, scenario_.services, phrase("Invalid", "service"));
    }
    if (config.retry) fail(path + ".retry", phrase("Invalid", "stands beside error_recovery, which has its own retries"));
}

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
    guards(path, config);
    if (config.error_recovery) error_recovery(path, config);
    order(path, config);
}

} // namespace halfopen
