// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/key_docs.h"

#include <QCoreApplication>

#include "engine/files/document_path.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(KeyDocs)
};

QStringList stepsOf(QString path) { return path.replace('[', ".[").split('.'); }

/// Whether "services.gpt4_vision.cost" is an instance of "services.*.cost".
bool isInstance(const QStringList &have, const QStringList &want) {
    if (have.size() != want.size()) return false;
    for (qsizetype i = 0; i < have.size(); ++i) {
        const bool anyIndex = want[i] == "[]" && have[i].startsWith('[');
        if (want[i] != "*" && !anyIndex && want[i] != have[i]) return false;
    }
    return true;
}

const QList<QStringList> &steps() {
    static const QList<QStringList> all = [] {
        QList<QStringList> out;
        for (const KeyDoc &key : scenario_keys()) out << stepsOf(QString::fromStdString(key.path));
        return out;
    }();
    return all;
}

bool isBelow(const QString &path, const QString &above) {
    return path.size() > above.size() && path.startsWith(above) && (path[above.size()] == '.' || path[above.size()] == '[');
}

/// The keys of single values below a pattern, without it; worked out once, for forms are made anew at each edit.
const QStringList &singleKeysBelow(const QString &pattern) {
    static QHash<QString, QStringList> known; // GUI thread only
    const auto found = known.constFind(pattern);
    if (found != known.constEnd()) return *found;
    QStringList keys;
    QString distribution; // the last one seen: its own keys come right behind it
    for (const KeyDoc &key : scenario_keys()) {
        const QString path = QString::fromStdString(key.path);
        if (!isBelow(path, pattern)) continue;
        const QString rest = path.mid(pattern.size() + 1);
        const bool inner = !distribution.isEmpty() && isBelow(path, distribution);
        if (key.type == "distribution" && !inner) distribution = path;
        const bool several = key.type == "distribution" || key.type == "map" || key.type == "list";
        if (!inner && !several && !rest.contains('*') && !rest.contains('[')) keys << rest;
    }
    return *known.insert(pattern, keys);
}

} // namespace

const KeyDoc *keyAt(const QString &path) {
    const QStringList have = stepsOf(path);
    for (qsizetype i = 0; i < steps().size(); ++i) {
        if (isInstance(have, steps()[i])) return &scenario_keys()[static_cast<std::size_t>(i)];
    }
    return nullptr;
}

QString patternOf(const QString &path) {
    const KeyDoc *key = keyAt(path);
    return key ? QString::fromStdString(key->path) : QString();
}

QString rangeText(const QString &path) {
    const KeyDoc *key = keyAt(path);
    return key && !key->range.empty() ? Text::tr("Range: %1.").arg(QString::fromStdString(key->range)) : QString();
}

QString referenceText(const QString &path) {
    QStringList lines{rangeText(path)};
    if (const KeyDoc *key = keyAt(path); key && !key->fallback.empty())
        lines << Text::tr("When left out: %1.").arg(QString::fromStdString(key->fallback));
    lines.removeAll(QString());
    return lines.join(" ");
}

std::optional<Unit> unitOf(const KeyDoc &key) {
    if (key.type == "duration") return Unit::seconds;
    if (key.type == "share" || key.type == "share or map") return Unit::share;
    if (key.type == "rate" || key.type == "rate or map") return Unit::perSecond;
    if (key.type == "USD") return Unit::usd;
    if (key.type == "number") return Unit::number;
    if (key.type == "whole number") return Unit::whole;
    return std::nullopt;
}

QStringList wordsOf(const KeyDoc &key) {
    if (key.type == "true or false") return {"true", "false"};
    const QString range = QString::fromStdString(key.range);
    return key.type == "word" && range.startsWith("one of ") ? range.mid(7).split(", ") : QStringList();
}

QList<Field> keyFields(const QString &base, const QStringList &without) {
    QList<Field> fields;
    for (const QString &rest : singleKeysBelow(patternOf(base))) {
        const QString here = base + '.' + rest;
        const auto excluded = [&](const QString &other) { return here == other || isBelow(here, other); };
        if (std::ranges::none_of(without, excluded)) fields << KeyField{here, rest};
    }
    return fields;
}

} // namespace halfopen
