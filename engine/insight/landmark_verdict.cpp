// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/landmark_verdict.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "engine/insight/comparison.h"

namespace halfopen {

namespace {

constexpr double kStandardErrors = 4.0; ///< that measured and expected may lie apart

/// The normal quantile of the same probability as a t quantile. A standard error that is known from few runs is itself
/// uncertain; with this a z of 4 means the same whatever the number of runs.
double z_of_t(double t, double freedom) {
    if (freedom > 1e6) return t;
    const double tail = boost::math::cdf(boost::math::complement(boost::math::students_t(freedom), std::fabs(t)));
    if (tail < 1e-300) return std::copysign(37.0, t);
    return std::copysign(boost::math::quantile(boost::math::complement(boost::math::normal(), tail)), t);
}
double t_of_z(double z, double freedom) {
    if (freedom > 1e6) return z;
    const double tail = boost::math::cdf(boost::math::complement(boost::math::normal(), z));
    return boost::math::quantile(boost::math::complement(boost::math::students_t(freedom), tail));
}

/// Degrees of freedom of the standard error of both sides (Welch and Satterthwaite). A source that is n runs like ours
/// has our spread; any other is taken as exact.
double freedom_of(const Claim &claim, const Judgement &j) {
    if (claim.proportion) return 1e9; // binomial: no spread is estimated
    const double runs = static_cast<double>(j.runs) - 1.0;
    if (runs < 1.0 || *j.standard_error == 0.0) return 1e9;
    if (claim.source_runs > 0) return runs;
    const double both = *j.standard_error * *j.standard_error + j.source_se * j.source_se;
    return std::min(1e9, both * both * runs / std::pow(*j.standard_error, 4));
}

/// The standard error of a proportion seen in n runs, by Agresti and Coull: not 0 when all runs agree.
double proportion_se(double share, double n) {
    const double shrunk = (share * n + 2.0) / (n + 4.0);
    return std::sqrt(shrunk * (1.0 - shrunk) / (n + 4.0));
}

double source_error(const Claim &claim, double sd) {
    const double rounded = claim.rounding / std::sqrt(3.0); // uniform over the last digit
    double own = claim.source_se;
    if (claim.source_runs > 0) {
        const double runs = claim.source_runs;
        own = std::hypot(own, claim.proportion ? proportion_se(claim.expected, runs) : sd / std::sqrt(runs));
    }
    return std::hypot(own, rounded);
}

void judge_close(const Claim &claim, Judgement &out) {
    const double both = std::hypot(*out.standard_error, out.source_se);
    const double apart = *out.measured - claim.expected;
    const double freedom = freedom_of(claim, out);
    out.tolerance = t_of_z(kStandardErrors, freedom) * both;
    if (both > 0.0) out.z = z_of_t(apart / both, freedom);
    const double scale = claim.expected == 0.0 ? 1.0 : std::fabs(claim.expected);
    out.precise_enough = *out.standard_error <= std::max(claim.precision * scale, out.source_se);
    // Figures without any spread are compared up to the accuracy of doubles.
    const bool near = std::fabs(apart) <= std::max(*out.tolerance, 1e-9 * scale);
    if (out.precise_enough) out.verdict = near ? LandmarkVerdict::met : LandmarkVerdict::missed;
}

void judge_bound(const Claim &claim, Judgement &out) {
    const double above = claim.kind == ClaimKind::at_least ? *out.measured - claim.expected : claim.expected - *out.measured;
    const double freedom = freedom_of(claim, out);
    out.tolerance = t_of_z(kStandardErrors, freedom) * *out.standard_error;
    if (*out.standard_error > 0.0) {
        const double wrong = std::max(0.0, -above) / *out.standard_error;
        out.z = claim.kind == ClaimKind::at_least ? -z_of_t(wrong, freedom) : z_of_t(wrong, freedom);
        if (wrong == 0.0) out.z = 0.0;
    }
    out.precise_enough = std::fabs(above) >= *out.tolerance;
    if (out.precise_enough) out.verdict = above >= 0.0 ? LandmarkVerdict::met : LandmarkVerdict::missed;
}

} // namespace

std::string_view name_of(LandmarkVerdict verdict) {
    constexpr std::array<std::string_view, 4> names{"met", "missed", "undecided", "shown"};
    return names[static_cast<std::size_t>(verdict)];
}

Judgement judge(const Claim &claim, const std::vector<Figure> &values) {
    Judgement out;
    out.runs = values.size();
    const bool defined = !values.empty() && std::all_of(values.begin(), values.end(), [](const Figure &v) { return v.has_value(); });
    if (!defined) { // a figure that is to be there and is not
        out.verdict = claim.kind == ClaimKind::shown ? LandmarkVerdict::shown : LandmarkVerdict::missed;
        out.precise_enough = true;
        return out;
    }
    std::vector<double> numbers;
    for (const Figure &value : values) numbers.push_back(*value);
    out.measured = mean_estimate(numbers)->mean;
    const double n = static_cast<double>(numbers.size());
    double sd = std::sqrt(sample_variance(numbers).value_or(0.0));
    if (sd <= 1e-12 * std::fabs(*out.measured)) sd = 0.0; // what summing leaves of equal values
    out.standard_error = claim.proportion ? proportion_se(*out.measured, n) : sd / std::sqrt(n);
    out.source_se = source_error(claim, sd);
    switch (claim.kind) {
    case ClaimKind::close: judge_close(claim, out); break;
    case ClaimKind::at_least:
    case ClaimKind::at_most: judge_bound(claim, out); break;
    case ClaimKind::shown:
        out.verdict = LandmarkVerdict::shown;
        out.precise_enough = true;
        break;
    }
    return out;
}

} // namespace halfopen
