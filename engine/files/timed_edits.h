// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/time.h"

namespace halfopen {

/// One value of a document: set to YAML, or taken out when there is none.
struct ValueChange {
    std::string path;
    std::optional<std::string> yaml;
};

/// The text in which values change at a moment of the run instead of from its start: as items of `edits`, the rest of
/// the text as it was. A change of what has been changed at the same moment takes its place; one that comes to what
/// held before takes it away. What is taken out is written as the map or list around it without it, because an edit
/// can only set. Errors: those of set_in_text(), and nothing to take out. Whether the run takes the edit is for the
/// reader to say.
Result<std::string> changed_at_in_text(std::string_view text, Duration at, const std::vector<ValueChange> &changes);

/// The text without the edits that are made at that moment, and without `edits` when none is left.
Result<std::string> without_edits_in_text(std::string_view text, Duration at);

} // namespace halfopen
