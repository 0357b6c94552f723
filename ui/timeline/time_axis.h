// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "engine/base/time.h"

namespace halfopen {

/// A stretch of simulated time, from < to.
struct Stretch {
    SimTime from{};
    SimTime to{};
    Duration length() const { return to - from; }
    bool meets(SimTime begin, SimTime end) const { return begin < to && end >= from; }
    friend bool operator==(const Stretch &, const Stretch &) = default;
};

struct TimeTick {
    SimTime at{};
    QString label; ///< "61.25"; the last one carries the unit: "61.30 s"
};

/// Geometry of a stretch of time laid over pixels. A value; knows no widget.
class TimeAxis {
public:
    TimeAxis() = default;
    /// Precondition: stretch.from < stretch.to, width > 0.
    TimeAxis(Stretch stretch, double left, double width) : stretch_(stretch), left_(left), width_(width) {}

    const Stretch &stretch() const { return stretch_; }
    double left() const { return left_; }
    double right() const { return left_ + width_; }
    double width() const { return width_; }

    /// Where t stands; beyond the edges it is drawn in to kBeyondPx, so that painters stay within their number range.
    double x(SimTime t) const;
    /// The time at x, never before 0.
    SimTime at(double x) const;
    /// The round time nearest to x, in steps of at least `px` pixels: 60.2 s rather than 60.1738 s.
    SimTime roundAt(double x, double px = 1.0) const;
    Duration snapStep(double px) const; ///< the step of these times
    double pixels(Duration d) const;
    Duration duration(double px) const;

    /// Ticks at round times, labels at least 16 px apart and ticks at least `spacing` px.
    std::vector<TimeTick> ticks(double spacing = 64.0) const;

    friend bool operator==(const TimeAxis &, const TimeAxis &) = default;
    static constexpr double kBeyondPx = 4000.0;

private:
    Stretch stretch_{SimTime{}, SimTime{Duration{1}}};
    double left_ = 0.0;
    double width_ = 1.0;
};

inline constexpr Duration kStretchMin{1'000}; ///< the closest that one can zoom in

SimTime rounded(SimTime t, Duration step); ///< to the nearest multiple

/// `stretch` made `factor` times as long (< 1 zooms in) with `centre` staying where it is on the screen, within
/// `whole`.
Stretch zoomed(const Stretch &stretch, SimTime centre, double factor, const Stretch &whole);
/// `stretch` moved by `by` (negative: towards the start), within `whole`.
Stretch panned(const Stretch &stretch, Duration by, const Stretch &whole);
/// The stretch of the given length around `centre`, within `whole`.
Stretch around(SimTime centre, Duration length, const Stretch &whole);

/// A time with as many decimals as `resolution` deserves: "121.42 s". At least two, at most nine.
QString timeText(SimTime t, Duration resolution);
/// To the millisecond, without zeros at the end: "31.2 s".
QString exactTimeText(SimTime t);
/// "54 - 134 s", with an en dash and as many decimals as the stretch deserves.
QString stretchText(const Stretch &stretch);
/// The same to the millisecond, without zeros at the end: "80 - 110.5 s".
QString exactStretchText(const Stretch &stretch);

} // namespace halfopen
