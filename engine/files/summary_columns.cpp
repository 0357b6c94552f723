// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/summary_columns.h"

#include "engine/files/quantities.h"

#include <algorithm>
#include <cctype>
#include <limits>

namespace halfopen {

namespace {

std::string small(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

/// "p99", "p99.9", "p99_ms" as a share.
std::optional<double> share_of(std::string_view name) {
    if (!name.starts_with('p')) return std::nullopt;
    name.remove_prefix(1);
    const std::string_view number = name.substr(0, name.find_first_not_of("0123456789."));
    const std::string_view rest = name.substr(number.size());
    if (number.empty() || (!rest.empty() && rest.front() != '_' && rest.front() != ' ')) return std::nullopt;
    const auto percent = parse_number(number);
    if (!percent || *percent < 0.0 || *percent > 100.0) return std::nullopt;
    return *percent / 100.0;
}

bool is_one_of(const std::string &name, std::initializer_list<const char *> names) {
    return std::any_of(names.begin(), names.end(), [&](const char *one) { return name == one; });
}

} // namespace

std::optional<double> parse_le(std::string_view text) {
    const std::string word = small(text);
    if (word == "+inf" || word == "inf") return std::numeric_limits<double>::infinity();
    const auto number = parse_number(text);
    if (!number || !(*number >= 0.0 && *number <= 1e6)) return std::nullopt;
    return number;
}

SummaryColumns summary_columns(const std::vector<std::string> &names, const IncidentMapping &mapping) {
    SummaryColumns out;
    const std::size_t none = names.size();
    const IncidentMapping guessed = guess_mapping(names);
    const auto place = [&](RecordField field) {
        const std::string &wanted = mapping.column(field).empty() ? guessed.column(field) : mapping.column(field);
        const auto found = wanted.empty() ? names.end() : std::find(names.begin(), names.end(), wanted);
        return static_cast<std::size_t>(found - names.begin());
    };
    out.time = place(RecordField::time);
    out.service = place(RecordField::service);
    out.outcome = place(RecordField::outcome);
    out.le = out.count = out.errors = out.error_share = none;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string name = small(names[i]);
        if (name == "le") out.le = i, out.has_le = true;
        else if (is_one_of(name, {"count", "calls", "requests", "value", "n"})) out.count = i;
        else if (is_one_of(name, {"errors", "failed", "failures", "error"})) out.errors = i;
        else if (is_one_of(name, {"error_rate", "error_share", "failed_share", "failure_rate"})) out.error_share = i;
        else if (const auto share = share_of(name)) {
            out.percentiles.emplace_back(i, *share);
            out.units.push_back(mapping.latency_unit == NumberUnit::automatic ? latency_unit_of(names[i]) : mapping.latency_unit);
        } else if (name.starts_with("le_")) {
            if (const auto bound = parse_le(std::string_view(name).substr(3))) out.buckets.emplace_back(i, *bound);
        }
    }
    for (std::size_t *one : {&out.outcome, &out.service}) // "errors" is not the word for an outcome
        if (*one != none && (*one == out.errors || *one == out.error_share || *one == out.count)) *one = none;
    return out;
}

} // namespace halfopen
