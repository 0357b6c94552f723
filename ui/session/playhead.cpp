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
    const Duration step = duration_from_ns(wallSeconds * speed_ * 1e9);
    const SimTime next = std::min(saturating_add(viewed_, step), computed_);
    if (next == viewed_) return;
    viewed_ = next;
    emit moved();
}

} // namespace halfopen
