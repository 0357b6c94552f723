// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/files/document.h"
#include "engine/files/document_path.h"

namespace halfopen {

/// A stretch of text in bytes.
struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const Extent &, const Extent &) = default;
};

/// Where a value of a document stands in its text, and what stands around it.
struct TextPlace {
    DocumentNodePtr node;
    Extent value;           ///< without anchors, tags and comments; empty when nothing is written
    std::size_t entry = 0;  ///< where its key, its dash or, in a flow list, the value begins
    std::size_t marker = 0; ///< behind the colon or the dash; in a flow list where the value begins
    std::size_t column = 0; ///< of the key or dash in its line, in bytes
    bool in_flow = false;   ///< inside [] or {}
    bool alias = false;     ///< written as *name
    bool is_flow = false;   ///< the value itself is written in [] or {}
};

/// Finds where nodes of a document begin and end, which the YAML library does not tell. The document was read
/// from this very text.
class TextPlaces {
public:
    TextPlaces(std::string_view text, DocumentNodePtr root) : text_(text), root_(std::move(root)) {}

    /// The place of the longest part of the path that exists; `depth` says how many steps that is. Steps
    /// below an alias do not count as existing.
    TextPlace find(const DocumentPath &path, std::size_t &depth) const;
    /// The place of an entry or item of a value.
    TextPlace child(const TextPlace &parent, std::size_t index) const;
    TextPlace root() const;

    std::size_t line_start(std::size_t at) const;
    /// The end of the line without its line break.
    std::size_t line_end(std::size_t at) const;
    /// Behind the blanks and line breaks (and comments, when wanted) at a place.
    std::size_t skip_blank(std::size_t at, bool lines) const;

private:
    std::size_t end_of(const TextPlace &place) const;
    std::size_t end_of_plain(std::size_t at, bool in_flow, std::size_t column) const;
    std::size_t end_of_block_scalar(std::size_t at, std::size_t column) const;
    std::size_t end_of_flow(std::size_t at) const;
    std::size_t behind_colon(std::size_t key, bool in_flow) const;
    std::size_t behind_properties(std::size_t at) const;
    void finish(TextPlace &place, std::size_t value_offset) const;

    std::string_view text_;
    DocumentNodePtr root_;
};

} // namespace halfopen
