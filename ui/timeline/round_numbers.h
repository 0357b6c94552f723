// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace halfopen {

/// The smallest round number that is at least `least`, for the end of a scale: 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6 or 8
/// times a power of ten; 1 when `least` is not positive.
double niceCeiling(double least);
/// The same among 1, 2 and 5, for the steps of a grid.
double niceGridStep(double least);
/// A rate with the figures that it deserves: "0.25", "5.0", "120".
QString rateText(double perSecond);

} // namespace halfopen
