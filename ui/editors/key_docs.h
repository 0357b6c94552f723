// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "engine/files/scenario_keys.h"
#include "ui/editors/field.h"

namespace halfopen {

/// What the format's reference says of a path such as "services.api.cost"; null when it knows no such key.
const KeyDoc *keyAt(const QString &path);
/// The pattern of a path: "services.*.cost"; empty when there is no such key.
QString patternOf(const QString &path);

/// Range and default of a path, as sentences; empty when it has neither.
QString referenceText(const QString &path);
QString rangeText(const QString &path); ///< only the range

/// What a key counts; nothing when its value is no quantity.
std::optional<Unit> unitOf(const KeyDoc &key);
/// The words that a key takes: those of its range, or true and false; empty when it takes others.
QStringList wordsOf(const KeyDoc &key);

/// Fields for the single values that the format knows directly below a path ("services.api") and in the maps below it,
/// in the order of the reference, without the paths of `without` and what is below them. What stands below a name or in a
/// list, and distributions, have editors of their own.
QList<Field> keyFields(const QString &base, const QStringList &without = {});

} // namespace halfopen
