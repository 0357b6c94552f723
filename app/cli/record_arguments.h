// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "engine/files/incident_mapping.h"
#include "engine/incident/incident.h"

namespace halfopen::cli {

/// How a record is read, as the command line says it.
struct RecordArguments {
    std::string file, zone;
    std::vector<std::string> columns, outcomes;
    std::string time_unit = "auto", latency_unit = "auto";
};

void add_record_arguments(CLI::App &command, RecordArguments &arguments);

/// A mapping with what the command line says of it; nothing and a complaint for a fault of usage.
std::optional<IncidentMapping> mapping_of(const RecordArguments &arguments, IncidentMapping mapping);

/// The record; nothing and a complaint, with the exit status, when it cannot be read.
std::optional<Incident> load_record(const RecordArguments &arguments, int &status);

} // namespace halfopen::cli
