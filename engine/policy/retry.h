// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "engine/policy/backoff.h"
#include "engine/policy/kinds.h"

namespace halfopen {

/// What is done with a server's Retry-After hint: the wait is the larger of backoff and hint;
/// above the limit there is no retry.
struct RetryAfterConfig {
    bool honour = true;
    std::optional<Duration> limit;
    friend bool operator==(const RetryAfterConfig &, const RetryAfterConfig &) = default;
};

/// Waits of one failure kind, in place of the policy's own.
struct KindSchedule {
    Outcome kind = kSuccess;
    BackoffConfig backoff;
    JitterConfig jitter;
    friend bool operator==(const KindSchedule &, const KindSchedule &) = default;
};

struct RetryConfig {
    int max_attempts = 1; ///< all tries of one leg; 1 means no retry. Range 1 to kAttemptsMax
    BackoffConfig backoff;
    JitterConfig jitter;
    RetryAfterConfig retry_after;
    std::optional<std::vector<Outcome>> kinds; ///< retried kinds; default: the error matrix
    std::vector<KindSchedule> per_kind;
    friend bool operator==(const RetryConfig &, const RetryConfig &) = default;
};
inline constexpr int kAttemptsMax = 1000;

/// What the retry loop remembers between tries.
struct RetryState {
    std::uint16_t tries = 0; ///< admissions asked for so far, refusals included
    BackoffState backoff;
    friend bool operator==(const RetryState &, const RetryState &) = default;
};

enum class RetryVerdict : std::uint8_t {
    again,            ///< wait, then try again
    give_up_kind,     ///< this kind is not retried
    give_up_attempts, ///< attempts used up
    give_up_hint,     ///< the server asked for a longer wait than the limit
};

struct RetryDecision {
    RetryVerdict verdict = RetryVerdict::give_up_kind;
    Duration wait{0};
    WaitRange range;             ///< where the wait was drawn from
    bool hint_decided = false;   ///< Retry-After was longer than the backoff
};

/// Whether a kind is retried under this policy (its own list wins over the matrix).
bool retries_kind(const RetryConfig &config, const ErrorMatrix &matrix, Outcome kind);

/// What the loop does after try number state.tries failed with `kind`. `u` is a uniform in [0, 1), `hint` the
/// server's Retry-After. Advances the backoff state only when the verdict is `again`.
RetryDecision after_failure(const RetryConfig &config, const ErrorMatrix &matrix, RetryState &state, Outcome kind,
                            std::optional<Duration> hint, double u);

} // namespace halfopen
