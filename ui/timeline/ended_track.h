// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "ui/timeline/track.h"

namespace halfopen {

/// Requests ended per second by how they were served, stacked and painted as pixel columns: first try at the bottom,
/// then saved by a retry or by healing (striped), by fallback, failed on top.
class EndedTrack final : public Track {
    Q_DECLARE_TR_FUNCTIONS(halfopen::EndedTrack)
public:
    QString id() const override { return "Ended per s"; }
    QString title() const override { return tr("Ended per s"); }
    QString meaning() const override;
    QStringList notes() const override;
    TrackHeight height(const TraceSource &) const override { return {34, 54, 2}; }
    void prepare(const TrackContext &context, double height) override;
    void paint(QPainter &painter, const TrackContext &context) const override;
    QString reading(const TrackContext &context, SimTime t) const override;
    std::optional<TrackHit> hitTest(QPointF at) const override;
    std::size_t primitives() const override { return columns_.size(); }

private:
    struct Column {
        std::array<double, 4> rate{}; ///< per second: first try, retried or healed, fallback, failed
    };
    static Column columnOf(const RunCounts &counts, Duration over);
    Column columnAt(const RunSeries &series, SimTime t) const;

    std::vector<Column> columns_; ///< one a pixel, up to what is computed
    std::vector<double> ghost_;   ///< all that ended per second before the last edit, one a pixel
    TimeAxis axis_;
    Duration window_{1};
    double top_ = 1;
    double height_ = 52;
};

/// Requests in flight, as an area.
class InFlightTrack final : public Track {
    Q_DECLARE_TR_FUNCTIONS(halfopen::InFlightTrack)
public:
    QString id() const override { return "In flight"; }
    QString title() const override { return tr("In flight"); }
    QString meaning() const override;
    QStringList notes() const override;
    TrackHeight height(const TraceSource &) const override { return {24, 32, 0}; }
    void prepare(const TrackContext &context, double height) override;
    void paint(QPainter &painter, const TrackContext &context) const override;
    QString reading(const TrackContext &context, SimTime t) const override;
    std::size_t primitives() const override { return columns_.size(); }

private:
    std::vector<std::uint64_t> columns_; ///< the most within each pixel
    TimeAxis axis_;
    double top_ = 1;
    double height_ = 28;
};

/// A line through one value a pixel from x = `left` on, in the colour of what was before.
void paintGhostLine(QPainter &painter, const std::vector<double> &values, double left, double bottom, double scale,
                    const Theme &theme);
/// Says at the right what the grey line is.
void paintGhostLegend(QPainter &painter, const TimeAxis &axis, double top, const Theme &theme);

/// The window over which rates are counted: a round time that covers at least `px` pixels and about eight requests.
Duration rateWindow(const TrackContext &context, double px);

} // namespace halfopen
