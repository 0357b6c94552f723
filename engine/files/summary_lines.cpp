// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/summary_lines.h"

#include <fmt/format.h>

namespace halfopen::summary {

bool Collecting::time(std::string_view text, const IncidentMapping &mapping, std::int64_t &ns) {
    const auto time = parse_recorded_time(text, mapping.time_unit, mapping.zone_minutes);
    if (!time || (calendar_ && *calendar_ != time->calendar)) return false;
    calendar_ = time->calendar;
    ns = time->ns;
    return true;
}

void Collecting::refuse(std::size_t line, std::string what) {
    ++health_.rows;
    ++health_.unreadable;
    if (health_.notes.size() < RecordHealth::kNotesMax) health_.notes.push_back({line, std::move(what)});
}

std::string Collecting::first_note() const {
    return health_.notes.empty() ? "" : fmt::format("line {}: {}", health_.notes.front().line, health_.notes.front().what);
}

bool Collecting::never_fall() const {
    std::map<std::tuple<std::string, std::string, double>, std::map<std::int64_t, double>> series;
    for (const Said &s : said_)
        if (s.what == Said::What::bucket || s.what == Said::What::calls) series[{s.service, s.outcome, s.of}][s.time_ns] += s.value;
    bool grows = false;
    for (const auto &[key, values] : series) {
        if (values.size() < 3) return false;
        double last = 0.0;
        for (const auto &[time, value] : values) {
            if (value < last) return false;
            last = value;
        }
        grows = grows || values.begin()->second < last;
    }
    return grows;
}

Summary Collecting::summary(std::optional<Counting> counting) {
    const bool guessed = !counting && std::any_of(said_.begin(), said_.end(), [](const Said &s) { return s.what == Said::What::bucket || s.what == Said::What::calls; });
    SummaryBuilder builder(counting.value_or(never_fall() ? Counting::counters : Counting::windows));
    const bool counters = !counting && never_fall();
    for (const Said &s : said_) {
        switch (s.what) {
        case Said::What::bucket: builder.bucket(s.time_ns, s.service, s.outcome, s.of, s.value); break;
        case Said::What::quantile: builder.quantile(s.time_ns, s.service, s.of, duration_from_ns(s.value * 1e9)); break;
        case Said::What::calls: builder.calls(s.time_ns, s.service, s.outcome, s.value); break;
        case Said::What::failed: builder.failed(s.time_ns, s.service, s.outcome, s.value); break;
        }
    }
    builder.health() = health_;
    Summary out = builder.finish(calendar_.value_or(false));
    if (guessed)
        out.assumptions.push_back(counters ? "Counts never fall from one time to the next, so they were taken for counters since some beginning."
                                           : "Counts fall at times, so each was taken for a number of its own window.");
    return out;
}

} // namespace halfopen::summary
