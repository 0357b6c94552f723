// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/files/conformance.h"
#include "engine/files/conformance_json.h"
#include "engine/policy/backoff.h"
#include "engine/policy/retry.h"

// Internal to engine/files: recorded delays of retry libraries.
namespace halfopen::vectors {

/// A library's delays as the engine expresses them.
struct BackoffSubject {
    BackoffConfig backoff;
    JitterConfig jitter;
    std::optional<int> attempts; ///< all tries of a loop that ends
    double tolerance_ns = 1.0;   ///< beside 1e-9 of the value: the engine counts whole nanoseconds
};

/// Errors (Unusable): an unknown library, kind or parameter, a value out of range.
BackoffSubject backoff_of_library(const std::string &library, const std::string &kind, Params &params);

/// Delays for a given sequence of uniforms.
struct BackoffTrace {
    std::vector<double> uniforms;
    std::vector<double> delays;
};

/// What a recorded sample of one quantity looked like.
struct RecordedSample {
    double mean = 0, sd = 0, min = 0, max = 0;
    std::vector<std::pair<double, double>> quantiles; ///< probability and value
};

struct BackoffDistribution {
    double n = 0;
    std::vector<RecordedSample> waits; ///< of retry 1, 2, ...
    RecordedSample total;
    std::vector<std::optional<double>> correlations; ///< of wait k with wait k + 1; none: one of them never varies
};

struct BackoffVector {
    std::string id;
    BackoffSubject subject;
    double unit_ns = 1e6;
    std::vector<double> delays; ///< without chance
    std::vector<BackoffTrace> traces;
    std::optional<BackoffDistribution> distribution;
};

/// The engine's own draws against the recorded sample; every figure has its z.
std::vector<ConformanceFigure> compare_distribution(const BackoffVector &vector, const ConformanceOptions &options);

} // namespace halfopen::vectors
