// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"

#include <algorithm>

#include <QElapsedTimer>

namespace halfopen {

namespace {

/// After so long a run is shown although it has not reached what is looked at.
constexpr int kPatienceMs = 60;
/// At first the view is so many wall seconds of play wide.
constexpr double kViewWallSeconds = 20.0;
/// While playing the hairline stays left of this share of the view.
constexpr double kFollowShare = 0.85;
/// The view follows in such steps of its width, because each draws all tracks anew.
constexpr int kFollowSteps = 100;

SimTime at(double seconds) { return kTimeZero + duration_from_ns(seconds * 1e9); }

} // namespace

Session::Session(ScenarioDocument &document, QObject *parent)
    : QObject(parent), document_(document), patience_(this), playhead_(this), selection_(this), span_(this), bookmarks_(document) {
    patience_.setSingleShot(true);
    patience_.setInterval(kPatienceMs);
    connect(&patience_, &QTimer::timeout, this, &Session::promoteNext);
    connect(&document_, &ScenarioDocument::replaced, this, &Session::restart);
    connect(&document_, &ScenarioDocument::edited, this, &Session::rerun);
    connect(&playhead_, &Playhead::moved, this, &Session::follow);
    playhead_.setWorth([this](SimTime from, SimTime to) { return firstHalfOpen(from, to); });
    restart();
}

Session::~Session() = default;

SimTime Session::axisEnd() const {
    const SimTime duration = kTimeZero + document_.scenario().duration;
    return run_->finished() ? std::max(run_->computed(), duration) : duration;
}

void Session::restart() {
    next_.reset();
    again_ = false;
    patience_.stop();
    const Scenario &scenario = document_.scenario();
    auto old = std::exchange(run_, std::make_unique<Run>(scenario));
    watch(*run_);
    playhead_.pause();
    playhead_.setComputed(kTimeZero);
    playhead_.seek(kTimeZero);
    playhead_.setSpeed(scenario.play_speed);
    selection_.clear();
    selection_.selectRange({});
    selection_.selectFault({});
    const double whole = seconds(scenario.duration);
    span_.set(kTimeZero, at(std::clamp(scenario.play_speed * kViewWallSeconds, std::min(1e-3, whole), whole)));
    emit runChanged();
}

void Session::rerun() {
    again_ = true;
    if (!next_) startNext();
}

void Session::startNext() {
    again_ = false;
    next_ = std::make_unique<Run>(document_.scenario());
    connect(next_.get(), &Run::grew, this, &Session::considerNext);
    patience_.start();
}

void Session::considerNext() {
    if (next_ && (next_->finished() || next_->computed() >= std::max(playhead_.viewed(), span_.to()))) promoteNext();
}

void Session::promoteNext() {
    if (!next_) return;
    patience_.stop();
    // The same transition by its number, and the same request by its own: they met the same luck.
    std::optional<TransitionPlace> place;
    const auto breaker = selection_.breaker();
    if (selection_.transition() && breaker)
        place = transitionOfRecord(run_->index(), *breaker, *selection_.transition());
    const auto request = selection_.request();
    const auto old = std::exchange(run_, std::move(next_));
    disconnect(run_.get(), &Run::grew, this, &Session::considerNext);
    watch(*run_);
    if (request && *request > run_->index().requests()) selection_.clear();
    if (place) {
        const auto same = transitionAt(run_->index(), *breaker, place->number);
        same ? selection_.selectTransition(*breaker, same->record) : selection_.clear();
    }
    takeComputed();
    emit runChanged();
    if (again_) startNext();
}

void Session::watch(Run &run) {
    connect(&run, &Run::grew, this, [this] {
        takeComputed();
        emit runGrew();
    });
}

void Session::takeComputed() {
    if (run_->finished() || run_->computed() >= playhead_.viewed()) playhead_.setComputed(run_->computed());
}

bool Session::waitUntilSettled(int ms) {
    QElapsedTimer clock;
    clock.start();
    while (next_) {
        if (!next_->waitUntilFinished(ms - static_cast<int>(clock.elapsed()))) return false;
        promoteNext();
    }
    return run_->waitUntilFinished(ms - static_cast<int>(clock.elapsed()));
}

/// The moments that play would rush through: a breaker is half-open. Of many breakers only the selected one counts.
std::optional<Playhead::Worth> Session::firstHalfOpen(SimTime from, SimTime to) const {
    constexpr std::uint32_t kBreakersMost = 8;
    const TraceIndex &index = run_->index();
    const auto breakers = static_cast<std::uint32_t>(index.breakers());
    std::uint32_t first = 0, end = breakers;
    if (breakers > kBreakersMost) {
        first = std::min(selection_.breaker().value_or(breakers), breakers);
        end = std::min(first + 1, breakers);
    }
    std::optional<Playhead::Worth> found;
    for (std::uint32_t b = first; b < end; ++b) {
        const std::vector<BreakerInterval> &life = index.breaker(b);
        auto part = std::ranges::upper_bound(life, from, {}, &BreakerInterval::to);
        for (; part != life.end() && part->from <= to; ++part) {
            if (part->state != BreakerState::half_open || part->to <= part->from) continue;
            if (!found || part->from < found->from) found = {part->from, std::min(part->to, run_->computed())};
            break;
        }
    }
    return found && found->to > found->from ? found : std::nullopt;
}

void Session::follow() {
    const SimTime viewed = playhead_.viewed();
    const Duration width = span_.to() - span_.from();
    const SimTime latest = span_.from() + duration_from_ns(static_cast<double>(width.count()) * kFollowShare);
    if (playhead_.playing() && viewed >= playhead_.computed() && run_->finished() && !playhead_.live())
        playhead_.pause();
    if (playhead_.playing() && viewed > latest && viewed <= span_.to()) {
        const Duration step = std::max(width / kFollowSteps, Duration{1});
        const Duration shift = std::min(((viewed - latest) / step + 1) * step, axisEnd() - span_.to());
        if (shift > Duration{0}) span_.set(span_.from() + shift, span_.to() + shift); // nothing lies beyond the end
    }
}

} // namespace halfopen
