// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "engine/files/scenario_keys.h"
#include "engine/files/scenario_reference.h"
#include "engine/files/text_table.h"

#include <memory>

namespace halfopen::cli {

namespace {

int keys(bool markdown) {
    if (markdown) return print(scenario_reference_markdown());
    TextTable table({"key", "type", "range", "when left out"}, 4);
    for (const KeyDoc &key : scenario_keys())
        table.add({key.path, key.type, key.range, key.fallback});
    return print(table.text(""));
}

} // namespace

void add_keys(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand("keys", "Prints every key of the scenario file");
    auto markdown = std::make_shared<bool>(false);
    command->add_flag("--markdown", *markdown, "Prints the page resources/scenario-format.md");
    command->callback([markdown, &status] { status = keys(*markdown); });
}

} // namespace halfopen::cli
