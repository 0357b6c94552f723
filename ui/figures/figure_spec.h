// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QList>
#include <QString>

#include "engine/insight/metrics.h"

namespace halfopen {

/// One figure as a card shows it. The number itself comes from the metrics; here is only how it is named and written.
struct FigureSpec {
    QString title;
    QString meaning; ///< its definition, for the tooltip
    std::function<Figure(const Metrics &)> read;
    std::function<QString(double)> write;
    std::string goal; ///< the metric of an slo that it answers; empty: none
};

/// The cards of a scenario, most telling first.
QList<FigureSpec> figureSpecs(const Scenario &scenario);

/// "99.8 %".
QString percentText(double share);

} // namespace halfopen
