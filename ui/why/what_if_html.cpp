// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/what_if_html.h"

#include <algorithm>

#include <QCoreApplication>
#include <QStringList>

#include "engine/insight/explain.h"

namespace halfopen {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::WhatIf)
};

QString escaped(const std::string &text) { return QString::fromStdString(text).toHtmlEscaped(); }

QString heading(const Theme &theme) {
    return QString("<hr style=\"background-color:%1\"/><p style=\"font-weight:600; margin:2px 0 4px 0\">%2</p>")
        .arg(theme.colours().border.name(), Words::tr("One setting that would have changed it").toHtmlEscaped());
}

QString muted(const QString &text, const Theme &theme) {
    return QString("<p style=\"color:%1; margin:4px 0; font-size:11px\">%2</p>").arg(theme.colours().mutedText.name(), text);
}

QString cell(const QString &content, const QString &style = {}, const char *align = "left") {
    return QString("<td align=\"%1\" style=\"padding:1px 8px 1px 0; %2\">%3</td>").arg(align, style, content);
}

QString seconds(const Figure &figure) {
    return figure ? escaped(format_duration(duration_from_ns(*figure * 1e9))).replace(' ', "&nbsp;") : Words::tr("n/a");
}

QString dollars(const Figure &figure) { return figure ? QString("$%1").arg(*figure, 0, 'f', 2) : Words::tr("n/a"); }

/// p99 and cost are there for transitions only.
bool hasFigures(const Counterfactuals &found) { return found.as_it_is.p99_s || found.as_it_is.cost_per_1000; }

QString row(const QString &setting, const CounterfactualAnswer &answer, bool figures, const QString &style) {
    QString html = cell(setting, style) + cell(escaped(answer.what), style);
    if (figures) html += cell(seconds(answer.p99_s), style, "right") + cell(dollars(answer.cost_per_1000), style, "right");
    return "<tr>" + html + "</tr>";
}

QString head(bool figures, const Theme &theme) {
    const QString style = "color:" + theme.colours().mutedText.name();
    QString html = cell(Words::tr("setting"), style) + cell(Words::tr("then"), style);
    if (figures) html += cell(Words::tr("p99"), style, "right") + cell(Words::tr("per 1,000"), style, "right");
    return "<tr>" + html + "</tr>";
}

/// "trips at 6", a link where it can be set.
QString settingText(const CounterfactualRow &row, std::size_t number) {
    const QString text = escaped(row.alternative.setting + " " + row.alternative.value).replace(' ', "&nbsp;");
    if (row.alternative.path.empty()) return text;
    return QString("<a href=\"apply:%1\">%2</a>").arg(number).arg(text);
}

/// "trips at up to 20, timeout up to 5 s": what was tried in vain.
QString inVain(const Counterfactuals &found) {
    QStringList names;
    for (const CounterfactualRow &row : found.rows) {
        if (!row.changed)
            names << Words::tr("%1 %2 to %3")
                         .arg(escaped(row.alternative.setting), escaped(row.now), escaped(row.alternative.value));
    }
    return names.join(", ");
}

} // namespace

QString whatIfHtml(const Counterfactuals &found, std::uint64_t seed, const Theme &theme) {
    const bool figures = hasFigures(found);
    QString html = heading(theme) + "<table cellspacing=\"0\" style=\"font-size:11px\">" + head(figures, theme);
    html += row(Words::tr("as it is"), found.as_it_is, figures, "background-color:" + theme.colours().selection.name());
    bool any = false;
    for (std::size_t i = 0; i < found.rows.size(); ++i) {
        if (!found.rows[i].changed) continue;
        html += row(settingText(found.rows[i], i), found.rows[i].answer, figures, {});
        any = true;
    }
    html += "</table>";
    if (!any) html += muted(Words::tr("No single setting that was tried changes it."), theme);
    if (const QString vain = inVain(found); !vain.isEmpty()) html += muted(Words::tr("Changes nothing: %1.").arg(vain), theme);
    return html + muted(Words::tr("Each row runs seed %1 again up to %2 (%3 runs). Click a setting to take it over.")
                            .arg(seed)
                            .arg(escaped(format_time(found.until)))
                            .arg(found.runs),
                        theme);
}

QString whatIfRunningHtml(const Theme &theme) {
    return heading(theme) + muted(Words::tr("Running this world again with other settings …"), theme);
}

QString whatIfPostponedHtml(double seconds, const Theme &theme) {
    return heading(theme) +
           muted(QString("<a href=\"ask:\">%1</a>")
                     .arg(Words::tr("Run this world again with other settings (up to %1 s)").arg(std::ceil(seconds))),
                 theme);
}

} // namespace halfopen
