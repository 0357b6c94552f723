// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/insight/companions.h"
#include "engine/insight/metrics.h"

namespace halfopen {

/// The object of `run --json`: every key present, undefined figures null, keys in a fixed order, numbers in
/// the shortest form that reads back equal. Ends with a line break.
/// With the closed forms that were tried, if any: those that hold and, with the reason, those that do not.
std::string metrics_json(const Metrics &metrics, const std::vector<Companion> &companions = {});

} // namespace halfopen
