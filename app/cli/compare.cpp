// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/replicate.h"

#include "engine/files/comparison_report.h"
#include "engine/files/scenario_reader.h"
#include "engine/insight/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace halfopen::cli {

namespace {

struct CompareArguments {
    std::string file_a, file_b;
    std::vector<std::string> sets, sets_a, sets_b;
    std::optional<std::uint64_t> seed;
    int seeds = 30;
    int threads = 0;
    bool json = false;
};

ScenarioArguments side_of(const CompareArguments &arguments, bool is_a) {
    ScenarioArguments side;
    side.file = is_a ? arguments.file_a : arguments.file_b;
    side.sets = arguments.sets;
    const std::vector<std::string> &own = is_a ? arguments.sets_a : arguments.sets_b;
    side.sets.insert(side.sets.end(), own.begin(), own.end());
    return side;
}

std::optional<Scenario> load_side(const CompareArguments &arguments, bool is_a, int &status) {
    return load(side_of(arguments, is_a), status);
}

/// A run that did not end by itself makes its figures doubtful; the comparison is shown all the same.
int complain_of_stops(const std::vector<Metrics> &runs, const char *which) {
    const auto ended_badly = [](const Metrics &m) {
        return m.stop != StopReason::finished && m.stop != StopReason::drain_limit;
    };
    const auto count = std::count_if(runs.begin(), runs.end(), ended_badly);
    if (count == 0) return Exit::done;
    const auto first = std::find_if(runs.begin(), runs.end(), ended_badly);
    complain(fmt::format("{} of {} runs of {} were stopped early ({})", count, runs.size(), which,
                         name_of(first->stop)));
    return Exit::said_no;
}

std::string side_text(const CompareArguments &arguments, bool is_a) {
    const ScenarioArguments side = side_of(arguments, is_a);
    std::string text = side.file;
    for (const std::string &set : side.sets)
        text += " --set " + set;
    return text;
}

int compare(const CompareArguments &arguments) {
    int status = Exit::done;
    const std::optional<Scenario> a = load_side(arguments, true, status);
    int status_b = Exit::done;
    const std::optional<Scenario> b = load_side(arguments, false, status_b);
    if (!a || !b) return status != Exit::done ? status : status_b;

    const std::uint64_t first = arguments.seed.value_or(a->seed);
    std::vector<Replication> runs;
    for (int i = 0; i < arguments.seeds; ++i) {
        for (const Scenario *side : {&*a, &*b})
            runs.push_back({side, first + static_cast<std::uint64_t>(i)}); // seeds wrap around after 2^64 - 1
    }
    std::optional<std::vector<Metrics>> done = replicate(runs, arguments.threads);
    if (!done) {
        complain("interrupted; nothing was compared");
        return Exit::try_again;
    }
    std::vector<Metrics> runs_a, runs_b;
    for (std::size_t i = 0; i < done->size(); ++i)
        (i % 2 == 0 ? runs_a : runs_b).push_back(std::move((*done)[i]));

    ComparisonHead head;
    head.a = side_text(arguments, true);
    head.b = side_text(arguments, false);
    head.ground = shared_ground(*a, *b);
    head.name_a = a->name;
    head.name_b = b->name;
    head.first_seed = first;
    head.seeds = runs_a.size();
    const std::vector<MetricComparison> rows = compare_runs(runs_a, runs_b);
    status = print(arguments.json ? comparison_json(head, rows) : comparison_text(head, rows));
    if (status != Exit::done) return status;
    return std::max(complain_of_stops(runs_a, "A"), complain_of_stops(runs_b, "B"));
}

} // namespace

void add_compare(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand(
        "compare", "Runs two scenarios under the same luck and shows what differs, with 95 % intervals");
    auto arguments = std::make_shared<CompareArguments>();
    command->add_option("A", arguments->file_a, "A scenario: NAME.scenario.yaml")->required();
    command->add_option("B", arguments->file_b, "The one to compare it with; may be the same file")->required();
    within(command->add_option("--seeds", arguments->seeds, "Pairs of runs, each with another seed"), 2, 1'000'000)
        ->capture_default_str();
    add_seed(*command, arguments->seed, "The first of the seeds; default: that of A");
    add_sets(*command, "--set", arguments->sets, "Changes one value of both; may be repeated");
    add_sets(*command, "--set-a", arguments->sets_a, "Changes one value of A only; may be repeated");
    add_sets(*command, "--set-b", arguments->sets_b, "Changes one value of B only; may be repeated");
    within(command->add_option("--threads", arguments->threads, "Runs at once; default: one for each core"), 1, 1024);
    command->add_flag("--json", arguments->json, "Prints one JSON object");
    command->footer("Differences are B - A, better and worse are said of B. Pair i runs both under seed + i: where the\n"
                    "scenarios state the same workloads and services, the same arrivals and the same fate of each call, so that\n"
                    "what differs is due to the settings. What they state otherwise, policies apart, is told.\n" +
                    exits_text());
    command->callback([arguments, &status] { status = compare(*arguments); });
}

} // namespace halfopen::cli
