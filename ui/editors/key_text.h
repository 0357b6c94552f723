// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "engine/files/scenario_keys.h"

namespace halfopen {

/// What was typed for a key, as it is to stand in the file; or what is wrong with it, in a sentence.
struct KeyText {
    QString yaml, trouble;
};
/// Takes numbers with any unit that people write, lists with or without brackets, and texts as they are. `key` may be null.
KeyText keyText(const KeyDoc *key, const QString &typed);

/// What is written in the file as people read it: "250 ms" for 250ms.
QString shownKeyText(const KeyDoc &key, const QString &written);

/// What was typed, cut where it becomes a page: anything can be pasted.
QString quotedInput(const QString &text);

} // namespace halfopen
