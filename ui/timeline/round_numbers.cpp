// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/round_numbers.h"

#include <cmath>
#include <initializer_list>

namespace halfopen {

namespace {

double roundedUp(double least, std::initializer_list<double> factors) {
    if (!(least > 0) || !std::isfinite(least)) return 1;
    const double unit = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : factors)
        if (factor * unit >= least * (1 - 1e-9)) return factor * unit;
    return 10 * unit;
}

} // namespace

double niceCeiling(double least) { return roundedUp(least, {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8}); }

double niceGridStep(double least) { return roundedUp(least, {1, 2, 5}); }

QString rateText(double perSecond) {
    if (perSecond >= 100) return QString::number(perSecond, 'f', 0);
    return QString::number(perSecond, 'f', perSecond >= 1 || perSecond <= 0 ? 1 : 2);
}

} // namespace halfopen
