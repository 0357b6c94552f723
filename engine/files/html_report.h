// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/insight/companions.h"
#include "engine/insight/lint/lint.h"
#include "engine/insight/metrics.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// A picture inside a report.
struct ReportPicture {
    std::string title;      ///< "Tracks"
    std::string caption;    ///< what it shows, in words; also for those who cannot see it
    std::string png_base64; ///< of the bytes of a PNG
    int width = 0;          ///< at which it is shown, in CSS pixels
};

/// What a report of one run tells.
struct ReportContent {
    Scenario scenario;
    std::string scenario_text; ///< of the file, as it was run
    std::string file;          ///< its name
    Metrics metrics;
    std::string made_by;            ///< "Halfopen 0.1.0"
    std::vector<std::string> notes; ///< what the model leaves out, how far the run is computed
    std::vector<ReportPicture> pictures;
    std::vector<Advice> advice;
    std::vector<Companion> companions;
};

/// One HTML file that needs nothing else: no script, no font, no picture from elsewhere. Light, and made to be printed.
/// It is well-formed XML too.
std::string html_report(const ReportContent &content);

/// Text as it may stand in an element or in a quoted attribute.
std::string html_escaped(std::string_view text);

} // namespace halfopen
