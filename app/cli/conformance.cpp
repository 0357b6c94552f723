// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "engine/files/conformance.h"

#include <fmt/format.h>

#include <memory>

namespace halfopen::cli {

namespace {

/// What could not be judged weighs more than a difference.
int conformance(const std::vector<std::string> &files) {
    int status = Exit::done;
    for (const std::string &file : files) {
        const Result<ConformanceResult> result = run_conformance(file);
        if (!result) {
            const int failed = report(result.failure(), file);
            if (status != Exit::bad_input) status = failed;
            continue;
        }
        const ConformanceResult &found = result.value();
        std::string text = fmt::format("{}: passed {} of {}\n", file, found.passed, found.total);
        if (!found.first_difference.empty()) {
            text += "  first difference: " + found.first_difference + '\n';
            if (status == Exit::done) status = Exit::said_no;
        }
        if (const int printed = print(text); printed != Exit::done) return printed;
    }
    return status;
}

} // namespace

void add_conformance(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand("conformance", "Replays recorded behaviour of real libraries");
    auto files = std::make_shared<std::vector<std::string>>();
    command->add_option("FILE", *files, "Vectors, a JSON object a line")->required();
    command->callback([files, &status] { status = conformance(*files); });
}

} // namespace halfopen::cli
