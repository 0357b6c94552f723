// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfopen::tidy {

/// One file as the checks see it: its path from the root of the repository, with '/', and its text.
struct SourceFile {
    std::string path;
    std::string text;
};

struct Include {
    std::size_t line; ///< Counted from 1.
    std::string target;
    bool quoted; ///< "x" rather than <x>.
};

std::vector<std::string> lines_of(std::string_view text);

/// The text with comments and the insides of string and character literals blanked out. Lines stay where they
/// are.
std::string code_only(std::string_view text);

/// The include lines of C++ code, in order. Those inside comments and literals do not count.
std::vector<Include> includes_of(std::string_view text);

} // namespace halfopen::tidy
