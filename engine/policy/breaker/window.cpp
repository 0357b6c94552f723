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

void count(WindowCounts &counts, bool failure, bool slow) {
    counts.calls += 1;
    counts.failures += failure ? 1 : 0;
    counts.slow += slow ? 1 : 0;
}

} // namespace

void ResultWindow::add_to_ring(int size, bool failure, bool slow) {
    const auto n = static_cast<std::size_t>(size);
    if (cells_.size() != n) {
        clear();
        cells_.resize(n);
    }
    WindowCounts &cell = cells_[static_cast<std::size_t>(next_)];
    subtract(total_, cell);
    cell = {};
    count(cell, failure, slow);
    count(total_, failure, slow);
    next_ = next_ + 1 == size ? 0 : next_ + 1;
}

void ResultWindow::expire(SimTime now, Duration span, int buckets) {
    const auto n = static_cast<std::size_t>(buckets);
    if (cells_.size() != n) {
        clear();
        cells_.resize(n);
    }
    const std::int64_t width = std::max<std::int64_t>(1, span.count() / buckets);
    const std::int64_t bucket = now.time_since_epoch().count() / width;
    if (newest_ < 0 || bucket - newest_ >= buckets) {
        std::fill(cells_.begin(), cells_.end(), WindowCounts{});
        total_ = {};
        newest_ = bucket;
    }
    while (newest_ < bucket) {
        ++newest_;
        WindowCounts &cell = cells_[static_cast<std::size_t>(newest_ % buckets)];
        subtract(total_, cell);
        cell = {};
    }
}

void ResultWindow::add_to_buckets(SimTime now, Duration span, int buckets, bool failure, bool slow) {
    expire(now, span, buckets);
    count(cells_[static_cast<std::size_t>(newest_ % buckets)], failure, slow);
    count(total_, failure, slow);
}

void ResultWindow::clear() {
    std::fill(cells_.begin(), cells_.end(), WindowCounts{});
    total_ = {};
    next_ = 0;
    newest_ = -1;
}

} // namespace halfopen
