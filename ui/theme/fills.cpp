// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fills.h"

#include <cmath>

#include <QPaintDevice>
#include <QPainter>
#include <QPixmapCache>

namespace halfopen {

namespace {

/// Stripes at 45 degrees. `period` is counted along x: the tile's side.
QPixmap stripes(int period, double width, const QColor &colour, bool rising, double ratio) {
    const int side = static_cast<int>(std::lround(period * ratio));
    QPixmap tile(side, side);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width * ratio, Qt::SolidLine, Qt::FlatCap));
    for (int k = -1; k <= 2; ++k) {
        const double x = k * side;
        if (rising)
            painter.drawLine(QPointF(x - side, 2.0 * side), QPointF(x + 2 * side, -1.0 * side));
        else
            painter.drawLine(QPointF(x - 2 * side, -1.0 * side), QPointF(x + side, 2.0 * side));
    }
    return tile;
}

QPixmap dots(int period, int dot, const QColor &colour, double ratio) {
    const int side = static_cast<int>(std::lround(period * ratio));
    QPixmap tile(side, side);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    const double at = std::floor((period - dot) / 2.0) * ratio;
    painter.fillRect(QRectF(at, at, dot * ratio, dot * ratio), colour);
    return tile;
}

QPixmap tileOf(Fill fill, const Theme &theme, double ratio) {
    const Colours &c = theme.colours();
    switch (fill) {
    case Fill::open: return stripes(10, 3.0, signal_colour::open, true, ratio);
    case Fill::halfOpen: return dots(5, 2, signal_colour::halfOpen, ratio);
    case Fill::backoff: return stripes(6, 1.3, c.mutedText, false, ratio);
    case Fill::notComputed: return stripes(8, 1.0, c.border, true, ratio);
    case Fill::failed: return stripes(4, 1.4, c.panel, false, ratio);
    case Fill::retriedSuccess: return stripes(7, 2.0, signal_colour::success, true, ratio);
    }
    return {};
}

double ratioOf(const QPainter &painter) { return painter.device()->devicePixelRatioF(); }

void frame(QPainter &painter, const QRectF &rect, const QColor &colour) {
    const double w = std::min(1.0, rect.width() / 2);
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), colour);
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colour);
    painter.fillRect(QRectF(rect.left(), rect.top(), w, rect.height()), colour);
    painter.fillRect(QRectF(rect.right() - w, rect.top(), w, rect.height()), colour);
}

} // namespace

QBrush fillBrush(Fill fill, const Theme &theme, double devicePixelRatio) {
    const QString key = QString("halfopen-fill-%1-%2-%3")
                            .arg(static_cast<int>(fill))
                            .arg(static_cast<int>(theme.mode()))
                            .arg(devicePixelRatio);
    QPixmap tile;
    if (!QPixmapCache::find(key, &tile)) {
        tile = tileOf(fill, theme, devicePixelRatio);
        QPixmapCache::insert(key, tile);
    }
    QBrush brush(tile);
    brush.setTransform(QTransform::fromScale(1 / devicePixelRatio, 1 / devicePixelRatio));
    return brush;
}

void paintOpen(QPainter &painter, const QRectF &rect, const Theme &theme) {
    const double tint = theme.mode() == Theme::Mode::dark ? 0.42 : 0.30;
    painter.fillRect(rect, blend(signal_colour::open, theme.colours().panel, tint));
    painter.fillRect(rect, fillBrush(Fill::open, theme, ratioOf(painter)));
    frame(painter, rect, signal_colour::open);
}

void paintHalfOpen(QPainter &painter, const QRectF &rect, const Theme &theme) {
    painter.fillRect(rect, blend(signal_colour::halfOpen, theme.colours().panel, 0.35));
    painter.fillRect(rect, fillBrush(Fill::halfOpen, theme, ratioOf(painter)));
    const bool light = theme.mode() == Theme::Mode::light;
    frame(painter, rect, light ? theme.colours().glyphEdge : signal_colour::halfOpen);
}

void paintClosed(QPainter &painter, const QRectF &lane) {
    const double height = std::min(4.0, lane.height());
    painter.fillRect(QRectF(lane.left(), std::round(lane.center().y() - height / 2), lane.width(), height),
                     signal_colour::closed);
}

void paintBackoff(QPainter &painter, const QRectF &wait, const QRectF &envelope, const Theme &theme) {
    if (envelope.width() > wait.width() + 0.5) frame(painter, envelope, theme.colours().ghost);
    painter.fillRect(wait, blend(theme.colours().mutedText, theme.colours().panel, 0.16));
    painter.fillRect(wait, fillBrush(Fill::backoff, theme, ratioOf(painter)));
}

void paintNotComputed(QPainter &painter, const QRectF &rect, const Theme &theme) {
    painter.fillRect(rect, fillBrush(Fill::notComputed, theme, ratioOf(painter)));
}

QColor blend(const QColor &over, const QColor &ground, double opacity) {
    const auto mix = [opacity](int a, int b) { return static_cast<int>(std::lround(a * opacity + b * (1 - opacity))); };
    return QColor(mix(over.red(), ground.red()), mix(over.green(), ground.green()), mix(over.blue(), ground.blue()));
}

} // namespace halfopen
