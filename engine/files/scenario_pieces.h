// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "engine/base/distribution.h"

namespace halfopen {

/// Measured percentiles as YAML, `{quantiles: {...}}`: in whole microseconds and thousandths of a percent.
std::string fitted_quantiles_yaml(const std::vector<Quantiles::Point> &points);

} // namespace halfopen
