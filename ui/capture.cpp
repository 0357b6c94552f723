// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/capture.h"

#include <algorithm>

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QPainter>
#include <QPixmap>

#include "ui/main_window.h"
#include "ui/shell/commands.h"

namespace halfopen {

namespace {

constexpr int kRunMsMax = 120'000;
/// Enough rounds of the event loop for layouts and panes that refresh by timer.
constexpr int kRounds = 12, kRoundMs = 30;

/// A while after the first thing of note, so that its cause and its consequence are both in the picture.
SimTime momentOfNote(Session &session) {
    const TraceView &trace = session.run().trace();
    const Duration width = session.span().to() - session.span().from();
    for (const Moment moment : {Moment::breakerOpens, Moment::faultStarts, Moment::requestFails}) {
        if (const auto record = findMoment(trace, moment, kTimeZero, Direction::forward))
            return std::min(trace[*record].time + width / 3, session.run().computed());
    }
    return session.run().computed();
}

void waitAWhile(const MainWindow &window) {
    QElapsedTimer clock;
    clock.start();
    while (!window.settled() && clock.elapsed() < kRunMsMax)
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, kRoundMs);
    for (int round = 0; round < kRounds; ++round)
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, kRoundMs);
}

/// The window, and over its middle each dialog that is open.
QPixmap pictureOf(MainWindow &window) {
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    for (QWidget *dialog : window.findChildren<QDialog *>()) {
        if (!dialog->isVisible()) continue;
        const QPoint place = window.rect().center() - dialog->rect().center();
        painter.drawPixmap(place, dialog->grab());
        painter.setPen(window.theme().colours().controlBorder);
        painter.drawRect(QRect(place, dialog->size()));
    }
    return picture;
}

} // namespace

bool capture(MainWindow &window, const CaptureWishes &wishes, const QString &file) {
    Session &session = window.session();
    window.resize(wishes.size);
    window.show();
    session.waitUntilSettled(kRunMsMax);
    session.playhead().pause();
    session.showAt(wishes.at.value_or(momentOfNote(session)));
    session.goToTransition(Direction::backward);
    session.showAt(wishes.at.value_or(momentOfNote(session)));
    waitAWhile(window);
    window.refreshAll();
    window.resize(wishes.size);
    for (const QString &id : wishes.commands) {
        if (const Command *command = window.commands().find(id)) command->action->trigger();
        waitAWhile(window);
    }
    if (window.isFullScreen()) { // of a screen that is not there
        window.setWindowState(Qt::WindowNoState);
        window.resize(wishes.size);
        waitAWhile(window);
    }
    QApplication::processEvents();
    return pictureOf(window).save(file);
}

} // namespace halfopen
