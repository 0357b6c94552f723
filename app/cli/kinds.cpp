// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "engine/files/scenario_reader.h"
#include "engine/files/text_table.h"

#include <memory>

namespace halfopen::cli {

namespace {

std::string table_of(const ErrorMatrix &matrix) {
    const auto yes_no = [](bool yes) { return std::string(yes ? "yes" : "no"); };
    TextTable table({"kind", "class", "shows", "retry", "fallback", "breaker", ""}, 7);
    for (int i = 1; i < matrix.size(); ++i) {
        const auto kind = static_cast<Outcome>(i);
        const KindRule &rule = matrix[kind];
        if (rule.name.empty()) continue;
        const bool refusal = is_refusal(kind);
        table.add({rule.name, std::string(name_of(rule.failure_class)),
                   refusal ? "at the caller" : std::string(name_of(rule.shows)), yes_no(rule.retry),
                   yes_no(rule.fallback), std::string(name_of(rule.breaker)), rule.built_in ? "" : "of the scenario"});
    }
    return table.text("");
}

int kinds(const std::string &file) {
    if (file.empty()) return print(table_of(ErrorMatrix{}));
    const Result<Scenario> scenario = load_scenario(file);
    return scenario ? print(table_of(scenario.value().kinds)) : report(scenario.failure(), file);
}

} // namespace

void add_kinds(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand("kinds", "Prints the error matrix in force");
    auto file = std::make_shared<std::string>();
    command->add_option("FILE", *file, "A scenario that refines the matrix or adds to it");
    command->callback([file, &status] { status = kinds(*file); });
}

} // namespace halfopen::cli
