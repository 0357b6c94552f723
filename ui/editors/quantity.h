// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "engine/base/time.h"

namespace halfopen {

/// What a number in an editor counts. A value is held in the unit named here.
enum class Unit {
    seconds,   ///< written with a unit of time
    share,     ///< a fraction, written in percent
    perSecond, ///< a rate
    usd,
    factor, ///< "2 ×"
    number,
    whole,
};

/// For people: "250 ms", "7.5 %", "5 /s", "$0.10", "2 ×".
QString shownText(Unit unit, double value);
/// For the file: "250ms", "7.5%", "5/s", "0.1", "2".
QString yamlText(Unit unit, double value);
/// What a person typed, units optional: a bare number is in the unit that `like` is shown in. Nothing when it is no
/// such quantity.
std::optional<double> typedValue(Unit unit, const QString &text, double like);
/// Why a typed text is no such quantity, and what would be one: "“50%” is a share, …". A sentence or two.
QString typingTrouble(Unit unit, const QString &text);
/// "a duration such as 250 ms".
QString expectedWords(Unit unit);
/// Rounded to what a slider can mean: two significant digits, or a whole number.
double roundedForSlider(Unit unit, double value);

Duration durationOf(double seconds);

} // namespace halfopen
