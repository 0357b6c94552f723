// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"

namespace halfopen {

/// What a scenario gives names to that are used elsewhere in it.
enum class Named { service, policy, operation, kind };

/// "services" and so on: where the named things stand.
std::string section_of(Named what);

/// The places of a scenario's text that use a name, as paths in the order of the file: "operations.ask.chain[0].service",
/// "faults[1].service". A timed edit that names it is one too: "edits[0].set". Empty as well for a text that is no YAML.
std::vector<std::string> uses_of_name(std::string_view text, Named what, std::string_view name);

/// Gives something another name, and so everything that uses it, timed edits included; all else stays as it is, byte
/// for byte. Errors: there is nothing of this name, the new one is taken or is none.
Result<std::string> rename_in_text(std::string_view text, Named what, std::string_view from, std::string_view to);

/// The paths, with * and [], that hold the name of something: as a value, or as a key.
struct NamePattern {
    std::string path;
    bool key = false;
};
const std::vector<NamePattern> &patterns_of_names(Named what);

} // namespace halfopen
