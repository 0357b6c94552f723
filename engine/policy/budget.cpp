// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/budget.h"

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

constexpr double kBillion = 1e9;
constexpr double kTokensMax = 9e9; ///< in tokens; above any capacity that a scenario may state

std::int64_t billionths(double tokens) {
    return static_cast<std::int64_t>(std::llround(std::clamp(tokens, 0.0, kTokensMax) * kBillion));
}

/// gRPC counts thousandths; further decimals of a ratio are dropped.
double thousandths(double tokens) { return std::floor(tokens * 1000.0 + 1e-6) / 1000.0; }

std::int64_t initial_tokens(const BudgetConfig &config) {
    if (const auto *bucket = std::get_if<TokenBucketBudget>(&config.scheme)) return billionths(bucket->capacity);
    if (const auto *bucket = std::get_if<PerCallBucketBudget>(&config.scheme)) return billionths(bucket->capacity);
    if (const auto *bucket = std::get_if<SuccessBucketBudget>(&config.scheme)) return billionths(bucket->capacity);
    if (const auto *throttle = std::get_if<ThrottleBudget>(&config.scheme)) return billionths(throttle->max_tokens);
    return 0;
}

double cost_of(const TokenBucketBudget &scheme, TryResult why) {
    if (why == TryResult::timeout) return scheme.timeout_cost;
    if (why == TryResult::throttled) return scheme.throttling_cost.value_or(scheme.retry_cost);
    return scheme.retry_cost;
}

// Finagle's amounts: a request puts in 1000, a retry takes 1000 / share.
constexpr std::int64_t kDeposit = 1000;
std::int64_t deposit(const RatioBudget &scheme) { return scheme.percent > 0.0 ? kDeposit : 0; }
std::int64_t withdrawal(const RatioBudget &scheme) {
    return scheme.percent > 0.0 ? std::max<std::int64_t>(1, static_cast<std::int64_t>(kDeposit / scheme.percent)) : 1;
}
std::int64_t reserve(const RatioBudget &scheme) {
    return std::llround(scheme.min_per_second * seconds(scheme.window) * static_cast<double>(withdrawal(scheme)));
}

} // namespace

Budget::Budget(const BudgetConfig &config) : scheme_(config.scheme.index()), tokens_(initial_tokens(config)) {}

void Budget::follow(const BudgetConfig &config) {
    if (scheme_ == config.scheme.index()) return;
    Budget fresh(config);
    fresh.tries_ = tries_;
    fresh.retries_ = retries_;
    *this = fresh;
}

bool Budget::take(std::int64_t cost, bool affordable) {
    if (affordable) tokens_ = std::max<std::int64_t>(0, tokens_ - cost);
    return affordable;
}

void Budget::give(double amount, double capacity) {
    tokens_ = std::min(tokens_ + billionths(amount), billionths(capacity));
}

void Budget::begin(const BudgetConfig &config, SimTime now, BudgetLoop &loop) {
    follow(config);
    loop = BudgetLoop{};
    if (const auto *bucket = std::get_if<PerCallBucketBudget>(&config.scheme)) {
        give(bucket->deposit_per_call, bucket->capacity);
    } else if (const auto *ratio = std::get_if<RatioBudget>(&config.scheme)) {
        leaky_.add(now, ratio->window, deposit(*ratio));
    } else if (const auto *rate = std::get_if<FailureRateBudget>(&config.scheme)) {
        if (rate->per != FailureRatePer::requests) return;
        ++all_ever_;
        if (rate->window) wanted_.add(now, *rate->window);
    }
}

bool Budget::admit(const BudgetConfig &config, SimTime now, BudgetLoop &loop, double u) {
    follow(config);
    if (const auto *adaptive = std::get_if<AdaptiveThrottleBudget>(&config.scheme)) {
        const bool refused = u < throttle(config, now).refusal;
        met_.forget(now, adaptive->window);
        wanted_.add(now, adaptive->window); // refused tries count too
        if (refused) return false;
    }
    if (!loop.under_way) ++tries_;
    loop.under_way = loop.in_try = true;
    return true;
}

void Budget::release(BudgetLoop &loop) {
    if (loop.under_way) --tries_;
    if (loop.retry_slot) --retries_;
    loop.under_way = loop.in_try = loop.retry_slot = false;
}

void Budget::ended(const BudgetConfig &config, SimTime now, BudgetLoop &loop, TryResult result) {
    follow(config);
    release(loop);
    const bool success = result == TryResult::success;
    if (const auto *bucket = std::get_if<TokenBucketBudget>(&config.scheme)) {
        if (!success) return;
        const double refund = loop.retried ? loop.last_cost : bucket->success_refund;
        if (bucket->refills_past_capacity)
            tokens_ = std::max(tokens_ + billionths(refund), billionths(bucket->capacity));
        else
            give(refund, bucket->capacity);
    } else if (const auto *on_success = std::get_if<SuccessBucketBudget>(&config.scheme)) {
        if (success) give(on_success->deposit_per_success, on_success->capacity);
    } else if (const auto *throttling = std::get_if<ThrottleBudget>(&config.scheme)) {
        if (success)
            give(thousandths(throttling->token_ratio), throttling->max_tokens);
        else if (result != TryResult::rejected)
            take(billionths(1.0), true);
    } else if (const auto *adaptive = std::get_if<AdaptiveThrottleBudget>(&config.scheme)) {
        if (success) met_.add(now, adaptive->window);
    } else if (const auto *rate = std::get_if<FailureRateBudget>(&config.scheme)) {
        const bool per_attempt = rate->per == FailureRatePer::attempts;
        if (per_attempt) ++all_ever_;
        if (!success) ++failed_ever_;
        if (rate->window && per_attempt) wanted_.add(now, *rate->window);
        if (rate->window && !success) met_.add(now, *rate->window);
    }
}

bool Budget::retry_by(const TokenBucketBudget &scheme, BudgetLoop &loop, TryResult why) {
    const double cost = cost_of(scheme, why);
    if (!take(billionths(cost), billionths(cost) <= tokens_)) return false;
    loop.last_cost = cost;
    return true;
}

bool Budget::retry_by(const RatioBudget &scheme, SimTime now) {
    const std::int64_t price = withdrawal(scheme);
    if (leaky_.sum(now, scheme.window) + reserve(scheme) < price) return false;
    leaky_.add(now, scheme.window, -price);
    return true;
}

std::int64_t Budget::retries_max(const ActiveShareBudget &scheme) const {
    const double share = std::floor(scheme.percent * static_cast<double>(tries_) + 1e-9);
    return std::max(static_cast<std::int64_t>(share), static_cast<std::int64_t>(scheme.min_concurrency));
}

bool Budget::retry_by(const ActiveShareBudget &scheme, BudgetLoop &loop) {
    if (retries_ >= retries_max(scheme)) return false;
    ++retries_;
    loop.retry_slot = true;
    return true;
}

bool Budget::retry(const BudgetConfig &config, SimTime now, BudgetLoop &loop, TryResult why) {
    follow(config);
    release(loop);
    bool allowed = true;
    if (const auto *bucket = std::get_if<TokenBucketBudget>(&config.scheme)) {
        allowed = retry_by(*bucket, loop, why);
    } else if (const auto *per_call = std::get_if<PerCallBucketBudget>(&config.scheme)) {
        const std::int64_t cost = billionths(per_call->retry_cost);
        allowed = take(cost, tokens_ > cost);
    } else if (const auto *on_success = std::get_if<SuccessBucketBudget>(&config.scheme)) {
        const std::int64_t cost = billionths(on_success->retry_cost);
        allowed = take(cost, tokens_ >= cost);
    } else if (const auto *ratio = std::get_if<RatioBudget>(&config.scheme)) {
        allowed = retry_by(*ratio, now);
    } else if (const auto *active = std::get_if<ActiveShareBudget>(&config.scheme)) {
        allowed = retry_by(*active, loop);
    } else if (const auto *throttling = std::get_if<ThrottleBudget>(&config.scheme)) {
        allowed = 2 * tokens_ > billionths(throttling->max_tokens);
    } else if (const auto *rate = std::get_if<FailureRateBudget>(&config.scheme)) {
        if (rate->window) {
            met_.forget(now, *rate->window);
            wanted_.forget(now, *rate->window);
        }
        allowed = failure_rate(*rate, now) <= rate->threshold;
    }
    if (allowed) loop.retried = true;
    return allowed;
}

void Budget::finish(const BudgetConfig &config, SimTime, BudgetLoop &loop) {
    follow(config);
    release(loop);
}

double Budget::failure_rate(const FailureRateBudget &scheme, SimTime now) const {
    const std::int64_t failed = scheme.window ? met_.count(now, *scheme.window) : failed_ever_;
    const std::int64_t all = scheme.window ? wanted_.count(now, *scheme.window) : all_ever_;
    if (failed == 0) return 0.0;
    return all == 0 ? HUGE_VAL : static_cast<double>(failed) / static_cast<double>(all);
}

ThrottleView Budget::throttle(const BudgetConfig &config, SimTime now) const {
    const auto *scheme = std::get_if<AdaptiveThrottleBudget>(&config.scheme);
    if (scheme == nullptr || scheme_ != config.scheme.index()) return {};
    ThrottleView view{wanted_.count(now, scheme->window), met_.count(now, scheme->window), 0.0};
    const double requests = static_cast<double>(view.requests);
    view.refusal = std::max(0.0, (requests - scheme->k * static_cast<double>(view.accepts)) / (requests + 1.0));
    return view;
}

double Budget::level(const BudgetConfig &config, SimTime now) const {
    if (scheme_ != config.scheme.index()) return Budget(config).level(config, now);
    if (const auto *ratio = std::get_if<RatioBudget>(&config.scheme)) {
        const std::int64_t left = leaky_.sum(now, ratio->window) + reserve(*ratio);
        return static_cast<double>(std::max<std::int64_t>(0, left / withdrawal(*ratio)));
    }
    if (const auto *active = std::get_if<ActiveShareBudget>(&config.scheme)) {
        return static_cast<double>(std::max<std::int64_t>(0, retries_max(*active) - retries_));
    }
    if (std::holds_alternative<AdaptiveThrottleBudget>(config.scheme)) return 1.0 - throttle(config, now).refusal;
    if (const auto *rate = std::get_if<FailureRateBudget>(&config.scheme)) {
        return std::max(0.0, rate->threshold - failure_rate(*rate, now));
    }
    return static_cast<double>(tokens_) / kBillion;
}

bool gates_first_tries(const BudgetConfig &config) {
    return std::holds_alternative<AdaptiveThrottleBudget>(config.scheme);
}

} // namespace halfopen
