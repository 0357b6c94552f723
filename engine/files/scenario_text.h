// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "engine/base/issue.h"

namespace halfopen {

// Edits of a scenario's text that keep comments, order and layout of everything else. Paths are those of
// messages: "policies.vision.breaker.open_for", "workloads[0].arrivals.poisson", "faults[1].at". After each
// edit the text is read again and must hold the same values but for the one that was edited; else there is a
// Failure and no text.

/// Sets one value, written as YAML ("10s", "{after: 30s}", or several lines in block style). Makes the keys
/// on the way that are missing; spells out short forms (`breaker: tutorial` becomes `breaker: {preset:
/// tutorial, ...}`); the index after the last appends to a list. Errors: text or value that is no YAML, a
/// path that leads nowhere, a value that is shared through a YAML alias.
Result<std::string> set_in_text(std::string_view text, std::string_view path, std::string_view value_yaml);

/// Takes out a key or an item of a list, with its line when it has one of its own.
Result<std::string> remove_from_text(std::string_view text, std::string_view path);

/// The value as it is written, "" when there is none. A short form gives the key that it stands for.
std::string get_from_text(std::string_view text, std::string_view path);

} // namespace halfopen
