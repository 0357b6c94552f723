// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "engine/incident/fit.h"

namespace halfopen {

/// A scenario file with the recorded arrivals in a file of its own.
struct FittedFiles {
    std::string scenario; ///< YAML
    std::string arrivals; ///< CSV: at, operation
};

/// Writes what was read off a record as a scenario. `arrivals_file` is the name under which the arrivals will lie beside
/// it, `record` what the record is called in the text.
FittedFiles fitted_scenario(const Incident &incident, const Fit &fit, const std::string &record,
                            const std::string &arrivals_file);

/// What was read off and how sure it is, as a table for people: calls, rate, failure share and latencies with 95 %
/// intervals, then what is odd about the record and what was assumed.
std::string fit_report(const Incident &incident, const Fit &fit);

} // namespace halfopen
