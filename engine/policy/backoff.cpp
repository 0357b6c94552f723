// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/backoff.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

#include "engine/base/math.h"
#include "engine/base/random.h"

namespace halfopen {

namespace {

constexpr double kNsPerSecond = 1e9;
constexpr double kNsPerMillisecond = 1e6;

/// A schedule in its own unit of time. Libraries that round count in the unit that they round to, so that a product
/// which is whole there is whole here; all others count in nanoseconds.
class Schedule {
public:
    Schedule(const BackoffConfig &config, const JitterConfig &jitter)
        : config_(config), jitter_(jitter),
          unit_(rounds() || config.whole_steps ? static_cast<double>(config.rounding_unit.count()) : 1.0) {}

    /// Without jitter and rounding.
    double plain(int k) const { return raised(capped(raw(k))); }

    /// With jitter; advances the state.
    double drawn(BackoffState &state, int k, double u) const {
        if (jitter_.kind == JitterKind::decorrelated) return rounded(decorrelated(state, u));
        if (jitter_.kind == JitterKind::polly_v2) return raised(capped(rounded(polly_v2(state, k, u))));
        const double uncapped = std::min(raw(k), most());
        if (config_.cap_after_jitter) return raised(capped(rounded(jittered(uncapped, u))));
        return rounded(jittered(raised(capped(uncapped)), u));
    }

    /// Decorrelated: the longest wait triples from base each time.
    WaitRange decorrelated_range(int k) const {
        const double longest = std::min(base() * stable::pow(3.0, k), most());
        return {duration(rounded(capped(base()))), duration(rounded(capped(longest)))};
    }

    /// Polly v2: between the extremes of two neighbouring stretches of the curve.
    WaitRange polly_range(int k) const {
        const auto at = [&](int t) { return t < 0 ? 0.0 : curve(t); };
        const double longest = rise(at(k), at(k - 2)) / 1.4 * base(); // next below t = k, previous from t = k - 2
        return {duration(raised(0.0)), duration(raised(capped(rounded(std::min(longest, most())))))};
    }

    Duration duration(double wait) const { return duration_from_ns(wait * unit_); }

private:
    bool rounds() const { return config_.rounding != Rounding::none; }
    double in_units(Duration d) const { return static_cast<double>(d.count()) / unit_; }
    double base() const { return in_units(config_.base); }
    double most() const { return in_units(kDurationMax); }
    double capped(double wait) const { return config_.cap ? std::min(wait, in_units(*config_.cap)) : wait; }
    double raised(double wait) const { return std::max(wait, in_units(config_.floor)); }
    double rounded(double wait) const {
        switch (config_.rounding) {
        case Rounding::none: return wait;
        case Rounding::down: return std::floor(wait);
        case Rounding::nearest: return std::floor(wait + 0.5);
        }
        return wait;
    }

    /// The schedule without cap and jitter; infinity when it overflows.
    double raw(int k) const {
        const double exponent = static_cast<double>(k - 1 + config_.offset);
        switch (config_.family) {
        case BackoffFamily::none: return 0.0;
        case BackoffFamily::constant: return base();
        case BackoffFamily::linear: return std::max(0.0, base() * static_cast<double>(k + config_.offset));
        case BackoffFamily::exponential:
            return config_.whole_steps ? stepped(k - 1 + config_.offset)
                                       : base() * stable::pow(config_.multiplier, exponent);
        case BackoffFamily::power:
            return stable::pow(in_units(config_.base) * unit_ / kNsPerSecond, exponent) * (kNsPerSecond / unit_);
        }
        return 0.0;
    }

    double stepped(int steps) const {
        double interval = std::floor(base());
        if (steps < 0) return std::floor(interval / config_.multiplier);
        for (int i = 0; i < steps && interval < most(); ++i) {
            const double next = std::floor(interval * config_.multiplier);
            if (next == interval) break; // it stays there
            interval = next;
        }
        return interval;
    }

    double jittered(double d, double u) const {
        const double f = jitter_.factor;
        switch (jitter_.kind) {
        case JitterKind::full: return u * d;
        case JitterKind::equal: return d / 2 + u * d / 2;
        case JitterKind::additive: return d + u * f * d;
        case JitterKind::symmetric: return d * (1.0 + (2.0 * u - 1.0) * f);
        case JitterKind::spread: return d + u * in_units(jitter_.amount);
        case JitterKind::randomized: {
            const double millisecond = kNsPerMillisecond / unit_;
            const double low = d - f * d, high = d + f * d; // evaluated as the library does, to the last bit
            const double wait = std::max(millisecond, low + u * (high - low + millisecond));
            return std::floor(wait / millisecond) * millisecond;
        }
        default: return d;
        }
    }

    double decorrelated(BackoffState &state, double u) const {
        const double previous = state.previous > 0.0 ? state.previous / unit_ : base();
        const double wait = capped(base() + u * std::max(0.0, 3.0 * previous - base()));
        state.previous = wait * unit_;
        return wait;
    }

    /// Polly's decorrelated jitter v2: the difference of a smooth exponential curve at two random points.
    double polly_v2(BackoffState &state, int k, double u) const {
        const double next = curve(static_cast<double>(k - 1) + u);
        const double step = rise(next, state.previous);
        state.previous = next; // the curve, not the wait: it is never capped
        return std::min(step / 1.4 * base(), most());
    }

    /// Where the curve is beyond all numbers the wait is too.
    static double rise(double next, double previous) {
        return std::isinf(next) ? next : std::max(0.0, next - previous);
    }

    double curve(double t) const { return stable::pow(config_.multiplier, t) * stable::tanh(std::sqrt(4.0 * t)); }

    const BackoffConfig &config_;
    const JitterConfig &jitter_;
    double unit_; ///< in ns
};

/// Envoy's interval before retry k, in whole ms: doubles while below half of the cap, then stays at the cap.
double envoy_interval_ms(const BackoffConfig &config, int k) {
    const double base = static_cast<double>(config.base.count());
    const double most = config.cap ? static_cast<double>(config.cap->count()) : 10.0 * base;
    double interval = base;
    for (int i = 1; i < k && interval < most; ++i) interval = interval < most / 2 ? 2 * interval : most;
    return std::floor(interval / kNsPerMillisecond);
}

Duration unsorted_wait(const BackoffConfig &config, const JitterConfig &jitter, BackoffState &state, int k, double u) {
    if (config.family == BackoffFamily::none) return Duration{0};
    if (jitter.kind == JitterKind::envoy) {
        return duration_from_ns(std::floor(u * envoy_interval_ms(config, k)) * kNsPerMillisecond);
    }
    const Schedule schedule(config, jitter);
    return schedule.duration(schedule.drawn(state, k, u));
}

WaitRange unsorted_range(const BackoffConfig &config, const JitterConfig &jitter, int k) {
    const Schedule schedule(config, jitter);
    switch (jitter.kind) {
    case JitterKind::decorrelated: return schedule.decorrelated_range(k);
    case JitterKind::polly_v2: return schedule.polly_range(k);
    case JitterKind::envoy:
        return {Duration{0}, duration_from_ns(std::max(0.0, envoy_interval_ms(config, k) - 1.0) * kNsPerMillisecond)};
    default: break;
    }
    BackoffState unused;
    return {unsorted_wait(config, jitter, unused, k, 0.0), unsorted_wait(config, jitter, unused, k, 1.0)};
}

Duration kth_smallest(std::vector<Duration> &list, int k) {
    const auto at = list.begin() + std::clamp<std::ptrdiff_t>(k, 1, std::ssize(list)) - 1;
    std::nth_element(list.begin(), at, list.end());
    return *at;
}

/// The uniforms of a list, all from the one that its first wait was given.
std::vector<double> uniforms_of_list(double luck, int count) {
    const Randomness randomness(std::bit_cast<std::uint64_t>(luck));
    std::vector<double> uniforms;
    for (int i = 0; i < count; ++i) {
        uniforms.push_back(1.0 - randomness.uniform({static_cast<std::uint64_t>(i), Purpose::jitter}));
    }
    return uniforms;
}

} // namespace

Duration backoff_base(const BackoffConfig &config, int k) {
    const JitterConfig none;
    const Schedule schedule(config, none);
    return schedule.duration(schedule.plain(k));
}

Duration sorted_wait(const BackoffConfig &config, const JitterConfig &jitter, std::span<const double> uniforms, int k) {
    std::vector<Duration> list;
    list.reserve(uniforms.size());
    BackoffState state;
    for (const double u : uniforms) {
        list.push_back(unsorted_wait(config, jitter, state, static_cast<int>(list.size()) + 1, u));
    }
    return kth_smallest(list, k);
}

Duration backoff_wait(const BackoffConfig &config, const JitterConfig &jitter, BackoffState &state, int k, double u) {
    if (config.sorted == 0) return unsorted_wait(config, jitter, state, k, u);
    if (state.previous == 0.0) state.previous = 1.0 + u; // never 0 again
    return sorted_wait(config, jitter, uniforms_of_list(state.previous, config.sorted), k);
}

WaitRange backoff_range(const BackoffConfig &config, const JitterConfig &jitter, int k) {
    if (config.family == BackoffFamily::none) return {};
    if (config.sorted == 0) return unsorted_range(config, jitter, k);
    std::vector<Duration> shortest, longest;
    for (int i = 1; i <= config.sorted; ++i) {
        const WaitRange range = unsorted_range(config, jitter, i);
        shortest.push_back(range.shortest);
        longest.push_back(range.longest);
    }
    return {kth_smallest(shortest, k), kth_smallest(longest, k)};
}

} // namespace halfopen
