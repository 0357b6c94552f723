// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/field.h"

namespace halfopen {

using FindDistribution = std::function<const Distribution *(const Scenario &)>;

/// A distribution of times at a path of the document.
struct DistributionPlace {
    QString path;
    QString what;          ///< "latency": goes before the names of its numbers
    FindDistribution find; ///< in a scenario; null when there is none
    bool loaded = false;   ///< a service's own time, that may grow with the calls in flight
    QString meaning, why;  ///< sentences about its times
};

/// Its kind, the numbers of that kind, and for a mixture its parts.
QList<Field> distributionFields(const Scenario &scenario, const DistributionPlace &place, int depth = 0);

} // namespace halfopen
