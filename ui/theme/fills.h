// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QColor>
#include <QRectF>

#include "ui/theme/theme.h"

class QPainter;

namespace halfopen {

/// Patterns that say by themselves, without colour, what a stretch is.
enum class Fill {
    open,           ///< OPEN: broad stripes that rise to the right, over a tint
    halfOpen,       ///< HALF_OPEN: dots over a tint
    backoff,        ///< a wait: fine muted stripes that fall to the right
    notComputed,    ///< thin stripes in border colour
    failed,         ///< fine stripes in the ground's colour that fall to the right, over the colour of failure
    retriedSuccess, ///< served after a retry: success colour, striped
};

/// The pattern alone as a brush, sharp at this many device pixels to one; kept in QPixmapCache. Patterns are anchored
/// to the painter's origin.
QBrush fillBrush(Fill fill, const Theme &theme, double devicePixelRatio);

/// A stretch of an OPEN lane: tint, stripes and a border of 1 px.
void paintOpen(QPainter &painter, const QRectF &rect, const Theme &theme);
/// A stretch of a HALF_OPEN lane, dots and a border of 1 px. Callers keep it at least kHalfOpenWidthMin wide.
void paintHalfOpen(QPainter &painter, const QRectF &rect, const Theme &theme);
/// The bar of a CLOSED lane: 4 px, centred in the lane.
void paintClosed(QPainter &painter, const QRectF &lane);
/// A backoff wait; `envelope` (wider or equal, 1 px outline) shows the longest wait that could have been drawn.
void paintBackoff(QPainter &painter, const QRectF &wait, const QRectF &envelope, const Theme &theme);
/// The part of a track that the run has not reached.
void paintNotComputed(QPainter &painter, const QRectF &rect, const Theme &theme);

inline constexpr double kOpenWidthMin = 3.0;
inline constexpr double kHalfOpenWidthMin = 8.0;

/// `over` at this opacity on `ground`, as one opaque colour.
QColor blend(const QColor &over, const QColor &ground, double opacity);

} // namespace halfopen
