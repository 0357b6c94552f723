// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/insight/landmark_verdict.h"
#include "engine/insight/metrics.h"

// Published results that the engine has to reproduce, as data: a scenario, its variants, and what is claimed of them.
namespace halfopen::cli {

/// The scenario of a landmark with some of its values changed.
struct Variant {
    std::string name;
    std::vector<std::string> sets; ///< PATH=VALUE
};

/// One figure of one run of each of the variants that the check names, in that order.
using Measured = std::function<Figure(const std::vector<const Metrics *> &)>;

/// One claim of a landmark.
struct Check {
    std::string name;
    std::vector<std::string> variants; ///< names; a figure may compare several, run by run under the same luck
    Claim claim;
    Measured value;
};

struct Landmark {
    std::string id; ///< "L1"
    std::string title;
    std::string source;     ///< an address
    std::string scenario;   ///< file name without ".scenario.yaml"
    std::string parameters; ///< what is simulated, in words
    std::vector<Variant> variants;
    std::vector<Check> checks;
    Duration series_step{std::chrono::seconds(1)};
    int runs_first = 8;
    int runs_max = 256; ///< of each variant
};

// One function a file of results, in the order of their numbers.
std::vector<Landmark> landmarks_of_backoff();      ///< L1, L14, L15
std::vector<Landmark> landmarks_of_retries();      ///< L2, L3, L10
std::vector<Landmark> landmarks_of_collapse();     ///< L4, L5, L6, L7, L8, L9
std::vector<Landmark> landmarks_of_queues();       ///< L11, L12, L13
std::vector<Landmark> landmarks_of_breakers();     ///< L16
/// All of them, by number.
std::vector<Landmark> all_landmarks();

/// The text of a shipped landmark scenario, built into the program; "" when there is none of this name.
std::string shipped_landmark_scenario(const std::string &name);

// Ways to state a claim.
Claim equals(double expected, double precision = 0.01);
/// A mean of so many runs like ours, printed with this rounding.
Claim mean_of_runs(double expected, int runs, double rounding = 0.0, double precision = 0.01);
Claim with_error(double expected, double standard_error, double precision = 0.01);
/// So many of so many runs did it.
Claim so_many_of(int did, int runs);
Claim at_least(double bound);
Claim at_most(double bound);
/// Without a verdict; `expected` is what the source prints.
Claim shown(double expected);

// Ways to take a figure.
Measured figure(Figure Metrics::*member);
Measured figure_of(std::function<Figure(const Metrics &)> value);
/// 1 when it holds, else 0.
Measured holds(std::function<bool(const Metrics &)> predicate);
/// The first variant's figure over the second's.
Measured quotient_of(std::function<Figure(const Metrics &)> value);
/// The mean of a series per second over [from, to) seconds.
double per_second(const Metrics &metrics, const std::vector<std::uint64_t> &series, double from_s, double to_s);

} // namespace halfopen::cli
