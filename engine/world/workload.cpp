// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/workload.h"

#include <algorithm>
#include <type_traits>

namespace halfopen {

namespace {

double expected(const PhasedArrivals &arrivals, Duration duration) {
    double sum = 0.0;
    double left = seconds(duration);
    for (const Phase &phase : arrivals.phases) {
        const double whole = seconds(phase.lasts);
        const double part = std::min(left, whole);
        if (part <= 0.0) break;
        const double end_rate = phase.from.per_second + (phase.to.per_second - phase.from.per_second) * part / whole;
        sum += part * (phase.from.per_second + end_rate) / 2.0;
        left -= part;
    }
    return sum;
}

} // namespace

std::optional<double> expected_arrivals(const Arrivals &arrivals, Duration duration) {
    return std::visit(
        [duration](const auto &a) -> std::optional<double> {
            using A = std::decay_t<decltype(a)>;
            if constexpr (std::is_same_v<A, PoissonArrivals>) {
                return a.rate.per_second * seconds(duration);
            } else if constexpr (std::is_same_v<A, EveryArrivals>) {
                return a.gap.count() > 0 ? seconds(duration) / seconds(a.gap) : 1e300;
            } else if constexpr (std::is_same_v<A, PhasedArrivals>) {
                return expected(a, duration);
            } else if constexpr (std::is_same_v<A, BatchArrivals>) {
                return static_cast<double>(a.items);
            } else if constexpr (std::is_same_v<A, TraceArrivals>) {
                if (!a.at) return 0.0;
                return static_cast<double>(std::upper_bound(a.at->begin(), a.at->end(), duration) - a.at->begin());
            } else {
                return std::nullopt;
            }
        },
        arrivals);
}

} // namespace halfopen
