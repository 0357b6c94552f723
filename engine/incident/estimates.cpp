// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/incident/fit.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>

namespace halfopen {

namespace {

constexpr double kTail = 0.025;          ///< on either side of an interval
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
    return {n / seconds, count == 0 ? 0.0 : quantile(2 * n, kTail) / seconds, quantile(2 * n + 2, 1 - kTail) / seconds};
}

namespace {

using Binomial = boost::math::binomial_distribution<double>;

/// How many of n values lie below the q-quantile: the largest k with P(at most k) <= 2.5 %; -1 when there is none.
double least_below(const Binomial &below) {
    double k = std::floor(boost::math::quantile(below, kTail)) + 1;
    while (k >= 0 && boost::math::cdf(below, k) > kTail) --k;
    return k;
}

/// The smallest k with P(more than k) <= 2.5 %.
double most_below(const Binomial &below) {
    double k = std::max(0.0, std::floor(boost::math::quantile(boost::math::complement(below, kTail))) - 1);
    while (boost::math::cdf(boost::math::complement(below, k)) > kTail) ++k;
    return k;
}

} // namespace

/// Conover, W. J.: Practical Nonparametric Statistics, confidence interval for a quantile.
Estimate quantile_estimate(const std::vector<Duration> &sorted, double q) {
    const double n = static_cast<double>(sorted.size());
    const auto at = [&](double rank) { return seconds(sorted[static_cast<std::size_t>(rank) - 1]); }; // ranks from 1
    const double value = at(std::clamp(std::ceil(n * q), 1.0, n));
    if (q <= 0.0 || q >= 1.0) return {value, q <= 0.0 ? 0.0 : value, q <= 0.0 ? value : std::numeric_limits<double>::infinity()};
    const Binomial below(n, q);
    const double low = least_below(below) + 1, high = most_below(below) + 1;
    return {value, low < 1 ? 0.0 : at(low), high > n ? std::numeric_limits<double>::infinity() : at(high)};
}

} // namespace halfopen
