// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/document_path.h"

#include "engine/files/quantities.h"
#include "engine/files/scenario_keys.h"
#include "engine/files/text_checks.h"

#include <charconv>
#include <utility>

namespace halfopen {

std::optional<DocumentPath> parse_path(std::string_view text) {
    DocumentPath path;
    std::size_t i = 0;
    while (i < text.size()) {
        if (text[i] == '[') {
            const std::size_t close = text.find(']', i);
            std::size_t index = 0;
            if (close == std::string_view::npos || path.empty()) return std::nullopt;
            const auto [end, error] = std::from_chars(text.data() + i + 1, text.data() + close, index);
            if (error != std::errc{} || end != text.data() + close) return std::nullopt;
            path.emplace_back(index);
            i = close + 1;
            if (i < text.size() && text[i] != '.' && text[i] != '[') return std::nullopt;
            continue;
        }
        if (!path.empty() && text[i++] != '.') return std::nullopt;
        const std::size_t end = std::min(text.find_first_of(".[", i), text.size());
        if (end == i) return std::nullopt;
        path.emplace_back(std::string(text.substr(i, end - i)));
        i = end;
    }
    if (path.empty() || path.size() > kDocumentDepthMax) return std::nullopt;
    return path;
}

std::string to_string(const DocumentPath &path) {
    std::string out;
    for (const PathStep &step : path) {
        if (const auto *key = std::get_if<std::string>(&step))
            out += (out.empty() ? "" : ".") + *key;
        else
            out += '[' + std::to_string(std::get<std::size_t>(step)) + ']';
    }
    return out;
}

DocumentNodePtr node_at(const DocumentNodePtr &root, const DocumentPath &path) {
    DocumentNodePtr node = root;
    for (const PathStep &step : path) {
        if (const auto *key = std::get_if<std::string>(&step)) {
            const DocumentNode::Entry *entry = node->find(*key);
            if (entry == nullptr) return nullptr;
            node = entry->value;
        } else {
            const std::size_t index = std::get<std::size_t>(step);
            if (index >= node->items.size()) return nullptr;
            node = node->items[index].value;
        }
    }
    return node;
}

std::string short_form_key(const DocumentPath &path) {
    std::string pattern_text;
    for (const ShortForm &form : scenario_short_forms()) {
        if (form.pattern.size() != path.size()) continue;
        bool same = true;
        for (std::size_t i = 0; same && i < path.size(); ++i) {
            const auto *key = std::get_if<std::string>(&path[i]);
            same = key ? (form.pattern[i] == "*" || form.pattern[i] == *key) : form.pattern[i] == "[]";
        }
        if (same) return form.key;
    }
    return {};
}

namespace {

Failure no_such_step(const DocumentPath &path, std::size_t depth, const DocumentNode &node) {
    const DocumentPath reached(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(depth));
    const char *kind = node.is_list() ? "a list" : node.is_scalar() ? "a single value" : "a map";
    std::string step = to_string(DocumentPath{path[depth]});
    return Failure{Failure::Kind::bad_input,
                   {Issue{to_string(path),
                          (reached.empty() ? std::string("the file") : to_string(reached)) + " is " + kind +
                              " and has no " + in_quotes(step),
                          {}}}};
}

DocumentNodePtr shared(DocumentNode node) {
    node.nodes = 1;
    node.height = 1;
    for (const auto &entry : node.entries) {
        node.nodes += entry.value->nodes;
        node.height = std::max(node.height, entry.value->height + 1);
    }
    for (const auto &item : node.items) {
        node.nodes += item.value->nodes;
        node.height = std::max(node.height, item.value->height + 1);
    }
    return std::make_shared<const DocumentNode>(std::move(node));
}

/// A map in place of what is no map yet: nothing, or a short form spelt out.
DocumentNode as_map(const DocumentNodePtr &node, const DocumentPath &path, std::size_t depth) {
    if (node && node->is_map()) return *node;
    DocumentNode map;
    map.kind = DocumentNode::Kind::map;
    const std::string key =
        short_form_key(DocumentPath(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(depth)));
    if (node && node->is_scalar() && !key.empty()) {
        DocumentNode::Entry entry;
        entry.key = key;
        entry.key_at = node->at;
        entry.value = node;
        map.entries.push_back(std::move(entry));
    } else if (node && !node->is_null()) {
        map.kind = DocumentNode::Kind::scalar; // the caller reports it
    }
    return map;
}

Result<DocumentNodePtr> set_below(const DocumentNodePtr &node, const DocumentPath &path, std::size_t depth,
                                  const DocumentNodePtr &value) {
    if (depth == path.size()) return value;
    if (const auto *key = std::get_if<std::string>(&path[depth])) {
        if (node && node->is_scalar() && value->is_scalar() && depth + 1 == path.size() &&
            *key == short_form_key(DocumentPath(path.begin(), path.end() - 1))) {
            return value; // the short form stays short
        }
        DocumentNode map = as_map(node, path, depth);
        if (!map.is_map()) return no_such_step(path, depth, *node);
        const DocumentNode::Entry *known = map.find(*key);
        Result<DocumentNodePtr> below = set_below(known ? known->value : nullptr, path, depth + 1, value);
        if (!below) return below;
        if (known) {
            map.entries[static_cast<std::size_t>(known - map.entries.data())].value = std::move(below).value();
        } else {
            DocumentNode::Entry entry;
            entry.key = *key;
            entry.value = std::move(below).value();
            map.entries.push_back(std::move(entry));
        }
        return shared(std::move(map));
    }
    const std::size_t index = std::get<std::size_t>(path[depth]);
    DocumentNode list;
    list.kind = DocumentNode::Kind::list;
    if (node && !node->is_null()) list = *node;
    if (!list.is_list() || index > list.items.size()) return no_such_step(path, depth, list);
    if (index == list.items.size()) list.items.emplace_back();
    Result<DocumentNodePtr> below = set_below(list.items[index].value, path, depth + 1, value);
    if (!below) return below;
    list.items[index].value = std::move(below).value();
    return shared(std::move(list));
}

} // namespace

Result<DocumentNodePtr> with_value(const DocumentNodePtr &root, const DocumentPath &path,
                                   const DocumentNodePtr &value) {
    return set_below(root, path, 0, value);
}

DocumentNodePtr without_places(const DocumentNode &node) {
    DocumentNode copy = node;
    copy.at = {};
    copy.offset = 0;
    for (DocumentNode::Entry &entry : copy.entries) {
        entry.key_at = {};
        entry.key_offset = 0;
        entry.value = without_places(*entry.value);
    }
    for (DocumentNode::Item &item : copy.items) {
        item.offset = 0;
        item.value = without_places(*item.value);
    }
    return std::make_shared<const DocumentNode>(std::move(copy));
}

std::string flow_text(const DocumentNode &node) {
    std::string out;
    switch (node.kind) {
    case DocumentNode::Kind::null: return "null";
    case DocumentNode::Kind::scalar: return quote_yaml(node.text);
    case DocumentNode::Kind::map:
        for (const DocumentNode::Entry &entry : node.entries) {
            out += (out.empty() ? "" : ", ") + quote_yaml(entry.key) + ": " + flow_text(*entry.value);
        }
        return '{' + out + '}';
    case DocumentNode::Kind::list: break;
    }
    for (const DocumentNode::Item &item : node.items)
        out += (out.empty() ? "" : ", ") + flow_text(*item.value);
    return '[' + out + ']';
}

Result<DocumentNodePtr> without_value(const DocumentNodePtr &root, const DocumentPath &path) {
    const DocumentPath parent_path(path.begin(), path.end() - 1);
    const DocumentNodePtr parent = node_at(root, parent_path);
    if (!parent || !node_at(root, path)) {
        return Failure{Failure::Kind::bad_input, {Issue{to_string(path), "there is nothing to remove", {}}}};
    }
    DocumentNode changed = *parent;
    if (const auto *key = std::get_if<std::string>(&path.back())) {
        std::erase_if(changed.entries, [&](const DocumentNode::Entry &entry) { return entry.key == *key; });
    } else {
        changed.items.erase(changed.items.begin() + static_cast<std::ptrdiff_t>(std::get<std::size_t>(path.back())));
    }
    return with_value(root, parent_path, shared(std::move(changed)));
}

} // namespace halfopen
