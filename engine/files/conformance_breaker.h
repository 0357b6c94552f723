// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/policy/breaker/breaker.h"
#include "engine/policy/breaker/config.h"

namespace halfopen {

/// One call of a recorded run, with what the library did about it. Times in nanoseconds from the
/// construction.
struct BreakerCallVector {
    SimTime at{};
    Verdict verdict = Verdict::success;
    Duration took{0};
    bool permitted = true;
    std::string result; ///< "success", "failure", "ignored", "rejected"
    std::optional<SimTime> start;
    std::optional<SimTime> end;
};

/// One recorded run of a circuit breaker.
struct BreakerVector {
    struct Transition {
        SimTime at{};
        std::string from;
        std::string to;
        friend bool operator==(const Transition &, const Transition &) = default;
    };
    std::string id;
    BreakerConfig config;
    std::vector<BreakerCallVector> calls;
    std::vector<Transition> transitions; ///< up to the horizon
    SimTime horizon = kTimeNever;
};

/// Replays one run through the policy object. Nothing when all agrees, else the first difference.
std::optional<std::string> first_difference(const BreakerVector &vector);

/// The configuration that copies a library under the parameters of its own names (as JSON text).
/// Errors: an unknown library or parameter, a value out of range.
Result<BreakerConfig> breaker_of_library(const std::string &library, const std::string &params_json);

} // namespace halfopen
