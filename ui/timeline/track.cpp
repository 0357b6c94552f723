// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/track.h"

#include <QFontMetricsF>
#include <QPainter>

namespace halfopen {

void Track::paintGutter(QPainter& painter, const TrackContext& context, double width) const
{
    constexpr double left = 12;
    const double room = width - left - 4;
    const QFont titleFont = context.theme.font(12, true);
    painter.setFont(titleFont);
    painter.setPen(context.theme.colours().text);
    painter.drawText(QRectF(left, 5, room, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(titleFont).elidedText(title(), Qt::ElideRight, room));
    const QFont font = context.theme.font(11);
    painter.setFont(font);
    painter.setPen(context.theme.colours().mutedText);
    double y = 21;
    for (const QString& note : notes()) {
        painter.drawText(QRectF(left, y, room, 14), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(note, Qt::ElideRight, room));
        y += 14;
    }
}

void paintChip(QPainter& painter, const QRectF& rect, const QString& text, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colours().border, 1));
    painter.setBrush(theme.colours().panel);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(theme.colours().text);
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
}

double chipWidth(const QFont& font, const QString& text)
{
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 12;
}

} // namespace halfopen
