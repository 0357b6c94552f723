// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_card.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>

#include "ui/theme/glyphs.h"

namespace halfopen {

namespace {
constexpr int kHeight = 50, kHeightWithGoal = 64;
} // namespace

FigureCard::FigureCard(const Theme &theme, QWidget *parent) : QWidget(parent), theme_(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

QSize FigureCard::sizeHint() const { return {154, roomForGoal_ ? kHeightWithGoal : kHeight}; }

void FigureCard::show(const Content &content) {
    if (content == content_) return;
    content_ = content;
    setToolTip(content.meaning);
    setAccessibleName(content.title);
    setAccessibleDescription(content.value + (content.goal.isEmpty() ? QString() : ", " + content.goal));
    update();
}

void FigureCard::setRoomForGoal(bool room) {
    roomForGoal_ = room;
    updateGeometry();
}

void FigureCard::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = theme_.colours();
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const double left = 8, width = this->width() - 16;
    painter.setFont(theme_.font(11));
    painter.setPen(c.mutedText);
    const QString title = painter.fontMetrics().elidedText(content_.title, Qt::ElideRight, static_cast<int>(width));
    painter.drawText(QRectF(left, 5, width, 16), Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(theme_.font(16, true));
    painter.setPen(content_.value == "n/a" ? c.mutedText : c.text);
    const double valueWidth = painter.fontMetrics().horizontalAdvance(content_.value) + 10.0;
    painter.drawText(QRectF(left, 21, width, 24), Qt::AlignLeft | Qt::AlignVCenter, content_.value);
    if (width - valueWidth > 24)
        paintCourse(painter,
                    QRectF(left + std::max(valueWidth, width - 66), 23, width - std::max(valueWidth, width - 66), 20));
    if (!content_.goal.isEmpty()) paintGoal(painter, QRectF(left, 45, width, 15));
}

void FigureCard::paintGoal(QPainter &painter, const QRectF &line) const {
    const Colours &c = theme_.colours();
    const Glyph glyph = content_.met.value_or(false) ? Glyph::success : Glyph::failure;
    double x = line.left();
    if (content_.met) {
        paintGlyph(painter, glyph, {x + 5, line.center().y()}, 10, theme_);
        x += 14;
    }
    painter.setFont(theme_.font(11, content_.met == false));
    painter.setPen(content_.met == false ? c.text : c.mutedText);
    const QRectF box(x, line.top(), line.right() - x, line.height());
    const QString goal = painter.fontMetrics().elidedText(content_.goal, Qt::ElideRight, static_cast<int>(box.width()));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, goal);
}

void FigureCard::paintCourse(QPainter &painter, const QRectF &box) const {
    const Colours &c = theme_.colours();
    const double hairline = box.left() + content_.viewed * box.width();
    painter.setPen(QPen(c.ghost, 1));
    painter.drawLine(QPointF(hairline, box.top() - 2), QPointF(hairline, box.bottom() + 2));
    if (content_.course.size() < 2) return;
    const auto [low, high] = std::ranges::minmax_element(content_.course, {}, [](const QPointF &p) { return p.y(); });
    const double least = low->y(), range = std::max(high->y() - least, 1e-12 + std::abs(high->y()) * 1e-3);
    QPainterPath path;
    for (const QPointF &point : content_.course) {
        const QPointF at(box.left() + point.x() * box.width(),
                         box.bottom() - (point.y() - least) / range * box.height());
        path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(c.text, 1.2));
    painter.drawPath(path);
}

} // namespace halfopen
