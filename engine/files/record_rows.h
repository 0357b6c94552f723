// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/files/incident_mapping.h"
#include "engine/incident/incident_builder.h"

namespace halfopen {

/// The fields of one row as text; "" where there is none.
using RowTexts = std::array<std::string_view, kRecordFields>;

/// Turns rows of text into rows of values by a mapping and hands them to a builder. The first row that can be read says
/// whether the record is of the calendar or counts from its own start; rows of the other sort are refused.
class RowTaker {
public:
    explicit RowTaker(const IncidentMapping &mapping);
    /// False when a limit is reached.
    bool take(const RowTexts &row, std::size_t line);
    void refuse(std::size_t line, std::string what);
    Incident finish() { return builder_.finish(); }
    bool has_rows() const { return builder_.rows() > 0; }
    /// Why the first row was refused; "" when none was.
    const std::string &first_refusal() const { return first_refusal_; }

private:
    std::string_view outcome_of(std::string_view word);
    bool is(const RowTexts &row, RecordField field) const { return !row[static_cast<std::size_t>(field)].empty(); }

    IncidentMapping mapping_;
    NumberUnit latency_unit_;
    IncidentBuilder builder_;
    std::optional<bool> calendar_; ///< once the sort of time is known
    std::string first_refusal_;
    std::unordered_map<std::string, std::string> outcomes_; ///< words of the file that were met
    std::string last_word_;
    std::string_view last_outcome_;
};

} // namespace halfopen
