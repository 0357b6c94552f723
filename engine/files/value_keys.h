// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/base/distribution.h"
#include "engine/base/time.h"
#include "engine/base/units.h"
#include "engine/files/key_table.h"
#include "engine/files/quantities.h"

// Builders of keys for single values: what each expects, its range, its default and its place in the struct.
namespace halfopen {

struct DurationRange {
    Duration least{0};
    Duration most = kDurationMax;
};
inline constexpr DurationRange kAnyDuration{};
inline constexpr DurationRange kPositiveDuration{Duration{1}, kDurationMax};
inline constexpr DurationRange kMillisecondOrMore{std::chrono::milliseconds(1), kDurationMax};

struct IntegerRange {
    std::int64_t least = 1;
    std::int64_t most = std::numeric_limits<int>::max();
};

struct NumberRange {
    double least = 0.0;
    double most = 1e9;
    bool above = false; ///< strictly above `least`
};

// Read one value or say what was expected.
std::optional<Duration> read_duration(Reading &reading, const DocumentNode &node, DurationRange range);
std::optional<std::int64_t> read_integer(Reading &reading, const DocumentNode &node, IntegerRange range);
std::optional<double> read_number(Reading &reading, const DocumentNode &node, NumberRange range);
std::optional<double> read_share(Reading &reading, const DocumentNode &node, double most = 1.0);
std::optional<Rate> read_rate(Reading &reading, const DocumentNode &node, bool may_be_zero = false);
std::optional<Money> read_money(Reading &reading, const DocumentNode &node);
std::optional<bool> read_flag(Reading &reading, const DocumentNode &node);
std::optional<std::string> read_text(Reading &reading, const DocumentNode &node, std::string_view what = "a text");
/// A distribution, or a single duration that stands for a constant.
void read_distribution(Reading &reading, const DocumentNode &node, Distribution &out);
/// `load` may stand only where a service's load is at hand.
void document_distribution(KeyDocs &docs);
void document_loaded_distribution(KeyDocs &docs);
std::string format_distribution_yaml(const Distribution &distribution);

std::string describe_range(DurationRange range);
std::string describe_range(IntegerRange range);
std::string describe_range(NumberRange range);

namespace detail {

template <class T>
struct Plain {
    using type = T;
};
template <class T>
struct Plain<std::optional<T>> {
    using type = T;
};

template <class M, class V>
void put(M &to, V value) {
    using P = typename Plain<M>::type;
    if constexpr (std::is_same_v<P, Ratio>)
        to = Ratio{value};
    else
        to = static_cast<P>(value);
}

template <class M, class F>
std::string fallback_text(const M &value, F format) {
    if constexpr (std::is_same_v<M, typename Plain<M>::type>)
        return format(value);
    else
        return value ? format(*value) : "none";
}

/// The word "none" empties an optional.
template <class M>
bool emptied(const DocumentNode &node, M &to) {
    if constexpr (!std::is_same_v<M, typename Plain<M>::type>) {
        if (node.is_scalar() && node.text == "none") return to.reset(), true;
    }
    return false;
}

inline double as_double(Ratio r) { return r.value; }
inline double as_double(double d) { return d; }

} // namespace detail

template <class T, class M>
Key<T> duration_key(std::string name, M T::*member, DurationRange range, std::string doc) {
    return {{std::move(name),
             "duration",
             describe_range(range),
             detail::fallback_text(T{}.*member, [](Duration d) { return format_duration_yaml(d); }),
             std::move(doc),
             {}},
            [=](Reading &reading, const DocumentNode &node, T &out) {
                if (detail::emptied(node, out.*member)) return;
                if (const auto value = read_duration(reading, node, range)) detail::put(out.*member, *value);
            },
            {}};
}

template <class T, class M>
Key<T> integer_key(std::string name, M T::*member, IntegerRange range, std::string doc) {
    return {{std::move(name),
             "whole number",
             describe_range(range),
             detail::fallback_text(T{}.*member, [](auto i) { return std::to_string(i); }),
             std::move(doc),
             {}},
            [=](Reading &reading, const DocumentNode &node, T &out) {
                if (detail::emptied(node, out.*member)) return;
                if (const auto value = read_integer(reading, node, range)) detail::put(out.*member, *value);
            },
            {}};
}

/// A whole number or the word "unlimited", which leaves the optional empty.
template <class T>
Key<T> limit_key(std::string name, std::optional<int> T::*member, IntegerRange range, std::string doc) {
    return {{std::move(name), "whole number", describe_range(range) + " or unlimited", "unlimited", std::move(doc), {}},
            [=](Reading &reading, const DocumentNode &node, T &out) {
                if (node.is_scalar() && node.text == "unlimited")
                    out.*member = std::nullopt;
                else if (const auto value = read_integer(reading, node, range))
                    out.*member = static_cast<int>(*value);
            },
            {}};
}

template <class T, class M>
Key<T> number_key(std::string name, M T::*member, NumberRange range, std::string doc) {
    return {{std::move(name),
             "number",
             describe_range(range),
             detail::fallback_text(T{}.*member, [](double d) { return format_number_yaml(d); }),
             std::move(doc),
             {}},
            [=](Reading &reading, const DocumentNode &node, T &out) {
                if (detail::emptied(node, out.*member)) return;
                if (const auto value = read_number(reading, node, range)) detail::put(out.*member, *value);
            },
            {}};
}

template <class T, class M>
Key<T> share_key(std::string name, M T::*member, std::string doc) {
    const auto format = [](auto v) { return format_share_yaml(detail::as_double(v)); };
    return {{std::move(name), "share", "0% to 100%", detail::fallback_text(T{}.*member, format), std::move(doc), {}},
            [=](Reading &reading, const DocumentNode &node, T &out) {
                if (detail::emptied(node, out.*member)) return;
                if (const auto value = read_share(reading, node)) detail::put(out.*member, *value);
            },
            {}};
}

template <class T>
Key<T> rate_key(std::string name, Rate T::*member, std::string doc) {
    return {{std::move(name), "rate", "above 0/s", "", std::move(doc), {}},
            [=](Reading &reading, const DocumentNode &node, T &out) {
                if (const auto value = read_rate(reading, node)) out.*member = *value;
            },
            {}};
}

template <class T>
Key<T> money_key(std::string name, Money T::*member, std::string doc) {
    return {{std::move(name), "USD", "0 to 10000", format_money_yaml(T{}.*member), std::move(doc), {}},
            [=](Reading &reading, const DocumentNode &node, T &out) {
                if (const auto value = read_money(reading, node)) out.*member = *value;
            },
            {}};
}

template <class T>
Key<T> flag_key(std::string name, bool T::*member, std::string doc) {
    return {{std::move(name), "true or false", "", T{}.*member ? "true" : "false", std::move(doc), {}},
            [=](Reading &reading, const DocumentNode &node, T &out) {
                if (const auto value = read_flag(reading, node)) out.*member = *value;
            },
            {}};
}

template <class T>
Key<T> text_key(std::string name, std::string T::*member, std::string doc) {
    return {{std::move(name), "text", "", "", std::move(doc), {}},
            [=](Reading &reading, const DocumentNode &node, T &out) {
                if (auto value = read_text(reading, node)) out.*member = std::move(*value);
            },
            {}};
}

template <class T>
Key<T> distribution_key(std::string name, Distribution T::*member, std::string doc, bool loaded = false) {
    return {{std::move(name), "distribution", "", format_distribution_yaml(T{}.*member), std::move(doc), "constant"},
            [=](Reading &reading, const DocumentNode &node, T &out) { read_distribution(reading, node, out.*member); },
            loaded ? document_loaded_distribution : document_distribution};
}

template <class E>
struct Word {
    std::string text;
    E value;
};

template <class E>
std::optional<E> read_word(Reading &reading, const DocumentNode &node, const std::vector<Word<E>> &words) {
    std::vector<std::string> known;
    for (const Word<E> &word : words) {
        if (node.is_scalar() && node.text == word.text) return word.value;
        known.push_back(word.text);
    }
    std::string list;
    for (const std::string &word : known)
        list += (list.empty() ? "" : ", ") + word;
    const std::string near = node.is_scalar() ? nearest_name(node.text, known) : std::string();
    reading.expected(node, "one of " + list, near.empty() ? "" : "; did you mean " + near + "?");
    return std::nullopt;
}

template <class E>
std::string describe_words(const std::vector<Word<E>> &words) {
    std::string out;
    for (const Word<E> &word : words)
        out += (out.empty() ? "one of " : ", ") + word.text;
    return out;
}

template <class T, class E>
Key<T> word_key(std::string name, E T::*member, std::vector<Word<E>> words, std::string doc) {
    std::string fallback;
    for (const Word<E> &word : words) {
        if (word.value == T{}.*member) fallback = word.text;
    }
    std::string range = describe_words(words);
    return {{std::move(name), "word", std::move(range), std::move(fallback), std::move(doc), {}},
            [member, words = std::move(words)](Reading &reading, const DocumentNode &node, T &out) {
                if (const auto value = read_word(reading, node, words)) out.*member = *value;
            },
            {}};
}

/// A map below with its own table; `member` may be optional. `needed` are the keys that have no default.
template <class T, class M>
Key<T> map_key(std::string name, M T::*member, const KeyTable<typename detail::Plain<M>::type> &(*table)(),
               std::string doc, std::vector<std::string> needed = {}) {
    using P = typename detail::Plain<M>::type;
    return {{std::move(name), "map", "", std::is_same_v<M, P> ? "" : "none", std::move(doc), {}},
            [=](Reading &reading, const DocumentNode &node, T &out) {
                if (detail::emptied(node, out.*member)) return;
                P value{};
                if constexpr (std::is_same_v<M, P>) value = out.*member;
                if (!read_map(reading, node, table(), value)) return;
                require_keys(reading, node, needed);
                out.*member = std::move(value);
            },
            [table](KeyDocs &docs) { document_keys(table(), docs); }};
}

/// Anything else: the reader is written out.
template <class T, class F>
Key<T> custom_key(std::string name, std::string type, std::string fallback, std::string doc, F read,
                  std::function<void(KeyDocs &)> inner = {}) {
    return {{std::move(name), std::move(type), "", std::move(fallback), std::move(doc), {}},
            std::move(read),
            std::move(inner)};
}

} // namespace halfopen
