// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfopen {

/// What a column of a record can mean.
enum class RecordField : std::uint8_t { time, service, request, attempt, outcome, latency, caller, cost };
inline constexpr std::size_t kRecordFields = 8;
std::string_view name_of(RecordField field); ///< "time", ...
std::optional<RecordField> record_field_named(std::string_view name);

/// What a number stands for. `automatic`: numbers of time by their size (seconds from the start of the file, or seconds,
/// milli-, micro- or nanoseconds from 1970), numbers of latency by the end of the column's name (`_ms`), else milliseconds.
enum class NumberUnit : std::uint8_t { automatic, seconds, milliseconds, microseconds, nanoseconds };
std::optional<NumberUnit> number_unit_named(std::string_view name); ///< "s", "ms", "us", "ns"

/// How the columns of a file are read.
struct IncidentMapping {
    std::array<std::string, kRecordFields> columns; ///< [field]: the column's name; "": there is none
    NumberUnit time_unit = NumberUnit::automatic;
    NumberUnit latency_unit = NumberUnit::automatic;
    int zone_minutes = 0;                        ///< east of UTC, for calendar times that name no zone
    std::map<std::string, std::string> outcomes; ///< words of the file, to kinds or "success"; over the known ones

    const std::string &column(RecordField field) const { return columns[static_cast<std::size_t>(field)]; }
    std::string &column(RecordField field) { return columns[static_cast<std::size_t>(field)]; }
    friend bool operator==(const IncidentMapping &, const IncidentMapping &) = default;
};

/// The mapping that the names of the columns suggest: time, ts, timestamp, start; service, dependency, target, ...
IncidentMapping guess_mapping(const std::vector<std::string> &columns);

/// A time of a record in nanoseconds: from 1970 (calendar), or from the start of the file.
struct RecordedTime {
    std::int64_t ns = 0;
    bool calendar = false;
};
/// "2026-11-24T16:00:00.123Z", "2026-11-24 16:00:00+01:00", "1732464000.123", "1732464000123", "12.5", "12.5s".
std::optional<RecordedTime> parse_recorded_time(std::string_view text, NumberUnit unit, int zone_minutes);

/// A latency in nanoseconds, from 0: "120", "0.12s", "120ms". `unit` is what a bare number means.
std::optional<std::int64_t> parse_recorded_latency(std::string_view text, NumberUnit unit);

/// The unit that the end of a column's name tells ("latency_ms", "durationNano"), or milliseconds.
NumberUnit latency_unit_of(std::string_view column);

/// The failure kind, or "success", that a word of a record means: kinds themselves, HTTP statuses, gRPC codes, and what
/// people write ("ok", "deadline exceeded", "429"). A word that nothing is known of is a kind of its own, made a name.
std::string outcome_of_word(std::string_view word);

} // namespace halfopen
