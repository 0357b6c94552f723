// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/pipeline_geometry.h"
#include "ui/theme/theme.h"

class QPainter;

namespace halfopen {

/// Paints a pipeline that was laid out: boxes with their words, arrows with their numbers. Counts what it draws, so
/// that a test can bound it.
class PipelinePainter {
public:
    PipelinePainter(QPainter &painter, const Pipeline &pipeline, const PipelineGeometry &geometry, const Theme &theme)
        : painter_(painter), pipeline_(pipeline), geometry_(geometry), theme_(theme) {}

    void paint(std::optional<std::uint32_t> selectedBreaker);
    std::size_t primitives() const { return primitives_; }

private:
    void paintCallers();
    void paintTitles();
    void paintRow(std::size_t r, bool selected);
    void paintArrow(const FlowArrow &arrow);
    void paintFallback(std::size_t r);
    void paintAdvice(const QRectF &box);
    void paintOff(const QRectF &rect);
    void paintBox(const QRectF &rect, const QString &first, const QString &second, bool strongFirst);
    void paintService(const ServiceBox &service, const QRectF &rect);
    void frame(const QRectF &rect, const QColor &edge, double width = 1);
    void text(const QRectF &rect, int flags, const QString &words, const QColor &colour, bool semibold = false);

    QPainter &painter_;
    const Pipeline &pipeline_;
    const PipelineGeometry &geometry_;
    const Theme &theme_;
    std::size_t primitives_ = 0;
};

/// The theme's font without the zoom of presenters: whoever uses it scales its painter as a whole.
QFont planFont(const Theme &theme, int px, bool semibold = false);

/// Paints the box of a breaker: its state, its numbers against their thresholds, cells, countdown or probes. Gives
/// the number of things drawn.
std::size_t paintGauge(QPainter &painter, const PipelineRow &row, const QRectF &rect, const Theme &theme, bool selected);

} // namespace halfopen
