// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/timeline/request_shape.h"

namespace halfopen {

/// "#450 was served by local_ocr in 13.71 s, 4 calls, $0.160".
QString headlineOf(const RequestShape &shape, const Scenario &scenario);
/// One part in one line: "wait of 3.9 s before try 4, drawn from 0 to 4 s: timeout".
QString wordsOf(const ShapePart &part, const Scenario &scenario);
/// The tooltip at x: headline, then the part there (or the nearest sign) in words.
QString tipAt(const RequestShape &shape, const Scenario &scenario, const TimeAxis &axis, double x, double glyph);
/// What is drawn at x, or the nearest sign; null: nothing. `glyph`: the box of a sign.
const ShapePart *partAt(const RequestShape &shape, const TimeAxis &axis, double x, double glyph);
/// "served by claude", "failed: image_quality", "in flight".
QString endingOf(const RequestShape &shape, const Scenario &scenario);

} // namespace halfopen
