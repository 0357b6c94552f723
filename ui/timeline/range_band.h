// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/selection.h"
#include "ui/theme/theme.h"
#include "ui/timeline/time_axis.h"

class QPainter;

namespace halfopen {

/// The selected range over the tracks, from y = `top` to `bottom`: a veil in the colour of the accent between two
/// lines. What lies outside the axis is left out.
void paintRangeBand(QPainter &painter, const TimeAxis &axis, const TimeRange &range, const Theme &theme, double top,
                    double bottom);

/// How long it is, on a chip in the axis that ends at y = `bottom`, with arms to its ends; nothing without room.
void paintRangeLength(QPainter &painter, const TimeAxis &axis, const TimeRange &range, const Theme &theme,
                      double bottom);

} // namespace halfopen
