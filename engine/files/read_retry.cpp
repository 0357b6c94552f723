// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_tables.h"
#include "engine/files/value_keys.h"

#include <algorithm>
#include <utility>

namespace halfopen {

namespace {

const std::vector<Word<JitterKind>> &jitter_words() {
    static const std::vector<Word<JitterKind>> words = {
        {"none", JitterKind::none},         {"full", JitterKind::full},
        {"equal", JitterKind::equal},       {"decorrelated", JitterKind::decorrelated},
        {"polly_v2", JitterKind::polly_v2}, {"envoy", JitterKind::envoy},
    };
    return words;
}

Key<JitterConfig> jitter_factor_key(std::string name, JitterKind kind, NumberRange range, std::string doc) {
    Key<JitterConfig> key =
        custom_key<JitterConfig>(std::move(name), "number", "", std::move(doc),
                                 [=](Reading &reading, const DocumentNode &node, JitterConfig &out) {
                                     const auto factor = read_number(reading, node, range);
                                     if (factor) out = JitterConfig{kind, *factor};
                                 });
    return std::move(key).range(describe_range(range));
}

Key<JitterConfig> spread_key() {
    Key<JitterConfig> key = custom_key<JitterConfig>("spread", "duration", "", "Wait d to d + this (tenacity's jitter).",
                                                     [](Reading &reading, const DocumentNode &node, JitterConfig &out) {
                                                         const auto amount = read_duration(reading, node, kAnyDuration);
                                                         if (amount) out = {JitterKind::spread, out.factor, *amount};
                                                     });
    return std::move(key).range(describe_range(kAnyDuration));
}

const KeyTable<JitterConfig> &jitter_keys() {
    static const KeyTable<JitterConfig> table = {
        jitter_factor_key("additive", JitterKind::additive, {0.0, 100.0, false}, "Wait d to d * (1 + f)."),
        jitter_factor_key("symmetric", JitterKind::symmetric, {0.0, 1.0, false}, "Wait d * (1 - f) to d * (1 + f)."),
        jitter_factor_key("randomized", JitterKind::randomized, {0.0, 1.0, false},
                          "resilience4j's: whole milliseconds from d * (1 - f) to d * (1 + f), at least 1ms."),
        spread_key(),
    };
    return table;
}

const KeyTable<RetryAfterConfig> &retry_after_keys() {
    static const KeyTable<RetryAfterConfig> table = {
        flag_key("honour", &RetryAfterConfig::honour, "Waits at least as long as the server asks."),
        duration_key("limit", &RetryAfterConfig::limit, kAnyDuration, "Above this there is no retry."),
    };
    return table;
}

template <class T>
Key<T> backoff_key(BackoffConfig T::*member, std::string doc) {
    Key<T> key = custom_key<T>(
        "backoff", "map", "", std::move(doc),
        [=](Reading &reading, const DocumentNode &node, T &out) {
            if (!node.is_scalar())
                read_map(reading, node, backoff_keys(), out.*member);
            else
                backoff_keys().front().read(reading, node, out.*member);
        },
        [](KeyDocs &docs) { document_keys(backoff_keys(), docs); });
    key.doc.short_form = "family";
    return key;
}

template <class T>
Key<T> jitter_key(JitterConfig T::*member) {
    Key<T> key = custom_key<T>(
        "jitter", "word or map", "none", "Chance in the waits: a word, or a map with one key, such as {additive: 0.5}.",
        [=](Reading &reading, const DocumentNode &node, T &out) { read_jitter(reading, node, out.*member); },
        document_jitter);
    return std::move(key).range(describe_words(jitter_words()));
}

const KeyTable<KindSchedule> &schedule_keys() {
    static const KeyTable<KindSchedule> table = {
        backoff_key(&KindSchedule::backoff, "The waits before retries of this kind."),
        jitter_key(&KindSchedule::jitter),
    };
    return table;
}

void read_per_kind(Reading &reading, const DocumentNode &node, RetryConfig &out) {
    if (!node.is_map()) {
        reading.expected(node, "a map from failure kinds to schedules");
        return;
    }
    for (const DocumentNode::Entry &entry : node.entries) {
        if (entry.key.empty()) continue; // told already
        const Reading::Step step(reading, entry);
        const auto kind = reading.kind_named(entry.key, entry.key_at);
        KindSchedule schedule;
        if (kind) schedule.kind = *kind;
        if (read_map(reading, *entry.value, schedule_keys(), schedule) && kind) out.per_kind.push_back(schedule);
    }
}

} // namespace

void read_jitter(Reading &reading, const DocumentNode &node, JitterConfig &out) {
    if (node.is_map()) {
        if (chosen_key(reading, node, jitter_keys(), "jitter") != nullptr || node.entries.empty()) {
            read_map(reading, node, jitter_keys(), out);
        } else {
            check_unknown_keys(reading, node, names_of(jitter_keys()));
        }
        if (node.entries.empty()) reading.error(node, "expected a jitter such as full or {additive: 0.5}");
    } else if (const auto kind = read_word(reading, node, jitter_words())) {
        out = JitterConfig{*kind, JitterConfig{}.factor};
    }
}

void document_jitter(KeyDocs &docs) { document_keys(jitter_keys(), docs); }

const KeyTable<BackoffConfig> &backoff_keys() {
    static const KeyTable<BackoffConfig> table = {
        word_key("family", &BackoffConfig::family,
                 {{"none", BackoffFamily::none},
                  {"constant", BackoffFamily::constant},
                  {"linear", BackoffFamily::linear},
                  {"exponential", BackoffFamily::exponential},
                  {"power", BackoffFamily::power}},
                 "How the waits grow."),
        duration_key("base", &BackoffConfig::base, kAnyDuration, "The unit of the waits."),
        number_key("multiplier", &BackoffConfig::multiplier, {0.0, 1000.0, false}, "Growth from one wait to the next."),
        integer_key("offset", &BackoffConfig::offset, {-1, 100},
                    "Added to the exponent; 1 makes the first wait base * multiplier."),
        duration_key("cap", &BackoffConfig::cap, kAnyDuration, "The longest wait."),
        flag_key("cap_after_jitter", &BackoffConfig::cap_after_jitter,
                 "Caps after the jitter and the rounding rather than before them."),
        duration_key("floor", &BackoffConfig::floor, kAnyDuration, "The shortest wait; it stands where the cap stands."),
        word_key("rounding", &BackoffConfig::rounding,
                 {{"none", Rounding::none}, {"down", Rounding::down}, {"nearest", Rounding::nearest}},
                 "How a wait is cut to whole units after its jitter."),
        duration_key("rounding_unit", &BackoffConfig::rounding_unit, kPositiveDuration, "The unit of the rounding."),
        flag_key("whole_steps", &BackoffConfig::whole_steps,
                 "Cuts each interval to whole rounding units before the next grows from it (resilience4j)."),
        integer_key("sorted", &BackoffConfig::sorted, {0, kSortedWaitsMax},
                    "The waits of this many retries are drawn at the first and used in rising order (npm retry)."),
    };
    return table;
}

const KeyTable<RetryConfig> &retry_keys() {
    static const KeyTable<RetryConfig> table = {
        integer_key("max_attempts", &RetryConfig::max_attempts, {1, kAttemptsMax},
                    "All tries of one leg; 1 means no retry."),
        backoff_key(&RetryConfig::backoff, "The waits before retries."),
        jitter_key(&RetryConfig::jitter),
        map_key("retry_after", &RetryConfig::retry_after, retry_after_keys,
                "What is done with the server's Retry-After."),
        custom_key<RetryConfig>("kinds", "list of failure kinds", "the error matrix", "What is retried.",
                                [](Reading &reading, const DocumentNode &node, RetryConfig &out) {
                                    out.kinds.emplace();
                                    read_kind_list(reading, node, *out.kinds);
                                }),
        custom_key<RetryConfig>("per_kind", "map", "none",
                                "Waits of single failure kinds, in place of the general ones.", read_per_kind,
                                [](KeyDocs &docs) {
                                    docs.add({"*", "map", "", "", "The schedule of this failure kind.", {}});
                                    docs.below("*", [](KeyDocs &inner) { document_keys(schedule_keys(), inner); });
                                }),
    };
    return table;
}

} // namespace halfopen
