// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/source_text.h"

#include <algorithm>
#include <cctype>
#include <regex>

namespace halfopen::tidy {

namespace {

/// Blanks [from, to) but keeps the ends of lines.
void blank(std::string& text, std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < std::min(to, text.size()); ++i)
        if (text[i] != '\n')
            text[i] = ' ';
}

bool is_digit_separator(std::string_view text, std::size_t at)
{
    return at > 0 && at + 1 < text.size() && std::isxdigit(static_cast<unsigned char>(text[at - 1])) != 0 &&
           std::isxdigit(static_cast<unsigned char>(text[at + 1])) != 0;
}

/// The position after the literal whose opening quote stands at `at`; ends at the end of the line if
/// unclosed.
std::size_t end_of_literal(std::string_view text, std::size_t at)
{
    const char quote = text[at];
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == quote || text[i] == '\n')
            return i + 1;
    }
    return text.size();
}

/// The position after the raw literal whose opening quote stands at `at`.
std::size_t end_of_raw_literal(std::string_view text, std::size_t at)
{
    const std::size_t open = text.find('(', at);
    if (open == std::string_view::npos)
        return text.size();
    const std::string closing = ")" + std::string(text.substr(at + 1, open - at - 1)) + "\"";
    const std::size_t close = text.find(closing, open);
    return close == std::string_view::npos ? text.size() : close + closing.size();
}

std::size_t end_of_comment(std::string_view text, std::size_t at)
{
    const bool to_end_of_line = text[at + 1] == '/';
    const std::size_t end = text.find(to_end_of_line ? "\n" : "*/", at + 2);
    if (end == std::string_view::npos)
        return text.size();
    return to_end_of_line ? end : end + 2;
}

bool starts_comment(std::string_view text, std::size_t at)
{
    return text[at] == '/' && at + 1 < text.size() && (text[at + 1] == '/' || text[at + 1] == '*');
}

} // namespace

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::string code_only(std::string_view text)
{
    std::string code(text);
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (starts_comment(text, at)) {
            const std::size_t end = end_of_comment(text, at);
            blank(code, at, end);
            at = end;
        } else if (c == '"' && at > 0 && text[at - 1] == 'R') {
            const std::size_t end = end_of_raw_literal(text, at);
            blank(code, at + 1, end - 1);
            at = end;
        } else if (c == '"' || (c == '\'' && !is_digit_separator(text, at))) {
            const std::size_t end = end_of_literal(text, at);
            blank(code, at + 1, end - 1);
            at = end;
        } else {
            ++at;
        }
    }
    return code;
}

std::vector<Include> includes_of(std::string_view text)
{
    static const std::regex directive(R"(^\s*#\s*include\b)");
    static const std::regex target(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    const std::vector<std::string> written = lines_of(text);
    const std::vector<std::string> code = lines_of(code_only(text));
    std::vector<Include> includes;
    for (std::size_t i = 0; i < code.size(); ++i) {
        std::smatch match;
        if (std::regex_search(code[i], directive) && std::regex_search(written[i], match, target))
            includes.push_back({i + 1, match[2].str(), match[1].str() == "\""});
    }
    return includes;
}

} // namespace halfopen::tidy
