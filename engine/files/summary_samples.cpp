// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/summary_samples.h"

#include "engine/files/incident_mapping.h"
#include "engine/files/quantities.h"

#include <cctype>
#include <limits>

namespace halfopen {

namespace {

bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == ':'; }

void skip_blanks(std::string_view &rest) {
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t')) rest.remove_prefix(1);
}

std::string take_name(std::string_view &rest) {
    std::size_t end = 0;
    while (end < rest.size() && is_name(rest[end])) ++end;
    std::string name(rest.substr(0, end));
    rest.remove_prefix(end);
    return name;
}

/// What stands between quotes, with \\, \" and \n; false when no quote closes it.
bool take_quoted(std::string_view &rest, std::string &out) {
    if (!rest.starts_with('"')) return false;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] == '"') {
            rest.remove_prefix(i + 1);
            return true;
        }
        const bool escape = rest[i] == '\\' && i + 1 < rest.size();
        if (escape) ++i;
        out += escape && rest[i] == 'n' ? '\n' : rest[i];
    }
    return false;
}

bool take_labels(std::string_view &rest, ExposedSample &sample) {
    rest.remove_prefix(1);
    for (;;) {
        skip_blanks(rest);
        if (rest.starts_with('}')) {
            rest.remove_prefix(1);
            return true;
        }
        auto &[name, value] = sample.labels.emplace_back();
        name = take_name(rest);
        skip_blanks(rest);
        if (name.empty() || !rest.starts_with('=')) return false;
        rest.remove_prefix(1);
        skip_blanks(rest);
        if (!take_quoted(rest, value)) return false;
        skip_blanks(rest);
        if (rest.starts_with(',')) rest.remove_prefix(1);
        else if (!rest.starts_with('}')) return false;
    }
}

std::string_view take_word(std::string_view &rest) {
    skip_blanks(rest);
    const std::string_view word = rest.substr(0, rest.find_first_of(" \t"));
    rest.remove_prefix(word.size());
    return word;
}

} // namespace

std::optional<ExposedSample> parse_sample(std::string_view rest, std::string &what) {
    ExposedSample sample;
    skip_blanks(rest);
    sample.name = take_name(rest);
    skip_blanks(rest);
    if (sample.name.empty() || (rest.starts_with('{') && !take_labels(rest, sample))) {
        what = "expected a sample such as name{le=\"0.5\"} 12 1795521600000";
        return std::nullopt;
    }
    const std::string_view number = take_word(rest), stamp = take_word(rest);
    const auto value = parse_number(number);
    if (!value && number != "NaN") {
        what = "expected a number behind the labels";
        return std::nullopt;
    }
    sample.value = value.value_or(std::numeric_limits<double>::quiet_NaN());
    if (stamp.empty()) return sample;
    // Prometheus counts milliseconds, OpenMetrics seconds with a point.
    const auto time = parse_recorded_time(stamp, stamp.find('.') != std::string_view::npos ? NumberUnit::seconds : NumberUnit::automatic, 0);
    if (!time) {
        what = "expected a timestamp behind the value";
        return std::nullopt;
    }
    sample.time_ns = time->ns;
    return sample;
}

} // namespace halfopen
