// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "engine/base/math.h"
#include "engine/base/time.h"

namespace halfopen {

/// A timeout per attempt that may grow: attempt n waits min(after * growth^(n-1), cap).
struct TimeoutConfig {
    Duration after{std::chrono::seconds(30)};
    double growth = 1.0;
    std::optional<Duration> cap;
    friend bool operator==(const TimeoutConfig &, const TimeoutConfig &) = default;
};

/// The timeout of try number n (n >= 1) of a leg. Range: (0, cap] or (0, kDurationMax].
inline Duration timeout_of(const TimeoutConfig &config, int n) {
    Duration d = config.after;
    if (config.growth != 1.0) {
        d = duration_from_ns(static_cast<double>(d.count()) * stable::pow(config.growth, n - 1));
    }
    return config.cap && d > *config.cap ? *config.cap : d;
}

} // namespace halfopen
