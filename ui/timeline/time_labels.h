// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/timeline/time_axis.h"

class QPainter;

namespace halfopen {

/// The labels of an axis above a plot that begins at y = `bottom`, each over its tick and within the axis's ends.
void paintTickLabels(QPainter &painter, const TimeAxis &axis, const Theme &theme, double bottom);

/// A time on a filled chip above the axis, kept within its ends; labels that it would cover in part are wiped out.
/// `strong` for where one looks, else for where the pointer is.
void paintTimeChip(QPainter &painter, const TimeAxis &axis, SimTime t, const Theme &theme, double bottom, bool strong);

/// Takes away the labels of the ticks that would show in part beside what is drawn into this rectangle.
void clearTickLabels(QPainter &painter, const TimeAxis &axis, const Theme &theme, double bottom, const QRectF &rect);

} // namespace halfopen
