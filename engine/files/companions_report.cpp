// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/companions_report.h"

#include "engine/files/text_table.h"
#include "engine/insight/explain.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

std::string written(FigureUnit unit, const Figure &value) {
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

} // namespace

std::string companions_text(const std::vector<Companion> &companions) {
    TextTable table({"Theory", "", "expected", "measured"}, 2);
    bool any = false;
    for (const Companion &companion : companions) {
        if (!companion.holds()) continue;
        for (const CompanionFigure &figure : companion.figures) {
            any = true;
            table.add({fmt::format("  {}, {}", companion.path, companion.model), figure.name, written(figure.unit, figure.expected),
                       written(figure.unit, figure.measured)});
        }
    }
    return any ? '\n' + table.text("") : std::string();
}

} // namespace halfopen
