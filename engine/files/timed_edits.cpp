// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/timed_edits.h"

#include "engine/files/document.h"
#include "engine/files/document_path.h"
#include "engine/files/quantities.h"
#include "engine/files/scenario_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace halfopen {

namespace {

Failure fault(const std::string &path, std::string message) {
    return Failure{Failure::Kind::bad_input, {Issue{path, std::move(message), {}}}};
}

/// An item of `edits` that can be read.
struct Item {
    std::size_t index = 0; ///< in the file
    Duration at{0};
    DocumentPath path;
    DocumentNodePtr to;
};

/// What the text says before a change: values from the start and the edits in their order.
struct Edits {
    DocumentNodePtr start; ///< without `edits`
    std::vector<Item> items;
    std::size_t count = 0; ///< in the file
};

std::optional<Item> item_of(const DocumentNode &node, std::size_t index) {
    const auto text = [&node](const char *key) -> const DocumentNode * {
        const DocumentNode::Entry *entry = node.is_map() ? node.find(key) : nullptr;
        return entry && entry->value->is_scalar() ? entry->value.get() : nullptr;
    };
    const DocumentNode *at = text("at");
    const DocumentNode *set = text("set");
    const DocumentNode::Entry *to = node.is_map() ? node.find("to") : nullptr;
    if (!at || !set || !to) return std::nullopt;
    const auto time = parse_duration(at->text);
    auto path = parse_path(set->text);
    if (!time || !path) return std::nullopt;
    return Item{index, *time, std::move(*path), to->value};
}

Result<Edits> edits_of(std::string_view text) {
    Result<Document> document = parse_document(text);
    if (!document) return document.failure();
    Edits edits;
    edits.start = document.value().root;
    const DocumentNode::Entry *list = edits.start->is_map() ? edits.start->find("edits") : nullptr;
    if (list == nullptr) return edits;
    edits.count = list->value->items.size();
    for (std::size_t i = 0; i < edits.count; ++i)
        if (auto item = item_of(*list->value->items[i].value, i)) edits.items.push_back(std::move(*item));
    std::ranges::stable_sort(edits.items, {}, &Item::at);
    Result<DocumentNodePtr> start = without_value(edits.start, {std::string("edits")});
    if (!start) return start.failure();
    edits.start = std::move(start).value();
    return edits;
}

/// The values that hold at a moment, with what is edited just then; `but` is left out.
DocumentNodePtr in_force(const Edits &edits, Duration at, const Item *but = nullptr) {
    DocumentNodePtr root = edits.start;
    for (const Item &item : edits.items) {
        if (item.at > at || &item == but) continue;
        if (auto next = with_value(root, item.path, item.to)) root = std::move(next).value();
    }
    return root;
}

/// One of them stands within the other.
bool overlap(const DocumentPath &a, const DocumentPath &b) {
    return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
}

/// What holds at a path, a short form as the key that it stands for.
DocumentNodePtr value_at(const DocumentNodePtr &root, const DocumentPath &path) {
    if (DocumentNodePtr node = node_at(root, path)) return node;
    const DocumentPath above(path.begin(), path.end() - 1);
    const auto *key = std::get_if<std::string>(&path.back());
    DocumentNodePtr short_form = above.empty() || !key || *key != short_form_key(above) ? nullptr : node_at(root, above);
    return short_form && short_form->is_scalar() ? short_form : nullptr;
}

bool holds(const DocumentNodePtr &root, const DocumentPath &path, const DocumentNode &value) {
    const DocumentNodePtr now = value_at(root, path);
    return now && same_values(*now, value);
}

Result<std::string> without_item(std::string_view text, std::size_t index, std::size_t count) {
    return remove_from_text(text, count == 1 ? std::string("edits") : fmt::format("edits[{}]", index));
}

Result<std::string> appended(std::string_view text, const Edits &edits, Duration at, const DocumentPath &path,
                             const DocumentNode &to) {
    const std::string item = fmt::format("{{at: {}, set: {}, to: {}}}", format_duration_yaml(at),
                                         quote_yaml(to_string(path)), flow_text(to));
    if (edits.count == 0) return set_in_text(text, "edits", "- " + item);
    return set_in_text(text, fmt::format("edits[{}]", edits.count), item);
}

Result<std::string> set_at(std::string_view text, Duration at, const DocumentPath &path, const DocumentNodePtr &to) {
    const Result<Edits> edits = edits_of(text);
    if (!edits) return edits.failure();
    const auto last = std::find_if(edits.value().items.rbegin(), edits.value().items.rend(), [&](const Item &item) {
        return item.at == at && overlap(item.path, path);
    });
    const bool merges = last != edits.value().items.rend() && last->path == path;
    const DocumentNodePtr before = in_force(edits.value(), at, merges ? &*last : nullptr);
    const bool same = holds(before, path, *to);
    if (!merges) return same ? Result<std::string>(std::string(text)) : appended(text, edits.value(), at, path, *to);
    if (same) return without_item(text, last->index, edits.value().count);
    return set_in_text(text, fmt::format("edits[{}].to", last->index), flow_text(*to));
}

Result<std::string> removed_at(std::string_view text, Duration at, const DocumentPath &path) {
    const Result<Edits> edits = edits_of(text);
    if (!edits) return edits.failure();
    const Result<DocumentNodePtr> after = without_value(in_force(edits.value(), at), path);
    if (!after) return after.failure();
    const DocumentPath above(path.begin(), path.end() - 1);
    if (above.empty()) return fault(to_string(path), "it holds for the whole run; no edit can take it out");
    return set_at(text, at, above, node_at(after.value(), above));
}

} // namespace

Result<std::string> changed_at_in_text(std::string_view text, Duration at, const std::vector<ValueChange> &changes) {
    Result<std::string> now = std::string(text);
    for (const ValueChange &change : changes) {
        const auto path = parse_path(change.path);
        if (!path) return fault(change.path, "not a path");
        if (!change.yaml) {
            now = removed_at(now.value(), at, *path);
        } else {
            const Result<Document> value = parse_document(*change.yaml);
            if (!value) return fault(change.path, "not a value: " + value.failure().issues.front().message);
            now = set_at(now.value(), at, *path, value.value().root);
        }
        if (!now) return now;
    }
    return now;
}

Result<std::string> without_edits_in_text(std::string_view text, Duration at) {
    Result<std::string> now = std::string(text);
    const Result<Edits> edits = edits_of(text);
    if (!edits) return edits.failure();
    std::vector<std::size_t> indices;
    for (const Item &item : edits.value().items)
        if (item.at == at) indices.push_back(item.index);
    std::ranges::sort(indices, std::greater<>());
    std::size_t count = edits.value().count;
    for (const std::size_t index : indices) {
        now = without_item(now.value(), index, count--);
        if (!now) return now;
    }
    return now;
}

} // namespace halfopen
