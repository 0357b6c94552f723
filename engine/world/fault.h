// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/time.h"
#include "engine/policy/kinds.h"
#include "engine/world/service.h"

namespace halfopen {

/// Refuses what arrives and what waits; with a kind that hangs, arrivals hang. With a ramp the share of refused
/// calls rises from 0 to 1.
struct OutageFault { Outcome kind = kind_unavailable; bool drops = false; friend bool operator==(const OutageFault &, const OutageFault &) = default; };
/// Sets (or adds to) the failure probabilities of the kinds that it names.
struct FailuresFault { std::vector<std::pair<Outcome, double>> failures; bool add = false; friend bool operator==(const FailuresFault &, const FailuresFault &) = default; };
/// service time * factor + add.
struct LatencyFault { double factor = 1.0; Duration add{0}; friend bool operator==(const LatencyFault &, const LatencyFault &) = default; };
struct WorkersFault { int workers = 1; friend bool operator==(const WorkersFault &, const WorkersFault &) = default; };

/// Nothing is served: what is in service stands still, queues grow.
struct PauseFault { friend bool operator==(const PauseFault &, const PauseFault &) = default; };
/// Another server-side rate limit.
struct RateLimitFault { ServerRateLimit limit; friend bool operator==(const RateLimitFault &, const RateLimitFault &) = default; };
/// Another two-state availability.
struct AvailabilityFault { Availability availability; friend bool operator==(const AvailabilityFault &, const AvailabilityFault &) = default; };

/// One edit to a service for a while. Overlapping faults compose in file order.
struct Fault {
    std::string service;
    Duration at{0};
    Duration lasts{0};              ///< `for` in the file
    Duration ramp{0};               ///< linear rise at its start; zero: at once. At most `lasts`
    std::optional<Duration> every;  ///< repeats with this period, longer than `lasts`
    std::variant<OutageFault, FailuresFault, LatencyFault, WorkersFault, PauseFault, RateLimitFault, AvailabilityFault>
        effect;
    std::optional<int> replica = std::nullopt; ///< the one that it meets, from 0; none: all
    friend bool operator==(const Fault &, const Fault &) = default;
};

/// "outage: unavailable", "latency x 3", ...: for lanes and stories.
std::string describe(const Fault &fault, const ErrorMatrix &matrix);

} // namespace halfopen
