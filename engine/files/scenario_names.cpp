// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_names.h"

#include "engine/files/document_path.h"
#include "engine/files/quantities.h"
#include "engine/files/text_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace halfopen {

namespace {

/// One place that holds the name.
struct Use {
    DocumentPath path;
    bool key = false;      ///< the last step is the name
    std::string rewritten; ///< what stands there once it is another one
};

using Steps = std::vector<std::string>;

/// "chain[].service" has the steps "chain", "[]" and "service".
Steps steps_of(const std::string &pattern) {
    Steps steps;
    std::string step;
    for (const char c : pattern + '.') {
        if ((c == '.' || c == '[') && !step.empty()) steps.push_back(std::exchange(step, {}));
        if (c != '.') step += c;
    }
    return steps;
}

bool fits(const Steps &pattern, const DocumentPath &path) {
    if (pattern.size() != path.size()) return false;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const auto *key = std::get_if<std::string>(&path[i]);
        if (key ? pattern[i] != "*" && pattern[i] != *key : pattern[i] != "[]") return false;
    }
    return true;
}

/// Walks through a document and finds the places that hold a name.
class Uses {
public:
    Uses(Named what, std::string from, std::string to) : what_(what), from_(std::move(from)), to_(std::move(to)) {
        for (const NamePattern &pattern : patterns_of_names(what)) {
            (pattern.key ? keys_ : values_).push_back(steps_of(pattern.path));
        }
    }

    std::vector<Use> in(const DocumentNode &root) {
        walk(root);
        return std::move(uses_);
    }

private:
    static bool any_fits(const std::vector<Steps> &patterns, const DocumentPath &path) {
        return std::any_of(patterns.begin(), patterns.end(), [&](const Steps &p) { return fits(p, path); });
    }

    void walk(const DocumentNode &node) {
        if (node.is_scalar() && node.text == from_ && any_fits(values_, path_)) uses_.push_back({path_, false, to_});
        for (const DocumentNode::Entry &entry : node.entries) {
            path_.emplace_back(entry.key);
            if (entry.key == from_ && any_fits(keys_, path_)) uses_.push_back({path_, true, to_});
            walk(*entry.value);
            path_.pop_back();
        }
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            path_.emplace_back(i);
            if (path_.size() == 2 && std::get<std::string>(path_[0]) == "edits") of_edit(*node.items[i].value);
            walk(*node.items[i].value);
            path_.pop_back();
        }
    }

    /// An edit names things in the path that it sets, and perhaps in what it sets it to.
    void of_edit(const DocumentNode &edit) {
        const DocumentNode::Entry *set = edit.find("set"), *to = edit.find("to");
        auto target = set && set->value->is_scalar() ? parse_path(set->value->text) : std::nullopt;
        if (!target) return;
        if (to && to->value->is_scalar() && to->value->text == from_ && any_fits(values_, *target)) add("to", to_);
        bool changed = false;
        for (std::size_t i = 0; i < target->size(); ++i) {
            auto *key = std::get_if<std::string>(&(*target)[i]);
            if (!key || *key != from_) continue;
            const DocumentPath above(target->begin(), target->begin() + static_cast<std::ptrdiff_t>(i) + 1);
            const bool defined = i == 1 && std::get<std::string>((*target)[0]) == section_of(what_);
            if (!defined && !any_fits(keys_, above)) continue;
            *key = to_;
            changed = true;
        }
        if (changed) add("set", to_string(*target));
    }

    void add(const char *key, const std::string &rewritten) {
        DocumentPath path = path_;
        path.emplace_back(std::string(key));
        uses_.push_back({std::move(path), false, rewritten});
    }

    Named what_;
    std::string from_, to_;
    std::vector<Steps> values_, keys_;
    std::vector<Use> uses_;
    DocumentPath path_;
};

/// The document with one key called otherwise.
DocumentNodePtr with_key(const DocumentNodePtr &root, const DocumentPath &path, const std::string &to) {
    const DocumentPath above(path.begin(), path.end() - 1);
    const DocumentNodePtr map = node_at(root, above);
    if (!map) return root;
    DocumentNode changed = *map;
    for (DocumentNode::Entry &entry : changed.entries) {
        if (entry.key == std::get<std::string>(path.back())) entry.key = to;
    }
    const auto result = with_value(root, above, std::make_shared<const DocumentNode>(std::move(changed)));
    return result ? result.value() : root;
}

DocumentNodePtr scalar(const std::string &text) {
    DocumentNode node;
    node.kind = DocumentNode::Kind::scalar;
    node.text = text;
    return std::make_shared<const DocumentNode>(std::move(node));
}

} // namespace

std::string section_of(Named what) {
    switch (what) {
    case Named::service: return "services";
    case Named::policy: return "policies";
    case Named::operation: return "operations";
    case Named::kind: break;
    }
    return "kinds";
}

const std::vector<NamePattern> &patterns_of_names(Named what) {
    static const std::vector<NamePattern> services = {{"operations.*.chain[]"},  {"operations.*.chain[].service"},
                                                      {"services.*.calls[]"},    {"services.*.calls[].service"},
                                                      {"inputs.*.fails_at[]"},   {"policies.*.error_recovery.fallback_tools[]"},
                                                      {"faults[].service"}};
    static const std::vector<NamePattern> policies = {{"operations.*.chain[].policy"}, {"services.*.calls[].policy"}};
    static const std::vector<NamePattern> operations = {{"workloads[].operation"}};
    static const std::vector<NamePattern> kinds = {{"services.*.availability.kind"},
                                                   {"policies.*.retry.kinds[]"},
                                                   {"operations.*.fallback_kinds[]"},
                                                   {"operations.*.healing.kinds[]"},
                                                   {"operations.*.healing.retry.kinds[]"},
                                                   {"faults[].outage"},
                                                   {"faults[].availability.kind"},
                                                   {"inputs.*", true},
                                                   {"services.*.failures.*", true},
                                                   {"services.*.profile[].failures.*", true},
                                                   {"services.*.billing.*", true},
                                                   {"policies.*.retry.per_kind.*", true},
                                                   {"operations.*.healing.remedies.*", true},
                                                   {"operations.*.healing.retry.per_kind.*", true},
                                                   {"faults[].failures.*", true},
                                                   {"faults[].add_failures.*", true}};
    switch (what) {
    case Named::service: return services;
    case Named::policy: return policies;
    case Named::operation: return operations;
    case Named::kind: break;
    }
    return kinds;
}

std::vector<std::string> uses_of_name(std::string_view text, Named what, std::string_view name) {
    const Result<DocumentNodePtr> root = parsed_root(text);
    std::vector<std::string> paths;
    if (!root) return paths;
    for (const Use &use : Uses(what, std::string(name), std::string(name)).in(*root.value()))
        paths.push_back(to_string(use.path));
    return paths;
}

Result<std::string> rename_in_text(std::string_view text, Named what, std::string_view from, std::string_view to) {
    const Result<DocumentNodePtr> root = parsed_root(text);
    if (!root) return root.failure();
    const DocumentPath path = {section_of(what), std::string(from)};
    const std::string shown = to_string(path);
    if (!node_at(root.value(), path)) return text_failure(shown, "there is nothing of this name");
    const DocumentNodePtr section = node_at(root.value(), {path.front()});
    if (from != to && section->find(to)) return text_failure(shown, fmt::format("the name {} is taken", to));
    std::vector<Use> uses = Uses(what, std::string(from), std::string(to)).in(*root.value());
    uses.push_back({path, true, std::string(to)});
    const TextPlaces places(text, root.value());
    std::vector<TextEdit> edits;
    DocumentNodePtr wanted = root.value();
    // Values first, then the innermost keys, so that each path still leads where it led.
    std::stable_sort(uses.begin(), uses.end(), [](const Use &a, const Use &b) {
        return a.key != b.key ? b.key : a.key && a.path.size() > b.path.size();
    });
    for (const Use &use : uses) {
        std::size_t depth = 0;
        const TextPlace place = places.find(use.path, depth);
        if (use.key) {
            wanted = with_key(wanted, use.path, use.rewritten);
        } else {
            const auto changed = with_value(wanted, use.path, scalar(use.rewritten));
            if (!changed) return changed.failure();
            wanted = changed.value();
        }
        if (depth < use.path.size()) continue; // within an alias: what it refers to is edited
        const Extent key{place.entry, text.find_last_not_of(" \t", place.marker - 2) + 1};
        const Extent extent = use.key ? key : place.value;
        if (!place.alias || use.key) edits.push_back({extent, quote_yaml(use.rewritten)});
    }
    return verified_edits(text, edits, *wanted, shown);
}

} // namespace halfopen
