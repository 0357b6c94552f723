// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include "ui/session/bookmarks.h"
#include "ui/theme/theme.h"
#include "ui/timeline/time_axis.h"

class QPainter;

namespace halfopen {

inline constexpr double kFlagWidth = 9, kFlagHeight = 11;

/// A flag at each bookmark in the axis's stretch, from y = `top`; a thin pole goes down to `bottom`. Of flags at the same
/// pixel one is drawn.
void paintFlags(QPainter &painter, const TimeAxis &axis, const QList<Bookmark> &bookmarks, const Theme &theme,
                double top, double bottom);

/// "61.27 s: the breaker opens too late", for a tooltip.
QString flagText(const Bookmark &bookmark);

} // namespace halfopen
