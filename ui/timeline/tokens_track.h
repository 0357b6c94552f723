// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "engine/insight/token_series.h"
#include "ui/timeline/track.h"

namespace halfopen {

/// What budgets, rate limiters and bulkheads had left, a row each: the least over instances, as the run stood at even
/// moments. Nothing where no policy has any.
class TokensTrack final : public Track {
    Q_DECLARE_TR_FUNCTIONS(halfopen::TokensTrack)
public:
    QString id() const override { return "Tokens"; }
    QString title() const override { return tr("Tokens"); }
    QString meaning() const override;
    TrackHeight height(const TraceSource &source) const override;
    void prepare(const TrackContext &context, double height) override;
    void paint(QPainter &painter, const TrackContext &context) const override;
    void paintGutter(QPainter &painter, const TrackContext &context, QSizeF size) const override;
    QString reading(const TrackContext &context, SimTime t) const override;
    std::optional<TrackHit> hitTest(QPointF at) const override;
    std::size_t primitives() const override;

private:
    struct Row {
        QString name;                ///< "budget of gpt4_vision"
        std::vector<double> columns; ///< by pixel, what was left; the least of those that share one
        double top = 1;
    };
    static QString nameOf(const TokenLine &line, const Scenario &scenario);
    double rowHeight() const;

    std::vector<Row> rows_;
    Duration step_{1};
    TimeAxis axis_;
    double height_ = 34;
};

} // namespace halfopen
