// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/files/document.h"
#include "engine/files/text_extent.h"

namespace halfopen {

/// One replacement of a stretch of text.
struct TextEdit {
    Extent extent;
    std::string text;
};

std::string with_edits(std::string_view text, std::vector<TextEdit> edits);

/// The edited text, if it can be read and holds the values that it should; else nothing was edited.
Result<std::string> verified_edits(std::string_view text, const std::vector<TextEdit> &edits,
                                   const DocumentNode &wanted, std::string_view path);

/// The document of a text. Errors: it is no YAML, or one with faults.
Result<DocumentNodePtr> parsed_root(std::string_view text);

Failure text_failure(std::string_view path, std::string message);

} // namespace halfopen
