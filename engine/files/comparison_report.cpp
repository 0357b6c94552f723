// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/comparison_report.h"

#include "engine/files/text_table.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace halfopen {

namespace {

using Json = nlohmann::ordered_json;

Json number(const Figure &figure) {
    return figure && std::isfinite(*figure) ? Json(*figure) : Json(nullptr);
}

/// A number with four digits that mean something.
std::string digits(double value) {
    const double size = std::fabs(value);
    if (size == 0.0) return "0";
    if (size >= 1000.0) return fmt::format("{:.0f}", value);
    const int before = static_cast<int>(std::floor(std::log10(size))) + 1;
    return fmt::format("{:.{}f}", value, std::clamp(4 - before, 0, 9));
}

double scaled(FigureUnit unit, double value) { return unit == FigureUnit::share ? 100.0 * value : value; }

/// What follows a number; money has its sign before it.
std::string_view unit_of(FigureUnit unit) {
    switch (unit) {
    case FigureUnit::share: return " %";
    case FigureUnit::seconds: return " s";
    case FigureUnit::per_second: return "/s";
    case FigureUnit::usd:
    case FigureUnit::plain: break;
    }
    return "";
}

std::string written(FigureUnit unit, const Figure &value) {
    if (!value) return "n/a";
    const std::string sign = unit != FigureUnit::usd ? "" : *value < 0 ? "-$" : "$";
    const double size = unit == FigureUnit::usd ? std::fabs(*value) : scaled(unit, *value);
    return sign + digits(size) + std::string(unit_of(unit));
}

/// The difference of two shares is in points: 4 % against 2 % is 2 points less, and half as much.
std::string difference_text(const MetricComparison &row) {
    if (row.unit != FigureUnit::share || !row.difference) return written(row.unit, row.difference);
    return digits(scaled(row.unit, *row.difference)) + " points";
}

std::string interval_text(const MetricComparison &row) {
    if (!row.interval) return "n/a";
    return fmt::format("{} to {}", digits(scaled(row.unit, row.interval->low)),
                       digits(scaled(row.unit, row.interval->high)));
}

bool says_nothing(const MetricComparison &row) {
    if (row.undefined == row.pairs) return true;
    return row.verdict == CompareVerdict::same && row.mean_a == 0.0;
}

std::string verdict_text(const MetricComparison &row) {
    if (row.undefined == 0) return std::string(word_of(row.verdict));
    return fmt::format("n/a: undefined in {} of {}", row.undefined, row.pairs);
}

/// What both runs of a pair have in common, and what they have not.
std::string ground_text(const SharedGround &ground) {
    constexpr std::size_t kShown = 8;
    std::string text = ground.same_arrivals ? "both of a pair meet the same arrivals and the same random numbers"
                                            : "both of a pair draw the same random numbers, but ";
    if (!ground.same_arrivals) {
        text += ground.arrivals_follow_answers ? "requests that start when others have ended come at times of their own"
                                               : "their arrivals differ";
    }
    if (ground.differences.empty()) return text;
    std::string list;
    for (std::size_t i = 0; i < std::min(kShown, ground.differences.size()); ++i) {
        list += (i == 0 ? "" : ", ") + ground.differences[i];
    }
    if (ground.differences.size() > kShown) list += fmt::format(" and {} more", ground.differences.size() - kShown);
    return text + "\nB differs from A not in policies alone: " + list;
}

} // namespace

std::string comparison_text(const ComparisonHead &head, const std::vector<MetricComparison> &rows) {
    std::string out = fmt::format("A  {}: {}\nB  {}: {}\n", head.a, head.name_a.empty() ? "(no name)" : head.name_a,
                                  head.b, head.name_b.empty() ? "(no name)" : head.name_b);
    out += fmt::format("{} pairs of runs, seeds {} to {}; {}\n\n", head.seeds, head.first_seed,
                       head.first_seed + static_cast<std::uint64_t>(head.seeds) - 1, ground_text(head.ground));
    TextTable table({"", "A", "B", "B - A", "95 % interval", "gain of pairs*", "B is"}, 1);
    for (const MetricComparison &row : rows) {
        if (says_nothing(row)) continue;
        const std::string reduced =
            row.variance_reduction ? digits(*row.variance_reduction) : "";
        table.add({row.name, written(row.unit, row.mean_a), written(row.unit, row.mean_b),
                   difference_text(row), interval_text(row), reduced, verdict_text(row)});
    }
    out += table.text("");
    out += "\n* With the same random numbers in both the variance of the difference is so many times smaller than with\n"
           "independent runs, which would have to be so many times as many for intervals of this width.\n"
           "Each interval holds for its own figure: of 20 figures that do not differ, one will seem to.\n";
    return out;
}

std::string comparison_json(const ComparisonHead &head, const std::vector<MetricComparison> &rows) {
    Json metrics = Json::object();
    for (const MetricComparison &row : rows) {
        const Json interval =
            row.interval ? Json::array({number(row.interval->low), number(row.interval->high)}) : Json(nullptr);
        metrics[row.name] = Json{{"a", number(row.mean_a)},
                                 {"b", number(row.mean_b)},
                                 {"difference", number(row.difference)},
                                 {"ci95", interval},
                                 {"variance_reduction", number(row.variance_reduction)},
                                 {"undefined", row.undefined},
                                 {"verdict", row.undefined > 0 ? Json(nullptr) : Json(word_of(row.verdict))}};
    }
    const Json out{{"a", Json{{"scenario", head.name_a}, {"from", head.a}}},
                   {"b", Json{{"scenario", head.name_b}, {"from", head.b}}},
                   {"first_seed", head.first_seed},
                   {"seeds", head.seeds},
                   {"same_arrivals", head.ground.same_arrivals},
                   {"differences", head.ground.differences},
                   {"metrics", std::move(metrics)}};
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace halfopen
