// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/files/reading.h"
#include "engine/files/scenario_keys.h"

namespace halfopen {

/// Collects the documentation of keys while it walks down the tables.
class KeyDocs {
public:
    void add(KeyDoc doc);
    /// Documents what stands below a key.
    void below(const std::string &key, const std::function<void(KeyDocs &)> &inner);
    std::vector<KeyDoc> take() { return std::move(docs_); }

private:
    std::string prefix_;
    std::vector<KeyDoc> docs_;
};

/// One key of a map of the format: how it is named, documented and read into a T. The reader, the check for
/// unknown keys and the reference are all made from tables of these.
template <class T>
struct Key {
    KeyDoc doc; ///< `path` holds the key's own name only
    std::function<void(Reading &, const DocumentNode &, T &)> read;
    std::function<void(KeyDocs &)> inner; ///< documents the keys below; may be empty

    const std::string &name() const { return doc.path; }
    Key &&range(std::string text) && { return doc.range = std::move(text), std::move(*this); }
    Key &&fallback(std::string text) && { return doc.fallback = std::move(text), std::move(*this); }
};

template <class T>
using KeyTable = std::vector<Key<T>>;

template <class T>
std::vector<std::string> names_of(const KeyTable<T> &table) {
    std::vector<std::string> names;
    for (const Key<T> &key : table)
        names.push_back(key.name());
    return names;
}

template <class T>
void document_keys(const KeyTable<T> &table, KeyDocs &docs) {
    for (const Key<T> &key : table) {
        docs.add(key.doc);
        if (key.inner) docs.below(key.name(), key.inner);
    }
}

/// Says which keys of a map are not among the known ones.
void check_unknown_keys(Reading &reading, const DocumentNode &map, const std::vector<std::string> &known);

/// Says which keys that have no default a map lacks.
void require_keys(Reading &reading, const DocumentNode &map, const std::vector<std::string> &needed);

/// Reads the keys of a map in the order of the table. Keys of the file that are not in the table are the
/// caller's.
template <class T>
void read_known_keys(Reading &reading, const DocumentNode &map, const KeyTable<T> &table, T &out) {
    for (const Key<T> &key : table) {
        const DocumentNode::Entry *entry = map.find(key.name());
        if (entry == nullptr) continue;
        const Reading::Step step(reading, *entry);
        key.read(reading, *entry->value, out);
    }
}

/// Reads a map whose keys are all in the table. Gives false when the node is no map.
template <class T>
bool read_map(Reading &reading, const DocumentNode &node, const KeyTable<T> &table, T &out) {
    if (!node.is_map()) {
        reading.expected(node, "a map with keys such as " + table.front().name());
        return false;
    }
    check_unknown_keys(reading, node, names_of(table));
    read_known_keys(reading, node, table, out);
    return true;
}

/// One of several ways to say something: a map must hold exactly one of these keys.
template <class T>
const Key<T> *chosen_key(Reading &reading, const DocumentNode &map, const KeyTable<T> &choices, std::string_view what) {
    const Key<T> *chosen = nullptr;
    for (const Key<T> &choice : choices) {
        if (map.find(choice.name()) == nullptr) continue;
        if (chosen != nullptr) {
            reading.error(map, std::string("expected one ") + std::string(what) + ", got both " + chosen->name() +
                                   " and " + choice.name());
            return nullptr;
        }
        chosen = &choice;
    }
    return chosen;
}

} // namespace halfopen
