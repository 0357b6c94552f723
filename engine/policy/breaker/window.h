// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/time.h"

namespace halfopen {

/// What one cell of a window holds.
struct WindowCounts {
    int calls = 0;
    int failures = 0;
    int slow = 0;
    friend bool operator==(const WindowCounts &, const WindowCounts &) = default;
};

/// A sliding window of results: a ring of the last N calls, or N rotating buckets of a time span that are aligned
/// to absolute time. Empty until its first use.
class ResultWindow {
public:
    void add_to_ring(int size, bool failure, bool slow);
    void add_to_buckets(SimTime now, Duration span, int buckets, bool failure, bool slow);
    /// Forgets the buckets that have left the span by `now`.
    void expire(SimTime now, Duration span, int buckets);
    void clear();
    const WindowCounts &total() const { return total_; }
    const std::vector<WindowCounts> &cells() const { return cells_; }
    int next_cell() const { return next_; }
    friend bool operator==(const ResultWindow &, const ResultWindow &) = default;

private:
    std::vector<WindowCounts> cells_;
    WindowCounts total_;
    int next_ = 0;             ///< ring: the cell to be overwritten next
    std::int64_t newest_ = -1; ///< buckets: absolute number of the newest bucket
};

} // namespace halfopen
