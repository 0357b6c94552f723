// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/timeline/track.h"

namespace halfopen {

/// The faults of the scenario as bars, repetitions and what is still to come included, and the outages that services
/// have by their own availability.
class FaultsTrack final : public Track {
    Q_DECLARE_TR_FUNCTIONS(halfopen::FaultsTrack)
public:
    QString id() const override { return "Faults"; }
    QString title() const override { return tr("Faults"); }
    QString meaning() const override;
    QStringList notes() const override { return notes_; }
    TrackHeight height(const TraceSource &source) const override;
    void prepare(const TrackContext &context, double height) override;
    void paint(QPainter &painter, const TrackContext &context) const override;
    std::optional<TrackHit> hitTest(QPointF at) const override;
    std::size_t primitives() const override { return bars_.size(); }
    /// A fault that is dragged, over what paint() drew, in the row that it has now.
    void paintDragged(QPainter &painter, const TrackContext &context, const FaultDrag &drag) const;
    /// Of a bar of that fault, in the prepared height.
    QRectF barRect(const TimeAxis &axis, std::uint32_t fault, const Stretch &stretch) const;

private:
    struct Bar {
        double x0 = 0, x1 = 0; ///< of its whole length
        int row = 0;
        Stretch stretch;
        QString label, text;
        int folded = 1; ///< how many stretches it stands for
        std::optional<std::uint32_t> fault; ///< none: an outage by chance
    };
    void addFault(const TrackContext &context, std::size_t number, int row);
    void addOutages(const TrackContext &context, int row);
    void push(const TrackContext &context, Bar bar);
    QRectF rectOf(const TimeAxis &axis, const Bar &bar) const;
    void paintBar(QPainter &painter, const TrackContext &context, const Bar &bar, const QRectF &rect) const;
    void paintLabel(QPainter &painter, const TrackContext &context, const Bar &bar, const QRectF &rect) const;

    std::vector<Bar> bars_;
    std::vector<int> rowOfFault_;
    int rows_ = 1;
    double height_ = 0;
    QStringList notes_;
};

/// The row of each fault, so that faults which are on together do not cover each other; rows count from 0.
std::vector<int> faultRows(const std::vector<Fault> &faults);

} // namespace halfopen
