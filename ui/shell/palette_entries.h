// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QList>
#include <QString>

#include "ui/shell/fuzzy.h"

namespace halfopen {

class Commands;
class Session;

/// One line of the palette.
struct PaletteEntry {
    QString title;  ///< "Play or pause", "gpt4_vision › timeout"
    QString detail; ///< where it belongs: "Run", "field", a folder
    QString keys;   ///< empty: none
    QString whyNot; ///< empty: it can be done
    QString also;   ///< further words under which it is found
    std::function<void()> run;
    QList<qsizetype> marks = {}; ///< matched characters of the title
};

/// Everything that the palette finds by name: the commands, and what further sources add.
QList<PaletteEntry> commandEntries(const Commands &commands);

/// "#316", "request 316", "31.2 s", "go to 2min": the places of the run that this names; mostly none.
QList<PaletteEntry> placeEntries(const QString &typed, Session &session);

/// Those that answer what was typed, the best first; all, in their order, when nothing was typed. At most `most`.
QList<PaletteEntry> bestEntries(const QString &typed, const QList<PaletteEntry> &entries, qsizetype most);

} // namespace halfopen
