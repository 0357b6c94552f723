// SPDX-License-Identifier: GPL-3.0-or-later
// Workers and a queue, read off latency against the number in flight.
#include <algorithm>
#include <functional>
#include <queue>

#include "engine/incident/fit_services.h"

namespace halfopen {

namespace {

constexpr std::size_t kCallsOfLoad = 20; ///< that a load needs to be looked at
constexpr double kGoodFit = 0.9;

/// Latencies of successes by how many were in flight when they began, themselves included.
std::vector<std::vector<Duration>> by_load(const Incident &incident, const CallList &calls) {
    std::vector<std::vector<Duration>> loads;
    std::priority_queue<SimTime, std::vector<SimTime>, std::greater<>> ends;
    for (const std::uint32_t i : calls) {
        const RecordedCall &call = incident.calls[i];
        if (call.latency.count() < 0) continue;
        while (!ends.empty() && ends.top() <= call.start) ends.pop();
        ends.push(call.end());
        const std::size_t load = std::min<std::size_t>(ends.size(), 10'000);
        if (call.outcome != 0) continue;
        if (loads.size() <= load) loads.resize(load + 1);
        loads[load].push_back(call.latency);
    }
    return loads;
}

struct LoadPoint {
    double load = 0.0, median_s = 0.0, weight = 0.0;
};

/// A station of c workers: nobody waits up to c in flight, beyond it n calls share them: s * max(1, n / c).
struct Station {
    int workers = 0;
    double service_s = 0.0, r_squared = 0.0;
};

Station station_with(const std::vector<LoadPoint> &points, int workers) {
    double xy = 0.0, xx = 0.0, weights = 0.0, sum = 0.0;
    const auto shape = [&](const LoadPoint &p) { return std::max(1.0, p.load / workers); };
    for (const LoadPoint &p : points) {
        xy += p.weight * shape(p) * p.median_s;
        xx += p.weight * shape(p) * shape(p);
        weights += p.weight;
        sum += p.weight * p.median_s;
    }
    const Station station{workers, xy / xx, 0.0};
    double left = 0.0, all = 0.0;
    for (const LoadPoint &p : points) {
        const double error = p.median_s - station.service_s * shape(p), off = p.median_s - sum / weights;
        left += p.weight * error * error;
        all += p.weight * off * off;
    }
    return {workers, station.service_s, all > 0.0 ? 1.0 - left / all : 0.0};
}

} // namespace

std::optional<FittedCapacity> capacity_of(const Incident &incident, const CallList &calls, std::string &why_not) {
    std::vector<std::vector<Duration>> loads = by_load(incident, calls);
    std::vector<LoadPoint> points;
    for (std::size_t n = 0; n < loads.size(); ++n) {
        std::sort(loads[n].begin(), loads[n].end());
        if (loads[n].size() >= kCallsOfLoad)
            points.push_back({static_cast<double>(n), seconds(loads[n][loads[n].size() / 2]), static_cast<double>(loads[n].size())});
    }
    if (points.size() < 5) {
        why_not = "too few loads were seen: less than 5 different numbers in flight with 20 successes each";
        return std::nullopt;
    }
    Station best;
    for (int workers = 1; workers <= static_cast<int>(points.back().load); ++workers) {
        const Station station = station_with(points, workers);
        if (best.workers == 0 || station.r_squared > best.r_squared) best = station;
    }
    if (points.back().median_s < 1.5 * best.service_s || best.r_squared < kGoodFit) {
        why_not = points.back().median_s < 1.5 * best.service_s
                      ? "latency does not grow with the number in flight: no limit was met"
                      : "latency does not follow the number in flight as a queue would make it";
        return std::nullopt;
    }
    FittedCapacity capacity;
    capacity.workers = best.workers;
    capacity.service = duration_from_ns(best.service_s * 1e9);
    capacity.r_squared = best.r_squared;
    std::vector<Duration> free;
    for (std::size_t n = 0; n < loads.size() && n <= static_cast<std::size_t>(best.workers); ++n)
        free.insert(free.end(), loads[n].begin(), loads[n].end());
    std::sort(free.begin(), free.end());
    capacity.latency = percentiles_of(free);
    if (capacity.latency.empty()) {
        why_not = "no call was seen that found a worker free";
        return std::nullopt;
    }
    return capacity;
}

} // namespace halfopen
