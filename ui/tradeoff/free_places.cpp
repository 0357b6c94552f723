// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tradeoff/free_places.h"

#include <algorithm>

namespace halfopen {

std::optional<QRectF> FreePlaces::beside(QPointF point, QSizeF size, const QRectF &room) {
    constexpr double gap = 9; // from the middle of a sign
    constexpr double apart = 3; // between two texts
    const double right = point.x() + gap;
    const double left = point.x() - gap - size.width();
    const double middle = point.x() - size.width() / 2;
    const QPointF corners[] = {{right, point.y() - size.height() / 2},
                               {left, point.y() - size.height() / 2},
                               {middle, point.y() - gap - size.height()},
                               {middle, point.y() + gap},
                               {right, point.y() + 2},
                               {left, point.y() + 2},
                               {right, point.y() - size.height() - 2},
                               {left, point.y() - size.height() - 2}};
    for (const QPointF &corner : corners) {
        const QRectF box(corner, size);
        const bool free =
            std::none_of(taken_.begin(), taken_.end(), [&box](const QRectF &other) {
            return other.intersects(box.adjusted(-apart, -1, apart, 1));
        });
        if (!free || !room.contains(box)) continue;
        taken_.append(box);
        return box;
    }
    return std::nullopt;
}

} // namespace halfopen
