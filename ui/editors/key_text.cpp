// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/key_text.h"

#include <QCoreApplication>

#include "engine/files/quantities.h"
#include "ui/editors/key_docs.h"
#include "ui/editors/quantity.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(KeyText)
};

/// A goal is measured in what its metric is.
std::optional<Unit> unitOfKey(const KeyDoc &key) {
    if (key.type != "goal") return unitOf(key);
    const QString metric = QString::fromStdString(key.path).section('.', -1);
    if (metric.startsWith("latency")) return Unit::seconds;
    if (metric.startsWith("cost")) return Unit::usd;
    if (metric == "goodput") return Unit::perSecond;
    return metric == "avg_attempts" || metric == "duplicates" ? Unit::number : Unit::share;
}

/// A word that the reference names beside the numbers: "unlimited", "none".
bool isWordOf(const KeyDoc &key, const QString &word) {
    return word == "none" || QString::fromStdString(key.range).contains(word) || QString::fromStdString(key.doc).contains(word);
}

QString asList(const QString &typed) {
    const QString bare = typed.trimmed();
    return bare.startsWith('[') ? bare : '[' + bare + ']';
}

bool isText(const KeyDoc &key) {
    return key.type == "text" || key.type == "file name" || key.type == "failure kind";
}

} // namespace

KeyText keyText(const KeyDoc *key, const QString &typed) {
    const QString bare = typed.trimmed();
    if (!key) return {bare, {}};
    if (isText(*key)) return {QString::fromStdString(quote_yaml(bare.toStdString())), {}};
    if (key->type.starts_with("list")) return {asList(bare), {}};
    const bool alsoMap = bare.startsWith('{') || bare.startsWith('[');
    const auto unit = unitOfKey(*key);
    if (unit && !alsoMap) {
        if (const auto value = typedValue(*unit, bare, 1.0)) return {yamlText(*unit, *value), {}};
        const bool word = !bare.isEmpty() && bare[0].isLetter() && !bare.contains(' ') && isWordOf(*key, bare);
        if (word) return {bare, {}};
        QString told = typingTrouble(*unit, bare);
        if (!key->range.empty()) told += ' ' + Text::tr("Range: %1.").arg(QString::fromStdString(key->range));
        return {{}, told};
    }
    if (!alsoMap && key->type.find("duration") != std::string::npos) {
        if (const auto value = typedValue(Unit::seconds, bare, 1.0)) return {yamlText(Unit::seconds, *value), {}};
    }
    return {bare, {}};
}

QString shownKeyText(const KeyDoc &key, const QString &written) {
    const auto unit = unitOfKey(key);
    if (!unit) return key.type.starts_with("list") && written.startsWith('[') ? written.mid(1, written.size() - 2) : written;
    const auto value = typedValue(*unit, written, 1.0);
    return value ? shownText(*unit, *value) : written;
}

QString quotedInput(const QString &text) {
    constexpr qsizetype most = 40;
    QString simple = text.left(10 * most);
    for (QChar &c : simple) {
        if (!c.isPrint()) c = ' ';
    }
    simple = simple.simplified();
    return simple.size() <= most && text.size() <= 10 * most ? simple : simple.left(most) + "…";
}

} // namespace halfopen
