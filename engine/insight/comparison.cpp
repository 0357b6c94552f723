// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/comparison.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <boost/math/distributions/students_t.hpp>

namespace halfopen {

namespace {

double mean_of(const std::vector<double> &values) {
    double sum = 0.0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

/// The figure of this name in each run; places of runs without it stay empty.
std::vector<Figure> column(const std::vector<std::vector<ComparableFigure>> &runs, const std::string &name) {
    std::vector<Figure> values;
    for (const auto &run : runs) {
        const auto found = std::find_if(run.begin(), run.end(), [&](const auto &f) { return f.name == name; });
        values.push_back(found == run.end() ? std::nullopt : found->value);
    }
    return values;
}

std::vector<std::vector<ComparableFigure>> all_figures(const std::vector<Metrics> &runs) {
    std::vector<std::vector<ComparableFigure>> figures;
    for (const Metrics &run : runs) figures.push_back(comparable_figures(run));
    return figures;
}

CompareVerdict verdict_of(Better better, bool above) {
    if (better == Better::neither) return above ? CompareVerdict::more : CompareVerdict::less;
    return above == (better == Better::more) ? CompareVerdict::better : CompareVerdict::worse;
}

/// Fills in the statistics of the pairs. Precondition: all defined, at least one.
void judge(MetricComparison &out, const std::vector<double> &a, const std::vector<double> &b) {
    std::vector<double> differences;
    for (std::size_t i = 0; i < a.size(); ++i) differences.push_back(b[i] - a[i]);
    const MeanEstimate estimate = *mean_estimate(differences);
    out.mean_a = mean_of(a);
    out.mean_b = mean_of(b);
    out.difference = estimate.mean;
    out.interval = estimate.interval;
    const std::optional<double> variance = sample_variance(differences);
    if (variance && *variance > 0.0) {
        out.variance_reduction = (*sample_variance(a) + *sample_variance(b)) / *variance;
    }
    out.verdict = CompareVerdict::no_difference_shown;
    if (std::all_of(differences.begin(), differences.end(), [](double d) { return d == 0.0; })) {
        out.verdict = CompareVerdict::same;
    } else if (out.interval && (out.interval->low > 0.0 || out.interval->high < 0.0)) {
        out.verdict = verdict_of(out.better, out.interval->low > 0.0);
    }
}

} // namespace

double t_95(std::size_t n) {
    const boost::math::students_t t(static_cast<double>(n - 1));
    return boost::math::quantile(boost::math::complement(t, 0.025));
}

std::optional<double> sample_variance(const std::vector<double> &values) {
    if (values.size() < 2) return std::nullopt;
    const double mean = mean_of(values);
    double squares = 0.0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return squares / static_cast<double>(values.size() - 1);
}

std::optional<MeanEstimate> mean_estimate(const std::vector<double> &values) {
    if (values.empty()) return std::nullopt;
    MeanEstimate out{mean_of(values), std::nullopt};
    if (const auto variance = sample_variance(values)) {
        const double reach = t_95(values.size()) * std::sqrt(*variance / static_cast<double>(values.size()));
        out.interval = Interval{out.mean - reach, out.mean + reach};
    }
    return out;
}

std::string_view word_of(CompareVerdict verdict) {
    constexpr std::array<std::string_view, 7> words{"n/a",   "same", "no difference shown", "better",
                                                    "worse", "more", "less"};
    return words[static_cast<std::size_t>(verdict)];
}

std::vector<MetricComparison> compare_runs(const std::vector<Metrics> &a, const std::vector<Metrics> &b) {
    const auto runs_a = all_figures(a), runs_b = all_figures(b);
    std::vector<MetricComparison> out;
    if (runs_a.empty() || runs_a.size() != runs_b.size()) return out;
    std::vector<ComparableFigure> names = runs_a.front();
    for (const ComparableFigure &figure : runs_b.front()) {
        const bool known = std::any_of(names.begin(), names.end(), [&](const auto &f) { return f.name == figure.name; });
        if (!known) names.push_back(figure);
    }
    for (const ComparableFigure &figure : names) {
        MetricComparison &row = out.emplace_back();
        row.name = figure.name;
        row.unit = figure.unit;
        row.better = figure.better;
        row.pairs = runs_a.size();
        const std::vector<Figure> column_a = column(runs_a, figure.name), column_b = column(runs_b, figure.name);
        std::vector<double> values_a, values_b;
        for (std::size_t i = 0; i < row.pairs; ++i) {
            if (!column_a[i] || !column_b[i]) {
                ++row.undefined;
                continue;
            }
            values_a.push_back(*column_a[i]);
            values_b.push_back(*column_b[i]);
        }
        if (row.undefined == 0) judge(row, values_a, values_b);
    }
    return out;
}

} // namespace halfopen
