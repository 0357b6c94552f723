// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "engine/insight/metrics.h"
#include "engine/trace/store.h"

namespace halfopen {

/// The figures of the requests that started in [from, to), followed to their end wherever that lies; what is not yet
/// in the trace counts as in flight. Goodput is per second of the range. What belongs to no single request is left
/// out: times and trips of breakers, faults, averages over time, series, batches.
/// `stop` is asked now and then, for who computes it in a thread of its own; nothing when it said so.
std::optional<Metrics> metrics_of_range(const Scenario &scenario, const TraceView &trace, SimTime from, SimTime to,
                                        const std::function<bool()> &stop = {});

} // namespace halfopen
