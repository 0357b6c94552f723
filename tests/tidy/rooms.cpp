// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/rooms.h"

#include <algorithm>
#include <cctype>
#include <regex>

namespace halfopen::tidy {

// The layering. To open a new room, or a new door between two, change it here and in the README.
const std::vector<Room>& rooms()
{
    static const std::vector<Room> table = {
        {"engine/base/", {"engine/base/"}},
        {"engine/policy/", {"engine/base/", "engine/policy/"}},
        {"engine/world/", {"engine/base/", "engine/policy/", "engine/world/"}},
        {"engine/trace/", {"engine/base/", "engine/policy/", "engine/trace/"}},
        {"engine/sim/", {"engine/base/", "engine/policy/", "engine/world/", "engine/trace/", "engine/sim/"}},
        // The one door from insight into sim is the value itself, for what-if questions.
        {"engine/insight/",
         {"engine/base/", "engine/policy/", "engine/world/", "engine/trace/", "engine/sim/simulation.h",
          "engine/insight/"}},
        {"engine/incident/", {"engine/base/", "engine/policy/", "engine/world/", "engine/trace/", "engine/incident/"}},
        {"engine/files/", {"engine/"}},
        {"engine/tune/", {"engine/"}},
        {"engine/dialect/", {"engine/"}},
        {"ui/", {"engine/", "ui/"}},
        {"app/", {"engine/", "ui/", "app/"}},
        {"tests/", {"engine/", "ui/", "app/", "tests/"}},
    };
    return table;
}

const std::vector<Library>& libraries()
{
    static const std::vector<Library> table = {
        {R"(^(Qt.*|Q[A-Z]\w*|q[a-z_]+\.h)$)", {"ui/", "app/", "tests/"}, "the engine knows no Qt"},
        {R"(^(QtCharts.*|QChart\w*|QPolarChart|QLegend\w*|Q\w*Series|Q\w*Axis|QBarSet|QBoxSet|QPieSlice|QCandlestickSet)$)",
         {"ui/charts/"},
         "only ui/charts/ draws with Qt Charts"},
        {R"(^random$)",
         {"ui/", "app/", "tests/"},
         "the distributions of <random> differ between standard libraries; draw from engine/base"},
        {R"(^(thread|future|condition_variable|stop_token)$)",
         {"engine/files/", "engine/tune/", "ui/", "app/", "tests/"},
         "the engine has no threads"},
        {R"(^(fstream|filesystem)$)",
         {"engine/files/", "engine/tune/", "ui/", "app/", "tests/"},
         "only engine/files/ knows files"},
        {R"(^yaml-cpp/)", {"engine/files/", "engine/dialect/", "tests/"}, "only engine/files/ knows formats"},
        {R"(^Random123/)", {"engine/base/", "tests/"}, "draw through engine/base"},
        {R"(^CLI/)", {"app/", "tests/"}, "only the programs read a command line"},
    };
    return table;
}

const std::vector<ForbiddenCode>& forbidden_code()
{
    static const std::vector<ForbiddenCode> table = {
        {R"(\bnow\s*\()", "engine/", {}, "the engine has no clock: time is handed in"},
        {R"(\b(random_device|clock_gettime|gettimeofday|srand)\b)",
         "engine/",
         {},
         "the engine has no clock and no luck of its own"},
        {R"(\bstd::(jthread|thread|async)\b)",
         "engine/",
         {"engine/files/", "engine/tune/"},
         "the engine has no threads"},
    };
    return table;
}

namespace {

bool starts_with_any(std::string_view path, const std::vector<std::string_view>& beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return path.starts_with(beginning); });
}

const Room* room_of(std::string_view path)
{
    const Room* best = nullptr;
    for (const Room& room : rooms())
        if (path.starts_with(room.path) && (best == nullptr || room.path.size() > best->path.size()))
            best = &room;
    return best;
}

std::regex regex_of(std::string_view pattern) { return std::regex(pattern.begin(), pattern.end()); }

bool is_generated(std::string_view target)
{
    return target.ends_with(".moc") || target.starts_with("moc_") || target.starts_with("ui_");
}

std::string list_of(const std::vector<std::string_view>& words)
{
    std::string text;
    for (std::string_view word : words)
        text += (text.empty() ? "" : ", ") + std::string(word);
    return text;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

void append(std::vector<Finding>& all, std::vector<Finding> some)
{
    all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

} // namespace

std::string Finding::text() const { return path + ":" + std::to_string(line) + ": " + message; }

bool is_header(std::string_view path) { return path.ends_with(".h"); }

bool is_cpp(std::string_view path) { return is_header(path) || path.ends_with(".cpp"); }

std::vector<Finding> check_includes(const SourceFile& file)
{
    std::vector<Finding> findings;
    if (!is_cpp(file.path))
        return findings;
    const Room* room = room_of(file.path);
    if (room == nullptr)
        return {{file.path, 1, "this folder is no room: add a row to the table in tests/tidy/rooms.cpp"}};

    static const std::regex from_root("^(engine|ui|app|tests)/");
    for (const Include& include : includes_of(file.text)) {
        if (is_generated(include.target))
            continue;
        const bool ours = std::regex_search(include.target, from_root);
        if (include.quoted != ours) {
            findings.push_back(
                {file.path, include.line,
                 ours ? "write \"" + include.target + "\", not <" + include.target + ">"
                      : "\"" + include.target + "\" is not a path from the root (a library goes in <…>)"});
        }
        if (ours && !starts_with_any(include.target, room->may_include)) {
            findings.push_back({file.path, include.line,
                                std::string(room->path) + " may include " + list_of(room->may_include) +
                                    ", not " + include.target});
        }
        for (const Library& library : libraries()) {
            if (!starts_with_any(file.path, library.only_in) &&
                std::regex_search(include.target, regex_of(library.header)))
                findings.push_back(
                    {file.path, include.line, "<" + include.target + ">: " + std::string(library.reason)});
        }
    }
    return findings;
}

std::vector<Finding> check_own_header_first(const SourceFile& file, const std::vector<std::string>& paths)
{
    if (!file.path.ends_with(".cpp"))
        return {};
    const std::string own = file.path.substr(0, file.path.size() - 4) + ".h";
    if (std::find(paths.begin(), paths.end(), own) == paths.end())
        return {};
    const std::vector<Include> includes = includes_of(file.text);
    if (!includes.empty() && includes.front().target == own)
        return {};
    return {{file.path, includes.empty() ? 1 : includes.front().line,
             "the first include must be \"" + own + "\""}};
}

std::vector<Finding> check_forbidden_code(const SourceFile& file)
{
    std::vector<Finding> findings;
    if (!is_cpp(file.path))
        return findings;
    const std::vector<std::string> code = lines_of(code_only(file.text));
    for (const ForbiddenCode& rule : forbidden_code()) {
        if (!file.path.starts_with(rule.path) || starts_with_any(file.path, rule.except))
            continue;
        const std::regex pattern = regex_of(rule.pattern);
        for (std::size_t i = 0; i < code.size(); ++i) {
            std::smatch match;
            if (std::regex_search(code[i], match, pattern))
                findings.push_back({file.path, i + 1, "'" + match.str() + "': " + std::string(rule.reason)});
        }
    }
    return findings;
}

std::vector<Finding> check_licence_line(const SourceFile& file)
{
    const std::vector<std::string> lines = lines_of(file.text);
    for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 2); ++i)
        if (lines[i].ends_with("SPDX-License-Identifier: GPL-3.0-or-later"))
            return {};
    return {{file.path, 1, "the line 'SPDX-License-Identifier: GPL-3.0-or-later' is missing at the top"}};
}

std::vector<Finding> check_pragma_once(const SourceFile& file)
{
    static const std::regex pragma(R"(^\s*#\s*pragma\s+once\b)");
    if (!is_header(file.path))
        return {};
    for (const std::string& line : lines_of(code_only(file.text)))
        if (std::regex_search(line, pragma))
            return {};
    return {{file.path, 1, "a header needs #pragma once"}};
}

std::vector<Finding> check_file_name(const SourceFile& file)
{
    static const std::regex vague(R"((^|[^a-z])(utils?|utilit(y|ies)|helpers?|common|managers?)([^a-z]|$))");
    std::string name(file_name(file.path));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (!std::regex_search(name, vague))
        return {};
    return {{file.path, 1, "a file is named after what it is about, not util, helper, common or manager"}};
}

std::vector<Finding> check_all(const std::vector<SourceFile>& files)
{
    std::vector<std::string> paths;
    for (const SourceFile& file : files)
        paths.push_back(file.path);

    std::vector<Finding> findings;
    for (const SourceFile& file : files) {
        append(findings, check_includes(file));
        append(findings, check_own_header_first(file, paths));
        append(findings, check_forbidden_code(file));
        append(findings, check_licence_line(file));
        append(findings, check_pragma_once(file));
        append(findings, check_file_name(file));
    }
    return findings;
}

} // namespace halfopen::tidy
