// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/timeline/request_shape.h"
#include "ui/timeline/time_axis.h"

class QPainter;

namespace halfopen {

/// How large a request is drawn.
struct ShapeStyle {
    double bar = 7.0;     ///< height of a bar
    double glyph = 8.0;   ///< box of a sign
    bool framed = false;  ///< pale bars with a frame and names in them, for the detail pane
};

/// Paints a request along the line y: bars of attempts that end in the timeout's mark, waits hatched inside their
/// envelope, refusals, fallbacks, healing, its deadline. Shapes narrower than a pixel at one place are drawn once.
/// Returns how many shapes were drawn.
int paintRequestShape(QPainter& painter, const RequestShape& shape, const TimeAxis& axis, double y,
                      const ShapeStyle& style, const Theme& theme, const Scenario& scenario);

} // namespace halfopen
