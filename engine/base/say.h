// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <type_traits>

#include <fmt/core.h>

namespace halfopen {

/// A text for people, in English, with the context under which a catalogue holds its translation. Tokens of files, names
/// of kinds and ids of commands are no phrases: they are compared.
struct Phrase {
    const char *context = "", *english = "";
    friend bool operator==(const Phrase &, const Phrase &) = default;
};
/// Marks a text, so that resources/translations/update finds it: both must be literals.
constexpr Phrase phrase(const char *context, const char *english) { return {context, english}; }

/// Gives the translation of a phrase, or nothing. May be called from any thread.
using Translator = std::string (*)(const char *context, const char *english);
/// For the whole program, once, before the first text is made. Without one, everything is said in English.
void install_translator(Translator translator);

/// The text as it is, without anything to fill in.
std::string said(const Phrase &phrase);

/// A phrase whose places are known, when it is compiled, to take these arguments.
template <class... Args>
struct CheckedPhrase {
    Phrase phrase;
    fmt::format_string<Args...> english;
    consteval CheckedPhrase(Phrase p) : phrase(p), english(p.english) {} // NOLINT: to be called with phrase(…)
};

/// Fills a translation in; it may name the places by number, in any order. Falls back to English when there is none or
/// it does not name the same places.
std::string say_formatted(const Phrase &phrase, fmt::format_args args);

/// say(phrase("Story", "waits {} before it asks {} again"), wait, name).
template <class... Args>
std::string say(CheckedPhrase<std::type_identity_t<Args>...> what, Args &&...args) {
    return say_formatted(what.phrase, fmt::make_format_args(args...));
}

} // namespace halfopen
