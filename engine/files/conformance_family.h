// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/files/conformance.h"
#include "engine/files/conformance_json.h"

// Internal to engine/files: one reader per family of vectors. Each gives the replay of one line, and its weight.
// Errors (Unusable): an unknown library, kind or parameter; a line that is not of the layout.
namespace halfopen::vectors {

ConformanceCase breaker_case(const Json &line);
ConformanceCase backoff_case(const Json &line, const ConformanceOptions &options);
ConformanceCase budget_case(const Json &line);
/// Queues, chains and trips of breakers, told apart by their keys.
ConformanceCase closed_form_case(const Json &line, const ConformanceOptions &options);
ConformanceCase queue_case(const Json &line, const ConformanceOptions &options);
ConformanceCase chain_case(const Json &line, const ConformanceOptions &options);
ConformanceCase simulator_case(const Json &line, const ConformanceOptions &options);
ConformanceCase trip_case(const Json &line, const ConformanceOptions &options);

} // namespace halfopen::vectors
