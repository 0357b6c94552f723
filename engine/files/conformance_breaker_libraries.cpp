// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_breaker_libraries.h"

namespace halfopen::vectors {

namespace {

constexpr int kCallsMax = 1'000'000;
constexpr double kSecondsMax = 1e9;

/// The tutorial's class: `failure_threshold` and `timeout` in seconds.
LibraryBreaker tutorial(const char *preset, Params &params) {
    LibraryBreaker out{*breaker_preset(preset), {}, {}};
    out.breaker.failures = whole_or(params, "failure_threshold", 1, out.breaker.failures);
    out.breaker.open_for = seconds_or(params, "timeout", out.breaker.open_for);
    return out;
}

LibraryBreaker pybreaker(Params &params) {
    LibraryBreaker out{*breaker_preset("pybreaker"), {}, {}};
    out.breaker.failures = whole_or(params, "fail_max", 1, out.breaker.failures);
    out.breaker.open_for = seconds_or(params, "reset_timeout", out.breaker.open_for);
    out.breaker.close_after.successes = whole_or(params, "success_threshold", 1, 1);
    for (const char *name : {"name", "exclude", "throw_new_error_on_trip"})
        params.ignore(name);
    return out;
}

LibraryBreaker circuitbreaker_py(Params &params) {
    LibraryBreaker out{*breaker_preset("circuitbreaker_py"), {}, {}};
    out.breaker.failures = whole_or(params, "failure_threshold", 1, out.breaker.failures);
    out.breaker.open_for = seconds_or(params, "recovery_timeout", out.breaker.open_for);
    for (const char *name : {"name", "expected_exception"})
        params.ignore(name);
    return out;
}

/// `timeout: false` or 0 is none. The buckets are whole milliseconds wide.
LibraryBreaker opossum(Params &params) {
    LibraryBreaker out{*breaker_preset("opossum"), {}, {}};
    BreakerConfig &breaker = out.breaker;
    out.timeout = TimeoutConfig{std::chrono::seconds(10), 1.0, std::nullopt};
    if (params.has("timeout")) {
        const Json &value = params.any("timeout");
        const bool none = value.is_boolean() && !value.get<bool>();
        out.timeout->after = none ? Duration{0} : milliseconds(value, "timeout");
        if (out.timeout->after == Duration{0}) out.timeout.reset();
    }
    breaker.failure_rate = params.optional_number("errorThresholdPercentage", 0, 100).value_or(50.0) / 100.0;
    breaker.open_for = milliseconds_or(params, "resetTimeout", breaker.open_for);
    breaker.minimum_calls = whole_or(params, "volumeThreshold", 0, 0);
    const Duration span = milliseconds_or(params, "rollingCountTimeout", breaker.window_time);
    breaker.window_buckets = whole_or(params, "rollingCountBuckets", 1, breaker.window_buckets);
    const Duration width{span / std::chrono::milliseconds(1) / breaker.window_buckets * 1'000'000};
    if (width == Duration{0}) throw Unusable{"parameter rollingCountTimeout is below one millisecond per bucket"};
    breaker.window_time = width * breaker.window_buckets;
    if (params.has("allowWarmUp") && params.flag("allowWarmUp")) breaker.warm_up = span;
    if (params.has("capacity")) out.bulkhead = BulkheadConfig{whole_or(params, "capacity", 1, 1), 0, {}, false};
    if (params.has("enabled") && !params.flag("enabled")) throw Unusable{"parameter enabled: false is no breaker"};
    for (const char *name : {"name", "group", "rollingPercentilesEnabled", "enableSnapshots"})
        params.ignore(name);
    return out;
}

} // namespace

int whole_or(Params &params, const char *name, int least, int fallback) {
    return params.has(name) ? static_cast<int>(params.whole(name, least, kCallsMax)) : fallback;
}

Duration seconds_or(Params &params, const char *name, Duration fallback) {
    if (!params.has(name)) return fallback;
    const Json &value = params.any(name);
    if (!value.is_number()) throw Unusable{std::string(name) + " is not a number"};
    const double seconds = value.get<double>();
    if (!(seconds >= 0.0 && seconds <= kSecondsMax)) throw Unusable{std::string(name) + " is out of range"};
    return milliseconds(seconds * 1000.0, name);
}

Duration milliseconds_or(Params &params, const char *name, Duration fallback) {
    return params.has(name) ? milliseconds(params.any(name), name) : fallback;
}

LibraryBreaker breaker_of(const std::string &library, Params &params) {
    LibraryBreaker out;
    if (library == "seed-tutorial")
        out = tutorial("tutorial_code", params);
    else if (library == "seed-tutorial-consecutive")
        out = tutorial("tutorial_code_consecutive", params);
    else if (library == "resilience4j")
        out = resilience4j_breaker(params);
    else if (library == "cockatiel")
        out = cockatiel_breaker(params);
    else if (library == "opossum")
        out = opossum(params);
    else if (library == "pybreaker")
        out = pybreaker(params);
    else if (library == "circuitbreaker-py" || library == "circuitbreaker")
        out = circuitbreaker_py(params);
    else
        throw Unusable{"unknown library \"" + library + "\""};
    params.finish();
    return out;
}

} // namespace halfopen::vectors
