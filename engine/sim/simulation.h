// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>

#include "engine/base/time.h"
#include "engine/policy/breaker/breaker.h"
#include "engine/trace/fingerprint.h"
#include "engine/trace/record.h"
#include "engine/trace/store.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// How far one call of advance() may go.
struct AdvanceLimits {
    SimTime until = kTimeNever; ///< events up to and at this instant
    std::uint64_t events = std::numeric_limits<std::uint64_t>::max(); ///< at most so many events
};

/// A deterministic run of a scenario: a regular value. A copy is a checkpoint and continues exactly as the original.
/// Where and how often advance() is cut into slices changes nothing.
class Simulation {
public:
    /// Precondition: validate(scenario) is empty.
    explicit Simulation(const Scenario &scenario);
    Simulation(const Simulation &);
    Simulation &operator=(const Simulation &);
    Simulation(Simulation &&) noexcept;
    Simulation &operator=(Simulation &&) noexcept;
    ~Simulation();

    /// Runs on within the limits and hands the new records to the sink (which may be null: the hash is computed all
    /// the same). Returns whether more remains to be done up to limits.until.
    bool advance(const AdvanceLimits &limits, RecordSink *sink);

    bool finished() const;
    SimTime reached() const;             ///< the instant of the last event handled
    std::uint64_t events() const;        ///< arrivals, answers, timers and the like handled so far, cancelled timers included
    std::uint64_t requests_started() const;
    std::uint64_t requests_in_flight() const;
    const Fingerprint &fingerprint() const;
    StopReason stop_reason() const;      ///< meaningful when finished
    std::size_t bytes() const;           ///< memory held by the state, for checkpoint budgets

    // Inner state at reached(), for the screen.
    const Breaker &breaker(std::uint32_t number) const;
    int calls_in_service(std::uint32_t service) const;
    int calls_queued(std::uint32_t service) const;

private:
    class State;
    std::unique_ptr<State> state_;
};

} // namespace halfopen
