// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/incident/summary.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace halfopen {

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kSliver = 1e-5; ///< of the calls, that an empty bucket gets so that the next one begins where it ends
const std::string kSuccessWord = "success";

double all_of(const std::map<double, double> &buckets) { return buckets.empty() ? 0.0 : buckets.rbegin()->second; }

/// The shares of calls up to each bound; between two bounds every value is as likely, as histogram_quantile has it.
std::vector<Quantiles::Point> points_of(const std::map<double, double> &buckets) {
    const double all = all_of(buckets);
    std::vector<Quantiles::Point> points;
    if (!(all > 0.0)) return points;
    points.push_back({0.0, Duration{0}});
    for (const auto &[le, count] : buckets) {
        if (std::isinf(le)) continue;
        const double share = std::clamp(std::round(count / all * 1e5) / 1e5, 0.0, 1.0);
        const Duration value = duration_from_ns(le * 1e9);
        if (points.back().share >= 1.0) break;
        if (share > points.back().share) points.push_back({share, value});
        else if (points.back().share == 0.0) points.back().value = value;
        else if (points.back().share + kSliver < 1.0) points.push_back({points.back().share + kSliver, value});
    }
    // The slivers may have overtaken a bucket with hardly a call in it.
    std::vector<Quantiles::Point> rising;
    for (const Quantiles::Point &point : points)
        if (rising.empty() || point.share > rising.back().share) rising.push_back(point);
    return rising;
}

} // namespace

void SummaryBuilder::bucket(std::int64_t time_ns, std::string_view service, std::string_view outcome, double le_s, double count) {
    moment(time_ns, service).buckets[std::string(outcome)][le_s] += count; // several series of one service add up
}
void SummaryBuilder::quantile(std::int64_t time_ns, std::string_view service, double share, Duration value) {
    moment(time_ns, service).quantiles[share] = value;
}
void SummaryBuilder::calls(std::int64_t time_ns, std::string_view service, std::string_view outcome, double count) {
    moment(time_ns, service).calls[std::string(outcome)] += count;
}
void SummaryBuilder::failed(std::int64_t time_ns, std::string_view service, std::string_view kind, double share) {
    moment(time_ns, service).shares[std::string(kind)] = share;
}

/// What was counted since the moment before; a counter that fell has begun anew.
SummaryBuilder::Buckets SummaryBuilder::since(const Buckets &now, const Buckets *before) {
    if (before == nullptr) return now;
    const bool reset = std::any_of(now.begin(), now.end(), [&](const auto &entry) {
        const auto old = before->find(entry.first);
        return old != before->end() && entry.second < old->second;
    });
    reset_ = reset_ || reset;
    if (reset) return now;
    Buckets out = now;
    for (auto &[le, count] : out)
        if (const auto old = before->find(le); old != before->end()) count -= old->second;
    return out;
}

SummaryStep SummaryBuilder::step(const Moment &now, const Moment *before) {
    SummaryStep step;
    std::map<std::string, double> calls = now.calls;
    if (before != nullptr)
        for (auto &[outcome, count] : calls) {
            const auto old = before->calls.find(outcome);
            if (old == before->calls.end()) continue;
            if (count < old->second) reset_ = true;
            else count -= old->second;
        }
    Buckets served;
    for (const auto &[outcome, buckets] : now.buckets) {
        const auto *old = before != nullptr && before->buckets.contains(outcome) ? &before->buckets.at(outcome) : nullptr;
        const Buckets counted = since(buckets, old);
        if (!now.calls.contains(outcome)) calls[outcome] = all_of(counted);
        if (outcome == kSuccessWord) served = counted;
    }
    double all = 0.0;
    for (const auto &[outcome, count] : calls) all += count;
    if (!calls.empty()) step.calls = all;
    if (all > 0.0)
        for (const auto &[outcome, count] : calls)
            if (outcome != kSuccessWord && count > 0.0) step.failures.emplace_back(outcome, count / all);
    for (const auto &[kind, share] : now.shares)
        if (share > 0.0) step.failures.emplace_back(kind, share);
    step.latency = points_of(served);
    beyond_ = beyond_ || (!step.latency.empty() && step.latency.back().share < 1.0);
    if (step.latency.empty() && !now.quantiles.empty()) {
        if (now.quantiles.begin()->first > 0.0) step.latency.push_back({0.0, Duration{0}});
        below_ = below_ || now.quantiles.begin()->first > 0.0;
        beyond_ = beyond_ || now.quantiles.rbegin()->first < 1.0;
        for (const auto &[share, value] : now.quantiles)
            step.latency.push_back({share, step.latency.empty() ? value : std::max(value, step.latency.back().value)});
    }
    return step;
}

std::vector<SummaryStep> SummaryBuilder::steps(const Moments &moments, std::int64_t origin_ns) {
    std::vector<SummaryStep> out;
    const bool counters = counting_ == Counting::counters;
    for (auto now = moments.begin(); now != moments.end(); ++now) {
        const auto next = std::next(now);
        if (counters && next == moments.end()) break; // a counter says something between two readings
        SummaryStep one = counters ? step(next->second, &now->second) : step(now->second, nullptr);
        one.at = Duration{now->first - origin_ns};
        if (next != moments.end()) one.lasts = Duration{next->first - now->first};
        else one.lasts = out.empty() ? Duration(std::chrono::seconds(1)) : out.back().lasts;
        out.push_back(std::move(one));
    }
    return out;
}

Summary SummaryBuilder::finish(bool calendar) {
    Summary out;
    std::int64_t origin = std::numeric_limits<std::int64_t>::max();
    for (const auto &[name, moments] : services_) origin = std::min(origin, moments.begin()->first);
    for (const auto &[name, moments] : services_) {
        SummarizedService service{name, steps(moments, origin)};
        if (!service.steps.empty()) out.services.push_back(std::move(service));
    }
    if (calendar && !out.services.empty()) out.epoch_ns = origin;
    out.health = std::move(health_);
    out.assumptions.push_back("Single calls were not recorded. Within a window every call fails with the same chance and is as slow as any other, "
                              "independently of the others, and calls come at random with the rate of the window.");
    if (beyond_) out.assumptions.push_back("What took longer than the largest bucket or percentile is taken for as long as that: how long it took is not known.");
    if (below_) out.assumptions.push_back("Between 0 and the smallest percentile every latency is taken for as likely.");
    if (reset_) out.assumptions.push_back("A counter fell and was taken to have begun anew: calls before its fall are missing.");
    return out;
}

} // namespace halfopen
