// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "ui/editors/quantity.h"

namespace halfopen {

/// Which numbers a key of the file takes, in the unit of its field.
struct ValueRange {
    double least = 0, most = 0;
    bool above = false; ///< `least` itself is none of them
    bool below = false; ///< `most` itself is none of them
    bool holds(double value) const;
};

/// As the reference of the file gives it for the key at a path; nothing where it gives none.
std::optional<ValueRange> rangeOf(const QString &path, Unit unit);
/// "0 s to 1000000000 s", "more than 0 %, less than 100 %".
QString rangeWords(const ValueRange &range, Unit unit);

} // namespace halfopen
