// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/figure_text.h"

#include "engine/insight/explain.h"

#include <fmt/format.h>

namespace halfopen {

std::string figure_text(FigureUnit unit, const Figure &value) {
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
