// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/insight/metrics.h"
#include "engine/trace/store.h"

namespace halfopen {

/// The latencies of a growing trace, so that the exact percentiles of any prefix of it cost microseconds: values stand
/// in buckets of their size, in order of the trace, and a prefix is found in each by binary search. Fed in order, a
/// regular value; 12 bytes a request.
class LatencyIndex {
public:
    /// Takes the records [records(), view.size()) of the same run.
    void extend(const TraceView &view);
    std::size_t records() const { return records_; }
    std::size_t bytes() const;
    void shrink(); ///< gives back the room for more, once the trace is complete

    /// Fills in the percentiles of the first `records` records, and judges the goals by them. `metrics` comes from a
    /// fold of just these records.
    void complete(Metrics &metrics, std::size_t records, const Scenario &scenario) const;

private:
    static constexpr std::array<double, 4> kQuantiles = {0.50, 0.90, 0.95, 0.99};
    using Percentile = std::array<Figure, kQuantiles.size()>;

    /// Latencies of nearly the same size, in order of the trace.
    struct Bucket {
        std::vector<std::uint32_t> records; ///< of their request_ended
        std::vector<std::int64_t> values;   ///< ns
        std::int64_t least = 0, most = 0;
        std::size_t before(std::size_t records_end) const;
    };
    using Buckets = std::vector<Bucket>;
    static void add(Buckets &buckets, std::int64_t ns, std::uint32_t record);
    using Sets = std::vector<const Buckets *>;
    /// The value of that rank, from 1, among those of one bucket.
    std::int64_t ranked(const Sets &sets, std::size_t place, std::uint64_t rank, std::size_t records) const;
    Percentile percentiles(const Sets &sets, std::size_t records) const;

    Buckets served_, failed_;
    std::size_t records_ = 0;
};

} // namespace halfopen
