// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/insight/trace_index.h"
#include "engine/trace/store.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// What followed on a breaker's step into an interval of its life: "344 refused in 60 s; the probe #795
/// failed at 121.310 s, so it opened again". Precondition: the interval is not the first, which no step
/// begins.
std::string aftermath_of(const Scenario &scenario, const TraceView &trace, const TraceIndex &index,
                         std::uint32_t breaker, std::size_t interval);

} // namespace halfopen
