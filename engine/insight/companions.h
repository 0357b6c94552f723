// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "engine/insight/comparison.h"
#include "engine/insight/metrics.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// A figure that theory knows, beside what a run measured.
struct CompanionFigure {
    std::string name; ///< queue_wait_mean, success_rate, ...
    FigureUnit unit = FigureUnit::plain;
    double expected = 0.0;
    Figure measured; ///< nothing without a run
};

/// A closed form for one part of a scenario. Its assumptions hold, or `why_not` says which does not.
struct Companion {
    std::string path;  ///< services.station, operations.ask, policies.caller.breaker
    std::string model; ///< "M/M/1", "retry loop", "breaker"
    std::string assumes; ///< one sentence
    std::vector<CompanionFigure> figures; ///< empty when it does not hold
    std::string why_not; ///< "its calls come from clients who wait for their answers"
    bool holds() const { return why_not.empty(); }
};

/// The closed forms that could accompany a scenario: queues of services that are asked, chains of operations,
/// breakers. In the order services, operations, breakers. `metrics` adds what was measured.
std::vector<Companion> companions(const Scenario &scenario, const Metrics *metrics = nullptr);

class LintScene;
// One file each.
std::vector<Companion> queue_companions(const LintScene &scene, const Metrics *metrics);
std::vector<Companion> chain_companions(const LintScene &scene, const Metrics *metrics);
std::vector<Companion> breaker_companions(const LintScene &scene, const Metrics *metrics);

} // namespace halfopen
