// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "engine/insight/trace_index.h"
#include "ui/flow/stage.h"
#include "ui/theme/glyphs.h"

namespace halfopen {

/// A request on its way along one row of the pipeline, without pixels.
struct FlowDot {
    std::uint32_t request = 0;
    std::size_t row = 0;
    bool inside = false;          ///< it starts inside the retry layer: a further try
    bool refused = false;         ///< it goes no farther than `stage`
    Stage stage = Stage::retry;   ///< that refused it
    double along = 0;             ///< 0 where it starts, 1 at its goal
    double age = 0;               ///< at its goal: since it came there, in lengths of a journey
    bool over = false;            ///< its outcome is known
    Glyph glyph = Glyph::success; ///< of the outcome
    double fade = 1;              ///< 1 to 0 while its outcome vanishes
    friend bool operator==(const FlowDot &, const FlowDot &) = default;
};

/// The dots at one instant.
struct FlowDots {
    std::vector<FlowDot> dots;
    std::uint64_t oneOf = 1; ///< each dot stands for so many requests
};

/// At most so many begin in a second of wall time; beyond, they are sampled.
inline constexpr double kDotsPerSecond = 60.0;
inline constexpr std::size_t kDotsMax = 160;

/// The dots of a workload's requests at `at`. Dots travel at human speed: a journey takes half a second of wall time
/// however short the call was. A pure function of the trace, the instant and the speed; its work is bounded by the
/// number of dots. `begunPerSecond` (of dots) and `inFlight` decide which share of the requests is drawn.
FlowDots dotsAt(const TraceView &trace, const TraceIndex &index, std::uint32_t workload, SimTime at, double speed,
                double begunPerSecond, std::uint64_t inFlight);

/// 1, 2, 5, 10, 20, ...: the first that is at least `least`.
std::uint64_t niceSample(double least);

} // namespace halfopen
