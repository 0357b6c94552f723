// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "engine/base/time.h"

namespace halfopen {

/// Where the person looks: a cursor over the trace. Playing moves it through simulated time at `speed` simulated
/// seconds per wall second; it never passes what is computed. Live means that it follows the end of the trace.
class Playhead : public QObject {
    Q_OBJECT
public:
    static constexpr double kSpeedMin = 1.0 / 64.0, kSpeedMax = 4096.0;
    explicit Playhead(QObject *parent = nullptr);

    SimTime viewed() const { return viewed_; }
    SimTime computed() const { return computed_; }
    bool playing() const { return playing_; }
    bool live() const { return live_; }
    double speed() const { return speed_; }

    void setComputed(SimTime t);      ///< how far the run reaches; keeps viewed() within it
    void setSpeed(double speed);      ///< kSpeedMin to kSpeedMax
    void play();
    void pause();
    void seek(SimTime t);             ///< detaches from live
    void goLive();
    void advanceBy(double wallSeconds); ///< what the timer does; tests call it directly

signals:
    void moved();   ///< viewed() changed
    void changed(); ///< playing, live or speed changed

private:
    SimTime viewed_{}, computed_{};
    bool playing_ = false, live_ = false;
    double speed_ = 1.0;
    QTimer timer_;
    QElapsedTimer clock_;
};

} // namespace halfopen
