// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "ui/timeline/track.h"

namespace halfopen {

/// Tracks above one another on one time axis: who stands where, and how they are painted together. Not a widget.
class TrackStack {
public:
    static constexpr double kGutter = 116;
    static constexpr double kAxis = 20; ///< height of the axis above the tracks

    /// A track in its place. `top` counts from below the axis.
    struct Row {
        std::unique_ptr<Track> track;
        double top = 0, height = 0;
        bool shown = true;
    };

    void add(std::unique_ptr<Track> track);
    const std::vector<Row> &rows() const { return rows_; }
    void setShown(std::size_t row, bool shown);
    void move(std::size_t row, int by); ///< up or down among the rows, by less than there are
    /// Ids in their order, "-" before those that are hidden; an id that is not known is left out, a new track
    /// stands at the end.
    QStringList arrangement() const;
    void arrange(const QStringList &arrangement);
    std::optional<std::size_t> rowAt(double y) const;

    /// The least height at which all tracks can be read, without the axis.
    int heightLeast(const TraceSource &source) const;

    /// Gives every track its height of `height` (without the axis) and lets it look at the trace.
    void prepare(const TrackContext &context, double height);

    /// The axis: ticks and their labels. The painter's y starts at the axis.
    void paintAxis(QPainter &painter, const TrackContext &context) const;
    /// All tracks with their gutters and grid. The painter's y starts below the axis.
    void paint(QPainter &painter, const TrackContext &context) const;
    /// What each track reads at t, on chips beside the hairline.
    void paintReadings(QPainter &painter, const TrackContext &context, SimTime t) const;
    /// Where such a chip goes that would stand at `place`.
    static QRectF readingPlace(const TrackContext &context, const Row &row, QRectF place);
    /// Lights a request up in all tracks.
    void paintRequest(QPainter &painter, const TrackContext &context, const RequestShape &shape) const;

    std::optional<TrackHit> hitTest(QPointF at) const;
    std::size_t primitives() const;

private:
    TrackHeight heightOf(const Row &row, const TraceSource &source) const;
    void placeRows(const TraceSource &source, double height);
    std::vector<Row> rows_;
    double bottom_ = 0;
};

} // namespace halfopen
