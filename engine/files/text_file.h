// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/issue.h"

namespace halfopen {

/// The bytes of a file. Errors, all of kind no_file: missing, a directory, unreadable, longer than
/// `bytes_max`.
Result<std::string> read_text_file(const std::filesystem::path &path, std::size_t bytes_max);

/// A file that appears at its path complete or not at all: written beside it under another name, then synced
/// and renamed by commit(). Without commit() nothing remains. What is no regular file (a pipe, a terminal) is
/// written straight away.
class FileWriter {
public:
    static Result<FileWriter> open(const std::filesystem::path &path);
    FileWriter(FileWriter &&) noexcept = default;
    FileWriter &operator=(FileWriter &&) noexcept = default;
    ~FileWriter();

    void write(std::string_view text);
    /// What went wrong since open(), if anything did; the file is in place otherwise.
    std::optional<Failure> commit();

private:
    struct Close {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };
    FileWriter() = default;
    std::unique_ptr<std::FILE, Close> file_;
    std::filesystem::path path_;
    std::filesystem::path temporary_; ///< empty: written straight to its path
    int error_ = 0;                   ///< errno of the first failed write
};

} // namespace halfopen
