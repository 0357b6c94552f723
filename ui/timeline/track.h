// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include <QCoreApplication>
#include <QPointF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include "engine/insight/queue_series.h"
#include "engine/insight/token_series.h"
#include "engine/insight/series.h"
#include "ui/theme/theme.h"
#include "ui/timeline/fault_drag.h"
#include "ui/timeline/time_axis.h"
#include "ui/timeline/trace_source.h"

class QPainter;

namespace halfopen {

struct RequestShape;

/// Everything that a track is drawn from. Valid during one call.
struct TrackContext {
    const TraceSource &source;
    const RunSeries &series;
    const TimeAxis &axis; ///< its x are those of the painter
    const Theme &theme;
    std::optional<std::uint32_t> request;  ///< selected
    std::optional<std::uint32_t> hovered;  ///< request under the pointer, in whatever pane
    std::optional<std::uint32_t> breaker;  ///< selected lane
    std::optional<std::size_t> transition; ///< selected breaker_changed record
    std::optional<std::uint32_t> fault = std::nullopt; ///< selected bar
    const QueueSeries *queues = nullptr;               ///< null: not known
    const RunSeries *ghost = nullptr;                  ///< of the run before the last edit
    const TokenSeries *tokens = nullptr;                ///< null: not known
    std::optional<std::size_t> decision = std::nullopt; ///< of the selected request: what is asked about
};

/// What happened shortly before a moment, for chips: exact, over the same window whatever the zoom.
struct RecentCounts {
    RunCounts counts;
    Duration window{0}; ///< kRecentWindow, or less at the start
};
RecentCounts recentCounts(const TrackContext &context, SimTime t);

/// What lies under the pointer.
struct TrackHit {
    QString text; ///< for the tooltip: a headline, then lines
    std::optional<std::uint32_t> request;
    std::optional<std::uint32_t> breaker;
    std::optional<std::size_t> transition; ///< with `breaker`
    std::optional<std::size_t> decision;   ///< with `request`: the record that tells of the thing itself
    std::optional<Stretch> extent;         ///< of the thing itself, to zoom to
    std::optional<SimTime> moment;         ///< of a sign: a click goes exactly there
    std::optional<FaultHit> fault;         ///< that can be taken hold of
};

struct TrackHeight {
    int least = 0;
    int wanted = 0;
    int stretch = 0; ///< share of what is left over
};

/// One row of the timeline: prepare, then draw. prepare() looks at the trace, by binary search and with work bounded
/// by pixels; paint() only draws what it kept. y runs from 0 to the prepared height, x is the axis's.
class Track {
public:
    virtual ~Track() = default;

    virtual QString id() const = 0; ///< the same in every language
    virtual QString title() const = 0;
    virtual QString meaning() const = 0; ///< what it shows and what one sees by it, for tooltips
    virtual QStringList notes() const { return {}; } ///< lines under the title; may follow from prepare()
    virtual TrackHeight height(const TraceSource &source) const = 0;

    virtual void prepare(const TrackContext &context, double height) = 0;
    virtual void paint(QPainter &painter, const TrackContext &context) const = 0;
    /// The gutter: title and as many notes as there is room for, unless a track does better.
    virtual void paintGutter(QPainter &painter, const TrackContext &context, QSizeF size) const;
    /// What is said of the gutter at y: all that may be cut off there, and what the track means.
    virtual QString gutterText(double y) const;
    /// What stands on a chip beside the hairline at t; empty: no chip.
    virtual QString reading(const TrackContext &, SimTime) const { return {}; }
    /// Lights one request up, on top of what paint() drew.
    virtual void paintRequest(QPainter &, const TrackContext &, const RequestShape &) const {}
    virtual std::optional<TrackHit> hitTest(QPointF) const { return std::nullopt; }
    /// How many shapes paint() draws, for tests of the bound.
    virtual std::size_t primitives() const = 0;

protected:
    Track() = default;
    Track(const Track &) = default;
    Track &operator=(const Track &) = default;
};

/// Text on a chip in panel colour with a border, so that it reads over any fill.
void paintChip(QPainter &painter, const QRectF &rect, const QString &text, const Theme &theme);
/// Width of a chip around a text in the given font.
double chipWidth(const QFont &font, const QString &text);

} // namespace halfopen
