// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/read_edits.h"

#include "engine/files/quantities.h"
#include "engine/files/scenario_tables.h"
#include "engine/files/text_checks.h"
#include "engine/files/value_keys.h"
#include "engine/world/shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

namespace halfopen {

namespace {

constexpr std::size_t kEditsMax = 10'000;
/// Values read over all edits, each of which reads the whole document again.
constexpr std::size_t kEditedNodesMax = 20'000'000;

/// What an edit may be made below; everything else holds for the whole run.
const std::vector<std::string> kSections = {"kinds",      "inputs",    "services", "policies",
                                            "operations", "workloads", "faults"};

/// The path of an edit, or an issue at `node` and nothing.
std::optional<DocumentPath> path_of_edit(Reading &reading, const DocumentNode &node, const std::string &text,
                                         const DocumentNode &root) {
    auto path = parse_path(text);
    if (!path) {
        reading.expected(node, "a path such as policies.vision.breaker.open_for");
        return std::nullopt;
    }
    const std::string section = to_string(DocumentPath{path->front()});
    if (std::find(kSections.begin(), kSections.end(), section) == kSections.end()) {
        const DocumentNode::Entry *known = root.find(section);
        if (known == nullptr || section == "edits")
            reading.unknown(node.at, "section", section, kSections);
        else
            reading.error(node, section + " holds for the whole run; no edit can change it");
        return std::nullopt;
    }
    if (const auto slip = check_named(root, *path)) {
        reading.error(node, slip->path + ": " + slip->message);
        return std::nullopt;
    }
    return path;
}

/// Makes edits one after another.
class EditMaker {
public:
    EditMaker(Reading &reading, DocumentNodePtr document, const Scenario &scenario, const ReadDocument &read)
        : reading_(reading), document_(std::move(document)), scenario_(scenario), read_(read) {}

    /// `item` is the edit as it stands in the file.
    void make(const DocumentNode &item, Edit &edit) {
        const DocumentNode::Entry &set = *item.find("set");
        const DocumentNode::Entry &to = *item.find("to");
        std::optional<DocumentPath> path;
        {
            const Reading::Step step(reading_, set);
            path = path_of_edit(reading_, *set.value, edit.path, *document_);
        }
        if (!path) return;
        const Reading::Step step(reading_, to);
        Result<DocumentNodePtr> changed = with_value(document_, *path, without_places(*to.value));
        if (!changed) return tell(*to.value, changed.failure().issues);
        Reading again = reading_.again();
        auto after = std::make_shared<Scenario>(read_(again, *changed.value()));
        if (!again.issues().empty()) return tell(*to.value, again.issues());
        if (const auto difference = shape_difference(scenario_, *after)) return tell(*to.value, {*difference});
        document_ = std::move(changed).value();
        edit.after = std::move(after);
    }

private:
    /// The issues of the changed scenario, at the place of the edit.
    void tell(const DocumentNode &node, const std::vector<Issue> &issues) {
        for (const Issue &issue : issues) {
            reading_.error(node, issue.path.empty() ? issue.message : issue.path + ": " + issue.message);
        }
    }

    Reading &reading_;
    DocumentNodePtr document_; ///< with all edits so far
    const Scenario &scenario_;
    const ReadDocument &read_;
};

} // namespace

const KeyTable<Edit> &edit_keys() {
    static const KeyTable<Edit> table = {
        duration_key("at", &Edit::at, kAnyDuration, "When it is made.").fallback(""),
        text_key("set", &Edit::path, "The path of what is changed, such as policies.vision.breaker.open_for."),
        custom_key<Edit>("to", "any value", "", "The new value, as it would stand in the file.",
                         [](Reading &, const DocumentNode &node, Edit &out) { out.value = flow_text(node); }),
    };
    return table;
}

void read_edits(Reading &reading, const DocumentNode &node, Scenario &out) {
    read_list(reading, node, "a list of edits", out.edits, [&](const DocumentNode &item, Edit &edit) {
        if (read_map(reading, item, edit_keys(), edit)) require_keys(reading, item, {"at", "set", "to"});
    });
    if (out.edits.size() > kEditsMax) reading.error(node, fmt::format("more than {} edits", kEditsMax));
}

std::optional<Issue> check_named(const DocumentNode &root, const DocumentPath &path) {
    const std::string *section = std::get_if<std::string>(&path.front());
    const bool named = section && (*section == "services" || *section == "policies" || *section == "operations");
    if (!named || path.size() < 3 || !std::holds_alternative<std::string>(path[1])) return std::nullopt;
    const DocumentNode::Entry *list = root.is_map() ? root.find(*section) : nullptr;
    std::vector<std::string> names;
    if (list && list->value->is_map()) {
        for (const DocumentNode::Entry &entry : list->value->entries)
            names.push_back(entry.key);
    }
    const std::string &name = std::get<std::string>(path[1]);
    if (std::find(names.begin(), names.end(), name) != names.end()) return std::nullopt;
    const std::string nearest = nearest_name(name, names);
    return Issue{*section + "." + name,
                 "the file has nothing of this name" + (nearest.empty() ? "" : "; did you mean " + nearest + "?"),
                 {}};
}

void make_edits(Reading &reading, const DocumentNodePtr &root, Scenario &scenario, const ReadDocument &read) {
    if (scenario.edits.empty()) return;
    const DocumentNode::Entry &list = *root->find("edits");
    const Reading::Step below(reading, list);
    if (scenario.edits.size() * root->nodes > kEditedNodesMax) {
        reading.error(*list.value, fmt::format("too many edits for a file with {} values", root->nodes));
        return;
    }
    std::vector<std::size_t> order(scenario.edits.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return scenario.edits[a].at < scenario.edits[b].at; });
    std::vector<Edit> edits = std::exchange(scenario.edits, {});
    EditMaker maker(reading, without_value(root, {std::string("edits")}).value(), scenario, read);
    std::vector<Edit> made;
    for (const std::size_t i : order) {
        const DocumentNode &item = *list.value->items[i].value;
        const Reading::Step step(reading, i, item);
        maker.make(item, edits[i]);
        made.push_back(std::move(edits[i]));
    }
    scenario.edits = std::move(made);
}

} // namespace halfopen
