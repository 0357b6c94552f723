// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/landmarks/landmark.h"
#include "engine/base/issue.h"

namespace halfopen::cli {

/// What came out of one landmark.
struct LandmarkResult {
    Landmark landmark;
    std::vector<Judgement> judgements; ///< by check
    bool missed() const;
};

/// How its scenarios are found and run.
struct LandmarkOptions {
    std::string directory; ///< of NAME.scenario.yaml; empty: those that are built in
    std::uint64_t first_seed = 1;
    int threads = 0;
};

/// Runs landmarks together, with more replications where a verdict needs them; the result does not depend on the
/// number of threads. Errors: a scenario that cannot be read; kind stopped when Ctrl-C came.
Result<std::vector<LandmarkResult>> run_landmarks(const std::vector<Landmark> &landmarks, const LandmarkOptions &options);

} // namespace halfopen::cli
