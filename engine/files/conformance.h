// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/issue.h"

namespace halfopen {

/// How hard the statistical families try, and with which luck. Exact families look at neither.
struct ConformanceOptions {
    double effort = 1.0; ///< scales the number of replications; above 0
    std::uint64_t seed = 1;
    std::function<bool()> stopped; ///< asked now and then, by any thread; once it says yes, outcomes mean nothing
    bool asked_to_stop() const { return stopped && stopped(); }
};

/// One estimated figure against its expectation.
struct ConformanceFigure {
    std::string name; ///< such as "Wq"
    double expected = 0.0;
    double measured = 0.0;
    double standard_error = 0.0; ///< of the difference
    double z = 0.0;              ///< the difference in standard errors (t quantile, as a normal one)
    bool passed = true;
    std::string not_run; ///< why it was not measured; empty: it was
};

/// What came of one vector.
struct ConformanceOutcome {
    std::optional<std::string> difference; ///< the first one; nothing when all agrees
    std::vector<ConformanceFigure> figures;
};

/// One vector, ready to be replayed.
struct ConformanceCase {
    int line = 0;
    std::string id;
    double weight = 0.0;                        ///< expected work, in any unit; to begin with the longest
    std::function<ConformanceOutcome()> replay; ///< pure: any thread may call it
};

struct ConformanceResult {
    /// A figure of a vector, to be printed.
    struct Figure {
        std::string vector;
        ConformanceFigure figure;
    };
    int passed = 0;
    int total = 0;
    std::string first_difference; ///< empty when all passed
    std::vector<Figure> figures;  ///< of the statistical families
};

/// Reads a file of recorded vectors, one JSON object a line.
/// Errors: no file; a line that is no vector, an unknown family, library or parameter: kind bad_input with
/// the line.
Result<std::vector<ConformanceCase>> read_conformance(const std::filesystem::path &path,
                                                      const ConformanceOptions &options = {});

/// The result of a file from the outcomes of its cases, in the order of the cases.
ConformanceResult sum_up(const std::vector<ConformanceCase> &cases, std::vector<ConformanceOutcome> outcomes);

/// Reads and replays, one case after the other.
Result<ConformanceResult> run_conformance(const std::filesystem::path &path, const ConformanceOptions &options = {});

} // namespace halfopen
