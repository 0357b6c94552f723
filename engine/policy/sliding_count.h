// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>

#include "engine/base/time.h"

namespace halfopen {

/// How many events lie in (now - window, now]: exact up to kInstantsMax different instants in the window. Beyond them
/// neighbours closer than window / kInstantsMax count as one instant, the earlier. A regular value; amortised O(1).
class SlidingCount {
public:
    static constexpr std::size_t kInstantsMax = 100'000;

    /// Counts events at `now`. Time never goes back.
    void add(SimTime now, Duration window, std::int64_t events = 1);
    /// Events in (now - window, now].
    std::int64_t count(SimTime now, Duration window) const;
    /// Forgets what has left the window.
    void forget(SimTime now, Duration window);
    friend bool operator==(const SlidingCount &, const SlidingCount &) = default;

private:
    struct Instant {
        SimTime at{};
        std::int64_t events = 0;
        friend bool operator==(const Instant &, const Instant &) = default;
    };
    std::deque<Instant> instants_; ///< in order of time
    std::int64_t total_ = 0;       ///< of instants_
};

} // namespace halfopen
