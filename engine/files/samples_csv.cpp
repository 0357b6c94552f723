// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/samples_csv.h"

#include "engine/files/quantities.h"
#include "engine/files/text_checks.h"
#include "engine/files/text_lines.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace halfopen {

namespace {

constexpr std::size_t kSampleFileBytesMax = std::size_t{32} << 20;
constexpr std::size_t kSamplesMax = 1'000'000;

/// Whether a line that is no duration can be meant as a title such as "latency_ms": text, of which no word begins like a
/// number. "1O0ms" is a slip, and so is what belongs to no text file.
bool may_be_header(std::string_view cell) {
    if (cell.empty() || !is_printable(cell)) return false;
    bool word_begins = true;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const std::size_t sign = word_begins && (cell[i] == '-' || cell[i] == '+' || cell[i] == '.') ? 1 : 0;
        const char c = i + sign < cell.size() ? cell[i + sign] : ' ';
        if (word_begins && c >= '0' && c <= '9') return false;
        word_begins = cell[i] == ' ';
    }
    return true;
}

} // namespace

Result<Samples> read_samples(const std::filesystem::path &path, const std::string &name) {
    auto samples = std::make_shared<std::vector<Duration>>();
    BadLines bad(name);
    bool first = true; // only the first line with something in it may be a header
    const auto on_line = [&](int line, std::string_view text) {
        if (is_silent_line(text)) return true;
        const std::vector<CsvCell> cells = cells_of(text);
        const std::string_view cell = cells.front().text;
        const auto value = cells.size() == 1 ? parse_duration(cell) : std::nullopt;
        const bool header = first && cells.size() == 1 && !value && may_be_header(cell);
        first = false;
        if (header) return true;
        if (samples->size() >= kSamplesMax) {
            bad.add(line, 0, fmt::format("more than {} durations", kSamplesMax));
            return false;
        }
        if (value && value->count() >= 0)
            samples->push_back(*value);
        else
            bad.add(line, cells.front().column,
                    "expected one duration such as 250ms, got " + in_quotes(cells.size() == 1 ? cell : text));
        return true;
    };
    if (const std::optional<Failure> unread = for_each_line(path, kSampleFileBytesMax, on_line))
        return named(*unread, name);
    if (!bad.any() && samples->empty()) bad.add("no durations in it");
    if (bad.any()) return bad.failure();
    return Samples(std::move(samples));
}

} // namespace halfopen
