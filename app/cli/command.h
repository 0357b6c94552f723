// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "engine/base/issue.h"
#include "engine/sim/simulation.h"
#include "engine/world/scenario.h"

// What the commands of halfopen-cli share. Results go to stdout, everything else to stderr.
namespace halfopen::cli {

/// Exit statuses; part of the contract.
enum Exit : int { done = 0, said_no = 1, usage = 2, bad_input = 65, no_file = 74, try_again = 75 };

// Each command adds itself to the program; its exit status is put into `status` when it was the one that was
// asked for.
void add_run(CLI::App &app, int &status);
void add_check(CLI::App &app, int &status);
void add_explain(CLI::App &app, int &status);
void add_keys(CLI::App &app, int &status);
void add_kinds(CLI::App &app, int &status);
void add_bench(CLI::App &app, int &status);
void add_conformance(CLI::App &app, int &status);
void add_compare(CLI::App &app, int &status);
void add_lint(CLI::App &app, int &status);
void add_landmarks(CLI::App &app, int &status);
void add_fit(CLI::App &app, int &status);
void add_replay(CLI::App &app, int &status);

/// What the exit statuses mean, for the help.
std::string exits_text();

/// The scenario that a command works on.
struct ScenarioArguments {
    std::string file;
    std::vector<std::string> sets; ///< PATH=VALUE
    std::optional<std::uint64_t> seed;
};
/// The option --seed: any whole number of 64 bits.
void add_seed(CLI::App &command, std::optional<std::uint64_t> &seed, const std::string &about);
/// Lets an option take whole numbers from `low` to `high` only, and says so in the help.
CLI::Option *within(CLI::Option *option, std::int64_t low, std::int64_t high);
void add_scenario_arguments(CLI::App &command, ScenarioArguments &arguments);
/// An option that may be repeated and takes PATH=VALUE; anything else is a fault of usage.
void add_sets(CLI::App &command, const std::string &name, std::vector<std::string> &sets, const std::string &about);
/// Loads it, with the overrides. Prints what is wrong and gives nothing; `status` then holds the exit status.
std::optional<Scenario> load(const ScenarioArguments &arguments, int &status);

/// Prints every issue of a failure to stderr and gives the exit status that belongs to it.
int report(const Failure &failure, const std::string &file);
/// Prints one line to stderr: "halfopen-cli: ...".
void complain(const std::string &message);
/// Writes to stdout. Gives the exit status: done, or no_file when stdout cannot be written.
int print(const std::string &text);

/// Advances a simulation to its end or to `until`, with progress on a terminal. False when Ctrl-C came.
bool advance_all(Simulation &simulation, SimTime until, RecordSink &sink, Duration length,
                 const std::function<bool()> &enough = {});
/// Whether Ctrl-C (or a request to end) has come since the program began.
bool interrupted();
void catch_interrupts();

} // namespace halfopen::cli
