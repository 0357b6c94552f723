// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/series_csv.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/insight/comparison.h"

namespace halfopen {

namespace {

constexpr std::int64_t kRowsWanted = 500, kRowsMost = 40'000;

/// "cost_per_success" in dollars → "cost_per_success_usd": every column says its unit.
std::string column_of(const ComparableFigure &figure) {
    switch (figure.unit) {
    case FigureUnit::seconds: return figure.name + "_s";
    case FigureUnit::usd: return figure.name + "_usd";
    case FigureUnit::per_second: return figure.name + "_per_s";
    case FigureUnit::share:
    case FigureUnit::plain: break;
    }
    return figure.name;
}

} // namespace

Duration csv_step(SimTime until) {
    const Duration whole = until - kTimeZero;
    if (whole < std::chrono::seconds(kRowsWanted) / 10) return std::max(nice_step(whole / kRowsWanted), Duration{1});
    return std::max<Duration>(std::chrono::seconds(1), nice_step(whole / kRowsMost));
}

std::string series_csv(const RunSeries &series, SimTime until, Duration step) {
    std::string out =
        "time_s,started,served_at_once,served_after_retry,served_after_healing,served_after_fallback,served_by_hedged_copy,"
        "failed,attempts,right,cost_usd,in_flight,latency_p50_s,latency_p95_s,latency_p99_s\n";
    const LatencySeries &latency = series.latency(step);
    RunCounts before;
    for (SimTime t = kTimeZero; t < until; t += step) {
        const RunCounts now = series.until(t + step);
        const RunCounts c = now - before;
        before = now;
        fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{},{},{},{},{},{:.12g},{}", seconds(t), c.started, c.first_try,
                       c.retried, c.healed, c.fell_back, c.hedged, c.failed, c.attempts, c.right,
                       static_cast<double>(c.cost_nano_usd) * 1e-9, now.in_flight());
        const auto slot = static_cast<std::size_t>((t - kTimeZero) / std::max(latency.step, Duration{1}));
        const bool known = slot < latency.steps.size() && latency.steps[slot].count > 0 &&
                           !(latency.last_is_open && slot + 1 == latency.steps.size());
        if (known) {
            const LatencyStep &l = latency.steps[slot];
            fmt::format_to(std::back_inserter(out), ",{},{},{}\n", l.p50_s, l.p95_s, l.p99_s);
        } else {
            out += ",,,\n";
        }
    }
    return out;
}

void FiguresCsv::add(SimTime t, const Metrics &metrics) {
    const std::vector<ComparableFigure> figures = comparable_figures(metrics);
    if (text_.empty()) {
        text_ = "time_s,requests,succeeded,failed";
        for (const ComparableFigure &figure : figures)
            text_ += ',' + column_of(figure);
        text_ += '\n';
    }
    fmt::format_to(std::back_inserter(text_), "{},{},{},{}", seconds(t), metrics.requests, metrics.succeeded,
                   metrics.failed);
    for (const ComparableFigure &figure : figures)
        text_ += figure.value ? fmt::format(",{:.10g}", *figure.value) : ",";
    text_ += '\n';
}

} // namespace halfopen
