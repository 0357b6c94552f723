// SPDX-License-Identifier: GPL-3.0-or-later
// How a session moves through its run: steps, moments of note, transitions and requests.
#include "ui/session/session.h"

#include <algorithm>

namespace halfopen {

void Session::togglePlay() {
    if (playhead_.playing()) return playhead_.pause();
    if (run_->finished() && playhead_.viewed() >= playhead_.computed()) showAt(kTimeZero);
    playhead_.play();
}

void Session::step(Direction direction) {
    playhead_.pause();
    if (const auto time = neighbouringEvent(run_->trace(), playhead_.viewed(), direction)) showAt(*time);
}

bool Session::goTo(Moment moment, Direction direction) {
    playhead_.pause();
    const auto record = findMoment(run_->trace(), moment, playhead_.viewed(), direction);
    if (!record) return false;
    const TraceRecord &fact = run_->trace()[*record];
    if (fact.kind == RecordKind::breaker_changed)
        selection_.selectTransition(fact.object, *record);
    else if (fact.kind == RecordKind::request_ended)
        selection_.selectRequest(fact.request);
    showAt(fact.time);
    return true;
}

std::optional<TransitionPlace> Session::firstTransition(Direction direction, std::uint32_t &breaker) const {
    const TraceView &trace = run_->trace();
    const SimTime viewed = playhead_.viewed();
    std::optional<TransitionPlace> nearest;
    for (std::uint32_t b = 0; b < run_->index().breakers(); ++b) {
        const auto before = lastTransition(run_->index(), b, viewed);
        const auto place =
            direction == Direction::backward ? before : transitionAt(run_->index(), b, before ? before->number + 1 : 0);
        if (!place) continue;
        const bool nearer =
            !nearest || (direction == Direction::forward ? trace[place->record].time < trace[nearest->record].time
                                                         : trace[place->record].time > trace[nearest->record].time);
        if (!nearer) continue;
        nearest = place;
        breaker = b;
    }
    return nearest;
}

bool Session::goToTransition(Direction direction) {
    std::uint32_t breaker = selection_.breaker().value_or(0);
    std::optional<TransitionPlace> place;
    if (selection_.breaker() && selection_.transition()) {
        const auto now = transitionOfRecord(run_->index(), breaker, *selection_.transition());
        if (now && direction == Direction::forward)
            place = transitionAt(run_->index(), breaker, now->number + 1);
        else if (now && now->number > 0)
            place = transitionAt(run_->index(), breaker, now->number - 1);
    } else {
        place = firstTransition(direction, breaker);
    }
    if (!place) return false;
    playhead_.pause();
    selectTransition(breaker, place->record);
    return true;
}

void Session::showAt(SimTime time) {
    playhead_.seek(time);
    bringIntoView(playhead_.viewed());
}

void Session::goLive() {
    playhead_.goLive();
    bringIntoView(playhead_.viewed());
}

void Session::bringIntoView(SimTime viewed) {
    if (viewed >= span_.from() && viewed <= span_.to()) return;
    const Duration width = span_.to() - span_.from();
    const SimTime last = std::max(kTimeZero, axisEnd() - std::min(width, axisEnd() - kTimeZero));
    const SimTime from = std::clamp(std::max(kTimeZero + width / 2, viewed) - width / 2, kTimeZero, last);
    span_.set(from, from + width);
}

void Session::selectTransition(std::uint32_t breaker, std::size_t record) {
    selection_.selectTransition(breaker, record);
    showAt(run_->trace()[record].time);
}

void Session::selectRequest(std::uint32_t request) {
    if (request == 0 || request > run_->index().requests()) return;
    selection_.selectRequest(request);
    const RequestEntry &entry = run_->index().request(request);
    const SimTime viewed = playhead_.viewed();
    if (viewed < entry.started || viewed > entry.ended) showAt(entry.ended == kTimeNever ? entry.started : entry.ended);
}

void Session::fitSpan() { span_.set(kTimeZero, axisEnd()); }

} // namespace halfopen
