// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QList>
#include <QPointF>
#include <QRectF>

namespace halfopen {

/// Where labels may stand on a chart: none covers a sign or another label.
class FreePlaces {
public:
    void take(const QRectF &rect) { taken_.append(rect); }
    /// A free place of this size beside a point, within `room`: right, left, above, below, then the corners. Takes it.
    std::optional<QRectF> beside(QPointF point, QSizeF size, const QRectF &room);

private:
    QList<QRectF> taken_;
};

} // namespace halfopen
