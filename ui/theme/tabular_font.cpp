// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tabular_font.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QFont>
#include <QFontDatabase>
#include <QRawFont>
#include <QtEndian>

namespace halfopen {

namespace {

struct Table {
    const char *tag;
    QByteArray data;
};

quint16 word16(const QByteArray &data, qsizetype at) {
    return at >= 0 && at + 2 <= data.size() ? qFromBigEndian<quint16>(data.constData() + at) : quint16{0};
}

void append16(QByteArray &data, qsizetype value) {
    const quint16 word = qToBigEndian(static_cast<quint16>(value));
    data.append(reinterpret_cast<const char *>(&word), 2);
}

void append32(QByteArray &data, qsizetype value) {
    const quint32 word = qToBigEndian(static_cast<quint32>(value));
    data.append(reinterpret_cast<const char *>(&word), 4);
}

/// A name table with family, style, full and PostScript name, in English for Windows.
QByteArray nameTable(const QString &family, const QString &style) {
    const QString full = family + ' ' + style;
    const std::array<std::pair<int, QString>, 6> names = {
        {{1, family}, {2, style}, {4, full}, {6, QString(full).remove(' ')}, {16, family}, {17, style}}};
    QByteArray records;
    QByteArray text;
    for (const auto &[id, value] : names) {
        QByteArray utf16;
        for (const QChar c : value)
            append16(utf16, c.unicode());
        for (const qsizetype field :
             {qsizetype{3}, qsizetype{1}, qsizetype{0x409}, qsizetype{id}, utf16.size(), text.size()})
            append16(records, field);
        text.append(utf16);
    }
    QByteArray table;
    append16(table, 0);
    append16(table, static_cast<qsizetype>(names.size()));
    append16(table, 6 + records.size());
    return table + records + text;
}

QByteArray fontFile(const QList<Table> &tables, bool postScript) {
    QByteArray directory = postScript ? QByteArray("OTTO") : QByteArray("\0\1\0\0", 4);
    append16(directory, tables.size());
    append32(directory, 0); // search range and selector: readers work them out themselves
    append16(directory, 0);
    QByteArray body;
    const qsizetype bodyAt = directory.size() + 16 * tables.size();
    for (const Table &table : tables) {
        directory.append(table.tag, 4);
        append32(directory, 0); // checksum: not looked at by FreeType
        append32(directory, bodyAt + body.size());
        append32(directory, table.data.size());
        body.append(table.data);
        body.append((4 - body.size() % 4) % 4, '\0');
    }
    return directory + body;
}

QByteArray tabularFace(const QString &family, int weight, const QString &newFamily) {
    QFont font(family);
    font.setWeight(static_cast<QFont::Weight>(weight));
    font.setPixelSize(12);
    const QRawFont raw = QRawFont::fromFont(font);
    if (!raw.isValid() || raw.familyName() != family || raw.weight() != weight) return {};
    const QByteArray gsub = withTabularFiguresOn(raw.fontTable("GSUB"));
    if (gsub.isEmpty()) return {};

    // In the order of the directory: capitals before small letters.
    QList<Table> tables;
    for (const char *tag : {"CFF ", "GDEF", "GPOS", "GSUB", "OS/2", "VORG", "cmap", "cvt ", "fpgm", "gasp", "glyf",
                            "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"}) {
        QByteArray data = raw.fontTable(tag);
        if (qstrcmp(tag, "GSUB") == 0) data = gsub;
        if (qstrcmp(tag, "name") == 0) data = nameTable(newFamily, weight == QFont::Normal ? "Regular" : "SemiBold");
        if (!data.isEmpty()) tables.append({tag, data});
    }
    return fontFile(tables, !raw.fontTable("CFF ").isEmpty());
}

} // namespace

QByteArray withTabularFiguresOn(const QByteArray &gsub) {
    const qsizetype features = word16(gsub, 6);
    const int count = word16(gsub, features);
    QByteArray result = gsub;
    bool found = false;
    for (int i = 0; features > 0 && i < count; ++i) {
        const qsizetype at = features + 2 + 6 * i;
        if (at + 6 > gsub.size()) return {};
        if (gsub.mid(at, 4) == "rclt") return {}; // the tag is taken: leave the font as it is
        if (gsub.mid(at, 4) == "tnum") {
            result.replace(at, 4, "rclt");
            found = true;
        }
    }
    return found ? result : QByteArray{};
}

QString tabularFamily(const QString &family, const QList<int> &weights) {
    const QString newFamily = "Halfopen " + family;
    if (QFontDatabase::families().contains(newFamily)) return newFamily;
    for (const int weight : weights) {
        const QByteArray file = tabularFace(family, weight, newFamily);
        if (file.isEmpty() || QFontDatabase::addApplicationFontFromData(file) < 0) return family;
    }
    return QFontDatabase::families().contains(newFamily) ? newFamily : family;
}

} // namespace halfopen
