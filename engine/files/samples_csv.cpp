// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/samples_csv.h"

#include "engine/files/quantities.h"
#include "engine/files/text_checks.h"
#include "engine/files/text_file.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace halfopen {

namespace {

constexpr std::size_t kSampleFileBytesMax = std::size_t{32} << 20;
constexpr std::size_t kSamplesMax = 1'000'000;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\"";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

Failure fault(std::string message) { return Failure{Failure::Kind::bad_input, {Issue{"", std::move(message), {}}}}; }

} // namespace

Result<Samples> read_samples(const std::filesystem::path &path, const std::string &name) {
    Result<std::string> text = read_text_file(path, kSampleFileBytesMax);
    if (!text) return fault(name + ": " + text.failure().issues.front().message);
    auto samples = std::make_shared<std::vector<Duration>>();
    std::string_view rest = std::string_view(text.value()).substr(byte_order_mark(text.value()));
    bool first = true; // only the first line with something in it may be a header
    for (int line = 1; !rest.empty(); ++line) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view cell = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (cell.empty() || cell.front() == '#') continue;
        const auto value = parse_duration(cell);
        const bool good = value && value->count() >= 0;
        const bool header = first && !value && !parse_number(cell) && cell.find(',') == std::string_view::npos;
        first = false;
        if (samples->size() >= kSamplesMax) return fault(fmt::format("{}: more than {} durations", name, kSamplesMax));
        if (good)
            samples->push_back(*value);
        else if (!header) {
            return fault(
                fmt::format("{}:{}:1: expected one duration such as 250ms, got {}", name, line, in_quotes(cell)));
        }
    }
    if (samples->empty()) return fault(name + ": no durations in it");
    return Samples(std::move(samples));
}

} // namespace halfopen
