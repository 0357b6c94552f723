// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/latency_index.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "engine/base/check.h"
#include "engine/insight/histogram.h"

namespace halfopen {

namespace {

/// Values share a bucket when their leading bits are equal: few buckets to search, few values to rank in one.
constexpr int kLeadingBits = 8;

std::size_t bucket_of(std::int64_t ns) {
    const auto value = static_cast<std::uint64_t>(ns);
    if (value < (std::uint64_t{1} << kLeadingBits)) return static_cast<std::size_t>(value);
    const int shift = 64 - std::countl_zero(value) - kLeadingBits;
    return (static_cast<std::size_t>(shift) << (kLeadingBits - 1)) + static_cast<std::size_t>(value >> shift);
}

} // namespace

std::size_t LatencyIndex::Bucket::before(std::size_t records_end) const {
    if (records.empty() || records.back() < records_end) return records.size();
    return static_cast<std::size_t>(std::lower_bound(records.begin(), records.end(), records_end) - records.begin());
}

void LatencyIndex::add(Buckets &buckets, std::int64_t ns, std::uint32_t record) {
    const std::size_t place = bucket_of(ns);
    if (place >= buckets.size()) buckets.resize(place + 1);
    Bucket &bucket = buckets[place];
    bucket.least = bucket.values.empty() ? ns : std::min(bucket.least, ns);
    bucket.most = std::max(bucket.most, ns);
    bucket.records.push_back(record);
    bucket.values.push_back(ns);
}

void LatencyIndex::extend(const TraceView &view) {
    HALFOPEN_CHECK(view.size() <= 0xffff'ffffu);
    while (records_ < view.size()) {
        for (const TraceRecord &record : view.run_from(records_)) {
            const auto at = static_cast<std::uint32_t>(records_++);
            if (record.kind != RecordKind::request_ended || (record.flags & flag::counted) == 0) continue;
            const bool served = static_cast<Ending>(record.reason) == Ending::served;
            add(served ? served_ : failed_, std::max<std::int64_t>(0, record.value), at);
        }
    }
}

void LatencyIndex::shrink() {
    for (Buckets *buckets : {&served_, &failed_}) {
        for (Bucket &bucket : *buckets) {
            bucket.records.shrink_to_fit();
            bucket.values.shrink_to_fit();
        }
    }
}

std::size_t LatencyIndex::bytes() const {
    std::size_t bytes = 0;
    for (const Buckets *buckets : {&served_, &failed_}) {
        bytes += buckets->size() * sizeof(Bucket);
        for (const Bucket &bucket : *buckets) {
            bytes += bucket.records.capacity() * sizeof(std::uint32_t) + bucket.values.capacity() * sizeof(std::int64_t);
        }
    }
    return bytes;
}

std::int64_t LatencyIndex::ranked(const Sets &sets, std::size_t place, std::uint64_t rank, std::size_t records) const {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = 0;
    std::size_t count = 0;
    for (const Buckets *set : sets) {
        if (place >= set->size() || (*set)[place].before(records) == 0) continue;
        count += (*set)[place].before(records);
        least = std::min(least, (*set)[place].least);
        most = std::max(most, (*set)[place].most);
    }
    if (least == most) return least; // a constant latency: a million equal values
    std::vector<std::int64_t> values;
    values.reserve(count);
    for (const Buckets *set : sets) {
        if (place >= set->size()) continue;
        const Bucket &bucket = (*set)[place];
        const auto end = bucket.values.begin() + static_cast<std::ptrdiff_t>(bucket.before(records));
        values.insert(values.end(), bucket.values.begin(), end);
    }
    const auto nth = values.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(values.begin(), nth, values.end());
    return *nth;
}

LatencyIndex::Percentile LatencyIndex::percentiles(const Sets &sets, std::size_t records) const {
    std::size_t places = 0;
    for (const Buckets *set : sets) places = std::max(places, set->size());
    std::vector<std::uint64_t> up_to(places + 1, 0); // [b]: values in the buckets before b
    for (std::size_t b = 0; b < places; ++b) {
        up_to[b + 1] = up_to[b];
        for (const Buckets *set : sets) up_to[b + 1] += b < set->size() ? (*set)[b].before(records) : 0;
    }
    Percentile result;
    if (up_to.back() == 0) return result;
    for (std::size_t q = 0; q < kQuantiles.size(); ++q) {
        const std::uint64_t rank = nearest_rank(kQuantiles[q], up_to.back());
        const auto after = std::lower_bound(up_to.begin() + 1, up_to.end(), rank);
        const auto place = static_cast<std::size_t>(after - up_to.begin()) - 1;
        result[q] = static_cast<double>(ranked(sets, place, rank - up_to[place], records)) / 1e9;
    }
    return result;
}

void LatencyIndex::complete(Metrics &metrics, std::size_t records, const Scenario &scenario) const {
    const auto fill = [](LatencyFigures &figures, const Percentile &found) {
        figures.p50 = found[0];
        figures.p90 = found[1];
        figures.p95 = found[2];
        figures.p99 = found[3];
        figures.exact = true;
    };
    fill(metrics.latency, percentiles({&served_, &failed_}, records));
    fill(metrics.latency_success, percentiles({&served_}, records));
    metrics.slo = judged_goals(metrics, scenario);
}

} // namespace halfopen
