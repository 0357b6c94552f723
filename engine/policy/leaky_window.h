// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "engine/base/time.h"

namespace halfopen {

/// Finagle's sum over a window in ten slices. A slice ends at the first use that finds it old enough, so that slices
/// are not aligned to anything but use.
class LeakyWindow {
public:
    void add(SimTime now, Duration window, std::int64_t amount);
    std::int64_t sum(SimTime now, Duration window) const;
    friend bool operator==(const LeakyWindow &, const LeakyWindow &) = default;

private:
    void turn(SimTime now, Duration window);

    static constexpr int kSlices = 10;
    std::array<std::int64_t, kSlices> slices_{}; ///< a ring; head_ is the one that is being filled
    int head_ = 0;
    SimTime head_since_{};
};

} // namespace halfopen
