// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace halfopen {

/// A table of text with aligned columns: the first `left` columns to the left, the others to the right, two
/// blanks between them. Widths count characters, not bytes.
class TextTable {
public:
    /// An empty header is left out.
    explicit TextTable(std::vector<std::string> header = {}, std::size_t left = 1);
    void add(std::vector<std::string> row);
    /// Each line ends with a line break and has no blanks at its end.
    std::string text(const std::string &indent = "  ") const;

private:
    std::vector<std::vector<std::string>> rows_;
    std::size_t left_;
};

} // namespace halfopen
