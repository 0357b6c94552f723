// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/shape_painter.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/theme/fills.h"
#include "ui/theme/glyphs.h"

namespace halfopen {

namespace {

QColor colourOfAttempt(const ShapePart& part, const Theme& theme)
{
    if (part.running || part.abandoned)
        return theme.colours().ghost;
    return colourOf(glyphOf(part.outcome), theme);
}

/// Draws the parts of one request. Waits first, then bars, then signs, so that nothing important is covered.
class ShapePainter {
public:
    ShapePainter(QPainter& painter, const RequestShape& shape, const TimeAxis& axis, double y, const ShapeStyle& style,
                 const Theme& theme, const Scenario& scenario)
        : p_(painter), shape_(shape), axis_(axis), y_(y), style_(style), theme_(theme), scenario_(scenario)
    {
    }

    int paint()
    {
        layer(ShapePart::Kind::wait, [this](const ShapePart& part) { wait(part); });
        layer(ShapePart::Kind::diagnosis, [this](const ShapePart& part) { healing(part); });
        layer(ShapePart::Kind::remedy, [this](const ShapePart& part) { healing(part); });
        layer(ShapePart::Kind::attempt, [this](const ShapePart& part) { attempt(part); });
        layer(ShapePart::Kind::refused, [this](const ShapePart& part) { sign(glyphOf(part.outcome), part.from); });
        layer(ShapePart::Kind::remedy, [this](const ShapePart& part) {
            if (!part.running)
                sign(part.helped ? Glyph::healed : Glyph::notHealed, part.to);
        });
        layer(ShapePart::Kind::fallback, [this](const ShapePart& part) { sign(Glyph::fallback, part.from); });
        deadline();
        return drawn_;
    }

private:
    template <class Draw>
    void layer(ShapePart::Kind kind, Draw draw)
    {
        double lastX = -1e9;
        for (const ShapePart& part : shape_.parts) {
            if (part.kind != kind)
                continue;
            const double x0 = axis_.x(part.from);
            const double x1 = axis_.x(part.to);
            const double beyond = kind == ShapePart::Kind::wait ? axis_.x(saturating_add(part.from, part.longest)) : x1;
            if (std::max(x1, beyond) < axis_.left() - style_.glyph || x0 > axis_.right() + style_.glyph)
                continue;
            if (x1 - lastX < 1.0 && x1 - x0 < 1.0)
                continue;
            lastX = x1;
            ++drawn_;
            draw(part);
        }
    }

    QRectF rect(double x0, double x1, double height) const
    {
        return QRectF(x0, std::round(y_ - height / 2), std::max(x1 - x0, 1.0), height);
    }

    void wait(const ShapePart& part)
    {
        const double x0 = axis_.x(part.from);
        const QRectF hatched = rect(x0, axis_.x(part.to), style_.bar);
        const QRectF envelope = rect(x0, axis_.x(saturating_add(part.from, part.longest)), style_.bar);
        paintBackoff(p_, hatched, envelope, theme_);
    }

    void healing(const ShapePart& part)
    {
        const bool remedy = part.kind == ShapePart::Kind::remedy;
        const double height = std::round(style_.bar * (remedy ? 0.36 : 0.26));
        const QColor colour = remedy ? signal_colour::healed : blend(signal_colour::healed, theme_.colours().panel, 0.55);
        p_.fillRect(rect(axis_.x(part.from), axis_.x(part.to), std::max(2.0, height)), colour);
    }

    void attempt(const ShapePart& part)
    {
        const QColor colour = colourOfAttempt(part, theme_);
        const QRectF bar = rect(axis_.x(part.from), axis_.x(part.to), style_.bar);
        if (style_.framed)
            framedBar(part, bar, colour);
        else
            p_.fillRect(bar, colour);
        if (part.running)
            return;
        if (part.outcome == kind_timeout && !part.abandoned) {
            const double width = style_.framed ? 3 : 2;
            const QRectF mark = rect(bar.right() - width / 2, bar.right() + width / 2, style_.bar + (style_.framed ? 4 : 2));
            p_.fillRect(mark, theme_.colours().text);
        }
    }

    void framedBar(const ShapePart& part, const QRectF& bar, const QColor& colour)
    {
        const Colours& c = theme_.colours();
        p_.fillRect(bar, blend(colour, c.panel, theme_.mode() == Theme::Mode::dark ? 0.55 : 0.38));
        p_.save();
        p_.setPen(QPen(theme_.mode() == Theme::Mode::light && part.outcome == kind_timeout ? c.glyphEdge : colour, 1));
        p_.setBrush(Qt::NoBrush);
        if (bar.width() > 2)
            p_.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
        p_.restore();

        const Glyph glyph = glyphOf(part.outcome);
        const bool signs = !part.running && glyph != Glyph::success;
        double room = bar.width() - 12;
        if (signs && bar.width() >= 14) {
            const double z = std::min(12.0, style_.bar - 4);
            const bool alone = bar.width() < 44;
            const QPointF centre(alone ? bar.center().x() - (glyph == Glyph::timeout ? 1 : 0) : bar.right() - 12, bar.center().y());
            paintGlyphIn(p_, glyph, centre, z, c.text);
            room -= 16;
        }
        const QFont font = theme_.font(11, true);
        const QFontMetricsF metrics(font);
        const QString number = QString::number(part.attempt);
        const QString name = QString::fromStdString(scenario_.services[part.service].name) + ' ' + number;
        const bool full = metrics.horizontalAdvance(name) <= room;
        if (!full && metrics.horizontalAdvance(number) > room)
            return;
        p_.setFont(font);
        p_.setPen(c.text);
        const QRectF space(bar.left() + 6, bar.top(), room + 2, bar.height());
        p_.drawText(space, (full ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignVCenter, full ? name : number);
    }

    void sign(Glyph glyph, SimTime t)
    {
        const QPixmap picture = glyphPixmap(glyph, style_.glyph, theme_, p_.device()->devicePixelRatioF());
        p_.drawPixmap(QPointF(axis_.x(t) - style_.glyph / 2, y_ - style_.glyph / 2), picture);
    }

    void deadline()
    {
        if (!shape_.deadline || (!style_.framed && shape_.ending != Ending::deadline))
            return;
        const SimTime at = saturating_add(shape_.started, *shape_.deadline);
        const double x = std::round(axis_.x(at));
        if (x < axis_.left() || x > axis_.right() || (shape_.inFlight && !style_.framed))
            return;
        p_.save();
        QPen pen(theme_.colours().text, 2, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({2.0, 1.0}); // in widths: 4 px on, 2 px off
        p_.setPen(pen);
        const double half = style_.bar / 2 + (style_.framed ? 6 : 2);
        p_.drawLine(QPointF(x, y_ - half), QPointF(x, y_ + half));
        p_.restore();
        ++drawn_;
    }

    QPainter& p_;
    const RequestShape& shape_;
    const TimeAxis& axis_;
    double y_;
    const ShapeStyle& style_;
    const Theme& theme_;
    const Scenario& scenario_;
    int drawn_ = 0;
};

} // namespace

int paintRequestShape(QPainter& painter, const RequestShape& shape, const TimeAxis& axis, double y,
                      const ShapeStyle& style, const Theme& theme, const Scenario& scenario)
{
    return ShapePainter(painter, shape, axis, y, style, theme, scenario).paint();
}

} // namespace halfopen
