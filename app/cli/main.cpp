// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <exception>

namespace halfopen::cli {

namespace {

std::string guess_at(const std::string &wrong, const std::vector<std::string> &known) {
    const std::string near = nearest_name(wrong, known);
    return near.empty() ? std::string() : fmt::format("; did you mean {}?", near);
}

/// What was typed that nothing takes, in words; "" when the parser's own words are better.
std::string misspelling(const CLI::App &app, int argc, char **argv) {
    const std::vector<CLI::App *> chosen = app.get_subcommands();
    if (chosen.empty()) {
        std::vector<std::string> commands;
        for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; }))
            commands.push_back(command->get_name());
        const std::string typed = argc > 1 ? argv[1] : "";
        if (typed.empty()) return {};
        if (typed.starts_with('-'))
            return fmt::format("expected a command before {}: {}", typed, fmt::join(commands, ", "));
        const std::string guess = guess_at(typed, commands);
        return fmt::format("there is no command \"{}\"{}", typed,
                           guess.empty() ? fmt::format("; known: {}", fmt::join(commands, ", ")) : guess);
    }
    std::vector<std::string> options;
    for (const CLI::Option *option : chosen.front()->get_options())
        for (const std::string &name : option->get_lnames())
            options.push_back("--" + name);
    for (int i = 2; i < argc; ++i) {
        const std::string typed = std::string(argv[i]).substr(0, std::string(argv[i]).find('='));
        if (!typed.starts_with("--") || std::find(options.begin(), options.end(), typed) != options.end()) continue;
        return fmt::format("{} has no option {}{}", chosen.front()->get_name(), typed, guess_at(typed, options));
    }
    return {};
}

/// Says what is wrong with the command line, or what was asked for (help, version).
int end_parsing(const CLI::App &app, const CLI::ParseError &error, int argc, char **argv) {
    const bool names = dynamic_cast<const CLI::ExtrasError *>(&error) || dynamic_cast<const CLI::RequiredError *>(&error);
    const std::string wrong = names ? misspelling(app, argc, argv) : std::string();
    if (wrong.empty()) return app.exit(error) == 0 ? Exit::done : Exit::usage;
    complain(wrong);
    std::fprintf(stderr, "Run with --help for more information.\n");
    return Exit::usage;
}

} // namespace

} // namespace halfopen::cli

int main(int argc, char **argv) {
    using namespace halfopen;
    CLI::App app{"Halfopen, a flight simulator for resilience policies\n"
                 "(The window, halfopen, has the workspace Lab; Learn, Tune and Replay are not built yet.)"};
    app.name("halfopen-cli");
    app.set_version_flag("--version", "halfopen " HALFOPEN_VERSION);
    app.require_subcommand(1);
    app.footer(cli::exits_text());
    int status = cli::Exit::done;
    cli::add_run(app, status);
    cli::add_compare(app, status);
    cli::add_check(app, status);
    cli::add_lint(app, status);
    cli::add_explain(app, status);
    cli::add_keys(app, status);
    cli::add_kinds(app, status);
    cli::add_bench(app, status);
    cli::add_conformance(app, status);
    cli::add_landmarks(app, status);
    cli::add_fit(app, status);
    cli::add_replay(app, status);
    cli::catch_interrupts();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return cli::end_parsing(app, error, argc, argv);
    } catch (const std::exception &error) { // memory above all
        cli::complain(error.what());
        return cli::Exit::try_again;
    }
    return status;
}
