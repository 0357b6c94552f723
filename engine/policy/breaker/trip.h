// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "engine/base/time.h"
#include "engine/policy/breaker/config.h"
#include "engine/policy/breaker/reason.h"
#include "engine/policy/breaker/window.h"

namespace halfopen {

/// Whether a trip rule is met: with the numbers that decided, or reason none.
struct TripVerdict {
    BreakerReason reason = BreakerReason::none;
    std::int32_t measured = 0; ///< see BreakerReason
    std::int32_t limit = 0;
};

/// Whether `part` of `total` reaches a share (or exceeds it, as config.compare says), in the config's arithmetic.
/// Of no calls at all any part does.
bool rate_reached(const BreakerConfig &config, int part, int total, double share);

/// Calls that its window must hold before a rate or a number in it is looked at. Meaningless without a window.
int calls_needed(const BreakerConfig &config);

/// What a closed breaker counts, and the rule that opens it. A regular value.
class TripCount {
public:
    /// A call was started or refused; counts only where config.counted says so.
    void start(const BreakerConfig &config, SimTime now) {
        if (config.counted == Counted::starts) add_start(config, now);
    }
    void result(const BreakerConfig &config, SimTime now, bool failure, bool slow) {
        if (failure)
            ++failures_;
        else if (config.trip == TripRule::consecutive)
            failures_ = 0;
        if (config.has_window()) add_result(config, now, failure, slow);
    }
    /// Lets results leave a window of time that have left it by `now`.
    void expire(const BreakerConfig &config, SimTime now);
    TripVerdict check(const BreakerConfig &config) const;
    void clear(SimTime now);
    int failures() const { return failures_; } ///< in a row, or since the last reset
    const ResultWindow &window() const { return window_; }
    friend bool operator==(const TripCount &, const TripCount &) = default;

private:
    void add_start(const BreakerConfig &config, SimTime now);
    void add_result(const BreakerConfig &config, SimTime now, bool failure, bool slow);
    TripVerdict check_window(const BreakerConfig &config) const;
    int failures_ = 0;
    ResultWindow window_;
};

} // namespace halfopen
