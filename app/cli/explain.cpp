// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "engine/insight/explain.h"
#include "engine/insight/trace_index.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>

namespace halfopen::cli {

namespace {

/// 512 MiB of records; an honest scenario for explaining single requests stays far below.
constexpr std::size_t kRecordsMax = std::size_t{16} << 20;

struct ExplainArguments {
    ScenarioArguments scenario;
    std::optional<std::uint32_t> request;
    std::string first;
};

std::string_view done_text(FirstOf what) {
    switch (what) {
    case FirstOf::retried: return "was retried";
    case FirstOf::fell_back: return "fell back";
    case FirstOf::refused: return "was refused";
    case FirstOf::healed: return "was healed";
    case FirstOf::failed: return "failed";
    case FirstOf::hedged: return "was hedged";
    case FirstOf::deadline: break;
    }
    return "was ended by its deadline";
}

std::string text_of(const RequestStory &story) {
    std::size_t width = 0;
    for (const StoryLine &line : story.lines)
        width = std::max(width, format_time(line.at).size());
    std::string out = story.headline + '\n';
    for (const StoryLine &line : story.lines)
        out += fmt::format("  {:>{}}  {}\n", format_time(line.at), width, line.text);
    return out;
}

int explain(const ExplainArguments &arguments) {
    const std::optional<FirstOf> first = first_of_named(arguments.first);
    if (arguments.request.has_value() == !arguments.first.empty() || (!arguments.first.empty() && !first)) {
        complain(
            fmt::format("expected either --request N or --first with one of {}", fmt::join(first_of_names(), ", ")));
        return Exit::usage;
    }
    int status = Exit::done;
    const std::optional<Scenario> scenario = load(arguments.scenario, status);
    if (!scenario) return status;

    Simulation simulation(*scenario);
    TraceStore store;
    const auto full = [&] { return store.size() >= kRecordsMax; };
    if (!advance_all(simulation, kTimeNever, store, scenario->duration, full)) {
        complain("interrupted");
        return Exit::try_again;
    }
    if (!simulation.finished()) {
        complain(fmt::format("the run is very long; only its first {} are looked at",
                             format_duration(simulation.reached() - kTimeZero)));
    }
    const TraceView trace = store.view();
    TraceIndex index(*scenario);
    index.extend(trace);
    const std::optional<std::uint32_t> request = first ? find_first(trace, index, *first) : arguments.request;
    const auto story = request ? story_of(*scenario, trace, index, *request) : std::nullopt;
    if (!story) {
        complain(first ? fmt::format("no request of this run {}", done_text(*first))
                       : fmt::format("this run has no request {}; it has {}", *arguments.request, index.requests()));
        return Exit::said_no;
    }
    return print(text_of(*story));
}

} // namespace

void add_explain(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand("explain", "Tells the story of one request, step by step, with reasons");
    auto arguments = std::make_shared<ExplainArguments>();
    add_scenario_arguments(*command, arguments->scenario);
    within(command->add_option("--request", arguments->request, "The number of the request"), 1,
           static_cast<std::int64_t>(kRequestsMax));
    command
        ->add_option("--first", arguments->first,
                     fmt::format("The first request that did this: {}", fmt::join(first_of_names(), ", ")))
        ->type_name("WHAT");
    command->callback([arguments, &status] { status = explain(*arguments); });
}

} // namespace halfopen::cli
