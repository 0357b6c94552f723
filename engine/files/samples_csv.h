// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/time.h"

namespace halfopen {

using Samples = std::shared_ptr<const std::vector<Duration>>;

/// Reads one column of durations, with or without a header line; empty lines and lines that begin with # are
/// left out. Errors: no file, no durations, a line that is no duration; messages carry `name` and the line.
Result<Samples> read_samples(const std::filesystem::path &path, const std::string &name);

} // namespace halfopen
