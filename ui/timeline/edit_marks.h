// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "engine/world/scenario.h"
#include "ui/theme/theme.h"
#include "ui/timeline/time_axis.h"

class QPainter;

namespace halfopen {

/// Where timed edits stand on the axis: those of one moment, or of one pixel, together.
struct EditMark {
    double x = 0;
    SimTime at{};
    std::vector<std::size_t> edits; ///< in the scenario
};
std::vector<EditMark> editMarks(const Scenario &scenario, const TimeAxis &axis);

/// "policy changed at 31.2 s", of what the paths of the edits have in common.
QString editText(const Scenario &scenario, const EditMark &mark);
/// The same with what was set to what.
QString editTip(const Scenario &scenario, const EditMark &mark);

/// A dashed line from y = `top` to `bottom` at each, with its words at the bottom where they have room.
void paintEditMarks(QPainter &painter, const TimeAxis &axis, const Scenario &scenario, const Theme &theme, double top,
                    double bottom);

} // namespace halfopen
