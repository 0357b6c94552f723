// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/issue.h"

namespace halfopen {

/// Gives the lines of a file one after another, without their ends and without a byte order mark, numbered from 1;
/// in memory for one line. `on_line` says whether to go on. Errors: no regular file (a pipe could last for ever),
/// unreadable, longer than `bytes_max`, a line longer than kLineBytesMax; the message carries no file name.
std::optional<Failure> for_each_line(const std::filesystem::path &path, std::size_t bytes_max,
                                     const std::function<bool(int line, std::string_view text)> &on_line);

/// The same failure with the name of its file before each message.
Failure named(Failure failure, const std::string &name);

/// One cell of a line of comma-separated values, without blanks and double quotes around it.
struct CsvCell {
    std::string_view text;
    int column = 1; ///< in bytes from 1, where the cell begins
};
std::vector<CsvCell> cells_of(std::string_view line);

/// What is wrong with the lines of a file: the first few of them, and how many more there are.
class BadLines {
public:
    explicit BadLines(std::string name) : name_(std::move(name)) {}
    /// `column` counts bytes from 1; 0: the whole line.
    void add(int line, int column, const std::string &message);
    /// Something about the file as a whole.
    void add(const std::string &message);
    bool any() const { return count_ > 0; }
    /// One issue for each line that was kept. Precondition: any().
    Failure failure() const;

private:
    std::string name_;
    std::vector<Issue> issues_;
    std::size_t count_ = 0;
};

/// A line that says nothing: blank, or a comment that begins with #.
bool is_silent_line(std::string_view line);

} // namespace halfopen
