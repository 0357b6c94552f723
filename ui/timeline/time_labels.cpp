// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/time_labels.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/timeline/track.h"

namespace halfopen {

namespace {

QRectF labelRect(const TimeAxis &axis, const TimeTick &tick, const QFontMetricsF &metrics, double bottom) {
    const double width = metrics.horizontalAdvance(tick.label);
    const double x = std::round(axis.x(tick.at));
    const double left =
        std::clamp(x - width / 2, axis.left() - 8, std::max(axis.left() - 8, axis.right() + 10 - width));
    return QRectF(left, bottom - 18, width, 14);
}

} // namespace

void paintTickLabels(QPainter &painter, const TimeAxis &axis, const Theme &theme, double bottom) {
    const QFont font = theme.font(11);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(theme.colours().mutedText);
    for (const TimeTick &tick : axis.ticks())
        painter.drawText(labelRect(axis, tick, metrics, bottom), Qt::AlignCenter, tick.label);
}

void clearTickLabels(QPainter &painter, const TimeAxis &axis, const Theme &theme, double bottom, const QRectF &rect) {
    const QFontMetricsF metrics(theme.font(11));
    for (const TimeTick &tick : axis.ticks()) {
        const QRectF label = labelRect(axis, tick, metrics, bottom).adjusted(-1, 0, 1, 0);
        if (label.intersects(rect)) painter.fillRect(label, theme.colours().panel);
    }
}

void paintTimeChip(QPainter &painter, const TimeAxis &axis, SimTime t, const Theme &theme, double bottom, bool strong) {
    const double x = axis.x(t);
    if (x < axis.left() - 0.5 || x > axis.right() + 0.5) return;
    const Colours &c = theme.colours();
    const QFont font = theme.font(11, true);
    const QString text = timeText(t, axis.duration(1.0));
    const double width = chipWidth(font, text);
    const double left =
        std::clamp(x - width / 2, axis.left() - 20, std::max(axis.left() - 20, axis.right() + 10 - width));
    const QRectF rect(std::round(left), bottom - 19, width, 17);
    clearTickLabels(painter, axis, theme, bottom, rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(strong ? QPen(Qt::NoPen) : QPen(c.controlBorder, 1));
    painter.setBrush(strong ? c.hairline : c.raised);
    painter.drawRoundedRect(strong ? rect : rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(font);
    painter.setPen(strong ? c.window : c.text);
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace halfopen
