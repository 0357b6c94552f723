// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/time.h"

namespace halfopen {

/// Where the buckets of a window of time begin. With one bucket, `absolute` and `first_call` are tumbling windows.
enum class WindowAlign : std::uint8_t {
    absolute,    ///< at whole multiples of the bucket's width; a silence passes over as many buckets as it lasted
    since_reset, ///< the same, counted from the last time that the window was forgotten
    first_call,  ///< at the first result that needs a bucket; a bucket is dropped when its begin has left the span
    one_step,    ///< the same, but a result moves the window by one bucket at most, so old results survive a silence
};

/// The shape of a window of time. The width of a bucket is span / buckets, rounded down to whole nanoseconds.
struct TimeWindow {
    Duration span{std::chrono::seconds(10)};
    int buckets = 10;
    WindowAlign align = WindowAlign::absolute;
    friend bool operator==(const TimeWindow &, const TimeWindow &) = default;
};

/// What one cell of a window holds.
struct WindowCounts {
    int calls = 0;
    int failures = 0;
    int slow = 0;
    friend bool operator==(const WindowCounts &, const WindowCounts &) = default;
};

/// A sliding window of results: a ring of the last N calls, or buckets of a span of time. Empty until its first use.
/// One object is used in one way only.
class ResultWindow {
public:
    void add_to_ring(int size, bool failure, bool slow);
    /// Adds to the bucket that holds `now`; calls and failures may come at different instants.
    void add_to_time(SimTime now, const TimeWindow &shape, const WindowCounts &counts);
    /// Forgets the buckets that have left the span by `now`. A window of one_step moves only when something is added.
    void expire(SimTime now, const TimeWindow &shape);
    void clear(SimTime now);
    const WindowCounts &total() const { return total_; }
    const std::vector<WindowCounts> &cells() const { return cells_; }
    int next_cell() const { return next_; }
    SimTime origin() const { return origin_; } ///< when it was last forgotten
    friend bool operator==(const ResultWindow &, const ResultWindow &) = default;

private:
    void size_cells(std::size_t n);
    void step(SimTime begin, Duration width);
    void move_on_grid(SimTime now, const TimeWindow &shape, Duration width);
    void drop_before(SimTime first_kept);

    std::vector<WindowCounts> cells_;
    std::vector<SimTime> begins_; ///< first_call: the begin of each cell's bucket
    WindowCounts total_;
    int next_ = 0;      ///< ring: the cell to be overwritten next; time: the cell of the newest bucket
    int oldest_ = 0;    ///< first_call: the cell of the oldest bucket that is kept
    bool used_ = false; ///< time: there is a newest bucket
    SimTime end_{};     ///< time: where the newest bucket ends
    SimTime origin_{};
};

} // namespace halfopen
