// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/edit_marks.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

#include "ui/timeline/track.h"

namespace halfopen {

namespace {

constexpr std::size_t kTold = 6;

class Words {
    Q_DECLARE_TR_FUNCTIONS(EditMarks)
};

/// What the edit is about, from the first step of its path.
QString subject(const Edit &edit) {
    const auto begins = [&edit](const char *room) { return edit.path.starts_with(room); };
    if (begins("policies")) return Words::tr("policy changed at %1");
    if (begins("services")) return Words::tr("service changed at %1");
    if (begins("workloads")) return Words::tr("workload changed at %1");
    if (begins("operations")) return Words::tr("operation changed at %1");
    return Words::tr("scenario changed at %1");
}

/// A wedge that points from the axis to the line.
void paintSign(QPainter &painter, double x, double top, const Theme &theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colours().panel, 1));
    painter.setBrush(theme.colours().text);
    painter.drawPolygon(QPolygonF({QPointF(x - 5, top - 7), QPointF(x + 5, top - 7), QPointF(x, top)}));
    painter.restore();
}

} // namespace

std::vector<EditMark> editMarks(const Scenario &scenario, const TimeAxis &axis) {
    std::vector<EditMark> marks;
    for (std::size_t i = 0; i < scenario.edits.size(); ++i) { // they stand in order of time
        const SimTime at{scenario.edits[i].at};
        const double x = axis.x(at);
        if (x < axis.left() || x > axis.right()) continue;
        if (marks.empty() || x - marks.back().x >= 1.0) marks.push_back({x, at, {}});
        marks.back().edits.push_back(i);
    }
    return marks;
}

QString editText(const Scenario &scenario, const EditMark &mark) {
    const QString first = subject(scenario.edits[mark.edits.front()]);
    const bool same =
        std::ranges::all_of(mark.edits, [&](std::size_t i) { return subject(scenario.edits[i]) == first; });
    return (same ? first : Words::tr("scenario changed at %1")).arg(exactTimeText(mark.at));
}

QString editTip(const Scenario &scenario, const EditMark &mark) {
    QStringList lines{editText(scenario, mark)};
    for (const std::size_t i : mark.edits) {
        if (lines.size() > static_cast<qsizetype>(kTold)) break;
        const Edit &edit = scenario.edits[i];
        lines << QString::fromStdString(edit.path + ": " + edit.value).left(120);
    }
    if (mark.edits.size() > kTold) lines << Words::tr("and %1 more").arg(mark.edits.size() - kTold);
    return lines.join('\n');
}

void paintEditMarks(QPainter &painter, const TimeAxis &axis, const Scenario &scenario, const Theme &theme, double top,
                    double bottom) {
    const QFont font = theme.font(11, true);
    QPen dashes(theme.colours().text, 1, Qt::CustomDashLine, Qt::FlatCap);
    dashes.setDashPattern({2, 3});
    double free = axis.left();
    for (const EditMark &mark : editMarks(scenario, axis)) {
        const double x = std::round(mark.x) + 0.5;
        painter.setPen(dashes);
        painter.drawLine(QPointF(x, top), QPointF(x, bottom));
        paintSign(painter, x, top, theme);
        const QString text = editText(scenario, mark);
        const double width = chipWidth(font, text);
        const double left = x + 4 + width <= axis.right() ? x + 4 : x - 4 - width;
        if (left < free || left < axis.left()) continue;
        painter.setFont(font);
        paintChip(painter, QRectF(std::round(left), bottom - 20, width, 17), text, theme);
        free = left + width + 8;
    }
}

} // namespace halfopen
