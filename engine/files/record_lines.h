// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"

namespace halfopen {

inline constexpr std::size_t kRecordLineMax = std::size_t{64} << 20; ///< one export of OpenTelemetry may be one line

/// Gives the lines of a large file one after another, numbered from 1, without their ends and without a byte order
/// mark; a view is valid until the next. `on_line` and `progress` say whether to go on; giving up is Failure::stopped.
/// Errors: no regular file, unreadable, too long, UTF-16.
std::optional<Failure> for_each_record_line(const std::filesystem::path &path, std::size_t bytes_max,
                                            const std::function<bool(std::size_t line, std::string_view text)> &on_line,
                                            const std::function<bool(std::size_t bytes)> &progress = {});

/// Splits a line at its separators; cells may stand in double quotes, within which two of them mean one. The views are
/// valid until the next line. False when a quote is not closed.
class CellSplitter {
public:
    explicit CellSplitter(char separator) : separator_(separator) {}
    bool split(std::string_view line);
    const std::vector<std::string_view> &cells() const { return cells_; }

private:
    char separator_;
    std::vector<std::string_view> cells_;
    std::string unquoted_; ///< cells whose quotes were doubled
};

} // namespace halfopen
