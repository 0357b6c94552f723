// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/time.h"

namespace halfopen {

/// Further copies of a slow call; the first success wins. Each copy is an attempt and is billed.
struct HedgeConfig {
    std::optional<Duration> after = std::chrono::milliseconds(100); ///< none: after_quantile says when
    double after_quantile = 0.95; ///< of the latencies of the instance's last successes; in (0, 1)
    int copies = 1;               ///< further copies at most; 1 to kHedgeCopiesMax
    bool cancel_losers = true;    ///< a cancellation is sent to the losers' service (it must accept `cancels`)
    friend bool operator==(const HedgeConfig &, const HedgeConfig &) = default;
};
inline constexpr int kHedgeCopiesMax = 15;

/// The latencies of the last 1,000 successes, and their quantile once there are 100.
class LatencyWindow {
public:
    static constexpr std::size_t kSize = 1000, kNeeded = 100;
    void add(Duration latency);
    /// The smallest latency that at least q of those remembered do not exceed (nearest rank).
    std::optional<Duration> quantile(double q) const;
    std::size_t size() const { return sorted_.size(); }
    friend bool operator==(const LatencyWindow &, const LatencyWindow &) = default;

private:
    std::vector<Duration> ring_;   ///< in order of arrival
    std::vector<Duration> sorted_;
    std::size_t next_ = 0;
};

/// When the next copy is due after one was sent; nothing when no copy is to be sent by time.
std::optional<Duration> hedge_delay(const HedgeConfig &config, const LatencyWindow &window);

} // namespace halfopen
