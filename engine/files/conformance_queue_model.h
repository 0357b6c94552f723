// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>

#include "engine/files/conformance_json.h"
#include "engine/world/scenario.h"

// Internal to engine/files: queues as scenarios: one service, Poisson arrivals, no policy. A run starts empty; the bias
// of that start decays with the relaxation time of the queue, so the warm-up is some of them, and then some more are
// measured.
namespace halfopen::vectors {

struct QueueVector {
    std::string id;
    double arrivals_per_s = 0.0;
    Distribution service;
    double service_mean_s = 0.0;
    double scv = 1.0; ///< squared coefficient of variation of the service time
    int workers = 1;
    std::optional<int> queue;
    std::map<std::string, double> expected;

    double expect(const char *name, double otherwise) const {
        const auto found = expected.find(name);
        return found == expected.end() ? otherwise : found->second;
    }
};

/// Reads `model` and `params`. Errors (Unusable): an unknown model, service time or parameter; a load that is too high.
void read_queue(const Json &line, QueueVector &vector);

/// The time constant with which the queue forgets its start.
double relaxation_s(const QueueVector &vector);

struct Lengths {
    double warmup_s = 0.0;
    double measured_s = 0.0;
};
Lengths lengths(const QueueVector &vector);

Scenario queue_scenario(const QueueVector &vector);

} // namespace halfopen::vectors
