// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

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

    /// A stretch that is worth lingering on: playing takes kLingerSeconds of wall time for it, if it would be faster
    /// otherwise, and then kRestSeconds at least until the next.
    struct Worth {
        SimTime from{}, to{};
    };
    static constexpr double kLingerSeconds = 1.5, kRestSeconds = 3.0;
    /// Tells the first such stretch that overlaps (from, to]; none: playing never lingers.
    void setWorth(std::function<std::optional<Worth>(SimTime from, SimTime to)> worth) { worth_ = std::move(worth); }
    void setLingers(bool on) { lingers_ = on; }
    bool lingering() const { return playing_ && now_.has_value(); }

signals:
    void moved();   ///< viewed() changed
    void changed(); ///< playing, live, speed or lingering changed

private:
    SimTime walk(double wallSeconds);
    std::function<std::optional<Worth>(SimTime, SimTime)> worth_;
    std::optional<Worth> now_;       ///< lingered on
    double rested_ = kRestSeconds;   ///< wall seconds of play since then
    bool lingers_ = true;
    SimTime viewed_{}, computed_{};
    bool playing_ = false, live_ = false;
    double speed_ = 1.0;
    QTimer timer_;
    QElapsedTimer clock_;
};

} // namespace halfopen
