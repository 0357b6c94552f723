// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_backoff.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace halfopen::vectors {

namespace {

constexpr double kDelayMax = 1e12; // ms

bool has_word(const std::string &kind, std::string_view word) { return kind.find(word) != std::string::npos; }

[[noreturn]] void unknown_kind(const std::string &library, const std::string &kind) {
    throw Unusable{fmt::format("unknown kind \"{}\" of library \"{}\"", kind, library)};
}

Duration from_ms(double ms) { return duration_from_ns(ms * 1e6 + 0.5); }
Duration from_s(double s) { return from_ms(s * 1e3); }

/// A duration in milliseconds, or "Infinity" or null for none.
std::optional<Duration> optional_limit(Params &params, const char *name) {
    if (!params.has(name)) return std::nullopt;
    const Json &value = params.any(name);
    if (value.is_string() && value.get<std::string>() == "Infinity") return std::nullopt;
    return from_ms(params.number(name, 0.0, kDelayMax));
}

double number_or(Params &params, const char *name, double fallback, double most = kDelayMax) {
    return params.optional_number(name, 0.0, most).value_or(fallback);
}

/// "0.5s" as the service configuration of gRPC writes durations.
Duration proto_duration(Params &params, const char *name) {
    const std::string text = params.text(name);
    double value = 0.0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    const bool good = error == std::errc() && stop + 1 == end && *stop == 's' && value >= 0.0 && value <= 1e9;
    if (!good) throw Unusable{fmt::format("parameter {} must be a duration such as 0.5s", name)};
    return from_s(value);
}

BackoffConfig exponential(Duration base, double multiplier, std::optional<Duration> cap) {
    BackoffConfig config;
    config.base = base;
    config.multiplier = multiplier;
    config.cap = cap;
    return config;
}

BackoffSubject cockatiel(const std::string &kind, Params &params) {
    BackoffSubject subject;
    if (has_word(kind, "ConstantBackoff")) {
        subject.backoff.family = BackoffFamily::constant;
        subject.backoff.base = from_ms(params.number(params.has("interval") ? "interval" : "delay", 0.0, kDelayMax));
        return subject;
    }
    if (!has_word(kind, "ExponentialBackoff")) unknown_kind("cockatiel", kind);
    const double exponent = number_or(params, "exponent", 2.0, 1000.0);
    const auto cap = params.has("maxDelay") ? optional_limit(params, "maxDelay") : from_ms(30'000);
    subject.backoff = exponential(from_ms(number_or(params, "initialDelay", 128)), 2.0, cap);
    if (has_word(kind, "/noJitter")) return subject; // these three do not look at the exponent
    if (has_word(kind, "/halfJitter") || has_word(kind, "/fullJitter")) {
        subject.jitter.kind = has_word(kind, "/half") ? JitterKind::equal : JitterKind::full;
        subject.backoff.rounding = Rounding::down;
        return subject;
    }
    if (has_word(kind, "/") && !has_word(kind, "/decorrelatedJitter")) unknown_kind("cockatiel", kind);
    subject.jitter.kind = JitterKind::polly_v2;
    subject.backoff.multiplier = exponent;
    return subject;
}

BackoffSubject polly(const std::string &, Params &params) {
    static const std::map<std::string, BackoffFamily> families = {{"Constant", BackoffFamily::constant},
                                                                  {"Linear", BackoffFamily::linear},
                                                                  {"Exponential", BackoffFamily::exponential}};
    const std::string type = params.text("BackoffType");
    const auto family = families.find(type);
    if (family == families.end()) throw Unusable{fmt::format("unknown BackoffType \"{}\"", type)};
    BackoffSubject subject;
    subject.backoff =
        exponential(from_ms(params.number("Delay_ms", 0.0, kDelayMax)), 2.0, optional_limit(params, "MaxDelay_ms"));
    subject.backoff.family = family->second;
    subject.backoff.cap_after_jitter = true;
    subject.backoff.rounding = Rounding::down; // TimeSpan counts ticks
    subject.backoff.rounding_unit = std::chrono::nanoseconds(100);
    subject.tolerance_ns = 200;
    if (params.flag("UseJitter")) {
        subject.jitter = family->second == BackoffFamily::exponential ? JitterConfig{JitterKind::polly_v2, 0.5}
                                                                      : JitterConfig{JitterKind::symmetric, 0.25};
    }
    return subject;
}

BackoffSubject exponential_backoff(const std::string &kind, Params &params) {
    params.ignore("delayFirstAttempt"); // the first delay of the list is the same, it stands before another attempt
    params.ignore("numOfAttempts");
    BackoffSubject subject;
    subject.backoff = exponential(from_ms(number_or(params, "startingDelay", 100)),
                                  number_or(params, "timeMultiple", 2.0, 1000.0), optional_limit(params, "maxDelay"));
    const std::string jitter = params.has("jitter") ? "jitter=" + params.text("jitter") : kind;
    if (jitter == "jitter=none") return subject;
    if (jitter != "jitter=full") unknown_kind("exponential-backoff", kind);
    subject.jitter.kind = JitterKind::full;
    subject.backoff.rounding = Rounding::nearest;
    return subject;
}

/// p-retry, and retry and async-retry, which sort the list.
BackoffSubject node_retry(const std::string &kind, Params &params, bool sorted, bool randomize) {
    if (params.has("randomize")) randomize = params.flag("randomize");
    if (has_word(kind, "randomize=true")) randomize = true;
    if (has_word(kind, "randomize=false")) randomize = false;
    for (const char *name : {"forever", "unref", "maxRetryTime"})
        params.ignore(name);
    BackoffSubject subject;
    const double least = std::max(1.0, number_or(params, "minTimeout", 1000));
    subject.backoff =
        exponential(from_ms(least), number_or(params, "factor", 2.0, 1000.0), optional_limit(params, "maxTimeout"));
    subject.backoff.cap_after_jitter = true;
    subject.backoff.rounding = Rounding::nearest;
    const auto retries = params.has("retries") ? params.whole("retries", 1, kSortedWaitsMax) : 10;
    if (sorted) subject.backoff.sorted = static_cast<int>(retries);
    if (randomize) subject.jitter = {JitterKind::additive, 1.0};
    return subject;
}

BackoffSubject smithy(const std::string &kind, Params &params, double base, double throttled, bool cap_after) {
    if (!has_word(kind, "StandardRetryStrategy")) unknown_kind("smithy", kind);
    params.ignore("maxAttempts");
    const std::string type = params.text("errorType");
    if (type != "THROTTLING" && type != "TRANSIENT" && type != "SERVER_ERROR" && type != "CLIENT_ERROR") {
        throw Unusable{fmt::format("unknown errorType \"{}\"", type)};
    }
    BackoffSubject subject;
    subject.backoff = exponential(from_ms(type == "THROTTLING" ? throttled : base), 2.0, from_ms(20'000));
    subject.backoff.cap_after_jitter = cap_after;
    subject.backoff.rounding = Rounding::down;
    subject.jitter.kind = JitterKind::full;
    return subject;
}

BackoffSubject grpc_js(const std::string &, Params &params) {
    BackoffSubject subject;
    subject.backoff =
        exponential(proto_duration(params, "initialBackoff"), params.number("backoffMultiplier", 0.0, 1000.0),
                    proto_duration(params, "maxBackoff"));
    subject.jitter = {JitterKind::symmetric, 0.2};
    params.ignore("maxAttempts");
    return subject;
}

BackoffSubject botocore(const std::string &, Params &params) {
    BackoffSubject subject;
    subject.backoff = exponential(from_s(1), 2.0, from_s(number_or(params, "max_backoff", 20, 1e9)));
    subject.backoff.cap_after_jitter = true;
    subject.jitter.kind = JitterKind::full;
    return subject;
}

BackoffSubject tenacity(const std::string &kind, Params &params) {
    const auto limit = [&](const char *name) {
        const auto value = params.optional_number(name, 0.0, 1e300);
        return value ? std::optional(from_s(*value)) : std::nullopt;
    };
    BackoffSubject subject;
    if (kind == "wait_exponential" || kind == "wait_random_exponential" || kind == "wait_full_jitter") {
        subject.backoff = exponential(from_s(number_or(params, "multiplier", 1)),
                                      number_or(params, "exp_base", 2.0, 1000.0), limit("max"));
        subject.backoff.floor = limit("min").value_or(Duration{0});
        if (kind != "wait_exponential") subject.jitter.kind = JitterKind::full;
    } else if (kind == "wait_exponential_jitter") {
        subject.backoff = exponential(from_s(number_or(params, "initial", 1)),
                                      number_or(params, "exp_base", 2.0, 1000.0), limit("max"));
        subject.backoff.cap_after_jitter = true;
        subject.jitter = {JitterKind::spread, 0.5, from_s(number_or(params, "jitter", 1))};
    } else if (kind == "wait_fixed" || kind == "wait_none") {
        subject.backoff.family = kind == "wait_none" ? BackoffFamily::none : BackoffFamily::constant;
        if (kind == "wait_fixed") subject.backoff.base = from_s(params.number("wait", 0.0, 1e9));
    } else if (kind == "wait_random") {
        const double low = number_or(params, "min", 0), high = number_or(params, "max", 1);
        subject.backoff.family = BackoffFamily::constant;
        subject.backoff.base = from_s(low);
        subject.jitter = {JitterKind::spread, 0.5, from_s(high - low)};
    } else {
        unknown_kind("tenacity", kind);
    }
    return subject;
}

BackoffSubject aws_classes(const std::string &kind, Params &params) {
    static const std::map<std::string, JitterKind> kinds = {
        {"Exponential", JitterKind::none},    {"ExpoBackoff", JitterKind::none},
        {"EqualJitter", JitterKind::equal},   {"ExpoBackoffEqualJitter", JitterKind::equal},
        {"FullJitter", JitterKind::full},     {"ExpoBackoffFullJitter", JitterKind::full},
        {"Decorr", JitterKind::decorrelated}, {"ExpoBackoffDecorr", JitterKind::decorrelated},
        {"None", JitterKind::none},           {"NoBackoff", JitterKind::none},
    };
    const auto found = kinds.find(kind);
    if (found == kinds.end()) unknown_kind("aws-arch-backoff-simulator", kind);
    BackoffSubject subject;
    subject.backoff =
        exponential(from_ms(params.number("base", 0.0, kDelayMax)), 2.0, from_ms(params.number("cap", 0.0, kDelayMax)));
    subject.backoff.offset = params.has("first_n") ? static_cast<int>(params.whole("first_n", 0, 100)) : 1;
    if (kind == "None" || kind == "NoBackoff") subject.backoff.family = BackoffFamily::none;
    subject.jitter.kind = found->second;
    return subject;
}

BackoffSubject resilience4j(const std::string &kind, Params &params) {
    constexpr double longest = 9.3e18;
    const bool random = has_word(kind, "Random");
    const bool grows = has_word(kind, "Exponential");
    if (!has_word(kind, "IntervalFunction.of")) unknown_kind("resilience4j", kind);
    BackoffSubject subject;
    const char *name = params.has("intervalMillis") ? "intervalMillis" : "initialIntervalMillis";
    subject.backoff =
        exponential(from_ms(number_or(params, name, 500)), number_or(params, "multiplier", 1.5, 1000.0), {});
    if (const auto cap = params.optional_number("maxIntervalMillis", 1.0, longest)) subject.backoff.cap = from_ms(*cap);
    subject.backoff.family = grows ? BackoffFamily::exponential : BackoffFamily::constant;
    subject.backoff.cap_after_jitter = true;
    subject.backoff.rounding = Rounding::down;
    subject.backoff.whole_steps = grows;
    if (random) subject.jitter = {JitterKind::randomized, number_or(params, "randomizationFactor", 0.5, 1.0)};
    return subject;
}

/// The share of the tutorial's "uniform(0, base*0.5)".
double tutorial_jitter(const std::string &text) {
    const std::size_t times = text.rfind('*');
    double share = 0.0;
    const char *begin = text.data() + (times == std::string::npos ? text.size() : times + 1);
    while (*begin == ' ')
        ++begin;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(begin, end, share);
    const bool good = text.rfind("uniform(0", 0) == 0 && error == std::errc() && stop + 1 == end && *stop == ')';
    if (!good || share < 0.0 || share > 100.0) throw Unusable{fmt::format("unknown jitter \"{}\"", text)};
    return share;
}

BackoffSubject tutorial(const std::string &, Params &params) {
    BackoffSubject subject;
    std::optional<Duration> cap;
    if (const auto seconds = params.optional_number("max_delay", 0.0, 1e9)) cap = from_s(*seconds);
    subject.backoff = exponential(from_s(number_or(params, "base_delay", 1, 1e9)), 2.0, cap);
    if (params.has("base") && params.text("base") != "2**attempt") {
        throw Unusable{fmt::format("unknown base \"{}\"", params.text("base"))};
    }
    if (params.has("first_attempt")) subject.backoff.offset = static_cast<int>(params.whole("first_attempt", 0, 100));
    if (params.has("jitter")) subject.jitter = {JitterKind::additive, tutorial_jitter(params.text("jitter"))};
    if (params.has("max_retries")) subject.attempts = static_cast<int>(params.whole("max_retries", 1, kAttemptsMax));
    params.ignore("total_attempts");
    return subject;
}

} // namespace

BackoffSubject backoff_of_library(const std::string &library, const std::string &kind, Params &params) {
    using Reader = BackoffSubject (*)(const std::string &, Params &);
    static const std::map<std::string, Reader> readers = {
        {"cockatiel", cockatiel},
        {"Polly", polly},
        {"exponential-backoff", exponential_backoff},
        {"p-retry", [](const std::string &k, Params &p) { return node_retry(k, p, false, false); }},
        {"retry", [](const std::string &k, Params &p) { return node_retry(k, p, true, false); }},
        {"async-retry", [](const std::string &k, Params &p) { return node_retry(k, p, true, true); }},
        {"smithy-4.0.7", [](const std::string &k, Params &p) { return smithy(k, p, 100, 500, true); }},
        {"smithy-2026", [](const std::string &k, Params &p) { return smithy(k, p, 50, 1000, false); }},
        {"@grpc/grpc-js", grpc_js},
        {"botocore", botocore},
        {"tenacity", tenacity},
        {"aws-arch-backoff-simulator", aws_classes},
        {"resilience4j", resilience4j},
        {"seed-tutorial", tutorial},
    };
    const auto found = readers.find(library);
    if (found == readers.end()) throw Unusable{fmt::format("unknown library \"{}\"", library)};
    const BackoffSubject subject = found->second(kind, params);
    params.finish();
    return subject;
}

} // namespace halfopen::vectors
