// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/breaker/trip.h"

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

bool reaches(Compare compare, double measured, double limit) {
    return compare == Compare::at_least ? measured >= limit : measured > limit;
}

/// The percentage of a share, to nine decimals: 0.55 is 55, not 55.00000000000001 as in binary it would be.
double percent_of(double share) { return std::round(share * 1e11) / 1e9; }

} // namespace

bool rate_reached(const BreakerConfig &config, int part, int total, double share) {
    if (total <= 0) return part > 0;
    const double ratio = static_cast<double>(part) / static_cast<double>(total);
    switch (config.arithmetic) {
    case RateArithmetic::exact: break;
    case RateArithmetic::product: return reaches(config.compare, part, share * static_cast<double>(total));
    case RateArithmetic::percent: return reaches(config.compare, ratio * 100.0, percent_of(share));
    case RateArithmetic::float_percent: {
        const float rate = static_cast<float>(part) * 100.0f / static_cast<float>(total);
        return reaches(config.compare, static_cast<double>(rate),
                       static_cast<double>(static_cast<float>(percent_of(share))));
    }
    case RateArithmetic::truncated_percent:
        return reaches(config.compare, std::floor(ratio * 100.0), percent_of(share));
    case RateArithmetic::rounded_percent:
        return reaches(config.compare, std::floor(ratio * 100.0 + 0.5), percent_of(share));
    }
    return reaches(config.compare, ratio, share);
}

int calls_needed(const BreakerConfig &config) {
    if (config.minimum_rate) { // cockatiel's arithmetic: rate per millisecond times milliseconds
        const double window_ms = static_cast<double>(config.window_time.count()) / 1e6;
        return static_cast<int>(std::min(std::ceil(window_ms * (*config.minimum_rate / 1000.0)), 2e9));
    }
    if (config.counted == Counted::starts) return config.minimum_calls;
    const bool capped = config.minimum_capped && config.trip != TripRule::time_window;
    return std::max(1, capped ? std::min(config.minimum_calls, config.window_calls) : config.minimum_calls);
}

void TripCount::add_start(const BreakerConfig &config, SimTime now) {
    if (config.trip == TripRule::time_window) window_.add_to_time(now, config.time_window(), WindowCounts{1, 0, 0});
}

void TripCount::add_result(const BreakerConfig &config, SimTime now, bool failure, bool slow) {
    if (config.trip == TripRule::time_window) {
        const int calls = config.counted == Counted::results ? 1 : 0;
        window_.add_to_time(now, config.time_window(), WindowCounts{calls, failure ? 1 : 0, slow ? 1 : 0});
    } else {
        window_.add_to_ring(config.window_calls, failure, slow);
    }
}

void TripCount::expire(const BreakerConfig &config, SimTime now) {
    if (config.trip == TripRule::time_window) window_.expire(now, config.time_window());
}

TripVerdict TripCount::check(const BreakerConfig &config) const {
    if (config.windowed()) return check_window(config);
    if (reaches(config.compare, failures_, config.failures)) {
        return {config.trip == TripRule::consecutive ? BreakerReason::consecutive_failures
                                                     : BreakerReason::cumulative_failures,
                failures_, config.failures};
    }
    return config.slow_over ? check_window(config) : TripVerdict{};
}

TripVerdict TripCount::check_window(const BreakerConfig &config) const {
    const WindowCounts &total = window_.total();
    if (total.calls < calls_needed(config)) return {};
    if (config.windowed() && config.failure_rate) {
        if (rate_reached(config, total.failures, total.calls, *config.failure_rate)) {
            return {BreakerReason::failure_rate, total.failures, total.calls};
        }
    } else if (config.windowed() && reaches(config.compare, total.failures, config.failures)) {
        return {BreakerReason::failure_count, total.failures, config.failures};
    }
    if (config.slow_over && rate_reached(config, total.slow, total.calls, config.slow_rate)) {
        return {BreakerReason::slow_rate, total.slow, total.calls};
    }
    return {};
}

void TripCount::clear(SimTime now) {
    failures_ = 0;
    window_.clear(now);
}

} // namespace halfopen
