// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace halfopen {

namespace {

/// Values share a bucket when their leading 10 bits are equal: a bucket is at most 1/1024 of its value wide, and its
/// middle is within 0.05 % of every value in it.
constexpr int kLeadingBits = 11;

std::size_t bucket_of(std::uint64_t ns) {
    if (ns < (std::uint64_t{1} << kLeadingBits)) return static_cast<std::size_t>(ns);
    const int shift = 64 - std::countl_zero(ns) - kLeadingBits;
    const std::uint64_t mantissa = ns >> shift; // kLeadingBits bits, the highest set
    return static_cast<std::size_t>((static_cast<std::uint64_t>(shift) << (kLeadingBits - 1)) + mantissa);
}

double middle_of(std::size_t bucket) {
    constexpr std::size_t half = std::size_t{1} << (kLeadingBits - 1);
    if (bucket < 2 * half) return static_cast<double>(bucket);
    const std::size_t shift = bucket / half - 1;
    const std::size_t mantissa = bucket - shift * half;
    return std::ldexp(static_cast<double>(mantissa) + 0.5, static_cast<int>(shift));
}

constexpr std::size_t kBuckets = (64 - kLeadingBits + 2) << (kLeadingBits - 1);

} // namespace

std::uint64_t nearest_rank(double q, std::uint64_t count) {
    const double exact = q * static_cast<double>(count);
    const auto rank = static_cast<std::uint64_t>(std::ceil(exact * (1.0 - 1e-12)));
    return std::clamp<std::uint64_t>(rank, 1, count);
}

void LatencyRecorder::add(Duration latency) {
    const std::int64_t ns = std::max<std::int64_t>(0, latency.count());
    ++count_;
    sum_ns_ += static_cast<uint128>(ns);
    max_ns_ = std::max(max_ns_, ns);
    if (!keeps_values_) return;
    if (!exact()) return add_to_bucket(Duration{ns});
    put(ns);
    if (count_ > exact_max_) fold();
}

void LatencyRecorder::put(std::int64_t ns) {
    if (chunks_.empty() || chunks_.back().size() >= kChunk) {
        const bool first = chunks_.empty(); // few values need little
        chunks_.emplace_back();
        if (!first) chunks_.back().reserve(kChunk);
    }
    chunks_.back().push_back(ns);
    sorted_ = false;
}

void LatencyRecorder::gather() const {
    if (sorted_) return;
    std::vector<std::int64_t> all;
    all.reserve(count_);
    for (const auto &chunk : chunks_) all.insert(all.end(), chunk.begin(), chunk.end());
    std::sort(all.begin(), all.end());
    chunks_.clear();
    chunks_.push_back(std::move(all));
    sorted_ = true;
}

void LatencyRecorder::merge(const LatencyRecorder &other) {
    count_ += other.count_;
    sum_ns_ += other.sum_ns_;
    max_ns_ = std::max(max_ns_, other.max_ns_);
    if (!keeps_values_) return;
    if (exact() && (!other.exact() || count_ > exact_max_)) fold();
    if (exact()) {
        for (const auto &chunk : other.chunks_) {
            for (const std::int64_t ns : chunk) put(ns);
        }
    } else {
        for (const auto &chunk : other.chunks_) {
            for (const std::int64_t ns : chunk) add_to_bucket(Duration{ns});
        }
        for (std::size_t b = 0; b < other.buckets_.size(); ++b) buckets_[b] += other.buckets_[b];
    }
}

void LatencyRecorder::fold() {
    buckets_.assign(kBuckets, 0);
    for (const auto &chunk : chunks_) {
        for (const std::int64_t ns : chunk) add_to_bucket(Duration{ns});
    }
    chunks_ = {};
}

void LatencyRecorder::add_to_bucket(Duration latency) {
    ++buckets_[bucket_of(static_cast<std::uint64_t>(latency.count()))];
}

std::optional<double> LatencyRecorder::mean_s() const {
    if (count_ == 0) return std::nullopt;
    return static_cast<double>(sum_ns_) / static_cast<double>(count_) / 1e9;
}

std::optional<double> LatencyRecorder::max_s() const {
    if (count_ == 0) return std::nullopt;
    return static_cast<double>(max_ns_) / 1e9;
}

std::optional<double> LatencyRecorder::percentile_s(double q) const {
    if (count_ == 0 || !keeps_values_) return std::nullopt;
    const std::uint64_t rank = nearest_rank(q, count_);
    if (exact()) {
        gather();
        return static_cast<double>(chunks_.front()[rank - 1]) / 1e9;
    }
    std::uint64_t seen = 0;
    for (std::size_t b = 0; b < buckets_.size(); ++b) {
        seen += buckets_[b];
        if (seen >= rank) return std::min(middle_of(b), static_cast<double>(max_ns_)) / 1e9;
    }
    return max_s();
}

} // namespace halfopen
