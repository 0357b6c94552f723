// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "engine/insight/comparison.h"
#include "engine/insight/explain.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

/// Fixed decimals without trailing zeros: "0.73", "30".
std::string trimmed(double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

/// Three significant digits of a value in [0.5, 1000).
std::string three_digits(double value) { return trimmed(value, value >= 100.0 ? 0 : value >= 10.0 ? 1 : 2); }

/// The two largest units of a duration: "2 min 5 s", "1 h", "3 d 4 h".
std::string two_units(std::int64_t whole_seconds) {
    struct Unit {
        std::int64_t size;
        const char *name;
    };
    constexpr Unit units[] = {{86'400, "d"}, {3'600, "h"}, {60, "min"}, {1, "s"}};
    std::size_t i = 0;
    while (i < 2 && whole_seconds < units[i].size) ++i;
    const std::int64_t large = whole_seconds / units[i].size;
    const std::int64_t small = whole_seconds % units[i].size / units[i + 1].size;
    std::string text = fmt::format("{} {}", large, units[i].name);
    if (small > 0) text += fmt::format(" {} {}", small, units[i + 1].name);
    return text;
}

} // namespace

std::string format_duration(Duration d) {
    constexpr std::int64_t kMicro = 1'000;
    constexpr std::int64_t kMilli = 1'000'000;
    const std::int64_t ns = d.count();
    if (ns < 0)
        return fmt::format("-{}", format_duration(ns == Duration::min().count() ? Duration::max() : -d));
    if (ns == 0) return "0 s";
    if (ns < kMicro) return fmt::format("{} ns", ns);
    const auto exact = static_cast<double>(ns);
    if (ns < kMilli - kMicro / 2) return three_digits(exact / 1e3) + " µs";
    if (d < std::chrono::milliseconds(500)) return three_digits(exact / 1e6) + " ms";
    if (d <= std::chrono::seconds(120)) return trimmed(exact / 1e9, ns % kMilli == 0 ? 3 : 2) + " s";
    constexpr std::int64_t kSecond = 1'000 * kMilli;
    return two_units(ns / kSecond + (ns % kSecond >= kSecond / 2 ? 1 : 0));
}

std::string format_time(SimTime t) {
    if (t == kTimeNever) return "never";
    return fmt::format("{:.3f} s", seconds(t));
}

std::string format_usd(double usd) {
    const double size = std::abs(usd);
    const char *sign = usd < 0 ? "-" : "";
    if (size < 1e-9) return "$0";
    if (size >= 0.9995) return fmt::format("{}${:.2f}", sign, size);
    // Three significant digits, at least to the tenth of a cent.
    const int decimals = size >= 0.1 ? 3 : 2 - static_cast<int>(std::floor(std::log10(size)));
    std::string text = fmt::format("{:.{}f}", size, decimals);
    while (text.back() == '0' && text.size() > 5) text.pop_back();
    return fmt::format("{}${}", sign, text);
}

std::string format_figure(FigureUnit unit, const Figure &value) {
    if (!value) return "n/a";
    switch (unit) {
    case FigureUnit::share: return fmt::format("{:.2f} %", 100.0 * *value);
    case FigureUnit::seconds: return format_duration(duration_from_ns(*value * 1e9));
    case FigureUnit::usd: return format_usd(*value);
    case FigureUnit::per_second: return fmt::format("{:.3f}/s", *value);
    case FigureUnit::plain: break;
    }
    return fmt::format("{:.{}f}", *value, *value >= 1000.0 ? 0 : 3);
}

} // namespace halfopen
