// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/quantities.h"
#include "engine/files/summary_lines.h"
#include "engine/files/text_checks.h"

#include <fmt/format.h>

namespace halfopen::summary {

namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }
std::string expected(const char *what, std::string_view got) { return fmt::format("expected {}, got {}", what, in_quotes(got)); }
std::optional<double> count_of(std::string_view text) {
    const auto number = parse_number(text);
    return number && *number >= 0.0 && *number <= 1e15 ? number : std::nullopt;
}

} // namespace

void CsvReading::take(std::size_t line, std::string_view text) {
    if (is_blank(text)) return;
    if (names_.empty()) return header(text);
    if (!cells_.split(text)) return into_.refuse(line, "a quote is not closed");
    if (cells_.cells().size() != names_.size())
        return into_.refuse(line, fmt::format("expected {} values as in the header, got {}", names_.size(), cells_.cells().size()));
    Said said;
    const std::string wrong = row(said);
    wrong.empty() ? into_.good() : into_.refuse(line, wrong);
}

std::string CsvReading::header_fault() const {
    if (!columns_.is_summary()) return "no column of percentiles (p50, p99_ms) or buckets (le) is known";
    if (columns_.time == names_.size()) return "no column is known for the time";
    if (columns_.has_le && columns_.count == names_.size()) return "a column le needs a column count beside it";
    return {};
}


void CsvReading::header(std::string_view text) {
    char best = ',';
    for (const char c : {',', ';', '\t', '|'})
        if (std::count(text.begin(), text.end(), c) > std::count(text.begin(), text.end(), best)) best = c;
    cells_ = CellSplitter(best);
    cells_.split(text);
    for (const std::string_view cell : cells_.cells()) names_.emplace_back(cell);
    columns_ = summary_columns(names_, mapping_);
}

std::string CsvReading::row(Said &said) {
    if (!into_.time(cell(columns_.time), mapping_, said.time_ns)) return expected("a time such as 2026-11-24T16:00:00Z, of the same sort as above", cell(columns_.time));
    said.service = columns_.service < names_.size() ? std::string(cell(columns_.service)) : service_;
    if (said.service.empty() || said.service.size() > 200 || !is_printable(said.service)) return expected("the name of a service", said.service);
    if (!is_printable(cell(columns_.outcome))) return expected("an outcome", cell(columns_.outcome));
    const std::string word(cell(columns_.outcome));
    const auto mapped = mapping_.outcomes.find(word);
    said.outcome = mapped != mapping_.outcomes.end() ? mapped->second : outcome_of_word(word);
    if (const std::string wrong = buckets(said); !wrong.empty()) return wrong;
    if (const std::string wrong = percentiles(said); !wrong.empty()) return wrong;
    return columns_.has_le ? std::string() : counts(said);
}

std::string CsvReading::buckets(Said said) {
    said.what = Said::What::bucket;
    if (columns_.has_le) {
        const auto le = parse_le(cell(columns_.le));
        const auto count = count_of(cell(columns_.count));
        if (!le) return expected("an upper bound in seconds, or +Inf", cell(columns_.le));
        if (!count) return expected("a count", cell(columns_.count));
        said.of = *le;
        said.value = *count;
        into_.say(said);
    }
    double last = 0.0;
    std::vector<Said> all;
    for (const auto &[place, le] : columns_.buckets) {
        const auto count = count_of(cell(place));
        if (!count || *count < last) return expected("a count that is at least that of the bucket before", cell(place));
        said.of = le;
        said.value = last = *count;
        all.push_back(said);
    }
    for (Said &one : all) into_.say(std::move(one));
    return {};
}

std::string CsvReading::percentiles(Said said) {
    said.what = Said::What::quantile;
    std::vector<Said> all;
    for (std::size_t i = 0; i < columns_.percentiles.size(); ++i) {
        const auto [place, share] = columns_.percentiles[i];
        if (cell(place).empty()) continue; // nothing was measured
        const auto ns = parse_recorded_latency(cell(place), columns_.units[i]);
        if (!ns) return expected("a latency such as 120 or 120ms", cell(place));
        said.of = share;
        said.value = static_cast<double>(*ns) / 1e9;
        all.push_back(said);
    }
    std::stable_sort(all.begin(), all.end(), [](const Said &a, const Said &b) { return a.of < b.of; });
    for (std::size_t i = 1; i < all.size(); ++i)
        if (all[i].value < all[i - 1].value) return fmt::format("p{:g} is below p{:g}", all[i].of * 100, all[i - 1].of * 100);
    for (Said &one : all) into_.say(std::move(one));
    return {};
}

std::string CsvReading::counts(Said said) {
    const bool counted = columns_.count < names_.size() && !cell(columns_.count).empty();
    const auto calls = count_of(cell(columns_.count));
    if (counted && !calls) return expected("a number of calls", cell(columns_.count));
    if (columns_.error_share < names_.size() && !cell(columns_.error_share).empty()) {
        const auto share = parse_share(cell(columns_.error_share));
        if (!share || *share < 0.0 || *share > 1.0) return expected("a share of calls from 0 to 1, or in %", cell(columns_.error_share));
        Said failed = said;
        failed.what = Said::What::failed;
        failed.outcome = "unavailable";
        failed.value = *share;
        into_.say(failed);
    }
    said.what = Said::What::calls;
    if (columns_.errors < names_.size() && !cell(columns_.errors).empty()) {
        const auto errors = count_of(cell(columns_.errors));
        if (!errors || !counted || *errors > *calls) return expected("a number of failed calls, at most that of all", cell(columns_.errors));
        Said failed = said;
        failed.outcome = "unavailable";
        failed.value = *errors;
        into_.say(failed);
        said.outcome = "success";
        said.value = *calls - *errors;
        into_.say(said);
        return {};
    }
    if (!counted) return {};
    said.value = *calls;
    into_.say(said);
    return {};
}

} // namespace halfopen::summary
