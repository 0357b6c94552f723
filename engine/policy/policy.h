// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/policy/breaker/config.h"
#include "engine/policy/budget.h"
#include "engine/policy/bulkhead.h"
#include "engine/policy/error_recovery.h"
#include "engine/policy/hedge.h"
#include "engine/policy/rate_limiter.h"
#include "engine/policy/retry.h"
#include "engine/policy/timeout.h"

namespace halfopen {

/// The layers whose order can be set, outermost first by default.
enum class LayerKind : std::uint8_t { retry, breaker, bulkhead, rate_limiter, timeout };
std::string_view name_of(LayerKind k);
inline const std::vector<LayerKind> kDefaultOrder = {LayerKind::retry, LayerKind::breaker, LayerKind::bulkhead,
                                                     LayerKind::rate_limiter, LayerKind::timeout};

/// What stands between a caller and a service: a regular value. An absent layer lets everything pass.
struct PolicyConfig {
    std::string name;
    std::optional<TimeoutConfig> timeout;
    std::optional<RetryConfig> retry;
    std::optional<BudgetConfig> budget; ///< of the retries; the adaptive throttle gates first tries too
    std::optional<BreakerConfig> breaker;
    std::optional<BulkheadConfig> bulkhead;
    std::optional<RateLimiterConfig> rate_limiter;
    std::optional<HedgeConfig> hedge; ///< stands in place of the plain call, innermost
    std::vector<LayerKind> order = kDefaultOrder; ///< outermost first, each kind at most once
    /// The tutorial's policy object, when the policy was written as one; the layers above are then derived from it.
    std::optional<ErrorRecovery> error_recovery;
    friend bool operator==(const PolicyConfig &, const PolicyConfig &) = default;
};

} // namespace halfopen
