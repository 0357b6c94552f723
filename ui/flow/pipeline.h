// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

#include "engine/insight/flow_counts.h"
#include "engine/insight/lint/lint.h"
#include "engine/insight/series.h"
#include "engine/insight/trace_index.h"
#include "engine/sim/simulation.h"
#include "ui/flow/breaker_gauge.h"
#include "ui/flow/stage.h"

namespace halfopen {

/// One layer of one leg.
struct StageBox {
    Stage stage = Stage::retry;
    bool on = false;
    QString first, second; ///< its words; of a breaker empty, see PipelineRow::gauge
    QString tip;
    QStringList advice;   ///< of the linter, one sentence each
    double perSecond = 0; ///< calls that came to it
};

/// The service at the end of a row.
struct ServiceBox {
    std::uint32_t service = 0;
    QString name, state, tip;
    bool trouble = false; ///< a fault or an outage is on
    QStringList advice;   ///< on the leg and on the service
    double perSecond = 0; ///< calls that came to it, hedged copies included
};

/// A leg of the chain at one instant.
struct PipelineRow {
    std::size_t leg = 0;
    std::optional<std::uint32_t> policy;
    std::vector<StageBox> boxes;       ///< from the caller inwards, those that are off too
    std::optional<BreakerGauge> gauge; ///< of the breaker that is shown
    std::optional<std::uint32_t> breaker;
    std::optional<int> replicasOut; ///< the breaker stands at the balancer
    int replicas = 1;
    double refusedPerSecond = 0;               ///< by the breaker, of all instances
    std::uint32_t instance = 0, instances = 1; ///< whose state is shown
    std::uint32_t openInstances = 0;
    bool shared = false;
    QString caption;                               ///< "instance 2 of 8, 3 open"; empty where there is but one
    double entered = 0, fellBack = 0, skipped = 0; ///< per second
    ServiceBox service;

    const StageBox &box(Stage stage) const;
};

/// What a workload's requests pass through, with live numbers. A value: made from a state and a trace, drawn elsewhere.
struct Pipeline {
    std::uint32_t workload = 0;
    QString operation;
    double perSecond = 0; ///< requests that began
    std::vector<PipelineRow> rows;
    bool oneOrder = true; ///< all rows have their layers in the same order, so that columns can have titles
    std::uint64_t callsInFlight = 0;
    double triesPerSecond = 0; ///< passages through a leg's stack, refused ones too
};

/// What a pipeline is made from.
struct PipelineInput {
    const Simulation *state = nullptr; ///< at `at`
    const TraceIndex *index = nullptr;
    std::vector<LegCounts> counts; ///< of the workload's legs in [0, at]
    std::vector<LegCounts> recent; ///< the same over the last `window`
    Duration window{0};
    SimTime at{};
    std::uint32_t workload = 0;
    const std::vector<Advice> *advice = nullptr;  ///< of the linter, on the document; may be missing
    std::optional<std::uint32_t> selectedBreaker; ///< its instance is shown; else the worst
};

/// Calls are counted over so long, or from the start when less has passed.
inline constexpr Duration kFlowWindow = kRecentWindow;

Pipeline pipelineOf(const PipelineInput &input);

/// "8 requests a second come in. gpt4_vision: retry 5 tries, ...": the pane for those who cannot see it.
QString describe(const Pipeline &pipeline);
QString describe(const PipelineRow &row);
/// One layer in words: its purpose, its settings and its numbers; the tip of its box.
QString describe(const PipelineRow &row, const StageBox &box);

} // namespace halfopen
