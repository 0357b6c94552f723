// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <cstdio>
#include <exception>

int main(int argc, char **argv) {
    using namespace halfopen;
    CLI::App app{"Halfopen, a flight simulator for resilience policies"};
    app.name("halfopen-cli");
    app.set_version_flag("--version", "halfopen " HALFOPEN_VERSION);
    app.require_subcommand(1);
    app.footer("Exit status: 0 done, 1 a check said no, 2 usage, 65 bad input file, 74 a file that is missing,\n"
               "unreadable or not writable, 75 try again.");
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
    cli::catch_interrupts();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? cli::Exit::done : cli::Exit::usage;
    } catch (const std::exception &error) { // memory above all
        cli::complain(error.what());
        return cli::Exit::try_again;
    }
    return status;
}
