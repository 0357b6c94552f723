// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/record_arguments.h"

#include "engine/files/incident_file.h"

#include <fmt/format.h>

namespace halfopen::cli {

namespace {

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

} // namespace

std::optional<IncidentMapping> mapping_of(const RecordArguments &arguments, IncidentMapping mapping) {
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

std::optional<Incident> load_record(const RecordArguments &arguments, int &status) {
    const Result<RecordPreview> preview = preview_record(arguments.file);
    if (!preview) {
        status = report(preview.failure(), arguments.file);
        return std::nullopt;
    }
    ImportOptions import;
    import.mapping = mapping_of(arguments, preview.value().mapping);
    if (!import.mapping) {
        status = Exit::usage;
        return std::nullopt;
    }
    import.progress = [](std::size_t) { return !interrupted(); };
    Result<Incident> incident = import_record(arguments.file, import);
    if (incident) return std::move(incident).value();
    status = report(incident.failure(), arguments.file);
    return std::nullopt;
}

void add_record_arguments(CLI::App &command, RecordArguments &arguments) {
    command.add_option("RECORD", arguments.file, "Calls: CSV with a header, JSON lines, or OpenTelemetry's JSON (OTLP)")->required();
    command.add_option("--column", arguments.columns, "FIELD=NAME: which column holds time, service, request, ...; may be repeated")
        ->type_name("FIELD=NAME")->take_all()->allow_extra_args(false);
    command.add_option("--outcome", arguments.outcomes, "WORD=KIND: what a word of the outcome column means; may be repeated")
        ->type_name("WORD=KIND")->take_all()->allow_extra_args(false);
    command.add_option("--time-unit", arguments.time_unit, "Of times that are numbers: auto, s, ms, us or ns")->type_name("UNIT");
    command.add_option("--latency-unit", arguments.latency_unit, "Of latencies that are numbers: auto, s, ms, us or ns")->type_name("UNIT");
    command.add_option("--zone", arguments.zone, "Of dates that name no zone, such as +01:00; default UTC")->type_name("ZONE");
}

} // namespace halfopen::cli
