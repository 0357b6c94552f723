// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/distribution_tail.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include <boost/math/special_functions/gamma.hpp>

namespace halfopen {

namespace {

/// P(Z > z) of the standard normal distribution.
double normal_above(double z) { return 0.5 * std::erfc(z / std::sqrt(2.0)); }

constexpr double kZ99 = 2.3263478740408408; ///< the 99th percentile of the standard normal distribution

double above(const Constant &d, double t) { return seconds(d.value) > t ? 1.0 : 0.0; }
double above(const Uniform &d, double t) {
    const double from = seconds(d.from), to = seconds(d.to);
    if (t < from) return 1.0;
    return t >= to ? 0.0 : (to - t) / (to - from);
}
double above(const Exponential &d, double t) {
    if (t < 0.0) return 1.0;
    return d.mean.count() == 0 ? 0.0 : std::exp(-t / seconds(d.mean));
}
double above(const FoldedNormal &d, double t) {
    const double mean = seconds(d.mean), sd = seconds(d.sd);
    if (sd <= 0.0) return mean > t ? 1.0 : 0.0;
    return normal_above((t - mean) / sd) + normal_above((t + mean) / sd);
}
double above(const Lognormal &d, double t) {
    const double p50 = seconds(d.p50);
    if (t <= 0.0) return 1.0;
    const double sigma = (std::log(seconds(d.p99)) - std::log(p50)) / kZ99;
    if (sigma <= 0.0) return p50 > t ? 1.0 : 0.0;
    return normal_above((std::log(t) - std::log(p50)) / sigma);
}
double above(const Gamma &d, double t) {
    const double mean = seconds(d.mean);
    if (t <= 0.0) return 1.0;
    if (d.cv <= 0.0 || mean <= 0.0) return mean > t ? 1.0 : 0.0;
    const double shape = 1.0 / (d.cv * d.cv);
    return boost::math::gamma_q(shape, t * shape / mean);
}
double above(const Pareto &d, double t) {
    const double least = seconds(d.min);
    if (d.cap.count() > 0 && t >= seconds(d.cap)) return 0.0;
    return t <= least ? 1.0 : std::pow(least / t, d.alpha);
}
double above(const Empirical &d, double t) {
    const auto beyond = std::count_if(d.samples->begin(), d.samples->end(), [t](Duration s) { return seconds(s) > t; });
    return static_cast<double>(beyond) / static_cast<double>(d.samples->size());
}
double above(const Quantiles &d, double t) {
    const auto &points = d.points;
    if (t < seconds(points.front().value)) return 1.0;
    for (std::size_t i = points.size(); i-- > 1;) {
        const double from = seconds(points[i - 1].value), to = seconds(points[i].value);
        if (t >= to) return i + 1 == points.size() ? 0.0 : 1.0 - points[i].share;
        if (t >= from) return 1.0 - points[i - 1].share - (points[i].share - points[i - 1].share) * (t - from) / (to - from);
    }
    return points.size() == 1 ? 0.0 : 1.0 - points.front().share;
}

std::optional<double> pareto_mean_s(const Pareto &d) {
    const double least = seconds(d.min), cap = seconds(d.cap);
    if (d.cap.count() > 0) {
        if (cap <= least) return cap;
        // The mean of min(X, cap): the integral of P(X > t).
        if (d.alpha == 1.0) return least * (1.0 + std::log(cap / least));
        return least + least / (d.alpha - 1.0) * (1.0 - std::pow(least / cap, d.alpha - 1.0));
    }
    if (d.alpha > 1.0) return least * d.alpha / (d.alpha - 1.0);
    return std::nullopt;
}

} // namespace

std::optional<double> share_above(const Distribution &distribution, Duration t) {
    return std::visit(
        [t](const auto &d) -> std::optional<double> {
            using D = std::decay_t<decltype(d)>;
            if constexpr (std::is_same_v<D, LoadDependent>) {
                return std::nullopt;
            } else if constexpr (std::is_same_v<D, std::shared_ptr<const Mixture>>) {
                double sum = 0.0, weights = 0.0;
                for (const Mixture::Part &part : d->parts) {
                    const auto share = share_above(part.distribution, t);
                    if (!share) return std::nullopt;
                    sum += part.weight * *share;
                    weights += part.weight;
                }
                return weights > 0.0 ? sum / weights : 0.0;
            } else {
                return above(d, seconds(t));
            }
        },
        distribution.kind);
}

std::optional<double> mean_s(const Distribution &distribution) {
    if (const auto *pareto = std::get_if<Pareto>(&distribution.kind)) return pareto_mean_s(*pareto);
    if (const auto *mixture = std::get_if<std::shared_ptr<const Mixture>>(&distribution.kind)) {
        double sum = 0.0, weights = 0.0;
        for (const Mixture::Part &part : (*mixture)->parts) {
            const auto mean = mean_s(part.distribution);
            if (!mean) return std::nullopt;
            sum += part.weight * *mean;
            weights += part.weight;
        }
        return weights > 0.0 ? std::optional(sum / weights) : std::nullopt;
    }
    const auto known = moments(distribution);
    return known ? std::optional(known->mean_s) : std::nullopt;
}

} // namespace halfopen
