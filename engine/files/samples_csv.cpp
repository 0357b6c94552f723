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
        const bool header = first && cells.size() == 1 && !value && !parse_number(cell);
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
