// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

int main(int argc, char** argv)
{
    CLI::App app{"Halfopen, a flight simulator for resilience policies"};
    app.name("halfopen-cli");
    app.set_version_flag("--version", "halfopen " HALFOPEN_VERSION);
    CLI11_PARSE(app, argc, argv);
    return 0;
}
