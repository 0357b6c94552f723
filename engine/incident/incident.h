// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.h"

namespace halfopen {

inline constexpr std::size_t kNamesMax = 1'000; ///< services, callers and outcomes of one record, each

/// One call of a record, as its caller saw it. Names are indices into the lists of the Incident.
struct RecordedCall {
    SimTime start{};       ///< since the first call of the record
    Duration latency{-1};  ///< until the caller knew its outcome; below 0: not recorded
    std::int64_t cost_nano = -1; ///< nano-USD; below 0: not recorded
    std::uint32_t request = 0;   ///< numbered from 1 in the order of their first calls
    std::uint32_t line = 0;      ///< of the file, or the number of the span
    std::uint16_t service = 0;
    std::uint16_t caller = 0;
    std::uint16_t outcome = 0;   ///< 0: success
    std::uint16_t attempt = 1;   ///< of its request by its caller at its service, from 1; 0: refused by the caller itself
    SimTime end() const { return start + std::max(latency, Duration{0}); }
};

/// A line that could not be read, or a row that says something odd.
struct RecordNote {
    std::size_t line = 0;
    std::string what;
};

/// A silence in which no call of any service began.
struct RecordGap {
    SimTime from{}, to{};
};

/// What a person should know about a record before trusting it. Nothing of it was mended in silence: unreadable and
/// repeated rows are left out, all else is kept as it was recorded.
struct RecordHealth {
    static constexpr std::size_t kNotesMax = 100;
    std::size_t rows = 0;              ///< rows with something in them, without the header
    std::size_t unreadable = 0;        ///< left out; the first of them with their reasons in `notes`
    std::size_t duplicates = 0;        ///< left out: equal to an earlier row in every column
    std::size_t contradictions = 0;    ///< kept: the same request, service and attempt as another row, but not the same
    std::size_t out_of_order = 0;      ///< began before the row above; sorted
    Duration largest_step_back{0};
    std::size_t overlaps = 0;          ///< attempts that began before the one before them ended: skewed clocks, or hedging
    Duration largest_overlap{0};
    std::size_t without_latency = 0;
    std::vector<RecordGap> gaps;       ///< the longest ones, in order of time
    std::vector<RecordNote> notes;     ///< at most kNotesMax
    std::optional<RecordNote> limit;   ///< where and why the reading ended before the record did
};

/// Calls that really happened.
struct Incident {
    std::vector<RecordedCall> calls; ///< in order of start; equal starts in the order of the file
    std::vector<std::string> services, callers;
    std::vector<std::string> outcomes{"success"};
    /// Nanoseconds from 1970 to the first call (UTC); none where the file counts from its own start.
    std::optional<std::int64_t> epoch_ns;
    std::uint32_t requests = 0;
    bool names_requests = false; ///< without, every call is a request of its own
    bool has_costs = false;
    RecordHealth health;
};

/// By outcome: whether it is the caller's own refusal. Then nothing was sent, and the row is no attempt.
std::vector<bool> own_refusals(const Incident &incident);

} // namespace halfopen
