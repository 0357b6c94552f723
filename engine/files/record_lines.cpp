// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/record_lines.h"

#include "engine/files/text_checks.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace halfopen {

namespace {

Failure failed(Failure::Kind kind, std::string message) { return Failure{kind, {Issue{"", std::move(message), {}}}}; }
Failure unreadable(std::string_view why) {
    return failed(Failure::Kind::no_file, fmt::format("cannot be read: {}", why));
}

struct CloseFile {
    void operator()(std::FILE *file) const { std::fclose(file); }
};

bool is_utf16(std::string_view begin) { return begin.starts_with("\xff\xfe") || begin.starts_with("\xfe\xff"); }

std::string_view without_return(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// Hands out whole lines of a buffer and keeps what is left of the last one.
class LineFeed {
public:
    explicit LineFeed(const std::function<bool(std::size_t, std::string_view)> &on_line) : on_line_(on_line) {}

    /// False when the receiver has had enough.
    bool take(std::string_view text) {
        for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
            if (!give(text.substr(0, end))) return false;
            text.remove_prefix(end + 1);
        }
        rest_ += text;
        return true;
    }
    bool end() { return rest_.empty() || give({}); }
    bool too_long() const { return rest_.size() > kRecordLineMax; }
    std::size_t line() const { return line_; }

private:
    bool give(std::string_view text) {
        if (!rest_.empty()) text = rest_ += text;
        if (++line_ == 1) text.remove_prefix(byte_order_mark(text));
        const bool more = on_line_(line_, without_return(text));
        rest_.clear();
        return more;
    }

    const std::function<bool(std::size_t, std::string_view)> &on_line_;
    std::string rest_;
    std::size_t line_ = 0;
};

} // namespace

std::optional<Failure> for_each_record_line(const std::filesystem::path &path, std::size_t bytes_max,
                                            const std::function<bool(std::size_t, std::string_view)> &on_line,
                                            const std::function<bool(std::size_t)> &progress) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return unreadable(std::strerror(errno));
    if (S_ISDIR(status.st_mode)) return unreadable("it is a directory");
    if (!S_ISREG(status.st_mode)) return unreadable("it is no regular file");
    if (static_cast<std::size_t>(status.st_size) > bytes_max) {
        return failed(Failure::Kind::bad_input,
                      fmt::format("the file has {:.1f} GB, more than the {:.1f} GB that are read; cut it by time or service",
                                  static_cast<double>(status.st_size) / 1e9, static_cast<double>(bytes_max) / 1e9));
    }
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (!file) return unreadable(std::strerror(errno));

    LineFeed lines(on_line);
    std::vector<char> buffer(std::size_t{1} << 18);
    std::size_t bytes = 0;
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
        const std::string_view text(buffer.data(), count);
        if (bytes == 0 && is_utf16(text))
            return failed(Failure::Kind::bad_input, "the file is in UTF-16; save it as UTF-8");
        bytes += count;
        if (!lines.take(text)) return std::nullopt;
        if (lines.too_long()) {
            return failed(Failure::Kind::bad_input, fmt::format("line {} is longer than {} MiB", lines.line() + 1,
                                                                kRecordLineMax >> 20));
        }
        if (progress && !progress(bytes)) return failed(Failure::Kind::stopped, "given up");
    }
    if (std::ferror(file.get())) return unreadable(std::strerror(errno));
    lines.end();
    return std::nullopt;
}

bool CellSplitter::split(std::string_view line) {
    cells_.clear();
    unquoted_.clear();
    unquoted_.reserve(line.size()); // views into it must stay
    std::size_t at = 0;
    for (;;) {
        if (at < line.size() && line[at] == '"') {
            const std::size_t begin = unquoted_.size();
            for (++at;; ++at) {
                const std::size_t quote = line.find('"', at);
                if (quote == std::string_view::npos) return false;
                unquoted_ += line.substr(at, quote - at);
                at = quote + 1;
                if (at >= line.size() || line[at] != '"') break;
                unquoted_ += '"';
            }
            cells_.push_back(std::string_view(unquoted_).substr(begin));
            at = std::min(line.find(separator_, at), line.size());
        } else {
            const std::size_t end = std::min(line.find(separator_, at), line.size());
            std::string_view cell = line.substr(at, end - at);
            while (cell.starts_with(' ')) cell.remove_prefix(1);
            while (cell.ends_with(' ')) cell.remove_suffix(1);
            cells_.push_back(cell);
            at = end;
        }
        if (at >= line.size()) return true;
        ++at;
    }
}

} // namespace halfopen
