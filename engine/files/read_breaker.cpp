// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_tables.h"
#include "engine/files/value_keys.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace halfopen {

namespace {

/// Presets of the format whose machine does not exist yet.
constexpr std::array<std::string_view, 14> kLaterPresets = {
    "toolweaver_client", "resilience4j",       "polly",   "failsafe",  "hystrix",           "cockatiel_consecutive",
    "cockatiel_count",   "cockatiel_sampling", "opossum", "pybreaker", "circuitbreaker_py", "gobreaker",
    "litellm_cooldown",  "envoy_outlier"};

/// The preset, or the plain tutorial one and an error.
void read_preset(Reading &reading, const DocumentNode &node, BreakerConfig &out) {
    if (!node.is_scalar()) {
        reading.expected(node, "a preset such as tutorial, or a map of breaker fields");
        return;
    }
    if (auto preset = breaker_preset(node.text)) {
        out = *preset;
        return;
    }
    if (std::find(kLaterPresets.begin(), kLaterPresets.end(), node.text) != kLaterPresets.end()) {
        reading.not_yet(node, "the preset " + node.text);
        return;
    }
    std::vector<std::string> known = breaker_preset_names();
    known.insert(known.end(), kLaterPresets.begin(), kLaterPresets.end());
    reading.unknown(node.at, "preset", node.text, known);
}

/// `window: {calls: N}` or `{time: D, buckets: N}`; says by itself which window trips.
struct WindowFields {
    std::optional<int> calls;
    std::optional<Duration> time;
    std::optional<int> buckets;
};

const KeyTable<WindowFields> &window_keys() {
    static const KeyTable<WindowFields> table = {
        integer_key("calls", &WindowFields::calls, {1, 100'000}, "The last so many results.").fallback("100"),
        duration_key("time", &WindowFields::time, kMillisecondOrMore, "The results of the last so long.")
            .fallback("10s"),
        integer_key("buckets", &WindowFields::buckets, {1, 10'000}, "Parts of a window of time.").fallback("10"),
    };
    return table;
}

void read_window(Reading &reading, const DocumentNode &node, BreakerConfig &out) {
    WindowFields window;
    if (!read_map(reading, node, window_keys(), window)) return;
    if (window.calls && window.time) {
        reading.error(node, "a window is of calls or of time, not both");
        return;
    }
    if (window.calls) {
        out.trip = TripRule::count_window;
        out.window_calls = *window.calls;
    }
    if (window.time) {
        out.trip = TripRule::time_window;
        out.window_time = *window.time;
    }
    if (window.buckets) out.window_buckets = *window.buckets;
}

const KeyTable<BreakerConfig> &slow_call_keys() {
    static const KeyTable<BreakerConfig> table = {
        duration_key("over", &BreakerConfig::slow_over, kAnyDuration, "A call that took longer is slow."),
        share_key("rate", &BreakerConfig::slow_rate, "The share of slow calls that trips."),
    };
    return table;
}

const KeyTable<BreakerConfig> &tick_keys() {
    static const KeyTable<BreakerConfig> table = {later_key<BreakerConfig>("tick", {}, "At fixed instants.")};
    return table;
}

void read_evaluate(Reading &reading, const DocumentNode &node, BreakerConfig &out) {
    if (node.is_map()) {
        read_map(reading, node, tick_keys(), out);
    } else if (const auto value = read_word<Evaluate>(
                   reading, node, {{"every_result", Evaluate::every_result}, {"on_failure", Evaluate::on_failure}})) {
        out.evaluate = *value;
    }
}

const KeyTable<BreakerConfig> &open_jitter_keys() {
    static const KeyTable<BreakerConfig> table = {
        custom_key<BreakerConfig>(
            "jitter", "word or map", "none", "Chance in the open time.",
            [](Reading &reading, const DocumentNode &node, BreakerConfig &out) {
                read_jitter(reading, node, out.open_jitter);
            },
            document_jitter),
    };
    return table;
}

void read_open_for(Reading &reading, const DocumentNode &node, BreakerConfig &out) {
    if (node.is_scalar() && node.text == "retry_after") {
        reading.not_yet(node, "open_for: retry_after");
    } else if (node.is_map()) {
        std::vector<std::string> known = names_of(backoff_keys());
        known.push_back("jitter");
        check_unknown_keys(reading, node, known);
        BackoffConfig backoff = out.open_backoff.value_or(BackoffConfig{});
        if (!out.open_backoff) backoff.base = out.open_for;
        read_known_keys(reading, node, backoff_keys(), backoff);
        read_known_keys(reading, node, open_jitter_keys(), out);
        out.open_backoff = backoff;
    } else if (const auto value = read_duration(reading, node, kAnyDuration)) {
        out.open_for = *value;
        out.open_backoff.reset();
        out.open_jitter = {};
    }
}

void read_close_after(Reading &reading, const DocumentNode &node, BreakerConfig &out) {
    if (node.is_scalar() && node.text == "rate") {
        out.close_after.by_rate = true;
    } else if (node.is_scalar() && parse_integer(node.text)) {
        if (const auto successes = read_integer(reading, node, {1, 100'000})) {
            out.close_after = CloseAfter{false, static_cast<int>(*successes)};
        }
    } else {
        reading.expected(node, "a number of successes or rate");
    }
}

void read_excess(Reading &reading, const DocumentNode &node, BreakerConfig &out) {
    const auto value = read_word<Excess>(reading, node, {{"reject", Excess::reject}, {"wait", Excess::wait}});
    if (value == Excess::wait)
        reading.not_yet(node, "excess: wait");
    else if (value)
        out.excess = *value;
}

KeyTable<BreakerConfig> trip_keys() {
    using B = BreakerConfig;
    KeyTable<B> keys = {
        custom_key<B>("preset", "preset", "tutorial", "Where the other fields get their values from.", read_preset),
        // The window stands before the rule, so that a stated rule wins over the one that the window implies.
        custom_key<B>("window", "map", "{calls: 100}", "The results that count, for the two window rules.", read_window,
                      [](KeyDocs &docs) { document_keys(window_keys(), docs); }),
        word_key("trip", &B::trip,
                 {{"consecutive", TripRule::consecutive},
                  {"cumulative", TripRule::cumulative},
                  {"count_window", TripRule::count_window},
                  {"time_window", TripRule::time_window}},
                 "What makes it open: failures in a row, since the last reset, or in a window."),
        integer_key("failures", &B::failures, {1, 1'000'000}, "So many failures open it."),
        share_key("failure_rate", &B::failure_rate,
                  "In a window: this share of failures opens it, in place of a number."),
        integer_key("minimum_calls", &B::minimum_calls, {1, 1'000'000},
                    "Results needed in the window before a rate counts."),
        custom_key<B>(
            "slow_call", "map", "none", "Slow calls open it too.",
            [](Reading &reading, const DocumentNode &node, B &out) { read_map(reading, node, slow_call_keys(), out); },
            [](KeyDocs &docs) { document_keys(slow_call_keys(), docs); }),
        custom_key<B>("evaluate", "word or map", "every_result", "When the rule is looked at.", read_evaluate,
                      [](KeyDocs &docs) { document_keys(tick_keys(), docs); }),
        word_key("compare", &B::compare, {{"at_least", Compare::at_least}, {"above", Compare::above}},
                 "Whether reaching the limit is enough."),
    };
    keys[7].doc.range = "one of every_result, on_failure";
    return keys;
}

KeyTable<BreakerConfig> reopen_keys() {
    using B = BreakerConfig;
    return {
        custom_key<B>("open_for", "duration or backoff", "60s",
                      "How long it stays open: always the same, or a backoff over its re-openings.", read_open_for,
                      [](KeyDocs &docs) {
                          document_keys(backoff_keys(), docs);
                          document_keys(open_jitter_keys(), docs);
                      }),
        word_key("anchor", &B::anchor, {{"opened", Anchor::opened}, {"last_failure", Anchor::last_failure}},
                 "From when the open time runs."),
        word_key("boundary", &B::boundary, {{"at", Boundary::at}, {"after", Boundary::after}},
                 "Whether it re-tests at the end of the open time or after it."),
        integer_key("probes", &B::probes, {1, 100'000}, "Calls let through while half open."),
        word_key("probe_limit", &B::probe_limit,
                 {{"total", ProbeLimit::total},
                  {"concurrent", ProbeLimit::concurrent},
                  {"unlimited", ProbeLimit::unlimited}},
                 "Whether probes are counted in all, at once, or not at all."),
        custom_key<B>("close_after", "whole number or rate", "1",
                      "Successes that close it, or the failure rate of the probes.", read_close_after),
        word_key("probe_failure", &B::probe_failure,
                 {{"reopens", ProbeFailure::reopens}, {"counts", ProbeFailure::counts}},
                 "Whether a failed probe re-opens it or only adds to the count of the trip rule."),
        custom_key<B>("excess", "word", "reject", "What happens to more calls while half open: reject or wait.",
                      read_excess),
        duration_key("probe_timeout", &B::probe_timeout, kPositiveDuration,
                     "A half-open period without a verdict re-opens after this."),
        word_key("stale_results", &B::stale_results,
                 {{"count", StaleResults::count}, {"ignore", StaleResults::ignore}, {"partial", StaleResults::partial}},
                 "What results of calls admitted in an earlier period mean."),
        word_key(
            "reset_window", &B::reset_window,
            {{"on_close", ResetWindow::on_close}, {"on_open", ResetWindow::on_open}, {"never", ResetWindow::never}},
            "When counts and windows are forgotten."),
        flag_key("shared", &B::shared, "One breaker for all instances of the caller."),
    };
}

const KeyTable<BreakerConfig> &breaker_keys() {
    static const KeyTable<BreakerConfig> table = [] {
        KeyTable<BreakerConfig> keys = trip_keys();
        for (Key<BreakerConfig> &key : reopen_keys())
            keys.push_back(std::move(key));
        std::string presets;
        for (const std::string &name : breaker_preset_names())
            presets += (presets.empty() ? "one of " : ", ") + name;
        keys.front().doc.range = presets;
        return keys;
    }();
    return table;
}

/// A stated rule that the stated window cannot serve.
void check_window_fits(Reading &reading, const DocumentNode &node, const BreakerConfig &breaker) {
    const DocumentNode::Entry *window = node.find("window");
    if (window == nullptr || node.find("trip") == nullptr) return;
    const bool calls = window->value->find("calls") != nullptr;
    const bool time = window->value->find("time") != nullptr;
    const Reading::Step step(reading, *window);
    if (calls && breaker.trip != TripRule::count_window) {
        reading.error(*window->value, "a window of calls needs trip: count_window");
    } else if (time && breaker.trip != TripRule::time_window) {
        reading.error(*window->value, "a window of time needs trip: time_window");
    }
}

} // namespace

void read_breaker(Reading &reading, const DocumentNode &node, std::optional<BreakerConfig> &out) {
    BreakerConfig breaker = *breaker_preset("tutorial");
    if (node.is_map()) {
        if (read_map(reading, node, breaker_keys(), breaker)) check_window_fits(reading, node, breaker);
    } else {
        read_preset(reading, node, breaker);
    }
    out = std::move(breaker);
}

void document_breaker(KeyDocs &docs) { document_keys(breaker_keys(), docs); }

} // namespace halfopen
