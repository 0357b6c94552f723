// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>

#include "engine/insight/explain.h"
#include "engine/insight/words.h"

namespace halfopen {

namespace {

std::string percent(double share) { return fmt::format("{:g} %", share * 100.0); }

std::string window_text(const BreakerConfig &config) {
    if (config.trip == TripRule::time_window) return "the last " + format_duration(config.window_time);
    return config.window_calls == 1 ? "the last call" : fmt::format("the last {} calls", config.window_calls);
}

std::string trip_text(const BreakerConfig &config) {
    const bool above = config.compare == Compare::above;
    const std::string more = above ? "more than " : "";
    switch (config.trip) {
    case TripRule::consecutive: return fmt::format("{}{} in a row", more, config.failures);
    case TripRule::cumulative:
        return fmt::format("{}{} failures in all since the last reset", more, config.failures);
    case TripRule::count_window:
    case TripRule::time_window: break;
    }
    std::string text =
        fmt::format("{}{} in {}", more, counted(static_cast<std::uint64_t>(config.failures), "failure", "failures"),
                    window_text(config));
    if (config.failure_rate) {
        text = fmt::format("{} {} failed of {}", above ? "more than" : "at least",
                           percent(*config.failure_rate), window_text(config));
    }
    if (config.slow_over) {
        text += fmt::format(" or {} slower than {}", percent(config.slow_rate),
                            format_duration(*config.slow_over));
    }
    if (config.minimum_rate)
        text += fmt::format(", from {:g} calls a second on", *config.minimum_rate);
    else if (config.minimum_calls > 1)
        text += fmt::format(", from {} calls on", config.minimum_calls);
    return text;
}

/// When the rule is looked at, where that is not at every result.
std::string evaluate_text(const BreakerConfig &config) {
    std::string text;
    if (config.evaluate == Evaluate::tick) text = ", looked at every " + format_duration(config.tick);
    if (config.windowed() && config.evaluate == Evaluate::on_failure) text = ", looked at when one fails";
    if (config.counted == Counted::starts) text += ", refused and unfinished calls included";
    if (config.reset_every) text += ", all forgotten every " + format_duration(*config.reset_every);
    if (config.warm_up) text += ", not before " + format_duration(*config.warm_up);
    return text;
}

std::string ejection_text(const EjectionConfig &rule) {
    std::string text;
    if (rule.grows) text += " times the ejections so far";
    if (rule.sweep) text += ", looked at every " + format_duration(*rule.sweep);
    if (rule.max_share < 1.0) text += fmt::format(", at most {} of the replicas at once", percent(rule.max_share));
    if (rule.deviations) text += fmt::format(", or a success rate {:g} deviations below the mean", *rule.deviations);
    if (rule.failure_share) text += fmt::format(", or {} failed in a sweep", percent(*rule.failure_share));
    return text;
}

std::string open_text(const BreakerConfig &config) {
    std::string text;
    if (!config.open_steps.empty()) {
        text = "open time";
        for (std::size_t i = 0; i < std::min<std::size_t>(3, config.open_steps.size()); ++i) {
            text += (i == 0 ? " " : ", ") + format_duration(config.open_steps[i]);
        }
        text += config.open_steps.size() > 3 ? ", … with each re-opening" : " with each re-opening";
    } else if (config.open_backoff) {
        text = "open time " + describe(*config.open_backoff, config.open_jitter) + " with each re-opening";
    } else {
        text = (config.boundary == Boundary::after ? "open more than " : "open ") +
               format_duration(config.open_for);
        if (config.open_jitter.kind != JitterKind::none) text += ", jittered";
    }
    if (config.open_for_hint) text += " or as the failure asks";
    if (config.anchor == Anchor::last_failure) text += " from the last failure";
    return text;
}

std::string probe_text(const BreakerConfig &config) {
    const std::string probes = counted(static_cast<std::uint64_t>(config.probes), "probe", "probes");
    std::string text;
    switch (config.probe_limit) {
    case ProbeLimit::unlimited: text = "half-open lets every call through"; break;
    case ProbeLimit::concurrent: text = probes + " at once"; break;
    case ProbeLimit::total: text = probes; break;
    case ProbeLimit::none: return "then closed without a probe";
    }
    if (config.close_after.by_rate) {
        text += ", closes when their failure rate is below the limit";
    } else if (config.close_after.successes > 1) {
        text += fmt::format(", closes after {} successes", config.close_after.successes);
        if (config.close_after.of) text += fmt::format(" of {}", *config.close_after.of);
    }
    if (config.excess == Excess::wait) text += ", other calls wait for the verdict";
    if (config.probe_timeout)
        text += fmt::format(", {} without a verdict after {}",
                            config.probe_timeout_to == ProbeTimeoutTo::open ? "re-opens" : "closes",
                            format_duration(*config.probe_timeout));
    if (config.one_at_a_time) text += ", calls one at a time";
    return text;
}

std::string shape_text(const BackoffConfig &backoff) {
    const std::string base = format_duration(backoff.base);
    const std::string shift = backoff.offset == 0 ? "" : fmt::format(", offset {}", backoff.offset);
    switch (backoff.family) {
    case BackoffFamily::none: return "no wait";
    case BackoffFamily::constant: return "constant " + base;
    case BackoffFamily::linear: return "linear " + base + shift;
    case BackoffFamily::exponential:
        return fmt::format("exponential {} × {:g}{}", base, backoff.multiplier, shift);
    case BackoffFamily::power:
        if (backoff.offset == 1) return fmt::format("{:g}^k s before retry k", seconds(backoff.base));
        return fmt::format("{:g}^(k{:+}) s before retry k", seconds(backoff.base), backoff.offset - 1);
    }
    return {};
}

std::string jitter_text(const JitterConfig &jitter) {
    switch (jitter.kind) {
    case JitterKind::none: return "no jitter";
    case JitterKind::full: return "full jitter";
    case JitterKind::equal: return "equal jitter";
    case JitterKind::decorrelated: return "decorrelated jitter";
    case JitterKind::additive: return fmt::format("additive jitter {:g}", jitter.factor);
    case JitterKind::symmetric: return fmt::format("jitter ±{}", percent(jitter.factor));
    case JitterKind::polly_v2: return "Polly's jitter";
    case JitterKind::envoy: return "Envoy's jitter";
    case JitterKind::randomized: return fmt::format("whole milliseconds ±{}", percent(jitter.factor));
    case JitterKind::spread: return "up to " + format_duration(jitter.amount) + " added";
    }
    return {};
}

} // namespace

std::string describe(const BreakerConfig &config) {
    std::string text = trip_text(config) + evaluate_text(config) + ", " + open_text(config);
    if (config.stands == Stands::balancer)
        text += ejection_text(config.ejection) + ", per replica at the balancer";
    else
        text += ", " + probe_text(config);
    if (config.shared) text += ", shared by all instances";
    return text;
}

std::string describe(const BackoffConfig &backoff, const JitterConfig &jitter) {
    std::string text = shape_text(backoff);
    if (backoff.family == BackoffFamily::none) return text;
    if (backoff.cap) text += ", at most " + format_duration(*backoff.cap);
    if (backoff.floor > Duration{0}) text += ", at least " + format_duration(backoff.floor);
    if (backoff.sorted > 0) text += ", sorted";
    return text + ", " + jitter_text(jitter);
}

std::string describe_attempts(int max_attempts) {
    if (max_attempts <= 1) return "1 attempt = no retry";
    const auto n = static_cast<std::uint64_t>(max_attempts);
    return fmt::format("{} attempts = {}", n, counted(n - 1, "retry", "retries"));
}

std::string describe(const RetryConfig &config) {
    std::string text = describe_attempts(config.max_attempts);
    if (config.max_attempts > 1) text += ", " + describe(config.backoff, config.jitter);
    return text;
}

std::string describe(const TimeoutConfig &config) {
    std::string text = format_duration(config.after);
    if (config.growth != 1.0) text += fmt::format(", × {:g} each try", config.growth);
    if (config.cap) text += ", at most " + format_duration(*config.cap);
    return text;
}

} // namespace halfopen
