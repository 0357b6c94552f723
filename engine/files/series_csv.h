// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/insight/metrics.h"
#include "engine/insight/series.h"

namespace halfopen {

/// The series of the tracks as CSV, a row for each `step` of [0, until): what happened in that step, what it cost, the
/// latencies of the requests that ended in it (empty when none did), and how many were in flight at its end.
/// Precondition: step > 0.
std::string series_csv(const RunSeries &series, SimTime until, Duration step);

/// A step for series_csv: one second, or a nice step that makes about 500 rows of a short run and at most 40,000 of a
/// long one.
Duration csv_step(SimTime until);

/// The figures of [0, t] over time as CSV, a row for each moment. An undefined figure is an empty cell.
class FiguresCsv {
public:
    void add(SimTime t, const Metrics &metrics);
    const std::string &text() const { return text_; }

private:
    std::string text_;
};

} // namespace halfopen
