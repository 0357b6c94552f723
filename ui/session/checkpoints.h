// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "engine/sim/simulation.h"

namespace halfopen {

/// Copies of a running Simulation along its way, so that its state at any instant is a short replay away. Written by
/// the worker of a run, read by the GUI thread. Within a budget of bytes: beyond it the copy goes that is missed least,
/// so that the gaps stay about even.
class Checkpoints {
public:
    static constexpr std::size_t kBytesMax = 16u << 20;
    static constexpr std::uint64_t kEventsApart = 25'000; ///< a few milliseconds of replay; more for large states
    explicit Checkpoints(std::size_t bytesMax = kBytesMax, std::uint64_t eventsApart = kEventsApart)
        : bytesMax_(bytesMax), eventsApart_(eventsApart) {}

    /// Keeps a copy if the last one is far enough away, and if copying it costs little beside the run itself.
    void consider(const Simulation &simulation);
    /// The copy that reaches farthest without passing t; null when there is none yet.
    std::shared_ptr<const Simulation> nearest(SimTime t) const;
    /// About how many events a run handles after `from` (a state before t) until t, judged by the copies around.
    std::uint64_t eventsUntil(const Simulation &from, SimTime t) const;
    std::size_t count() const;
    std::size_t bytes() const;

private:
    struct Kept {
        SimTime reached{};
        std::uint64_t events = 0;
        std::size_t bytes = 0;
        std::shared_ptr<const Simulation> simulation;
    };
    void dropOne();

    const std::size_t bytesMax_;
    const std::uint64_t eventsApart_;
    mutable std::mutex mutex_; ///< guards all below
    std::uint64_t lastEvents_ = 0;
    std::vector<Kept> kept_; ///< in order of time; the first is that of the start
    std::size_t bytes_ = 0;
};

/// A cursor over the states of one run: the Simulation after all events at and before an instant, exactly as the
/// forward run had it. Moving on continues the last answer, moving back starts from the nearest checkpoint.
class InnerState {
public:
    /// Without checkpoints it replays from the start.
    explicit InnerState(std::shared_ptr<const Scenario> scenario) : scenario_(std::move(scenario)) {}

    /// Precondition: t >= 0. The reference holds until the next call.
    const Simulation &at(SimTime t, const Checkpoints &checkpoints);
    std::uint64_t replayed() const { return replayed_; } ///< events of the last call
    /// About how many events at(t) would replay.
    std::uint64_t expected(SimTime t, const Checkpoints &checkpoints) const;

    /// The same work for another thread: it takes the cursor with it, and at() does without until it is given back.
    struct Job {
        std::shared_ptr<const Simulation> start; ///< used when there is no cursor
        std::unique_ptr<Simulation> cursor;
        SimTime until{};
        /// Brings the cursor to its instant.
        void work();
    };
    Job begin(SimTime t, const Checkpoints &checkpoints);
    void finish(Job &job) { cursor_ = std::move(job.cursor); }

private:
    bool usable(SimTime t, const Simulation *near) const;

    std::shared_ptr<const Scenario> scenario_;
    std::unique_ptr<Simulation> cursor_;
    std::uint64_t replayed_ = 0;
};

} // namespace halfopen
