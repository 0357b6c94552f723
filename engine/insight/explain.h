// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/insight/trace_index.h"
#include "engine/trace/store.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// One step of a story.
struct StoryLine {
    SimTime at{};
    std::string text; ///< "waits 0.73 s before try 2, drawn from 0 to 1 s (...), because try 1 timed out"
    std::size_t record = 0; ///< index of the record that it tells
    RecordKind kind = RecordKind::run_stopped;
    std::uint8_t outcome = 0;
};

struct RequestStory {
    std::uint32_t request = 0;
    std::string headline; ///< "#316 was served by local_ocr after 2 attempts in 1.34 s for $0.010"
    std::vector<StoryLine> lines;
};

/// The story of one request, step by step, with reasons; nothing when the run has no such request. The first
/// line is its start. Its end is followed only by what servers did for it when nobody waited any more.
std::optional<RequestStory> story_of(const Scenario &scenario, const TraceView &trace,
                                     const TraceIndex &index, std::uint32_t request);

/// What `explain --first` may look for.
enum class FirstOf : std::uint8_t { retried, fell_back, refused, healed, failed, hedged, deadline };
std::optional<FirstOf> first_of_named(std::string_view name);
std::vector<std::string> first_of_names();
/// The first request (by its start) to which it happened: a second attempt on a leg, a fallback, a refusal,
/// served because a remedy removed the cause, ended without being served, a further copy sent, ended by its deadline.
std::optional<std::uint32_t> find_first(const TraceView &trace, const TraceIndex &index, FirstOf what);

/// A call whose result decided a transition.
struct DecidingCall {
    std::uint32_t request = 0;
    std::uint16_t attempt = 0; ///< at that service
    SimTime ended{};
    std::uint8_t outcome = 0;
    std::size_t record = 0; ///< its breaker_observed record
    bool failure = false;   ///< how the breaker counted it
    bool met_fault = false;
    SimTime started{};               ///< when it was sent
    std::optional<Duration> timeout; ///< the limit that it was sent with
    std::optional<Duration> due;     ///< timed out: after so long the server was done all the same, if it was
};

/// Why a breaker changed its state.
struct TransitionStory {
    std::uint32_t breaker = 0;
    SimTime at{};
    BreakerState from = BreakerState::closed;
    BreakerState to = BreakerState::closed;
    BreakerReason reason = BreakerReason::none;
    std::string headline;            ///< "Opened because 5 of 5 calls in a row timed out"
    std::string count;               ///< "5 reaches the limit of 5"; empty where nothing was counted
    std::vector<DecidingCall> calls; ///< in a row: in order of time; of a window: failures first, at most 100
    std::string rule;                ///< "tutorial: 5 in a row, open 60 s, 1 probe"
    std::string fault; ///< "outage: unavailable at gpt4_vision, on for 1.27 s"; or "no fault was on"
    std::string then;  ///< "344 refused in 60 s; the probe #795 failed at 121.310 s, so it opened again"
};

/// `record` is the index of a breaker_changed record.
TransitionStory story_of_transition(const Scenario &scenario, const TraceView &trace, const TraceIndex &index,
                                    std::size_t record);

/// One record as a line of the event log: "61.273 s  #320  attempt 2 at gpt4_vision failed: unavailable".
std::string describe(const TraceRecord &record, const Scenario &scenario, const Layout &layout);

/// "5 in a row, open 60 s, 1 probe".
std::string describe(const BreakerConfig &config);
/// "exponential 100 ms × 2, at most 10 s, full jitter".
std::string describe(const BackoffConfig &backoff, const JitterConfig &jitter);
/// "4 attempts = 3 retries, exponential 100 ms × 2, full jitter"; "1 attempt = no retry".
std::string describe(const RetryConfig &config);
/// "30 s, × 2 each try, at most 120 s".
std::string describe(const TimeoutConfig &config);
/// "25 at once, none wait"; "10 at once, 5 wait up to 2 s".
std::string describe(const BulkheadConfig &config);
/// "10/s, burst 20, waits when empty".
std::string describe(const RateLimiterConfig &config);
/// "1 further copy after 50 ms, losers are cancelled".
std::string describe(const HedgeConfig &config);
/// "token bucket of 500: a retry takes 5, after a timeout 10, a success gives back 1".
std::string describe(const BudgetConfig &config);
/// "4 attempts = 3 retries": the number of tries, always shown both ways.
std::string describe_attempts(int max_attempts);

/// A duration for people: "61.27 s", "250 ms", "2 min 5 s". Whole milliseconds are never rounded below 2
/// minutes.
std::string format_duration(Duration d);
std::string format_time(SimTime t); ///< "61.273 s"
std::string format_usd(double usd); ///< "$0.010"

} // namespace halfopen
