// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/landmarks/landmark.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace halfopen::cli {

namespace {

int number_of(const std::string &id) {
    int number = 0;
    std::from_chars(id.data() + 1, id.data() + id.size(), number);
    return number;
}

} // namespace

std::vector<Landmark> all_landmarks() {
    std::vector<Landmark> all;
    for (auto make : {landmarks_of_backoff, landmarks_of_retries, landmarks_of_collapse, landmarks_of_queues,
                      landmarks_of_breakers}) {
        for (Landmark &landmark : make())
            all.push_back(std::move(landmark));
    }
    std::sort(all.begin(), all.end(),
              [](const Landmark &a, const Landmark &b) { return number_of(a.id) < number_of(b.id); });
    return all;
}

Claim equals(double expected, double precision) {
    Claim claim;
    claim.expected = expected;
    claim.precision = precision;
    return claim;
}

Claim mean_of_runs(double expected, int runs, double rounding, double precision) {
    Claim claim = equals(expected, precision);
    claim.source_runs = runs;
    claim.rounding = rounding;
    return claim;
}

Claim with_error(double expected, double standard_error, double precision) {
    Claim claim = equals(expected, precision);
    claim.source_se = standard_error;
    return claim;
}

Claim so_many_of(int did, int runs) {
    Claim claim = equals(static_cast<double>(did) / runs, 0.05);
    claim.source_runs = runs;
    claim.proportion = true;
    return claim;
}

Claim at_least(double bound) {
    Claim claim = equals(bound);
    claim.kind = ClaimKind::at_least;
    return claim;
}

Claim at_most(double bound) {
    Claim claim = equals(bound);
    claim.kind = ClaimKind::at_most;
    return claim;
}

Claim shown(double expected) {
    Claim claim = equals(expected);
    claim.kind = ClaimKind::shown;
    return claim;
}

Measured figure(Figure Metrics::*member) {
    return [member](const std::vector<const Metrics *> &runs) { return runs.front()->*member; };
}

Measured figure_of(std::function<Figure(const Metrics &)> value) {
    return [value = std::move(value)](const std::vector<const Metrics *> &runs) { return value(*runs.front()); };
}

Measured holds(std::function<bool(const Metrics &)> predicate) {
    return [predicate = std::move(predicate)](const std::vector<const Metrics *> &runs) {
        return Figure(predicate(*runs.front()) ? 1.0 : 0.0);
    };
}

Measured quotient_of(std::function<Figure(const Metrics &)> value) {
    return [value = std::move(value)](const std::vector<const Metrics *> &runs) -> Figure {
        const Figure over = value(*runs[0]), under = value(*runs[1]);
        if (!over || !under || *under == 0.0) return std::nullopt;
        return *over / *under;
    };
}

double per_second(const Metrics &metrics, const std::vector<std::uint64_t> &series, double from_s, double to_s) {
    const double step = metrics.series.step_s;
    double sum = 0.0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const double middle = (static_cast<double>(i) + 0.5) * step;
        if (middle >= from_s && middle < to_s) sum += static_cast<double>(series[i]);
    }
    return sum / (to_s - from_s);
}

} // namespace halfopen::cli
