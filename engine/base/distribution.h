// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/math.h"
#include "engine/base/random.h"
#include "engine/base/time.h"

namespace halfopen {

// The distributions of a duration. All draws are by the project's own inverse functions (never
// std::*_distribution, which differs between libraries), at most a few keyed uniforms each.

struct Constant { Duration value{0}; friend bool operator==(const Constant &, const Constant &) = default; };
struct Uniform { Duration from{0}, to{0}; friend bool operator==(const Uniform &, const Uniform &) = default; };
struct Exponential { Duration mean{0}; friend bool operator==(const Exponential &, const Exponential &) = default; };
/// |Normal(mean, sd)|.
struct FoldedNormal { Duration mean{0}, sd{0}; friend bool operator==(const FoldedNormal &, const FoldedNormal &) = default; };
/// Given by its median and 99th percentile.
struct Lognormal { Duration p50{0}, p99{0}; friend bool operator==(const Lognormal &, const Lognormal &) = default; };
/// cv is the coefficient of variation sd / mean.
struct Gamma { Duration mean{0}; double cv = 1.0; friend bool operator==(const Gamma &, const Gamma &) = default; };
/// P(X > x) = (min / x)^alpha, cut at cap when one is set (cap 0 means none).
struct Pareto { Duration min{0}; double alpha = 1.0; Duration cap{0}; friend bool operator==(const Pareto &, const Pareto &) = default; };
/// One of the recorded values, each as likely as any other.
struct Empirical {
    std::string file; ///< as written in the scenario
    std::shared_ptr<const std::vector<Duration>> samples;
    friend bool operator==(const Empirical &a, const Empirical &b) {
        return a.file == b.file && (a.samples == b.samples || (a.samples && b.samples && *a.samples == *b.samples));
    }
};
/// base + per_in_flight * (calls in flight at the service, this one included).
struct LoadDependent { Duration base{0}, per_in_flight{0}; friend bool operator==(const LoadDependent &, const LoadDependent &) = default; };
/// Measured quantiles: between two of them every value is as likely, below the first and above the last nothing lies.
struct Quantiles {
    struct Point {
        double share = 0.0; ///< of the values that are at most `value`; 0 to 1
        Duration value{0};
        friend bool operator==(const Point &, const Point &) = default;
    };
    std::vector<Point> points; ///< at least one; shares rise, values do not fall
    friend bool operator==(const Quantiles &, const Quantiles &) = default;
};
struct Mixture;

/// A distribution of durations: a regular value.
struct Distribution {
    using Kind = std::variant<Constant, Uniform, Exponential, FoldedNormal, Lognormal, Gamma, Pareto, Empirical,
                              LoadDependent, Quantiles, std::shared_ptr<const Mixture>>;
    Kind kind = Constant{};
    friend bool operator==(const Distribution &a, const Distribution &b);
};

struct Mixture {
    struct Part { double weight = 1.0; Distribution distribution; friend bool operator==(const Part &, const Part &) = default; };
    std::vector<Part> parts;
    friend bool operator==(const Mixture &, const Mixture &) = default;
};

/// A distribution with its constants worked out, ready to be drawn from fast.
class Sampler {
public:
    Sampler() = default;
    explicit Sampler(const Distribution &distribution);

    /// One draw. `first` is a uniform in (0, 1] already drawn for the key; distributions that need more draw
    /// them at key.draw + 1, + 2, ... `in_flight` serves LoadDependent only.
    /// Range: [0, kDurationMax].
    Duration draw(double first, const Randomness &randomness, DrawKey key, int in_flight = 1) const {
        switch (shape_) {
        case Shape::constant: return constant_;
        case Shape::exponential: return duration_from_ns(-stable::log(first) * a_);
        default: return draw_other(first, randomness, key, in_flight);
        }
    }
    /// Draws the first uniform too; no draw at all for constants.
    Duration draw(const Randomness &randomness, const DrawKey &key, int in_flight = 1) const {
        return shape_ == Shape::constant ? constant_ : draw(randomness.uniform(key), randomness, key, in_flight);
    }
    bool always_zero() const { return shape_ == Shape::constant && constant_.count() == 0; }
    bool is_constant() const { return shape_ == Shape::constant; }

private:
    enum class Shape : std::uint8_t { constant, uniform, exponential, folded_normal, lognormal, gamma, pareto, empirical, load, quantiles, mixture };
    Duration draw_other(double first, const Randomness &randomness, DrawKey key, int in_flight) const;
    Shape shape_ = Shape::constant;
    Duration constant_{0};
    double a_ = 0.0, b_ = 0.0, c_ = 0.0;
    std::shared_ptr<const std::vector<Duration>> samples_;
    std::shared_ptr<const std::vector<Quantiles::Point>> points_;
    std::shared_ptr<const std::vector<std::pair<double, Sampler>>> parts_; ///< cumulative weight, part
};

/// The mean, for figures and load estimates shown to people; empty when it is infinite or depends on load.
struct DistributionMoments { double mean_s; double variance_s2; };
std::optional<DistributionMoments> moments(const Distribution &distribution);

/// The q-quantile in seconds (0 < q < 1) where a closed form exists or the samples give one; for figures only.
std::optional<double> quantile_s(const Distribution &distribution, double q);

} // namespace halfopen
