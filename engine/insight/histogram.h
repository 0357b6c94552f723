// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/time.h"
#include "engine/base/wide.h"

namespace halfopen {

/// Latencies: kept exactly up to 10^6 values, then folded into a log-linear histogram whose buckets are at most
/// 0.1 % wide. Percentiles are nearest-rank.
class LatencyRecorder {
public:
    static constexpr std::size_t kExactMax = 1'000'000;
    /// Without values there are count, mean and maximum, and no percentiles; a copy is small.
    explicit LatencyRecorder(bool keeps_values = true) : keeps_values_(keeps_values) {}
    void add(Duration latency);
    std::uint64_t count() const { return count_; }
    bool exact() const { return buckets_.empty(); }
    std::optional<double> mean_s() const;
    std::optional<double> max_s() const;
    /// q in (0, 1]; nothing when empty.
    std::optional<double> percentile_s(double q) const;
    std::size_t bytes() const { return values_.size() * sizeof(std::int64_t) + buckets_.size() * sizeof(std::uint64_t); }

private:
    void fold();
    void add_to_bucket(Duration latency);
    bool keeps_values_;
    mutable std::vector<std::int64_t> values_; ///< sorted on demand up to sorted_
    mutable bool sorted_ = true;
    std::vector<std::uint64_t> buckets_;
    std::uint64_t count_ = 0;
    std::int64_t max_ns_ = 0;
    uint128 sum_ns_ = 0;
};

/// The nearest rank of q in (0, 1] among `count` values, from 1. Precondition: count > 0.
std::uint64_t nearest_rank(double q, std::uint64_t count);

} // namespace halfopen
