// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/insight/metrics.h"
#include "engine/world/scenario.h"

// Many runs at once, on as many cores as there are. What comes out does not depend on how many that is.
namespace halfopen::cli {

/// One run of many.
struct Replication {
    const Scenario *scenario = nullptr;
    std::uint64_t seed = 1;
};

/// Does jobs 0 to count - 1, on `threads` threads (0: as many as there are cores), with progress on a terminal.
/// False when Ctrl-C came; jobs that had not begun are then left out.
bool do_in_parallel(std::size_t count, int threads, const std::string &what,
                    const std::function<void(std::size_t)> &job);

/// The whole run of a scenario under a seed; nothing when Ctrl-C came.
std::optional<Metrics> run_once(const Scenario &scenario, std::uint64_t seed,
                                Duration series_step = std::chrono::seconds(1));

/// The figures of each run, in the order of `runs`, without series and lists of transitions. Nothing when Ctrl-C
/// came.
std::optional<std::vector<Metrics>> replicate(const std::vector<Replication> &runs, int threads);

} // namespace halfopen::cli
