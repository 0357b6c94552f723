// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/say.h"

#include <atomic>
#include <cctype>
#include <set>
#include <string_view>

#include <fmt/format.h>

namespace halfopen {

namespace {

std::atomic<Translator> translator_of_program{nullptr};

std::string translation_of(const Phrase &phrase) {
    const Translator translator = translator_of_program.load();
    return translator ? translator(phrase.context, phrase.english) : std::string();
}

/// "{1} of {0}" and "{} of {}" name the same places: 0 and 1, with what stands after a colon.
std::set<std::string> places_of(std::string_view text) {
    std::set<std::string> places;
    int next = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '{') continue;
        if (at + 1 < text.size() && text[at + 1] == '{') {
            ++at;
            continue;
        }
        const std::size_t end = text.find('}', at);
        if (end == std::string_view::npos) break;
        std::string inside(text.substr(at + 1, end - at - 1));
        if (inside.empty() || std::isdigit(static_cast<unsigned char>(inside[0])) == 0)
            inside = std::to_string(next++) + inside;
        places.insert(inside);
        at = end;
    }
    return places;
}

} // namespace

void install_translator(Translator translator) { translator_of_program.store(translator); }

std::string said(const Phrase &phrase) {
    std::string translation = translation_of(phrase);
    return translation.empty() ? std::string(phrase.english) : translation;
}

std::string say_formatted(const Phrase &phrase, fmt::format_args args) {
    const std::string translation = translation_of(phrase);
    if (!translation.empty() && places_of(translation) == places_of(phrase.english)) {
        try {
            return fmt::vformat(translation, args);
        } catch (const fmt::format_error &) { // a slip of the catalogue costs its sentence, not the window
        }
    }
    return fmt::vformat(phrase.english, args);
}

} // namespace halfopen
