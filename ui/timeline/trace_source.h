// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "engine/insight/trace_index.h"
#include "engine/trace/store.h"
#include "engine/world/scenario.h"
#include "ui/timeline/time_axis.h"

namespace halfopen {

/// What the timeline reads of a run. The pointers live as long as the run.
struct TraceSource {
    const Scenario *scenario = nullptr;
    const TraceView *trace = nullptr;
    const TraceIndex *index = nullptr; ///< indexes exactly *trace
    SimTime computed{};                ///< how far the trace reaches
    bool finished = false;             ///< nothing comes after `computed`

    /// From 0 to where the run ends, or is planned to end while it is still computed.
    Stretch whole() const {
        const SimTime planned{scenario->duration};
        const SimTime end = finished ? computed : std::max(planned, computed);
        return {kTimeZero, std::max(end, SimTime{kStretchMin})};
    }
};

} // namespace halfopen
