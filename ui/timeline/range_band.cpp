// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/range_band.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "engine/insight/explain.h"
#include "ui/timeline/track.h"

namespace halfopen {

void paintRangeBand(QPainter &painter, const TimeAxis &axis, const TimeRange &range, const Theme &theme, double top,
                    double bottom) {
    const double from = axis.x(range.from);
    const double to = axis.x(range.to);
    const double left = std::max(from, axis.left());
    const double right = std::min(to, axis.right());
    if (left > right) return;
    QColor veil = theme.colours().accent;
    veil.setAlphaF(0.16f);
    painter.fillRect(QRectF(left, top, right - left, bottom - top), veil);
    for (const double x : {from, to})
        if (x >= axis.left() && x <= axis.right())
            painter.fillRect(QRectF(std::round(x), top, 1, bottom - top), theme.colours().accent);
}

void paintRangeLength(QPainter &painter, const TimeAxis &axis, const TimeRange &range, const Theme &theme,
                      double bottom) {
    const double left = std::max(axis.x(range.from), axis.left());
    const double right = std::min(axis.x(range.to), axis.right());
    if (left >= right) return;
    painter.fillRect(QRectF(left, bottom - 4, right - left, 4), theme.colours().accent);
    const QFont font = theme.font(11, true);
    const QString text = QString::fromStdString(format_duration(range.to - range.from));
    const double width = chipWidth(font, text);
    if (width > right - left) return;
    painter.setFont(font);
    paintChip(painter, QRectF(std::round((left + right - width) / 2), bottom - 20, width, 16), text, theme);
}

} // namespace halfopen
