// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/scenario_checker.h"

namespace halfopen {

namespace {

constexpr double kTokensMax = 1e9;
constexpr Duration kWindowLeast = std::chrono::milliseconds(1);

} // namespace

void ScenarioChecker::budget(const std::string &path, const BudgetConfig &config) {
    const auto tokens = [&](const std::string &key, double value) { within(path + key, value, 0.0, kTokensMax); };
    if (const auto *bucket = std::get_if<TokenBucketBudget>(&config.scheme)) {
        tokens(".token_bucket.capacity", bucket->capacity);
        tokens(".token_bucket.retry_cost", bucket->retry_cost);
        tokens(".token_bucket.timeout_cost", bucket->timeout_cost);
        tokens(".token_bucket.throttling_cost", bucket->throttling_cost.value_or(0.0));
        tokens(".token_bucket.success_refund", bucket->success_refund);
    } else if (const auto *per_call = std::get_if<PerCallBucketBudget>(&config.scheme)) {
        tokens(".per_call_bucket.capacity", per_call->capacity);
        tokens(".per_call_bucket.deposit_per_call", per_call->deposit_per_call);
        tokens(".per_call_bucket.retry_cost", per_call->retry_cost);
    } else if (const auto *success = std::get_if<SuccessBucketBudget>(&config.scheme)) {
        tokens(".success_bucket.capacity", success->capacity);
        tokens(".success_bucket.deposit_per_success", success->deposit_per_success);
        tokens(".success_bucket.retry_cost", success->retry_cost);
    } else if (const auto *ratio = std::get_if<RatioBudget>(&config.scheme)) {
        within(path + ".ratio.percent", ratio->percent, 0.0, 10.0);
        within(path + ".ratio.min_per_second", ratio->min_per_second, 0.0, 1e6);
        duration(path + ".ratio.window", ratio->window, kWindowLeast);
    } else if (const auto *active = std::get_if<ActiveShareBudget>(&config.scheme)) {
        within(path + ".active_share.percent", active->percent, 0.0, 10.0);
        within(path + ".active_share.min_concurrency", active->min_concurrency, 0, 1'000'000);
    } else if (const auto *throttle = std::get_if<ThrottleBudget>(&config.scheme)) {
        tokens(".throttle.max_tokens", throttle->max_tokens);
        tokens(".throttle.token_ratio", throttle->token_ratio);
    } else if (const auto *adaptive = std::get_if<AdaptiveThrottleBudget>(&config.scheme)) {
        within(path + ".adaptive_throttle.k", adaptive->k, 0.0, 1000.0);
        duration(path + ".adaptive_throttle.window", adaptive->window, kWindowLeast);
    } else if (const auto *rate = std::get_if<FailureRateBudget>(&config.scheme)) {
        share(path + ".failure_rate.threshold", rate->threshold);
        if (rate->window) duration(path + ".failure_rate.window", *rate->window, kWindowLeast);
    }
}

} // namespace halfopen
