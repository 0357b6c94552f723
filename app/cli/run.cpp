// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "engine/files/call_log.h"
#include "engine/files/companions_report.h"
#include "engine/files/events_jsonl.h"
#include "engine/files/html_report.h"
#include "engine/files/metrics_json.h"
#include "engine/files/output_paths.h"
#include "engine/files/quantities.h"
#include "engine/files/report.h"
#include "engine/files/text_file.h"
#include "engine/insight/metrics.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

namespace halfopen::cli {

namespace {

/// Points of the series in the JSON.
constexpr std::int64_t kStepsMax = 1'000'000;

struct RunArguments {
    ScenarioArguments scenario;
    std::string until;
    std::string step;
    std::string events;
    std::string calls;
    std::string html;
    bool json = false;
    bool require_slo = false;
};

/// Hands records to the figures and to the files that are wanted.
class Tee final : public RecordSink {
public:
    void add(RecordSink *sink) {
        if (sink != nullptr) sinks_.push_back(sink);
    }
    void take(std::span<const TraceRecord> records) override {
        for (RecordSink *sink : sinks_) sink->take(records);
    }

private:
    std::vector<RecordSink *> sinks_;
};

/// A file that is written while a run goes on, and what writes it.
template <class Log> struct LoggedFile {
    std::optional<FileWriter> file;
    std::unique_ptr<Log> log;

    /// Opens it when it has a name. The failure, if there is one.
    std::optional<Failure> open(const std::string &path, const Scenario &scenario) {
        if (path.empty()) return std::nullopt;
        Result<FileWriter> opened = FileWriter::open(path);
        if (!opened) return opened.failure();
        file = std::move(opened).value();
        log = std::make_unique<Log>(scenario, [this](std::string_view text) { file->write(text); });
        return std::nullopt;
    }
};

/// What a run that did not end by itself has to say, and the exit status that belongs to it.
int explain_stop(const Simulation &simulation) {
    if (!simulation.finished()) return Exit::done;
    const std::string when = fmt::format("at {:.3f} s of simulated time", seconds(simulation.reached()));
    switch (simulation.stop_reason()) {
    case StopReason::finished: return Exit::done;
    case StopReason::drain_limit:
        complain(fmt::format("{} requests were still in flight when the drain limit was reached, {}",
                             simulation.requests_in_flight(), when));
        return Exit::done;
    case StopReason::too_many_requests: complain("stopped: too many requests, " + when); return Exit::said_no;
    case StopReason::too_many_in_flight:
        complain(fmt::format("stopped: too many requests in flight ({}), {}", simulation.requests_in_flight(), when));
        return Exit::said_no;
    case StopReason::time_stands_still:
        complain("stopped: time stands still, requests start and end without any time passing, " + when);
        return Exit::said_no;
    case StopReason::interrupted: complain("interrupted " + when); return Exit::try_again;
    }
    return Exit::done;
}

int check_goals(const Metrics &metrics) {
    int status = Exit::done;
    for (const GoalFigure &goal : metrics.slo) {
        if (goal.met.value_or(false)) continue;
        complain(fmt::format("goal missed: {}{}", goal.metric, goal.met ? "" : " (it is undefined in this run)"));
        status = Exit::said_no;
    }
    return status;
}

/// The durations among the arguments; nothing and a complaint when one is none.
struct Spans {
    Duration step{0};
    Duration until = kDurationMax;
};
std::optional<Spans> spans_of(const RunArguments &arguments) {
    const auto step = parse_duration(arguments.step.empty() ? "1s" : arguments.step);
    if (!step || step->count() <= 0) {
        complain("--step: expected a duration such as 1s");
        return std::nullopt;
    }
    const auto until = arguments.until.empty() ? kDurationMax : parse_duration(arguments.until);
    if (!until || until->count() < 0) {
        complain("--until: expected a duration such as 90s");
        return std::nullopt;
    }
    return Spans{*step, *until};
}

/// The finished figures. `end` is when a run that has not finished was stopped.
Metrics figures_of(const MetricsFold &fold, const Simulation &simulation, SimTime end) {
    Metrics metrics = fold.result(simulation.finished() ? simulation.reached() : end);
    metrics.events = simulation.events();
    metrics.trace_hash = simulation.fingerprint().hex();
    return metrics;
}

/// The report as one HTML file, without pictures. The exit status.
int write_html(const RunArguments &arguments, const Scenario &scenario, const Metrics &metrics,
               const std::vector<Companion> &theory) {
    constexpr std::size_t kTextMax = std::size_t{16} << 20;
    ReportContent content;
    content.scenario = scenario;
    if (auto text = read_text_file(arguments.scenario.file, kTextMax)) content.scenario_text = std::move(text).value();
    content.file = std::filesystem::path(arguments.scenario.file).filename().string();
    content.metrics = metrics;
    content.made_by = "Halfopen " HALFOPEN_VERSION;
    for (const std::string &set : arguments.scenario.sets)
        content.notes.push_back("set for this run: " + set);
    content.advice = lint(scenario);
    content.companions = theory;
    Result<FileWriter> opened = FileWriter::open(arguments.html);
    if (!opened) return report(opened.failure(), arguments.html);
    FileWriter file = std::move(opened).value();
    file.write(html_report(content));
    const auto failure = file.commit();
    return failure ? report(*failure, arguments.html) : Exit::done;
}

/// What cannot be done with this scenario; said before anything is run or written. The exit status.
int check_wishes(const RunArguments &arguments, const Scenario &scenario, const Spans &spans) {
    if (spans.step < scenario.duration / kStepsMax && !arguments.step.empty()) {
        complain(fmt::format("--step: more than {} steps for this duration", kStepsMax));
        return Exit::usage;
    }
    std::vector<OutputPath> outputs;
    if (!arguments.events.empty()) outputs.push_back({"--events", arguments.events});
    if (!arguments.html.empty()) outputs.push_back({"--html", arguments.html});
    if (const auto conflict = output_conflict(outputs, arguments.scenario.file, scenario)) {
        complain(*conflict);
        return Exit::usage;
    }
    if (arguments.require_slo && scenario.slo.empty()) {
        complain(fmt::format("--require-slo: {} states no goals; give it `slo: {{success_rate: 99%}}`, say, or leave the option out",
                             arguments.scenario.file));
        return Exit::bad_input;
    }
    return Exit::done;
}

int run(const RunArguments &arguments) {
    std::optional<Spans> spans = spans_of(arguments);
    if (!spans) return Exit::usage;
    int status = Exit::done;
    const std::optional<Scenario> scenario = load(arguments.scenario, status);
    if (!scenario) return status;
    status = check_wishes(arguments, *scenario, *spans);
    if (status != Exit::done) return status;
    while (spans->step < scenario->duration / kStepsMax)
        spans->step *= 10; // the contract's 1 s, as long as it fits

    LoggedFile<EventLog> events;
    LoggedFile<CallLog> calls;
    if (const auto failure = events.open(arguments.events, *scenario)) return report(*failure, arguments.events);
    if (const auto failure = calls.open(arguments.calls, *scenario)) return report(*failure, arguments.calls);
    MetricsFold fold(*scenario, spans->step);
    Tee sink;
    sink.add(&fold);
    sink.add(events.log.get());
    sink.add(calls.log.get());
    Simulation simulation(*scenario);
    const SimTime end = arguments.until.empty() ? kTimeNever : kTimeZero + spans->until;
    if (!advance_all(simulation, end, sink, std::min(spans->until, scenario->duration))) {
        complain(fmt::format("interrupted at {:.3f} s of simulated time; nothing was written",
                             seconds(simulation.reached())));
        return Exit::try_again;
    }
    const Metrics metrics = figures_of(fold, simulation, end);
    if (events.file) {
        if (const auto failure = events.file->commit()) return report(*failure, arguments.events);
    }
    if (calls.file) {
        calls.log->finish();
        if (const auto failure = calls.file->commit()) return report(*failure, arguments.calls);
    }
    const std::vector<Companion> theory = companions(*scenario, &metrics);
    status = print(arguments.json ? metrics_json(metrics, theory) : report_text(metrics) + companions_text(theory));
    if (status == Exit::done && !arguments.html.empty()) status = write_html(arguments, *scenario, metrics, theory);
    if (status == Exit::done) status = explain_stop(simulation);
    if (status == Exit::done && arguments.require_slo) status = check_goals(metrics);
    return status;
}

} // namespace

void add_run(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand("run", "Runs a scenario once and reports its figures");
    auto arguments = std::make_shared<RunArguments>();
    add_scenario_arguments(*command, arguments->scenario);
    command->add_option("--until", arguments->until, "Stops at this simulated time")->type_name("DURATION");
    command->add_flag("--json", arguments->json, "Prints the figures as one JSON object");
    command->add_option("--events", arguments->events, "Writes the event log, a JSON object a line")
        ->type_name("OUT.jsonl");
    command->add_option("--calls", arguments->calls, "Writes the calls as CSV, as `fit` reads recorded ones")
        ->type_name("OUT.csv");
    command->add_option("--html", arguments->html, "Writes a report that needs nothing else to be read or printed")
        ->type_name("OUT.html");
    command->add_option("--step", arguments->step, "Step of the series in the JSON; default 1s")->type_name("DURATION");
    command->add_flag("--require-slo", arguments->require_slo, "Exits 1 when a goal of the scenario is missed");
    command->callback([arguments, &status] { status = run(*arguments); });
}

} // namespace halfopen::cli
