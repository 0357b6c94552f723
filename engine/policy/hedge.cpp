// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/hedge.h"

#include <algorithm>
#include <cmath>

namespace halfopen {

void LatencyWindow::add(Duration latency) {
    if (ring_.size() < kSize) {
        ring_.push_back(latency);
    } else {
        sorted_.erase(std::lower_bound(sorted_.begin(), sorted_.end(), ring_[next_]));
        ring_[next_] = latency;
        next_ = next_ + 1 == kSize ? 0 : next_ + 1;
    }
    sorted_.insert(std::upper_bound(sorted_.begin(), sorted_.end(), latency), latency);
}

std::optional<Duration> LatencyWindow::quantile(double q) const {
    if (sorted_.size() < kNeeded) return std::nullopt;
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(sorted_.size())));
    return sorted_[std::clamp<std::size_t>(rank, 1, sorted_.size()) - 1];
}

std::optional<Duration> hedge_delay(const HedgeConfig &config, const LatencyWindow &window) {
    return config.after ? config.after : window.quantile(config.after_quantile);
}

} // namespace halfopen
