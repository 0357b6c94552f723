// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/checkpoints.h"

#include <algorithm>

namespace halfopen {

namespace {

/// Copying so many bytes takes a tenth of the time of kEventsApart events: larger states are copied more seldom.
constexpr std::size_t kCheapBytes = 2u << 20;
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
    Kept kept{simulation.reached(), simulation.events(), bytes, std::make_shared<const Simulation>(simulation)};
    const std::lock_guard lock(mutex_);
    kept_.push_back(std::move(kept));
    bytes_ += bytes;
    while (bytes_ > bytesMax_ && kept_.size() > 1)
        dropOne();
}

/// The one whose neighbours lie closest together; the first always stays.
void Checkpoints::dropOne() {
    std::size_t least = kept_.size() - 1;
    for (std::size_t i = 1; i + 1 < kept_.size(); ++i) {
        const bool last = least + 1 == kept_.size();
        if (last || kept_[i + 1].events - kept_[i - 1].events < kept_[least + 1].events - kept_[least - 1].events) least = i;
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

const Simulation &InnerState::at(SimTime t, const Checkpoints &checkpoints) {
    const auto near = checkpoints.nearest(t);
    const bool usable = cursor_ && cursor_->reached() <= t;
    if (near && (!usable || near->events() > cursor_->events()))
        cursor_ = std::make_unique<Simulation>(*near);
    else if (!usable)
        cursor_ = std::make_unique<Simulation>(*scenario_);
    const std::uint64_t before = cursor_->events();
    while (cursor_->advance({.until = t}, nullptr)) {
    }
    replayed_ = cursor_->events() - before;
    return *cursor_;
}

} // namespace halfopen
