// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/pipeline_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include "ui/flow/flow_words.h"
#include "ui/theme/glyphs.h"

namespace halfopen {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::Pipeline)
};

constexpr double kRadius = 4;
constexpr double kArrowHead = 4;

} // namespace

QFont planFont(const Theme &theme, int px, bool semibold) {
    QFont font = theme.font(px, semibold);
    font.setPixelSize(px);
    return font;
}

void PipelinePainter::text(const QRectF &rect, int flags, const QString &words, const QColor &colour, bool semibold) {
    if (words.isEmpty()) return;
    const QFont font = planFont(theme_, 11, semibold);
    painter_.setFont(font);
    painter_.setPen(colour);
    painter_.drawText(rect, flags, QFontMetricsF(font).elidedText(words, Qt::ElideRight, rect.width()));
    ++primitives_;
}

void PipelinePainter::frame(const QRectF &rect, const QColor &edge, double width) {
    painter_.setPen(QPen(edge, width));
    painter_.setBrush(theme_.colours().raised);
    painter_.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    ++primitives_;
}

void PipelinePainter::paint(std::optional<std::uint32_t> selectedBreaker) {
    if (pipeline_.rows.empty()) return;
    painter_.setRenderHint(QPainter::Antialiasing);
    paintTitles();
    paintCallers();
    for (std::size_t r = 0; r < pipeline_.rows.size(); ++r) {
        const auto breaker = pipeline_.rows[r].breaker;
        paintRow(r, breaker && breaker == selectedBreaker);
    }
}

void PipelinePainter::paintTitles() {
    for (const PipelineGeometry::Title &title : geometry_.titles)
        text(title.rect, Qt::AlignCenter, title.text, theme_.colours().mutedText);
}

void PipelinePainter::paintCallers() {
    const QRectF &rect = geometry_.callers;
    frame(rect, theme_.colours().controlBorder);
    const double middle = rect.center().y();
    text({rect.left() + 2, middle - 15, rect.width() - 4, 15}, Qt::AlignCenter, callersWord(), theme_.colours().text);
    text({rect.left() + 2, middle, rect.width() - 4, 15}, Qt::AlignCenter,
         Words::tr("%1 /s").arg(flowRate(pipeline_.perSecond)), theme_.colours().text, true);
}

void PipelinePainter::paintRow(std::size_t r, bool selected) {
    const PipelineRow &row = pipeline_.rows[r];
    const PipelineGeometry::Row &places = geometry_.rows[r];
    for (std::size_t i = 0; i < places.arrows.size(); ++i)
        if (r == 0 || i > 0) paintArrow(places.arrows[i]);
    if (r > 0) paintFallback(r);
    for (std::size_t k = 0; k < row.boxes.size(); ++k) {
        const StageBox &box = row.boxes[k];
        if (!box.on)
            paintOff(places.boxes[k]);
        else if (box.stage == Stage::breaker)
            primitives_ += paintGauge(painter_, row, places.boxes[k], theme_, selected);
        else
            paintBox(places.boxes[k], box.first, box.second, false);
        if (!box.advice.isEmpty()) paintAdvice(places.boxes[k]);
    }
    paintService(row.service, places.service);
    if (!row.service.advice.isEmpty()) paintAdvice(places.service);
    text(places.caption, Qt::AlignCenter, row.caption, theme_.colours().mutedText);
}

void PipelinePainter::paintArrow(const FlowArrow &arrow) {
    const Colours &colours = theme_.colours();
    painter_.setPen(QPen(colours.mutedText, 1));
    painter_.drawLine(QPointF(arrow.x0, arrow.y + 0.5), QPointF(arrow.x1 - 1, arrow.y + 0.5));
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(colours.text);
    painter_.drawPolygon(QPolygonF{QPointF(arrow.x1, arrow.y + 0.5),
                                   QPointF(arrow.x1 - kArrowHead - 1, arrow.y + 0.5 - kArrowHead),
                                   QPointF(arrow.x1 - kArrowHead - 1, arrow.y + 0.5 + kArrowHead)});
    primitives_ += 2;
    const double width = QFontMetricsF(planFont(theme_, 11)).horizontalAdvance(arrow.number) + 1;
    text({arrow.x1 - width - 5, arrow.y - 16, width, 15}, Qt::AlignCenter, arrow.number,
         arrow.number == flowRate(0) ? colours.mutedText : colours.text);
}

/// Those whom the leg before has failed branch off from it; none come from the callers.
void PipelinePainter::paintFallback(std::size_t r) {
    const Colours &colours = theme_.colours();
    const QRectF &place = geometry_.rows[r].fallback;
    const FlowArrow &first = geometry_.rows[r].arrows.front();
    const double x = place.left() + 9;
    const double y = geometry_.rows[r].middle + 0.5;
    painter_.setPen(QPen(colours.mutedText, 1));
    painter_.drawLine(QPointF(x, geometry_.rows[r - 1].middle + 0.5), QPointF(x, y));
    FlowArrow in = first;
    in.x0 = x;
    paintArrow(in);
    paintGlyph(painter_, Glyph::fallback, QPointF(x, y), 11, theme_);
    primitives_ += 2;
    if (pipeline_.rows[r].skipped > 0)
        text({place.left(), place.bottom() - 13, place.width(), 14}, Qt::AlignLeft | Qt::AlignVCenter,
             Words::tr("%1 skip").arg(flowRate(pipeline_.rows[r].skipped)), colours.mutedText);
}

/// A mark on the corner of a box of which the linter has something to say; what it is stands in the tip.
void PipelinePainter::paintAdvice(const QRectF &box) {
    const Colours &colours = theme_.colours();
    const QPointF centre(box.right() - 6, box.top());
    painter_.setPen(QPen(colours.pillEdge, 1));
    painter_.setBrush(colours.pillFill);
    painter_.drawEllipse(centre, 5, 5);
    ++primitives_;
    QFont font = planFont(theme_, 9, true);
    painter_.setFont(font);
    painter_.setPen(colours.pillText);
    painter_.drawText(QRectF(centre.x() - 6, centre.y() - 6, 12, 12), Qt::AlignCenter, "!");
    ++primitives_;
}

void PipelinePainter::paintOff(const QRectF &rect) {
    const Colours &colours = theme_.colours();
    painter_.setPen(QPen(geometry_.compact ? colours.mutedText : colours.ghost, 1, Qt::DashLine));
    painter_.setBrush(colours.panel);
    painter_.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    ++primitives_;
    if (!geometry_.compact) text(rect, Qt::AlignCenter, Words::tr("off"), colours.mutedText);
}

void PipelinePainter::paintBox(const QRectF &rect, const QString &first, const QString &second, bool strongFirst) {
    const Colours &colours = theme_.colours();
    frame(rect, colours.controlBorder);
    const QRectF inner = rect.adjusted(3, 0, -3, 0);
    if (second.isEmpty() || geometry_.low) return text(inner, Qt::AlignCenter, first, colours.text, strongFirst);
    const double middle = rect.center().y();
    text({inner.left(), middle - 14.5, inner.width(), 15}, Qt::AlignCenter, first, colours.text, strongFirst);
    text({inner.left(), middle - 0.5, inner.width(), 15}, Qt::AlignCenter, second, colours.text);
}

void PipelinePainter::paintService(const ServiceBox &service, const QRectF &rect) {
    paintBox(rect, service.name, service.state, true); // when low, its frame and its tip tell of trouble
    if (!service.trouble) return;
    painter_.setPen(QPen(signal_colour::failure, 2));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawRoundedRect(rect.adjusted(1, 1, -1, -1), kRadius, kRadius);
    ++primitives_;
}

} // namespace halfopen
