// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/html_sections.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/base/say.h"
#include "engine/insight/explain.h"
#include "engine/insight/figure_words.h"

namespace halfopen {

namespace {

/// A table; the first `left` columns are words, the others numbers.
class Table {
public:
    explicit Table(const std::vector<Phrase> &header, std::size_t left = 1) : left_(left) {
        text_ = "<table>\n<thead><tr>";
        for (std::size_t i = 0; i < header.size(); ++i)
            text_ += cell("th", i, said(header[i]));
        text_ += "</tr></thead>\n<tbody>\n";
    }
    void add(const std::vector<std::string> &row) {
        text_ += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            text_ += cell("td", i, row[i]);
        text_ += "</tr>\n";
        empty_ = false;
    }
    bool empty() const { return empty_; }
    std::string text() const { return text_ + "</tbody>\n</table>\n"; }

private:
    std::string cell(std::string_view tag, std::size_t column, const std::string &text) const {
        return fmt::format("<{}{}>{}</{}>", tag, column < left_ ? "" : " class=\"n\"", html_escaped(text), tag);
    }
    std::string text_;
    std::size_t left_;
    bool empty_ = true;
};

std::string heading(const Phrase &title) { return "<h2>" + html_escaped(said(title)) + "</h2>\n"; }

std::string section(const Phrase &title, const Table &table) {
    return table.empty() ? std::string() : heading(title) + table.text();
}

std::string number(std::uint64_t n) { return std::to_string(n); }
std::string length(double seconds_value) { return format_figure(FigureUnit::seconds, seconds_value); }

} // namespace

std::string html_figures(const Metrics &m) {
    Table table({phrase("Report", "figure"), phrase("Report", "value")});
    table.add({said(phrase("Report", "requests")), number(m.requests)});
    table.add({said(phrase("Report", "succeeded")), number(m.succeeded)});
    table.add({said(phrase("Report", "failed")), number(m.failed)});
    table.add({said(phrase("Report", "in flight at the end")), number(m.in_flight)});
    for (const ComparableFigure &figure : comparable_figures(m)) {
        if (figure.name.find('.') != std::string::npos) continue; // of services, which have a table of their own
        // A count is written as one.
        const bool whole =
            figure.unit == FigureUnit::plain && figure.value && *figure.value == std::floor(*figure.value);
        table.add({figure_in_words(figure.name),
                   whole ? fmt::format("{:.0f}", *figure.value) : format_figure(figure.unit, figure.value)});
    }
    return section(phrase("Report", "Figures"), table);
}

std::string html_goals(const Metrics &m) {
    Table table({phrase("Report", "goal"), phrase("Report", "wanted"), phrase("Report", "measured"), phrase("Report", "met")});
    const std::vector<ComparableFigure> known = comparable_figures(m);
    for (const GoalFigure &goal : m.slo) {
        const auto figure = std::ranges::find(known, goal.metric, &ComparableFigure::name);
        const FigureUnit unit = figure == known.end() ? FigureUnit::plain : figure->unit;
        table.add({figure_in_words(goal.metric), (more_is_better(goal.metric) ? "≥ " : "≤ ") + format_figure(unit, goal.goal),
                   format_figure(unit, goal.value),
                   !goal.met   ? said(phrase("Report", "n/a"))
                   : *goal.met ? said(phrase("Report", "yes"))
                               : said(phrase("Report", "no"))});
    }
    return section(phrase("Report", "Goals"), table);
}

std::string html_services(const Metrics &m) {
    Table table({phrase("Report", "service"), phrase("Report", "calls"), phrase("Report", "calls per request"), phrase("Report", "answers served"), phrase("Report", "share of answers"), phrase("Report", "cost"), phrase("Report", "busy")});
    for (const ServiceFigures &s : m.services)
        table.add({s.name, number(s.calls), format_figure(FigureUnit::plain, s.amplification), number(s.served),
                   format_figure(FigureUnit::share, s.share), format_figure(FigureUnit::usd, s.cost_usd),
                   format_figure(FigureUnit::share, s.busy_share)});
    return section(phrase("Report", "Services"), table);
}

std::string html_breakers(const Metrics &m) {
    Table table({phrase("Report", "breaker"), phrase("Report", "policy"), phrase("Report", "trips"), phrase("Report", "false trips"), phrase("Report", "re-opened"), phrase("Report", "calls refused"), phrase("Report", "closed"), phrase("Report", "open"), phrase("Report", "half-open")}, 2);
    for (const BreakerFigures &b : m.breakers)
        table.add({b.caller ? say(phrase("Report", "{} before {}"), b.service, *b.caller) : b.service, b.policy, number(b.trips),
                   number(b.false_trips), number(b.reopenings), number(b.rejected), length(b.closed_s), length(b.open_s),
                   length(b.half_open_s)});
    return section(phrase("Report", "Breakers"), table);
}

std::string html_faults(const Metrics &m) {
    Table table({phrase("Report", "fault at"), phrase("Report", "from"), phrase("Report", "for"), phrase("Report", "time to detect"), phrase("Report", "time to recover")});
    for (const FaultFigures &f : m.faults)
        table.add({f.service, length(f.at_s), length(f.for_s), format_figure(FigureUnit::seconds, f.time_to_detect_s),
                   format_figure(FigureUnit::seconds, f.time_to_recover_s)});
    return section(phrase("Report", "Faults"), table);
}

std::string html_advice(const std::vector<Advice> &advice) {
    std::string out = heading(phrase("Report", "Advice of the linter"));
    if (advice.empty())
        return out + "<p>" + html_escaped(said(phrase("Report", "None: no rule found anything to say."))) + "</p>\n";
    out += "<ul>\n";
    for (const Advice &a : advice)
        out += fmt::format("<li><b>{}</b> ({}, {}): {} {} <i>{}</i></li>\n", html_escaped(a.path), html_escaped(a.rule),
                           said(a.kind == AdviceKind::advice ? phrase("Report", "advice") : phrase("Report", "contradiction")), html_escaped(a.why), html_escaped(a.evidence), html_escaped(a.what_to_do));
    return out + "</ul>\n";
}

std::string html_companions(const std::vector<Companion> &companions) {
    if (companions.empty()) return {};
    Table table({phrase("Report", "where"), phrase("Report", "theory"), phrase("Report", "figure"), phrase("Report", "expected"), phrase("Report", "measured")}, 3);
    std::string others;
    for (const Companion &c : companions) {
        for (const CompanionFigure &f : c.figures)
            table.add(
                {c.path, c.model, figure_in_words(f.name), format_figure(f.unit, f.expected), format_figure(f.unit, f.measured)});
        const std::string line = c.holds() ? say(phrase("Report", "{}, {}, assumes: {}"), c.path, c.model, c.assumes)
                                           : say(phrase("Report", "{}, {}: does not apply, {}"), c.path, c.model, c.why_not);
        others += "<li>" + html_escaped(line) + "</li>\n";
    }
    return heading(phrase("Report", "Checked against theory")) + (table.empty() ? std::string() : table.text()) +
           "<ul class=\"small\">\n" + others + "</ul>\n";
}

} // namespace halfopen
