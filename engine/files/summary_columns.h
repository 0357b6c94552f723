// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/files/incident_mapping.h"

namespace halfopen {

/// What the columns of a CSV with figures over time mean. Places are indices; the number of columns: there is none.
struct SummaryColumns {
    std::size_t time = 0, service = 0, outcome = 0, le = 0, count = 0, errors = 0, error_share = 0;
    std::vector<std::pair<std::size_t, double>> percentiles; ///< place, share
    std::vector<std::pair<std::size_t, double>> buckets;     ///< place, upper bound in seconds; "le_0.5"
    std::vector<NumberUnit> units;                           ///< of the percentiles
    bool is_summary() const { return !percentiles.empty() || !buckets.empty() || has_le; }
    bool has_le = false;
};

SummaryColumns summary_columns(const std::vector<std::string> &names, const IncidentMapping &mapping);

/// "0.5", "+Inf", "inf" as seconds.
std::optional<double> parse_le(std::string_view text);

} // namespace halfopen
