// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/sliding_count.h"

namespace halfopen {

void SlidingCount::add(SimTime now, Duration window, std::int64_t events) {
    forget(now, window);
    total_ += events;
    const bool crowded = instants_.size() >= kInstantsMax;
    const Duration apart = crowded ? window / static_cast<std::int64_t>(kInstantsMax) : Duration{0};
    if (!instants_.empty() && now - instants_.back().at <= apart)
        instants_.back().events += events;
    else
        instants_.push_back({now, events});
}

std::int64_t SlidingCount::count(SimTime now, Duration window) const {
    std::int64_t inside = total_;
    for (const Instant &instant : instants_) {
        if (now - instant.at < window) break;
        inside -= instant.events;
    }
    return inside;
}

void SlidingCount::forget(SimTime now, Duration window) {
    while (!instants_.empty() && now - instants_.front().at >= window) {
        total_ -= instants_.front().events;
        instants_.pop_front();
    }
}

} // namespace halfopen
