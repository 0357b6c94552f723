// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/policy/retry.h"
#include "engine/policy/timeout.h"

namespace halfopen {

/// `retry` stands in the tutorial's prose only; the published enumeration does not have it.
enum class RecoveryStrategy : std::uint8_t { raise, continue_, fallback, partial_success, retry };
enum class RecoveryReading : std::uint8_t {
    as_documented,   ///< waits b^1, b^2, ... s; transient kinds only; timeout_override cuts the retries
    as_implemented,  ///< waits b^0, b^1, ... s; every failure is retried; timeout_override is read and ignored
};

/// The tutorial's ErrorRecoveryPolicy, accepted as it is written.
struct ErrorRecovery {
    RecoveryStrategy strategy = RecoveryStrategy::raise;
    int max_retries = 0;        ///< tries after the first
    double retry_backoff = 1.0; ///< b
    std::vector<std::string> fallback_tools;
    std::optional<Duration> timeout_override;
    RecoveryReading reading = RecoveryReading::as_documented;
    friend bool operator==(const ErrorRecovery &, const ErrorRecovery &) = default;
};

/// The retry loop that the object stands for.
RetryConfig retry_of(const ErrorRecovery &recovery, const ErrorMatrix &matrix);
/// Whether the strategy goes on to the fallback tools.
inline bool uses_fallback(const ErrorRecovery &r) { return r.strategy == RecoveryStrategy::fallback; }

} // namespace halfopen
