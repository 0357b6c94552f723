// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "engine/insight/explain.h"

namespace halfopen {

inline constexpr std::size_t kDecidingCallsMax = 100;

/// The calls whose results made a breaker step, found by walking back over its breaker_observed records.
/// `record` is the index of the breaker_changed record. Failures in a row or since the reset: in order of
/// time. Windows: what the rule looks at (failed or slow) first, then the rest. Half-open: the probes. An
/// open time that is over and a missing verdict are decided by no call.
std::vector<DecidingCall> deciding_calls(const Scenario &scenario, const TraceView &trace,
                                         const TraceIndex &index, std::size_t record);

} // namespace halfopen
