// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/insight/metrics.h"

namespace halfopen {

/// The object of `run --json`: every key present, undefined figures null, keys in a fixed order, numbers in
/// the shortest form that reads back equal. Ends with a line break.
std::string metrics_json(const Metrics &metrics);

} // namespace halfopen
