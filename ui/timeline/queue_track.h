// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "engine/insight/queue_series.h"
#include "ui/timeline/track.h"

namespace halfopen {

/// Calls at each service with finite workers: those that are served, and on top of them those that wait. A dashed line
/// stands where all workers are busy. Nothing where no service has finite workers.
class QueueTrack final : public Track {
    Q_DECLARE_TR_FUNCTIONS(halfopen::QueueTrack)
public:
    static constexpr std::size_t kRowsMax = 4;
    QString id() const override { return "Queue"; }
    QString title() const override { return tr("Queue"); }
    QString meaning() const override;
    QStringList notes() const override;
    TrackHeight height(const TraceSource &source) const override;
    void prepare(const TrackContext &context, double height) override;
    void paint(QPainter &painter, const TrackContext &context) const override;
    void paintGutter(QPainter &painter, const TrackContext &context, QSizeF size) const override;
    QString reading(const TrackContext &context, SimTime t) const override;
    std::optional<TrackHit> hitTest(QPointF at) const override;
    std::size_t primitives() const override;

private:
    /// One service.
    struct Row {
        QString name;
        std::size_t place = 0; ///< in the series
        std::uint32_t workers = 0;
        std::vector<QueueState> columns; ///< the most within each pixel, as far as is computed
        double top = 1;
    };
    double rowHeight() const;
    void paintRow(QPainter &painter, const TrackContext &context, const Row &row, double bottom) const;

    std::vector<Row> rows_;
    TimeAxis axis_;
    double height_ = 36;
};

} // namespace halfopen
