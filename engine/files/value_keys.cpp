// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/value_keys.h"

#include "engine/files/text_checks.h"

#include <fmt/format.h>

namespace halfopen {

std::string describe_range(DurationRange range) {
    const std::string least = format_duration_yaml(range.least);
    return range.most == kDurationMax ? "at least " + least : least + " to " + format_duration_yaml(range.most);
}

std::string describe_range(IntegerRange range) { return fmt::format("{} to {}", range.least, range.most); }

std::string describe_range(NumberRange range) {
    const std::string most = format_number_yaml(range.most);
    const std::string least = format_number_yaml(range.least);
    return range.above ? "above " + least + ", at most " + most : least + " to " + most;
}

namespace {

/// A hint for a number that lacks its unit.
std::string unit_hint(const DocumentNode &node, std::string_view units) {
    if (!node.is_scalar() || !parse_number(node.text)) return {};
    return fmt::format(" (a number needs a unit here: {})", units);
}

} // namespace

std::optional<Duration> read_duration(Reading &reading, const DocumentNode &node, DurationRange range) {
    if (node.is_scalar()) {
        const std::optional<Duration> value = parse_duration(node.text);
        if (value && *value >= range.least && *value <= range.most) return value;
        if (value && *value < range.least) {
            reading.expected(node, "a duration of at least " + format_duration_yaml(range.least));
            return std::nullopt;
        }
        if (value || duration_too_long(node.text)) {
            reading.expected(node, "a duration of at most " + format_duration_yaml(range.most));
            return std::nullopt;
        }
    }
    reading.expected(node, "a duration such as 250ms", unit_hint(node, "ns, us, ms, s, min or h"));
    return std::nullopt;
}

std::optional<std::int64_t> read_integer(Reading &reading, const DocumentNode &node, IntegerRange range) {
    const auto value = node.is_scalar() ? parse_integer(node.text) : std::nullopt;
    if (value && *value >= range.least && *value <= range.most) return value;
    reading.expected(node, "a whole number from " + describe_range(range));
    return std::nullopt;
}

std::optional<double> read_number(Reading &reading, const DocumentNode &node, NumberRange range) {
    const auto value = node.is_scalar() ? parse_number(node.text) : std::nullopt;
    if (value && (range.above ? *value > range.least : *value >= range.least) && *value <= range.most) return value;
    reading.expected(node, std::string("a number ") + (range.above ? "" : "from ") + describe_range(range));
    return std::nullopt;
}

std::optional<double> read_share(Reading &reading, const DocumentNode &node, double most) {
    const auto value = node.is_scalar() ? parse_share(node.text) : std::nullopt;
    if (value && *value >= 0.0 && *value <= most) return value;
    reading.expected(node, value ? fmt::format("a share from 0% to {}", format_share_yaml(most))
                                 : std::string("a share such as 7.5% or 0.075"));
    return std::nullopt;
}

std::optional<Rate> read_rate(Reading &reading, const DocumentNode &node, bool may_be_zero) {
    constexpr double kRateMax = 1e9;
    const auto value = node.is_scalar() ? parse_rate(node.text) : std::nullopt;
    if (value && (value->per_second > 0.0 || (may_be_zero && value->per_second == 0.0)) && value->per_second <= kRateMax) return value;
    if (value)
        reading.expected(node, may_be_zero ? "a rate from 0/s to 1000000000/s" : "a rate above 0/s and at most 1000000000/s");
    else
        reading.expected(node, "a rate such as 5/s", unit_hint(node, "/s, /min or /h"));
    return std::nullopt;
}

std::optional<Money> read_money(Reading &reading, const DocumentNode &node) {
    const auto value = node.is_scalar() ? parse_number(node.text) : std::nullopt;
    if (value && *value >= 0.0 && *value <= kCostMaxUsd) return money_from_usd(*value);
    reading.expected(node, value ? fmt::format("an amount from 0 to {} USD", kCostMaxUsd)
                                 : std::string("an amount in USD such as 0.10"));
    return std::nullopt;
}

std::optional<bool> read_flag(Reading &reading, const DocumentNode &node) {
    if (node.is_scalar() && node.text == "true") return true;
    if (node.is_scalar() && node.text == "false") return false;
    reading.expected(node, "true or false");
    return std::nullopt;
}

std::optional<std::string> read_text(Reading &reading, const DocumentNode &node, std::string_view what) {
    if (node.is_scalar()) return node.text;
    reading.expected(node, what);
    return std::nullopt;
}

} // namespace halfopen
