// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/glyphs.h"

#include <cmath>
#include <optional>

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

namespace halfopen {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::Glyphs)
};

/// What a shape is drawn with: its colour and, where that is pale for the ground, an edge.
struct Ink {
    QColor colour;
    std::optional<QColor> edge;
};

QPolygonF triangle(QPointF c, double z, double direction) {
    const double half = 0.40 * z;
    const double height = 0.36 * z;
    return QPolygonF{QPointF(c.x() - half, c.y() - direction * height),
                     QPointF(c.x() + half, c.y() - direction * height), QPointF(c.x(), c.y() + direction * height)};
}

void disc(QPainter &p, QPointF c, double z, const Ink &ink) {
    p.setPen(ink.edge ? QPen(*ink.edge, 1) : QPen(Qt::NoPen));
    p.setBrush(ink.colour);
    p.drawEllipse(c, 0.36 * z, 0.36 * z);
}

void openRing(QPainter &p, QPointF c, double z, const Ink &ink) {
    constexpr double gapDegrees = 76;
    const double r = 0.38 * z - 0.085 * z; // the stroke's outer side lies on 0.38 z
    p.setPen(QPen(ink.colour, 0.17 * z, Qt::SolidLine, Qt::FlatCap));
    p.setBrush(Qt::NoBrush);
    p.drawArc(QRectF(c.x() - r, c.y() - r, 2 * r, 2 * r), static_cast<int>((90 + gapDegrees / 2) * 16),
              static_cast<int>((360 - gapDegrees) * 16));
}

void halfDisc(QPainter &p, QPointF c, double z, const Ink &ink) {
    const double stroke = 0.12 * z;
    const double r = 0.40 * z;
    if (ink.edge) {
        p.setPen(Qt::NoPen);
        p.setBrush(*ink.edge);
        p.drawEllipse(c, r + 1, r + 1);
        p.setBrush(Qt::white);
        p.drawEllipse(c, r, r);
    }
    const double mid = r - stroke / 2;
    p.setPen(QPen(ink.colour, stroke));
    p.setBrush(Qt::NoBrush);
    p.drawEllipse(c, mid, mid);
    p.setPen(Qt::NoPen);
    p.setBrush(ink.colour);
    p.drawPie(QRectF(c.x() - mid, c.y() - mid, 2 * mid, 2 * mid), 90 * 16, 180 * 16);
}

void square(QPainter &p, QPointF c, double z, const Ink &ink) {
    const double side = 0.72 * z;
    p.setPen(QPen(ink.edge.value_or(ink.colour), std::max(1.0, 0.13 * z), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    p.setBrush(Qt::NoBrush);
    p.drawRect(QRectF(c.x() - side / 2, c.y() - side / 2, side, side));
}

void saltire(QPainter &p, QPointF c, double z, const Ink &ink) {
    const double arm = 0.30 * z;
    p.setPen(QPen(ink.colour, 0.17 * z, Qt::SolidLine, Qt::FlatCap));
    p.drawLine(QPointF(c.x() - arm, c.y() - arm), QPointF(c.x() + arm, c.y() + arm));
    p.drawLine(QPointF(c.x() - arm, c.y() + arm), QPointF(c.x() + arm, c.y() - arm));
}

void hourglass(QPainter &p, QPointF c, double z, const Ink &ink) {
    const double h = 0.36 * z;
    const double w = 0.30 * z;
    const double neck = 0.05 * z;
    const QPolygonF shape{QPointF(c.x() - w, c.y() - h), QPointF(c.x() + w, c.y() - h), QPointF(c.x() + neck, c.y()),
                          QPointF(c.x() + w, c.y() + h), QPointF(c.x() - w, c.y() + h), QPointF(c.x() - neck, c.y())};
    p.setPen(ink.edge ? QPen(*ink.edge, std::max(0.8, 0.08 * z), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin)
                      : QPen(Qt::NoPen));
    p.setBrush(ink.colour);
    p.drawPolygon(shape);
    // Lids make it an hourglass rather than two triangles.
    p.setPen(QPen(ink.edge.value_or(ink.colour), std::max(1.0, 0.12 * z), Qt::SolidLine, Qt::FlatCap));
    p.drawLine(QPointF(c.x() - w - 0.04 * z, c.y() - h), QPointF(c.x() + w + 0.04 * z, c.y() - h));
    p.drawLine(QPointF(c.x() - w - 0.04 * z, c.y() + h), QPointF(c.x() + w + 0.04 * z, c.y() + h));
}

void slashedRing(QPainter &p, QPointF c, double z, const Ink &ink) {
    const double r = 0.34 * z;
    const double d = r / std::sqrt(2.0);
    p.setPen(QPen(ink.colour, std::max(1.1, 0.13 * z)));
    p.setBrush(Qt::NoBrush);
    p.drawEllipse(c, r, r);
    p.setPen(QPen(ink.edge.value_or(ink.colour), std::max(1.1, 0.13 * z), Qt::SolidLine, Qt::FlatCap));
    p.drawLine(QPointF(c.x() - d, c.y() + d), QPointF(c.x() + d, c.y() - d));
}

void hollowTriangle(QPainter &p, QPointF c, double z, const Ink &ink, double direction) {
    p.setPen(QPen(ink.edge.value_or(ink.colour), std::max(1.2, 0.13 * z), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    p.setBrush(Qt::NoBrush);
    p.drawPolygon(triangle(c, z, direction));
}

void diamond(QPainter &p, QPointF c, double z, const Ink &ink) {
    const double h = 0.44 * z;
    p.setPen(ink.edge ? QPen(*ink.edge, 1, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin) : QPen(Qt::NoPen));
    p.setBrush(ink.colour);
    p.drawPolygon(QPolygonF{QPointF(c.x(), c.y() - h), QPointF(c.x() + h, c.y()), QPointF(c.x(), c.y() + h),
                            QPointF(c.x() - h, c.y())});
}

void uprightCross(QPainter &p, QPointF c, double z, const Ink &ink) {
    const double h = 0.40 * z;
    const double arm = 0.28 * z;
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRect(QRectF(c.x() - h, c.y() - arm / 2, 2 * h, arm));
    path.addRect(QRectF(c.x() - arm / 2, c.y() - h, arm, 2 * h));
    p.setPen(Qt::NoPen);
    p.setBrush(ink.colour);
    p.drawPath(path);
}

void paintShape(QPainter &p, Glyph glyph, QPointF c, double z, const Ink &ink) {
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    switch (glyph) {
    case Glyph::closed:
    case Glyph::success:
    case Glyph::policyA: disc(p, c, z, ink); break;
    case Glyph::open: openRing(p, c, z, ink); break;
    case Glyph::halfOpen: halfDisc(p, c, z, ink); break;
    case Glyph::forced: square(p, c, z, ink); break;
    case Glyph::failure: saltire(p, c, z, ink); break;
    case Glyph::timeout: hourglass(p, c, z, ink); break;
    case Glyph::refused: slashedRing(p, c, z, ink); break;
    case Glyph::shed: hollowTriangle(p, c, z, ink, 1.0); break;
    case Glyph::policyB: hollowTriangle(p, c, z, ink, -1.0); break;
    case Glyph::fallback: diamond(p, c, z, ink); break;
    case Glyph::healed:
    case Glyph::notHealed: uprightCross(p, c, z, ink); break;
    }
    p.restore();
}

bool isPaleOnLight(Glyph glyph) {
    switch (glyph) {
    case Glyph::halfOpen:
    case Glyph::forced:
    case Glyph::timeout:
    case Glyph::refused:
    case Glyph::shed:
    case Glyph::fallback: return true;
    default: return false;
    }
}

Ink inkOf(Glyph glyph, const Theme &theme) {
    Ink ink{colourOf(glyph, theme), std::nullopt};
    const bool edged = glyph == Glyph::fallback || (theme.mode() == Theme::Mode::light && isPaleOnLight(glyph));
    if (edged) ink.edge = theme.colours().glyphEdge;
    return ink;
}

} // namespace

Glyph glyphOf(BreakerState state) {
    switch (state) {
    case BreakerState::closed: return Glyph::closed;
    case BreakerState::open: return Glyph::open;
    case BreakerState::half_open: return Glyph::halfOpen;
    }
    return Glyph::forced;
}

Glyph glyphOf(Outcome outcome) {
    switch (outcome) {
    case kSuccess: return Glyph::success;
    case kind_timeout:
    case kind_deadline: return Glyph::timeout;
    case kind_breaker_open: return Glyph::refused;
    case kind_bulkhead_full:
    case kind_rate_limited_locally:
    case kind_budget_empty: return Glyph::shed;
    default: return Glyph::failure;
    }
}

QColor colourOf(Glyph glyph, const Theme &theme) {
    switch (glyph) {
    case Glyph::closed: return signal_colour::closed;
    case Glyph::open: return signal_colour::open;
    case Glyph::halfOpen: return signal_colour::halfOpen;
    case Glyph::forced:
    case Glyph::notHealed: return signal_colour::forced;
    case Glyph::success: return signal_colour::success;
    case Glyph::failure: return signal_colour::failure;
    case Glyph::timeout: return signal_colour::timeout;
    case Glyph::refused: return signal_colour::refused;
    case Glyph::shed: return signal_colour::shed;
    case Glyph::fallback: return signal_colour::fallback;
    case Glyph::healed: return signal_colour::healed;
    case Glyph::policyA:
    case Glyph::policyB: break;
    }
    return theme.colours().text;
}

QString wordOf(Glyph glyph) {
    switch (glyph) {
    case Glyph::closed: return "CLOSED";
    case Glyph::open: return "OPEN";
    case Glyph::halfOpen: return "HALF_OPEN";
    case Glyph::forced: return Words::tr("forced");
    case Glyph::success: return Words::tr("success");
    case Glyph::failure: return Words::tr("failure");
    case Glyph::timeout: return Words::tr("timeout");
    case Glyph::refused: return Words::tr("refused");
    case Glyph::shed: return Words::tr("shed");
    case Glyph::fallback: return Words::tr("fallback");
    case Glyph::healed: return Words::tr("healed");
    case Glyph::notHealed: return Words::tr("remedy did not help");
    case Glyph::policyA: return "A";
    case Glyph::policyB: return "B";
    }
    return {};
}

void paintGlyph(QPainter &painter, Glyph glyph, QPointF centre, double z, const Theme &theme) {
    paintShape(painter, glyph, centre, z, inkOf(glyph, theme));
}

void paintGlyphIn(QPainter &painter, Glyph glyph, QPointF centre, double z, const QColor &colour) {
    paintShape(painter, glyph, centre, z, Ink{colour, std::nullopt});
}

void paintGlyphOnDisc(QPainter &painter, Glyph glyph, QPointF centre, double z, const Theme &theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colours().panel);
    painter.drawEllipse(centre, 0.5 * z + 1, 0.5 * z + 1);
    painter.restore();
    paintGlyph(painter, glyph, centre, z, theme);
}

QPixmap glyphPixmap(Glyph glyph, double z, const Theme &theme, double devicePixelRatio) {
    const QString key = QString("halfopen-glyph-%1-%2-%3-%4")
                            .arg(static_cast<int>(glyph))
                            .arg(z)
                            .arg(static_cast<int>(theme.mode()))
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    const int side = static_cast<int>(std::ceil(z * devicePixelRatio));
    pixmap = QPixmap(side, side);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintGlyph(painter, glyph, QPointF(z / 2, z / 2), z, theme);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon glyphIcon(Glyph glyph, const Theme &theme, int z) {
    QIcon icon;
    for (const double ratio : {1.0, 2.0})
        icon.addPixmap(glyphPixmap(glyph, z, theme, ratio));
    return icon;
}

} // namespace halfopen
