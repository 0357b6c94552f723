// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include <QString>

#include "ui/flow/pipeline.h"

namespace halfopen {

/// The three states of one breaker, which one holds, and what leads from one to the next, with its numbers now. Pure.
struct StateMachine {
    struct Edge {
        BreakerState from = BreakerState::closed, to = BreakerState::open;
        QString guard; ///< "3 of 5 in a row", "28.3 s", "fails", "ok"
        QString tip;
        bool live = false; ///< it leaves the state that holds
    };
    QString title;    ///< "gpt4_vision"
    QString subtitle; ///< "instance 2 of 8"; empty where there is but one
    BreakerState state = BreakerState::closed;
    bool halfOpenExists = true; ///< some breakers go from OPEN to CLOSED
    std::vector<Edge> edges;
    QString now; ///< a sentence: the state, since when, and its numbers
};

/// Of the row's breaker. Precondition: the row has a gauge.
StateMachine machineOf(const PipelineRow &row, const Breaker &breaker, const BreakerConfig &config, SimTime at);

} // namespace halfopen
