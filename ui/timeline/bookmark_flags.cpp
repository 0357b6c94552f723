// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/bookmark_flags.h"

#include <cmath>

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

#include "ui/timeline/time_labels.h"
#include "ui/timeline/track_stack.h"

namespace halfopen {

void paintFlags(QPainter &painter, const TimeAxis &axis, const QList<Bookmark> &bookmarks, const Theme &theme,
                double top, double bottom) {
    painter.save();
    QColor pole = theme.colours().accent;
    pole.setAlphaF(0.55f);
    double last = -1e9;
    for (const Bookmark &bookmark : bookmarks) {
        const double x = std::round(axis.x(bookmark.at));
        if (x < axis.left() || x > axis.right() || x - last < 1) continue;
        last = x;
        const double left = x - std::floor(kFlagWidth / 2), right = left + kFlagWidth;
        clearTickLabels(painter, axis, theme, TrackStack::kAxis, QRectF(left, top, kFlagWidth, kFlagHeight));
        painter.fillRect(QRectF(x, top, 1, bottom - top), pole);
        const QPolygonF shape({QPointF(left, top), QPointF(right, top), QPointF(right, top + kFlagHeight),
                               QPointF(x + 0.5, top + kFlagHeight - 4), QPointF(left, top + kFlagHeight)});
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.colours().panel, 1));
        painter.setBrush(theme.colours().accent);
        painter.drawPolygon(shape);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    painter.restore();
}

QString flagText(const Bookmark &bookmark) {
    const QString time = timeText(bookmark.at, std::chrono::milliseconds(10));
    if (!bookmark.note.isEmpty()) return time + ": " + bookmark.note;
    return QCoreApplication::translate("Bookmarks", "Bookmark at %1. A double click, or F2 there, writes a note to it.")
        .arg(time);
}

} // namespace halfopen
