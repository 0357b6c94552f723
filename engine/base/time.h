// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>

namespace halfopen {

/// A span of simulated time in integer nanoseconds.
using Duration = std::chrono::nanoseconds;

/// The clock of the simulation. It has no now(): nothing in the engine reads a wall clock.
struct SimClock {
    using rep = std::int64_t;
    using period = std::nano;
    using duration = Duration;
    using time_point = std::chrono::time_point<SimClock, Duration>;
    static constexpr bool is_steady = true;
};

/// A point in simulated time, counted from the start of the run.
using SimTime = SimClock::time_point;

/// The longest duration that a scenario may state: about 31.7 years. Sums of nine of them still fit 64 bits.
inline constexpr Duration kDurationMax{1'000'000'000'000'000'000};
inline constexpr SimTime kTimeZero{};
/// Later than any event of any run.
inline constexpr SimTime kTimeNever{Duration{std::numeric_limits<std::int64_t>::max()}};

/// Seconds as a double, for figures shown to people; never fed back into simulated time.
constexpr double seconds(Duration d) { return static_cast<double>(d.count()) / 1e9; }
constexpr double seconds(SimTime t) { return seconds(t.time_since_epoch()); }

/// Nanoseconds from a double number of nanoseconds, truncated towards zero and saturated to [0, kDurationMax].
/// NaN gives 0.
constexpr Duration duration_from_ns(double ns) {
    if (!(ns > 0.0)) return Duration{0};
    if (ns >= static_cast<double>(kDurationMax.count())) return kDurationMax;
    return Duration{static_cast<std::int64_t>(ns)};
}

/// t + d, saturated at kTimeNever.
constexpr SimTime saturating_add(SimTime t, Duration d) {
    const std::int64_t room = std::numeric_limits<std::int64_t>::max() - t.time_since_epoch().count();
    return d.count() >= room ? kTimeNever : t + d;
}

} // namespace halfopen
