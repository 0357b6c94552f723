// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/text_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace halfopen {

LineIndex::LineIndex(std::string_view text) : text_(text) {
    starts_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') starts_.push_back(i + 1);
    }
}

Position LineIndex::position(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const std::size_t line = static_cast<std::size_t>(after - starts_.begin());
    std::size_t start = starts_[line - 1];
    if (line == 1) start = std::min(offset, byte_order_mark(text_));
    const auto characters = std::count_if(text_.begin() + static_cast<std::ptrdiff_t>(start),
                                          text_.begin() + static_cast<std::ptrdiff_t>(offset),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
    return Position{static_cast<int>(line), static_cast<int>(characters) + 1};
}

std::size_t byte_order_mark(std::string_view text) { return text.starts_with("\xef\xbb\xbf") ? 3 : 0; }

namespace {

/// Length of the UTF-8 sequence at `i`, or 0 when it is not one (overlong forms, surrogates, cut ends).
std::size_t utf8_length(std::string_view text, std::size_t i) {
    const auto byte = [&](std::size_t k) -> unsigned {
        return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0u;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4) return 0;
    for (std::size_t k = 1; k < length; ++k) {
        if ((byte(k) & 0xc0) != 0x80) return 0;
    }
    const bool overlong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
    const bool outside = (lead == 0xed && byte(1) > 0x9f) || (lead == 0xf4 && byte(1) > 0x8f);
    return overlong || outside ? 0 : length;
}

bool is_control(unsigned char c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f; }

std::optional<Issue> check_characters(std::string_view text) {
    std::size_t line_start = 0;
    for (std::size_t i = 0; i < text.size();) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        std::string message;
        const std::size_t length = utf8_length(text, i);
        if (length == 0) {
            message = fmt::format("not a text file: byte 0x{:02x} is not valid UTF-8", c);
        } else if (is_control(c)) {
            message = fmt::format("not a text file: control character 0x{:02x}", c);
        } else if (c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) {
            message = "a carriage return without a line feed does not end a line";
        } else if (c == '\n') {
            line_start = i + 1;
        } else if (i - line_start > kLineBytesMax) {
            message = fmt::format("a line may be {} bytes long at most", kLineBytesMax);
        }
        if (!message.empty()) return Issue{"", message, LineIndex(text.substr(0, i)).position(i)};
        i += length;
    }
    return std::nullopt;
}

/// A YAML library queues everything between the first bracket and its partner before it gives anything out;
/// so their number must be bounded beforehand. Counts quoted ones too: no honest document comes near the
/// limit.
std::optional<Issue> check_separators(std::string_view text) {
    std::size_t separators = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != ',' && text[i] != '[' && text[i] != '{') continue;
        if (++separators > 2 * kDocumentNodesMax) {
            return Issue{"", fmt::format("more than {} values in one file", kDocumentNodesMax),
                         LineIndex(text.substr(0, i)).position(i)};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Issue> check_text(std::string_view text) {
    if (text.size() > kDocumentBytesMax) {
        return Issue{
            "",
            fmt::format("the file is {} bytes long; a scenario may be {} at most", text.size(), kDocumentBytesMax),
            {}};
    }
    if (auto issue = check_characters(text)) return issue;
    return check_separators(text);
}

bool is_printable(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8_length(text, i);
        const auto c = static_cast<unsigned char>(text[i]);
        if (length == 0 || c < 0x20 || c == 0x7f) return false;
        i += length;
    }
    return true;
}

std::optional<std::size_t> behind_quotes(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\') {
            ++at;
        } else if (text[at] == quote) {
            if (quote == '"' || at + 1 == text.size() || text[at + 1] != quote) return at + 1;
            ++at; // '' is one quote inside single quotes
        }
    }
    return std::nullopt;
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t kShown = 40;
    std::string out = "\"";
    std::size_t shown = 0;
    for (std::size_t i = 0; i < text.size(); ++shown) {
        if (shown == kShown) return out + "…\"";
        const std::size_t whole = utf8_length(text, i), length = std::max<std::size_t>(1, whole);
        const unsigned char c = static_cast<unsigned char>(text[i]);
        if (c == '\n')
            out += "\\n";
        else if (c < 0x20 || c == 0x7f || whole == 0)
            out += fmt::format("\\x{:02x}", c);
        else
            out += text.substr(i, length);
        i += length;
    }
    return out + "\"";
}

} // namespace halfopen
