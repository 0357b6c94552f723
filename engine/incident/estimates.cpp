// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/incident/fit.h"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/chi_squared.hpp>

namespace halfopen {

namespace {

constexpr double kZ = 1.959963984540054; ///< 97.5 % quantile of the standard normal

} // namespace

/// Wilson, E. B. (1927), JASA 22.
Estimate share_estimate(std::size_t count, std::size_t n) {
    const double total = static_cast<double>(n), p = static_cast<double>(count) / total;
    const double z2 = kZ * kZ;
    const double middle = (p + z2 / (2 * total)) / (1 + z2 / total);
    const double half = kZ / (1 + z2 / total) * std::sqrt(p * (1 - p) / total + z2 / (4 * total * total));
    return {p, count == 0 ? 0.0 : std::max(0.0, middle - half), count == n ? 1.0 : std::min(1.0, middle + half)};
}

/// Garwood, F. (1936), Biometrika 28.
Estimate rate_estimate(std::size_t count, double seconds) {
    const double n = static_cast<double>(count);
    const auto quantile = [](double degrees, double p) {
        return boost::math::quantile(boost::math::chi_squared(degrees), p) / 2;
    };
    return {n / seconds, count == 0 ? 0.0 : quantile(2 * n, 0.025) / seconds, quantile(2 * n + 2, 0.975) / seconds};
}

Estimate quantile_estimate(const std::vector<Duration> &sorted, double q) {
    const double n = static_cast<double>(sorted.size());
    const auto at = [&](double rank) { // ranks from 1
        const double clamped = std::clamp(rank, 1.0, n);
        return seconds(sorted[static_cast<std::size_t>(clamped) - 1]);
    };
    const double half = kZ * std::sqrt(n * q * (1 - q));
    return {at(std::ceil(n * q)), at(std::floor(n * q - half)), at(std::ceil(n * q + half) + 1)};
}

} // namespace halfopen
