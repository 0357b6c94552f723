// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/policy/kinds.h"
#include "engine/policy/policy.h"
#include "engine/world/fault.h"
#include "engine/world/operation.h"
#include "engine/world/service.h"
#include "engine/world/workload.h"

namespace halfopen {

/// What a request may carry across all its attempts; it fails at every service of `fails_at` (empty: at all).
struct InputKind {
    Outcome kind = kind_bad_input;
    Ratio share;
    std::vector<std::string> fails_at;
    friend bool operator==(const InputKind &, const InputKind &) = default;
};
inline constexpr std::size_t kInputsMax = 32;

/// A goal: `metric` is a name of the contract (success_rate, latency_p95, cost_per_success, ...), in its unit
/// (fraction, seconds, USD). Rates and shares are to be at least the goal, latencies and costs at most.
struct Goal {
    std::string metric;
    double value = 0.0;
    friend bool operator==(const Goal &, const Goal &) = default;
};

struct Scenario;

/// What a person changed while it ran. It is the reader that makes the scenario which then holds: `after` is this
/// one with all edits up to and with this one made, and without a list of edits of its own.
struct Edit {
    Duration at{0};
    std::string path; ///< as in `set`: policies.vision.breaker.open_for
    std::string value; ///< as written
    std::shared_ptr<const Scenario> after;
    friend bool operator==(const Edit &a, const Edit &b) { return a.at == b.at && a.path == b.path && a.value == b.value; }
};

/// The one document: everything that a run depends on. A regular value.
struct Scenario {
    std::string name;
    std::string about;
    std::uint64_t seed = 1;
    Duration duration{std::chrono::minutes(1)}; ///< arrivals stop here
    bool drain = true;
    Duration drain_limit{std::chrono::minutes(10)};
    Duration warmup{0};
    std::vector<Goal> slo;
    double play_speed = 1.0;
    ErrorMatrix kinds;
    std::vector<InputKind> inputs;
    std::vector<ServiceConfig> services;
    std::vector<PolicyConfig> policies;
    std::vector<Operation> operations;
    std::vector<Workload> workloads;
    std::vector<Fault> faults;
    std::vector<Edit> edits; ///< in order of time
    friend bool operator==(const Scenario &, const Scenario &) = default;
};

/// Names of the metrics that a goal may be set for.
std::vector<std::string> goal_names();

/// The most requests that a run may be expected to start.
inline constexpr double kRequestsMax = 1e9;

/// Everything wrong with a scenario, each with its path in the document ("services.gpt4_vision.workers"); empty
/// when it can be simulated. Advice is not among them.
std::vector<Issue> validate(const Scenario &scenario);
/// What can be run but hardly means what is written: settings without an effect above all. The linter knows more.
std::vector<Issue> advice(const Scenario &scenario);

} // namespace halfopen
