// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <vector>

#include "ui/timeline/request_shape.h"
#include "ui/timeline/track.h"

namespace halfopen {

class RowPacking;

/// The longest requests of the view, packed into rows: attempts, waits inside their jitter envelopes, refusals,
/// fallbacks, healing.
class WaterfallTrack final : public Track {
    Q_DECLARE_TR_FUNCTIONS(halfopen::WaterfallTrack)
public:
    QString id() const override { return "Waterfall"; }
    QString title() const override { return tr("Waterfall"); }
    QString meaning() const override;
    QStringList notes() const override;
    TrackHeight height(const TraceSource &) const override { return {52, 98, 6}; }
    void prepare(const TrackContext &context, double height) override;
    void paint(QPainter &painter, const TrackContext &context) const override;
    void paintRequest(QPainter &painter, const TrackContext &context, const RequestShape &shape) const override;
    std::optional<TrackHit> hitTest(QPointF at) const override;
    std::size_t primitives() const override;

    static constexpr std::size_t kShownMax = 600;

private:
    struct Item {
        RequestShape shape;
        int row = 0;
        double x0 = 0, x1 = 0;
    };
    void add(const TrackContext &context, RowPacking &packing, std::uint32_t request);
    double rowY(int row) const;
    void paintAsked(QPainter &painter, const TrackContext &context, const Item &item, double y) const;

    std::vector<Item> items_;
    /// What the last prepare() placed: requests stay in their rows, and those that have ended keep their shapes.
    std::unordered_map<std::uint32_t, Item> last_;
    const TraceIndex *lastIndex_ = nullptr; ///< of the run that last_ belongs to
    std::size_t inView_ = 0;
    int rows_ = 1;
    TimeAxis axis_;
    const Scenario *scenario_ = nullptr;
};

} // namespace halfopen
