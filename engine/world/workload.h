// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/distribution.h"
#include "engine/base/units.h"

namespace halfopen {

struct PoissonArrivals { Rate rate; friend bool operator==(const PoissonArrivals &, const PoissonArrivals &) = default; };
struct EveryArrivals { Duration gap{0}; friend bool operator==(const EveryArrivals &, const EveryArrivals &) = default; };
/// Poisson arrivals whose rate goes linearly from `from` to `to` over the phase.
struct Phase { Duration lasts{0}; Rate from, to; friend bool operator==(const Phase &, const Phase &) = default; };
/// After the last phase nothing arrives.
struct PhasedArrivals { std::vector<Phase> phases; friend bool operator==(const PhasedArrivals &, const PhasedArrivals &) = default; };
/// `items` requests that start as `concurrency` admits them.
struct BatchArrivals { std::int64_t items = 0; Duration at{0}; int concurrency = 1; friend bool operator==(const BatchArrivals &, const BatchArrivals &) = default; };

enum class Pacing : std::uint8_t {
    end,   ///< thinks after the end of a request
    start, ///< begins the next at the later of that end and the last start plus the draw
};
enum class LatencyFrom : std::uint8_t { send, intended };
/// Closed loop: `count` users.
struct ClientArrivals {
    int count = 1;
    Distribution think;
    Pacing pacing = Pacing::end;
    LatencyFrom latency_from = LatencyFrom::send;
    friend bool operator==(const ClientArrivals &, const ClientArrivals &) = default;
};

/// Recorded arrivals. A file that names operations is read as one workload for each of them.
struct TraceArrivals {
    std::string file; ///< as written in the scenario
    std::shared_ptr<const std::vector<Duration>> at; ///< in order of time
    friend bool operator==(const TraceArrivals &a, const TraceArrivals &b) {
        return a.file == b.file && (a.at == b.at || (a.at && b.at && *a.at == *b.at));
    }
};

using Arrivals = std::variant<PoissonArrivals, EveryArrivals, PhasedArrivals, BatchArrivals, ClientArrivals, TraceArrivals>;

struct Workload {
    std::string operation;
    Arrivals arrivals;
    int instances = 1; ///< of the calling program; requests are spread uniformly at random
    /// The stream that its draws are keyed by; its own number when not set. Workloads with one stream meet the same
    /// luck, so that two operations can be compared within one run.
    std::optional<std::uint32_t> luck = std::nullopt;
    friend bool operator==(const Workload &, const Workload &) = default;
};

/// The number of arrivals to be expected up to `duration`; nothing for a closed loop, whose rate depends on the run.
std::optional<double> expected_arrivals(const Arrivals &arrivals, Duration duration);

} // namespace halfopen
