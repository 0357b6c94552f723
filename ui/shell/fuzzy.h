// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QList>
#include <QString>

namespace halfopen {

/// How well a text answers what was typed.
struct FuzzyMatch {
    int score = 0;          ///< larger is better
    QList<qsizetype> marks; ///< the matched characters of the text, in order
};

/// Every word of `typed` must be found in `text` or, for less, in `also`; upper and lower case are alike. Best is the
/// start of a word, then any run of characters, then characters in order with gaps. Nothing: no match.
std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &text, const QString &also = {});

} // namespace halfopen
