// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_html.h"

#include <algorithm>

#include <QCoreApplication>
#include <QRegularExpression>

namespace halfopen {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::WhyPane)
};

constexpr std::size_t kCallsShown = 12;
constexpr std::size_t kCellsShown = 20;

QString escaped(const std::string &text) { return QString::fromStdString(text).toHtmlEscaped(); }

/// A quantity that is not broken between number and unit.
QString nowrap(const std::string &text) { return escaped(text).replace(' ', "&nbsp;"); }

QString link(std::uint32_t request) { return QString("<a href=\"request:%1\">#%1</a>").arg(request); }

/// A row of two columns: muted name, text.
QString row(const QString &name, const std::string &text, const Theme &theme) {
    if (text.empty()) return {};
    return QString("<tr><td style=\"color:%1; padding:2px 10px 2px 0\">%2</td><td style=\"padding:2px 0\">%3</td></tr>")
        .arg(theme.colours().mutedText.name(), name, linked(text));
}

QString cells(const TransitionStory &story) {
    if (story.calls.size() == 1 && story.count.empty()) return {}; // the headline says it
    QString html;
    const std::size_t shown = std::min(story.calls.size(), kCellsShown);
    for (std::size_t i = 0; i < shown; ++i)
        html += glyphImage(glyphOf(story.calls[i].outcome), 14) + " ";
    if (!story.count.empty()) html += "&nbsp;<span style=\"font-weight:600\">" + escaped(story.count) + "</span>";
    return html.isEmpty() ? html : "<p style=\"margin:6px 0 4px 0\">" + html + "</p>";
}

/// A cell of the calls; muted where asked.
QString cell(const QString &content, const QString &colour = {}, const QString &align = "left") {
    const QString style = colour.isEmpty() ? QString() : "; color:" + colour;
    return QString("<td align=\"%1\" style=\"padding:1px 7px 1px 0%2\">%3</td>").arg(align, style, content);
}

QString callRow(const DecidingCall &call, const Scenario &scenario, const QString &muted, bool due) {
    QString how = call.outcome == kSuccess ? wordOf(Glyph::success) : escaped(scenario.kinds[call.outcome].name);
    QString html = cell(glyphImage(glyphOf(call.outcome), 11)) + cell(link(call.request)) +
                   cell(QString::number(call.attempt), muted, "right") +
                   cell(nowrap(format_time(call.ended)), {}, "right") + cell(how.replace(' ', "&nbsp;"));
    if (due) html += cell(call.due ? nowrap(format_duration(*call.due)) : Words::tr("n/a"), muted, "right");
    return "<tr>" + html + "</tr>";
}

QString calls(const TransitionStory &story, const Scenario &scenario, const Theme &theme) {
    if (story.calls.empty()) return {};
    const QString muted = theme.colours().mutedText.name();
    const bool due = std::ranges::any_of(story.calls, [](const DecidingCall &call) { return call.due.has_value(); });
    QString html =
        QString("<table cellspacing=\"0\" style=\"margin-top:2px; font-size:%1px\"><tr>").arg(due ? 11 : 12) +
        cell("") + cell(Words::tr("call"), muted) + cell(Words::tr("try"), muted, "right") + cell(Words::tr("ended"), muted, "right") +
        cell(Words::tr("outcome"), muted) + (due ? cell(Words::tr("due after").replace(' ', "&nbsp;"), muted, "right") : QString()) + "</tr>";
    for (std::size_t i = 0; i < std::min(story.calls.size(), kCallsShown); ++i)
        html += callRow(story.calls[i], scenario, muted, due);
    html += "</table>";
    if (story.calls.size() > kCallsShown)
        html += QString("<p style=\"color:%1; margin:2px 0\">%2</p>")
                    .arg(muted, Words::tr("and %1 more").arg(story.calls.size() - kCallsShown));
    return html;
}

Glyph signOf(const StoryLine &line) {
    switch (line.kind) {
    case RecordKind::leg_entered: return Glyph::fallback;
    case RecordKind::refused: return Glyph::refused;
    case RecordKind::remedy_ended: return Glyph::healed;
    case RecordKind::attempt_ended:
    case RecordKind::request_ended: return glyphOf(Outcome{line.outcome});
    default: return Glyph::policyA;
    }
}

bool hasGlyph(const StoryLine &line, std::size_t number) {
    switch (line.kind) {
    case RecordKind::leg_entered: return number > 1; // the first leg is no fallback
    case RecordKind::refused:
    case RecordKind::remedy_ended:
    case RecordKind::attempt_ended:
    case RecordKind::request_ended: return true;
    default: return false;
    }
}

QString headline(Glyph glyph, const std::string &text) {
    return QString("<table cellspacing=\"0\"><tr><td style=\"padding-right:8px\">%1</td>"
                   "<td style=\"font-size:13px; font-weight:600\">%2</td></tr></table>")
        .arg(glyphImage(glyph, 20), linked(text));
}

/// The line that tells a record: its own, else the last one before it, as details follow what they belong to.
std::optional<std::size_t> lineOf(const RequestStory &story, std::size_t record) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < story.lines.size(); ++i) {
        if (story.lines[i].record <= record) found = i;
    }
    return found;
}

QString requestLines(const RequestStory &story, const Theme &theme, std::optional<std::size_t> marked) {
    const QString muted = theme.colours().mutedText.name();
    QString html = "<table cellspacing=\"0\" style=\"margin-top:4px\">";
    std::size_t number = 0;
    for (const StoryLine &line : story.lines) {
        const bool asked = marked == number;
        const QString sign = hasGlyph(line, number++) ? glyphImage(signOf(line), 11) : QString();
        const QString back = asked ? "; background-color:" + theme.colours().selection.name() : QString();
        html += QString("<tr><td align=\"right\" style=\"padding:2px 8px 2px 0; color:%1; white-space:pre%5\">%2</td>"
                        "<td style=\"padding:2px 6px 2px 0%5\">%3</td><td style=\"padding:2px 0%5\">%6%4</td></tr>")
                    .arg(asked ? theme.colours().text.name() : muted, QString::fromStdString(format_time(line.at)), sign,
                         escaped(line.text), back, asked ? "<a name=\"decision\"></a>" : "");
    }
    return html + "</table>";
}

} // namespace

QString glyphImage(Glyph glyph, int size) {
    return QString("<img src=\"glyph:%1:%2\" width=\"%2\" height=\"%2\" alt=\"%3\"/>")
        .arg(static_cast<int>(glyph))
        .arg(size)
        .arg(wordOf(glyph));
}

QString linked(const std::string &text) {
    static const QRegularExpression number("#(\\d+)");
    return escaped(text).replace(number, "<a href=\"request:\\1\">#\\1</a>");
}

namespace {

/// Of the state that is hardest to guess from its name.
QString meaningOf(BreakerState state, const Theme &theme) {
    if (state != BreakerState::half_open) return {};
    return QString("<p style=\"color:%1; margin:2px 0\">%2</p>")
        .arg(theme.colours().mutedText.name(), Words::tr("Now a few calls are let through as probes, to see whether the "
                                                         "service is well again."));
}

} // namespace

QString transitionHtml(const TransitionStory &story, const Scenario &scenario, const Theme &theme) {
    QString html = headline(glyphOf(story.to), story.headline) + meaningOf(story.to, theme) + cells(story) + calls(story, scenario, theme);
    html += QString("<hr style=\"background-color:%1\"/>").arg(theme.colours().border.name());
    html += "<table cellspacing=\"0\">" + row(Words::tr("rule"), story.rule, theme) + row(Words::tr("fault"), story.fault, theme) +
            row(Words::tr("then"), story.then, theme) + "</table>";
    return html;
}

QString requestHtml(const RequestStory &story, const Theme &theme, std::optional<std::size_t> decision) {
    const auto end = std::ranges::find(story.lines, RecordKind::request_ended, &StoryLine::kind);
    const Glyph sign = end == story.lines.end() ? Glyph::policyA : glyphOf(Outcome{end->outcome});
    return headline(sign, story.headline) + requestLines(story, theme, decision ? lineOf(story, *decision) : std::nullopt);
}

namespace {

/// What the three states mean, for whoever meets them for the first time.
QString statesHtml() {
    const auto line = [](BreakerState state, const QString &text) {
        return QString("<tr><td style=\"padding:1px 6px 1px 0\">%1</td><td>%2</td></tr>")
            .arg(glyphImage(glyphOf(state), 13), text);
    };
    return "<table cellspacing=\"0\" style=\"margin-top:4px\">" +
           line(BreakerState::closed, Words::tr("CLOSED: calls pass.")) +
           line(BreakerState::open, Words::tr("OPEN: calls are refused, nothing is sent.")) +
           line(BreakerState::half_open, Words::tr("HALF_OPEN: a few calls are let through as probes, to see whether the "
                                                   "service is well again.")) +
           "</table>";
}

} // namespace

QString emptyWhyHtml(const Scenario &scenario, const Theme &theme) {
    const QString about = QString("<p style=\"font-size:13px; font-weight:600; margin-top:0\">%1</p><p>%2</p>")
                              .arg(escaped(scenario.name), escaped(scenario.about));
    const bool breaker = std::ranges::any_of(scenario.policies, [](const PolicyConfig &p) { return p.breaker.has_value(); });
    return about + (breaker ? statesHtml() : QString()) +
           QString("<p style=\"color:%1\">%2</p><p style=\"color:%1\">%3</p>")
               .arg(theme.colours().mutedText.name(),
                    Words::tr("Click a change of state in a breaker lane to see what decided it, or a request in the "
                              "waterfall or in the table to read its story."),
                    Words::tr("Shift and . selects the next change of state, G runs until the next one."));
}

} // namespace halfopen
