// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/track.h"

#include <QFontMetricsF>
#include <QPainter>

namespace halfopen {

QString Track::gutterText(double) const {
    QStringList lines{title()};
    if (const QStringList all = notes(); !all.isEmpty()) lines << all.join(' ');
    lines << meaning();
    return lines.join('\n');
}

void Track::paintGutter(QPainter &painter, const TrackContext &context, QSizeF size) const {
    constexpr double left = 12;
    const double room = size.width() - left - 6;
    const QFont titleFont = context.theme.font(12, true);
    const QFontMetricsF titleMetrics(titleFont);
    painter.setFont(titleFont);
    painter.setPen(context.theme.colours().text);
    painter.drawText(QRectF(left, 4, room, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     titleMetrics.elidedText(title(), Qt::ElideRight, room));
    const QFont font = context.theme.font(11);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(context.theme.colours().mutedText);
    double y = 20;
    const QStringList lines = notes();
    if (!lines.isEmpty() && y + 13 > size.height()) {
        // A low track has its first note beside the title.
        if (titleMetrics.horizontalAdvance(title()) + 8 + metrics.horizontalAdvance(lines.first()) <= room)
            painter.drawText(QRectF(left, 4, room, 16), Qt::AlignRight | Qt::AlignVCenter, lines.first());
        return;
    }
    for (const QString &line : lines) {
        if (y + 13 > size.height()) return;
        painter.drawText(QRectF(left, y, room, 14), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(line, Qt::ElideRight, room));
        y += 14;
    }
}

void paintChip(QPainter &painter, const QRectF &rect, const QString &text, const Theme &theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colours().border, 1));
    painter.setBrush(theme.colours().panel);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(theme.colours().text);
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
}

double chipWidth(const QFont &font, const QString &text) {
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 12;
}

} // namespace halfopen
