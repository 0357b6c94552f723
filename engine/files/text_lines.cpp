// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/text_lines.h"

#include "engine/files/text_checks.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace halfopen {

namespace {

Failure unreadable(std::string_view why) {
    return Failure{Failure::Kind::no_file, {Issue{"", fmt::format("cannot be read: {}", why), {}}}};
}

Failure too_long(std::string message) { return Failure{Failure::Kind::bad_input, {Issue{"", std::move(message), {}}}}; }

struct CloseFile {
    void operator()(std::FILE *file) const { std::fclose(file); }
};

constexpr std::string_view kBlank = " \t\r\"";

} // namespace

std::optional<Failure> for_each_line(const std::filesystem::path &path, std::size_t bytes_max,
                                     const std::function<bool(int, std::string_view)> &on_line) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return unreadable(std::strerror(errno));
    if (S_ISDIR(status.st_mode)) return unreadable("it is a directory");
    if (!S_ISREG(status.st_mode)) return unreadable("it is no regular file");
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (!file) return unreadable(std::strerror(errno));

    std::string rest; // a line whose end has not been read yet
    std::size_t bytes = 0;
    int line = 0;
    const auto give = [&](std::string_view text) {
        if (++line == 1) text.remove_prefix(byte_order_mark(text));
        return on_line(line, text);
    };
    char buffer[65536];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file.get())) {
        if ((bytes += count) > bytes_max) return too_long(fmt::format("the file is longer than {} bytes", bytes_max));
        std::string_view text(buffer, count);
        for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
            rest += text.substr(0, end);
            text.remove_prefix(end + 1);
            if (!give(rest)) return std::nullopt;
            rest.clear();
        }
        rest += text;
        if (rest.size() > kLineBytesMax) {
            return too_long(fmt::format("line {} is longer than {} bytes", line + 1, kLineBytesMax));
        }
    }
    if (std::ferror(file.get())) return unreadable(std::strerror(errno));
    if (!rest.empty()) give(rest);
    return std::nullopt;
}

Failure named(Failure failure, const std::string &name) {
    for (Issue &issue : failure.issues)
        issue.message = name + ": " + issue.message;
    return failure;
}

std::vector<CsvCell> cells_of(std::string_view line) {
    std::vector<CsvCell> cells;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find(',', begin), line.size());
        const std::size_t first = std::min(line.find_first_not_of(kBlank, begin), end);
        const std::size_t last = first == end ? end : line.find_last_not_of(kBlank, end - 1) + 1;
        cells.push_back({line.substr(first, last - first), static_cast<int>(first) + 1});
        begin = end + 1;
    }
    return cells;
}

void BadLines::add(int line, int column, const std::string &message) {
    constexpr std::size_t kKept = 10;
    if (++count_ > kKept) return;
    const std::string place = column > 0 ? fmt::format("{}:{}", line, column) : fmt::format("{}", line);
    issues_.push_back(Issue{"", fmt::format("{}:{}: {}", name_, place, message), {}});
}

void BadLines::add(const std::string &message) {
    ++count_;
    issues_.push_back(Issue{"", fmt::format("{}: {}", name_, message), {}});
}

Failure BadLines::failure() const {
    Failure failure{Failure::Kind::bad_input, issues_};
    const std::size_t more = count_ - issues_.size();
    if (more > 0)
        failure.issues.push_back(
            Issue{"", fmt::format("{}: {} more line{} like these", name_, more, more == 1 ? "" : "s"), {}});
    return failure;
}

bool is_silent_line(std::string_view line) {
    const std::size_t first = line.find_first_not_of(kBlank);
    return first == std::string_view::npos || line[first] == '#';
}

} // namespace halfopen
