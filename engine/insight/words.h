// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/say.h"
#include "engine/insight/trace_index.h"
#include "engine/world/scenario.h"

namespace halfopen {

// The words that stories, transitions and the event log share.

/// Names from a scenario. A number that it does not have gives "service 7", so that a foreign record can be
/// told.
std::string service_name(const Scenario &scenario, std::uint32_t service);
std::string kind_name(const Scenario &scenario, Outcome outcome);
/// "gpt4_vision", or "gpt4_vision (instance 2)" where the caller has several instances with breakers of their
/// own; "ledger_db before api" for one that the service api has.
std::string breaker_name(const Scenario &scenario, const Layout &layout, std::uint32_t breaker);
/// The breaker's settings, or none when there is no such breaker.
const BreakerConfig *breaker_config(const Scenario &scenario, const Layout &layout, std::uint32_t breaker);

/// What remembers for a policy (budget, bulkhead, rate limiter, hedge, ejection): its policy, or none.
const PolicyConfig *guard_policy(const Scenario &scenario, const Layout &layout, std::uint32_t guard);
/// "the bulkhead of vision", "the retry budget of vision"; by the refusal kind that it gives.
std::string guard_name(const Scenario &scenario, const Layout &layout, std::uint32_t guard, Outcome refusal);

/// "succeeded", "timed out", "failed: unavailable", "was refused: breaker_open".
std::string how_it_ended(const Scenario &scenario, Outcome outcome);
/// "1 attempt", "4 attempts".
std::string counted(std::uint64_t n, const Phrase &one, const Phrase &many);
/// "$0.100" or "nothing", from nano-dollars.
std::string price(std::int64_t nano_usd);

/// Why a breaker stepped, with the numbers that decided: "5 failures in a row, limit 5".
std::string reason_text(BreakerReason reason, std::int32_t measured, std::int32_t limit);

/// The two numbers of a breaker_numbers record.
struct BreakerNumbers {
    std::int32_t measured = 0;
    std::int32_t limit = 0;
};
BreakerNumbers unpack_numbers(std::int64_t value);

/// A fault or outage that was on at a service.
struct ActiveFault {
    std::string what; ///< "outage: unavailable"
    SimTime from{};
    SimTime to = kTimeNever;
    const Fault *fault = nullptr; ///< none for an outage by availability
    std::uint32_t service = 0;    ///< where
};
/// What was on at a service at any instant of [from, to], in order of its begin.
std::vector<ActiveFault> faults_between(const Scenario &scenario, const TraceIndex &index,
                                        std::uint32_t service, SimTime from, SimTime to);
/// The same, at the service or at one that it calls, directly or through others.
std::vector<ActiveFault> faults_behind(const Scenario &scenario, const TraceIndex &index,
                                       std::uint32_t service, SimTime from, SimTime to);

} // namespace halfopen
