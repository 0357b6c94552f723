// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tidy/source_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace halfopen::tidy {

/// One row of the layering table. Paths are matched by their beginning; the longest matching room counts.
struct Room {
    std::string_view path;                     ///< "engine/policy/"
    std::vector<std::string_view> may_include; ///< Beginnings of quoted includes, its own path among them.
};

/// A library that only some rooms may include: `header` is a regular expression over the name in <…>.
struct Library {
    std::string_view header;
    std::vector<std::string_view> only_in;
    std::string_view reason;
};

/// Words that code must not contain below `path`, but for the rooms in `except`.
struct ForbiddenCode {
    std::string_view pattern;
    std::string_view path;
    std::vector<std::string_view> except;
    std::string_view reason;
};

const std::vector<Room>& rooms();
const std::vector<Library>& libraries();
const std::vector<ForbiddenCode>& forbidden_code();

struct Finding {
    std::string path;
    std::size_t line; ///< Counted from 1.
    std::string message;

    std::string text() const;
};

/// The checks. `paths` are the paths of all source files: they tell whether a .cpp has a header of its own.
std::vector<Finding> check_includes(const SourceFile& file);
std::vector<Finding> check_own_header_first(const SourceFile& file, const std::vector<std::string>& paths);
std::vector<Finding> check_forbidden_code(const SourceFile& file);
std::vector<Finding> check_licence_line(const SourceFile& file);
std::vector<Finding> check_pragma_once(const SourceFile& file);
std::vector<Finding> check_file_name(const SourceFile& file);

/// All of the above over all files.
std::vector<Finding> check_all(const std::vector<SourceFile>& files);

bool is_header(std::string_view path);
bool is_cpp(std::string_view path);

} // namespace halfopen::tidy
