// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/world/scenario.h"

namespace halfopen::cli {

/// Names of the workloads that `bench` measures, in order.
std::vector<std::string> bench_names();

/// The scenario of one workload; `requests` scales those that have a number of requests of their own.
/// Nothing when there is no workload of that name.
std::optional<Scenario> bench_scenario(const std::string &name, std::int64_t requests);

} // namespace halfopen::cli
