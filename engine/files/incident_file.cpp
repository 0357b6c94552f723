// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/incident_file.h"

#include "engine/files/record_json.h"
#include "engine/files/record_lines.h"
#include "engine/files/text_checks.h"

#include <fmt/format.h>

#include <algorithm>

namespace halfopen {

std::string_view name_of(RecordFormat format) {
    switch (format) {
    case RecordFormat::csv: return "csv";
    case RecordFormat::jsonl: return "jsonl";
    case RecordFormat::otlp: break;
    }
    return "otlp";
}

namespace {

constexpr std::size_t kPreviewRows = 20;

Failure bad(std::string message) { return Failure{Failure::Kind::bad_input, {Issue{"", std::move(message), {}}}}; }

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

/// The separator that stands most often in the header.
char separator_of(std::string_view header) {
    char best = ',';
    for (const char c : {',', ';', '\t', '|'})
        if (std::count(header.begin(), header.end(), c) > std::count(header.begin(), header.end(), best)) best = c;
    return best;
}

/// Collects what the first lines show.
class Previewing {
public:
    bool take(std::string_view text) {
        if (is_blank(text)) return true;
        if (first_) begin(text);
        else if (preview_.format == RecordFormat::csv) csv_row(text);
        else if (preview_.format == RecordFormat::jsonl) json_row(text);
        first_ = false;
        return preview_.rows.size() < kPreviewRows && preview_.format != RecordFormat::otlp;
    }
    Result<RecordPreview> result() {
        if (first_) return bad("the file is empty");
        if (!wrong_.empty()) return bad(wrong_);
        for (std::vector<std::string> &row : preview_.rows) row.resize(preview_.columns.size());
        preview_.mapping = guess_mapping(preview_.columns);
        return std::move(preview_);
    }

private:
    void begin(std::string_view text) {
        if (text.find('\0') != std::string_view::npos) {
            wrong_ = "the file is no text";
        } else if (text.front() == '{') {
            const bool spans = text.find("\"resourceSpans\"") != std::string_view::npos;
            const bool alone = text == "{" || is_blank(text.substr(1)); // an object over many lines
            preview_.format = spans || alone ? RecordFormat::otlp : RecordFormat::jsonl;
            if (preview_.format == RecordFormat::otlp)
                preview_.columns = {"startTimeUnixNano", "service", "traceId", "attempt", "status", "latency", "caller"};
            else
                json_row(text);
        } else {
            preview_.separator = separator_of(text);
            CellSplitter cells(preview_.separator);
            if (!cells.split(text)) wrong_ = "line 1: a quote is not closed";
            for (const std::string_view cell : cells.cells()) {
                if (!is_printable(cell)) wrong_ = "line 1: the text is not in UTF-8; save it as UTF-8";
                preview_.columns.emplace_back(cell);
            }
        }
    }
    void csv_row(std::string_view text) {
        CellSplitter cells(preview_.separator);
        if (cells.split(text)) preview_.rows.emplace_back(cells.cells().begin(), cells.cells().end());
    }
    void json_row(std::string_view text) {
        std::vector<std::pair<std::string, std::string>> members;
        std::string what;
        if (!read_flat_object(text, members, what)) {
            if (preview_.rows.empty()) wrong_ = "line 1: " + what;
            return;
        }
        std::vector<std::string> &row = preview_.rows.emplace_back();
        for (auto &[name, value] : members) {
            const auto known = std::find(preview_.columns.begin(), preview_.columns.end(), name);
            const auto at = static_cast<std::size_t>(known - preview_.columns.begin());
            if (known == preview_.columns.end()) preview_.columns.push_back(name);
            row.resize(std::max(row.size(), at + 1));
            row[at] = std::move(value);
        }
    }

    RecordPreview preview_;
    std::string wrong_;
    bool first_ = true;
};

/// Where the columns of a mapping stand; nothing and a reason when one is missing.
Result<std::array<std::size_t, kRecordFields>> places_of(const IncidentMapping &mapping,
                                                         const std::vector<std::string> &columns) {
    std::array<std::size_t, kRecordFields> places{};
    std::string names;
    for (const std::string &column : columns) names += (names.empty() ? "" : ", ") + column;
    for (std::size_t f = 0; f < kRecordFields; ++f) {
        const std::string &wanted = mapping.columns[f];
        const auto found = std::find(columns.begin(), columns.end(), wanted);
        places[f] = wanted.empty() ? columns.size() : static_cast<std::size_t>(found - columns.begin());
        if (!wanted.empty() && found == columns.end())
            return bad(fmt::format("there is no column {}; there are {}", wanted, names.substr(0, 500)));
    }
    for (const RecordField needed : {RecordField::time, RecordField::service}) {
        if (mapping.column(needed).empty())
            return bad(fmt::format("no column is known for the {}; there are {}", name_of(needed), names.substr(0, 500)));
    }
    return places;
}

/// Reads the lines of one file in the format that its preview found.
class Importing {
public:
    Importing(const RecordPreview &preview, const IncidentMapping &mapping,
              const std::array<std::size_t, kRecordFields> &places)
        : preview_(preview), mapping_(mapping), places_(places), rows_(mapping), spans_(rows_), cells_(preview.separator) {}

    bool take(std::size_t line, std::string_view text) {
        switch (preview_.format) {
        case RecordFormat::csv: return csv(line, text);
        case RecordFormat::jsonl: return json(line, text);
        case RecordFormat::otlp: break;
        }
        return otlp(line, text);
    }

    Result<Incident> result() {
        if (!whole_.empty()) { // an object over many lines
            std::string what;
            if (whole_.size() > kRecordLineMax)
                return bad(fmt::format("one JSON object of more than {} MiB; export one object a line", kRecordLineMax >> 20));
            if (!spans_.read(whole_, 1, what)) return bad(what);
        }
        if (!rows_.has_rows())
            return bad(rows_.first_refusal().empty() ? "there are no calls in it"
                                                     : "no row can be read; " + rows_.first_refusal());
        Incident incident = rows_.finish();
        if (const auto &limit = incident.health.limit) return bad(fmt::format("line {}: {}", limit->line, limit->what));
        if (const std::string span = too_long(incident); !span.empty()) return bad(span);
        return incident;
    }

private:
    /// A clock that is decades off makes no record that could be run; "" when it is short enough.
    static std::string too_long(const Incident &incident) {
        const RecordedCall &first = incident.calls.front();
        const auto last = std::max_element(incident.calls.begin(), incident.calls.end(), [](const auto &a, const auto &b) { return a.end() < b.end(); });
        const Duration span = last->end() - first.start;
        if (span <= kRecordSpanMax) return {};
        return fmt::format("from line {} to the end of the call of line {} it is {:.0f} days: is a clock wrong, or the unit of a time?", first.line, last->line,
                           seconds(span) / 86'400);
    }

    bool csv(std::size_t line, std::string_view text) {
        if (is_blank(text)) return true;
        if (!header_) return header_ = true;
        if (!cells_.split(text)) {
            rows_.refuse(line, "a quote is not closed");
            return true;
        }
        const auto &cells = cells_.cells();
        if (cells.size() != preview_.columns.size()) {
            rows_.refuse(line, fmt::format("expected {} values as in the header, got {}", preview_.columns.size(), cells.size()));
            return true;
        }
        RowTexts row;
        for (std::size_t f = 0; f < kRecordFields; ++f)
            if (places_[f] < cells.size()) row[f] = cells[places_[f]];
        return rows_.take(row, line);
    }
    bool json(std::size_t line, std::string_view text) {
        if (is_blank(text)) return true;
        std::string what;
        if (!read_flat_object(text, members_, what)) {
            rows_.refuse(line, what);
            return true;
        }
        RowTexts row;
        for (const auto &[name, value] : members_) {
            for (std::size_t f = 0; f < kRecordFields; ++f)
                if (!mapping_.columns[f].empty() && mapping_.columns[f] == name) row[f] = value;
        }
        return rows_.take(row, line);
    }
    bool otlp(std::size_t line, std::string_view text) {
        if (is_blank(text)) return true;
        std::string what;
        if (whole_.empty() && text.find("\"resourceSpans\"") != std::string_view::npos && spans_.read(text, line, what))
            return true;
        if (spans_.spans() > 0) {
            rows_.refuse(line, what.empty() ? "expected an object with resourceSpans" : what);
            return true;
        }
        whole_ += text;
        whole_ += '\n';
        return whole_.size() <= kRecordLineMax;
    }

    const RecordPreview &preview_;
    const IncidentMapping &mapping_;
    const std::array<std::size_t, kRecordFields> &places_;
    RowTaker rows_;
    OtlpReader spans_;
    CellSplitter cells_;
    std::vector<std::pair<std::string, std::string>> members_;
    bool header_ = false;
    std::string whole_;
};

} // namespace

Result<RecordPreview> preview_record(const std::filesystem::path &path, std::size_t bytes_max) {
    Previewing preview;
    const auto failure = for_each_record_line(path, bytes_max, [&](std::size_t, std::string_view text) { return preview.take(text); });
    if (failure) return *failure;
    return preview.result();
}

Result<Incident> import_record(const std::filesystem::path &path, const ImportOptions &options) {
    const Result<RecordPreview> preview = preview_record(path, options.bytes_max);
    if (!preview) return preview.failure();
    const IncidentMapping mapping = options.mapping.value_or(preview.value().mapping);
    std::array<std::size_t, kRecordFields> places{};
    if (preview.value().format != RecordFormat::otlp) {
        const auto found = places_of(mapping, preview.value().columns);
        if (!found) return found.failure();
        places = found.value();
    }
    Importing importing(preview.value(), mapping, places);
    const auto failure = for_each_record_line(
        path, options.bytes_max, [&](std::size_t line, std::string_view text) { return importing.take(line, text); },
        options.progress);
    if (failure) return *failure;
    return importing.result();
}

} // namespace halfopen
