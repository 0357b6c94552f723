// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>

#include "engine/base/time.h"
#include "engine/base/units.h"

namespace halfopen {

enum class WhenEmpty : std::uint8_t { wait, refuse };

/// A token bucket at the caller: `burst` tokens at most, `rate` new ones a second, one a call.
struct RateLimiterConfig {
    Rate rate{10.0};
    double burst = 1.0; ///< at least 1
    WhenEmpty when_empty = WhenEmpty::wait;
    std::optional<Duration> max_wait; ///< a longer wait is a refusal
    bool shared = false;              ///< one for all instances of the caller
    friend bool operator==(const RateLimiterConfig &, const RateLimiterConfig &) = default;
};

/// The bucket as a virtual clock (GCRA): at the clock's time it would be full again. A call moves it on by the time
/// that a token takes; calls may run ahead of it by the burst. Who waits has its token reserved; one that gives up
/// while it waits leaves its token unused.
class RateLimiter {
public:
    struct Answer {
        bool permitted = false; ///< at once, or after `wait`
        Duration wait{0};       ///< refused: how long until a token is there
    };
    /// At least 1 ns: more than 10^9 calls a second are not limited.
    static Duration interval(const RateLimiterConfig &config) {
        return std::max(Duration{1}, duration_from_ns(1e9 / config.rate.per_second + 0.5));
    }
    Answer admit(const RateLimiterConfig &config, SimTime now) {
        const Duration gap = interval(config);
        const Duration slack = duration_from_ns((config.burst - 1.0) * static_cast<double>(gap.count()));
        const SimTime clock = std::max(full_at_, now);
        const Duration ahead = clock - now;
        const Duration wait = ahead > slack ? ahead - slack : Duration{0};
        if (wait.count() > 0) {
            const bool too_long = config.max_wait && wait > *config.max_wait;
            if (config.when_empty == WhenEmpty::refuse || too_long) return {false, wait};
        }
        full_at_ = saturating_add(clock, gap);
        return {true, wait};
    }
    SimTime full_at() const { return full_at_; }
    friend bool operator==(const RateLimiter &, const RateLimiter &) = default;

private:
    SimTime full_at_{};
};

} // namespace halfopen
