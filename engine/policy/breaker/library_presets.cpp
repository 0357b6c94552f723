// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/breaker/library_presets.h"

// The defaults of the libraries. What a library requires from its user is taken from the example in its documentation.
namespace halfopen::library_presets {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// The tutorial's published class: a success in CLOSED does not reset the count, HALF_OPEN admits everybody and its
/// first success closes, the open time runs from the last failure (late ones move it) and must be passed strictly.
void tutorial_code(BreakerConfig &c) {
    c.trip = TripRule::cumulative;
    c.anchor = Anchor::last_failure;
    c.boundary = Boundary::after;
    c.probe_limit = ProbeLimit::unlimited;
    c.stale_results = StaleResults::count;
    c.probe_failure = ProbeFailure::counts;
}

/// The client of the tutorial's program: one counter, no half-open state.
void toolweaver_client(BreakerConfig &c) {
    c.failures = 3;
    c.open_for = seconds(30);
    c.probe_limit = ProbeLimit::none;
    c.stale_results = StaleResults::count;
}

void resilience4j(BreakerConfig &c) {
    c.trip = TripRule::count_window;
    c.failure_rate = 0.5;
    c.window_calls = 100;
    c.minimum_calls = 100;
    c.minimum_capped = true;
    c.arithmetic = RateArithmetic::float_percent;
    c.slow_over = seconds(60);
    c.slow_rate = 1.0;
    c.boundary = Boundary::after;
    c.probes = 10;
    c.close_after.by_rate = true;
    c.stale_results = StaleResults::count;
    c.stale_permits = true;
}

void polly(BreakerConfig &c) {
    c.trip = TripRule::time_window;
    c.failure_rate = 0.1;
    c.window_time = seconds(30);
    c.window_align = WindowAlign::first_call;
    c.minimum_calls = 100;
    c.evaluate = Evaluate::on_failure;
    c.ignored_results = IgnoredResults::success;
    c.open_for = seconds(5);
    c.stale_results = StaleResults::count;
}

/// Its thresholds are k of the last n; the default is 1 of 1, and the half-open rule is the inverse of that.
void failsafe(BreakerConfig &c) {
    c.trip = TripRule::count_window;
    c.failures = 1;
    c.window_calls = 1;
    c.arithmetic = RateArithmetic::rounded_percent;
    c.probe_limit = ProbeLimit::concurrent;
    c.stale_results = StaleResults::count;
    c.stale_permits = true;
}

/// The health counts are 20 buckets as long as the tick; they begin anew when it closes.
void hystrix(BreakerConfig &c) {
    c.trip = TripRule::time_window;
    c.failure_rate = 0.5;
    c.window_time = seconds(10);
    c.window_buckets = 20;
    c.window_align = WindowAlign::since_reset;
    c.minimum_calls = 20;
    c.arithmetic = RateArithmetic::truncated_percent;
    c.evaluate = Evaluate::tick;
    c.tick = milliseconds(500);
    c.open_for = seconds(5);
    c.boundary = Boundary::after;
    c.stale_results = StaleResults::count;
}

static void cockatiel(BreakerConfig &c) {
    c.evaluate = Evaluate::on_failure;
    c.compare = Compare::above;
    c.arithmetic = RateArithmetic::product;
    c.ignored_results = IgnoredResults::closes_probe;
    c.open_for = seconds(10);
    c.excess = Excess::wait;
    c.stale_results = StaleResults::partial;
    c.reset_window = ResetWindow::on_success;
}

void cockatiel_consecutive(BreakerConfig &c) {
    cockatiel(c);
    c.compare = Compare::at_least;
    c.failures = 5;
}

void cockatiel_count(BreakerConfig &c) {
    cockatiel(c);
    c.trip = TripRule::count_window;
    c.failure_rate = 0.2;
    c.window_calls = 100;
    c.minimum_calls = 100;
}

/// 30 windows of 1 s; 5 failures a second at least, so 5 / threshold calls a second.
void cockatiel_sampling(BreakerConfig &c) {
    cockatiel(c);
    c.trip = TripRule::time_window;
    c.failure_rate = 0.2;
    c.window_time = seconds(30);
    c.window_buckets = 30;
    c.window_align = WindowAlign::one_step;
    c.minimum_rate = 25.0;
}

void opossum(BreakerConfig &c) {
    c.trip = TripRule::time_window;
    c.failure_rate = 0.5;
    c.window_time = seconds(10);
    c.minimum_calls = 0;
    c.counted = Counted::starts;
    c.arithmetic = RateArithmetic::percent;
    c.evaluate = Evaluate::on_failure;
    c.compare = Compare::above;
    c.ignored_results = IgnoredResults::success;
    c.open_for = seconds(30);
    c.retest = Retest::scheduled;
    c.stale_results = StaleResults::count;
    c.reset_window = ResetWindow::never;
}

void pybreaker(BreakerConfig &c) {
    c.failures = 5;
    c.ignored_results = IgnoredResults::success;
    c.probe_limit = ProbeLimit::unlimited;
    c.stale_results = StaleResults::count;
    c.one_at_a_time = true;
}

/// Its state is computed from a count that only a success zeroes, in whatever state it arrives.
void circuitbreaker_py(BreakerConfig &c) {
    c.failures = 5;
    c.ignored_results = IgnoredResults::success;
    c.open_for = seconds(30);
    c.anchor = Anchor::last_failure;
    c.late_success = LateSuccess::closes;
    c.probe_limit = ProbeLimit::unlimited;
    c.probe_failure = ProbeFailure::counts;
    c.stale_results = StaleResults::count;
}

void gobreaker(BreakerConfig &c) {
    c.failures = 5;
    c.compare = Compare::above;
    c.evaluate = Evaluate::on_failure;
    c.boundary = Boundary::after;
    c.stale_results = StaleResults::ignore;
}

void litellm_cooldown(BreakerConfig &c) {
    c.stands = Stands::balancer;
    c.trip = TripRule::time_window;
    c.failure_rate = 0.5;
    c.window_time = seconds(60);
    c.window_buckets = 1;
    c.minimum_calls = 5;
    c.evaluate = Evaluate::on_failure;
    c.compare = Compare::above;
    c.open_for = seconds(5);
    c.open_for_hint = true;
    c.probe_limit = ProbeLimit::none;
    c.stale_results = StaleResults::count;
    c.reset_window = ResetWindow::never;
    c.ejection.sole_calls = 1000;
    c.ejection.hint_at_once = true;
}

void envoy_outlier(BreakerConfig &c) {
    c.stands = Stands::balancer;
    c.failures = 5;
    c.evaluate = Evaluate::on_failure;
    c.open_for = seconds(30);
    c.probe_limit = ProbeLimit::none;
    c.stale_results = StaleResults::count;
    c.ejection.sweep = seconds(10);
    c.ejection.max_share = 0.1;
    c.ejection.grows = true;
    c.ejection.time_max = seconds(300);
    c.ejection.deviations = 1.9;
}

} // namespace halfopen::library_presets
