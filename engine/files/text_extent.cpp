// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/text_extent.h"

#include "engine/files/text_checks.h"

#include <algorithm>
#include <utility>

namespace halfopen {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_flow_mark(char c) { return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'; }

} // namespace

std::size_t TextPlaces::line_start(std::size_t at) const {
    const std::size_t before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
    return before == std::string_view::npos ? byte_order_mark(text_) : before + 1;
}

std::size_t TextPlaces::line_end(std::size_t at) const {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    return end > at && text_[end - 1] == '\r' ? end - 1 : end;
}

std::size_t TextPlaces::skip_blank(std::size_t at, bool lines) const {
    while (at < text_.size()) {
        if (is_blank(text_[at]) || (lines && text_[at] == '\n'))
            ++at;
        else if (lines && text_[at] == '#')
            at = std::min(text_.find('\n', at), text_.size());
        else
            break;
    }
    return at;
}

std::size_t TextPlaces::end_of_flow(std::size_t at) const {
    int depth = 0;
    char before = ' ';
    while (at < text_.size()) {
        const char c = text_[at];
        const bool starts_token = is_blank(before) || before == '\n' || is_flow_mark(before) || before == ':';
        if ((c == '"' || c == '\'') && starts_token) {
            at = behind_quotes(text_, at).value_or(text_.size());
            before = c;
            continue;
        }
        if (c == '#' && (is_blank(before) || before == '\n')) {
            at = std::min(text_.find('\n', at), text_.size());
            continue;
        }
        if (c == '[' || c == '{') ++depth;
        if ((c == ']' || c == '}') && --depth == 0) return at + 1;
        before = c;
        ++at;
    }
    return text_.size();
}

/// A plain scalar ends at its line's end or comment; in flow also at a mark. Lines that go on are deeper than
/// `column` in block style and anything in flow style.
std::size_t TextPlaces::end_of_plain(std::size_t at, bool in_flow, std::size_t column) const {
    std::size_t end = at;
    while (at < text_.size()) {
        for (; at < text_.size() && text_[at] != '\n'; ++at) {
            const char c = text_[at];
            const bool colon = c == ':' && (at + 1 == text_.size() || is_blank(text_[at + 1]) ||
                                            text_[at + 1] == '\n' || (in_flow && is_flow_mark(text_[at + 1])));
            if (colon || (in_flow && is_flow_mark(c)) || (c == '#' && at > 0 && is_blank(text_[at - 1]))) return end;
            if (!is_blank(c)) end = at + 1;
        }
        const std::size_t next =
            skip_blank(at, false) < text_.size() ? text_.find_first_not_of(" \t\r\n", at) : std::string_view::npos;
        if (next == std::string_view::npos || text_[next] == '#') return end;
        if (!in_flow && next - line_start(next) <= column) return end;
        at = next;
    }
    return end;
}

std::size_t TextPlaces::end_of_block_scalar(std::size_t at, std::size_t column) const {
    std::size_t end = line_end(at);
    for (std::size_t line = std::min(text_.find('\n', at), text_.size()); line < text_.size();) {
        const std::size_t start = line + 1;
        const std::size_t first = text_.find_first_not_of(" \t\r", start);
        if (first == std::string_view::npos) break;
        if (text_[first] != '\n') {
            if (first - start <= column) break;
            end = line_end(first);
        }
        line = std::min(text_.find('\n', start), text_.size());
    }
    return end;
}

std::size_t TextPlaces::behind_properties(std::size_t at) const {
    while (at < text_.size() && (text_[at] == '&' || text_[at] == '!')) {
        while (at < text_.size() && !is_blank(text_[at]) && text_[at] != '\n')
            ++at;
        at = skip_blank(at, true);
    }
    return at;
}

std::size_t TextPlaces::behind_colon(std::size_t key, bool in_flow) const {
    const bool quotes = text_[key] == '"' || text_[key] == '\'';
    std::size_t at =
        quotes ? behind_quotes(text_, key).value_or(text_.size()) : end_of_plain(key, in_flow, text_.size());
    at = skip_blank(at, true);
    return at < text_.size() && text_[at] == ':' ? at + 1 : std::string_view::npos;
}

std::size_t TextPlaces::end_of(const TextPlace &place) const {
    const DocumentNode &node = *place.node;
    const std::size_t at = place.value.begin;
    if (place.is_flow) return end_of_flow(at);
    if (node.is_map() || node.is_list()) {
        const std::size_t count = node.is_map() ? node.entries.size() : node.items.size();
        if (count == 0) return at;
        return child(place, count - 1).value.end;
    }
    if (text_[at] == '"' || text_[at] == '\'') return behind_quotes(text_, at).value_or(text_.size());
    if (!place.in_flow && (text_[at] == '|' || text_[at] == '>')) return end_of_block_scalar(at, place.column);
    return end_of_plain(at, place.in_flow, place.column);
}

void TextPlaces::finish(TextPlace &place, std::size_t value_offset) const {
    if (place.alias) {
        place.value.begin = value_offset;
        place.value.end = end_of_plain(value_offset, place.in_flow, text_.size());
        return;
    }
    if (place.node->is_null()) {
        // The library gives the place of the next token when nothing is written.
        const std::size_t at = behind_properties(skip_blank(place.marker, false));
        const std::size_t end = end_of_plain(at, place.in_flow, text_.size());
        const bool written = end > at && at < line_end(place.marker);
        place.value = written ? Extent{at, end} : Extent{place.marker, place.marker};
        return;
    }
    place.value.begin = behind_properties(value_offset);
    const char first = place.value.begin < text_.size() ? text_[place.value.begin] : ' ';
    place.is_flow = (place.node->is_map() && first == '{') || (place.node->is_list() && first == '[');
    place.value.end = end_of(place);
}

TextPlace TextPlaces::root() const {
    TextPlace place;
    place.node = root_;
    place.marker = place.entry = byte_order_mark(text_);
    place.column = 0;
    if (root_->is_null())
        place.value = {text_.size(), text_.size()};
    else
        finish(place, root_->offset);
    return place;
}

TextPlace TextPlaces::child(const TextPlace &parent, std::size_t index) const {
    TextPlace place;
    place.in_flow = parent.in_flow || parent.is_flow;
    std::size_t value_offset = 0;
    if (parent.node->is_map()) {
        const DocumentNode::Entry &entry = parent.node->entries[index];
        place.node = entry.value;
        place.alias = entry.alias;
        place.entry = entry.key_offset;
        place.marker = std::min(behind_colon(entry.key_offset, place.in_flow), text_.size());
        value_offset = entry.alias ? skip_blank(place.marker, true) : entry.value->offset;
    } else {
        const DocumentNode::Item &item = parent.node->items[index];
        place.node = item.value;
        place.alias = item.alias;
        place.entry = place.marker = value_offset = item.offset;
        if (!place.in_flow) {
            const std::size_t dash = item.offset == 0 ? std::string_view::npos : text_.rfind('-', item.offset - 1);
            place.entry = dash == std::string_view::npos ? item.offset : dash;
            place.marker = place.entry + 1;
        }
    }
    place.column = place.entry - line_start(place.entry);
    finish(place, value_offset);
    return place;
}

TextPlace TextPlaces::find(const DocumentPath &path, std::size_t &depth) const {
    TextPlace place = root();
    for (depth = 0; depth < path.size() && !place.alias; ++depth) {
        std::size_t index = 0;
        if (const auto *key = std::get_if<std::string>(&path[depth])) {
            const DocumentNode::Entry *entry = place.node->find(*key);
            if (entry == nullptr) break;
            index = static_cast<std::size_t>(entry - place.node->entries.data());
        } else {
            index = std::get<std::size_t>(path[depth]);
            if (index >= place.node->items.size()) break;
        }
        place = child(place, index);
    }
    return place;
}

} // namespace halfopen
