// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/record_rows.h"

#include "engine/base/units.h"
#include "engine/files/quantities.h"
#include "engine/files/text_checks.h"

#include <fmt/format.h>

#include <algorithm>

namespace halfopen {

namespace {

constexpr std::size_t kTextMax = 200; ///< of a name; a longer one is no name

std::string_view text_of(const RowTexts &row, RecordField field) { return row[static_cast<std::size_t>(field)]; }

/// A column that tells of an error rather than of a success: its "true" is a failure.
bool tells_errors(std::string_view column) {
    std::string name(column);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name.find("err") != std::string::npos || name.find("fail") != std::string::npos;
}

} // namespace

RowTaker::RowTaker(const IncidentMapping &mapping) : mapping_(mapping) {
    const std::string &latency = mapping.column(RecordField::latency);
    latency_unit_ = mapping.latency_unit == NumberUnit::automatic ? latency_unit_of(latency) : mapping.latency_unit;
    if (tells_errors(mapping.column(RecordField::outcome))) {
        for (const char *word : {"true", "True", "TRUE", "1"}) mapping_.outcomes.try_emplace(word, "unavailable");
        for (const char *word : {"false", "False", "FALSE", "0"}) mapping_.outcomes.try_emplace(word, "success");
    }
}

std::string_view RowTaker::outcome_of(std::string_view word) {
    if (!last_outcome_.empty() && word == last_word_) return last_outcome_;
    auto known = outcomes_.find(std::string(word));
    if (known == outcomes_.end()) {
        const auto mapped = mapping_.outcomes.find(std::string(word));
        known = outcomes_.emplace(word, mapped != mapping_.outcomes.end() ? mapped->second : outcome_of_word(word)).first;
    }
    last_word_ = word;
    return last_outcome_ = known->second;
}

void RowTaker::refuse(std::size_t line, std::string what) {
    if (first_refusal_.empty()) first_refusal_ = fmt::format("line {}: {}", line, what);
    builder_.refuse(line, std::move(what));
}

bool RowTaker::take(const RowTexts &row, std::size_t line) {
    const std::string_view when = text_of(row, RecordField::time);
    const auto time = parse_recorded_time(when, mapping_.time_unit, mapping_.zone_minutes);
    const auto expected = [&](std::string_view what, std::string_view got) {
        refuse(line, fmt::format("expected {}, got {}", what, in_quotes(got.substr(0, 80))));
        return true;
    };
    if (!time) return expected("a time such as 2026-11-24T16:00:00Z or 12.5 (seconds)", when);
    if (!calendar_) builder_.set_calendar(*(calendar_ = time->calendar));
    if (time->calendar != *calendar_) {
        return expected(*calendar_ ? "a date as in the rows above" : "seconds from the start as in the rows above", when);
    }
    RecordedRow out;
    out.time_ns = time->ns;
    out.line = line;
    out.service = text_of(row, RecordField::service);
    out.request = text_of(row, RecordField::request);
    out.caller = text_of(row, RecordField::caller);
    for (const std::string_view text : {out.service, out.request, out.caller, text_of(row, RecordField::outcome)})
        if (!is_printable(text)) return expected("text in UTF-8", text);
    if (out.service.empty() || out.service.size() > kTextMax) return expected("the name of a service", out.service);
    if (out.caller.size() > kTextMax) return expected("the name of a caller", out.caller);
    const std::string_view outcome = text_of(row, RecordField::outcome);
    if (outcome.size() > kTextMax) return expected("an outcome", outcome);
    out.outcome = outcome_of(outcome);
    if (is(row, RecordField::attempt)) {
        const auto attempt = parse_integer(text_of(row, RecordField::attempt));
        if (!attempt || *attempt < 0 || *attempt > 60'000) return expected("the number of an attempt", text_of(row, RecordField::attempt));
        out.attempt = static_cast<int>(*attempt);
    }
    if (is(row, RecordField::latency)) {
        out.latency_ns = parse_recorded_latency(text_of(row, RecordField::latency), latency_unit_);
        if (!out.latency_ns) return expected("a latency such as 120 or 120ms", text_of(row, RecordField::latency));
    }
    if (is(row, RecordField::cost)) {
        const auto cost = parse_number(text_of(row, RecordField::cost));
        if (!cost || !(*cost >= 0.0 && *cost <= 1e6)) return expected("a cost in USD from 0 to 1000000", text_of(row, RecordField::cost));
        out.cost_nano = money_from_usd(*cost).nano_usd;
    }
    return builder_.add(out);
}

} // namespace halfopen
