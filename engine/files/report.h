// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/insight/metrics.h"

namespace halfopen {

/// The figures of a run as text for people: aligned columns, units, "n/a" for what is undefined.
std::string report_text(const Metrics &metrics);

} // namespace halfopen
