// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "engine/world/fault.h"
#include "ui/timeline/time_axis.h"

namespace halfopen {

/// Where a fault's bar is taken hold of.
enum class FaultGrip : std::uint8_t { body, begin, end };

/// One occurrence of a fault, and where the pointer is on it.
struct FaultHit {
    std::uint32_t fault = 0; ///< in the scenario
    FaultGrip grip = FaultGrip::body;
    Stretch stretch;        ///< of the occurrence
    bool joined = false;    ///< it stands for several: nothing to take hold of
    friend bool operator==(const FaultHit &, const FaultHit &) = default;
};

/// The times of a fault while one of its bars is dragged. Moving any occurrence of a repeated fault moves all of
/// them. A value; knows no widget and no document.
class FaultDrag {
public:
    /// `pressed` is the time under the pointer when the button went down.
    FaultDrag(const Fault &fault, const FaultHit &hit, SimTime pressed);

    /// Follows the pointer. What moves stands at a multiple of `snap`.
    void follow(SimTime pointer, Duration snap);
    /// So many steps later, or earlier when negative.
    void step(int steps, Duration snap);

    std::uint32_t fault() const { return hit_.fault; }
    FaultGrip grip() const { return hit_.grip; }
    Duration at() const { return at_; }
    Duration lasts() const { return lasts_; }
    Stretch stretch() const; ///< of the occurrence that is dragged, where it is now
    bool moved() const { return at_ != at0_ || lasts_ != lasts0_; }

    static constexpr Duration kShortest = std::chrono::milliseconds(1);

private:
    void place(SimTime begin, SimTime end);
    FaultHit hit_;
    SimTime pressed_;
    Duration at0_, lasts0_, at_, lasts_;
};

} // namespace halfopen
