// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/text_edits.h"

#include <algorithm>
#include <utility>

namespace halfopen {

std::string with_edits(std::string_view text, std::vector<TextEdit> edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const TextEdit &a, const TextEdit &b) { return a.extent.begin < b.extent.begin; });
    std::string out;
    std::size_t at = 0;
    for (const TextEdit &edit : edits) {
        out += text.substr(at, edit.extent.begin - at);
        out += edit.text;
        at = edit.extent.end;
    }
    return out += text.substr(at);
}

Result<std::string> verified_edits(std::string_view text, const std::vector<TextEdit> &edits,
                                   const DocumentNode &wanted, std::string_view path) {
    std::string changed = with_edits(text, edits);
    const Result<Document> document = parse_document(changed);
    if (!document || !document.value().issues.empty() || !same_values(*document.value().root, wanted)) {
        return text_failure(path, "it cannot be edited without changing something else; edit the text");
    }
    return changed;
}

Result<DocumentNodePtr> parsed_root(std::string_view text) {
    Result<Document> document = parse_document(text);
    if (!document) return document.failure();
    if (!document.value().issues.empty()) return Failure{Failure::Kind::bad_input, document.value().issues};
    return document.value().root;
}

Failure text_failure(std::string_view path, std::string message) {
    return Failure{Failure::Kind::bad_input, {Issue{std::string(path), std::move(message), {}}}};
}

} // namespace halfopen
