// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "engine/files/scenario_reader.h"

#include <fmt/format.h>

#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>

namespace halfopen::cli {

std::string seed_issue(const std::string &text) {
    std::uint64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole ? std::string() : "expected a whole number from 0 to 18446744073709551615, got \"" + text + '"';
}

void add_scenario_arguments(CLI::App &command, ScenarioArguments &arguments) {
    command.add_option("FILE", arguments.file, "The scenario: NAME.scenario.yaml")->required();
    command.add_option("--seed", arguments.seed, "Another luck than the scenario's own")
        ->check(CLI::Validator(seed_issue, "0 to 2^64 - 1"));
    command.add_option("--set", arguments.sets, "PATH=VALUE: changes one value of the scenario; may be repeated")
        ->type_name("PATH=VALUE")
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
