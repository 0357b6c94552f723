// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_text.h"

#include "engine/files/document.h"
#include "engine/files/document_path.h"
#include "engine/files/quantities.h"
#include "engine/files/text_edits.h"
#include "engine/files/text_extent.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace halfopen {

namespace {

/// The document, the path and where the path leads, before an edit.
class Editor {
public:
    Editor(std::string_view text, DocumentNodePtr root, DocumentPath path)
        : text_(text),
          root_(std::move(root)),
          path_(std::move(path)),
          places_(text, root_),
          place_(places_.find(path_, depth_)),
          line_break_(text.find("\r\n") != std::string_view::npos ? "\r\n" : "\n") {}

    bool exists() const { return depth_ == path_.size(); }
    const TextPlace &place() const { return place_; }

    Result<std::vector<TextEdit>> set(std::string value, const DocumentNode &parsed) const {
        if (place_.alias && !exists())
            return text_failure(to_string(path_), "it stands in an alias; edit what the alias refers to");
        const bool flow = exists() ? place_.in_flow : place_.in_flow || place_.is_flow;
        const bool made =
            !exists() && (path_.size() - depth_ > 1 || place_.node->is_scalar() || place_.node->is_null());
        constexpr std::string_view kFlowMarks = ",[]{}";
        if ((flow || made) && parsed.is_scalar() && parsed.plain &&
            value.find_first_of(kFlowMarks) != std::string::npos) {
            value = quote_yaml(parsed.text); // it ends up between brackets
        }
        if ((parsed.is_map() || parsed.is_list()) && value.front() != '{' && value.front() != '[')
            value += '\n'; // block style
        if (exists() || (parsed.is_scalar() && is_short_form_key())) return replaced(value, flow);
        if (path_.size() - depth_ > 1) {
            if (value.find('\n') != std::string::npos) return text_failure(to_string(path_), "several lines do not fit here");
            value = nested(value, depth_ + 1);
        }
        return added(value, flow);
    }

    std::vector<TextEdit> remove() const {
        std::size_t depth = 0;
        const DocumentPath parent_path(path_.begin(), path_.end() - 1);
        const TextPlace parent = places_.find(parent_path, depth);
        const std::size_t count = parent.node->is_map() ? parent.node->entries.size() : parent.node->items.size();
        const std::size_t index = index_in(*parent.node);
        if (count == 1) return {{parent.value, only_child_text(parent)}};
        const bool last = index + 1 == count;
        if (parent.is_flow) {
            if (last) return {{{places_.child(parent, index - 1).value.end, place_.value.end}, ""}};
            return {{{place_.entry, places_.child(parent, index + 1).entry}, ""}};
        }
        const std::size_t start = places_.line_start(place_.entry);
        const bool own_line =
            text_.substr(start, place_.entry - start).find_first_not_of(" \t") == std::string_view::npos;
        if (!own_line) return {{{place_.entry, places_.child(parent, index + 1).entry}, ""}};
        std::size_t end = std::min(text_.find('\n', std::max(place_.value.end, place_.marker)), text_.size());
        end = std::min(end + 1, text_.size());
        return {{{start, end}, ""}};
    }

private:
    std::size_t index_in(const DocumentNode &parent) const {
        if (const auto *index = std::get_if<std::size_t>(&path_.back())) return *index;
        return static_cast<std::size_t>(parent.find(std::get<std::string>(path_.back())) - parent.entries.data());
    }

    static std::string only_child_text(const TextPlace &parent) { return parent.node->is_map() ? "{}" : "[]"; }

    bool is_short_form_key() const {
        if (depth_ + 1 != path_.size() || !place_.node->is_scalar()) return false;
        const auto *key = std::get_if<std::string>(&path_.back());
        return key && *key == short_form_key(DocumentPath(path_.begin(), path_.end() - 1));
    }

    /// The value under the steps from `depth` on, in flow style.
    std::string nested(const std::string &value, std::size_t depth) const {
        std::string out = value;
        for (std::size_t i = path_.size(); i > depth; --i) {
            const auto *key = std::get_if<std::string>(&path_[i - 1]);
            out = key ? fmt::format("{{{}: {}}}", quote_yaml(*key), out) : fmt::format("[{}]", out);
        }
        return out;
    }

    std::string step_text(const std::string &value) const {
        const auto *key = std::get_if<std::string>(&path_[depth_]);
        return key ? quote_yaml(*key) + ": " + value : value;
    }

    /// The lines of a value, each on its own line at a column.
    std::string lines_at(const std::string &value, std::size_t column) const {
        std::string out;
        for (std::size_t i = 0; i < value.size();) {
            const std::size_t end = std::min(value.find('\n', i), value.size());
            const std::string line = value.substr(i, end - i);
            out += line_break_ + (line.empty() ? "" : std::string(column, ' ') + line);
            i = end + 1;
        }
        return out;
    }

    Result<std::vector<TextEdit>> replaced(const std::string &value, bool flow) const {
        const Extent old = place_.value;
        const std::size_t key_line_end = places_.line_end(place_.marker);
        const bool same_line = old.begin <= key_line_end;
        if (value.find('\n') != std::string::npos) {
            if (flow || depth_ == 0) return text_failure(to_string(path_), "several lines do not fit between brackets");
            const std::string lines = lines_at(value, place_.column + 2);
            if (!same_line) return std::vector<TextEdit>{{{key_line_end, old.end}, lines}};
            const std::size_t rest = places_.line_end(old.end);
            return std::vector<TextEdit>{{{place_.marker, old.end}, ""}, {{rest, rest}, lines}};
        }
        if (old.begin == old.end) return std::vector<TextEdit>{{old, " " + value}};
        if (same_line) return std::vector<TextEdit>{{old, value}};
        // The old value began on a line of its own: the new one moves up behind the key.
        return std::vector<TextEdit>{{{place_.marker, place_.marker}, " " + value}, {{key_line_end, old.end}, ""}};
    }

    Result<std::vector<TextEdit>> added(const std::string &value, bool flow) const {
        const DocumentNode &node = *place_.node;
        const bool wants_map = std::holds_alternative<std::string>(path_[depth_]);
        if ((wants_map && node.is_map()) || (!wants_map && node.is_list())) {
            if (place_.is_flow) return added_in_flow(value);
            if (flow) return text_failure(to_string(path_), "the text around it is too unusual to be edited");
            return added_in_block(value);
        }
        if (value.find('\n') != std::string::npos) return text_failure(to_string(path_), "several lines do not fit here");
        const std::string inner = step_text(value);
        if (node.is_null()) {
            if (depth_ == 0) return std::vector<TextEdit>{{{text_.size(), text_.size()}, root_line(inner)}};
            const std::string made = wants_map ? fmt::format("{{{}}}", inner) : fmt::format("[{}]", inner);
            const Extent old = place_.value;
            return std::vector<TextEdit>{{old, fmt::format("{}{}", old.begin == old.end ? " " : "", made)}};
        }
        const std::string key =
            short_form_key(DocumentPath(path_.begin(), path_.begin() + static_cast<std::ptrdiff_t>(depth_)));
        const std::string old(text_.substr(place_.value.begin, place_.value.end - place_.value.begin));
        return std::vector<TextEdit>{{place_.value, fmt::format("{{{}: {}, {}}}", key, old, inner)}};
    }

    std::string root_line(const std::string &line) const {
        const bool at_line_start = text_.empty() || text_.back() == '\n';
        return (at_line_start ? "" : line_break_) + line + line_break_;
    }

    Result<std::vector<TextEdit>> added_in_flow(const std::string &value) const {
        if (value.find('\n') != std::string::npos)
            return text_failure(to_string(path_), "several lines do not fit between brackets");
        const std::size_t count = place_.node->entries.size() + place_.node->items.size();
        const std::string inner = step_text(value);
        if (count == 0) return std::vector<TextEdit>{{{place_.value.begin + 1, place_.value.begin + 1}, inner}};
        const std::size_t end = places_.child(place_, count - 1).value.end;
        const std::size_t next = places_.skip_blank(end, true);
        if (next < text_.size() && text_[next] == ',') return std::vector<TextEdit>{{{next + 1, next + 1}, " " + inner}};
        return std::vector<TextEdit>{{{end, end}, ", " + inner}};
    }

    Result<std::vector<TextEdit>> added_in_block(const std::string &value) const {
        const std::size_t count = place_.node->entries.size() + place_.node->items.size();
        const TextPlace first = places_.child(place_, 0);
        const TextPlace last = places_.child(place_, count - 1);
        const std::size_t at = places_.line_end(std::max(last.value.end, last.marker));
        const bool lines = value.find('\n') != std::string::npos;
        std::string text = line_break_ + std::string(first.column, ' ');
        if (place_.node->is_map()) {
            const std::string key = quote_yaml(std::get<std::string>(path_[depth_]));
            text += lines ? key + ":" + lines_at(value, first.column + 2) : key + ": " + value;
        } else {
            text += "- " +
                    (lines ? lines_at(value, first.column + 2).substr(line_break_.size() + first.column + 2) : value);
        }
        return std::vector<TextEdit>{{{at, at}, text}};
    }

    std::string_view text_;
    DocumentNodePtr root_;
    DocumentPath path_;
    TextPlaces places_;
    std::size_t depth_ = 0;
    TextPlace place_;
    std::string line_break_;
};

} // namespace

Result<std::string> set_in_text(std::string_view text, std::string_view path, std::string_view value_yaml) {
    const auto steps = parse_path(path);
    if (!steps) return text_failure(path, "not a path");
    const Result<DocumentNodePtr> root = parsed_root(text);
    if (!root) return root.failure();
    while (value_yaml.ends_with('\n') || value_yaml.ends_with('\r'))
        value_yaml.remove_suffix(1);
    const Result<DocumentNodePtr> value = parsed_root(value_yaml);
    if (!value) return text_failure(path, "not a value: " + value.failure().issues.front().message);
    const Result<DocumentNodePtr> wanted = with_value(root.value(), *steps, value.value());
    if (!wanted) return wanted.failure();
    const Result<std::vector<TextEdit>> edits =
        Editor(text, root.value(), *steps).set(std::string(value_yaml), *value.value());
    if (!edits) return edits.failure();
    return verified_edits(text, edits.value(), *wanted.value(), path);
}

Result<std::string> remove_from_text(std::string_view text, std::string_view path) {
    const auto steps = parse_path(path);
    if (!steps) return text_failure(path, "not a path");
    const Result<DocumentNodePtr> root = parsed_root(text);
    if (!root) return root.failure();
    const Result<DocumentNodePtr> wanted = without_value(root.value(), *steps);
    if (!wanted) return wanted.failure();
    const Editor editor(text, root.value(), *steps);
    if (!editor.exists()) return text_failure(path, "it stands in an alias; edit what the alias refers to");
    return verified_edits(text, editor.remove(), *wanted.value(), path);
}

std::string get_from_text(std::string_view text, std::string_view path) {
    const auto steps = parse_path(path);
    const Result<Document> document = parse_document(text);
    if (!steps || !document) return {};
    std::size_t depth = 0;
    const TextPlace place = TextPlaces(text, document.value().root).find(*steps, depth);
    const std::string written(text.substr(place.value.begin, place.value.end - place.value.begin));
    if (depth == steps->size()) return written;
    const auto *key = std::get_if<std::string>(&steps->back());
    const DocumentPath above(steps->begin(), steps->end() - 1);
    const bool short_form =
        depth + 1 == steps->size() && place.node->is_scalar() && key && *key == short_form_key(above);
    return short_form ? written : std::string();
}

} // namespace halfopen
