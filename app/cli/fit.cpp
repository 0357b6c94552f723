// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/record_arguments.h"

#include "engine/files/fitted_scenario.h"
#include "engine/files/quantities.h"
#include "engine/files/summary_file.h"
#include "engine/files/text_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace halfopen::cli {

namespace {

struct FitArguments {
    RecordArguments record;
    std::string out, window;
    bool capacity = false;
};

/// Writes one file whole. The exit status.
int write(const std::filesystem::path &path, const std::string &text) {
    Result<FileWriter> opened = FileWriter::open(path);
    if (!opened) return report(opened.failure(), path.string());
    FileWriter file = std::move(opened).value();
    file.write(text);
    const auto failure = file.commit();
    return failure ? report(*failure, path.string()) : Exit::done;
}

/// Figures over time in place of single calls.
int fit_summary(const FitArguments &arguments) {
    const std::filesystem::path file = arguments.record.file;
    const auto mapping = mapping_of(arguments.record, {});
    if (!mapping) return Exit::usage;
    const Result<Summary> summary = import_summary(file, *mapping, file.stem().string());
    if (!summary) return report(summary.failure(), arguments.record.file);
    const int status = write(arguments.out, summarized_scenario(summary.value(), file.filename().string()));
    return status == Exit::done ? print(summary_report(summary.value())) : status;
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
    if (is_summary(arguments.record.file)) return fit_summary(arguments);
    int status = Exit::done;
    const std::optional<Incident> incident = load_record(arguments.record, status);
    if (!incident) return status;
    const Fit fitted = fit(*incident, options);
    if (fitted.services.empty()) {
        complain(arguments.record.file + ": every row is a refusal by the caller itself; no call was sent");
        return Exit::bad_input;
    }
    const std::string arrivals = name.substr(0, name.size() - kEnd.size()) + ".arrivals.csv";
    const FittedFiles files = fitted_scenario(*incident, fitted, std::filesystem::path(arguments.record.file).filename().string(), arrivals);
    if (status = write(out.parent_path() / arrivals, files.arrivals); status != Exit::done) return status;
    if (status = write(out, files.scenario); status != Exit::done) return status;
    return print(fit_report(*incident, fitted));
}

} // namespace

void add_fit(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand("fit", "Reads recorded calls, or latencies over time, and writes a scenario that behaves like them");
    auto arguments = std::make_shared<FitArguments>();
    add_record_arguments(*command, arguments->record);
    command->add_option("-o,--out", arguments->out, "The scenario to write; its arrivals go beside it as NAME.arrivals.csv")
        ->type_name("NAME.scenario.yaml")
        ->required();
    command->add_option("--window", arguments->window, "Width of the windows of the fault profile; default: by the number of calls")
        ->type_name("DURATION");
    command->add_flag("--capacity", arguments->capacity, "Explains latency by workers and a queue where the record allows it");
    command->footer(exits_text());
    command->callback([arguments, &status] { status = fit_file(*arguments); });
}

} // namespace halfopen::cli
