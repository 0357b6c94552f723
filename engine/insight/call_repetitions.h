// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/trace/record.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// Which of several calls: 2 of 3.
struct Repetition {
    int number = 0, times = 0;
};

/// Numbers the calls that a service makes in turn to one other service (`times: 2`) while it serves one call. Records do
/// not tell them apart, so it follows each retry loop to its end. Where that would be a guess, nothing is said: two ways
/// lead there, calls are made at once or hedged, or the caller serves the request twice at a time.
class CallRepetitions {
public:
    explicit CallRepetitions(const Scenario &scenario);
    /// Takes the records of one request in their order.
    void take(const TraceRecord &record);
    /// Of the call under way to a service, after its record was taken.
    std::optional<Repetition> of(std::uint32_t service) const;

private:
    struct Turn {
        std::optional<std::uint32_t> caller; ///< none: not to be numbered
        int times = 1;
        bool retries = false;
        int number = 0;
        bool over = true; ///< its last loop is
    };
    struct Serving {
        int calls = 0;
        bool twice = false; ///< since it last served none
    };
    void begin_service(std::uint32_t service);

    std::vector<Turn> turns_;      ///< [service called]
    std::vector<Serving> serving_; ///< [calling service]
};

} // namespace halfopen
