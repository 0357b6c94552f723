// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/scenario_checker.h"
#include "engine/world/shape.h"

namespace halfopen {

void ScenarioChecker::edit(std::size_t index, const Edit &config) {
    const std::string path = fmt::format("edits[{}]", index);
    duration(path + ".at", config.at);
    if (index > 0 && config.at < scenario_.edits[index - 1].at) fail(path + ".at", phrase("Invalid", "edits must be in order of time"));
    if (!config.after) return fail(path, phrase("Invalid", "the scenario that then holds is missing"));
    if (!config.after->edits.empty()) fail(path, phrase("Invalid", "the scenario that then holds has edits of its own"));
    if (const auto difference = shape_difference(scenario_, *config.after)) {
        fail(path + ".to", phrase("Invalid", "{}: {}"), difference->path, difference->message);
    }
    Scenario alone = *config.after;
    alone.edits.clear();
    for (const Issue &issue : validate(alone)) {
        fail(path + ".to", phrase("Invalid", "{}: {}"), issue.path, issue.message);
    }
}

} // namespace halfopen
