// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "engine/files/lint_report.h"

#include <algorithm>
#include <memory>

namespace halfopen::cli {

namespace {

struct LintArguments {
    ScenarioArguments scenario;
    bool json = false;
};

int lint_file(const LintArguments &arguments) {
    int status = Exit::done;
    const std::optional<Scenario> scenario = load(arguments.scenario, status);
    if (!scenario) return status;
    const std::vector<Advice> advice = lint(*scenario);
    const std::string &file = arguments.scenario.file;
    status = print(arguments.json ? lint_json(file, advice) : lint_text(file, advice));
    if (status != Exit::done) return status;
    const bool contradicts = std::any_of(advice.begin(), advice.end(), [](const Advice &a) {
        return a.kind == AdviceKind::contradiction;
    });
    return contradicts ? Exit::said_no : Exit::done;
}

} // namespace

void add_lint(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand("lint", "Gives advice on a scenario, with figures worked out from it");
    auto arguments = std::make_shared<LintArguments>();
    command->add_option("FILE", arguments->scenario.file, "The scenario: NAME.scenario.yaml")->required();
    add_sets(*command, "--set", arguments->scenario.sets, "Changes one value first; may be repeated");
    command->add_flag("--json", arguments->json, "Prints one JSON object");
    command->footer("Settings that contradict each other (kind contradiction) are a check that said no, mere advice is not.\n" +
                    exits_text());
    command->callback([arguments, &status] { status = lint_file(*arguments); });
}

} // namespace halfopen::cli
