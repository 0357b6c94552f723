// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/capture.h"

#include <algorithm>

#include <QApplication>
#include <QPixmap>

#include "ui/main_window.h"

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

} // namespace

bool capture(MainWindow &window, std::optional<SimTime> at, const QSize &size, const QString &file) {
    Session &session = window.session();
    window.resize(size);
    window.show();
    session.waitUntilSettled(kRunMsMax);
    session.playhead().pause();
    session.showAt(at.value_or(momentOfNote(session)));
    session.goToTransition(Direction::backward);
    session.showAt(at.value_or(momentOfNote(session)));
    for (int round = 0; round < kRounds; ++round)
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, kRoundMs);
    window.refreshAll();
    window.resize(size);
    QApplication::processEvents();
    return window.grab().save(file);
}

} // namespace halfopen
