// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "engine/files/document_path.h"
#include "engine/files/quantities.h"
#include "engine/files/scenario_reader.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>

namespace halfopen::cli {

std::string exits_text() {
    return "Exit status: 0 done, 1 a check said no, 2 usage, 65 bad input file, 74 a file that is missing,\n"
           "unreadable or not writable, 75 interrupted (Ctrl-C) or out of memory: try again.";
}

void add_seed(CLI::App &command, std::optional<std::uint64_t> &seed, const std::string &about) {
    // CLI11 alone would cut a number that is too long down without a word.
    const auto issue = [](const std::string &text) {
        if (parse_seed(text)) return std::string();
        return fmt::format("expected a whole number from {}, got \"{}\"", kSeedRange, text);
    };
    command.add_option("--seed", seed, about)->type_name("N")->check(CLI::Validator(issue, ""));
}

CLI::Option *within(CLI::Option *option, std::int64_t low, std::int64_t high) {
    const auto issue = [low, high](const std::string &text) {
        const std::optional<std::int64_t> value = parse_integer(text);
        if (value && *value >= low && *value <= high) return std::string();
        return fmt::format("expected a whole number from {} to {}, got \"{}\"", low, high, text);
    };
    return option->type_name("N")->check(CLI::Validator(issue, fmt::format("{} to {}", low, high)));
}

void add_scenario_arguments(CLI::App &command, ScenarioArguments &arguments) {
    command.add_option("FILE", arguments.file, "The scenario: NAME.scenario.yaml")->required();
    add_seed(command, arguments.seed, "Another seed of the random numbers than the scenario's own");
    add_sets(command, "--set", arguments.sets, "Changes one value of the scenario; may be repeated");
}

void add_sets(CLI::App &command, const std::string &name, std::vector<std::string> &sets, const std::string &about) {
    const auto issue = [](const std::string &text) {
        const std::size_t equals = text.find('=');
        if (equals != std::string::npos && parse_path(std::string_view(text).substr(0, equals))) return std::string();
        return "expected PATH=VALUE such as policies.vision.timeout=5s, got \"" + text + '"';
    };
    command.add_option(name, sets, about)
        ->type_name("PATH=VALUE")
        ->check(CLI::Validator(issue, ""))
        ->take_all()
        ->allow_extra_args(false);
}

std::optional<Scenario> load(const ScenarioArguments &arguments, int &status) {
    Result<Scenario> scenario = load_scenario(arguments.file, arguments.sets);
    if (!scenario) {
        status = report(scenario.failure(), arguments.file);
        return std::nullopt;
    }
    Scenario value = std::move(scenario).value();
    if (arguments.seed) value.seed = *arguments.seed;
    return value;
}

int report(const Failure &failure, const std::string &file) {
    for (const Issue &issue : failure.issues)
        std::fprintf(stderr, "%s\n", describe(issue, file).c_str());
    switch (failure.kind) {
    case Failure::Kind::bad_input: return Exit::bad_input;
    case Failure::Kind::no_file: return Exit::no_file;
    case Failure::Kind::stopped: break;
    }
    return Exit::try_again;
}

void complain(const std::string &message) { std::fprintf(stderr, "halfopen-cli: %s\n", message.c_str()); }

int print(const std::string &text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (written) return Exit::done;
    complain(fmt::format("the result cannot be written: {}", std::strerror(errno)));
    return Exit::no_file;
}

} // namespace halfopen::cli
