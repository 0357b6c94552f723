// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_backoff.h"
#include "engine/files/conformance_estimate.h"

#include "engine/base/math.h"
#include "engine/base/random.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

// The engine's draws against a recorded sample of n values. Both are samples, so the standard error of a difference
// is the root of the sum of both variances. How each figure is judged:
//   mean        by the standard errors of both means
//   sd          by the variance of a sample standard deviation, s^2 (kurtosis - 1) / (4 n)
//   quantiles   by the share of the engine's draws below the recorded value, which has the variance p (1 - p) / n in
//               either sample; in steps (whole milliseconds) the share may lie anywhere between "below" and "up to"
//   min, max    by the chance that so many of the engine's draws lie beyond all n recorded ones; and no recorded one
//   may
//               lie outside the engine's stated range
//   correlation by the delta method: n var r = E[(x y - r (x^2 + y^2) / 2)^2] of the standardised pair, at least
//               (1 - r^2)^2 as of a normal pair
namespace halfopen::vectors {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Sample {
    std::vector<double> draws; ///< in the order of drawing
    std::vector<double> sorted;
    double mean = 0, sd = 0, kurtosis = 0;
};

Sample sample_of(std::vector<double> draws) {
    Sample sample;
    const double n = static_cast<double>(draws.size());
    for (const double x : draws)
        sample.mean += x / n;
    double second = 0, fourth = 0;
    for (const double x : draws) {
        const double square = (x - sample.mean) * (x - sample.mean);
        second += square / n;
        fourth += square * square / n;
    }
    sample.sd = std::sqrt(second);
    sample.kurtosis = second > 0 ? fourth / (second * second) : 0;
    sample.sorted = draws;
    std::sort(sample.sorted.begin(), sample.sorted.end());
    sample.draws = std::move(draws);
    return sample;
}

/// Compares one sample, collecting figures.
class Comparison {
public:
    Comparison(const BackoffVector &vector, double n, std::vector<ConformanceFigure> &out)
        : vector_(vector), engine_n_(n), recorded_n_(vector.distribution->n), out_(out) {}

    void compare(const std::string &what, const Sample &engine, const RecordedSample &recorded) {
        const double both = 1.0 / engine_n_ + 1.0 / recorded_n_;
        const double variance = (engine.sd * engine.sd / engine_n_ + recorded.sd * recorded.sd / recorded_n_);
        judge("mean of " + what, recorded.mean, engine.mean, std::sqrt(variance), slack(recorded.mean));
        const double kurtosis = kurtosis_of(engine, recorded);
        judge("sd of " + what, recorded.sd, engine.sd,
              std::max(engine.sd, recorded.sd) * std::sqrt(std::max(0.0, kurtosis - 1.0) / 4.0 * both),
              slack(recorded.mean));
        for (const auto &[p, value] : recorded.quantiles) {
            const double expected = p, se = std::sqrt(p * (1 - p) * both);
            const double share = std::clamp(expected, share_below(engine, value), share_up_to(engine, value));
            judge(fmt::format("share below q{:02.0f} of {}", p * 100, what), expected, share, se, 0.0);
        }
        beyond("min of " + what, recorded.min, engine.sorted.front(), share_below(engine, recorded.min));
        beyond("max of " + what, recorded.max, engine.sorted.back(), 1.0 - share_up_to(engine, recorded.max));
    }

    /// No recorded delay lies outside the stated range.
    void within_range(const std::string &what, const RecordedSample &recorded, const WaitRange &range) {
        const double shortest = static_cast<double>(range.shortest.count()) / vector_.unit_ns;
        const double longest = static_cast<double>(range.longest.count()) / vector_.unit_ns;
        const double below = std::max(0.0, shortest - recorded.min - slack(recorded.min));
        const double above = std::max(0.0, recorded.max - longest - slack(recorded.max));
        judge("shortest of " + what, recorded.min, below > 0 ? shortest : recorded.min, 0.0, 0.0);
        judge("longest of " + what, recorded.max, above > 0 ? longest : recorded.max, 0.0, 0.0);
    }

    void correlate(const std::string &what, const Sample &x, const Sample &y, std::optional<double> recorded) {
        if (!recorded) { // the recorded pair has no correlation because one of them never varies
            judge(what + " is constant", 0.0, std::min(x.sd, y.sd), 0.0, slack(std::min(x.mean, y.mean)));
            return;
        }
        if (!(x.sd > 0 && y.sd > 0)) return judge(what, *recorded, 0.0, 0.0, 0.0);
        double r = 0, variance = 0;
        const auto at = [](const Sample &s, std::size_t i) { return (s.draws[i] - s.mean) / s.sd; };
        for (std::size_t i = 0; i < x.draws.size(); ++i)
            r += at(x, i) * at(y, i) / engine_n_;
        for (std::size_t i = 0; i < x.draws.size(); ++i) {
            const double a = at(x, i), b = at(y, i), term = a * b - r * (a * a + b * b) / 2;
            variance += term * term / engine_n_;
        }
        variance = std::max(variance, (1 - r * r) * (1 - r * r)); // where what is rare was not met together
        constexpr double kPrinted = 1e-4;                         // recorded to four decimals
        judge(what, *recorded, r, std::sqrt(variance * (1 / engine_n_ + 1 / recorded_n_) + kPrinted * kPrinted / 12),
              0.0);
    }

private:
    /// What rounding alone may do to a value, in the vector's unit.
    double slack(double value) const { return vector_.subject.tolerance_ns / vector_.unit_ns + 1e-9 * std::abs(value); }

    /// Of the engine's sample; where almost all its draws are equal, its upper bound range^2 / variance.
    static double kurtosis_of(const Sample &engine, const RecordedSample &recorded) {
        if (engine.kurtosis > 1 && engine.kurtosis < 100) return engine.kurtosis;
        if (!(recorded.sd > 0)) return engine.kurtosis;
        const double spans = (recorded.max - recorded.min) / recorded.sd;
        return std::max(engine.kurtosis, spans * spans);
    }

    double share_below(const Sample &s, double value) const {
        const auto at = std::lower_bound(s.sorted.begin(), s.sorted.end(), value - slack(value));
        return static_cast<double>(at - s.sorted.begin()) / engine_n_;
    }
    double share_up_to(const Sample &s, double value) const {
        const auto at = std::upper_bound(s.sorted.begin(), s.sorted.end(), value + slack(value));
        return static_cast<double>(at - s.sorted.begin()) / engine_n_;
    }

    void judge(std::string name, double expected, double measured, double se, double slack) {
        const double off = measured - expected;
        double z = 0.0;
        if (std::abs(off) > slack) z = se > 0 ? off / se : std::copysign(kInfinity, off);
        out_.push_back({std::move(name), expected, measured, se, z, std::abs(z) < kStandardErrorsMax, {}});
    }

    /// If both samples are from one distribution, k of the engine's draws lie beyond all recorded ones with a chance of
    /// (share of the engine's in all draws)^k.
    void beyond(std::string name, double expected, double measured, double share) {
        const double k = std::round(share * engine_n_);
        const double chance = std::pow(engine_n_ / (engine_n_ + recorded_n_), k);
        const double z = k > 0 ? std::max(0.0, -stable::normal_quantile(std::clamp(chance, 1e-200, 0.5))) : 0.0;
        out_.push_back({std::move(name), expected, measured, 0.0, z, z < kStandardErrorsMax, {}});
    }

    const BackoffVector &vector_;
    double engine_n_, recorded_n_;
    std::vector<ConformanceFigure> &out_;
};

/// n loops of waits by the engine's own draws: one sample a wait, and last that of their sum.
std::vector<Sample> draw(const BackoffVector &vector, std::size_t n, std::uint64_t seed) {
    const std::size_t waits = vector.distribution->waits.size();
    std::vector<std::vector<double>> columns(waits + 1, std::vector<double>(n, 0.0));
    const Randomness randomness(seed);
    for (std::size_t i = 0; i < n; ++i) {
        BackoffState state;
        for (std::size_t k = 1; k <= waits; ++k) {
            const DrawKey key{i, Purpose::jitter, 0, static_cast<std::uint32_t>(k)};
            const Duration wait = backoff_wait(vector.subject.backoff, vector.subject.jitter, state,
                                               static_cast<int>(k), 1.0 - randomness.uniform(key));
            columns[k - 1][i] = static_cast<double>(wait.count()) / vector.unit_ns;
            columns[waits][i] += columns[k - 1][i];
        }
    }
    std::vector<Sample> samples;
    for (std::vector<double> &column : columns)
        samples.push_back(sample_of(std::move(column)));
    return samples;
}

} // namespace

std::vector<ConformanceFigure> compare_distribution(const BackoffVector &vector, const ConformanceOptions &options) {
    const auto n = static_cast<std::size_t>(std::clamp(100'000 * options.effort, 1'000.0, 5'000'000.0));
    const std::vector<Sample> samples = draw(vector, n, replication_seed(options, vector.id, 0));
    const BackoffDistribution &recorded = *vector.distribution;
    std::vector<ConformanceFigure> figures;
    Comparison comparison(vector, static_cast<double>(n), figures);
    for (std::size_t k = 0; k < recorded.waits.size(); ++k) {
        const std::string what = fmt::format("wait {}", k + 1);
        comparison.compare(what, samples[k], recorded.waits[k]);
        comparison.within_range(what, recorded.waits[k],
                                backoff_range(vector.subject.backoff, vector.subject.jitter, static_cast<int>(k) + 1));
    }
    comparison.compare("the total", samples.back(), recorded.total);
    for (std::size_t k = 0; k < recorded.correlations.size(); ++k) {
        comparison.correlate(fmt::format("correlation of waits {} and {}", k + 1, k + 2), samples[k], samples[k + 1],
                             recorded.correlations[k]);
    }
    return figures;
}

} // namespace halfopen::vectors
