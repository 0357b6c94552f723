// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "engine/insight/explain.h"
#include "engine/insight/words.h"

namespace halfopen {

namespace {

std::string share(double value) { return fmt::format("{:g} %", value * 100.0); }

std::string text(const TokenBucketBudget &b) {
    std::string out = fmt::format("token bucket of {:g}: a retry takes {:g}, after a timeout {:g}", b.capacity, b.retry_cost,
                                  b.timeout_cost);
    if (b.throttling_cost) out += fmt::format(", after a rate limit {:g}", *b.throttling_cost);
    return out + fmt::format(", a success gives back {:g}", b.success_refund);
}
std::string text(const PerCallBucketBudget &b) {
    return fmt::format("bucket of {:g}: a request gives {:g}, a retry takes {:g}", b.capacity, b.deposit_per_call, b.retry_cost);
}
std::string text(const SuccessBucketBudget &b) {
    return fmt::format("bucket of {:g}: a success gives {:g}, a retry takes {:g}", b.capacity, b.deposit_per_success,
                       b.retry_cost);
}
std::string text(const RatioBudget &b) {
    return fmt::format("retries up to {} of the requests in {} and {:g} a second", share(b.percent), format_duration(b.window),
                       b.min_per_second);
}
std::string text(const ActiveShareBudget &b) {
    return fmt::format("retries under way up to {} of the requests under way, at least {}", share(b.percent), b.min_concurrency);
}
std::string text(const ThrottleBudget &b) {
    return fmt::format("throttle of {:g} tokens: a failure takes 1, a success gives {:g}, retries above half", b.max_tokens,
                       b.token_ratio);
}
std::string text(const AdaptiveThrottleBudget &b) {
    return fmt::format("adaptive throttle: refuses what exceeds {:g} times the accepted of the last {}", b.k,
                       format_duration(b.window));
}
std::string text(const FailureRateBudget &b) {
    return fmt::format("retries while at most {} of the {} {} failed", share(b.threshold),
                       b.per == FailureRatePer::requests ? "requests" : "attempts",
                       b.window ? "of the last " + format_duration(*b.window) : std::string("since the start"));
}

} // namespace

std::string describe(const BulkheadConfig &config) {
    std::string out = fmt::format("{} at once", config.concurrency);
    const bool none = (config.queue && *config.queue == 0) || (config.max_wait && config.max_wait->count() == 0);
    if (none) {
        out += ", none wait";
    } else {
        out += config.queue ? fmt::format(", {} wait", *config.queue) : std::string(", any number wait");
        if (config.max_wait) out += " up to " + format_duration(*config.max_wait);
    }
    return config.shared ? out + ", shared by all instances" : out;
}

std::string describe(const RateLimiterConfig &config) {
    std::string out = fmt::format("{:g}/s, burst {:g}, {} when empty", config.rate.per_second, config.burst,
                                  config.when_empty == WhenEmpty::wait ? "waits" : "refuses");
    if (config.when_empty == WhenEmpty::wait && config.max_wait) out += ", at most " + format_duration(*config.max_wait);
    return config.shared ? out + ", shared by all instances" : out;
}

std::string describe(const HedgeConfig &config) {
    const std::string copies =
        counted(static_cast<std::uint64_t>(config.copies), "further copy", "further copies");
    const std::string when = config.after ? "after " + format_duration(*config.after)
                                          : fmt::format("after the {} quantile", share(config.after_quantile));
    return fmt::format("{} {}, losers are {}", copies, when, config.cancel_losers ? "cancelled" : "left to finish");
}

std::string describe(const BudgetConfig &config) {
    const std::string out = std::visit([](const auto &scheme) { return text(scheme); }, config.scheme);
    return config.shared ? out + ", shared by all instances" : out;
}

} // namespace halfopen
