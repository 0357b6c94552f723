// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_estimate.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace halfopen::vectors {

int replications(const ConformanceOptions &options) {
    return static_cast<int>(std::clamp(std::ceil(kReplications * options.effort), 5.0, 1e6));
}

std::uint64_t replication_seed(const ConformanceOptions &options, const std::string &id, int replication) {
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a of the id
    for (const char c : id)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    hash += options.seed * 0x9e3779b97f4a7c15ULL + static_cast<std::uint64_t>(replication) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 31)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 29);
}

double z_of_t(double t, int degrees) {
    if (!std::isfinite(t) || std::abs(t) > 30.0) return t; // beyond all doubt
    const boost::math::students_t_distribution<double> student(degrees);
    const boost::math::normal_distribution<double> normal;
    const double tail = boost::math::cdf(boost::math::complement(student, std::abs(t)));
    return std::copysign(boost::math::quantile(boost::math::complement(normal, std::max(tail, 1e-300))), t);
}

double variance_of_rare(double mean, double chance) {
    return chance > 0.0 && chance < 1.0 ? mean * mean * (1.0 / chance - 1.0) : 0.0;
}

double RatioSample::under() const { return std::accumulate(under_.begin(), under_.end(), 0.0); }

ConformanceFigure RatioSample::judge(std::string name, double expected, double variance_least) const {
    const double n = static_cast<double>(over_.size());
    const double all = under();
    ConformanceFigure figure{std::move(name), expected, 0.0, 0.0, 0.0, true, {}};
    if (!(all > 0.0)) return not_run(std::move(figure.name), expected, "nothing of the kind was met at this effort");
    figure.measured = std::accumulate(over_.begin(), over_.end(), 0.0) / all;
    double mean = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < over_.size(); ++i)
        mean += (over_[i] - expected * under_[i]) / n;
    for (std::size_t i = 0; i < over_.size(); ++i) {
        const double off = over_[i] - expected * under_[i] - mean;
        squares += off * off;
    }
    const double spread = squares / (n - 1.0) / n;     // variance of the mean term
    const double least = variance_least * all / n / n; // the same by the lower bound
    const double se = std::sqrt(std::max(spread, least));
    const double rounding = 1e-9 * (std::abs(expected) * all / n) + 1e-300;
    figure.standard_error = se * n / all;
    if (std::abs(mean) <= rounding) return figure;
    const double t = se > 0.0 ? mean / se : std::copysign(std::numeric_limits<double>::infinity(), mean);
    figure.z = spread >= least ? z_of_t(t, static_cast<int>(n) - 1) : t;
    figure.passed = std::abs(figure.z) < kStandardErrorsMax;
    return figure;
}

ConformanceFigure RatioSample::judge_root(std::string name, double expected, double variance_least) const {
    ConformanceFigure figure = judge(std::move(name), expected * expected, variance_least);
    figure.expected = expected;
    figure.measured = std::sqrt(std::max(0.0, figure.measured));
    figure.standard_error = expected > 0.0 ? figure.standard_error / (2.0 * expected) : 0.0;
    return figure;
}

ConformanceFigure not_run(std::string name, double expected, std::string why) {
    return {std::move(name), expected, 0.0, 0.0, 0.0, true, std::move(why)};
}

std::optional<std::string> first_missed(const std::string &id, const std::vector<ConformanceFigure> &figures) {
    for (const ConformanceFigure &figure : figures) {
        if (figure.passed) continue;
        return fmt::format("{}: {}: expected {:.6g}, got {:.6g}, z = {:.2f}", id, figure.name, figure.expected,
                           figure.measured, figure.z);
    }
    return std::nullopt;
}

} // namespace halfopen::vectors
