// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/files/document.h"

namespace halfopen {

/// One step of a path: a key of a map or the index of an item.
using PathStep = std::variant<std::string, std::size_t>;
using DocumentPath = std::vector<PathStep>;

/// "policies.vision.breaker", "faults[1].at". Nothing when it is empty or not a path.
std::optional<DocumentPath> parse_path(std::string_view text);
std::string to_string(const DocumentPath &path);

/// The node at a path, or null.
DocumentNodePtr node_at(const DocumentNodePtr &root, const DocumentPath &path);

/// The key that a scalar in place of a map stands for: "preset" for policies.*.breaker, so that `breaker:
/// tutorial` means `breaker: {preset: tutorial}`. Empty when a scalar there stands for nothing else.
std::string short_form_key(const DocumentPath &path);

/// The document with one value set; maps on the way are made, a short form is spelt out, and the index after
/// the last appends. Errors: a step into something that is neither map nor list, or an index out of range.
Result<DocumentNodePtr> with_value(const DocumentNodePtr &root, const DocumentPath &path, const DocumentNodePtr &value);

/// The same values without places in a text: for values that come from elsewhere.
DocumentNodePtr without_places(const DocumentNode &node);

/// A value on one line, in YAML's flow style.
std::string flow_text(const DocumentNode &node);

/// The document without the value at a path. Errors: there is none.
Result<DocumentNodePtr> without_value(const DocumentNodePtr &root, const DocumentPath &path);

} // namespace halfopen
