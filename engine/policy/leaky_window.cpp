// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/leaky_window.h"

#include <algorithm>
#include <numeric>

namespace halfopen {

void LeakyWindow::turn(SimTime now, Duration window) {
    const Duration slice = std::max(window / kSlices, Duration{1});
    const std::int64_t passed = std::min<std::int64_t>((now - head_since_) / slice, kSlices);
    if (passed < 1) return;
    for (std::int64_t i = 0; i < passed; ++i) {
        head_ = (head_ + 1) % kSlices;
        slices_[static_cast<std::size_t>(head_)] = 0;
    }
    head_since_ = now;
}

void LeakyWindow::add(SimTime now, Duration window, std::int64_t amount) {
    turn(now, window);
    slices_[static_cast<std::size_t>(head_)] += amount;
}

std::int64_t LeakyWindow::sum(SimTime now, Duration window) const {
    LeakyWindow then = *this;
    then.turn(now, window);
    return std::accumulate(then.slices_.begin(), then.slices_.end(), std::int64_t{0});
}

} // namespace halfopen
