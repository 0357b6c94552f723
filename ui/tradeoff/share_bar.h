// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QRectF>

#include "ui/theme/theme.h"
#include "ui/tradeoff/tradeoff_picture.h"

class QPainter;

namespace halfopen {

/// Which leg served how much of what was served, as one bar in shades of grey; its name stands left of `bar`.
void paintShareBar(QPainter &painter, const QRectF &bar, const std::vector<TradeoffLeg> &legs, const Theme &theme);

} // namespace halfopen
