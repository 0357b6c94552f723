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

/// All replicas of a service together.
struct ServiceNow {
    int serving = 0, queued = 0;
    std::optional<int> workers; ///< in force; none: unlimited
    int replicas = 1, paused = 0;
    bool down = false; ///< by its availability
    friend bool operator==(const ServiceNow &, const ServiceNow &) = default;
};

/// What the policies at one place remember, but for the breaker before the call.
struct GuardNow {
    std::optional<double> budget; ///< what is left, in the unit of its scheme (see Budget::level)
    int bulkhead_in_use = 0, bulkhead_waiting = 0;
    std::optional<double> limiter_tokens; ///< below 0: so many calls wait for tokens to come
    std::optional<Duration> hedge_after;  ///< when a further copy is due; none: no copy is sent by time yet
    std::optional<int> replicas_out;      ///< of a breaker at the balancer: ejected ones
    friend bool operator==(const GuardNow &, const GuardNow &) = default;
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

    // Inner state at reached(), for the screen: pure reads that cost a run nothing.
    const Breaker &breaker(std::uint32_t number) const;
    int calls_in_service(std::uint32_t service) const;
    int calls_queued(std::uint32_t service) const;
    ServiceNow service(std::uint32_t number) const;
    /// What stands at a guard's place (see Layout::guards) at an instant from reached() to the next event.
    GuardNow guard(std::uint32_t number, SimTime at) const;
    /// The document in force: with the edits that were made so far, and without a list of edits of its own.
    const Scenario &scenario() const;

private:
    class State;
    std::unique_ptr<State> state_;
};

} // namespace halfopen
