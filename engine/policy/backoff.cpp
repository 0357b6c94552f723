// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/backoff.h"

#include <algorithm>
#include <cmath>

#include "engine/base/math.h"

namespace halfopen {

namespace {

constexpr double kNsPerSecond = 1e9;
constexpr double kNsPerMillisecond = 1e6;

double ns(Duration d) { return static_cast<double>(d.count()); }

double limited(const BackoffConfig &config, double wait_ns) {
    return config.cap ? std::min(wait_ns, ns(*config.cap)) : wait_ns;
}

/// The schedule without cap and jitter, in ns; infinity when it overflows.
double raw(const BackoffConfig &config, int k) {
    const double exponent = static_cast<double>(k - 1 + config.offset);
    switch (config.family) {
    case BackoffFamily::none: return 0.0;
    case BackoffFamily::constant: return ns(config.base);
    case BackoffFamily::linear: return std::max(0.0, ns(config.base) * static_cast<double>(k + config.offset));
    case BackoffFamily::exponential: return ns(config.base) * stable::pow(config.multiplier, exponent);
    case BackoffFamily::power: return stable::pow(ns(config.base) / kNsPerSecond, exponent) * kNsPerSecond;
    }
    return 0.0;
}

/// Envoy's interval before retry k: doubles while below half of the cap, then stays at the cap.
double envoy_interval(const BackoffConfig &config, int k) {
    const double most = config.cap ? ns(*config.cap) : 10.0 * ns(config.base);
    double interval = ns(config.base);
    for (int i = 1; i < k && interval < most; ++i) interval = interval < most / 2 ? 2 * interval : most;
    return interval;
}

/// Polly's decorrelated jitter v2: the difference of a smooth exponential curve at two random points.
double polly_curve(double multiplier, double t) {
    return stable::pow(multiplier, t) * stable::tanh(std::sqrt(4.0 * t));
}

double polly_v2(const BackoffConfig &config, BackoffState &state, int k, double u) {
    const double next = polly_curve(config.multiplier, static_cast<double>(k - 1) + u);
    const double step = std::max(0.0, next - state.previous_ns);
    state.previous_ns = next; // the curve, not the wait: it is never capped
    return step / 1.4 * ns(config.base);
}

double decorrelated(const BackoffConfig &config, BackoffState &state, double u) {
    const double base = ns(config.base);
    const double previous = state.previous_ns > 0.0 ? state.previous_ns : base;
    const double wait = limited(config, base + u * std::max(0.0, 3.0 * previous - base));
    state.previous_ns = wait;
    return wait;
}

double symmetric_or_additive(const JitterConfig &jitter, double d, double u) {
    if (jitter.kind == JitterKind::additive) return d + u * jitter.factor * d;
    return d * (1.0 + (2.0 * u - 1.0) * jitter.factor);
}

} // namespace

Duration backoff_base(const BackoffConfig &config, int k) { return duration_from_ns(limited(config, raw(config, k))); }

Duration backoff_wait(const BackoffConfig &config, const JitterConfig &jitter, BackoffState &state, int k, double u) {
    if (config.family == BackoffFamily::none) return Duration{0};
    switch (jitter.kind) {
    case JitterKind::decorrelated: return duration_from_ns(decorrelated(config, state, u));
    case JitterKind::polly_v2: return duration_from_ns(limited(config, polly_v2(config, state, k, u)));
    case JitterKind::envoy: {
        const double interval = std::floor(envoy_interval(config, k) / kNsPerMillisecond);
        return duration_from_ns(std::floor(u * interval) * kNsPerMillisecond);
    }
    default: break;
    }
    const double uncapped = std::min(raw(config, k), ns(kDurationMax));
    const double d = config.cap_after_jitter ? uncapped : limited(config, uncapped);
    double wait = d;
    switch (jitter.kind) {
    case JitterKind::full: wait = u * d; break;
    case JitterKind::equal: wait = d / 2 + u * d / 2; break;
    case JitterKind::additive:
    case JitterKind::symmetric: wait = symmetric_or_additive(jitter, d, u); break;
    default: break;
    }
    return duration_from_ns(config.cap_after_jitter ? limited(config, wait) : wait);
}

namespace {

/// Decorrelated: the longest wait triples from base each time.
WaitRange decorrelated_range(const BackoffConfig &config, int k) {
    const double base = ns(config.base);
    const double most = std::min(base * stable::pow(3.0, k), ns(kDurationMax));
    return {duration_from_ns(limited(config, base)), duration_from_ns(limited(config, most))};
}

/// Polly v2: between the extremes of two neighbouring stretches of the curve.
WaitRange polly_range(const BackoffConfig &config, int k) {
    const double base = ns(config.base);
    const auto curve = [&](int t) { return t < 0 ? 0.0 : polly_curve(config.multiplier, t); };
    const double most = (curve(k) - curve(k - 2)) / 1.4 * base; // next below t = k, previous from t = k - 2
    return {Duration{0}, duration_from_ns(limited(config, std::min(most, ns(kDurationMax))))};
}

} // namespace

WaitRange backoff_range(const BackoffConfig &config, const JitterConfig &jitter, int k) {
    if (config.family == BackoffFamily::none) return {};
    switch (jitter.kind) {
    case JitterKind::decorrelated: return decorrelated_range(config, k);
    case JitterKind::polly_v2: return polly_range(config, k);
    case JitterKind::envoy: {
        const double interval = std::floor(envoy_interval(config, k) / kNsPerMillisecond);
        return {Duration{0}, duration_from_ns(std::max(0.0, interval - 1.0) * kNsPerMillisecond)};
    }
    default: break;
    }
    BackoffState unused;
    return {backoff_wait(config, jitter, unused, k, 0.0), backoff_wait(config, jitter, unused, k, 1.0)};
}

} // namespace halfopen
