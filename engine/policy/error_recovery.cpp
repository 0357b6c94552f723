// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/error_recovery.h"

#include "engine/policy/policy.h"

namespace halfopen {

RetryConfig retry_of(const ErrorRecovery &recovery, const ErrorMatrix &matrix) {
    RetryConfig retry;
    retry.max_attempts = recovery.max_retries + 1;
    retry.backoff.family = BackoffFamily::power;
    retry.backoff.base = duration_from_ns(recovery.retry_backoff * 1e9);
    const bool documented = recovery.reading == RecoveryReading::as_documented;
    retry.backoff.offset = documented ? 1 : 0; // "2 s, 4 s, 8 s" against 2.0 ** attempt from attempt 0
    retry.retry_after.honour = false;          // neither reading knows the header
    if (!documented) {
        retry.kinds.emplace(); // every exception is retried
        for (int kind = 1; kind < matrix.size(); ++kind) {
            if (!matrix[static_cast<Outcome>(kind)].name.empty() && kind != kind_deadline) {
                retry.kinds->push_back(static_cast<Outcome>(kind));
            }
        }
    }
    return retry;
}

std::string_view name_of(LayerKind k) {
    constexpr std::string_view names[] = {"retry", "breaker", "bulkhead", "rate_limiter", "timeout"};
    return names[static_cast<std::size_t>(k)];
}

} // namespace halfopen
