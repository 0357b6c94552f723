// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/timeline/track.h"

namespace halfopen {

/// A run of one state in pixels. Where intervals are narrower than a pixel, one part stands for many.
struct LanePart {
    double x0 = 0, x1 = 0;
    BreakerState state = BreakerState::closed;
    std::size_t interval = 0; ///< index of the (first) interval
    std::size_t folded = 1;   ///< how many intervals it stands for
};

/// Cuts one breaker's life into parts to draw: a few for each pixel at most, found by binary search.
std::vector<LanePart> laneParts(const std::vector<BreakerInterval> &life, const TimeAxis &axis, SimTime computed);

/// The breakers that stand for one lane: those of all instances of one workload, policy and service.
struct Lane {
    std::uint32_t first = 0;     ///< breaker of instance 0
    std::uint32_t instances = 1; ///< breakers first, first + 1, ...
    std::uint32_t shown = 0;     ///< the selected or busiest of them
};

/// Lanes in the order of the fallback chains.
std::vector<Lane> lanesOf(const TraceIndex &index, std::optional<std::uint32_t> selected);

/// The lives of the breakers, drawn from transitions: CLOSED always, OPEN and HALF_OPEN however short.
class BreakersTrack final : public Track {
    Q_DECLARE_TR_FUNCTIONS(halfopen::BreakersTrack)
public:
    QString id() const override { return "Breakers"; }
    QString title() const override { return tr("Breakers"); }
    QString meaning() const override;
    TrackHeight height(const TraceSource &source) const override;
    void prepare(const TrackContext &context, double height) override;
    void paint(QPainter &painter, const TrackContext &context) const override;
    void paintGutter(QPainter &painter, const TrackContext &context, QSizeF size) const override;
    QString gutterText(double y) const override;
    std::optional<TrackHit> hitTest(QPointF at) const override;
    std::size_t primitives() const override;

private:
    struct Sign {
        double x = 0;
        BreakerState state = BreakerState::closed;
        std::size_t record = 0;
        bool selected = false;
    };
    struct Chip {
        double x0 = 0, x1 = 0; ///< room for it
        QStringList texts;     ///< longest first
    };
    struct LaneDrawing {
        Lane lane;
        QString name, note;
        std::vector<LanePart> parts;
        std::vector<Sign> signs;
        std::vector<Chip> chips;
        QStringList tips; ///< of the parts
        std::vector<Stretch> extents;
        std::vector<std::size_t> records; ///< of the parts; 0: began with the run
    };
    LaneDrawing drawingOf(const TrackContext &context, const Lane &lane) const;
    void paintLane(QPainter &painter, const TrackContext &context, const LaneDrawing &lane, double top) const;
    double laneTop(std::size_t i) const;

    std::vector<LaneDrawing> lanes_;
};

} // namespace halfopen
