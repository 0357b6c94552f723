// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "engine/base/time.h"

namespace halfopen {

/// The schedule of waits before retry k = 1, 2, ...
enum class BackoffFamily : std::uint8_t {
    none,        ///< no wait
    constant,    ///< base
    linear,      ///< base * (k + offset)
    exponential, ///< base * multiplier^(k - 1 + offset)
    power,       ///< b^(k - 1 + offset) seconds, b = base in seconds (the tutorial executor's retry_backoff ** attempt)
};

enum class JitterKind : std::uint8_t {
    none,
    full,         ///< U(0, d)
    equal,        ///< d/2 + U(0, d/2)
    decorrelated, ///< min(cap, U(base, 3 * previous wait)), previous = base at first
    additive,     ///< d + U(0, f * d)
    symmetric,    ///< d * (1 + U(-f, f))
    polly_v2,     ///< Polly v8 and cockatiel "decorrelated jitter v2"
    envoy,        ///< whole milliseconds below the doubling interval
};

struct BackoffConfig {
    BackoffFamily family = BackoffFamily::exponential;
    Duration base{std::chrono::milliseconds(100)};
    double multiplier = 2.0;
    int offset = 0;
    std::optional<Duration> cap;
    bool cap_after_jitter = false;
    friend bool operator==(const BackoffConfig &, const BackoffConfig &) = default;
};

struct JitterConfig {
    JitterKind kind = JitterKind::none;
    double factor = 0.5; ///< f of `additive` and `symmetric`
    friend bool operator==(const JitterConfig &, const JitterConfig &) = default;
};

/// What a retry loop remembers between its waits: one number, 0 before the first.
struct BackoffState {
    double previous_ns = 0.0;
    friend bool operator==(const BackoffState &, const BackoffState &) = default;
};

/// The wait before retry k without jitter. Range: [0, cap], or [0, kDurationMax] without a cap.
Duration backoff_base(const BackoffConfig &config, int k);

/// The wait before retry k (k >= 1) for a uniform u in [0, 1); advances the state.
/// Range: within backoff_range(config, jitter, k). Errors: none; the config was validated.
/// Sources: AWS Architecture Blog "Exponential Backoff And Jitter" (full, equal, decorrelated); Polly 8 (polly_v2);
/// Envoy's jittered exponential back-off (envoy); the tutorial's Pattern 1 (additive 0.5).
Duration backoff_wait(const BackoffConfig &config, const JitterConfig &jitter, BackoffState &state, int k, double u);

/// The jitter envelope of the wait before retry k, over all luck.
struct WaitRange {
    Duration shortest{0};
    Duration longest{0};
    friend bool operator==(const WaitRange &, const WaitRange &) = default;
};
WaitRange backoff_range(const BackoffConfig &config, const JitterConfig &jitter, int k);

} // namespace halfopen
