// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/time.h"
#include "engine/base/units.h"

namespace halfopen {

// Quantities as people write them. Each parser takes the whole text or gives nothing; ranges are the caller's
// affair, so that "expected at least 1ns" and "expected a duration" stay two messages.

/// "250ms", "1.5min", "-3s": a number with one of ns us µs ms s min h, rounded to the nearest nanosecond.
/// Nothing also when it does not fit: see duration_too_long.
std::optional<Duration> parse_duration(std::string_view text);
/// Whether the text is a duration of more than kDurationMax.
bool duration_too_long(std::string_view text);
/// "5/s", "300/min", "10/h".
std::optional<Rate> parse_rate(std::string_view text);
/// "7.5%" or "0.075"; both give the same double.
std::optional<double> parse_share(std::string_view text);
/// A finite decimal number, with or without exponent. No nan, inf, hexadecimal or blank.
std::optional<double> parse_number(std::string_view text);
/// A whole decimal number.
std::optional<std::int64_t> parse_integer(std::string_view text);
/// A seed: any whole number of 64 bits without a sign.
std::optional<std::uint64_t> parse_seed(std::string_view text);
inline constexpr std::string_view kSeedRange = "0 to 18446744073709551615";

// The shortest texts that read back as exactly the same value.
std::string format_duration_yaml(Duration duration); ///< "250ms", "1.5s", "90s", "2h"
std::string format_share_yaml(double share);         ///< "7.5%"
std::string format_rate_yaml(Rate rate);             ///< "5/s", "10/min"
std::string format_number_yaml(double number);
std::string format_money_yaml(Money money); ///< "0.1"
/// A text as one YAML scalar: as it is when that is safe, else in double quotes.
std::string quote_yaml(std::string_view text);

} // namespace halfopen
