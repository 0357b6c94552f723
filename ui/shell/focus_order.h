// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace halfopen {

/// The widgets that Tab walks over, as they stand on the screen: pane after pane in the given order, and in each from
/// the top left to the bottom right. Worked out from where they are, because rows of editors come and go. What belongs
/// to no pane stands first.
QList<QWidget *> focusOrder(QWidget &window, const QList<QWidget *> &panes);

/// Gives the focus to the next one, or the one before, and scrolls it into sight. False when there is none.
bool moveFocus(QWidget &window, const QList<QWidget *> &panes, bool forward);

} // namespace halfopen
