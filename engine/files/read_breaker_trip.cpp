// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/read_breaker.h"
#include "engine/files/value_keys.h"

namespace halfopen {

namespace {

using B = BreakerConfig;

/// `window: {calls: N}` or `{time: D, buckets: N, align: WORD}`; says by itself which window trips.
struct WindowFields {
    std::optional<int> calls;
    std::optional<Duration> time;
    std::optional<int> buckets;
    std::optional<WindowAlign> align;
};

void read_align(Reading &reading, const DocumentNode &node, WindowFields &out) {
    if (const auto word = read_word<WindowAlign>(reading, node,
                                                 {{"absolute", WindowAlign::absolute},
                                                  {"since_reset", WindowAlign::since_reset},
                                                  {"first_call", WindowAlign::first_call},
                                                  {"one_step", WindowAlign::one_step}})) {
        out.align = *word;
    }
}

const KeyTable<WindowFields> &window_keys() {
    static const KeyTable<WindowFields> table = {
        integer_key("calls", &WindowFields::calls, {1, 100'000}, "The last so many results.").fallback("100"),
        duration_key("time", &WindowFields::time, kMillisecondOrMore, "The results of the last so long.")
            .fallback("10s"),
        integer_key("buckets", &WindowFields::buckets, {1, 10'000}, "Parts of a window of time.").fallback("10"),
        custom_key<WindowFields>(
            "align", "word", "absolute",
            "Where the buckets begin: at multiples of their width, the same since the last reset, at the first call "
            "that needs one, or there with one step a call at most, so that old results survive a silence.",
            read_align)
            .range("one of absolute, since_reset, first_call, one_step"),
    };
    return table;
}

void read_window(Reading &reading, const DocumentNode &node, B &out) {
    WindowFields window;
    if (!read_map(reading, node, window_keys(), window)) return;
    if (window.calls && window.time) {
        reading.error(node, "a window is of calls or of time, not both");
        return;
    }
    if (window.calls) {
        // A minimum that is the whole window, as cockatiel's is unless it is stated, stays the whole window.
        const bool whole = out.trip == TripRule::count_window && out.minimum_calls == out.window_calls;
        if (whole && !out.minimum_capped) out.minimum_calls = *window.calls;
        out.trip = TripRule::count_window;
        out.window_calls = *window.calls;
    }
    if (window.time) {
        out.trip = TripRule::time_window;
        out.window_time = *window.time;
    }
    if (window.buckets) out.window_buckets = *window.buckets;
    if (window.align) out.window_align = *window.align;
}

const KeyTable<B> &slow_call_keys() {
    static const KeyTable<B> table = {
        duration_key("over", &B::slow_over, kAnyDuration, "A call that took longer is slow."),
        share_key("rate", &B::slow_rate, "The share of slow calls that trips."),
    };
    return table;
}

void read_slow_call(Reading &reading, const DocumentNode &node, B &out) {
    if (node.is_scalar() && node.text == "none")
        out.slow_over.reset();
    else
        read_map(reading, node, slow_call_keys(), out);
}

const KeyTable<B> &tick_keys() {
    static const KeyTable<B> table = {
        duration_key("tick", &B::tick, kMillisecondOrMore, "It is looked at only so often, since the last reset."),
    };
    return table;
}

void read_evaluate(Reading &reading, const DocumentNode &node, B &out) {
    if (node.is_map()) {
        if (read_map(reading, node, tick_keys(), out)) out.evaluate = Evaluate::tick;
    } else if (const auto value = read_word<Evaluate>(reading, node,
                                                      {{"every_result", Evaluate::every_result},
                                                       {"on_failure", Evaluate::on_failure},
                                                       {"tick", Evaluate::tick}})) {
        out.evaluate = *value;
    }
}

/// A number of failures takes the place of the preset's rate.
void read_failures(Reading &reading, const DocumentNode &node, B &out) {
    const auto value = read_integer(reading, node, {1, 1'000'000});
    if (!value) return;
    out.failures = static_cast<int>(*value);
    out.failure_rate.reset();
}

void read_minimum_calls(Reading &reading, const DocumentNode &node, B &out) {
    const auto value = read_integer(reading, node, {0, 1'000'000});
    if (!value) return;
    out.minimum_calls = static_cast<int>(*value);
    out.minimum_rate.reset();
}

void read_minimum_rate(Reading &reading, const DocumentNode &node, B &out) {
    if (node.is_scalar() && node.text == "none")
        out.minimum_rate.reset();
    else if (const auto value = read_rate(reading, node))
        out.minimum_rate = value->per_second;
}

KeyTable<B> counting_keys() {
    return {
        word_key("counts", &B::counted, {{"results", Counted::results}, {"starts", Counted::starts}},
                 "What a window of time counts as calls: results, or starts at their own instants, refused calls too."),
        word_key("rate_arithmetic", &B::arithmetic,
                 {{"exact", RateArithmetic::exact},
                  {"product", RateArithmetic::product},
                  {"percent", RateArithmetic::percent},
                  {"float_percent", RateArithmetic::float_percent},
                  {"truncated_percent", RateArithmetic::truncated_percent},
                  {"rounded_percent", RateArithmetic::rounded_percent}},
                 "How a rate is computed before it is compared; it matters exactly at a limit."),
        word_key("ignored_results", &B::ignored_results,
                 {{"nothing", IgnoredResults::nothing},
                  {"success", IgnoredResults::success},
                  {"closes_probe", IgnoredResults::closes_probe}},
                 "What a failure means that the error matrix tells the breaker to ignore: nothing and its permit comes "
                 "back, a success, or only the end of a probe, which closes."),
        duration_key("reset_every", &B::reset_every, kPositiveDuration,
                     "While closed all counts are forgotten so often, and calls under way become stale."),
        duration_key("warm_up", &B::warm_up, kAnyDuration, "It does not open before this instant."),
    };
}

} // namespace

KeyTable<BreakerConfig> breaker_trip_keys() {
    KeyTable<B> keys = {
        // The window stands before the rule, so that a stated rule wins over the one that the window implies, and the
        // number of failures before their rate, so that a stated rate wins.
        custom_key<B>("window", "map", "{calls: 100}", "The results that count, for the two window rules; stating its calls or time implies trip.", read_window,
                      [](KeyDocs &docs) { document_keys(window_keys(), docs); }),
        word_key("trip", &B::trip,
                 {{"consecutive", TripRule::consecutive},
                  {"cumulative", TripRule::cumulative},
                  {"count_window", TripRule::count_window},
                  {"time_window", TripRule::time_window}},
                 "What makes it open: failures in a row, since the last reset, or in a window. A stated window implies it."),
        custom_key<B>("failures", "whole number", "5", "So many failures open it.", read_failures)
            .range(describe_range(IntegerRange{1, 1'000'000})),
        share_key("failure_rate", &B::failure_rate,
                  "In a window: this share of failures opens it, in place of a number."),
        custom_key<B>("minimum_calls", "whole number", "1",
                      "Results needed in the window before a rate counts; of a window of calls at most its size.",
                      read_minimum_calls)
            .range(describe_range(IntegerRange{0, 1'000'000})),
        flag_key("minimum_capped", &B::minimum_capped,
                 "A window of calls that is smaller than the minimum decides when it is full."),
        custom_key<B>("minimum_rate", "rate", "none", "The same as calls per second over the window.",
                      read_minimum_rate)
            .range("above 0/s"),
        custom_key<B>("slow_call", "map", "none", "Slow calls open it too.", read_slow_call,
                      [](KeyDocs &docs) { document_keys(slow_call_keys(), docs); }),
        custom_key<B>("evaluate", "word or map", "every_result", "When the rule is looked at.", read_evaluate,
                      [](KeyDocs &docs) { document_keys(tick_keys(), docs); })
            .range("one of every_result, on_failure, tick"),
        word_key("compare", &B::compare, {{"at_least", Compare::at_least}, {"above", Compare::above}},
                 "Whether reaching the limit is enough."),
    };
    for (Key<B> &key : counting_keys())
        keys.push_back(std::move(key));
    return keys;
}

void check_breaker_window(Reading &reading, const DocumentNode &breaker, const BreakerConfig &config) {
    const DocumentNode::Entry *window = breaker.find("window");
    if (window == nullptr || breaker.find("trip") == nullptr) return;
    const bool calls = window->value->find("calls") != nullptr;
    const bool time = window->value->find("time") != nullptr;
    const Reading::Step step(reading, *window);
    if (calls && config.trip != TripRule::count_window) {
        reading.error(*window->value, "a window of calls needs trip: count_window");
    } else if (time && config.trip != TripRule::time_window) {
        reading.error(*window->value, "a window of time needs trip: time_window");
    }
}

} // namespace halfopen
