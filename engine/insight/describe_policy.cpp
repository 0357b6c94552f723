// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>

#include "engine/base/say.h"
#include "engine/insight/explain.h"
#include "engine/insight/words.h"

namespace halfopen {

namespace {

std::string percent(double share) { return fmt::format("{:g} %", share * 100.0); }

std::string window_text(const BreakerConfig &config) {
    if (config.trip == TripRule::time_window) return say(phrase("Policy", "the last {}"), format_duration(config.window_time));
    return config.window_calls == 1 ? said(phrase("Policy", "the last call")) : say(phrase("Policy", "the last {} calls"), config.window_calls);
}

std::string trip_text(const BreakerConfig &config) {
    const bool above = config.compare == Compare::above;
    const std::string more = above ? said(phrase("Policy", "more than ")) : "";
    switch (config.trip) {
    case TripRule::consecutive: return say(phrase("Policy", "{}{} in a row"), more, config.failures);
    case TripRule::cumulative:
        return say(phrase("Policy", "{}{} failures in all since the last reset"), more, config.failures);
    case TripRule::count_window:
    case TripRule::time_window: break;
    }
    std::string text =
        say(phrase("Policy", "{}{} in {}"), more, counted(static_cast<std::uint64_t>(config.failures), phrase("Policy", "failure"), phrase("Policy", "failures")),
                    window_text(config));
    if (config.failure_rate) {
        text = say(phrase("Policy", "{} {} failed of {}"), above ? said(phrase("Policy", "more than")) : said(phrase("Policy", "at least")),
                           percent(*config.failure_rate), window_text(config));
    }
    if (config.slow_over) {
        text += say(phrase("Policy", " or {} slower than {}"), percent(config.slow_rate),
                            format_duration(*config.slow_over));
    }
    if (config.minimum_rate)
        text += say(phrase("Policy", ", from {:g} calls a second on"), *config.minimum_rate);
    else if (config.minimum_calls > 1)
        text += say(phrase("Policy", ", from {} calls on"), config.minimum_calls);
    return text;
}

/// When the rule is looked at, where that is not at every result.
std::string evaluate_text(const BreakerConfig &config) {
    std::string text;
    if (config.evaluate == Evaluate::tick) text = say(phrase("Policy", ", looked at every {}"), format_duration(config.tick));
    if (config.windowed() && config.evaluate == Evaluate::on_failure) text = said(phrase("Policy", ", looked at when one fails"));
    if (config.counted == Counted::starts) text += said(phrase("Policy", ", refused and unfinished calls included"));
    if (config.reset_every) text += say(phrase("Policy", ", all forgotten every {}"), format_duration(*config.reset_every));
    if (config.warm_up) text += say(phrase("Policy", ", not before {}"), format_duration(*config.warm_up));
    return text;
}

std::string ejection_text(const EjectionConfig &rule) {
    std::string text;
    if (rule.grows) text += said(phrase("Policy", " times the ejections so far"));
    if (rule.sweep) text += say(phrase("Policy", ", looked at every {}"), format_duration(*rule.sweep));
    if (rule.max_share < 1.0) text += say(phrase("Policy", ", at most {} of the replicas at once"), percent(rule.max_share));
    if (rule.deviations) text += say(phrase("Policy", ", or a success rate {:g} deviations below the mean"), *rule.deviations);
    if (rule.failure_share) text += say(phrase("Policy", ", or {} failed in a sweep"), percent(*rule.failure_share));
    return text;
}

std::string open_text(const BreakerConfig &config) {
    std::string text;
    if (!config.open_steps.empty()) {
        text = said(phrase("Policy", "open time"));
        for (std::size_t i = 0; i < std::min<std::size_t>(3, config.open_steps.size()); ++i) {
            text += (i == 0 ? " " : ", ") + format_duration(config.open_steps[i]);
        }
        text += config.open_steps.size() > 3 ? said(phrase("Policy", ", … with each re-opening")) : said(phrase("Policy", " with each re-opening"));
    } else if (config.open_backoff) {
        text = say(phrase("Policy", "open time {} with each re-opening"), describe(*config.open_backoff, config.open_jitter));
    } else {
        text = (config.boundary == Boundary::after ? said(phrase("Policy", "open more than ")) : said(phrase("Policy", "open "))) +
               format_duration(config.open_for);
        if (config.open_jitter.kind != JitterKind::none) text += said(phrase("Policy", ", jittered"));
    }
    if (config.open_for_hint) text += said(phrase("Policy", " or as the failure asks"));
    if (config.anchor == Anchor::last_failure) text += said(phrase("Policy", " from the last failure"));
    return text;
}

std::string probe_text(const BreakerConfig &config) {
    const std::string probes = counted(static_cast<std::uint64_t>(config.probes), phrase("Policy", "probe"), phrase("Policy", "probes"));
    std::string text;
    switch (config.probe_limit) {
    case ProbeLimit::unlimited: text = said(phrase("Policy", "half-open lets every call through")); break;
    case ProbeLimit::concurrent: text = say(phrase("Policy", "{} at once"), probes); break;
    case ProbeLimit::total: text = probes; break;
    case ProbeLimit::none: return said(phrase("Policy", "then closed without a probe"));
    }
    if (config.close_after.by_rate) {
        text += said(phrase("Policy", ", closes when their failure rate is below the limit"));
    } else if (config.close_after.successes > 1) {
        text += say(phrase("Policy", ", closes after {} successes"), config.close_after.successes);
        if (config.close_after.of) text += say(phrase("Policy", " of {}"), *config.close_after.of);
    }
    if (config.excess == Excess::wait) text += said(phrase("Policy", ", other calls wait for the verdict"));
    if (config.probe_timeout)
        text += say(phrase("Policy", ", {} without a verdict after {}"),
                            config.probe_timeout_to == ProbeTimeoutTo::open ? said(phrase("Policy", "re-opens")) : said(phrase("Policy", "closes")),
                            format_duration(*config.probe_timeout));
    if (config.one_at_a_time) text += said(phrase("Policy", ", calls one at a time"));
    return text;
}

std::string shape_text(const BackoffConfig &backoff) {
    const std::string base = format_duration(backoff.base);
    const std::string shift = backoff.offset == 0 ? "" : say(phrase("Policy", ", offset {}"), backoff.offset);
    switch (backoff.family) {
    case BackoffFamily::none: return said(phrase("Policy", "no wait"));
    case BackoffFamily::constant: return say(phrase("Policy", "constant {}"), base);
    case BackoffFamily::linear: return say(phrase("Policy", "linear {}{}"), base, shift);
    case BackoffFamily::exponential:
        return say(phrase("Policy", "exponential {} × {:g}{}"), base, backoff.multiplier, shift);
    case BackoffFamily::power:
        if (backoff.offset == 1) return say(phrase("Policy", "{:g}^k s before retry k"), seconds(backoff.base));
        return say(phrase("Policy", "{:g}^(k{:+}) s before retry k"), seconds(backoff.base), backoff.offset - 1);
    }
    return {};
}

std::string jitter_text(const JitterConfig &jitter) {
    switch (jitter.kind) {
    case JitterKind::none: return said(phrase("Policy", "no jitter"));
    case JitterKind::full: return said(phrase("Policy", "full jitter"));
    case JitterKind::equal: return said(phrase("Policy", "equal jitter"));
    case JitterKind::decorrelated: return said(phrase("Policy", "decorrelated jitter"));
    case JitterKind::additive: return say(phrase("Policy", "additive jitter {:g}"), jitter.factor);
    case JitterKind::symmetric: return say(phrase("Policy", "jitter ±{}"), percent(jitter.factor));
    case JitterKind::polly_v2: return said(phrase("Policy", "Polly's jitter"));
    case JitterKind::envoy: return said(phrase("Policy", "Envoy's jitter"));
    case JitterKind::randomized: return say(phrase("Policy", "whole milliseconds ±{}"), percent(jitter.factor));
    case JitterKind::spread: return say(phrase("Policy", "up to {} added"), format_duration(jitter.amount));
    }
    return {};
}

} // namespace

std::string describe(const BreakerConfig &config) {
    std::string text = trip_text(config) + evaluate_text(config) + ", " + open_text(config);
    if (config.stands == Stands::balancer)
        text += say(phrase("Policy", "{}, per replica at the balancer"), ejection_text(config.ejection));
    else
        text += ", " + probe_text(config);
    if (config.shared) text += said(phrase("Policy", ", shared by all instances"));
    return text;
}

std::string describe(const BackoffConfig &backoff, const JitterConfig &jitter) {
    std::string text = shape_text(backoff);
    if (backoff.family == BackoffFamily::none) return text;
    if (backoff.cap) text += say(phrase("Policy", ", at most {}"), format_duration(*backoff.cap));
    if (backoff.floor > Duration{0}) text += say(phrase("Policy", ", at least {}"), format_duration(backoff.floor));
    if (backoff.sorted > 0) text += said(phrase("Policy", ", sorted"));
    return text + ", " + jitter_text(jitter);
}

std::string describe_attempts(int max_attempts) {
    if (max_attempts <= 1) return said(phrase("Policy", "1 attempt = no retry"));
    const auto n = static_cast<std::uint64_t>(max_attempts);
    return say(phrase("Policy", "{} attempts = {}"), n, counted(n - 1, phrase("Policy", "retry"), phrase("Policy", "retries")));
}

std::string describe(const RetryConfig &config) {
    std::string text = describe_attempts(config.max_attempts);
    if (config.max_attempts > 1) text += ", " + describe(config.backoff, config.jitter);
    return text;
}

std::string describe(const TimeoutConfig &config) {
    std::string text = format_duration(config.after);
    if (config.growth != 1.0) text += say(phrase("Policy", ", × {:g} each try"), config.growth);
    if (config.cap) text += say(phrase("Policy", ", at most {}"), format_duration(*config.cap));
    return text;
}

} // namespace halfopen
