// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "engine/files/scenario_keys.h"
#include "engine/files/scenario_reference.h"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

namespace halfopen::cli {

namespace {

/// Breaks a text at blanks into lines of at most `width` characters; a word that is longer stays whole.
std::string wrapped(std::string_view text, std::size_t width, const std::string &indent) {
    std::string out;
    while (text.size() > width) {
        std::size_t cut = text.rfind(' ', width);
        if (cut == std::string_view::npos) cut = std::min(text.find(' '), text.size());
        out += indent + std::string(text.substr(0, cut)) + '\n';
        text.remove_prefix(std::min(cut + 1, text.size()));
    }
    return text.empty() ? out : out + indent + std::string(text) + '\n';
}

std::string entry_of(const KeyDoc &key) {
    constexpr std::size_t kWidth = 92;
    std::string kind = key.type + (key.range.empty() ? "" : ", " + key.range);
    if (!key.fallback.empty()) kind += "; when left out: " + key.fallback;
    return key.path + '\n' + wrapped(kind, kWidth, "    ") + wrapped(key.doc, kWidth, "    ");
}

int keys(bool markdown) {
    if (markdown) return print(scenario_reference_markdown());
    std::string out;
    for (const KeyDoc &key : scenario_keys())
        out += entry_of(key);
    return print(out);
}

} // namespace

void add_keys(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand("keys", "Prints every key of the scenario file");
    auto markdown = std::make_shared<bool>(false);
    command->add_flag("--markdown", *markdown, "Prints the page resources/scenario-format.md");
    command->callback([markdown, &status] { status = keys(*markdown); });
}

} // namespace halfopen::cli
