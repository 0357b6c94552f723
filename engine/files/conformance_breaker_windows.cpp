// SPDX-License-Identifier: GPL-3.0-or-later
// The two libraries that open by a rate over several kinds of windows.
#include "engine/files/conformance_breaker_libraries.h"

#include <algorithm>
#include <cmath>

namespace halfopen::vectors {

namespace {

constexpr double kMillisecondsMax = 1e12;
constexpr std::size_t kStepsMax = 10'000;
constexpr Duration kMillisecond{1'000'000};

/// resilience4j's ofExponentialBackoff: each interval is the last one times the multiplier, cut to whole
/// milliseconds; the cap comes last.
std::vector<Duration> truncated_intervals(double initial, double multiplier, double most) {
    if (multiplier < 1.0) throw Unusable{"parameter multiplier must be a number from 1 on"};
    std::vector<Duration> steps;
    double interval = std::floor(initial);
    while (steps.size() < kStepsMax) {
        steps.push_back(kMillisecond * static_cast<std::int64_t>(std::min(interval, most)));
        const double next = std::min(std::floor(interval * multiplier), kMillisecondsMax);
        if (next == interval || interval >= most) break;
        interval = next;
    }
    return steps;
}

double number_within(const Json &object, const char *key, double least) {
    const double value = number_member(object, key);
    if (value < least || value > kMillisecondsMax) throw Unusable{std::string(key) + " is out of range"};
    return value;
}

void read_wait_in_open(Params &params, BreakerConfig &breaker) {
    breaker.open_for = milliseconds_or(params, "waitDurationInOpenState", breaker.open_for);
    if (params.has("waitIntervalFunctionInOpenState")) {
        const Json &function = params.any("waitIntervalFunctionInOpenState");
        if (!function.is_object()) throw Unusable{"parameter waitIntervalFunctionInOpenState is not an object"};
        const std::string type = text_member(function, "type");
        const double initial = number_within(function, "initialInterval", 1.0);
        if (type == "constant" || type == "fixed") {
            breaker.open_steps = {Duration{std::llround(initial * 1e6)}};
        } else if (type == "exponential") {
            const bool capped = optional_member(function, "maxInterval") != nullptr;
            const bool given = optional_member(function, "multiplier") != nullptr;
            breaker.open_steps =
                truncated_intervals(initial, given ? number_within(function, "multiplier", 1.0) : 1.5,
                                    capped ? number_within(function, "maxInterval", 1.0) : kMillisecondsMax);
        } else {
            throw Unusable{"unknown interval function \"" + type + "\""};
        }
    } else if (params.has("enableExponentialBackoff") && params.flag("enableExponentialBackoff")) {
        const double multiplier = params.optional_number("exponentialBackoffMultiplier", 1.0, 1e6).value_or(1.5);
        const double most =
            params.optional_number("exponentialMaxWaitDurationInOpenState", 1.0, kMillisecondsMax).value_or(1e12);
        breaker.open_steps =
            truncated_intervals(static_cast<double>(breaker.open_for / kMillisecond), multiplier, most);
    }
}

void read_half_open(Params &params, BreakerConfig &breaker) {
    breaker.probes = whole_or(params, "permittedNumberOfCallsInHalfOpenState", 1, breaker.probes);
    if (params.has("automaticTransitionFromOpenToHalfOpenEnabled") &&
        params.flag("automaticTransitionFromOpenToHalfOpenEnabled")) {
        breaker.retest = Retest::scheduled;
    }
    const Duration most = milliseconds_or(params, "maxWaitDurationInHalfOpenState", Duration{0});
    if (most > Duration{0}) breaker.probe_timeout = most;
    if (!params.has("transitionToStateAfterWaitDuration")) return;
    const std::string to = params.text("transitionToStateAfterWaitDuration");
    if (to != "OPEN" && to != "CLOSED") {
        throw Unusable{"parameter transitionToStateAfterWaitDuration must be OPEN or CLOSED"};
    }
    breaker.probe_timeout_to = to == "OPEN" ? ProbeTimeoutTo::open : ProbeTimeoutTo::closed;
}

} // namespace

LibraryBreaker resilience4j_breaker(Params &params) {
    LibraryBreaker out{*breaker_preset("resilience4j"), {}, {}};
    BreakerConfig &breaker = out.breaker;
    const std::string type =
        params.has("slidingWindowType") ? params.text("slidingWindowType") : std::string("COUNT_BASED");
    if (type != "COUNT_BASED" && type != "TIME_BASED") throw Unusable{"unknown slidingWindowType \"" + type + "\""};
    const int size = whole_or(params, "slidingWindowSize", 1, 100);
    breaker.minimum_calls = whole_or(params, "minimumNumberOfCalls", 1, 100);
    if (type == "TIME_BASED") {
        breaker.trip = TripRule::time_window;
        breaker.window_time = std::chrono::seconds(size);
        breaker.window_buckets = size;
    } else {
        breaker.window_calls = size;
    }
    const std::string builder = params.has("builder") ? params.text("builder") : std::string("setters");
    if (builder != "setters" && builder != "slidingWindow") throw Unusable{"unknown builder \"" + builder + "\""};
    if (builder == "slidingWindow" && type == "COUNT_BASED") { // this builder stores the smaller of the two
        breaker.minimum_calls = std::min(breaker.minimum_calls, size);
    }
    breaker.failure_rate = params.optional_number("failureRateThreshold", 1e-6, 100).value_or(50.0) / 100.0;
    breaker.slow_rate = params.optional_number("slowCallRateThreshold", 1e-6, 100).value_or(100.0) / 100.0;
    breaker.slow_over = milliseconds_or(params, "slowCallDurationThreshold", *breaker.slow_over);
    read_wait_in_open(params, breaker);
    read_half_open(params, breaker);
    for (const char *name : {"name", "writableStackTraceEnabled", "ignoreExceptions"})
        params.ignore(name);
    return out;
}

namespace {

/// A number of milliseconds, or a backoff that draws nothing.
void read_half_open_after(Params &params, BreakerConfig &breaker) {
    const Json &value = params.any("halfOpenAfter");
    if (value.is_number()) {
        breaker.open_for = milliseconds(value, "halfOpenAfter");
        return;
    }
    if (!value.is_object()) throw Unusable{"parameter halfOpenAfter is no number and no backoff"};
    const std::string type = text_member(value, "type");
    if (type == "ConstantBackoff") {
        const bool interval = optional_member(value, "interval") != nullptr;
        breaker.open_for = milliseconds(member(value, interval ? "interval" : "delay"), "halfOpenAfter");
    } else if (type == "IterableBackoff") {
        for (const Json &step : list_member(value, "durations")) {
            breaker.open_steps.push_back(milliseconds(step, "durations"));
        }
        if (breaker.open_steps.empty()) throw Unusable{"durations is empty"};
    } else if (type == "ExponentialBackoff") {
        if (text_member(value, "generator") != "noJitterGenerator") {
            throw Unusable{"only noJitterGenerator draws nothing at random"};
        }
        const auto or_ms = [&](const char *key, std::int64_t fallback) {
            const Json *found = optional_member(value, key);
            return found != nullptr ? milliseconds(*found, key) : kMillisecond * fallback;
        };
        BackoffConfig backoff; // this generator doubles, whatever `exponent` says
        backoff.base = or_ms("initialDelay", 128);
        backoff.cap = or_ms("maxDelay", 30'000);
        breaker.open_backoff = backoff;
    } else {
        throw Unusable{"unknown backoff \"" + type + "\""};
    }
}

/// At least five windows of about a second.
void read_sampling(Params &params, BreakerConfig &breaker) {
    const double duration = params.number("duration", 1, 1e9);
    const double count = std::max(5.0, std::ceil(duration / 1000.0));
    if (count > 1e6) throw Unusable{"parameter duration is too long"};
    breaker.window_buckets = static_cast<int>(count);
    const double width = std::floor(duration / count + 0.5);
    if (width < 1.0) throw Unusable{"parameter duration is below five milliseconds"};
    breaker.window_time = kMillisecond * static_cast<std::int64_t>(width) * breaker.window_buckets;
    const double asked = params.optional_number("minimumRps", 0, 1e9).value_or(0.0);
    breaker.minimum_rate = asked > 0.0 ? asked : 5.0 / *breaker.failure_rate;
}

} // namespace

LibraryBreaker cockatiel_breaker(Params &params) {
    const std::string kind = params.text("breaker");
    const auto preset = kind == "ConsecutiveBreaker" ? breaker_preset("cockatiel_consecutive")
                        : kind == "CountBreaker"     ? breaker_preset("cockatiel_count")
                        : kind == "SamplingBreaker"  ? breaker_preset("cockatiel_sampling")
                                                     : std::nullopt;
    if (!preset) throw Unusable{"unknown breaker \"" + kind + "\""};
    LibraryBreaker out{*preset, {}, {}};
    BreakerConfig &breaker = out.breaker;
    if (kind == "ConsecutiveBreaker") {
        breaker.failures = static_cast<int>(params.whole("threshold", 1, 1'000'000));
    } else {
        breaker.failure_rate = params.number("threshold", 1e-9, 1.0 - 1e-9);
    }
    if (kind == "CountBreaker") {
        breaker.window_calls = static_cast<int>(params.whole("size", 1, 100'000));
        breaker.minimum_calls = whole_or(params, "minimumNumberOfCalls", 1, breaker.window_calls);
    }
    if (kind == "SamplingBreaker") read_sampling(params, breaker);
    read_half_open_after(params, breaker);
    return out;
}

} // namespace halfopen::vectors
