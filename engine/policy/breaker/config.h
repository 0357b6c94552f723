// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/time.h"
#include "engine/policy/backoff.h"

namespace halfopen {

/// What makes a closed breaker open.
enum class TripRule : std::uint8_t {
    consecutive,  ///< `failures` failures with no success between
    cumulative,   ///< `failures` failures since the count was last reset
    count_window, ///< failure rate or number over the last `window_calls` results
    time_window,  ///< the same over the last `window_time`
};
enum class Evaluate : std::uint8_t { every_result, on_failure };
enum class Compare : std::uint8_t { at_least, above };
enum class Anchor : std::uint8_t { opened, last_failure };
/// `at` re-tests when now >= anchor + open time, `after` only when now > it.
enum class Boundary : std::uint8_t { at, after };
enum class ProbeLimit : std::uint8_t { total, concurrent, unlimited };
enum class Excess : std::uint8_t { reject, wait };
/// What a result means when its call was admitted in an earlier period of the breaker.
enum class StaleResults : std::uint8_t {
    count,   ///< it counts in the state that holds now
    ignore,  ///< dropped
    partial, ///< failures may re-open, successes are dropped
};
enum class ResetWindow : std::uint8_t { on_close, on_open, never };
/// What one failure in HALF_OPEN does: re-opens, or only adds to the count of the trip rule (the published class).
enum class ProbeFailure : std::uint8_t { reopens, counts };

/// Where it stands: in the caller's stack of layers, or at the balancer, where it takes single replicas out of turn.
enum class Stands : std::uint8_t { caller, balancer };

/// When a half-open breaker closes: after so many successes, or when the failure rate of its probes stays below
/// the threshold of the closed state.
struct CloseAfter {
    bool by_rate = false;
    int successes = 1;
    friend bool operator==(const CloseAfter &, const CloseAfter &) = default;
};

/// One parametric machine whose switches cover the libraries. A regular value, edited and compared.
struct BreakerConfig {
    std::string preset = "tutorial"; ///< where the values came from, for people
    TripRule trip = TripRule::consecutive;
    int failures = 5;               ///< consecutive, cumulative; windows too when failure_rate is not set
    std::optional<double> failure_rate;
    int window_calls = 100;
    Duration window_time{std::chrono::seconds(10)};
    int window_buckets = 10;
    int minimum_calls = 1;
    std::optional<Duration> slow_over; ///< a call that took longer is slow
    double slow_rate = 1.0;
    Evaluate evaluate = Evaluate::every_result;
    Compare compare = Compare::at_least;
    Duration open_for{std::chrono::seconds(60)};
    std::optional<BackoffConfig> open_backoff; ///< grows with each re-opening, in place of open_for
    JitterConfig open_jitter;
    Anchor anchor = Anchor::opened;
    Boundary boundary = Boundary::at;
    int probes = 1;
    ProbeLimit probe_limit = ProbeLimit::total;
    CloseAfter close_after;
    ProbeFailure probe_failure = ProbeFailure::reopens;
    Excess excess = Excess::reject;
    std::optional<Duration> probe_timeout; ///< a half-open period without a verdict re-opens after this
    StaleResults stale_results = StaleResults::ignore;
    ResetWindow reset_window = ResetWindow::on_close;
    Stands stands = Stands::caller;
    bool shared = false; ///< one breaker for all instances of the caller
    friend bool operator==(const BreakerConfig &, const BreakerConfig &) = default;
};

/// A preset by name, or nothing. Known: "tutorial" (the prose), "tutorial_code" (the published class, counts
/// cumulatively), "tutorial_code_consecutive" (the same class read with the reset outside the `if`).
std::optional<BreakerConfig> breaker_preset(std::string_view name);
std::vector<std::string> breaker_preset_names();
/// One sentence on what a preset copies.
std::string breaker_preset_about(std::string_view name);

} // namespace halfopen
