// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tradeoff/clipped.h"

#include <algorithm>

namespace halfopen {

/// After Liang and Barsky: each edge cuts the stretch [from, to] of the line that lies within it.
std::optional<QLineF> clipped(const QLineF &line, const QRectF &area) {
    double from = 0, to = 1;
    const auto within = [&from, &to](double towards, double room) {
        if (towards == 0) return room >= 0;
        const double at = room / towards;
        if (towards < 0)
            from = std::max(from, at);
        else
            to = std::min(to, at);
        return from <= to;
    };
    const bool inside = within(-line.dx(), line.x1() - area.left()) && within(line.dx(), area.right() - line.x1()) &&
                        within(-line.dy(), line.y1() - area.top()) && within(line.dy(), area.bottom() - line.y1());
    return inside ? std::optional(QLineF(line.pointAt(from), line.pointAt(to))) : std::nullopt;
}

} // namespace halfopen
