// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/distribution.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <type_traits>

#include "engine/base/check.h"

namespace halfopen {

namespace {

constexpr double kZ99 = 2.32634787404084110089; ///< 99 % quantile of the standard normal

double ns(Duration d) { return static_cast<double>(d.count()); }

/// Successive uniforms of one key: the first is given, the others are drawn at draw + 1, + 2, ...
class UniformStream {
public:
    UniformStream(double first, const Randomness &randomness, const DrawKey &key)
        : next_(first), randomness_(randomness), key_(key) {}
    double operator()() {
        if (have_) {
            have_ = false;
            return next_;
        }
        if (lane_ == 0) {
            ++key_.draw;
            block_ = randomness_.uniforms(key_);
        }
        const double u = block_[static_cast<std::size_t>(lane_)];
        lane_ ^= 1;
        return u;
    }

private:
    double next_;
    bool have_ = true;
    int lane_ = 0;
    std::array<double, 2> block_{};
    const Randomness &randomness_;
    DrawKey key_;
};

double standard_normal(double u) { return stable::normal_quantile(u < 1.0 ? u : 1.0 - 0x1p-54); }

/// Gamma(shape, 1) by Marsaglia and Tsang (2000); below shape 1 through shape + 1. At most 40 trials, each accepted
/// with more than 95 %, so that the stream of a key is bounded.
double standard_gamma(double shape, UniformStream &stream) {
    double boost = 1.0;
    if (shape < 1.0) {
        boost = stable::exp(stable::log(stream()) / shape);
        shape += 1.0;
    }
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    for (int trial = 0; trial < 40; ++trial) {
        const double x = standard_normal(stream());
        const double v1 = 1.0 + c * x;
        if (v1 <= 0.0) continue;
        const double v = v1 * v1 * v1;
        if (stable::log(stream()) < 0.5 * x * x + d - d * v + d * stable::log(v)) return d * v * boost;
    }
    return d * boost;
}

/// The value in ns below which a share of all lies.
double value_at(const std::vector<Quantiles::Point> &points, double share) {
    const auto above = std::upper_bound(points.begin(), points.end(), share,
                                        [](double s, const Quantiles::Point &point) { return s < point.share; });
    if (above == points.begin()) return ns(points.front().value);
    const auto below = std::prev(above);
    if (above == points.end()) return ns(below->value);
    const double part = (share - below->share) / (above->share - below->share);
    return ns(below->value) + part * (ns(above->value) - ns(below->value));
}

/// Of a straight line between two quantiles: mean and mean square.
DistributionMoments moments_of(const std::vector<Quantiles::Point> &points) {
    const double first = seconds(points.front().value), last = seconds(points.back().value);
    double mean = points.front().share * first + (1.0 - points.back().share) * last;
    double square = points.front().share * first * first + (1.0 - points.back().share) * last * last;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double a = seconds(points[i - 1].value), b = seconds(points[i].value);
        const double weight = points[i].share - points[i - 1].share;
        mean += weight * (a + b) / 2;
        square += weight * (a * a + a * b + b * b) / 3;
    }
    return {mean, square - mean * mean};
}

} // namespace

bool operator==(const Distribution &a, const Distribution &b) {
    if (a.kind.index() != b.kind.index()) return false;
    if (const auto *mixture = std::get_if<std::shared_ptr<const Mixture>>(&a.kind)) {
        const auto &other = std::get<std::shared_ptr<const Mixture>>(b.kind);
        return *mixture == other || (*mixture && other && **mixture == *other);
    }
    return a.kind == b.kind;
}

Sampler::Sampler(const Distribution &distribution) {
    std::visit(
        [this](const auto &d) {
            using D = std::decay_t<decltype(d)>;
            if constexpr (std::is_same_v<D, Constant>) {
                constant_ = d.value;
            } else if constexpr (std::is_same_v<D, Uniform>) {
                shape_ = Shape::uniform, a_ = ns(d.from), b_ = ns(d.to) - ns(d.from);
            } else if constexpr (std::is_same_v<D, Exponential>) {
                shape_ = Shape::exponential, a_ = ns(d.mean);
            } else if constexpr (std::is_same_v<D, FoldedNormal>) {
                shape_ = Shape::folded_normal, a_ = ns(d.mean), b_ = ns(d.sd);
            } else if constexpr (std::is_same_v<D, Lognormal>) {
                shape_ = Shape::lognormal, a_ = stable::log(ns(d.p50));
                b_ = (stable::log(ns(d.p99)) - a_) / kZ99;
            } else if constexpr (std::is_same_v<D, Gamma>) {
                shape_ = Shape::gamma, a_ = 1.0 / (d.cv * d.cv), b_ = ns(d.mean) / a_;
            } else if constexpr (std::is_same_v<D, Pareto>) {
                shape_ = Shape::pareto, a_ = ns(d.min), b_ = -1.0 / d.alpha;
                c_ = d.cap.count() > 0 ? ns(d.cap) : ns(kDurationMax);
            } else if constexpr (std::is_same_v<D, Empirical>) {
                shape_ = Shape::empirical, samples_ = d.samples;
                HALFOPEN_CHECK(samples_ && !samples_->empty());
            } else if constexpr (std::is_same_v<D, LoadDependent>) {
                shape_ = Shape::load, a_ = ns(d.base), b_ = ns(d.per_in_flight);
            } else if constexpr (std::is_same_v<D, Quantiles>) {
                shape_ = Shape::quantiles, points_ = std::make_shared<const std::vector<Quantiles::Point>>(d.points);
                HALFOPEN_CHECK(!points_->empty());
            } else {
                shape_ = Shape::mixture;
                auto parts = std::make_shared<std::vector<std::pair<double, Sampler>>>();
                double sum = 0.0;
                for (const Mixture::Part &part : d->parts) {
                    sum += part.weight;
                    parts->emplace_back(sum, Sampler(part.distribution));
                }
                HALFOPEN_CHECK(!parts->empty());
                parts->back().first = 2.0; // rounding of the weights must not leave a gap
                parts_ = std::move(parts);
            }
        },
        distribution.kind);
}

Duration Sampler::draw_other(double first, const Randomness &randomness, DrawKey key, int in_flight) const {
    UniformStream stream(first, randomness, key);
    switch (shape_) {
    case Shape::constant: return constant_;
    case Shape::uniform: return duration_from_ns(a_ + (1.0 - stream()) * b_);
    case Shape::exponential: return duration_from_ns(-stable::log(stream()) * a_);
    case Shape::folded_normal: {
        const double x = a_ + b_ * standard_normal(stream());
        return duration_from_ns(x < 0 ? -x : x);
    }
    case Shape::lognormal: return duration_from_ns(stable::exp(a_ + b_ * standard_normal(stream())));
    case Shape::gamma: return duration_from_ns(standard_gamma(a_, stream) * b_);
    case Shape::pareto: {
        const double x = a_ * stable::exp(b_ * stable::log(stream()));
        return duration_from_ns(x > c_ ? c_ : x);
    }
    case Shape::empirical: {
        const double n = static_cast<double>(samples_->size());
        const auto i = static_cast<std::size_t>((1.0 - stream()) * n);
        return (*samples_)[std::min(i, samples_->size() - 1)];
    }
    case Shape::load: return duration_from_ns(a_ + b_ * static_cast<double>(in_flight));
    case Shape::quantiles: return duration_from_ns(value_at(*points_, 1.0 - stream()));
    case Shape::mixture: {
        const double pick = 1.0 - stream();
        ++key.draw;
        for (const auto &[upto, part] : *parts_) {
            if (pick < upto) return part.draw(randomness, key, in_flight);
        }
        return Duration{0};
    }
    }
    return Duration{0};
}

std::optional<DistributionMoments> moments(const Distribution &distribution) {
    return std::visit(
        [](const auto &d) -> std::optional<DistributionMoments> {
            using D = std::decay_t<decltype(d)>;
            if constexpr (std::is_same_v<D, Constant>) {
                return DistributionMoments{seconds(d.value), 0.0};
            } else if constexpr (std::is_same_v<D, Uniform>) {
                const double w = seconds(d.to) - seconds(d.from);
                return DistributionMoments{seconds(d.from) + w / 2, w * w / 12};
            } else if constexpr (std::is_same_v<D, Exponential>) {
                const double m = seconds(d.mean);
                return DistributionMoments{m, m * m};
            } else if constexpr (std::is_same_v<D, FoldedNormal>) {
                const double mu = seconds(d.mean), sd = seconds(d.sd);
                if (sd <= 0.0) return DistributionMoments{mu, 0.0};
                const double z = mu / sd;
                const double mean = sd * 0.79788456080286535588 * stable::exp(-0.5 * z * z) +
                                    mu * (1.0 - 2.0 * stable::normal_cdf(-z));
                return DistributionMoments{mean, mu * mu + sd * sd - mean * mean};
            } else if constexpr (std::is_same_v<D, Lognormal>) {
                const double sigma = (std::log(seconds(d.p99)) - std::log(seconds(d.p50))) / kZ99;
                const double mean = seconds(d.p50) * std::exp(sigma * sigma / 2);
                return DistributionMoments{mean, mean * mean * (std::exp(sigma * sigma) - 1.0)};
            } else if constexpr (std::is_same_v<D, Gamma>) {
                const double m = seconds(d.mean);
                return DistributionMoments{m, m * m * d.cv * d.cv};
            } else if constexpr (std::is_same_v<D, Empirical>) {
                double sum = 0.0, squares = 0.0;
                for (const Duration s : *d.samples) sum += seconds(s), squares += seconds(s) * seconds(s);
                const double n = static_cast<double>(d.samples->size());
                return DistributionMoments{sum / n, squares / n - (sum / n) * (sum / n)};
            } else if constexpr (std::is_same_v<D, Quantiles>) {
                return moments_of(d.points);
            } else if constexpr (std::is_same_v<D, std::shared_ptr<const Mixture>>) {
                double mean = 0.0, square = 0.0;
                for (const Mixture::Part &part : d->parts) {
                    const auto m = moments(part.distribution);
                    if (!m) return std::nullopt;
                    mean += part.weight * m->mean_s;
                    square += part.weight * (m->variance_s2 + m->mean_s * m->mean_s);
                }
                return DistributionMoments{mean, square - mean * mean};
            } else {
                return std::nullopt; // Pareto may have no moments; load-dependent times have none of their own
            }
        },
        distribution.kind);
}

std::optional<double> quantile_s(const Distribution &distribution, double q) {
    if (const auto *c = std::get_if<Constant>(&distribution.kind)) return seconds(c->value);
    if (const auto *u = std::get_if<Uniform>(&distribution.kind)) {
        return seconds(u->from) + q * (seconds(u->to) - seconds(u->from));
    }
    if (const auto *e = std::get_if<Exponential>(&distribution.kind)) return -std::log(1.0 - q) * seconds(e->mean);
    if (const auto *l = std::get_if<Lognormal>(&distribution.kind)) {
        const double sigma = (std::log(seconds(l->p99)) - std::log(seconds(l->p50))) / kZ99;
        return seconds(l->p50) * std::exp(sigma * stable::normal_quantile(q));
    }
    if (const auto *e = std::get_if<Empirical>(&distribution.kind)) {
        std::vector<Duration> sorted = *e->samples;
        std::sort(sorted.begin(), sorted.end());
        const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(sorted.size())));
        return seconds(sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1]);
    }
    if (const auto *points = std::get_if<Quantiles>(&distribution.kind)) return value_at(points->points, q) / 1e9;
    return std::nullopt;
}

} // namespace halfopen
