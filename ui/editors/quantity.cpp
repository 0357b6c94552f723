// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/quantity.h"

#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QRegularExpression>

#include "engine/base/time.h"
#include "engine/files/quantities.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(Quantity)
};

struct TimeUnit {
    const char *shown;
    const char *yaml;
    double seconds;
};
constexpr std::array<TimeUnit, 6> kTimeUnits{
    {{"h", "h", 3600}, {"min", "min", 60}, {"s", "s", 1}, {"ms", "ms", 1e-3}, {"µs", "us", 1e-6}, {"ns", "ns", 1e-9}}};

/// Hours and minutes only where they come out short: 90 s stays 90 s, 600 s is 10 min.
const TimeUnit &unitFor(double seconds) {
    const auto comesOut = [seconds](double unit) { return std::abs(std::remainder(seconds, unit / 2)) < 1e-9; };
    if (seconds >= 7200 && comesOut(3600)) return kTimeUnits[0];
    if (seconds >= 180 && comesOut(60)) return kTimeUnits[1];
    if (seconds >= 0.4999999999 || seconds == 0.0) return kTimeUnits[2];
    if (seconds >= 0.9999999999e-3) return kTimeUnits[3];
    return seconds >= 0.9999999999e-6 ? kTimeUnits[4] : kTimeUnits[5];
}

QString number(double value) { return QString::number(value, 'g', 10); }

QString dollars(double value) {
    const QString exact = number(value);
    const auto point = exact.indexOf('.');
    const bool plain = !exact.contains('e');
    const auto decimals = point < 0 ? 0 : exact.size() - point - 1;
    return "$" + (plain && decimals < 2 ? QString::number(value, 'f', 2) : exact);
}

/// "1,500": a thousand and a half, or one and a half?
bool isThousands(const QString &text) {
    static const QRegularExpression shape("^[^,.]*\\d,\\d{3}(?!\\d)[^,.]*$");
    return shape.match(text).hasMatch() && !text.trimmed().startsWith("0,");
}

/// Units in the ways that people write them.
QString bareText(const QString &text) {
    static const QList<std::pair<QRegularExpression, QString>> words = [] {
        const auto unit = [](const char *pattern) {
            return QRegularExpression(QString("(?<=[\\d.,])(%1)\\.?$").arg(pattern), QRegularExpression::CaseInsensitiveOption);
        };
        return QList<std::pair<QRegularExpression, QString>>{{unit("msecs?|millis|milliseconds?|millisekunden?"), "ms"},
                                                             {unit("secs?|seconds?|sekunden?|sek"), "s"},
                                                             {unit("mins?|minutes?|minuten?|m"), "min"},
                                                             {unit("hours?|hrs?|stunden?|std"), "h"},
                                                             {unit("usecs?|microseconds?"), "us"},
                                                             {unit("percent|prozent|pct"), "%"}};
    }();
    QString bare = text.section('=', 0, 0); // "5 = 4 retries"
    bare.remove(' ').remove(QChar(0xA0)).remove('$').remove("×").replace(',', '.').replace("µ", "u").replace("μ", "u");
    for (const auto &[word, unit] : words) bare.replace(word, unit);
    return bare;
}

} // namespace

Duration durationOf(double seconds) { return duration_from_ns(std::round(seconds * 1e9)); }

QString shownText(Unit unit, double value) {
    switch (unit) {
    case Unit::seconds: {
        const TimeUnit &time = unitFor(value);
        return number(value / time.seconds) + " " + time.shown;
    }
    case Unit::share: return number(value * 100.0) + " %";
    case Unit::perSecond: return number(value) + " /s";
    case Unit::usd: return dollars(value);
    case Unit::factor: return number(value) + " ×";
    case Unit::number: return number(value);
    case Unit::whole: return QString::number(value, 'f', 0);
    }
    return {};
}

QString yamlText(Unit unit, double value) {
    switch (unit) {
    case Unit::seconds:
        // What no duration can hold is written as it is, so that it is refused with its range instead of being cut to it.
        if (value < 0.0 || value > seconds(kDurationMax)) return QString::number(value, 'g', 15) + "s";
        return QString::fromStdString(format_duration_yaml(durationOf(value)));
    case Unit::share: return QString::fromStdString(format_share_yaml(value));
    case Unit::perSecond: return QString::fromStdString(format_rate_yaml(Rate{value}));
    case Unit::whole: return QString::number(value, 'f', 0);
    case Unit::usd:
    case Unit::factor:
    case Unit::number: return QString::fromStdString(format_number_yaml(value));
    }
    return {};
}

std::optional<double> typedValue(Unit unit, const QString &text, double like) {
    const std::string typed = bareText(text).toStdString();
    const auto plain = parse_number(typed);
    if (isThousands(text)) return std::nullopt;
    switch (unit) {
    case Unit::seconds:
        if (plain) return *plain * unitFor(like).seconds;
        if (const auto duration = parse_duration(typed)) return seconds(*duration);
        return std::nullopt;
    case Unit::share:
        if (plain) return *plain / 100.0;
        return parse_share(typed);
    case Unit::perSecond:
        if (plain) return plain;
        if (const auto rate = parse_rate(typed)) return rate->per_second;
        return std::nullopt;
    case Unit::whole:
        if (const auto whole = parse_integer(typed)) return static_cast<double>(*whole);
        return std::nullopt;
    case Unit::usd:
    case Unit::factor:
    case Unit::number: return plain;
    }
    return std::nullopt;
}

QString typingTrouble(Unit unit, const QString &text) {
    const QString expected = Text::tr("Expected %1.").arg(expectedWords(unit));
    const std::string bare = bareText(text).toStdString();
    if (isThousands(text))
        return Text::tr("A comma before three digits may mean thousands or a fraction: write 1500 or 1.5. %1").arg(expected);
    if (unit == Unit::whole && parse_number(bare)) return Text::tr("This is no whole number. %1").arg(expected);
    if (unit != Unit::seconds && parse_duration(bare)) return Text::tr("This is a duration. %1").arg(expected);
    if (unit != Unit::share && bare.ends_with('%') && parse_share(bare)) return Text::tr("This is a share. %1").arg(expected);
    if (unit != Unit::perSecond && parse_rate(bare)) return Text::tr("This is a rate. %1").arg(expected);
    return expected;
}

QString expectedWords(Unit unit) {
    switch (unit) {
    case Unit::seconds: return Text::tr("a duration such as 250 ms or 2 min");
    case Unit::share: return Text::tr("a share such as 7.5 %");
    case Unit::perSecond: return Text::tr("a rate such as 5/s or 300/min");
    case Unit::usd: return Text::tr("an amount in US dollars such as 0.10");
    case Unit::factor:
    case Unit::number: return Text::tr("a number such as 2.5");
    case Unit::whole: return Text::tr("a whole number such as 5");
    }
    return {};
}

double roundedForSlider(Unit unit, double value) {
    if (unit == Unit::whole) return std::round(value);
    if (value == 0.0) return 0.0;
    const double digit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 1.0);
    const double rounded = std::round(value / digit) * digit;
    return QString::number(rounded, 'g', 6).toDouble(); // 0.30000000000000004 becomes 0.3
}

} // namespace halfopen
