// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/breaker_gauge.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "ui/flow/flow_words.h"

namespace halfopen {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::BreakerGauge)
};

using Cell = BreakerGauge::Cell;

/// Tenths where they tell something: below one tenth.
QString percent(double share) {
    const double tenths = share < 0.0995 ? std::round(share * 1000.0) / 10.0 : std::round(share * 100.0);
    return Words::tr("%1 %").arg(tenths, 0, 'f', tenths == std::floor(tenths) ? 0 : 1);
}

/// Puts neighbours together until at most kCellsMax are left.
void fold(BreakerGauge &gauge) {
    gauge.folded = (gauge.cells.size() + kCellsMax - 1) / kCellsMax;
    if (gauge.folded <= 1) {
        gauge.folded = 1;
        return;
    }
    std::vector<Cell> folded((gauge.cells.size() + gauge.folded - 1) / gauge.folded);
    for (std::size_t i = 0; i < gauge.cells.size(); ++i) {
        Cell &into = folded[i / gauge.folded];
        into.calls += gauge.cells[i].calls;
        into.failures += gauge.cells[i].failures;
        into.slow += gauge.cells[i].slow;
    }
    gauge.cells = std::move(folded);
}

/// The cells from the oldest on. A ring that is not full keeps its empty cells at the end.
void takeCells(BreakerGauge &gauge, const ResultWindow &window, bool ring, std::size_t size) {
    gauge.kind = ring ? BreakerGauge::Cells::results : BreakerGauge::Cells::buckets;
    const auto &cells = window.cells();
    gauge.cells.assign(std::max(cells.size(), size), Cell{});
    const auto next = static_cast<std::size_t>(window.next_cell());
    const bool full = ring && !cells.empty() && cells[next].calls > 0;
    const std::size_t oldest = !ring ? next + 1 : full ? next : 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const WindowCounts &cell = cells[(oldest + i) % cells.size()];
        gauge.cells[i] = {cell.calls, cell.failures, cell.slow};
    }
    fold(gauge);
}

void countFailures(BreakerGauge &gauge, const Breaker &breaker, const BreakerConfig &config) {
    gauge.kind = BreakerGauge::Cells::count;
    gauge.measured = breaker.failures();
    // A strict comparison trips at one more.
    const int limit = config.failures + (config.compare == Compare::above ? 1 : 0);
    gauge.cells.assign(static_cast<std::size_t>(std::max(1, limit)), Cell{});
    for (int i = 0; i < std::min(gauge.measured, limit); ++i)
        gauge.cells[static_cast<std::size_t>(i)] = {1, 1, 0};
    fold(gauge);
    gauge.now = config.trip == TripRule::consecutive ? Words::tr("%1 of %2 in a row").arg(gauge.measured).arg(limit)
                                                     : Words::tr("%1 of %2 failures").arg(gauge.measured).arg(limit);
    gauge.limit = Words::tr("limit %1").arg(limit);
    gauge.near = gauge.now;
}

void countWindow(BreakerGauge &gauge, const Breaker &breaker, const BreakerConfig &config, SimTime at) {
    ResultWindow window = breaker.window();
    const bool ring = config.trip == TripRule::count_window;
    if (!ring) window.expire(at, config.time_window());
    takeCells(gauge, window, ring, static_cast<std::size_t>(ring ? config.window_calls : config.window_buckets));
    const WindowCounts &total = window.total();
    gauge.measured = total.failures;
    gauge.calls = total.calls;
    gauge.needed = calls_needed(config);
    gauge.gated = gauge.calls < gauge.needed;
    gauge.gate = Words::tr("%1 of %2 calls").arg(gauge.calls).arg(gauge.needed);
    if (!config.failure_rate) {
        gauge.now = Words::tr("%1 of %2 failed").arg(gauge.measured).arg(config.failures);
        gauge.limit = Words::tr("limit %1").arg(config.failures);
        gauge.near = gauge.now;
        return;
    }
    gauge.now = gauge.calls > 0 ? percent(static_cast<double>(gauge.measured) / gauge.calls) : Words::tr("n/a");
    gauge.limit = Words::tr("limit %1").arg(percent(*config.failure_rate));
    gauge.near = Words::tr("%1 of %2").arg(gauge.now, percent(*config.failure_rate));
}

void takeOpen(BreakerGauge &gauge, const Breaker &breaker, const BreakerConfig &config, SimTime at) {
    const SimTime retest = breaker.retest_at();
    const bool probes = config.probe_limit != ProbeLimit::none;
    if (retest == kTimeNever || retest <= at) {
        gauge.detail = probes ? Words::tr("the next call is a probe") : Words::tr("closes at the next call");
        return;
    }
    gauge.left = retest - at;
    const Duration whole = retest - breaker.since();
    gauge.leftShare =
        whole.count() > 0 ? static_cast<double>(gauge.left->count()) / static_cast<double>(whole.count()) : 0;
    gauge.leftShare = std::clamp(gauge.leftShare, 0.0, 1.0);
    gauge.detail = (probes ? Words::tr("%1 to probe") : Words::tr("%1 to CLOSED")).arg(shortDuration(*gauge.left));
}

void takeHalfOpen(BreakerGauge &gauge, const Breaker &breaker, const BreakerConfig &config) {
    const bool limited = config.probe_limit == ProbeLimit::total || config.probe_limit == ProbeLimit::concurrent;
    gauge.probes = limited ? config.probes : 0;
    gauge.probesTaken = std::max(0, breaker.probes_taken());
    gauge.probesGood = breaker.probe_successes();
    gauge.probesNeeded = config.close_after.by_rate ? 0 : config.close_after.successes;
    if (!limited)
        gauge.detail = Words::tr("every call probes");
    else if (config.probe_limit == ProbeLimit::concurrent)
        gauge.detail = Words::tr("%1 of %2 probes in flight").arg(gauge.probesTaken).arg(gauge.probes);
    else if (gauge.probes == 1)
        gauge.detail = gauge.probesTaken > 0 ? Words::tr("1 probe in flight") : Words::tr("waits for a probe");
    else
        gauge.detail = Words::tr("%1 of %2 probes sent").arg(gauge.probesTaken).arg(gauge.probes);
    if (gauge.probesNeeded > 1)
        gauge.detail = Words::tr("%1, %2 of %3 ok").arg(gauge.detail).arg(gauge.probesGood).arg(gauge.probesNeeded);
}

} // namespace

BreakerGauge gaugeOf(const Breaker &breaker, const BreakerConfig &config, SimTime at) {
    BreakerGauge gauge;
    gauge.state = breaker.state();
    if (config.windowed())
        countWindow(gauge, breaker, config, at);
    else
        countFailures(gauge, breaker, config);
    switch (gauge.state) {
    case BreakerState::closed:
        if (gauge.gated) gauge.detail = Words::tr("cannot trip yet");
        break;
    case BreakerState::open: takeOpen(gauge, breaker, config, at); break;
    case BreakerState::half_open: takeHalfOpen(gauge, breaker, config); break;
    }
    return gauge;
}

bool worseThan(const Breaker &a, const Breaker &b) {
    const auto rank = [](const Breaker &breaker) {
        return breaker.state() == BreakerState::open ? 2 : breaker.state() == BreakerState::half_open ? 1 : 0;
    };
    if (rank(a) != rank(b)) return rank(a) > rank(b);
    if (a.state() == BreakerState::open) return a.retest_at() > b.retest_at();
    const auto failures = [](const Breaker &breaker) { return breaker.failures() + breaker.window().total().failures; };
    return failures(a) > failures(b);
}

} // namespace halfopen
