// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>
#include <QTimer>

#include "ui/session/session.h"

class QLabel;

namespace halfopen {

/// The bar at the bottom: how fast the run was computed, its memory and seed, and what the model leaves out.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(Session &session, QWidget *parent = nullptr);
    void tell(const QString &message); ///< for some seconds, or until the next thing happens
    void showRun(bool shown); ///< numbers and model of the run; else the bar only tells

private:
    void refresh();
    void forgetWhenDone();
    Session &session_;
    SimTime toldAt_{}; ///< where one looked then
    QTimer timer_;
    QLabel *numbers_, *limits_;
};

/// "failures independent between calls · unlimited workers · 1 instance".
QString modelLimits(const Scenario &scenario);
/// What is said of a run that did not simply finish; empty when it did.
QString stopText(StopReason reason);

} // namespace halfopen
