// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab_keys.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QWidget>

#include "ui/shell/commands.h"

namespace halfopen {

LabKeys::LabKeys(const Commands &commands, QWidget &tracks, QObject *parent)
    : QObject(parent), commands_(commands), tracks_(tracks) {}

void LabKeys::watch(QWidget *widget) { widget->installEventFilter(this); }

void LabKeys::passToTracks(int key, Qt::KeyboardModifiers modifiers) {
    const QScopedValueRollback passing(passing_, true);
    QKeyEvent press(QEvent::KeyPress, key, modifiers);
    QCoreApplication::sendEvent(&tracks_, &press);
}

bool LabKeys::eventFilter(QObject *watched, QEvent *event) {
    // A key that a button or a field did not want comes by here on its way up: it is not ours.
    const auto *widget = static_cast<const QWidget *>(watched);
    const QWidget *focus = QApplication::focusWidget();
    const bool ours = !focus || focus == widget || !widget->isAncestorOf(focus);
    if (passing_ || !ours || event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool arrow = press->key() >= Qt::Key_Left && press->key() <= Qt::Key_Down;
    const bool keeps = (arrow && widget->property("keepsArrows").toBool()) ||
                       (press->key() == Qt::Key_Escape && widget->property("keepsEscape").toBool());
    if (keeps) return QObject::eventFilter(watched, event);
    const Command *command = commands_.ofLetter(*press);
    if (!command) return QObject::eventFilter(watched, event);
    command->action->trigger();
    return true;
}

} // namespace halfopen
