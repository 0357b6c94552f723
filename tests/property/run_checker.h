// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "engine/policy/breaker/breaker.h"
#include "engine/trace/store.h"
#include "engine/world/layout.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// Reads the records of a run and notes everything that no run may do. Knows nothing of how the simulation works.
class RunChecker {
public:
    explicit RunChecker(const Scenario &scenario);
    void take(const std::vector<TraceRecord> &records);
    void finish(std::uint64_t in_flight);
    const std::vector<std::string> &complaints() const { return complaints_; }

    std::uint64_t started = 0, ended = 0;
    std::int64_t cost_counted_nano = 0; ///< booked by requests that metrics count
    std::vector<std::int64_t> cost_of_service_nano;

private:
    struct RequestTally {
        SimTime started{};
        bool ended = false;
        std::uint32_t instance = 0;
        std::uint32_t workload = 0;
        std::int64_t cost_nano = 0, told_nano = 0;
        std::uint64_t own_attempts = 0;
        int tries_on_leg = 0; ///< own attempts since the leg, or its healing, began; copies not counted
        bool healed = false;
        std::uint8_t leg = 0;
    };
    /// request, service, leg, attempt, copy
    using AttemptKey = std::tuple<std::uint32_t, std::uint32_t, std::uint8_t, std::uint16_t, std::uint8_t>;
    struct AttemptTally {
        std::vector<std::pair<SimTime, std::int64_t>> open; ///< start, timeout; several where a tree has like nodes
    };

    void complain(const TraceRecord &record, const std::string &what);
    void request(const TraceRecord &record);
    void attempt(const TraceRecord &record);
    void own_attempt(const TraceRecord &record, RequestTally &request);
    void server(const TraceRecord &record);
    void breaker(const TraceRecord &record);
    void wait(const TraceRecord &record);
    const PolicyConfig *policy_of(const RequestTally &request) const;

    const Scenario &scenario_;
    Layout layout_;
    SimTime time_{};
    std::vector<RequestTally> requests_;
    std::map<AttemptKey, AttemptTally> attempts_;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint8_t, std::uint16_t>, int> winners_;
    std::map<std::uint32_t, int> serving_, queued_; ///< by service
    std::vector<BreakerState> breakers_;
    std::vector<SimTime> retest_at_;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>, std::vector<SimTime>> limited_;
    std::int64_t last_wait_ = -1;
    bool last_wait_hinted_ = false;
    std::vector<std::string> complaints_;
};

} // namespace halfopen
