// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/trace/store.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// Calls at one service at a moment: those that wait for a worker and those that are served.
struct QueueState {
    std::uint32_t waiting = 0, serving = 0;
    friend bool operator==(const QueueState &, const QueueState &) = default;
};

/// How long the queues of services with finite workers were, over time, for charts: the state at each step's begin and
/// the most within it. Fed in order, a regular value; memory follows the number of steps, which double when they
/// become too many.
class QueueSeries {
public:
    static constexpr std::size_t kStepsMax = 20'000;
    explicit QueueSeries(const Scenario &scenario);

    /// Takes up to `most` of the records [records(), view.size()). Returns whether there are more.
    bool extend(const TraceView &view, std::size_t most);
    std::size_t records() const { return records_; }

    /// Services that have a queue here, in the scenario's order.
    const std::vector<std::uint32_t> &services() const { return services_; }
    Duration step() const { return step_; }
    /// The state at t, to the nearest step's begin at or below t; the newest when t lies beyond the last record.
    /// `place` counts within services().
    QueueState at(std::size_t place, SimTime t) const;
    /// The most that waited, and the most that were served, at some time in [from, to).
    QueueState most(std::size_t place, SimTime from, SimTime to) const;

private:
    struct Step {
        QueueState begin, most;
    };
    void take(const TraceRecord &record);
    void reach(SimTime time);
    void double_steps();

    std::vector<std::uint32_t> services_;
    std::vector<std::optional<std::uint32_t>> place_of_; ///< by service
    Duration step_;
    std::size_t records_ = 0;
    SimTime reached_{};
    std::vector<QueueState> now_;            ///< by place
    std::vector<std::vector<Step>> steps_;   ///< [place][step]
};

} // namespace halfopen
