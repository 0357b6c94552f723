// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "engine/files/fitted_scenario.h"
#include "engine/files/incident_file.h"
#include "engine/files/quantities.h"
#include "engine/files/text_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace halfopen::cli {

namespace {

struct FitArguments {
    std::string file, out, window, zone;
    std::vector<std::string> columns, outcomes;
    std::string time_unit = "auto", latency_unit = "auto";
    bool capacity = false;
};

/// FIELD=NAME; nothing and a complaint when it is not.
bool split(const std::string &text, const char *option, std::string &name, std::string &value) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
        complain(fmt::format("{}: expected NAME=VALUE, got \"{}\"", option, text));
        return false;
    }
    name = text.substr(0, equals);
    value = text.substr(equals + 1);
    return true;
}

std::optional<int> zone_minutes(const std::string &text) {
    if (text.empty() || text == "UTC") return 0;
    const auto time = parse_recorded_time("2000-01-01T12:00:00" + text, NumberUnit::automatic, 0);
    const auto noon = parse_recorded_time("2000-01-01T12:00:00Z", NumberUnit::automatic, 0);
    if (!time || !noon) return std::nullopt;
    return static_cast<int>((noon->ns - time->ns) / 60'000'000'000);
}

/// The preview's mapping with what the command line says of it; nothing and a complaint for a fault of usage.
std::optional<IncidentMapping> mapping_of(const FitArguments &arguments, IncidentMapping mapping) {
    std::string name, value;
    for (const std::string &text : arguments.columns) {
        if (!split(text, "--column", name, value)) return std::nullopt;
        const auto field = record_field_named(name);
        if (!field) {
            complain(fmt::format("--column: expected time, service, request, attempt, outcome, latency, caller or cost, got \"{}\"", name));
            return std::nullopt;
        }
        mapping.column(*field) = value == "none" ? "" : value;
    }
    for (const std::string &text : arguments.outcomes) {
        if (!split(text, "--outcome", name, value)) return std::nullopt;
        mapping.outcomes[name] = value;
    }
    const auto time = number_unit_named(arguments.time_unit), latency = number_unit_named(arguments.latency_unit);
    const auto zone = zone_minutes(arguments.zone);
    if (!time || !latency || !zone) {
        complain(!zone ? "--zone: expected a zone such as +01:00" : "--time-unit, --latency-unit: expected auto, s, ms, us or ns");
        return std::nullopt;
    }
    mapping.time_unit = *time;
    mapping.latency_unit = *latency;
    mapping.zone_minutes = *zone;
    return mapping;
}

/// Writes one file whole. The exit status.
int write(const std::filesystem::path &path, const std::string &text) {
    Result<FileWriter> opened = FileWriter::open(path);
    if (!opened) return report(opened.failure(), path.string());
    FileWriter file = std::move(opened).value();
    file.write(text);
    const auto failure = file.commit();
    return failure ? report(*failure, path.string()) : Exit::done;
}

int fit_file(const FitArguments &arguments) {
    const std::filesystem::path out = arguments.out;
    constexpr std::string_view kEnd = ".scenario.yaml";
    const std::string name = out.filename().string();
    if (!name.ends_with(kEnd) || name.size() == kEnd.size()) {
        complain("-o: expected a name such as outage.scenario.yaml");
        return Exit::usage;
    }
    FitOptions options;
    options.capacity = arguments.capacity;
    if (!arguments.window.empty()) {
        options.window = parse_duration(arguments.window);
        if (!options.window || options.window->count() < 1'000'000) {
            complain("--window: expected a duration of at least 1ms such as 10s");
            return Exit::usage;
        }
    }
    const Result<RecordPreview> preview = preview_record(arguments.file);
    if (!preview) return report(preview.failure(), arguments.file);
    ImportOptions import;
    import.mapping = mapping_of(arguments, preview.value().mapping);
    if (!import.mapping) return Exit::usage;
    import.progress = [](std::size_t) { return !interrupted(); };
    const Result<Incident> incident = import_record(arguments.file, import);
    if (!incident) return report(incident.failure(), arguments.file);
    const Fit fitted = fit(incident.value(), options);
    if (fitted.services.empty()) {
        complain(arguments.file + ": every row is a refusal by the caller itself; no call was sent");
        return Exit::bad_input;
    }
    const std::string arrivals = name.substr(0, name.size() - kEnd.size()) + ".arrivals.csv";
    const FittedFiles files = fitted_scenario(incident.value(), fitted, std::filesystem::path(arguments.file).filename().string(), arrivals);
    if (const int status = write(out.parent_path() / arrivals, files.arrivals); status != Exit::done) return status;
    if (const int status = write(out, files.scenario); status != Exit::done) return status;
    return print(fit_report(incident.value(), fitted));
}

} // namespace

void add_fit(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand("fit", "Reads recorded calls and writes a scenario that behaves like them");
    auto arguments = std::make_shared<FitArguments>();
    command->add_option("FILE", arguments->file, "CSV with a header, JSON lines, or OpenTelemetry's JSON (OTLP)")->required();
    command->add_option("-o,--out", arguments->out, "The scenario to write; its arrivals go beside it as NAME.arrivals.csv")
        ->type_name("NAME.scenario.yaml")
        ->required();
    command->add_option("--window", arguments->window, "Width of the windows of the fault profile; default: by the number of calls")
        ->type_name("DURATION");
    command->add_flag("--capacity", arguments->capacity, "Explains latency by workers and a queue where the record allows it");
    command->add_option("--column", arguments->columns, "FIELD=NAME: which column holds time, service, request, ...; may be repeated")
        ->type_name("FIELD=NAME")->take_all()->allow_extra_args(false);
    command->add_option("--outcome", arguments->outcomes, "WORD=KIND: what a word of the outcome column means; may be repeated")
        ->type_name("WORD=KIND")->take_all()->allow_extra_args(false);
    command->add_option("--time-unit", arguments->time_unit, "Of times that are numbers: auto, s, ms, us or ns")->type_name("UNIT");
    command->add_option("--latency-unit", arguments->latency_unit, "Of latencies that are numbers: auto, s, ms, us or ns")->type_name("UNIT");
    command->add_option("--zone", arguments->zone, "Of dates that name no zone, such as +01:00; default UTC")->type_name("ZONE");
    command->footer(exits_text());
    command->callback([arguments, &status] { status = fit_file(*arguments); });
}

} // namespace halfopen::cli
