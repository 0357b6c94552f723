// SPDX-License-Identifier: GPL-3.0-or-later
// The box of a breaker.
#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include "ui/flow/flow_words.h"
#include "ui/flow/pipeline_painter.h"
#include "ui/theme/fills.h"
#include "ui/theme/glyphs.h"

namespace halfopen {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::Pipeline)
};

constexpr double kGlyph = 15, kRing = 22, kPad = 6;
constexpr double kCellHeight = 8, kCellMax = 8, kSlot = 10;

class GaugePainter {
public:
    GaugePainter(QPainter &painter, const PipelineRow &row, const QRectF &rect, const Theme &theme)
        : painter_(painter), row_(row), rect_(rect), theme_(theme) {}
    std::size_t paint(bool selected);

private:
    void paintAtBalancer();
    void paintFrame(const QColor &edge, double width);
    void paintCells(QRectF within);
    void paintCell(const BreakerGauge::Cell &cell, const QRectF &rect, BreakerGauge::Cells kind);
    void paintLow(double left);
    void paintClosedNumbers(double right);
    void paintBeside(double left, double right);
    double paintRing();
    double paintSlots(double room);
    double widthOf(const QString &words, bool semibold = false) const {
        return QFontMetricsF(planFont(theme_, 11, semibold)).horizontalAdvance(words);
    }
    void text(const QRectF &rect, int flags, const QString &words, const QColor &colour, bool semibold = false);

    QPainter &painter_;
    const PipelineRow &row_;
    const QRectF rect_;
    const Theme &theme_;
    std::size_t drawn_ = 0;
};

void GaugePainter::text(const QRectF &rect, int flags, const QString &words, const QColor &colour, bool semibold) {
    if (words.isEmpty() || rect.width() <= 0) return;
    const QFont font = planFont(theme_, 11, semibold);
    painter_.setFont(font);
    painter_.setPen(colour);
    painter_.drawText(rect, flags, QFontMetricsF(font).elidedText(words, Qt::ElideRight, rect.width() + 0.5));
    ++drawn_;
}

void GaugePainter::paintFrame(const QColor &edge, double width) {
    painter_.setPen(QPen(edge, width));
    painter_.setBrush(theme_.colours().raised);
    painter_.drawRoundedRect(rect_.adjusted(width / 2, width / 2, -width / 2, -width / 2), 4, 4);
    ++drawn_;
}

void GaugePainter::paintAtBalancer() {
    const Colours &colours = theme_.colours();
    paintFrame(row_.replicasOut.value_or(0) > 0 ? signal_colour::open : colours.controlBorder,
               row_.replicasOut.value_or(0) > 0 ? 2 : 1);
    const double middle = rect_.center().y();
    const QRectF inner = rect_.adjusted(kPad, 0, -kPad, 0);
    const QString out = Words::tr("%1 of %2 replicas out").arg(row_.replicasOut.value_or(0)).arg(row_.replicas);
    if (rect_.height() < 30) return text(inner, Qt::AlignLeft | Qt::AlignVCenter, out, colours.text);
    text({inner.left(), middle - 14.5, inner.width(), 15}, Qt::AlignLeft | Qt::AlignVCenter, Words::tr("at the balancer"), colours.text, true);
    text({inner.left(), middle - 0.5, inner.width(), 15}, Qt::AlignLeft | Qt::AlignVCenter, out, colours.text);
}

/// A cell tells a failure by its cross and a slow call by its half, not by colour alone.
void GaugePainter::paintCell(const BreakerGauge::Cell &cell, const QRectF &rect, BreakerGauge::Cells kind) {
    const Colours &colours = theme_.colours();
    ++drawn_;
    if (cell.calls == 0) {
        painter_.setPen(QPen(colours.ghost, 1));
        painter_.setBrush(Qt::NoBrush);
        painter_.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
    const double failed = rect.height() * std::min(1.0, static_cast<double>(cell.failures) / cell.calls);
    const double good = rect.height() - failed;
    if (good > 0) painter_.fillRect(QRectF(rect.left(), rect.top(), rect.width(), good), signal_colour::success);
    if (failed <= 0) return;
    const QRectF bad(rect.left(), rect.bottom() - failed, rect.width(), failed);
    painter_.fillRect(bad, signal_colour::failure);
    if (rect.width() < 5 || (kind == BreakerGauge::Cells::buckets && failed < rect.height())) return;
    painter_.setPen(QPen(colours.panel, 1.2));
    painter_.drawLine(rect.topLeft() + QPointF(1.5, 1.5), rect.bottomRight() - QPointF(1.5, 1.5));
    painter_.drawLine(rect.bottomLeft() + QPointF(1.5, -1.5), rect.topRight() + QPointF(-1.5, 1.5));
    ++drawn_;
}

void GaugePainter::paintCells(QRectF within) {
    const BreakerGauge &gauge = *row_.gauge;
    if (gauge.cells.empty() || within.width() < 12) return;
    const auto count = static_cast<double>(gauge.cells.size());
    const double pitch = std::min(kCellMax + 2, within.width() / count);
    const double gap = pitch >= 5 ? 2 : pitch >= 3 ? 1 : 0;
    painter_.setRenderHint(QPainter::Antialiasing, pitch < 4);
    for (std::size_t i = 0; i < gauge.cells.size(); ++i) {
        const double x = within.left() + std::round(static_cast<double>(i) * pitch);
        const double next = within.left() + std::round(static_cast<double>(i + 1) * pitch);
        paintCell(gauge.cells[i], QRectF(x, std::round(within.center().y() - kCellHeight / 2), std::max(1.0, next - x - gap), kCellHeight), gauge.kind);
    }
    painter_.setRenderHint(QPainter::Antialiasing, true);
    // The gate: so many calls must stand left of it before a rate can trip.
    const auto needed = static_cast<double>(gauge.needed) / static_cast<double>(gauge.folded);
    if (gauge.kind != BreakerGauge::Cells::results || gauge.needed < 2 || needed >= count) return;
    const double x = within.left() + std::round(needed * pitch) - 0.5;
    painter_.setPen(QPen(theme_.colours().text, 1));
    painter_.drawLine(QPointF(x, within.center().y() - 7), QPointF(x, within.center().y() + 7));
    ++drawn_;
}

/// The share of the open time that is left, clockwise from the top. Gives the width that it took.
double GaugePainter::paintRing() {
    const double z = std::min(kRing, rect_.height() - 8);
    const QRectF ring(rect_.right() - kPad - z + 1.5, rect_.center().y() - z / 2 + 1.5, z - 3, z - 3);
    painter_.setBrush(Qt::NoBrush);
    painter_.setPen(QPen(theme_.colours().border, 3.5));
    painter_.drawEllipse(ring);
    painter_.setPen(QPen(signal_colour::open, 3.5, Qt::SolidLine, Qt::FlatCap));
    painter_.drawArc(ring, 90 * 16, static_cast<int>(std::round(row_.gauge->leftShare * 360 * 16)));
    drawn_ += 2;
    return z + 6;
}

/// A slot for each probe: filled when it is taken. Gives the width that they took; none when there is no room.
double GaugePainter::paintSlots(double room) {
    const BreakerGauge &gauge = *row_.gauge;
    const int shown = std::min({gauge.probes, 6, static_cast<int>((room - 4) / (kSlot + 2))});
    if (shown <= 0) return 0;
    const double width = shown * (kSlot + 2);
    double x = rect_.right() - kPad - width + 2;
    const double y = std::round(rect_.center().y() + 7 - kSlot / 2);
    for (int i = 0; i < shown; ++i, x += kSlot + 2) {
        const QRectF slot(std::round(x), y, kSlot, kSlot - 2);
        // Of more slots than there is room for, each stands for several.
        const bool taken = i < gauge.probesTaken * shown / std::max(1, gauge.probes) || (i == 0 && gauge.probesTaken > 0);
        if (taken) painter_.fillRect(slot, fillBrush(Fill::halfOpen, theme_, painter_.device()->devicePixelRatioF() * theme_.zoom()));
        painter_.setPen(QPen(taken ? signal_colour::halfOpen : theme_.colours().controlBorder, 1));
        painter_.setBrush(Qt::NoBrush);
        painter_.drawRect(slot.adjusted(0.5, 0.5, -0.5, -0.5));
        drawn_ += 2;
    }
    return width + 4;
}

/// To the right of the state: what is refused, or how near a closed breaker is to opening.
void GaugePainter::paintBeside(double left, double right) {
    const BreakerGauge &gauge = *row_.gauge;
    const double top = rect_.center().y() - 14.5;
    if (gauge.state == BreakerState::closed) {
        if (gauge.kind == BreakerGauge::Cells::count) return; // it stands beside the cells
        const QString now = gauge.gated ? gauge.gate : gauge.near;
        return text({left, top, right - left, 15}, Qt::AlignRight | Qt::AlignVCenter, now, theme_.colours().text);
    }
    const QString refused = flowRate(row_.refusedPerSecond);
    const double width = widthOf(refused) + 1;
    text({right - width, top, width, 15}, Qt::AlignRight | Qt::AlignVCenter, refused, theme_.colours().text);
    paintGlyph(painter_, Glyph::refused, QPointF(right - width - 8, top + 7.5), 11, theme_);
    ++drawn_;
}

/// One line: the sign, the state, and the number that matters most in it.
void GaugePainter::paintLow(double left) {
    const BreakerGauge &gauge = *row_.gauge;
    const Colours &colours = theme_.colours();
    const QString word = wordOf(glyphOf(gauge.state));
    const double right = rect_.right() - kPad;
    text({left, rect_.top(), right - left, rect_.height()}, Qt::AlignLeft | Qt::AlignVCenter, word, colours.text, true);
    QString number = gauge.gated ? gauge.gate : gauge.near;
    if (gauge.state == BreakerState::open) number = gauge.left ? shortDuration(*gauge.left) : QString();
    if (gauge.state == BreakerState::half_open)
        number = gauge.probes > 0 ? Words::tr("%1 of %2").arg(gauge.probesTaken).arg(gauge.probes) : QString();
    const double from = left + widthOf(word, true) + 6;
    if (gauge.state == BreakerState::closed && widthOf(number) > right - from) {
        const auto limit = static_cast<std::size_t>(gauge.needed);
        number = gauge.gated ? Words::tr("%1 of %2").arg(gauge.calls).arg(limit)
                             : Words::tr("%1 of %2").arg(gauge.measured).arg(gauge.cells.size() * gauge.folded);
    }
    text({from, rect_.top(), right - from, rect_.height()}, Qt::AlignRight | Qt::AlignVCenter, number, colours.text);
}

void GaugePainter::paintClosedNumbers(double right) {
    const BreakerGauge &gauge = *row_.gauge;
    const bool counts = gauge.kind == BreakerGauge::Cells::count;
    const double middle = rect_.center().y();
    const QString words = counts ? gauge.near : gauge.detail;
    const double width = words.isEmpty() ? 0 : widthOf(words) + 6;
    paintCells({rect_.left() + kPad, middle + 1, right - rect_.left() - kPad - width, 13});
    text({right - width, middle - 0.5, width, 15}, Qt::AlignRight | Qt::AlignVCenter, words,
         counts ? theme_.colours().text : theme_.colours().mutedText);
}

std::size_t GaugePainter::paint(bool selected) {
    if (!row_.gauge) {
        paintAtBalancer();
        return drawn_;
    }
    const BreakerGauge &gauge = *row_.gauge;
    const Colours &colours = theme_.colours();
    const Glyph glyph = glyphOf(gauge.state);
    const bool closed = gauge.state == BreakerState::closed, low = rect_.height() < 30;
    paintFrame(closed ? (selected ? colours.text : colours.controlBorder) : colourOf(glyph, theme_),
               selected || !closed ? 2 : 1);
    const double middle = rect_.center().y(), left = rect_.left() + kPad + kGlyph + 5;
    double right = rect_.right() - kPad;
    paintGlyph(painter_, glyph, QPointF(rect_.left() + kPad + kGlyph / 2, closed && !low ? middle - 7 : middle), kGlyph, theme_);
    ++drawn_;
    if (low) {
        paintLow(left);
        return drawn_;
    }
    if (gauge.state == BreakerState::open && gauge.left) right -= paintRing();
    const QString word = wordOf(glyph);
    text({left, middle - 14.5, right - left, 15}, Qt::AlignLeft | Qt::AlignVCenter, word, colours.text, true);
    paintBeside(left + widthOf(word, true) + 8, right);
    if (closed) {
        paintClosedNumbers(right);
        return drawn_;
    }
    if (gauge.state == BreakerState::half_open) right -= paintSlots(right - left - widthOf(gauge.detail));
    text({left, middle - 0.5, right - left, 15}, Qt::AlignLeft | Qt::AlignVCenter, gauge.detail, colours.text);
    return drawn_;
}

} // namespace

std::size_t paintGauge(QPainter &painter, const PipelineRow &row, const QRectF &rect, const Theme &theme, bool selected) {
    return GaugePainter(painter, row, rect, theme).paint(selected);
}

} // namespace halfopen
