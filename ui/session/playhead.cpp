// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/playhead.h"

#include <algorithm>

namespace halfopen {

namespace {
constexpr int kFrameMs = 16;
/// A frame that took longer (a hidden window, a suspended machine) does not make the view leap.
constexpr double kLongestFrameSeconds = 0.25;
} // namespace

Playhead::Playhead(QObject *parent) : QObject(parent), timer_(this) {
    timer_.setInterval(kFrameMs);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, [this] {
        const double elapsed = static_cast<double>(clock_.nsecsElapsed()) * 1e-9;
        clock_.restart();
        advanceBy(std::min(elapsed, kLongestFrameSeconds));
    });
}

void Playhead::setComputed(SimTime t) {
    if (t == computed_) return;
    computed_ = t;
    const SimTime wanted = live_ ? computed_ : std::min(viewed_, computed_);
    if (wanted == viewed_) return;
    viewed_ = wanted;
    emit moved();
}

void Playhead::setSpeed(double speed) {
    const double within = std::clamp(speed, kSpeedMin, kSpeedMax);
    if (within == speed_) return;
    speed_ = within;
    emit changed();
}

void Playhead::play() {
    if (playing_) return;
    playing_ = true;
    clock_.start();
    timer_.start();
    emit changed();
}

void Playhead::pause() {
    if (!playing_) return;
    playing_ = false;
    now_.reset();
    timer_.stop();
    emit changed();
}

void Playhead::seek(SimTime t) {
    const SimTime within = std::clamp(t, kTimeZero, std::max(computed_, kTimeZero));
    const bool wasLive = std::exchange(live_, false);
    const bool moves = within != viewed_;
    viewed_ = within;
    if (wasLive) emit changed();
    if (moves) emit moved();
}

void Playhead::goLive() {
    const bool moves = viewed_ != computed_;
    const bool wasLive = std::exchange(live_, true);
    viewed_ = computed_;
    if (!wasLive) emit changed();
    if (moves) emit moved();
}

void Playhead::advanceBy(double wallSeconds) {
    if (!playing_ || live_) return;
    const bool before = lingering();
    const SimTime next = std::min(walk(wallSeconds), computed_);
    if (lingering() != before) emit changed();
    if (next == viewed_) return;
    viewed_ = next;
    emit moved();
}

/// Where so much wall time leads to, slower through what is worth it.
SimTime Playhead::walk(double wallSeconds) {
    SimTime at = viewed_;
    const auto after = [&at](double wall, double speed) { return saturating_add(at, duration_from_ns(wall * speed * 1e9)); };
    if (now_ && (at < now_->from || at >= now_->to)) now_.reset(); // sought away
    while (wallSeconds > 0.0) {
        const SimTime next = after(wallSeconds, speed_);
        if (!now_ && lingers_ && worth_ && rested_ >= kRestSeconds) {
            now_ = worth_(at, next);
            if (now_ && seconds(now_->to - now_->from) >= kLingerSeconds * speed_) now_.reset(); // slow enough by itself
        }
        if (!now_) {
            rested_ += wallSeconds;
            return next;
        }
        if (now_->from > at) {
            wallSeconds -= seconds(now_->from - at) / speed_;
            at = now_->from;
        }
        const double slow = seconds(now_->to - now_->from) / kLingerSeconds;
        const SimTime slowly = after(std::max(wallSeconds, 0.0), slow);
        if (slowly < now_->to) return slowly;
        wallSeconds -= seconds(now_->to - at) / slow;
        at = now_->to;
        now_.reset();
        rested_ = 0.0;
    }
    return at;
}

} // namespace halfopen
