// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "engine/base/issue.h"
#include "engine/files/incident_file.h"
#include "engine/incident/summary.h"

namespace halfopen {

/// Whether a file holds figures over time rather than single calls: Prometheus' text exposition, or CSV with a column of
/// percentiles (p50, p99_ms, ...) or of buckets (le, le_0.5, ...). False when it cannot be read.
bool is_summary(const std::filesystem::path &path);

/// Reads such a file. CSV has a column for the time, maybe one for the service (else `service` is its name) and for the
/// outcome, and
///   percentiles: p50, p99_ms, ...; and maybe calls (or count) and failed (errors, a number, or error_rate, a share), or
///   buckets, long: le and count; or wide: le_0.1, le_0.5, le_inf, ... Counts that never fall from one time to the next
///   are taken for counters, as Prometheus' are.
/// The exposition has samples NAME_bucket{le="0.5", ...} VALUE TIMESTAMP, or NAME{quantile="0.99", ...}; the labels name
/// service and outcome as columns do. Its counts are counters, and its seconds are seconds.
/// Lines that cannot be read are left out and listed. Errors as those of import_record.
Result<Summary> import_summary(const std::filesystem::path &path, const IncidentMapping &mapping = {}, const std::string &service = "service",
                               std::size_t bytes_max = kRecordBytesMax);

/// A scenario in which each of the services behaves as the summary says and is asked at the rates that it says.
std::string summarized_scenario(const Summary &summary, const std::string &record);

/// What was read, as a table for people.
std::string summary_report(const Summary &summary);

} // namespace halfopen
