// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reference.h"

#include "engine/files/scenario_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

namespace halfopen {

namespace {

bool is_below(std::string_view path, std::string_view above) {
    return path.size() > above.size() && path.starts_with(above) &&
           (path[above.size()] == '.' || path[above.size()] == '[');
}

/// A text as a cell of a table.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out;
}

std::string code(std::string_view text) { return text.empty() ? "" : fmt::format("`{}`", cell(text)); }

/// The section whose prefix fits best.
const ReferenceSection *section_of(std::string_view path) {
    const ReferenceSection *best = nullptr;
    std::size_t length = 0;
    for (const ReferenceSection &section : reference_sections()) {
        for (const std::string &prefix : section.prefixes) {
            if ((path == prefix || is_below(path, prefix)) && prefix.size() >= length) {
                best = &section;
                length = prefix.size();
            }
        }
    }
    return best;
}

/// Writes the tables. What looks the same at two places is written once; the second refers to the first.
class Tables {
public:
    std::string of(const ReferenceSection &section) {
        const std::vector<KeyDoc> &keys = scenario_keys();
        std::string rows;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const KeyDoc &key = keys[i];
            if (section_of(key.path) != &section || key.path == section.above) continue;
            const std::string same = key.type == "distribution" ? "" : written_at(i);
            rows += row(key, section, same);
            if (key.type != "distribution" && same.empty()) continue;
            while (i + 1 < keys.size() && is_below(keys[i + 1].path, key.path))
                ++i;
        }
        return rows.empty() ? ""
                            : "| key | type | range | when left out | what it means |\n"
                              "| --- | --- | --- | --- | --- |\n" +
                                  rows + "\n";
    }

    /// The keys of one distribution, as they stand below each place that takes one.
    std::string of_distributions() const {
        std::string rows;
        for (const KeyDoc &key : scenario_keys()) {
            const std::string_view above = "services.*.latency";
            if (is_below(key.path, above)) rows += line(key.path.substr(above.size() + 1), key.type, key);
        }
        return "| key | type | range | when left out | what it means |\n| --- | --- | --- | --- | --- |\n" + rows +
               "\n";
    }

private:
    static std::string line(std::string_view path, const std::string &type, const KeyDoc &key) {
        return fmt::format("| {} | {} | {} | {} | {} |\n", code(path), type, cell(key.range), cell(key.fallback),
                           cell(key.doc));
    }

    static std::string row(const KeyDoc &key, const ReferenceSection &section, const std::string &same) {
        std::string path = key.path;
        if (!section.above.empty() && is_below(path, section.above)) {
            path.erase(0, section.above.size() + (path[section.above.size()] == '.' ? 1 : 0));
        }
        std::string type = key.type == "distribution" ? "[distribution](#distributions)" : cell(key.type);
        if (!same.empty()) type += fmt::format(", as {}", code(same));
        return line(path, type, key);
    }

    /// Where everything below this key was written already; "" when it was not.
    std::string written_at(std::size_t index) {
        const std::vector<KeyDoc> &keys = scenario_keys();
        const std::string &above = keys[index].path;
        std::string all;
        std::size_t count = 0;
        for (std::size_t i = index + 1; i < keys.size() && is_below(keys[i].path, above); ++i, ++count) {
            all += fmt::format("{}|{}|{}|{}|{}\n", keys[i].path.substr(above.size()), keys[i].type, keys[i].range,
                               keys[i].fallback, keys[i].doc);
        }
        if (count < 2) return "";
        const auto [known, added] = written_.emplace(all, above);
        return added ? "" : known->second;
    }

    std::map<std::string, std::string> written_;
};

std::string fenced(std::string_view yaml) { return fmt::format("```yaml\n{}```\n\n", yaml); }

std::string presets_of(const ReferenceSection &section) {
    if (section.presets.empty()) return "";
    std::string rows = "| preset | what it copies |\n| --- | --- |\n";
    for (const auto &[name, about] : section.presets)
        rows += fmt::format("| {} | {} |\n", code(name), cell(about));
    return rows + "\n";
}

std::string short_forms() {
    std::string out = "| a single value at | stands for the key |\n| --- | --- |\n";
    for (const KeyDoc &key : scenario_keys()) {
        if (!key.short_form.empty() && key.type != "distribution") {
            out += fmt::format("| {} | {} |\n", code(key.path), code(key.short_form));
        }
    }
    return out + "| every distribution | `constant` |\n";
}

} // namespace

std::string scenario_reference_markdown() {
    std::string out = "<!-- Made by: halfopen-cli keys --markdown -->\n# The scenario file\n\n";
    Tables tables;
    for (const ReferenceSection &section : reference_sections()) {
        if (!section.title.empty()) out += "## " + section.title + "\n\n";
        if (!section.intro.empty()) out += section.intro + "\n\n";
        out += section.title == "Distributions" ? tables.of_distributions() : tables.of(section);
        out += presets_of(section);
        if (!section.example.empty()) out += fenced(section.example);
        for (const ReferenceSection::Variants &variants : section.variants) {
            std::string list;
            for (const std::string &value : variants.values)
                list += "- " + value + "\n";
            out += fmt::format("In place of `{}`:\n\n{}", variants.path, fenced(list));
        }
        if (section.title == "Short forms") out += short_forms() + "\n";
    }
    while (out.ends_with("\n\n"))
        out.pop_back();
    return out;
}

} // namespace halfopen
