// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"

namespace halfopen {

/// Limits of a document, so that no file can exhaust time, memory or stack.
inline constexpr std::size_t kDocumentBytesMax = std::size_t{4} << 20;
inline constexpr std::size_t kLineBytesMax = std::size_t{64} << 10;
inline constexpr std::size_t kDocumentDepthMax = 64;
inline constexpr std::size_t kDocumentNodesMax = 100'000;
/// Faults of one file that are told; after so many nobody reads on.
inline constexpr std::size_t kIssuesMax = 100;

/// Lines of a text, to turn byte offsets into positions. Columns count characters, not bytes.
class LineIndex {
public:
    explicit LineIndex(std::string_view text);
    Position position(std::size_t offset) const;

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

/// Length of a byte order mark at the start of the text: 3 or 0.
std::size_t byte_order_mark(std::string_view text);

/// What must hold before the text may be given to a YAML library that looks ahead without limit: size, length
/// of lines, valid UTF-8, no control characters, number of values. Gives the first fault.
std::optional<Issue> check_text(std::string_view text);

/// Whether it is valid UTF-8 without control characters.
bool is_printable(std::string_view text);

/// Behind the quote that closes the one at `at`; nothing when none does.
std::optional<std::size_t> behind_quotes(std::string_view text, std::size_t at);

/// A piece of input for a message: quoted, shortened to 40 characters, control characters made visible.
std::string in_quotes(std::string_view text);

} // namespace halfopen
