// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/world/scenario.h"

namespace halfopen {

/// A file that a program is asked to write, and the option that asks for it ("--html").
struct OutputPath {
    std::string option;
    std::filesystem::path path;
};

/// The samples and arrivals that a scenario names, its edits included, as they are written.
std::vector<std::string> named_files(const Scenario &scenario);

/// Why these may not be written: one is the scenario, or a file that it names, or two are the same, whatever way they are
/// spelt and linked. Devices and pipes may be named as often as one likes.
std::optional<std::string> output_conflict(const std::vector<OutputPath> &outputs, const std::filesystem::path &scenario_file,
                                           const Scenario &scenario);

} // namespace halfopen
