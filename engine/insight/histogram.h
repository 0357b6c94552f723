// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/time.h"
#include "engine/base/wide.h"

namespace halfopen {

/// Latencies: kept exactly up to `exact_max` values, then folded into a log-linear histogram whose buckets are at most
/// 0.1 % wide. Percentiles are nearest-rank.
class LatencyRecorder {
public:
    static constexpr std::size_t kExactMax = 1'000'000;
    explicit LatencyRecorder(std::size_t exact_max = kExactMax) : exact_max_(exact_max) {}
    void add(Duration latency);
    /// As if all values of the other had been added, in whatever order. Precondition: the same exact_max.
    void merge(const LatencyRecorder &other);
    std::uint64_t count() const { return count_; }
    bool exact() const { return buckets_.empty(); }
    std::optional<double> mean_s() const;
    std::optional<double> max_s() const;
    /// q in (0, 1]; nothing when empty.
    std::optional<double> percentile_s(double q) const;

private:
    void fold();
    void add_to_bucket(Duration latency);
    mutable std::vector<std::int64_t> values_; ///< sorted on demand up to sorted_
    mutable bool sorted_ = true;
    std::vector<std::uint64_t> buckets_;
    std::size_t exact_max_;
    std::uint64_t count_ = 0;
    std::int64_t max_ns_ = 0;
    uint128 sum_ns_ = 0;
};

} // namespace halfopen
