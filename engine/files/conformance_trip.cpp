// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_estimate.h"
#include "engine/files/conformance_family.h"

#include "engine/base/random.h"
#include "engine/policy/breaker/breaker.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

// Mean calls until a breaker trips, through the policy object call by call. The variance of that number is known, and a
// mean of few strongly skewed draws is not a case for a t test, so the standard error is the exact one.
namespace halfopen::vectors {

namespace {

constexpr double kCallsMax = 4e8;  ///< at effort 1; a mean that needs more is not run
constexpr double kCallsGood = 4e6; ///< up to here there are more trips than replications asked for
constexpr double kTripsMax = 1e5;

struct TripVector {
    std::string id;
    double p_fail = 0.0;
    int threshold = 1;
    std::vector<std::pair<TripRule, double>> means;
};

/// Calls until the trip, the one that trips included; -1 when it was asked to stop.
std::int64_t calls_to_trip(const TripVector &vector, TripRule rule, std::uint64_t seed,
                           const ConformanceOptions &options) {
    BreakerConfig config;
    config.trip = rule;
    config.failures = vector.threshold;
    const Randomness randomness(seed);
    Breaker breaker;
    for (std::int64_t call = 1;; ++call) {
        if ((call & 0xfffff) == 0 && options.asked_to_stop()) return -1;
        const SimTime now = kTimeZero + Duration{call};
        const Admission admission = breaker.admit(config, now);
        const double u = randomness.uniform({static_cast<std::uint64_t>(call), Purpose::attempt});
        const Verdict verdict = 1.0 - u < vector.p_fail ? Verdict::failure : Verdict::success;
        breaker.observe(config, now, admission.permit, verdict, Duration{0}, 0.0);
        if (breaker.state() != BreakerState::closed) return call;
    }
}

/// Of the number of calls: a run of N failures in a row (Feller, An Introduction to Probability, XIII.7), or N failures
/// in all (negative binomial).
double variance_of_calls(const TripVector &vector, TripRule rule) {
    const double p = vector.p_fail, q = 1.0 - p, n = vector.threshold;
    if (rule == TripRule::cumulative) return n * q / (p * p);
    const double run = std::pow(p, n);
    return 1.0 / (q * run) / (q * run) - (2.0 * n + 1.0) / (q * run) - p / (q * q);
}

ConformanceFigure figure_of(const TripVector &vector, TripRule rule, double expected,
                            const ConformanceOptions &options) {
    const char *name =
        rule == TripRule::consecutive ? "consecutive_mean_calls_to_trip" : "total_count_mean_calls_to_trip";
    const double least = replications(options);
    if (expected * least > kCallsMax * std::max(1.0, options.effort)) {
        return not_run(name, expected, "the mean would take too long at this effort");
    }
    const double trips = std::ceil(std::max(least, std::min(kTripsMax, kCallsGood * options.effort / expected)));
    double sum = 0.0;
    for (int i = 0; i < static_cast<int>(trips); ++i) {
        const std::uint64_t seed = replication_seed(options, vector.id + name, i);
        sum += static_cast<double>(calls_to_trip(vector, rule, seed, options));
        if (options.asked_to_stop()) break;
    }
    ConformanceFigure figure{name, expected, sum / trips, std::sqrt(variance_of_calls(vector, rule) / trips),
                             0.0,  true,     {}};
    figure.z = figure.standard_error > 0.0 ? (figure.measured - expected) / figure.standard_error : 0.0;
    figure.passed = std::abs(figure.z) < kStandardErrorsMax &&
                    (figure.standard_error > 0.0 || std::abs(figure.measured - expected) < 1e-9 * expected);
    return figure;
}

} // namespace

ConformanceCase trip_case(const Json &line, const ConformanceOptions &options) {
    auto vector = std::make_shared<TripVector>();
    vector->id = text_member(line, "id");
    vector->p_fail = number_member(line, "p_fail");
    if (!(vector->p_fail > 0.0 && vector->p_fail <= 1.0)) throw Unusable{"p_fail is out of range"};
    const std::int64_t threshold = whole_member(line, "threshold");
    if (threshold < 1 || threshold > 1'000'000) throw Unusable{"threshold is out of range"};
    vector->threshold = static_cast<int>(threshold);
    ConformanceCase result;
    for (const auto &[name, value] : object_member(line, "expected").items()) {
        const bool consecutive = name == "consecutive_mean_calls_to_trip";
        if (!consecutive && name != "total_count_mean_calls_to_trip") {
            throw Unusable{fmt::format("unknown figure \"{}\"", name)};
        }
        const double mean = number_member(line["expected"], name.c_str());
        if (!(mean >= 1.0)) throw Unusable{fmt::format("{} is out of range", name)};
        vector->means.emplace_back(consecutive ? TripRule::consecutive : TripRule::cumulative, mean);
        const double calls = mean * replications(options);
        if (calls <= kCallsMax * std::max(1.0, options.effort)) result.weight += std::max(calls, kCallsGood) / 20.0;
    }
    result.replay = [vector, options] {
        ConformanceOutcome outcome;
        for (const auto &[rule, mean] : vector->means) {
            outcome.figures.push_back(figure_of(*vector, rule, mean, options));
        }
        outcome.difference = first_missed(vector->id, outcome.figures);
        return outcome;
    };
    return result;
}

} // namespace halfopen::vectors
