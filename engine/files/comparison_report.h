// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/insight/shared_ground.h"
#include "engine/insight/comparison.h"

namespace halfopen {

/// What was compared.
struct ComparisonHead {
    std::string a, b;           ///< files, with what was changed in them
    std::string name_a, name_b; ///< of the scenarios
    SharedGround ground;        ///< what the two share
    std::uint64_t first_seed = 0;
    std::size_t seeds = 0;
};

/// A table for people: means, difference, interval, variance reduction, verdict. Figures that are undefined in every
/// pair, or 0 in every run of both, are left out.
std::string comparison_text(const ComparisonHead &head, const std::vector<MetricComparison> &rows);
/// The same as one JSON object, with every figure; undefined ones are null.
std::string comparison_json(const ComparisonHead &head, const std::vector<MetricComparison> &rows);

} // namespace halfopen
