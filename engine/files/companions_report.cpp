// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/companions_report.h"

#include "engine/files/text_table.h"

#include <fmt/format.h>

namespace halfopen {

std::string companions_text(const std::vector<Companion> &companions) {
    TextTable table({"Theory", "", "expected", "measured"}, 2);
    bool any = false;
    for (const Companion &companion : companions) {
        if (!companion.holds()) continue;
        for (const CompanionFigure &figure : companion.figures) {
            any = true;
            table.add({fmt::format("  {}, {}", companion.path, companion.model), figure.name,
                       format_figure(figure.unit, figure.expected), format_figure(figure.unit, figure.measured)});
        }
    }
    return any ? '\n' + table.text("") : std::string();
}

} // namespace halfopen
