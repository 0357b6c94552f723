// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/line_chart.h"
#include "ui/timeline/track.h"

namespace halfopen {

/// Requests that arrive (dashed) and calls that are sent for them (solid), per second: the gap is what retries and
/// fallbacks add.
class LoadTrack final : public Track {
    Q_DECLARE_TR_FUNCTIONS(halfopen::LoadTrack)
public:
    LoadTrack();
    QString id() const override { return "Load"; }
    QString title() const override { return tr("Load"); }
    QString meaning() const override;
    QStringList notes() const override;
    TrackHeight height(const TraceSource &) const override { return {30, 50, 1}; }
    void prepare(const TrackContext &context, double height) override;
    void paint(QPainter &painter, const TrackContext &context) const override;
    QString reading(const TrackContext &context, SimTime t) const override;
    std::optional<TrackHit> hitTest(QPointF at) const override;
    std::size_t primitives() const override { return points_; }
    const LineChart &chart() const { return chart_; }

private:
    struct Load {
        double requests = 0, calls = 0; ///< per second
    };
    Load loadAt(const TrackContext &context, SimTime t) const;

    mutable LineChart chart_; ///< rendering lays it out
    Duration window_{1};
    TimeAxis axis_;
    QList<QPointF> requests_, calls_; ///< as drawn
    std::size_t points_ = 0;
    double top_ = 1;
    double height_ = 44;
};

} // namespace halfopen
