// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/time.h"
#include "engine/policy/backoff.h"
#include "engine/policy/breaker/window.h"

namespace halfopen {

/// What makes a closed breaker open.
enum class TripRule : std::uint8_t {
    consecutive,  ///< `failures` failures with no success between
    cumulative,   ///< `failures` failures since the count was last reset
    count_window, ///< failure rate or number over the last `window_calls` results
    time_window,  ///< the same over the last `window_time`
};
/// When the rule is looked at; `tick` at multiples of `tick` since the window was last forgotten.
enum class Evaluate : std::uint8_t { every_result, on_failure, tick };
enum class Compare : std::uint8_t { at_least, above };
/// What a window of time counts as a call: a result, or (opossum) a start, of refused calls too, at its own instant.
enum class Counted : std::uint8_t { results, starts };
/// How a rate is computed before it is compared; libraries round differently.
enum class RateArithmetic : std::uint8_t {
    exact,             ///< failures / calls against the share
    product,           ///< failures against share * calls (cockatiel)
    percent,           ///< failures / calls * 100 against the percentage, in doubles (opossum)
    float_percent,     ///< failures * 100 / calls in single precision (resilience4j)
    truncated_percent, ///< whole percent, rounded down (Hystrix)
    rounded_percent,   ///< whole percent, half rounded up (Failsafe)
};
/// What a failure means that the error matrix tells the breaker to ignore.
enum class IgnoredResults : std::uint8_t {
    nothing,      ///< it does not count, and a half-open permit comes back
    success,      ///< it counts as a success
    closes_probe, ///< nothing while CLOSED; of a probe it closes and forgets nothing (cockatiel)
};
enum class Anchor : std::uint8_t { opened, last_failure };
/// `at` re-tests when now >= anchor + open time, `after` only when now > it.
enum class Boundary : std::uint8_t { at, after };
/// Whether OPEN ends at the first call after its time, or by a timer exactly at its time.
enum class Retest : std::uint8_t { lazy, scheduled };
/// `none`: there is no HALF_OPEN, OPEN is followed by CLOSED.
enum class ProbeLimit : std::uint8_t { total, concurrent, unlimited, none };
/// What becomes of calls beyond the probes: refused, or parked until the half-open period is over.
enum class Excess : std::uint8_t { reject, wait };
/// What a result means when its call was admitted in an earlier period of the breaker.
enum class StaleResults : std::uint8_t {
    count,   ///< it counts in the state that holds now
    ignore,  ///< dropped
    partial, ///< of a call admitted while CLOSED: it counts, and opens if the trip rule is then met, but is no verdict
             ///< on probes; of a probe: a verdict, whatever the state (cockatiel)
};
/// When counts and window are forgotten. `on_success`: when a probe succeeds, which then counts itself.
enum class ResetWindow : std::uint8_t { on_close, on_open, never, on_success };
/// What one failure in HALF_OPEN does: re-opens, or only adds to the count of the trip rule (the published class).
enum class ProbeFailure : std::uint8_t { reopens, counts };
/// Where a half-open period without a verdict leads.
enum class ProbeTimeoutTo : std::uint8_t { open, closed };
/// What a success does that arrives while OPEN.
enum class LateSuccess : std::uint8_t { counts, closes };

/// Where it stands: in the caller's stack of layers, or at the balancer, where it takes single replicas out of turn.
enum class Stands : std::uint8_t { caller, balancer };

/// When a half-open breaker closes: after so many successes, or when the failure rate of its probes (and their slow
/// rate) stays below the threshold.
struct CloseAfter {
    bool by_rate = false;
    int successes = 1;
    /// Successes: out of so many probes; it opens once they cannot be reached any more. None: any failure opens.
    std::optional<int> of{};
    /// Rate: results needed for a verdict. None: min(minimum_calls, probes).
    std::optional<int> results{};
    /// Rate: the threshold of the probes. None: that of the closed state.
    std::optional<double> rate{};
    friend bool operator==(const CloseAfter &, const CloseAfter &) = default;
};

/// What only a breaker at the balancer has.
struct EjectionConfig {
    /// Replicas come back, and rates over the last interval are looked at, at multiples of this. None: each replica
    /// comes back by itself at the end of its time.
    std::optional<Duration> sweep;
    double max_share = 1.0;           ///< of all replicas that may be out, the next one included
    bool always_one = false;          ///< one may be out whatever max_share says
    bool grows = false;               ///< the time is open_for * n, n + 1 per ejection, n - 1 per sweep spent in turn
    std::optional<Duration> time_max; ///< of the growing time, before jitter
    Duration jitter{0};               ///< added: U(0, jitter)
    /// By success rate: below mean - factor * deviation of those that had enough calls in the interval.
    std::optional<double> deviations;
    std::optional<double> failure_share; ///< by failure rate in the interval: at least this
    int rated_calls = 100;               ///< calls in the interval that a replica needs to be rated
    int rated_replicas = 5;              ///< rated replicas needed
    /// A replica that stands alone is taken out only when all of at least so many calls in the window failed. None: as
    /// any other.
    std::optional<int> sole_calls;
    bool hint_at_once = false; ///< a failure with a Retry-After hint takes out at once
    friend bool operator==(const EjectionConfig &, const EjectionConfig &) = default;
};

/// One parametric machine whose switches cover the libraries. A regular value, edited and compared.
struct BreakerConfig {
    std::string preset = "tutorial"; ///< where the values came from, for people
    TripRule trip = TripRule::consecutive;
    int failures = 5; ///< consecutive, cumulative; windows too when failure_rate is not set
    std::optional<double> failure_rate;
    int window_calls = 100;
    Duration window_time{std::chrono::seconds(10)};
    int window_buckets = 10;
    WindowAlign window_align = WindowAlign::absolute;
    int minimum_calls = 1;
    bool minimum_capped = false; ///< a window of calls smaller than the minimum decides when it is full (resilience4j)
    std::optional<double> minimum_rate; ///< calls per second over the window, in place of minimum_calls
    Counted counted = Counted::results;
    RateArithmetic arithmetic = RateArithmetic::exact;
    std::optional<Duration> slow_over; ///< a call that took longer is slow
    double slow_rate = 1.0;
    Evaluate evaluate = Evaluate::every_result;
    Duration tick{std::chrono::milliseconds(500)};
    Compare compare = Compare::at_least;
    IgnoredResults ignored_results = IgnoredResults::nothing;
    std::optional<Duration> reset_every; ///< CLOSED: all is forgotten, and calls under way become stale, so often
    std::optional<Duration> warm_up;     ///< it does not open before this instant
    Duration open_for{std::chrono::seconds(60)};
    std::optional<BackoffConfig> open_backoff; ///< grows with each re-opening, in place of open_for
    std::vector<Duration> open_steps;          ///< one per re-opening, the last for all later ones; over open_backoff
    bool open_for_hint = false;                ///< the Retry-After hint of the failure that opens it comes first
    JitterConfig open_jitter;
    Anchor anchor = Anchor::opened;
    Boundary boundary = Boundary::at;
    Retest retest = Retest::lazy;
    LateSuccess late_success = LateSuccess::counts;
    int probes = 1;
    ProbeLimit probe_limit = ProbeLimit::total;
    CloseAfter close_after;
    ProbeFailure probe_failure = ProbeFailure::reopens;
    Excess excess = Excess::reject;
    std::optional<Duration> probe_timeout; ///< a half-open period without a verdict ends after this
    ProbeTimeoutTo probe_timeout_to = ProbeTimeoutTo::open;
    StaleResults stale_results = StaleResults::ignore;
    bool stale_permits = false; ///< a late result that gives a permit back frees one of the present half-open period
    ResetWindow reset_window = ResetWindow::on_close;
    bool one_at_a_time = false; ///< a call is parked while another is under way (pybreaker's lock)
    Stands stands = Stands::caller;
    EjectionConfig ejection; ///< of one that stands at the balancer
    bool shared = false;     ///< one breaker for all instances of the caller

    bool windowed() const { return trip == TripRule::count_window || trip == TripRule::time_window; }
    /// A slow-call rule beside a count of failures needs a window too.
    bool has_window() const { return windowed() || slow_over; }
    TimeWindow time_window() const { return {window_time, window_buckets, window_align}; }
    friend bool operator==(const BreakerConfig &, const BreakerConfig &) = default;
};

/// A preset by name, or nothing. The names are in breaker_preset_names.
std::optional<BreakerConfig> breaker_preset(std::string_view name);
std::vector<std::string> breaker_preset_names();
/// One or two sentences on what a preset copies, with the version of the library.
std::string breaker_preset_about(std::string_view name);

} // namespace halfopen
