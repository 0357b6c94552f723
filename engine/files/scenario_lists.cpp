// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_lists.h"

#include "engine/files/document_path.h"
#include "engine/files/quantities.h"
#include "engine/files/scenario_text.h"
#include "engine/files/text_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace halfopen {

namespace {

constexpr std::size_t kGone = ~std::size_t{0};
using Renumber = std::function<std::size_t(std::size_t)>; ///< the new index of an item, or kGone

/// The timed edits whose path leads into an item of the list get its new index.
Result<std::string> with_edits_renumbered(std::string text, const DocumentPath &list, const Renumber &renumber) {
    const Result<DocumentNodePtr> root = parsed_root(text);
    if (!root) return root.failure();
    const DocumentNodePtr edits = node_at(root.value(), {std::string("edits")});
    if (!edits) return text;
    for (std::size_t i = 0; i < edits->items.size(); ++i) {
        const DocumentNode::Entry *set = edits->items[i].value->find("set");
        auto path = set && set->value->is_scalar() ? parse_path(set->value->text) : std::nullopt;
        if (!path || path->size() <= list.size() || !std::equal(list.begin(), list.end(), path->begin())) continue;
        auto *index = std::get_if<std::size_t>(&(*path)[list.size()]);
        if (!index) continue;
        const std::size_t now = renumber(*index);
        if (now == *index) continue;
        if (now == kGone) return text_failure(to_string(list), fmt::format("edits[{}] sets {}", i, to_string(*path)));
        *index = now;
        auto next = set_in_text(text, fmt::format("edits[{}].set", i), quote_yaml(to_string(*path)));
        if (!next) return next;
        text = std::move(next).value();
    }
    return text;
}

/// The lines of each item of a list in block style, one behind the other without gaps; nothing when two items share a
/// line. What stands between two items belongs to the second.
std::optional<std::vector<Extent>> lines_of_items(std::string_view text, const TextPlaces &places, const TextPlace &list) {
    std::vector<Extent> lines;
    for (std::size_t i = 0; i < list.node->items.size(); ++i) {
        const TextPlace item = places.child(list, i);
        const std::size_t start = places.line_start(item.entry);
        if (text.substr(start, item.entry - start).find_first_not_of(" \t") != std::string_view::npos) return std::nullopt;
        if (!lines.empty() && start < lines.back().end) return std::nullopt;
        const std::size_t end = text.find('\n', std::max(item.value.end, item.marker));
        lines.push_back({lines.empty() ? start : lines.back().end, end == std::string_view::npos ? text.size() : end + 1});
    }
    return lines;
}

/// What was at `order[i]` comes to stand at i.
std::vector<TextEdit> reordered(std::string_view text, const std::vector<Extent> &places,
                                const std::vector<std::size_t> &order, std::string_view line_break) {
    std::vector<TextEdit> edits;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (order[i] == i) continue;
        const Extent &from = places[order[i]];
        std::string written(text.substr(from.begin, from.end - from.begin));
        const bool lines = !line_break.empty();
        const bool last = i + 1 == order.size() && places[i].end == text.size() && !text.ends_with('\n');
        if (lines && !written.ends_with('\n')) written += line_break; // it was the file's last line
        if (lines && last) written.resize(written.find_last_not_of("\r\n") + 1);
        edits.push_back({places[i], std::move(written)});
    }
    return edits;
}

std::vector<std::size_t> order_after_move(std::size_t count, std::size_t from, std::size_t to) {
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i)
        order[i] = i;
    order.erase(order.begin() + static_cast<std::ptrdiff_t>(from));
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(to), from);
    return order;
}

/// Lines without the blanks in front that all but the first have in common with the place where they stood.
std::string dedented(std::string_view text, std::size_t column) {
    std::string out;
    bool first = true;
    for (std::size_t i = 0; i <= text.size(); first = false) {
        const std::size_t end = std::min(text.find('\n', i), text.size());
        std::string_view line = text.substr(i, end - i);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!first) line.remove_prefix(std::min({column, line.find_first_not_of(' '), line.size()}));
        out += (first ? "" : "\n") + std::string(line);
        i = end + 1;
    }
    return out;
}

} // namespace

Result<std::string> move_in_text(std::string_view text, std::string_view list, std::size_t from, std::size_t to) {
    const auto path = parse_path(list);
    const Result<DocumentNodePtr> root = parsed_root(text);
    if (!root) return root.failure();
    const DocumentNodePtr node = path ? node_at(root.value(), *path) : nullptr;
    if (!node || !node->is_list()) return text_failure(list, "this is no list");
    const std::size_t count = node->items.size();
    if (from >= count || to >= count) return text_failure(list, fmt::format("it has {} items", count));
    const std::vector<std::size_t> order = order_after_move(count, from, to);
    const TextPlaces places(text, root.value());
    std::size_t depth = 0;
    const TextPlace place = places.find(*path, depth);
    if (depth < path->size() || place.alias) return text_failure(list, "it stands in an alias; edit what the alias refers to");
    const std::string_view line_break = text.find("\r\n") != std::string_view::npos ? "\r\n" : "\n";
    std::vector<Extent> extents;
    if (place.is_flow) {
        for (std::size_t i = 0; i < count; ++i)
            extents.push_back(places.child(place, i).value);
    } else if (auto lines = lines_of_items(text, places, place)) {
        extents = std::move(*lines);
    } else {
        return text_failure(list, "its items share lines; edit the text");
    }
    DocumentNode wanted_list = *node;
    for (std::size_t i = 0; i < count; ++i)
        wanted_list.items[i] = node->items[order[i]];
    const auto wanted = with_value(root.value(), *path, std::make_shared<const DocumentNode>(std::move(wanted_list)));
    if (!wanted) return wanted.failure();
    const auto moved = verified_edits(text, reordered(text, extents, order, place.is_flow ? "" : line_break), *wanted.value(), list);
    if (!moved) return moved;
    return with_edits_renumbered(moved.value(), *path, [&](std::size_t index) {
        const auto now = std::find(order.begin(), order.end(), index);
        return now == order.end() ? index : static_cast<std::size_t>(now - order.begin());
    });
}

Result<std::string> remove_item_from_text(std::string_view text, std::string_view list, std::size_t index) {
    const auto path = parse_path(list);
    if (!path) return text_failure(list, "not a path");
    const Result<DocumentNodePtr> root = parsed_root(text);
    if (!root) return root.failure();
    const DocumentNodePtr node = node_at(root.value(), *path);
    const bool sole = node && node->is_list() && node->items.size() == 1 && index == 0;
    auto removed = remove_from_text(text, sole ? std::string(list) : fmt::format("{}[{}]", list, index));
    if (!removed) return removed;
    return with_edits_renumbered(std::move(removed).value(), *path, [index](std::size_t other) {
        return other == index ? kGone : other > index ? other - 1 : other;
    });
}

Result<std::string> copy_in_text(std::string_view text, std::string_view from, std::string_view to) {
    const auto path = parse_path(from);
    const Result<DocumentNodePtr> root = parsed_root(text);
    if (!root) return root.failure();
    const DocumentNodePtr node = path ? node_at(root.value(), *path) : nullptr;
    if (!node) return text_failure(from, "there is nothing to copy");
    const TextPlaces places(text, root.value());
    std::size_t depth = 0;
    const TextPlace place = places.find(*path, depth);
    const std::string on_one_line = node->is_null() ? std::string("{}") : flow_text(*node);
    if (depth == path->size() && !place.alias && !node->is_null()) {
        const std::size_t column = place.value.begin - places.line_start(place.value.begin);
        const std::string_view written = text.substr(place.value.begin, place.value.end - place.value.begin);
        auto copied = set_in_text(text, to, dedented(written, column));
        if (copied) return copied;
    }
    return set_in_text(text, to, on_one_line);
}

} // namespace halfopen
