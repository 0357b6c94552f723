// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace halfopen {

/// A text that the person reads or hears, and where it stands.
struct SeenText {
    QString text, where;
};

/// Texts on labels, buttons, tabs, headers, fields and menus, tooltips, and names and descriptions for a screen reader.
QList<SeenText> textsOf(QWidget &root);

/// Visible labels, buttons, tabs and columns that have less room than their text; what has been cut off with "…" and
/// has a tooltip is none of them.
QStringList clippedIn(QWidget &root);

} // namespace halfopen
