// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/key_table.h"

#include <algorithm>

namespace halfopen {

void KeyDocs::add(KeyDoc doc) {
    const bool dotless = prefix_.empty() || doc.path.starts_with('[');
    doc.path = prefix_ + (dotless ? "" : ".") + doc.path;
    docs_.push_back(std::move(doc));
}

void KeyDocs::below(const std::string &key, const std::function<void(KeyDocs &)> &inner) {
    const std::size_t length = prefix_.size();
    if (!prefix_.empty() && !key.starts_with('[')) prefix_ += '.';
    prefix_ += key;
    inner(*this);
    prefix_.resize(length);
}

void check_unknown_keys(Reading &reading, const DocumentNode &map, const std::vector<std::string> &known) {
    for (const DocumentNode::Entry &entry : map.entries) {
        if (entry.key.empty()) continue; // told already
        if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
            reading.unknown(entry.key_at, "key", entry.key, known);
        }
    }
}

void require_keys(Reading &reading, const DocumentNode &map, const std::vector<std::string> &needed) {
    for (const std::string &key : needed) {
        if (map.find(key) == nullptr) reading.error(map, "the key " + key + " is missing");
    }
}

} // namespace halfopen
