// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "engine/files/document_path.h"
#include "engine/files/reading.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// Reads a whole document and validates what it says; issues are in the Reading.
using ReadDocument = std::function<Scenario(Reading &, const DocumentNode &)>;

/// Makes the edits of a scenario that was read without fault: sorts them by time (equal times in the order of the
/// file), and gives each the scenario that then holds, read from the document with all edits up to it made. An edit
/// that cannot be made is an issue at its own place, and the later ones are made without it.
void make_edits(Reading &reading, const DocumentNodePtr &root, Scenario &scenario, const ReadDocument &read);

/// A value below a service, policy or operation that the file does not have would change nothing: that is a slip.
std::optional<Issue> check_named(const DocumentNode &root, const DocumentPath &path);

} // namespace halfopen
