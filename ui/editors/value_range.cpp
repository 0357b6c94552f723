// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/value_range.h"

#include <limits>

#include <QCoreApplication>
#include <QRegularExpression>

#include "engine/files/quantities.h"
#include "ui/editors/key_docs.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(ValueRange)
};

/// A bound as the reference writes it: "1ns", "0%", "1000".
std::optional<double> bound(const QString &text, Unit unit) {
    const std::string typed = text.toStdString();
    if (const auto number = parse_number(typed)) return number;
    if (unit == Unit::seconds) {
        const auto duration = parse_duration(typed);
        return duration ? std::optional(seconds(*duration)) : std::nullopt;
    }
    if (unit == Unit::share) return parse_share(typed);
    if (unit == Unit::perSecond) {
        const auto rate = parse_rate(typed);
        return rate ? std::optional(rate->per_second) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

bool ValueRange::holds(double value) const {
    return (above ? value > least : value >= least) && (below ? value < most : value <= most);
}

std::optional<ValueRange> rangeOf(const QString &path, Unit unit) {
    const KeyDoc *key = keyAt(path);
    if (!key) return std::nullopt;
    // A duration that may be written in other ways too has no range in the reference.
    if (unit == Unit::seconds && key->range.empty()) return ValueRange{0, seconds(kDurationMax)};
    static const QRegularExpression shape(
        "^(?:at least (\\S+)|(\\S+) to (\\S+)|above ([^\\s,]+)(?:, (at most|below) (\\S+))?)(?: or .*)?$");
    const auto match = shape.match(QString::fromStdString(key->range));
    if (!match.hasMatch()) return std::nullopt;
    const bool above = !match.captured(4).isEmpty();
    const QString least = match.captured(1) + match.captured(2) + match.captured(4);
    const QString most = match.captured(3) + match.captured(6);
    const double limit = unit == Unit::seconds ? seconds(kDurationMax) : std::numeric_limits<double>::infinity();
    const auto from = bound(least, unit), to = most.isEmpty() ? std::optional(limit) : bound(most, unit);
    if (!from || !to) return std::nullopt;
    return ValueRange{*from, *to, above, match.captured(5) == "below"};
}

QString rangeWords(const ValueRange &range, Unit unit) {
    const QString least = shownText(unit, range.least), most = shownText(unit, range.most);
    const bool open = range.most == std::numeric_limits<double>::infinity();
    if (open) return range.above ? Text::tr("more than %1").arg(least) : Text::tr("at least %1").arg(least);
    if (range.above && range.below) return Text::tr("more than %1 and less than %2").arg(least, most);
    return range.above ? Text::tr("more than %1, up to %2").arg(least, most) : Text::tr("%1 to %2").arg(least, most);
}

} // namespace halfopen
