// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/time_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/insight/series.h"

namespace halfopen {

namespace {

struct Unit {
    Duration length;
    const char *name;
};

constexpr std::array<Unit, 4> kUnits = {{{std::chrono::hours(24), "d"},
                                         {std::chrono::hours(1), "h"},
                                         {std::chrono::minutes(1), "min"},
                                         {std::chrono::seconds(1), "s"}}};

/// The largest unit of which at least twenty fit before the end of the axis and whose tenth is not finer than the step.
Unit unitOf(SimTime end, Duration step) {
    for (const Unit &unit : kUnits)
        if (end.time_since_epoch() >= 20 * unit.length && step * 2 >= unit.length) return unit;
    return kUnits.back();
}

int decimalsOf(Duration step, Duration unit) {
    int decimals = 0;
    for (Duration d = unit; d > step && decimals < 9; d /= 10)
        ++decimals;
    return decimals;
}

/// The smallest round step of one unit that is at least `least`.
Duration roundStep(Duration least, const Unit &unit) {
    if (unit.length == Duration(std::chrono::seconds(1)) || least < unit.length) return nice_step(least);
    // Days, hours and minutes are counted in 1, 2, 5, 10 of themselves.
    const Duration inUnits{(least.count() + unit.length.count() - 1) / unit.length.count()};
    return nice_step(inUnits).count() * unit.length;
}

QString numberText(SimTime t, const Unit &unit, int decimals) {
    const double value = static_cast<double>(t.time_since_epoch().count()) / static_cast<double>(unit.length.count());
    return QString::number(value, 'f', decimals);
}

Stretch within(Stretch stretch, const Stretch &whole) {
    const Duration length = std::min(stretch.length(), std::max(whole.length(), kStretchMin));
    if (stretch.from < whole.from) stretch.from = whole.from;
    if (stretch.from + length > whole.to) stretch.from = std::max(whole.from, whole.to - length);
    stretch.to = stretch.from + length;
    return stretch;
}

Duration scaled(Duration d, double factor) {
    return Duration{static_cast<std::int64_t>(std::llround(static_cast<double>(d.count()) * factor))};
}

} // namespace

double TimeAxis::x(SimTime t) const {
    const double share =
        static_cast<double>((t - stretch_.from).count()) / static_cast<double>(stretch_.length().count());
    // kTimeNever - from may not be representable as a shift of pixels: the clamp comes after the division.
    return left_ + std::clamp(share * width_, -kBeyondPx, width_ + kBeyondPx);
}

SimTime TimeAxis::at(double x) const { return std::max(kTimeZero, stretch_.from + duration(x - left_)); }

Duration TimeAxis::snapStep(double px) const { return nice_step(std::max(duration(px), Duration{1})); }

SimTime TimeAxis::roundAt(double x, double px) const { return rounded(at(x), snapStep(px)); }

SimTime rounded(SimTime t, Duration step) { return SimTime{(t.time_since_epoch() + step / 2) / step * step}; }

double TimeAxis::pixels(Duration d) const {
    return static_cast<double>(d.count()) / static_cast<double>(stretch_.length().count()) * width_;
}

Duration TimeAxis::duration(double px) const { return scaled(stretch_.length(), px / width_); }

std::vector<TimeTick> TimeAxis::ticks(double spacing) const {
    Duration least = std::max(duration(spacing), Duration{1});
    Unit unit = unitOf(stretch_.to, least);
    Duration step = roundStep(least, unit);
    int decimals = decimalsOf(step, unit.length);
    // Long numbers need more room: about 6.5 px a figure at 11 px type.
    const double labelWidth = 6.5 * static_cast<double>(numberText(stretch_.to, unit, decimals).size()) + 16.0;
    if (labelWidth > spacing) {
        least = std::max(duration(labelWidth), Duration{1});
        unit = unitOf(stretch_.to, least);
        step = roundStep(least, unit);
        decimals = decimalsOf(step, unit.length);
    }

    std::vector<TimeTick> ticks;
    const std::int64_t first = (stretch_.from.time_since_epoch().count() + step.count() - 1) / step.count();
    for (SimTime t{step * first}; t <= stretch_.to; t += step)
        ticks.push_back({t, numberText(t, unit, decimals)});
    if (!ticks.empty()) ticks.back().label += ' ' + QString::fromLatin1(unit.name);
    return ticks;
}

Stretch zoomed(const Stretch &stretch, SimTime centre, double factor, const Stretch &whole) {
    const Duration longest = std::max(whole.length(), kStretchMin);
    const double length = std::clamp(static_cast<double>(stretch.length().count()) * factor,
                                     static_cast<double>(kStretchMin.count()), static_cast<double>(longest.count()));
    const double share =
        static_cast<double>((centre - stretch.from).count()) / static_cast<double>(stretch.length().count());
    const Duration newLength{static_cast<std::int64_t>(std::llround(length))};
    const SimTime from = centre - scaled(newLength, share);
    return within({from, from + newLength}, whole);
}

Stretch panned(const Stretch &stretch, Duration by, const Stretch &whole) {
    return within({stretch.from + by, stretch.to + by}, whole);
}

Stretch around(SimTime centre, Duration length, const Stretch &whole) {
    length = std::max(length, kStretchMin);
    return within({centre - length / 2, centre - length / 2 + length}, whole);
}

QString timeText(SimTime t, Duration resolution) {
    const Duration second = std::chrono::seconds(1);
    const int decimals = std::clamp(decimalsOf(std::max(resolution, Duration{1}), second), 2, 9);
    return QString::number(seconds(t), 'f', decimals) + " s";
}

QString stretchText(const Stretch &stretch) {
    const int decimals = decimalsOf(std::max(stretch.length() / 50, Duration{1}), std::chrono::seconds(1));
    return QString::number(seconds(stretch.from), 'f', decimals) + QString::fromUtf8(" – ") +
           QString::number(seconds(stretch.to), 'f', decimals) + " s";
}

namespace {

QString exactNumber(SimTime t) {
    QString text = QString::number(seconds(t), 'f', 3);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.')) text.chop(1);
    return text;
}

} // namespace

QString exactTimeText(SimTime t) { return exactNumber(t) + " s"; }

QString exactStretchText(const Stretch &stretch) {
    return exactNumber(stretch.from) + QString::fromUtf8(" – ") + exactNumber(stretch.to) + " s";
}

} // namespace halfopen
