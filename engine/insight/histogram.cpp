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
    values_.push_back(ns);
    sorted_ = false;
    if (values_.size() > exact_max_) fold();
}

void LatencyRecorder::merge(const LatencyRecorder &other) {
    count_ += other.count_;
    sum_ns_ += other.sum_ns_;
    max_ns_ = std::max(max_ns_, other.max_ns_);
    if (!keeps_values_) return;
    if (exact() && (!other.exact() || count_ > exact_max_)) fold();
    if (exact()) {
        values_.insert(values_.end(), other.values_.begin(), other.values_.end());
        sorted_ = values_.empty();
    } else {
        for (const std::int64_t ns : other.values_) add_to_bucket(Duration{ns});
        for (std::size_t b = 0; b < other.buckets_.size(); ++b) buckets_[b] += other.buckets_[b];
    }
}

void LatencyRecorder::fold() {
    buckets_.assign(kBuckets, 0);
    for (const std::int64_t ns : values_) add_to_bucket(Duration{ns});
    values_ = {};
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
        if (!sorted_) {
            std::sort(values_.begin(), values_.end());
            sorted_ = true;
        }
        return static_cast<double>(values_[rank - 1]) / 1e9;
    }
    std::uint64_t seen = 0;
    for (std::size_t b = 0; b < buckets_.size(); ++b) {
        seen += buckets_[b];
        if (seen >= rank) return std::min(middle_of(b), static_cast<double>(max_ns_)) / 1e9;
    }
    return max_s();
}

} // namespace halfopen
