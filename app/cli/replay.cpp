// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/record_arguments.h"

#include "engine/files/events_jsonl.h"
#include "engine/files/metrics_json.h"
#include "engine/files/replay_report.h"
#include "engine/files/report.h"
#include "engine/files/text_file.h"
#include "engine/incident/literal.h"
#include "engine/insight/metrics.h"

#include <fmt/format.h>

#include <memory>

namespace halfopen::cli {

namespace {

struct ReplayArguments {
    RecordArguments record;
    ScenarioArguments scenario;
    std::string events;
    bool json = false;
};

/// Figures, and the event log when it is wanted.
class Sinks final : public RecordSink {
public:
    Sinks(MetricsFold &fold, EventLog *log) : fold_(fold), log_(log) {}
    void take(std::span<const TraceRecord> records) override {
        fold_.take(records);
        if (log_ != nullptr) log_->take(records);
        if (!records.empty()) last_ = records.back().time;
        count_ += records.size();
    }
    SimTime last() const { return last_; }
    std::size_t count() const { return count_; }

private:
    MetricsFold &fold_;
    EventLog *log_;
    SimTime last_{};
    std::size_t count_ = 0;
};

int replay(const ReplayArguments &arguments) {
    int status = Exit::done;
    const std::optional<Scenario> scenario = load(arguments.scenario, status);
    if (!scenario) return status;
    const std::optional<Incident> incident = load_record(arguments.record, status);
    if (!incident) return status;
    std::optional<FileWriter> file;
    std::unique_ptr<EventLog> log;
    if (!arguments.events.empty()) {
        Result<FileWriter> opened = FileWriter::open(arguments.events);
        if (!opened) return report(opened.failure(), arguments.events);
        file = std::move(opened).value();
        log = std::make_unique<EventLog>(*scenario, [&file](std::string_view text) { file->write(text); });
    }
    MetricsFold fold(*scenario);
    Sinks sinks(fold, log.get());
    const Result<LiteralReplay> literal = literal_replay(*incident, *scenario, sinks);
    if (!literal) return report(literal.failure(), arguments.record.file);
    if (file) {
        if (const auto failure = file->commit()) return report(*failure, arguments.events);
    }
    Metrics metrics = fold.result(sinks.last());
    metrics.events = sinks.count();
    if (arguments.json) return print(replay_json(literal.value(), metrics, *scenario));
    std::string figures = report_text(metrics);
    const std::size_t run_line = figures.find('\n') + 1; // its seed and hash: nothing was drawn
    figures.erase(run_line, figures.find('\n', run_line) + 1 - run_line);
    return print(replay_text(literal.value(), *scenario, incident->health) + figures);
}

} // namespace

void add_replay(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand("replay", "Shows recorded calls literally, with the breakers of a scenario as they would have been");
    auto arguments = std::make_shared<ReplayArguments>();
    add_record_arguments(*command, arguments->record);
    add_scenario_arguments(*command, arguments->scenario);
    command->add_flag("--json", arguments->json, "Prints the figures as one JSON object, as `run` does, with what they are of");
    command->add_option("--events", arguments->events, "Writes the event log, a JSON object a line")->type_name("OUT.jsonl");
    command->footer(exits_text());
    command->callback([arguments, &status] { status = replay(*arguments); });
}

} // namespace halfopen::cli
