// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/breaker/window.h"

#include <algorithm>

namespace halfopen {

namespace {

void subtract(WindowCounts &total, const WindowCounts &cell) {
    total.calls -= cell.calls;
    total.failures -= cell.failures;
    total.slow -= cell.slow;
}

void add(WindowCounts &total, const WindowCounts &counts) {
    total.calls += counts.calls;
    total.failures += counts.failures;
    total.slow += counts.slow;
}

Duration width_of(const TimeWindow &shape) {
    return Duration{std::max<std::int64_t>(1, shape.span.count() / shape.buckets)};
}

/// How many buckets the span can touch. Of first_call there may be one more than `buckets` when the width was rounded.
std::size_t cells_of(const TimeWindow &shape, Duration width) {
    if (shape.align != WindowAlign::first_call) return static_cast<std::size_t>(shape.buckets);
    return static_cast<std::size_t>((shape.span.count() + width.count() - 1) / width.count());
}

} // namespace

void ResultWindow::size_cells(std::size_t n) {
    if (cells_.size() == n) return;
    clear(origin_);
    cells_.resize(n);
}

void ResultWindow::add_to_ring(int size, bool failure, bool slow) {
    size_cells(static_cast<std::size_t>(size));
    WindowCounts &cell = cells_[static_cast<std::size_t>(next_)];
    subtract(total_, cell);
    cell = WindowCounts{1, failure ? 1 : 0, slow ? 1 : 0};
    add(total_, cell);
    next_ = next_ + 1 == size ? 0 : next_ + 1;
}

/// Makes the next cell the newest bucket, and empties it.
void ResultWindow::step(SimTime begin, Duration width) {
    next_ = static_cast<std::size_t>(next_) + 1 == cells_.size() ? 0 : next_ + 1;
    WindowCounts &cell = cells_[static_cast<std::size_t>(next_)];
    subtract(total_, cell);
    cell = {};
    end_ = saturating_add(begin, width);
}

void ResultWindow::move_on_grid(SimTime now, const TimeWindow &shape, Duration width) {
    if (used_ && now < end_) return;
    const SimTime zero = shape.align == WindowAlign::since_reset ? origin_ : kTimeZero;
    const SimTime begin = zero + width * ((now - zero) / width);
    if (!used_ || (begin - end_) / width >= shape.buckets - 1) { // all that was counted has left
        std::fill(cells_.begin(), cells_.end(), WindowCounts{});
        total_ = {};
        end_ = saturating_add(begin, width);
        used_ = true;
        return;
    }
    while (end_ <= begin)
        step(end_, width);
}

/// first_call: drops the oldest buckets whose begin lies at or before this instant.
void ResultWindow::drop_before(SimTime first_kept) {
    const int n = static_cast<int>(cells_.size());
    while (used_ && begins_[static_cast<std::size_t>(oldest_)] <= first_kept) {
        WindowCounts &cell = cells_[static_cast<std::size_t>(oldest_)];
        subtract(total_, cell);
        cell = {};
        if (oldest_ == next_)
            used_ = false;
        else
            oldest_ = oldest_ + 1 == n ? 0 : oldest_ + 1;
    }
}

void ResultWindow::expire(SimTime now, const TimeWindow &shape) {
    const Duration width = width_of(shape);
    size_cells(cells_of(shape, width));
    switch (shape.align) {
    case WindowAlign::absolute:
    case WindowAlign::since_reset: move_on_grid(now, shape, width); break;
    case WindowAlign::first_call:
        begins_.resize(cells_.size());
        if (used_) drop_before(now - shape.span);
        break;
    case WindowAlign::one_step: break;
    }
}

void ResultWindow::add_to_time(SimTime now, const TimeWindow &shape, const WindowCounts &counts) {
    const bool by_calls = shape.align == WindowAlign::first_call || shape.align == WindowAlign::one_step;
    if (by_calls || !used_ || now >= end_) expire(now, shape);
    if (by_calls && (!used_ || now >= end_)) {
        if (!used_) oldest_ = static_cast<std::size_t>(next_) + 1 == cells_.size() ? 0 : next_ + 1;
        step(now, width_of(shape));
        if (shape.align == WindowAlign::first_call) begins_[static_cast<std::size_t>(next_)] = now;
        used_ = true;
    }
    add(cells_[static_cast<std::size_t>(next_)], counts);
    add(total_, counts);
}

void ResultWindow::clear(SimTime now) {
    if (total_ != WindowCounts{} || used_) std::fill(cells_.begin(), cells_.end(), WindowCounts{});
    total_ = {};
    next_ = oldest_ = 0;
    used_ = false;
    origin_ = now;
}

} // namespace halfopen
