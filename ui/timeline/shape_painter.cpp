// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/shape_painter.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/theme/fills.h"

namespace halfopen {

namespace {

QColor colourOfAttempt(const ShapePart &part, const Theme &theme) {
    if (part.running || part.abandoned) return theme.colours().ghost;
    return colourOf(glyphOf(part.outcome), theme);
}

void outline(QPainter &p, const QRectF &rect, const QColor &colour) {
    p.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), colour);
    p.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colour);
    p.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), colour);
    p.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), colour);
}

} // namespace

ShapePainter::ShapePainter(QPainter &painter, const TimeAxis &axis, const ShapeStyle &style, const Theme &theme,
                           const Scenario &scenario)
    : p_(painter),
      axis_(axis),
      style_(style),
      theme_(theme),
      scenario_(scenario),
      hatching_(fillBrush(Fill::backoff, theme, painter.device()->devicePixelRatioF())),
      failed_(fillBrush(Fill::failed, theme, painter.device()->devicePixelRatioF())),
      waitTint_(blend(theme.colours().mutedText, theme.colours().panel, 0.16)),
      signs_(static_cast<std::size_t>(Glyph::policyB) + 1) {}

int ShapePainter::paint(const RequestShape &shape, double y) {
    shape_ = &shape;
    y_ = y;
    drawn_ = 0;
    // Waits first, then bars, then signs, so that nothing important is covered.
    layer(ShapePart::Kind::wait, [this](const ShapePart &part) { wait(part); });
    layer(ShapePart::Kind::diagnosis, [this](const ShapePart &part) { healing(part); });
    layer(ShapePart::Kind::remedy, [this](const ShapePart &part) { healing(part); });
    layer(ShapePart::Kind::attempt, [this](const ShapePart &part) { attempt(part); });
    refusals();
    layer(ShapePart::Kind::remedy, [this](const ShapePart &part) {
        if (!part.running) sign(part.helped ? Glyph::healed : Glyph::notHealed, axis_.x(part.to));
    });
    layer(ShapePart::Kind::fallback, [this](const ShapePart &part) { sign(Glyph::fallback, axis_.x(part.from)); });
    deadline();
    return drawn_;
}

template <class Draw>
void ShapePainter::layer(ShapePart::Kind kind, Draw draw) {
    double lastX = -1e9;
    for (const ShapePart &part : shape_->parts) {
        if (part.kind != kind) continue;
        const double x0 = axis_.x(part.from);
        const double x1 = axis_.x(part.to);
        const bool isWait = kind == ShapePart::Kind::wait;
        const double end = isWait ? axis_.x(saturating_add(part.from, part.longest)) : x1;
        if (std::max(x1, end) < axis_.left() - style_.glyph || x0 > axis_.right() + style_.glyph) continue;
        if (x1 - lastX < 1.0 && x1 - x0 < 1.0) continue;
        lastX = x1;
        ++drawn_;
        draw(part);
    }
}

QRectF ShapePainter::rect(double x0, double x1, double height) const {
    return QRectF(x0, std::round(y_ - height / 2), std::max(x1 - x0, 1.0), height);
}

void ShapePainter::wait(const ShapePart &part) {
    const double x0 = axis_.x(part.from);
    const QRectF hatched = rect(x0, axis_.x(part.to), style_.bar);
    const QRectF envelope = rect(x0, axis_.x(saturating_add(part.from, part.longest)), style_.bar);
    if (envelope.width() > hatched.width() + 0.5) outline(p_, envelope, theme_.colours().ghost);
    p_.fillRect(hatched, waitTint_);
    p_.fillRect(hatched, hatching_);
}

void ShapePainter::healing(const ShapePart &part) {
    const bool remedy = part.kind == ShapePart::Kind::remedy;
    const double height = std::max(2.0, std::round(style_.bar * (remedy ? 0.36 : 0.26)));
    const QColor colour = remedy ? signal_colour::healed : blend(signal_colour::healed, theme_.colours().panel, 0.55);
    p_.fillRect(rect(axis_.x(part.from), axis_.x(part.to), height), colour);
}

void ShapePainter::attempt(const ShapePart &part) {
    const QColor colour = colourOfAttempt(part, theme_);
    const QRectF bar = rect(axis_.x(part.from), axis_.x(part.to), style_.bar);
    if (style_.framed)
        framedBar(part, bar, colour);
    else
        plainBar(part, bar, colour);
    if (part.running || part.abandoned || part.outcome != kind_timeout) return;
    const double half = style_.framed ? 1.5 : 1.0;
    const double taller = style_.framed ? 4 : 2;
    p_.fillRect(rect(bar.right() - half, bar.right() + half, style_.bar + taller), theme_.colours().text);
}

/// A success is solid, a failure striped; what ended with a timeout has its bar at the end and is hollow.
void ShapePainter::plainBar(const ShapePart &part, const QRectF &bar, const QColor &colour) {
    p_.fillRect(bar, colour);
    if (part.running || part.abandoned || part.outcome == kSuccess) return;
    if (part.outcome != kind_timeout)
        p_.fillRect(bar, failed_);
    else if (bar.width() > 4 && bar.height() > 3)
        p_.fillRect(bar.adjusted(1, 1, -1, -1), blend(colour, theme_.colours().panel, 0.45));
}

void ShapePainter::framedBar(const ShapePart &part, const QRectF &bar, const QColor &colour) {
    const Colours &c = theme_.colours();
    const bool dark = theme_.mode() == Theme::Mode::dark;
    p_.fillRect(bar, blend(colour, c.panel, dark ? 0.55 : 0.38));
    if (bar.width() > 2) outline(p_, bar, !dark && part.outcome == kind_timeout ? c.glyphEdge : colour);

    const Glyph glyph = glyphOf(part.outcome);
    double room = bar.width() - 12;
    if (!part.running && glyph != Glyph::success && bar.width() >= 14) {
        const bool alone = bar.width() < 44;
        const double x = alone ? bar.center().x() - (glyph == Glyph::timeout ? 1 : 0) : bar.right() - 12;
        paintGlyphIn(p_, glyph, QPointF(x, bar.center().y()), std::min(12.0, style_.bar - 4), c.text);
        room -= 16;
    }
    const QFont font = theme_.font(11, true);
    const QFontMetricsF metrics(font);
    const QString number = QString::number(part.attempt);
    const QString name = QString::fromStdString(scenario_.services[part.service].name) + ' ' + number;
    const bool full = metrics.horizontalAdvance(name) <= room;
    if (!full && metrics.horizontalAdvance(number) > room) return;
    p_.setFont(font);
    p_.setPen(c.text);
    p_.drawText(QRectF(bar.left() + 8, bar.top(), room, bar.height()),
                (full ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignVCenter, full ? name : number);
}

void ShapePainter::sign(Glyph glyph, double x) {
    QPixmap &picture = signs_[static_cast<std::size_t>(glyph)];
    if (picture.isNull()) picture = glyphPixmap(glyph, style_.glyph, theme_, p_.device()->devicePixelRatioF());
    p_.drawPixmap(QPointF(x - style_.glyph / 2, y_ - style_.glyph / 2), picture);
}

void ShapePainter::refusals() {
    layer(ShapePart::Kind::refused, [this](const ShapePart &part) {
        sign(glyphOf(part.outcome), axis_.x(part.from) - (stepsAside(*shape_, part) ? style_.glyph : 0));
    });
}

void ShapePainter::deadline() {
    if (!shape_->deadline || (!style_.framed && shape_->ending != Ending::deadline)) return;
    const double x = std::round(axis_.x(saturating_add(shape_->started, *shape_->deadline)));
    if (x < axis_.left() || x > axis_.right()) return;
    p_.save();
    QPen pen(theme_.colours().text, 2, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({2.0, 1.0}); // in widths of the line: 4 px on, 2 px off
    p_.setPen(pen);
    const double half = style_.bar / 2 + (style_.framed ? 6 : 2);
    p_.drawLine(QPointF(x, y_ - half), QPointF(x, y_ + half));
    p_.restore();
    ++drawn_;
}

} // namespace halfopen
