// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/quantities.h"

#include "engine/base/wide.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace halfopen {

namespace {

/// A decimal number taken apart: digits * 10^exponent.
struct Decimal {
    bool negative = false;
    std::string digits; ///< without leading zeros; "" is zero
    int exponent = 0;
    std::size_t length = 0; ///< characters of the text that it took
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number at the start of the text: [+-] digits [. digits] [e [+-] digits].
std::optional<Decimal> leading_decimal(std::string_view text) {
    Decimal out;
    std::size_t i = 0;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) out.negative = text[i++] == '-';
    const std::size_t first = i;
    bool point = false;
    std::size_t count = 0;
    for (; i < text.size() && (is_digit(text[i]) || (text[i] == '.' && !point)); ++i) {
        if (text[i] == '.') {
            point = true;
            continue;
        }
        ++count;
        if (point) --out.exponent;
        if (text[i] != '0' || !out.digits.empty()) out.digits += text[i];
    }
    if (count == 0 || text[first] == '.' || text[i - 1] == '.' || text.size() > 400) return std::nullopt;
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        std::size_t k = i + 1;
        const bool minus = k < text.size() && text[k] == '-';
        if (k < text.size() && (text[k] == '-' || text[k] == '+')) ++k;
        int e = 0;
        const auto [end, error] = std::from_chars(text.data() + k, text.data() + text.size(), e);
        if (error == std::errc{} && e >= 0 && e < 10'000) {
            out.exponent += minus ? -e : e;
            i = static_cast<std::size_t>(end - text.data());
        }
    }
    out.length = i;
    return out;
}

/// The nearest double. Infinity when it is too large.
double to_double(const Decimal &decimal) {
    const std::string text = (decimal.digits.empty() ? "0" : decimal.digits) + 'e' + std::to_string(decimal.exponent);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    (void)end;
    if (error == std::errc::result_out_of_range) value = decimal.exponent > 0 ? HUGE_VAL : 0.0;
    return decimal.negative ? -value : value;
}

/// digits * 10^exponent * factor rounded to the nearest integer; nothing above the longest duration.
std::optional<std::int64_t> scaled_to_integer(Decimal decimal, std::int64_t factor) {
    constexpr uint128 kMax = static_cast<uint128>(1'000'000'000'000'000'000);
    constexpr std::size_t kDigits = 25; // with the largest factor this stays below 2^128
    if (decimal.digits.size() > kDigits) {
        decimal.exponent += static_cast<int>(decimal.digits.size() - kDigits);
        decimal.digits.resize(kDigits);
    }
    uint128 value = 0;
    for (const char c : decimal.digits)
        value = value * 10 + static_cast<unsigned>(c - '0');
    if (value == 0) return 0;
    int exponent = decimal.exponent;
    for (; exponent > 0; --exponent) {
        value *= 10;
        if (value > kMax) return std::nullopt;
    }
    value *= static_cast<uint128>(factor);
    uint128 divisor = 1;
    for (; exponent < 0; ++exponent) {
        divisor *= 10;
        if (divisor > kMax * kMax / 100) return 0;
    }
    value = (value + divisor / 2) / divisor;
    if (value > kMax) return std::nullopt;
    const auto magnitude = static_cast<std::int64_t>(value);
    return decimal.negative ? -magnitude : magnitude;
}

struct TimeUnit {
    std::string_view name;
    std::int64_t ns;
};
constexpr std::array<TimeUnit, 8> kTimeUnits = {{{"ns", 1},
                                                 {"us", 1'000},
                                                 {"µs", 1'000},
                                                 {"ms", 1'000'000},
                                                 {"s", 1'000'000'000},
                                                 {"min", 60'000'000'000},
                                                 {"h", 3'600'000'000'000},
                                                 {"μs", 1'000}}}; // the Greek letter too

struct SplitDuration {
    Decimal number;
    std::int64_t unit_ns = 0;
};

std::optional<SplitDuration> split_duration(std::string_view text) {
    const auto number = leading_decimal(text);
    if (!number) return std::nullopt;
    std::string_view rest = text.substr(number->length);
    if (rest.starts_with(' ')) rest.remove_prefix(1);
    for (const TimeUnit &unit : kTimeUnits) {
        if (rest == unit.name) return SplitDuration{*number, unit.ns};
    }
    return std::nullopt;
}

double per_second(double number, std::string_view unit) {
    return unit == "/s" ? number : unit == "/min" ? number / 60.0 : number / 3600.0;
}

/// The shortest decimal text of a double that reads back equal.
std::string shortest(double value) {
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return std::string(buffer.data(), end);
}

/// digits * 10^exponent without an exponent where that stays short.
std::string plain_decimal(const std::string &digits, int exponent) {
    if (digits.empty()) return "0";
    const int point = static_cast<int>(digits.size()) + exponent; // digits before the point
    if (exponent >= 0 && point <= 21) return digits + std::string(static_cast<std::size_t>(exponent), '0');
    if (point > 0 && point <= 21) {
        return digits.substr(0, static_cast<std::size_t>(point)) + '.' + digits.substr(static_cast<std::size_t>(point));
    }
    if (point <= 0 && point > -15) return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    return digits + 'e' + std::to_string(exponent);
}

/// The shortest decimal text of a double, times 10^shift exactly, without trailing zeros.
std::string shifted(double value, int shift) {
    Decimal decimal = *leading_decimal(shortest(value));
    while (!decimal.digits.empty() && decimal.digits.back() == '0') {
        decimal.digits.pop_back();
        ++decimal.exponent;
    }
    return fmt::format("{}{}", decimal.negative && !decimal.digits.empty() ? "-" : "",
                       plain_decimal(decimal.digits, decimal.exponent + shift));
}

/// value / unit as an exact decimal with at most nine places, or "".
std::string exact_quotient(std::int64_t value, std::int64_t unit) {
    std::string out = std::to_string(value / unit);
    std::int64_t rest = value % unit;
    if (rest != 0) out += '.';
    for (int place = 0; rest != 0; ++place) {
        if (place == 9) return {};
        rest *= 10;
        out += static_cast<char>('0' + rest / unit);
        rest %= unit;
    }
    return out;
}

} // namespace

std::optional<Duration> parse_duration(std::string_view text) {
    const auto split = split_duration(text);
    if (!split) return std::nullopt;
    const auto ns = scaled_to_integer(split->number, split->unit_ns);
    return ns ? std::optional<Duration>(Duration{*ns}) : std::nullopt;
}

bool duration_too_long(std::string_view text) {
    const auto split = split_duration(text);
    return split && !scaled_to_integer(split->number, split->unit_ns);
}

std::optional<Rate> parse_rate(std::string_view text) {
    const auto number = leading_decimal(text);
    if (!number) return std::nullopt;
    std::string_view unit = text.substr(number->length);
    while (unit.starts_with(' '))
        unit.remove_prefix(1);
    if (unit != "/s" && unit != "/min" && unit != "/h") return std::nullopt;
    const double rate = per_second(to_double(*number), unit);
    return std::isfinite(rate) ? std::optional<Rate>(Rate{rate}) : std::nullopt;
}

std::optional<double> parse_share(std::string_view text) {
    auto number = leading_decimal(text);
    if (!number) return std::nullopt;
    std::string_view rest = text.substr(number->length);
    if (rest == "%" || rest == " %")
        number->exponent -= 2;
    else if (!rest.empty())
        return std::nullopt;
    const double value = to_double(*number);
    return std::isfinite(value) ? std::optional<double>(value) : std::nullopt;
}

std::optional<double> parse_number(std::string_view text) {
    const auto number = leading_decimal(text);
    if (!number || number->length != text.size()) return std::nullopt;
    const double value = to_double(*number);
    return std::isfinite(value) ? std::optional<double>(value) : std::nullopt;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    const bool plus = text.starts_with('+');
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data() + (plus ? 1 : 0), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::uint64_t> parse_seed(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string format_duration_yaml(Duration duration) {
    if (duration.count() == 0) return "0s";
    const std::int64_t ns = std::llabs(duration.count());
    std::string best;
    std::size_t best_cost = 0;
    for (const std::string_view name : {"s", "ms", "min", "h", "us", "ns"}) {
        const auto unit =
            std::find_if(kTimeUnits.begin(), kTimeUnits.end(), [&](const TimeUnit &u) { return u.name == name; });
        const std::string number = exact_quotient(ns, unit->ns);
        if (number.empty()) continue;
        // 100ms rather than 0.1s, and 10min rather than 600s, though they are longer.
        const bool fraction = number.find('.') != std::string::npos;
        const bool many_seconds = name == "s" && ns >= 5 * kTimeUnits[5].ns && ns % kTimeUnits[5].ns == 0;
        const std::size_t cost = 2 * (number.size() + name.size()) + (fraction ? 1u : 0u) +
                                 (number.starts_with("0.") ? 8u : 0u) + (many_seconds ? 4u : 0u);
        if (!best.empty() && cost >= best_cost) continue;
        best = number + std::string(name);
        best_cost = cost;
    }
    return fmt::format("{}{}", duration.count() < 0 ? "-" : "", best);
}

std::string format_share_yaml(double share) { return shifted(share, 2) + '%'; }

std::string format_rate_yaml(Rate rate) {
    std::string best = shifted(rate.per_second, 0) + "/s";
    for (const auto &[unit, factor] : {std::pair{"/min", 60.0}, std::pair{"/h", 3600.0}}) {
        // The nearest few doubles: the product may be one unit in the last place off.
        for (const double number : {rate.per_second * factor, std::round(rate.per_second * factor),
                                    std::round(rate.per_second * factor * 1e6) / 1e6}) {
            const std::string text = shifted(number, 0) + unit;
            const auto back = parse_rate(text);
            if (back && *back == rate && text.size() + 1 < best.size()) best = text;
        }
    }
    return best;
}

std::string format_number_yaml(double number) { return shifted(number, 0); }

std::string format_money_yaml(Money money) {
    const std::string number = exact_quotient(std::llabs(money.nano_usd), 1'000'000'000);
    return fmt::format("{}{}", money.nano_usd < 0 ? "-" : "", number);
}

std::string quote_yaml(std::string_view text) {
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./% ";
    const bool safe = !text.empty() && text.find_first_not_of(kPlain) == std::string_view::npos &&
                      std::string_view("-./% ").find(text.front()) == std::string_view::npos && text.back() != ' ' &&
                      text != "null" && text != "Null" && text != "NULL";
    if (safe) return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
        else
            out += c;
    }
    return out + '"';
}

} // namespace halfopen
