// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "engine/insight/trace_index.h"
#include "engine/trace/store.h"
#include "engine/world/scenario.h"
#include "ui/timeline/trace_source.h"

namespace halfopen::gui_test {

/// How a made-up trace is to be. Times are scaled to the duration, so that every one has the same story.
struct MadeUpPlan {
    double duration_s = 240;
    double rate = 5;         ///< requests per second
    double computed_s = 240; ///< the trace stops here, as a run that is still computed
    int instances = 1;
    int flaps = 0; ///< more openings and closings of the third breaker, evenly spread
};

/// A trace written without the engine, with a story that is known beforehand: three services in a chain; the first is
/// out from 25 % to 62.5 % of the time, its breaker opens at 25.5 %, probes in vain at 50.5 % and closes at 76 %;
/// the second is slow from 33 % to 46 % and its breaker opens at 37.4 %. Requests are retried, time out, fall back,
/// are refused and healed.
class MadeUpTrace {
public:
    explicit MadeUpTrace(const MadeUpPlan &plan = {});
    MadeUpTrace(const MadeUpTrace &) = delete;
    MadeUpTrace &operator=(const MadeUpTrace &) = delete;

    const Scenario &scenario() const { return scenario_; }
    const TraceView &view() const { return view_; }
    const TraceIndex &index() const { return index_; }
    TraceSource source() const { return {&scenario_, &view_, &index_, computed_, finished_}; }

private:
    Scenario scenario_;
    TraceStore store_;
    TraceView view_;
    TraceIndex index_;
    SimTime computed_{};
    bool finished_ = true;
};

/// The document of a made-up trace: receipts read by gpt4_vision, claude and local_ocr.
Scenario madeUpScenario(const MadeUpPlan &plan);

} // namespace halfopen::gui_test
