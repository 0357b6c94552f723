// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/files/document.h"
#include "engine/files/document_path.h"

namespace halfopen {

using PathsOfDocument = std::vector<std::pair<std::string, DocumentNodePtr>>;

/// Every path of a document below `node`, with its node.
inline void collect(const DocumentNodePtr &node, const DocumentPath &path, PathsOfDocument &out) {
    if (!path.empty()) out.emplace_back(to_string(path), node);
    for (const auto &entry : node->entries) {
        DocumentPath below = path;
        below.emplace_back(entry.key);
        collect(entry.value, below, out);
    }
    for (std::size_t i = 0; i < node->items.size(); ++i) {
        DocumentPath below = path;
        below.emplace_back(i);
        collect(node->items[i].value, below, out);
    }
}

inline PathsOfDocument paths_of(const std::string &text) {
    PathsOfDocument out;
    collect(parse_document(text).value().root, {}, out);
    return out;
}

} // namespace halfopen
