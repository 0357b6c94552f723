// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

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
    randomized,   ///< resilience4j: at least 1 unit, d * (1 - f) + U(0, 2 * f * d + 1 unit), cut to whole units of 1 ms
    spread,       ///< d + U(0, amount)
};

/// How a wait is cut to whole units of time after its jitter.
enum class Rounding : std::uint8_t { none, down, nearest };

struct BackoffConfig {
    BackoffFamily family = BackoffFamily::exponential;
    Duration base{std::chrono::milliseconds(100)};
    double multiplier = 2.0;
    int offset = 0;
    std::optional<Duration> cap;
    bool cap_after_jitter = false; ///< the cap then follows the rounding too
    Duration floor{0};             ///< the shortest wait, where the cap is; not of decorrelated jitter; 0: none
    Rounding rounding = Rounding::none;
    Duration rounding_unit{std::chrono::milliseconds(1)}; ///< above 0
    bool whole_steps = false; ///< exponential: each interval is cut to whole units before the next grows from it
    int sorted = 0;           ///< the waits of this many retries are drawn at the first and used in rising order; 0: no
    friend bool operator==(const BackoffConfig &, const BackoffConfig &) = default;
};

struct JitterConfig {
    JitterKind kind = JitterKind::none;
    double factor = 0.5; ///< f of `additive`, `symmetric` and `randomized`
    Duration amount{0};  ///< of `spread`
    friend bool operator==(const JitterConfig &, const JitterConfig &) = default;
};

inline constexpr int kSortedWaitsMax = 1000;

/// What a retry loop remembers between its waits.
struct BackoffState {
    double previous = 0.0; ///< the wait (decorrelated, in ns), the curve (polly_v2) or the luck (sorted); 0 at first
    friend bool operator==(const BackoffState &, const BackoffState &) = default;
};

/// The wait before retry k without jitter. Range: [0, cap], or [0, kDurationMax] without a cap.
Duration backoff_base(const BackoffConfig &config, int k);

/// The wait before retry k (k >= 1) for a uniform u in [0, 1); advances the state.
/// Range: within backoff_range(config, jitter, k). Errors: none; the config was validated.
/// A sorted list takes its luck from the uniform of its first wait; beyond its end its last wait is repeated.
/// Sources: AWS Architecture Blog "Exponential Backoff And Jitter" (full, equal, decorrelated); Polly 8 (polly_v2);
/// Envoy's jittered exponential back-off (envoy); the tutorial's Pattern 1 (additive 0.5).
Duration backoff_wait(const BackoffConfig &config, const JitterConfig &jitter, BackoffState &state, int k, double u);

/// The wait before retry k of a sorted list whose waits are drawn with these uniforms, one for each.
/// Errors: none; k from 1 to their number.
Duration sorted_wait(const BackoffConfig &config, const JitterConfig &jitter, std::span<const double> uniforms, int k);

/// The jitter envelope of the wait before retry k, over all luck.
struct WaitRange {
    Duration shortest{0};
    Duration longest{0};
    friend bool operator==(const WaitRange &, const WaitRange &) = default;
};
WaitRange backoff_range(const BackoffConfig &config, const JitterConfig &jitter, int k);

} // namespace halfopen
