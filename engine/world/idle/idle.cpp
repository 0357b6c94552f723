// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/idle/idle.h"

#include <algorithm>
#include <array>

#include "engine/world/idle/rules.h"

namespace halfopen {

namespace {

using Entries = std::vector<IdleFound::Entry>;

void look(const IdleScene &scene, std::span<const IdleRule> rules, IdleFound &found) {
    for (const IdleRule &rule : rules) {
        found.of_rule(rule.id);
        rule.check(scene, found);
    }
}

Entries idle_in(const IdleScene &scene) {
    IdleFound found;
    for (const auto rules : {idle_reach_rules(), idle_service_rules(), idle_retry_rules(), idle_time_rules(),
                             idle_guard_rules(), idle_operation_rules(), idle_fault_rules()}) {
        look(scene, rules, found);
    }
    return found.entries();
}

/// An edit may be what a setting is there for: it is idle only if it stays so after each edit of the run.
void keep_what_stays(Entries &entries, const IdleScene &scene) {
    for (const Edit &edit : scene.scenario().edits) {
        if (edit.at >= scene.run_end()) continue;
        const IdleScene then(*edit.after);
        const Entries later = idle_in(then);
        std::erase_if(entries, [&](const IdleFound::Entry &e) {
            return std::none_of(later.begin(), later.end(), [&](const IdleFound::Entry &l) {
                return l.rule == e.rule && l.path == e.path;
            });
        });
    }
}

} // namespace

std::vector<Issue> idle_settings(const Scenario &scenario) {
    const IdleScene scene(scenario);
    Entries entries = idle_in(scene);
    keep_what_stays(entries, scene);
    IdleFound edits;
    look(scene, idle_edit_rules(), edits);
    entries.insert(entries.end(), edits.entries().begin(), edits.entries().end());
    std::vector<Issue> out;
    for (IdleFound::Entry &entry : entries) {
        Issue issue{std::move(entry.path), std::move(entry.message), {}, Issue::Severity::advice};
        if (std::find(out.begin(), out.end(), issue) == out.end()) out.push_back(std::move(issue));
    }
    return out;
}

} // namespace halfopen
