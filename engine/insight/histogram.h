// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/time.h"
#include "engine/base/wide.h"

namespace halfopen {

/// Whether a fold keeps latencies for their percentiles: eight to sixteen bytes a request. Who has a LatencyIndex of
/// the same records does without.
enum class Percentiles : std::uint8_t { kept, left_out };

/// Latencies: kept exactly up to `exact_max` values, then folded into a log-linear histogram whose buckets are at most
/// 0.1 % wide. Percentiles are nearest-rank.
class LatencyRecorder {
public:
    static constexpr std::size_t kExactMax = 1'000'000;
    /// Without percentiles there are count, mean and maximum only; a copy is small.
    explicit LatencyRecorder(Percentiles percentiles, std::size_t exact_max = kExactMax)
        : keeps_values_(percentiles == Percentiles::kept), exact_max_(exact_max) {}
    explicit LatencyRecorder(std::size_t exact_max = kExactMax) : LatencyRecorder(Percentiles::kept, exact_max) {}
    void add(Duration latency);
    /// As if all values of the other had been added, in whatever order. Precondition: made with the same values.
    void merge(const LatencyRecorder &other);
    std::uint64_t count() const { return count_; }
    bool exact() const { return buckets_.empty(); }
    std::optional<double> mean_s() const;
    std::optional<double> max_s() const;
    /// q in (0, 1]; nothing when empty.
    std::optional<double> percentile_s(double q) const;
    std::size_t bytes() const { return (exact() && keeps_values_ ? count_ : 0) * sizeof(std::int64_t) + buckets_.size() * sizeof(std::uint64_t); }

private:
    /// Values come in chunks, so that a million of them are never copied to a larger place.
    static constexpr std::size_t kChunk = 1 << 15;
    void put(std::int64_t ns);
    void gather() const; ///< all values in one sorted chunk
    void fold();
    void add_to_bucket(Duration latency);
    bool keeps_values_;
    mutable std::vector<std::vector<std::int64_t>> chunks_; ///< of what is kept exactly
    mutable bool sorted_ = true;                            ///< there is at most one chunk, and it is sorted
    std::vector<std::uint64_t> buckets_;
    std::size_t exact_max_;
    std::uint64_t count_ = 0;
    std::int64_t max_ns_ = 0;
    uint128 sum_ns_ = 0;
};

/// The nearest rank of q in (0, 1] among `count` values, from 1. Precondition: count > 0.
std::uint64_t nearest_rank(double q, std::uint64_t count);

} // namespace halfopen
