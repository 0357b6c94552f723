// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/time.h"

namespace halfopen {

/// Recorded arrivals, apart for each operation that the file names.
struct RecordedArrivals {
    struct Stream {
        std::string operation; ///< "" for lines that name none
        int line = 0;          ///< where the operation was named first, for messages
        int column = 0;
        std::shared_ptr<const std::vector<Duration>> at; ///< in order of time
    };
    std::vector<Stream> streams; ///< at least one, in order of appearance
};

/// Reads a CSV file with a header and the columns `at` (a duration, or a number of seconds) and, optionally,
/// `operation`; empty lines and lines that begin with # are left out. A record is in order of time: a line that goes
/// back is an error, not to be sorted away. Errors: no file, no header, unknown columns, junk, negative times, no
/// arrivals, more than 10,000,000 of them; messages carry `name`, line and column.
Result<RecordedArrivals> read_arrivals_csv(const std::filesystem::path &path, const std::string &name);

} // namespace halfopen
