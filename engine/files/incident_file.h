// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/files/incident_mapping.h"
#include "engine/incident/incident.h"

namespace halfopen {

/// Comma-separated values with a header (or semicolons, or tabs), a JSON object a line, or the JSON that OpenTelemetry
/// writes to files (OTLP): one object, or one a line.
enum class RecordFormat : std::uint8_t { csv, jsonl, otlp };
std::string_view name_of(RecordFormat format); ///< "csv", "jsonl", "otlp"

/// What can be said of a file before it is read as a whole.
struct RecordPreview {
    RecordFormat format = RecordFormat::csv;
    char separator = ',';
    std::vector<std::string> columns;           ///< of the header, or the keys of the first objects
    std::vector<std::vector<std::string>> rows; ///< the first few, as text; [row][column]
    IncidentMapping mapping;                    ///< what the columns suggest
};

inline constexpr std::size_t kRecordBytesMax = std::size_t{4} << 30; ///< a larger file is refused before it is read
inline constexpr Duration kRecordSpanMax = std::chrono::hours(24) * 365 * 20; ///< from the first call to the last end

struct ImportOptions {
    std::optional<IncidentMapping> mapping; ///< else the preview's
    std::size_t bytes_max = kRecordBytesMax;
    /// Told now and then how many bytes have been read; false gives the import up.
    std::function<bool(std::size_t bytes)> progress;
};

/// Looks at the first few lines. Errors: no file, longer than `bytes_max`, nothing in it, neither text nor JSON.
Result<RecordPreview> preview_record(const std::filesystem::path &path, std::size_t bytes_max = kRecordBytesMax);

/// Reads a record as a stream, in memory for its calls only (see Incident). Errors: no file, longer than `bytes_max`, over
/// more than kRecordSpanMax, no column for the time or the service, no row that can be read, given up (stopped). Rows
/// that cannot be read are left out and listed in its health.
Result<Incident> import_record(const std::filesystem::path &path, const ImportOptions &options = {});

} // namespace halfopen
