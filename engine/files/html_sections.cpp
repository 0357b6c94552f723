// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/html_sections.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/insight/explain.h"

namespace halfopen {

namespace {

/// A table; the first `left` columns are words, the others numbers.
class Table {
public:
    explicit Table(const std::vector<std::string> &header, std::size_t left = 1) : left_(left) {
        text_ = "<table>\n<thead><tr>";
        for (std::size_t i = 0; i < header.size(); ++i)
            text_ += cell("th", i, header[i]);
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

std::string section(std::string_view title, const Table &table) {
    return table.empty() ? std::string() : fmt::format("<h2>{}</h2>\n{}", html_escaped(title), table.text());
}

/// "cost_per_success" → "cost per success".
std::string spoken(std::string name) {
    std::ranges::replace(name, '_', ' ');
    return name;
}

std::string number(std::uint64_t n) { return std::to_string(n); }
std::string length(double seconds_value) { return format_figure(FigureUnit::seconds, seconds_value); }

} // namespace

std::string html_figures(const Metrics &m) {
    Table table({"figure", "value"});
    table.add({"requests", number(m.requests)});
    table.add({"succeeded", number(m.succeeded)});
    table.add({"failed", number(m.failed)});
    table.add({"in flight at the end", number(m.in_flight)});
    for (const ComparableFigure &figure : comparable_figures(m)) {
        if (figure.name.find('.') != std::string::npos) continue; // of services, which have a table of their own
        // A count is written as one.
        const bool whole =
            figure.unit == FigureUnit::plain && figure.value && *figure.value == std::floor(*figure.value);
        table.add({spoken(figure.name),
                   whole ? fmt::format("{:.0f}", *figure.value) : format_figure(figure.unit, figure.value)});
    }
    return section("Figures", table);
}

std::string html_goals(const Metrics &m) {
    Table table({"goal", "wanted", "measured", "met"});
    for (const GoalFigure &goal : m.slo)
        table.add({spoken(goal.metric), fmt::format("{:g}", goal.goal),
                   goal.value ? fmt::format("{:.4g}", *goal.value) : "n/a",
                   goal.met ? (*goal.met ? "yes" : "no") : "n/a"});
    return section("Goals", table);
}

std::string html_services(const Metrics &m) {
    Table table({"service", "calls", "calls per request", "answers served", "share of answers", "cost", "busy"});
    for (const ServiceFigures &s : m.services)
        table.add({s.name, number(s.calls), format_figure(FigureUnit::plain, s.amplification), number(s.served),
                   format_figure(FigureUnit::share, s.share), format_figure(FigureUnit::usd, s.cost_usd),
                   format_figure(FigureUnit::share, s.busy_share)});
    return section("Services", table);
}

std::string html_breakers(const Metrics &m) {
    Table table({"breaker", "policy", "trips", "false trips", "refused", "closed", "open", "half-open"}, 2);
    for (const BreakerFigures &b : m.breakers)
        table.add({b.caller ? fmt::format("{} before {}", b.service, *b.caller) : b.service, b.policy, number(b.trips),
                   number(b.false_trips), number(b.rejected), length(b.closed_s), length(b.open_s),
                   length(b.half_open_s)});
    return section("Breakers", table);
}

std::string html_faults(const Metrics &m) {
    Table table({"fault at", "from", "for", "time to detect", "time to recover"});
    for (const FaultFigures &f : m.faults)
        table.add({f.service, length(f.at_s), length(f.for_s), format_figure(FigureUnit::seconds, f.time_to_detect_s),
                   format_figure(FigureUnit::seconds, f.time_to_recover_s)});
    return section("Faults", table);
}

std::string html_advice(const std::vector<Advice> &advice) {
    std::string out = "<h2>Advice of the linter</h2>\n";
    if (advice.empty()) return out + "<p>None: no rule found anything to say.</p>\n";
    out += "<ul>\n";
    for (const Advice &a : advice)
        out += fmt::format("<li><b>{}</b> ({}, {}): {} {} <i>{}</i></li>\n", html_escaped(a.path), html_escaped(a.rule),
                           name_of(a.kind), html_escaped(a.why), html_escaped(a.evidence), html_escaped(a.what_to_do));
    return out + "</ul>\n";
}

std::string html_companions(const std::vector<Companion> &companions) {
    if (companions.empty()) return {};
    Table table({"where", "theory", "figure", "expected", "measured"}, 3);
    std::string others;
    for (const Companion &c : companions) {
        for (const CompanionFigure &f : c.figures)
            table.add(
                {c.path, c.model, spoken(f.name), format_figure(f.unit, f.expected), format_figure(f.unit, f.measured)});
        others += c.holds() ? fmt::format("<li>{}, {}, assumes: {}</li>\n", html_escaped(c.path), html_escaped(c.model),
                                          html_escaped(c.assumes))
                            : fmt::format("<li>{}, {}: does not apply, {}</li>\n", html_escaped(c.path),
                                          html_escaped(c.model), html_escaped(c.why_not));
    }
    return "<h2>Checked against theory</h2>\n" + (table.empty() ? std::string() : table.text()) +
           "<ul class=\"small\">\n" + others + "</ul>\n";
}

} // namespace halfopen
