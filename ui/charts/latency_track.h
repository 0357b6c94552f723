// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "ui/charts/line_chart.h"
#include "ui/timeline/track.h"

namespace halfopen {

/// Latency of the requests that ended in each step of time: p50 (bold), p95 (over an area), p99 (dotted).
class LatencyTrack final : public Track {
    Q_DECLARE_TR_FUNCTIONS(halfopen::LatencyTrack)
public:
    LatencyTrack();
    QString id() const override { return "Latency"; }
    QString title() const override { return tr("Latency"); }
    QString meaning() const override;
    QStringList notes() const override;
    TrackHeight height(const TraceSource &) const override { return {34, 50, 2}; }
    void prepare(const TrackContext &context, double height) override;
    void paint(QPainter &painter, const TrackContext &context) const override;
    QString reading(const TrackContext &context, SimTime t) const override;
    std::optional<TrackHit> hitTest(QPointF at) const override;
    std::size_t primitives() const override { return points_; }
    const LineChart &chart() const { return chart_; }

private:
    struct Sample {
        double at = 0; ///< middle of its step, seconds
        Stretch stretch;
        LatencyStep step;
    };
    const Sample *sampleAt(SimTime t) const;
    const Sample *sampleBefore(SimTime t) const;
    void prepareGhost(const TrackContext &context);
    void paintArea(QPainter &painter, const TrackContext &context) const;
    QList<QPair<double, double>> gapsInPixels() const;

    mutable LineChart chart_; ///< rendering lays it out
    std::vector<Sample> samples_;
    std::vector<Stretch> gaps_; ///< in which nothing ended
    std::vector<double> ghost_; ///< p95 before the last edit, one a pixel, < 0: nothing ended
    Duration step_{0};
    TimeAxis axis_;
    std::size_t points_ = 0;
    double top_ = 1;
    double height_ = 44;
};

} // namespace halfopen
