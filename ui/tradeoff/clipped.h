// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QLineF>
#include <QRectF>

namespace halfopen {

/// The part of a line within a rectangle: a drawing in a file has no other clip (QSvgGenerator of Qt 6.4 ignores it).
std::optional<QLineF> clipped(const QLineF &line, const QRectF &area);

} // namespace halfopen
