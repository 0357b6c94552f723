// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/sim/simulation.h"
#include "engine/world/layout.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// One layer that hands out something of which there is only so much: what stands here is the least over instances.
struct TokenLine {
    enum class Layer : std::uint8_t { budget, limiter, bulkhead };
    Layer layer = Layer::budget;
    std::uint32_t policy = 0, service = 0;
    std::vector<std::uint32_t> guards; ///< of all instances
};

/// How many tokens of budgets and limiters, and places of bulkheads, were left over time. A trace knows of them only
/// where one is spent, so that whoever runs the simulation stops at even moments and looks: each value is the state's
/// own, and nothing is guessed between them. A regular value.
class TokenSeries {
public:
    static constexpr std::size_t kLinesMax = 4;
    static constexpr std::int64_t kSteps = 1'000; ///< over the duration
    using Row = std::array<float, kLinesMax>;     ///< by line, what is left

    static std::vector<TokenLine> lines_of(const Scenario &scenario);
    explicit TokenSeries(const Scenario &scenario);

    const std::vector<TokenLine> &lines() const { return lines_; }
    Duration step() const { return step_; }
    /// When to look next; kTimeNever: no more, or there is nothing to look at.
    SimTime next() const;
    /// What a run shows that has handled all events at and before next(), and none after it.
    Row look(const Simulation &run) const;
    void append(const Row &row) { rows_.push_back(row); }

    /// rows()[i] was seen at i * step().
    const std::vector<Row> &rows() const { return rows_; }

private:
    std::vector<TokenLine> lines_;
    Duration step_;
    SimTime end_;
    std::vector<Row> rows_;
};

} // namespace halfopen
