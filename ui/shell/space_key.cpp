// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/space_key.h"

#include <utility>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace halfopen {

namespace {

bool needsSpace(const QWidget *widget) {
    if (qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)) return true;
    if (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)) return true;
    if (qobject_cast<const QMenu *>(widget) || qobject_cast<const QMenuBar *>(widget)) return true;
    if (const auto *text = qobject_cast<const QTextEdit *>(widget)) return !text->isReadOnly();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget)) return !text->isReadOnly();
    if (const auto *items = qobject_cast<const QAbstractItemView *>(widget)) {
        const Qt::ItemFlags flags = items->currentIndex().flags();
        return flags.testFlag(Qt::ItemIsUserCheckable) ||
               (flags.testFlag(Qt::ItemIsEditable) && items->editTriggers() != QAbstractItemView::NoEditTriggers);
    }
    return false;
}

} // namespace

SpaceKey::SpaceKey(QWidget &window, std::function<bool()> plays)
    : QObject(&window), window_(window), plays_(std::move(plays)) {
    qApp->installEventFilter(this);
}

bool SpaceKey::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress) return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    const auto *press = static_cast<QKeyEvent *>(event);
    if (!widget || press->key() != Qt::Key_Space || press->modifiers() != Qt::NoModifier) return false;
    // Of the popup of a box, or of a dialog, the window is another one.
    const QWidget *focus = QApplication::focusWidget();
    if (widget->window() != &window_ || QApplication::activePopupWidget() || (focus && focus != widget)) return false;
    return !needsSpace(widget) && plays_();
}

} // namespace halfopen
