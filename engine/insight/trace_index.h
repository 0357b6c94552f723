// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/policy/breaker/breaker.h"
#include "engine/trace/store.h"
#include "engine/world/layout.h"

namespace halfopen {

/// A stretch of one breaker's life, drawn as it happened: states are intervals from transitions, never
/// samples.
struct BreakerInterval {
    SimTime from{};
    SimTime to = kTimeNever; ///< kTimeNever while it lasts
    BreakerState state = BreakerState::closed;
    BreakerReason reason = BreakerReason::none; ///< why it began
    std::size_t record = 0;     ///< index of its breaker_changed record; meaningless for the first interval
    std::uint32_t rejected = 0; ///< calls refused during it
};

/// A stretch in which a fault was on.
struct FaultInterval {
    std::uint32_t fault = 0; ///< index in Scenario::faults
    SimTime from{};
    SimTime to = kTimeNever;
};

/// A stretch in which a service was down by its own availability.
struct OutageInterval {
    std::uint32_t service = 0;
    SimTime from{};
    SimTime to = kTimeNever;
};

/// What the screen knows of a request without reading its records.
struct RequestEntry {
    SimTime started{};
    SimTime ended = kTimeNever;     ///< kTimeNever while in flight
    std::uint32_t first_record = 0; ///< index of request_started
    std::uint32_t end_record = 0;   ///< index of request_ended; while in flight, of its newest record
};

/// Finds things in a growing trace: requests and their records, breaker intervals, fault intervals. Fed in
/// order, a regular value; 2 bytes a record and 24 a request. Holds the view that it was fed, and up to 2^32 records.
class TraceIndex {
public:
    /// `far`: for tests of steps that are too long for what is kept of them.
    explicit TraceIndex(const Scenario &scenario, std::uint32_t far = kFarthest);
    /// Takes the records [records(), view.size()) of the same run.
    void extend(const TraceView &view);

    std::size_t records() const { return next_.size(); }
    std::size_t requests() const { return requests_.size(); }
    /// Request numbers count from 1.
    const RequestEntry &request(std::uint32_t number) const { return requests_[number - 1]; }
    /// Indices of all records of a request, in order; what the server still did after its end is among them.
    std::vector<std::size_t> records_of(std::uint32_t number) const;
    /// The next record of the same request, or nothing.
    std::optional<std::size_t> next_of_request(std::size_t record) const;
    const std::vector<BreakerInterval> &breaker(std::uint32_t number) const { return breakers_[number]; }
    std::size_t breakers() const { return breakers_.size(); }
    /// Which of the breaker's intervals holds at t. Of several that began at t it is the last.
    std::size_t breaker_interval_at(std::uint32_t number, SimTime t) const;
    /// Which of the breaker's intervals holds when a record is made; a breaker_changed record begins its own.
    std::size_t breaker_interval_of_record(std::uint32_t number, std::size_t record) const;
    /// Stretches of faults, a repeated fault once a repetition, in order of their begin.
    const std::vector<FaultInterval> &faults() const { return faults_; }
    /// The same for outages by availability.
    const std::vector<OutageInterval> &outages() const { return outages_; }
    /// Requests with started < to and ended >= from, in order of start; at most `most`.
    std::vector<std::uint32_t> requests_in(SimTime from, SimTime to, std::size_t most) const;
    const Layout &layout() const { return layout_; }

private:
    /// How far it is to a request's next record is kept in so many records, rounded down: that one is then the first of
    /// the request within them. Farther ones stand aside.
    static constexpr std::uint32_t kStepUnit = 64;
    static constexpr std::uint32_t kFarthest = 0xffff;
    /// Consecutive requests are looked up by blocks: one long request must not make every search long.
    static constexpr std::size_t kBlock = 256;
    struct RequestBlock {
        SimTime latest_end{};
        std::uint32_t in_flight = 0;
    };
    void set_next(std::uint32_t record, std::uint32_t next);
    std::uint32_t last_of(const RequestEntry &entry) const;
    void link(const TraceRecord &record, std::uint32_t at);
    void start_request(const TraceRecord &record, std::uint32_t at);
    void end_request(const TraceRecord &record, std::uint32_t at);
    void take(const TraceRecord &record, std::uint32_t at);
    void change_breaker(const TraceRecord &record, std::uint32_t at);
    void switch_fault(const TraceRecord &record);
    void switch_service(const TraceRecord &record);

    Layout layout_;
    std::uint32_t far_from_; ///< steps of so many units or more stand in far_
    TraceView view_;         ///< what was taken so far
    std::vector<std::uint16_t> next_; ///< by record: units to the next of the same request, and 1; 0: none
    std::unordered_map<std::uint32_t, std::uint32_t> far_; ///< by record: the next one, where that is so far away
    std::vector<RequestEntry> requests_;
    std::vector<RequestBlock> blocks_; ///< by (request - 1) / kBlock
    std::vector<std::vector<BreakerInterval>> breakers_;
    std::vector<FaultInterval> faults_;
    std::vector<OutageInterval> outages_;
    std::vector<std::optional<std::size_t>> open_fault_;  ///< by fault: its stretch that lasts
    std::vector<std::optional<std::size_t>> open_outage_; ///< by service
};

} // namespace halfopen
