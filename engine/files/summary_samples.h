// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfopen {

/// One line of Prometheus' text exposition.
struct ExposedSample {
    std::string name;
    std::vector<std::pair<std::string, std::string>> labels;
    double value = 0.0;
    std::optional<std::int64_t> time_ns; ///< of its timestamp, from 1970
};

/// Nothing when the line is no sample; `what` then says why. Comments and blank lines are for the caller to skip.
std::optional<ExposedSample> parse_sample(std::string_view line, std::string &what);

} // namespace halfopen
