// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include <algorithm>
#include <numeric>

namespace halfopen {

namespace {

constexpr int kWordStart = 100, kInside = 60, kAlso = 30, kScattered = 20;
/// Characters in order may lie so far apart; beyond it anything would match a long text.
constexpr qsizetype kSpreadMax = 3;

bool startsWord(const QString &text, qsizetype at) { return at == 0 || !text[at - 1].isLetterOrNumber(); }

/// The first place that starts a word, else the first at all; -1: none.
qsizetype bestPlace(const QString &word, const QString &text) {
    const qsizetype first = text.indexOf(word, 0, Qt::CaseInsensitive);
    for (qsizetype at = first; at >= 0; at = text.indexOf(word, at + 1, Qt::CaseInsensitive))
        if (startsWord(text, at)) return at;
    return first;
}

/// Characters in order with gaps, from the start of a word on.
std::optional<QList<qsizetype>> scattered(const QString &word, const QString &text) {
    for (qsizetype start = 0; start < text.size(); ++start) {
        if (!startsWord(text, start)) continue;
        QList<qsizetype> places;
        for (qsizetype at = start; at < text.size() && places.size() < word.size(); ++at)
            if (text[at].toCaseFolded() == word[places.size()].toCaseFolded()) places << at;
        if (places.size() == word.size() && places.first() == start &&
            places.last() - start <= kSpreadMax * word.size())
            return places;
    }
    return std::nullopt;
}

std::optional<FuzzyMatch> matchWord(const QString &word, const QString &text, const QString &also) {
    if (const qsizetype at = bestPlace(word, text); at >= 0) {
        FuzzyMatch match{startsWord(text, at) ? kWordStart : kInside, QList<qsizetype>(word.size())};
        std::iota(match.marks.begin(), match.marks.end(), at);
        match.score += at == 0 ? 10 : 0;
        return match;
    }
    if (also.contains(word, Qt::CaseInsensitive)) return FuzzyMatch{kAlso, {}};
    if (word.size() < 2) return std::nullopt;
    if (auto places = scattered(word, text)) return FuzzyMatch{kScattered, std::move(*places)};
    return std::nullopt;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &text, const QString &also) {
    FuzzyMatch whole;
    const QStringList words = typed.split(' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const auto match = matchWord(word, text, also);
        if (!match) return std::nullopt;
        whole.score += match->score;
        whole.marks << match->marks;
    }
    if (!words.isEmpty())
        whole.score =
            whole.score * 10 / static_cast<int>(words.size()) - int(std::min<qsizetype>(text.size(), 99)) / 10;
    std::ranges::sort(whole.marks);
    whole.marks.erase(std::unique(whole.marks.begin(), whole.marks.end()), whole.marks.end());
    return whole;
}

} // namespace halfopen
