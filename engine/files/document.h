// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"

namespace halfopen {

struct DocumentNode;
/// Shared, because a YAML alias means the same node again. Immutable.
using DocumentNodePtr = std::shared_ptr<const DocumentNode>;

/// One value of a YAML document, with its place in the text.
struct DocumentNode {
    enum class Kind { null, scalar, list, map };
    struct Entry {
        std::string key;
        Position key_at;
        std::size_t key_offset = 0; ///< in bytes; of the key's first character
        DocumentNodePtr value;
        bool alias = false; ///< written as *name: the value stands elsewhere
    };
    struct Item {
        DocumentNodePtr value;
        std::size_t offset = 0; ///< in bytes; where the item, or the alias that stands for it, begins
        bool alias = false;
    };

    Kind kind = Kind::null;
    std::string text;  ///< of a scalar, as read
    bool plain = true; ///< a scalar without quotes
    Position at;       ///< line 0: not from the text
    std::size_t offset = 0;
    std::size_t nodes = 1;      ///< nodes in this tree, aliases counted each time
    std::size_t height = 1;     ///< levels in this tree
    std::vector<Entry> entries; ///< of a map, in order
    std::vector<Item> items;    ///< of a list

    bool is_map() const { return kind == Kind::map; }
    bool is_list() const { return kind == Kind::list; }
    bool is_scalar() const { return kind == Kind::scalar; }
    bool is_null() const { return kind == Kind::null; }
    const Entry *find(std::string_view key) const;
};

/// The same values in the same order, wherever they stand.
bool same_values(const DocumentNode &a, const DocumentNode &b);

/// A document that could be read as YAML. `issues` are faults that leave a tree all the same: duplicate keys,
/// keys that are not words.
struct Document {
    DocumentNodePtr root;
    std::vector<Issue> issues;
};

/// Reads one YAML document. Never throws; in time and memory bounded by the limits of text_checks.h, aliases
/// that multiply included. Errors: what check_text() finds, YAML syntax, more than one document, nesting,
/// number of nodes; each with position.
Result<Document> parse_document(std::string_view text);

} // namespace halfopen
