// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/summary_lines.h"
#include "engine/files/text_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace halfopen::summary {

namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

} // namespace

void ExpositionReading::take(std::size_t line, std::string_view text) {
    if (is_blank(text) || text.front() == '#') return;
    std::string what;
    const auto sample = parse_sample(text, what);
    if (!sample) return into_.refuse(line, what);
    const auto label = [&](const char *name) -> const std::string * {
        const auto found = std::find_if(sample->labels.begin(), sample->labels.end(), [&](const auto &one) { return one.first == name; });
        return found == sample->labels.end() ? nullptr : &found->second;
    };
    const std::string *le = label("le"), *quantile = label("quantile");
    if (!le && !quantile) return; // _sum, _count and other families say nothing that is asked for
    const std::string family = le ? sample->name.substr(0, sample->name.rfind("_bucket")) : sample->name;
    if (family_.empty()) family_ = family;
    if (family != family_) return into_.refuse(line, fmt::format("it is of {}; only {} is read", in_quotes(family), family_));
    if (!sample->time_ns) return into_.refuse(line, "a sample without a timestamp belongs to no time");
    const auto bound = parse_le(le ? *le : *quantile);
    if (!bound || (quantile && *bound > 1.0)) return into_.refuse(line, fmt::format("expected a bound, got {}", in_quotes(le ? *le : *quantile)));
    if (std::isnan(sample->value)) return into_.good(); // a quantile of nothing
    if (sample->value < 0.0) return into_.refuse(line, "expected a number of at least 0");
    Said said;
    said.what = le ? Said::What::bucket : Said::What::quantile;
    said.time_ns = *sample->time_ns;
    said.of = *bound;
    said.value = sample->value;
    names(*sample, said);
    into_.calendar(true);
    into_.good();
    into_.say(said);
}


void ExpositionReading::names(const ExposedSample &sample, Said &said) {
    std::vector<std::string> names;
    for (const auto &label : sample.labels) names.push_back(label.first);
    const IncidentMapping guessed = guess_mapping(names);
    const auto value = [&](RecordField field) -> std::string {
        const std::string &wanted = mapping_.column(field).empty() ? guessed.column(field) : mapping_.column(field);
        for (const auto &label : sample.labels)
            if (!wanted.empty() && label.first == wanted) return label.second;
        return {};
    };
    said.service = value(RecordField::service);
    if (said.service.empty() || said.service.size() > 200 || !is_printable(said.service)) said.service = service_;
    const std::string word = value(RecordField::outcome);
    const auto mapped = mapping_.outcomes.find(word);
    said.outcome = mapped != mapping_.outcomes.end() ? mapped->second : outcome_of_word(word);
}

} // namespace halfopen::summary
