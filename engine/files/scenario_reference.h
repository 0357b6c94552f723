// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace halfopen {

/// The reference of the scenario file as a page, made from the tables that the reader reads by: all keys in sections,
/// each with type, range, default and meaning, and one scenario in parts.
std::string scenario_reference_markdown();

/// One section of the page.
struct ReferenceSection {
    std::string title;
    std::string intro;
    std::vector<std::string> prefixes; ///< keys that begin so stand here, unless a longer prefix stands elsewhere
    std::string above;                 ///< what is left out of the keys' paths
    std::string example;               ///< a part of the scenario; all parts in order are a whole one
    /// Other values for one path of that scenario, each of which can stand there.
    struct Variants {
        std::string path;
        std::vector<std::string> values;
    };
    std::vector<Variants> variants = {};
    std::vector<std::pair<std::string, std::string>> presets = {}; ///< each with what it copies
};
const std::vector<ReferenceSection> &reference_sections();

} // namespace halfopen
