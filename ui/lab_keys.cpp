// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab_keys.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

#include "ui/transport.h"

namespace halfopen {

LabKeys::LabKeys(Session &session, Transport &transport, QWidget *tracks, QObject *parent)
    : QObject(parent), session_(session), transport_(transport), tracks_(tracks) {}

void LabKeys::watch(QWidget *widget) { widget->installEventFilter(this); }

bool LabKeys::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (handle(*key)) return true;
    if (watched == &transport_) { // W S A D F and the arrows mean the tracks there too
        QKeyEvent copy(key->type(), key->key(), key->modifiers(), key->text(), key->isAutoRepeat());
        return tracks_->isVisible() && QCoreApplication::sendEvent(tracks_, &copy) && copy.isAccepted();
    }
    return QObject::eventFilter(watched, event);
}

bool LabKeys::handle(const QKeyEvent &event) {
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) return false;
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_Space: session_.togglePlay(); return true;
    case Qt::Key_L: session_.goLive(); return true;
    case Qt::Key_Home: session_.showAt(kTimeZero); return true;
    case Qt::Key_End: session_.showAt(session_.playhead().computed()); return true;
    case Qt::Key_BracketLeft:
    case Qt::Key_Minus: transport_.changeSpeed(-1); return true;
    case Qt::Key_BracketRight:
    case Qt::Key_Plus:
    case Qt::Key_Equal: transport_.changeSpeed(1); return true;
    case Qt::Key_G: transport_.runUntil(shift ? Direction::backward : Direction::forward); return true;
    case Qt::Key_Question: emit keysAsked(); return true;
    case Qt::Key_Period:
        shift ? void(session_.goToTransition(Direction::forward)) : session_.step(Direction::forward);
        return true;
    case Qt::Key_Comma:
        shift ? void(session_.goToTransition(Direction::backward)) : session_.step(Direction::backward);
        return true;
    // With Shift, keyboards give the sign that stands above the point or the comma.
    case Qt::Key_Greater:
    case Qt::Key_Colon: session_.goToTransition(Direction::forward); return true;
    case Qt::Key_Less:
    case Qt::Key_Semicolon: session_.goToTransition(Direction::backward); return true;
    default: return false;
    }
}

} // namespace halfopen
