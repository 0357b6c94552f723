// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "engine/files/scenario_reader.h"

#include <algorithm>
#include <memory>

namespace halfopen::cli {

namespace {

struct CheckArguments {
    std::vector<std::string> files;
    std::vector<std::string> sets;
};

/// A bad file weighs more than a missing one.
int check(const CheckArguments &arguments) {
    int status = Exit::done;
    for (const std::string &file : arguments.files) {
        std::vector<Issue> advice;
        const Result<Scenario> scenario = load_scenario(file, arguments.sets, &advice);
        if (scenario) {
            std::string text = file + ": ok\n";
            for (const Issue &issue : advice) text += describe(issue, file) + '\n';
            if (const int printed = print(text); printed != Exit::done) return printed;
            continue;
        }
        const int found = report(scenario.failure(), file);
        if (status != Exit::bad_input) status = found;
    }
    return status;
}

} // namespace

void add_check(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand("check", "Says everything that is wrong with scenarios");
    auto arguments = std::make_shared<CheckArguments>();
    command->add_option("FILE", arguments->files, "Scenarios: NAME.scenario.yaml")->required();
    add_sets(*command, "--set", arguments->sets, "Changes one value before the check; may be repeated");
    command->callback([arguments, &status] { status = check(*arguments); });
}

} // namespace halfopen::cli
