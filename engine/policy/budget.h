// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/time.h"
#include "engine/policy/leaky_window.h"
#include "engine/policy/sliding_count.h"

namespace halfopen {

// Budgets count in billionths of a token: ten deposits of 0.1 are exactly one.

/// AWS standard mode: a retry takes tokens, a success gives back.
struct TokenBucketBudget {
    double capacity = 500;
    double retry_cost = 5;
    double timeout_cost = 10;
    std::optional<double> throttling_cost; ///< after rate_limit; none: retry_cost
    double success_refund = 1;             ///< of a request that never retried; one that did gives back its last cost
    bool refills_past_capacity = false;    ///< smithy 4.0.7: any success fills to at least the capacity, and beyond
    friend bool operator==(const TokenBucketBudget &, const TokenBucketBudget &) = default;
};
/// Starts full, gains at each request's start; a retry needs more than retry_cost in it and takes that.
struct PerCallBucketBudget {
    double capacity = 5, deposit_per_call = 0.1, retry_cost = 1;
    friend bool operator==(const PerCallBucketBudget &, const PerCallBucketBudget &) = default;
};
/// Gains at each success; a retry needs at least retry_cost.
struct SuccessBucketBudget {
    double capacity = 10, deposit_per_success = 0.1, retry_cost = 1;
    friend bool operator==(const SuccessBucketBudget &, const SuccessBucketBudget &) = default;
};
/// Finagle: retries up to a share of the requests in a window of ten slices, and a reserve.
struct RatioBudget {
    double percent = 0.2; ///< a share; up to 10
    double min_per_second = 10;
    Duration window{std::chrono::seconds(10)};
    friend bool operator==(const RatioBudget &, const RatioBudget &) = default;
};
/// Envoy: retries under way (their waits included) below a share of the tries under way (waits left out), or below
/// min_concurrency.
struct ActiveShareBudget {
    double percent = 0.2; ///< a share
    int min_concurrency = 3;
    friend bool operator==(const ActiveShareBudget &, const ActiveShareBudget &) = default;
};
/// gRPC: a retryable failure takes 1, a success gives token_ratio (three decimals count); retries while above half.
struct ThrottleBudget {
    double max_tokens = 10, token_ratio = 0.1;
    friend bool operator==(const ThrottleBudget &, const ThrottleBudget &) = default;
};
/// Google SRE: every try, the first included, is refused with p = max(0, (requests - k accepts) / (requests + 1)).
struct AdaptiveThrottleBudget {
    double k = 2;
    Duration window{std::chrono::minutes(2)};
    friend bool operator==(const AdaptiveThrottleBudget &, const AdaptiveThrottleBudget &) = default;
};
enum class FailureRatePer : std::uint8_t { requests, attempts };
/// Retries while failed attempts (of any kind) / (requests started | attempts finished) is at most the threshold.
struct FailureRateBudget {
    double threshold = 0.1;
    std::optional<Duration> window; ///< none: since the start
    FailureRatePer per = FailureRatePer::attempts;
    friend bool operator==(const FailureRateBudget &, const FailureRateBudget &) = default;
};

/// What limits retries, over all requests of one calling instance.
struct BudgetConfig {
    std::string preset; ///< where the values came from, for people; may be empty
    std::variant<TokenBucketBudget, PerCallBucketBudget, SuccessBucketBudget, RatioBudget, ActiveShareBudget,
                 ThrottleBudget, AdaptiveThrottleBudget, FailureRateBudget>
        scheme;
    bool shared = false; ///< one budget for all instances of the caller
    friend bool operator==(const BudgetConfig &, const BudgetConfig &) = default;
};

/// A budget by name: botocore, smithy_4_0_7, smithy_2026, finagle, envoy, grpc, google_sre.
std::optional<BudgetConfig> budget_preset(std::string_view name);
std::vector<std::string> budget_preset_names();
/// One sentence on what a preset copies, with the library's version.
std::string budget_preset_about(std::string_view name);

/// How a try ended, as budgets class it. `rejected`: not retryable, budgets of retries do not count it.
enum class TryResult : std::uint8_t { success, timeout, throttled, transient, rejected };

/// What one retry loop remembers for its budget.
struct BudgetLoop {
    double last_cost = 0.0; ///< of its last retry; 0 when it never retried
    bool retried = false;
    bool retry_slot = false; ///< active_share: it holds one of the retries under way
    bool under_way = false;  ///< its try is counted among those under way
    bool in_try = false;     ///< admitted and not yet ended; the caller may clear it
    friend bool operator==(const BudgetLoop &, const BudgetLoop &) = default;
};

/// What the adaptive throttle sees at an instant.
struct ThrottleView {
    std::int64_t requests = 0;
    std::int64_t accepts = 0;
    double refusal = 0.0; ///< probability to refuse the next try
};

/// The state of a budget: a regular value. Per retry loop its calls come in this order: begin; then for each try
/// admit, ended; between two tries retry (asked when the failure arrives, before the wait); finish at the end,
/// whatever the end was. Time never goes back between calls.
class Budget {
public:
    explicit Budget(const BudgetConfig &config);

    void begin(const BudgetConfig &config, SimTime now, BudgetLoop &loop);
    /// Before each try, the first included; only the adaptive throttle ever says no. `u` is a uniform in [0, 1).
    /// After a refusal no `ended` follows for this try.
    bool admit(const BudgetConfig &config, SimTime now, BudgetLoop &loop, double u);
    void ended(const BudgetConfig &config, SimTime now, BudgetLoop &loop, TryResult result);
    /// Whether the loop may go on to another try after a failure of this kind. Takes the price when it may.
    bool retry(const BudgetConfig &config, SimTime now, BudgetLoop &loop, TryResult why);
    void finish(const BudgetConfig &config, SimTime now, BudgetLoop &loop);

    /// What is left, in the unit of the scheme (tokens; retries; probability to pass), for people.
    double level(const BudgetConfig &config, SimTime now) const;
    /// Of an adaptive throttle; all 0 under another scheme.
    ThrottleView throttle(const BudgetConfig &config, SimTime now) const;
    friend bool operator==(const Budget &, const Budget &) = default;

private:
    /// An edit may have put another scheme in place: then it starts anew, but for what is under way.
    void follow(const BudgetConfig &config);
    bool take(std::int64_t cost, bool affordable);
    void give(double amount, double capacity);
    bool retry_by(const TokenBucketBudget &scheme, BudgetLoop &loop, TryResult why);
    bool retry_by(const RatioBudget &scheme, SimTime now);
    bool retry_by(const ActiveShareBudget &scheme, BudgetLoop &loop);
    std::int64_t retries_max(const ActiveShareBudget &scheme) const;
    double failure_rate(const FailureRateBudget &scheme, SimTime now) const;
    void release(BudgetLoop &loop);

    std::size_t scheme_ = 0;       ///< index in BudgetConfig::scheme
    std::int64_t tokens_ = 0;      ///< in billionths
    std::int64_t tries_ = 0;       ///< under way
    std::int64_t retries_ = 0;     ///< under way, their waits included
    std::int64_t failed_ever_ = 0; ///< tries
    std::int64_t all_ever_ = 0;    ///< what failures are compared with
    LeakyWindow leaky_;
    SlidingCount wanted_; ///< requests, or tries
    SlidingCount met_;    ///< accepts, or failures
};

/// Whether `admit` can refuse under this scheme and needs a uniform.
bool gates_first_tries(const BudgetConfig &config);

} // namespace halfopen
