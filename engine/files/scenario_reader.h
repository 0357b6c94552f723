// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/world/scenario.h"

namespace halfopen {

struct ReadOptions {
    std::filesystem::path directory = "."; ///< relative file names in the scenario start here
    std::vector<std::string> overrides;    ///< "PATH=VALUE", applied in order before anything is read
    std::vector<Issue> *advice = nullptr;  ///< gets what can be run but hardly means what is written, when not null
};

/// Reads a scenario and validates it: a value that can be simulated, or every fault of the text in one go,
/// each with path and position. Never throws; nothing is half loaded. Errors: kind bad_input.
Result<Scenario> read_scenario(std::string_view text, const ReadOptions &options = {});

/// The same for a file. Errors: no_file when it is missing, unreadable or a directory.
Result<Scenario> load_scenario(const std::filesystem::path &path, const std::vector<std::string> &overrides = {},
                               std::vector<Issue> *advice = nullptr);

/// The format version that this program reads.
inline constexpr int kScenarioFormat = 1;

} // namespace halfopen
