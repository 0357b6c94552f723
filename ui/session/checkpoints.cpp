// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/checkpoints.h"

#include <algorithm>

namespace halfopen {

namespace {

/// Copying so many bytes takes a few hundredths of the time of kEventsApart events: larger states are copied more
/// seldom.
constexpr std::size_t kCheapBytes = 512u << 10;
/// One copy may take this share of the budget.
constexpr std::size_t kCopiesMin = 4;

} // namespace

void Checkpoints::consider(const Simulation &simulation) {
    const std::size_t bytes = simulation.bytes();
    {
        const std::lock_guard lock(mutex_);
        const std::uint64_t apart = eventsApart_ * (1 + bytes / kCheapBytes);
        if (!kept_.empty() && simulation.events() - lastEvents_ < apart) return;
        lastEvents_ = simulation.events();
        if (!kept_.empty() && bytes > bytesMax_ / kCopiesMin) return;
    }
    auto copy = std::make_shared<const Simulation>(simulation); // smaller than the original: it has no room to grow
    const std::lock_guard lock(mutex_);
    bytes_ += copy->bytes();
    kept_.push_back({copy->reached(), copy->events(), copy->bytes(), std::move(copy)});
    while (bytes_ > bytesMax_ && kept_.size() > 1)
        dropOne();
}

/// The one whose neighbours lie closest together; the first always stays.
void Checkpoints::dropOne() {
    std::size_t least = kept_.size() - 1;
    for (std::size_t i = 1; i + 1 < kept_.size(); ++i) {
        const bool last = least + 1 == kept_.size();
        if (last || kept_[i + 1].events - kept_[i - 1].events < kept_[least + 1].events - kept_[least - 1].events)
            least = i;
    }
    bytes_ -= kept_[least].bytes;
    kept_.erase(kept_.begin() + static_cast<std::ptrdiff_t>(least));
}

std::shared_ptr<const Simulation> Checkpoints::nearest(SimTime t) const {
    const std::lock_guard lock(mutex_);
    const auto after = std::ranges::upper_bound(kept_, t, {}, &Kept::reached);
    return after == kept_.begin() ? nullptr : std::prev(after)->simulation;
}

std::size_t Checkpoints::count() const {
    const std::lock_guard lock(mutex_);
    return kept_.size();
}

std::size_t Checkpoints::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

std::uint64_t Checkpoints::eventsUntil(const Simulation &from, SimTime t) const {
    const std::lock_guard lock(mutex_);
    const auto after = std::ranges::upper_bound(kept_, t, {}, &Kept::reached);
    const SimTime begin = from.reached();
    if (after == kept_.end() || after->events <= from.events() || after->reached <= begin) return eventsApart_;
    const double share = seconds(t - begin) / seconds(after->reached - begin);
    return static_cast<std::uint64_t>(static_cast<double>(after->events - from.events()) * std::min(1.0, share));
}

/// Whether the cursor lies before t, and no checkpoint does better.
bool InnerState::usable(SimTime t, const Simulation *near) const {
    return cursor_ && cursor_->reached() <= t && (!near || near->events() <= cursor_->events());
}

std::uint64_t InnerState::expected(SimTime t, const Checkpoints &checkpoints) const {
    const auto near = checkpoints.nearest(t);
    if (usable(t, near.get())) return checkpoints.eventsUntil(*cursor_, t);
    return near ? checkpoints.eventsUntil(*near, t) : 0;
}

void InnerState::Job::work() {
    if (!cursor) cursor = std::make_unique<Simulation>(*start);
    while (cursor->advance({.until = until}, nullptr)) {
    }
}

InnerState::Job InnerState::begin(SimTime t, const Checkpoints &checkpoints) {
    Job job{checkpoints.nearest(t), nullptr, t};
    if (usable(t, job.start.get()))
        job.cursor = std::move(cursor_);
    else if (!job.start)
        job.cursor = std::make_unique<Simulation>(*scenario_);
    return job;
}

const Simulation &InnerState::at(SimTime t, const Checkpoints &checkpoints) {
    Job job = begin(t, checkpoints);
    const std::uint64_t before = job.cursor ? job.cursor->events() : job.start->events();
    job.work();
    replayed_ = job.cursor->events() - before;
    finish(job);
    return *cursor_;
}

} // namespace halfopen
