// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/summary_file.h"

#include "engine/files/summary_lines.h"

#include <algorithm>

namespace halfopen {

namespace {

Failure bad(std::string message) { return Failure{Failure::Kind::bad_input, {Issue{"", std::move(message), {}}}}; }
bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

bool looks_exposed(std::string_view line) {
    return line.starts_with("# HELP") || line.starts_with("# TYPE") || (line.find('{') != std::string_view::npos && !line.starts_with('{') &&
                                                                        (line.find("le=\"") != std::string_view::npos || line.find("quantile=\"") != std::string_view::npos));
}

enum class Looks : std::uint8_t { calls, columns, exposed };

Result<Looks> looks_of(const std::filesystem::path &path, std::size_t bytes_max) {
    Looks looks = Looks::calls;
    const auto failure = for_each_record_line(path, bytes_max, [&](std::size_t, std::string_view text) {
        if (is_blank(text)) return true;
        if (looks_exposed(text)) return looks = Looks::exposed, false;
        if (text.front() == '#') return true; // a comment before the samples
        char best = ',';
        for (const char c : {';', '\t', '|'})
            if (std::count(text.begin(), text.end(), c) > std::count(text.begin(), text.end(), best)) best = c;
        CellSplitter cells(best);
        if (text.front() != '{' && cells.split(text) &&
            summary_columns({cells.cells().begin(), cells.cells().end()}, {}).is_summary())
            looks = Looks::columns;
        return false;
    });
    if (failure) return *failure;
    return looks;
}

} // namespace

bool is_summary(const std::filesystem::path &path) {
    const auto looks = looks_of(path, kRecordBytesMax);
    return looks && looks.value() != Looks::calls;
}

Result<Summary> import_summary(const std::filesystem::path &path, const IncidentMapping &mapping, const std::string &service, std::size_t bytes_max) {
    const auto looks = looks_of(path, bytes_max);
    if (!looks) return looks.failure();
    const bool exposed = looks.value() == Looks::exposed;
    summary::Collecting collecting;
    summary::CsvReading csv(collecting, mapping, service);
    summary::ExpositionReading exposition(collecting, mapping, service);
    const auto failure = for_each_record_line(path, bytes_max, [&](std::size_t line, std::string_view text) {
        exposed ? exposition.take(line, text) : csv.take(line, text);
        return true;
    });
    if (failure) return *failure;
    if (!exposed)
        if (const std::string fault = csv.header_fault(); !fault.empty()) return bad(fault);
    if (collecting.empty()) {
        const std::string note = collecting.first_note();
        return bad(note.empty() ? "there are no figures in it" : "no line can be read; " + note);
    }
    Summary out = collecting.summary(exposed ? std::optional(Counting::counters) : std::nullopt);
    if (out.services.empty()) return bad("counters need at least two times");
    for (const SummarizedService &one : out.services) {
        const auto shortest = std::min_element(one.steps.begin(), one.steps.end(), [](const auto &a, const auto &b) { return a.lasts < b.lasts; });
        if (shortest->lasts < std::chrono::milliseconds(1))
            return bad("the times of " + one.name + " are less than a millisecond apart: is their unit wrong?");
        constexpr double kCallsPerSecondMax = 1e9; // what a scenario's arrivals can be
        const auto most = std::find_if(one.steps.begin(), one.steps.end(), [](const SummaryStep &step) {
            return step.calls && *step.calls > kCallsPerSecondMax * std::chrono::duration<double>(step.lasts).count();
        });
        if (most != one.steps.end())
            return bad("the counts of " + one.name + " make more than 1000000000 calls a second: is a column taken for another?");
        if (one.steps.back().at + one.steps.back().lasts > kRecordSpanMax)
            return bad("the times of " + one.name + " are decades apart: is a clock wrong, or the unit of a time?");
    }
    return out;
}

} // namespace halfopen
