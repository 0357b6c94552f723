// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/reading.h"

#include "engine/files/text_checks.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace halfopen {

std::string describe_value(const DocumentNode &node) {
    switch (node.kind) {
    case DocumentNode::Kind::map: return "a map";
    case DocumentNode::Kind::list: return "a list";
    case DocumentNode::Kind::null: return "nothing";
    case DocumentNode::Kind::scalar: break;
    }
    return in_quotes(node.text);
}

void Reading::error(const DocumentNode &node, std::string message) {
    // An empty value has no place of its own; one that was set from outside has none at all.
    error_at(node.is_null() ? position_of(path_) : node.at, std::move(message));
}

void Reading::error_at(Position at, std::string message) {
    if (issues_.size() < kIssuesMax) issues_.push_back(Issue{path_, std::move(message), at});
}

void Reading::file_error(const DocumentNode &node, const Failure &failure) {
    const std::size_t before = issues_.size();
    for (const Issue &issue : failure.issues)
        error(node, issue.message);
    if (failure.kind == Failure::Kind::no_file) missing_files_ += issues_.size() - before;
}

void Reading::expected(const DocumentNode &node, std::string_view what, std::string_view hint) {
    error(node, fmt::format("expected {}, got {}{}", what, describe_value(node), hint));
}

void Reading::unknown(Position at, std::string_view what, const std::string &name,
                      const std::vector<std::string> &known) {
    if (issues_.size() >= kIssuesMax) return; // the search below is not free
    const std::string near = nearest_name(name, known);
    std::string message = fmt::format("unknown {} {}", what, in_quotes(name));
    if (!near.empty())
        message += fmt::format("; did you mean {}?", near);
    else if (known.empty())
        message += "; none is known here";
    else if (known.size() <= 40)
        message += fmt::format("; known: {}", fmt::join(known, ", "));
    error_at(at, std::move(message));
}

std::optional<Outcome> Reading::kind_named(const std::string &name, Position at) {
    const std::optional<Outcome> found = kinds.find(name);
    if (!found) unknown(at, "failure kind", name, kinds.names());
    return found;
}

std::optional<Outcome> Reading::kind(const DocumentNode &node) {
    if (node.is_scalar()) return kind_named(node.text, node.at);
    expected(node, "a failure kind such as timeout");
    return std::nullopt;
}

Reading::Step::Step(Reading &reading, const DocumentNode::Entry &entry)
    : reading_(reading), length_(reading.path_.size()) {
    if (!reading_.path_.empty()) reading_.path_ += '.';
    reading_.path_ += entry.key;
    reading_.positions_.emplace(reading_.path_, entry.value->is_null() ? entry.key_at : entry.value->at);
}

Reading::Step::Step(Reading &reading, std::size_t index, const DocumentNode &item)
    : reading_(reading), length_(reading.path_.size()) {
    reading_.path_ += fmt::format("[{}]", index);
    reading_.positions_.emplace(reading_.path_, item.at);
}

namespace {

bool is_above(std::string_view above, std::string_view path) {
    if (!path.starts_with(above)) return false;
    return path.size() == above.size() || above.empty() || path[above.size()] == '.' || path[above.size()] == '[';
}

} // namespace

bool Reading::has_issue_near(const std::string &path) const {
    return std::any_of(issues_.begin(), issues_.end(),
                       [&](const Issue &issue) { return is_above(path, issue.path) || is_above(issue.path, path); });
}

Position Reading::position_of(std::string path) const {
    while (!path.empty()) {
        const auto known = positions_.find(path);
        if (known != positions_.end()) return known->second;
        const std::size_t cut = path.find_last_of(".[");
        path.resize(cut == std::string::npos ? 0 : cut);
    }
    return {};
}

} // namespace halfopen
