// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/insight/metrics.h"

namespace halfopen {

/// Which way a metric is better; `neither` for figures that only describe.
enum class Better : std::uint8_t { more, less, neither };

/// How a compared figure is written for people.
enum class FigureUnit : std::uint8_t { share, seconds, usd, per_second, plain };

/// "94.63 %", "1.30 s", "$0.077", "4.500/s", "3.204"; "n/a" for nothing.
std::string format_figure(FigureUnit unit, const Figure &value);

/// One figure of a run that can be compared with the same figure of another run.
struct ComparableFigure {
    std::string name; ///< success_rate, latency_p95, blocked_share, amplification.SERVICE, ...
    FigureUnit unit = FigureUnit::plain;
    Better better = Better::neither;
    Figure value;
};

/// The figures of one run that `compare` looks at, always in the same order. Among them the blocked share: of the
/// requests that finished, those that a breaker refused at least once.
std::vector<ComparableFigure> comparable_figures(const Metrics &metrics);

struct Interval {
    double low = 0.0, high = 0.0;
    friend bool operator==(const Interval &, const Interval &) = default;
};

/// A mean over replications, with its 95 % confidence interval where there are at least two of them.
struct MeanEstimate {
    double mean = 0.0;
    std::optional<Interval> interval;
};
/// Nothing for no values. The interval is Student's t with n - 1 degrees of freedom.
std::optional<MeanEstimate> mean_estimate(const std::vector<double> &values);
/// The sample variance (n - 1); nothing for fewer than two values.
std::optional<double> sample_variance(const std::vector<double> &values);
/// The t that a 95 % interval of a mean of n >= 2 values reaches to both sides, in standard errors.
double t_95(std::size_t n);

enum class CompareVerdict : std::uint8_t {
    undefined,           ///< in some run the figure does not exist
    same,                ///< equal in every pair
    no_difference_shown, ///< the interval holds 0, or there is only one pair
    better, worse,       ///< of B against A
    more, less,          ///< the same for figures of which neither is better
};
/// "better", "no difference shown", ...
std::string_view word_of(CompareVerdict verdict);

/// One figure of A and B over pairs of runs, the i-th of each under the same luck.
struct MetricComparison {
    std::string name;
    FigureUnit unit = FigureUnit::plain;
    Better better = Better::neither;
    std::size_t pairs = 0;
    std::size_t undefined = 0; ///< pairs in which A or B does not have the figure; with any, all below is undefined
    Figure mean_a, mean_b;
    Figure difference;                ///< mean of B - A
    std::optional<Interval> interval; ///< its 95 % confidence interval
    /// (Var A + Var B) / Var(B - A): by how much common random numbers cut the variance of the difference against
    /// independent runs. Nothing when the difference does not vary.
    Figure variance_reduction;
    CompareVerdict verdict = CompareVerdict::undefined;
};

/// Compares runs of A with runs of B, pair by pair. Figures that only one of them has (a service that the other does
/// not know) are undefined in every pair. Precondition: equally many runs of both.
std::vector<MetricComparison> compare_runs(const std::vector<Metrics> &a, const std::vector<Metrics> &b);

} // namespace halfopen
