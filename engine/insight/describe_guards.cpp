// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "engine/base/say.h"
#include "engine/insight/explain.h"
#include "engine/insight/words.h"

namespace halfopen {

namespace {

std::string share(double value) { return fmt::format("{:g} %", value * 100.0); }

std::string text(const TokenBucketBudget &b) {
    std::string out = say(phrase("Policy", "token bucket of {:g}: a retry takes {:g}, after a timeout {:g}"), b.capacity, b.retry_cost,
                                  b.timeout_cost);
    if (b.throttling_cost) out += say(phrase("Policy", ", after a rate limit {:g}"), *b.throttling_cost);
    return out + say(phrase("Policy", ", a success gives back {:g}"), b.success_refund);
}
std::string text(const PerCallBucketBudget &b) {
    return say(phrase("Policy", "bucket of {:g}: a request gives {:g}, a retry takes {:g}"), b.capacity, b.deposit_per_call, b.retry_cost);
}
std::string text(const SuccessBucketBudget &b) {
    return say(phrase("Policy", "bucket of {:g}: a success gives {:g}, a retry takes {:g}"), b.capacity, b.deposit_per_success,
                       b.retry_cost);
}
std::string text(const RatioBudget &b) {
    return say(phrase("Policy", "retries up to {} of the requests in {} and {:g} a second"), share(b.percent), format_duration(b.window),
                       b.min_per_second);
}
std::string text(const ActiveShareBudget &b) {
    return say(phrase("Policy", "retries under way up to {} of the requests under way, at least {}"), share(b.percent), b.min_concurrency);
}
std::string text(const ThrottleBudget &b) {
    return say(phrase("Policy", "throttle of {:g} tokens: a failure takes 1, a success gives {:g}, retries above half"), b.max_tokens,
                       b.token_ratio);
}
std::string text(const AdaptiveThrottleBudget &b) {
    return say(phrase("Policy", "adaptive throttle: refuses what exceeds {:g} times the accepted of the last {}"), b.k,
                       format_duration(b.window));
}
std::string text(const FailureRateBudget &b) {
    return say(phrase("Policy", "retries while at most {} of the {} {} failed"), share(b.threshold),
                       b.per == FailureRatePer::requests ? said(phrase("Policy", "requests")) : said(phrase("Policy", "attempts")),
                       b.window ? say(phrase("Policy", "of the last {}"), format_duration(*b.window)) : said(phrase("Policy", "since the start")));
}

} // namespace

std::string describe(const BulkheadConfig &config) {
    std::string out = say(phrase("Policy", "{} at once"), config.concurrency);
    const bool none = (config.queue && *config.queue == 0) || (config.max_wait && config.max_wait->count() == 0);
    if (none) {
        out += said(phrase("Policy", ", none wait"));
    } else {
        out += config.queue ? say(phrase("Policy", ", {} wait"), *config.queue) : said(phrase("Policy", ", any number wait"));
        if (config.max_wait) out += say(phrase("Policy", " up to {}"), format_duration(*config.max_wait));
    }
    return config.shared ? say(phrase("Policy", "{}, shared by all instances"), out) : out;
}

std::string describe(const RateLimiterConfig &config) {
    std::string out = say(phrase("Policy", "{:g}/s, burst {:g}, {} when empty"), config.rate.per_second, config.burst,
                                  config.when_empty == WhenEmpty::wait ? said(phrase("Policy", "waits")) : said(phrase("Policy", "refuses")));
    if (config.when_empty == WhenEmpty::wait && config.max_wait) out += say(phrase("Policy", ", at most {}"), format_duration(*config.max_wait));
    return config.shared ? say(phrase("Policy", "{}, shared by all instances"), out) : out;
}

std::string describe(const HedgeConfig &config) {
    const std::string copies =
        counted(static_cast<std::uint64_t>(config.copies), phrase("Policy", "further copy"), phrase("Policy", "further copies"));
    const std::string when = config.after ? say(phrase("Policy", "after {}"), format_duration(*config.after))
                                          : say(phrase("Policy", "after the {} quantile"), share(config.after_quantile));
    return say(phrase("Policy", "{} {}, losers are {}"), copies, when, config.cancel_losers ? said(phrase("Policy", "cancelled")) : said(phrase("Policy", "left to finish")));
}

std::string describe(const BudgetConfig &config) {
    const std::string out = std::visit([](const auto &scheme) { return text(scheme); }, config.scheme);
    return config.shared ? say(phrase("Policy", "{}, shared by all instances"), out) : out;
}

} // namespace halfopen
