// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/fault_drag.h"

#include <algorithm>

namespace halfopen {

FaultDrag::FaultDrag(const Fault &fault, const FaultHit &hit, SimTime pressed)
    : hit_(hit), pressed_(pressed), at0_(fault.at), lasts0_(fault.lasts), at_(at0_), lasts_(lasts0_) {}

Stretch FaultDrag::stretch() const {
    const SimTime from = hit_.stretch.from + (at_ - at0_);
    return {from, saturating_add(from, lasts_)};
}

/// Takes over where the occurrence begins and ends, within what a fault can be: it begins at 0 at the earliest.
void FaultDrag::place(SimTime begin, SimTime end) {
    const Duration shift = std::max(begin - hit_.stretch.from, -at0_);
    at_ = at0_ + shift;
    lasts_ = std::max(end - (hit_.stretch.from + shift), kShortest);
}

void FaultDrag::follow(SimTime pointer, Duration snap) {
    const Stretch &was = hit_.stretch;
    const SimTime earliest = was.from - at0_;
    switch (hit_.grip) {
    case FaultGrip::body: {
        // The beginning snaps, wherever the bar was taken hold of.
        const SimTime from = std::max(rounded(was.from + (pointer - pressed_), snap), earliest);
        place(from, from + lasts0_);
        break;
    }
    case FaultGrip::begin: place(std::clamp(rounded(pointer, snap), earliest, was.to - kShortest), was.to); break;
    case FaultGrip::end: place(was.from, std::max(rounded(pointer, snap), was.from + kShortest)); break;
    }
}

void FaultDrag::step(int steps, Duration snap) {
    const Stretch now = stretch();
    switch (hit_.grip) {
    case FaultGrip::body: return follow(pressed_ + (now.from - hit_.stretch.from) + steps * snap, snap);
    case FaultGrip::begin: return follow(now.from + steps * snap, snap);
    case FaultGrip::end: return follow(now.to + steps * snap, snap);
    }
}

} // namespace halfopen
