// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/html_report.h"

#include <fmt/format.h>

#include "engine/base/say.h"
#include "engine/files/html_sections.h"
#include "engine/insight/explain.h"

namespace halfopen {

namespace {

constexpr std::string_view kStyle = R"(
body { font: 14px/1.45 Inter, system-ui, sans-serif; color: #1B2026; background: #FFFFFF; max-width: 960px;
  margin: 32px auto; padding: 0 24px; font-variant-numeric: tabular-nums; }
h1 { font-size: 24px; margin: 0 0 4px; } h2 { font-size: 16px; margin: 28px 0 8px; }
p { margin: 8px 0; max-width: 720px; } .small, .facts { color: #55606C; font-size: 12px; }
table { border-collapse: collapse; margin: 8px 0; }
th, td { text-align: left; padding: 3px 16px 3px 0; border-bottom: 1px solid #E6E9ED; vertical-align: top; }
th { color: #55606C; font-weight: 400; border-bottom-color: #C9CFD6; } .n { text-align: right; }
figure { margin: 16px 0; } img { max-width: 100%; border: 1px solid #C9CFD6; }
figcaption { color: #55606C; font-size: 12px; }
pre { background: #F1F3F5; padding: 12px; font-size: 12px; white-space: pre-wrap; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } figure, tr { break-inside: avoid; } }
)";

std::string picture(const ReportPicture &p) {
    const std::string title = html_escaped(p.title), caption = html_escaped(p.caption);
    return fmt::format("<figure>\n<img alt=\"{}: {}\" width=\"{}\" src=\"data:image/png;base64,{}\"/>\n"
                       "<figcaption>{}: {}</figcaption>\n</figure>\n",
                       title, caption, p.width, p.png_base64, title, caption);
}

std::string facts(const ReportContent &c) {
    const std::string line = say(phrase("Report", "{} · seed {} · {} simulated · {} events · trace hash {} · {}"), c.file,
                                 c.metrics.seed, format_duration(duration_from_ns(c.metrics.simulated_s * 1e9)),
                                 c.metrics.events, c.metrics.trace_hash, c.made_by);
    return "<p class=\"facts\">" + html_escaped(line) + "</p>\n";
}

std::string notes(const std::vector<std::string> &lines) {
    if (lines.empty()) return {};
    std::string out = "<h2>" + html_escaped(said(phrase("Report", "What the model takes into account"))) + "</h2>\n<ul>\n";
    for (const std::string &line : lines)
        out += "<li>" + html_escaped(line) + "</li>\n";
    return out + "</ul>\n";
}

} // namespace

std::string html_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
    }
    return out;
}

std::string html_report(const ReportContent &c) {
    const std::string title = html_escaped(c.scenario.name);
    std::string out = "<!DOCTYPE html>\n<html lang=\"" + said(phrase("Report: code of the language", "en")) +
                      "\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>" + title +
                      "</title>\n<style>" + std::string(kStyle) + "</style>\n</head>\n<body>\n<h1>" + title + "</h1>\n";
    out += facts(c);
    if (!c.scenario.about.empty()) out += "<p>" + html_escaped(c.scenario.about) + "</p>\n";
    out += notes(c.notes);
    for (const ReportPicture &p : c.pictures)
        out += picture(p);
    out += html_goals(c.metrics) + html_figures(c.metrics) + html_services(c.metrics) + html_breakers(c.metrics) +
           html_faults(c.metrics);
    out += html_companions(c.companions) + html_advice(c.advice);
    out += "<h2>" + html_escaped(said(phrase("Report", "The scenario"))) + "</h2>\n<pre>" + html_escaped(c.scenario_text) + "</pre>\n</body>\n</html>\n";
    return out;
}

} // namespace halfopen
