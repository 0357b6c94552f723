// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/scenario_checker.h"

namespace halfopen {

namespace {

constexpr std::size_t kOpenStepsMax = 10'000;

std::string probes_text(int probes) { return probes == 1 ? said(phrase("Invalid", "1 probe is")) : say(phrase("Invalid", "{} probes are"), probes); }

} // namespace

/// A minimum above the window of calls is an error; where the library caps it, it is advice: something else happens
/// than what is written.
void ScenarioChecker::breaker_minimum(const std::string &path, const BreakerConfig &config) {
    const auto preset = breaker_preset(config.preset);
    const bool stated = config.minimum_calls > 1 && !(preset && preset->minimum_calls == config.minimum_calls);
    if (stated && !config.windowed() && !config.slow_over && !config.close_after.by_rate) {
        advise(path, phrase("Invalid", "has no effect: a breaker that counts failures {} does not ask for a minimum of calls"),
               config.trip == TripRule::consecutive ? said(phrase("Invalid", "in a row"))
                                                    : said(phrase("Invalid", "since its last reset")));
    }
    const bool ring = config.trip == TripRule::count_window || (config.trip != TripRule::time_window && config.slow_over);
    if (!ring || config.minimum_rate) return;
    if (config.minimum_calls <= config.window_calls) return;
    if (!config.minimum_capped) {
        fail(path, phrase("Invalid", "{} can never be reached: the window holds {}"), config.minimum_calls, config.window_calls);
    } else {
        advise(path, phrase("Invalid", "{} can never be reached: the window holds {}, so that {} decide"), config.minimum_calls,
               config.window_calls, config.window_calls);
    }
}

/// A number of failures, where no rate is looked at, must fit into the window of calls.
void ScenarioChecker::breaker_failures(const std::string &path, const BreakerConfig &config) {
    within(path, config.failures, 1, 1'000'000);
    if (config.trip != TripRule::count_window || config.failure_rate) return;
    if (config.failures > config.window_calls) {
        fail(path, phrase("Invalid", "{} can never be reached: the window holds {}"), config.failures, config.window_calls);
    } else if (config.compare == Compare::above && config.failures == config.window_calls) {
        fail(path, phrase("Invalid", "more than {} can never be reached: the window holds {}"), config.failures, config.window_calls);
    }
}

void ScenarioChecker::breaker_trip(const std::string &path, const BreakerConfig &config) {
    breaker_failures(path + ".failures", config);
    if (config.failure_rate) share(path + ".failure_rate", *config.failure_rate);
    within(path + ".window.calls", config.window_calls, 1, 100'000);
    duration(path + ".window.time", config.window_time, std::chrono::milliseconds(1));
    within(path + ".window.buckets", config.window_buckets, 1, 10'000);
    within(path + ".minimum_calls", config.minimum_calls, 0, 1'000'000);
    breaker_minimum(path + ".minimum_calls", config);
    if (config.minimum_rate) within(path + ".minimum_rate", *config.minimum_rate, 0.0, 1e9);
    if (config.slow_over) duration(path + ".slow_call.over", *config.slow_over);
    share(path + ".slow_call.rate", config.slow_rate);
    duration(path + ".evaluate.tick", config.tick, std::chrono::milliseconds(1));
    if (config.reset_every) duration(path + ".reset_every", *config.reset_every, Duration{1});
    if (config.warm_up) duration(path + ".warm_up", *config.warm_up);
    if (config.failure_rate && !config.windowed()) {
        fail(path + ".failure_rate", phrase("Invalid", "needs `trip: count_window` or `trip: time_window`"));
    }
    if (config.counted == Counted::starts && config.trip != TripRule::time_window) {
        fail(path + ".counts", phrase("Invalid", "starts need `trip: time_window`"));
    }
    if (config.minimum_rate && config.trip != TripRule::time_window) {
        fail(path + ".minimum_rate", phrase("Invalid", "needs `trip: time_window`"));
    }
}

void ScenarioChecker::breaker_open(const std::string &path, const BreakerConfig &config) {
    duration(path + ".open_for", config.open_for);
    if (config.open_backoff) {
        backoff(path + ".open_for", *config.open_backoff, path + ".open_for.jitter", config.open_jitter);
    }
    if (config.open_steps.size() > kOpenStepsMax) {
        fail(path + ".open_for", phrase("Invalid", "expected at most {} durations, got {}"), kOpenStepsMax, config.open_steps.size());
    }
    for (std::size_t i = 0; i < std::min(config.open_steps.size(), kOpenStepsMax); ++i) {
        duration(fmt::format("{}.open_for[{}]", path, i), config.open_steps[i]);
    }
}

/// A half-open period must be able to come to a verdict with the probes that it lets through.
void ScenarioChecker::breaker_probes(const std::string &path, const BreakerConfig &config) {
    within(path + ".probes", config.probes, 1, 100'000);
    // By timers alone it could go round and round between OPEN and HALF_OPEN.
    const Duration shortest{config.retest == Retest::scheduled ? 1'000'000 : 1};
    if (config.probe_timeout) duration(path + ".probe_timeout", *config.probe_timeout, shortest);
    const CloseAfter &close = config.close_after;
    const bool total = config.probe_limit == ProbeLimit::total;
    if (close.by_rate) {
        if (close.rate) share(path + ".close_after.rate", *close.rate);
        if (close.results) within(path + ".close_after.results", *close.results, 1, 100'000);
        if (total && close.results.value_or(0) > config.probes) {
            fail(path + ".close_after.results", phrase("Invalid", "{} results never come together: only {} let through"), *close.results,
                 probes_text(config.probes));
        }
        return;
    }
    within(path + ".close_after", close.successes, 1, 100'000);
    if (total && close.successes > config.probes) {
        fail(path + ".close_after", phrase("Invalid", "{} successes can never be reached: only {} let through"), close.successes,
             probes_text(config.probes));
    }
    if (!close.of) return;
    if (*close.of < close.successes) {
        fail(path + ".close_after.of", phrase("Invalid", "{} successes out of {} can never be reached"), close.successes, *close.of);
    } else if (total && *close.of > config.probes) {
        fail(path + ".close_after.of", phrase("Invalid", "{} results never come together: only {} let through"), *close.of,
             probes_text(config.probes));
    }
}

void ScenarioChecker::breaker_ejection(const std::string &path, const BreakerConfig &config) {
    const EjectionConfig &rule = config.ejection;
    if (rule.sweep) duration(path + ".sweep", *rule.sweep, std::chrono::milliseconds(1));
    share(path + ".max_share", rule.max_share);
    if (rule.time_max) duration(path + ".time_max", *rule.time_max);
    duration(path + ".jitter", rule.jitter);
    if (rule.deviations) within(path + ".deviations", *rule.deviations, 0.0, 1000.0);
    if (rule.failure_share) share(path + ".failure_share", *rule.failure_share);
    within(path + ".rated_calls", rule.rated_calls, 1, 1'000'000);
    within(path + ".rated_replicas", rule.rated_replicas, 1, 1'000'000);
    if (rule.sole_calls) within(path + ".sole_calls", *rule.sole_calls, 1, 1'000'000);
    if (rule.sole_calls && !config.windowed()) fail(path + ".sole_calls", phrase("Invalid", "needs a window"));
    if ((rule.deviations || rule.failure_share) && !rule.sweep) {
        fail(path + (rule.deviations ? ".deviations" : ".failure_share"), phrase("Invalid", "needs a sweep, at which rates are compared"));
    }
    if (rule.grows && !rule.sweep) fail(path + ".grows", phrase("Invalid", "needs a sweep, at which the time shrinks again"));
}

void ScenarioChecker::breaker(const std::string &path, const BreakerConfig &config) {
    breaker_trip(path, config);
    breaker_open(path, config);
    breaker_probes(path, config);
    if (config.stands == Stands::balancer) breaker_ejection(path + ".ejection", config);
}

} // namespace halfopen
