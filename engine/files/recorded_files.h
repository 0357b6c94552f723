// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "engine/files/arrivals_csv.h"
#include "engine/files/samples_csv.h"

namespace halfopen {

/// The CSV files that a scenario names, each read once however often it is named (an edit reads the whole scenario
/// again); at most 64 of each kind.
class RecordedFiles {
public:
    Result<Samples> samples(const std::filesystem::path &directory, const std::string &name);
    Result<RecordedArrivals> arrivals(const std::filesystem::path &directory, const std::string &name);

private:
    std::map<std::string, Result<Samples>> samples_;
    std::map<std::string, Result<RecordedArrivals>> arrivals_;
};

} // namespace halfopen
