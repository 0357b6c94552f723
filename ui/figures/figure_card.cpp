// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_card.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>

#include "ui/theme/glyphs.h"

namespace halfopen {

namespace {
constexpr int kHeight = 50, kHeightWithLine = 64;
} // namespace

FigureCard::FigureCard(const Theme &theme, QWidget *parent) : QWidget(parent), theme_(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

QSize FigureCard::sizeHint() const { return {154, roomForLine_ ? kHeightWithLine : kHeight}; }

void FigureCard::show(const Content &content) {
    if (content == content_) return;
    content_ = content;
    setToolTip(content.meaning);
    setAccessibleName(content.title);
    QStringList spoken{content.value};
    if (!content.whole.isEmpty()) spoken << tr("whole run %1").arg(content.whole);
    if (!content.goal.isEmpty()) spoken << content.goal;
    setAccessibleDescription(spoken.join(", "));
    update();
}

void FigureCard::setRoomForLine(bool room) {
    if (room == roomForLine_) return;
    roomForLine_ = room;
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
    painter.setPen(!content_.defined ? c.mutedText : c.text);
    const double valueWidth = painter.fontMetrics().horizontalAdvance(content_.value) + 10.0;
    painter.drawText(QRectF(left, 21, width, 24), Qt::AlignLeft | Qt::AlignVCenter, content_.value);
    if (width - valueWidth > 24)
        paintCourse(painter,
                    QRectF(left + std::max(valueWidth, width - 66), 23, width - std::max(valueWidth, width - 66), 20));
    if (!content_.goal.isEmpty() || !content_.whole.isEmpty()) paintLine(painter, QRectF(left, 45, width, 15));
}

void FigureCard::paintLine(QPainter &painter, const QRectF &line) const {
    const Colours &c = theme_.colours();
    const Glyph glyph = content_.met.value_or(false) ? Glyph::success : Glyph::failure;
    double x = line.left();
    if (content_.met) {
        paintGlyph(painter, glyph, {x + 5, line.center().y()}, 10, theme_);
        x += 14;
    }
    // The sign judges the range; its words make room for what the range is compared with.
    const bool compares = !content_.whole.isEmpty();
    const bool missed = content_.met == false && !compares;
    painter.setFont(theme_.font(11, missed));
    painter.setPen(missed ? c.text : c.mutedText);
    const QRectF box(x, line.top(), line.right() - x, line.height());
    QString text = compares ? tr("whole run %1").arg(content_.whole) : content_.goal;
    if (compares && painter.fontMetrics().horizontalAdvance(text) > box.width())
        text = tr("all %1").arg(content_.whole);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(box.width())));
}

void FigureCard::paintCourse(QPainter &painter, const QRectF &box) const {
    const Colours &c = theme_.colours();
    if (content_.range) {
        const double from = box.left() + content_.range->first * box.width();
        const double to = box.left() + content_.range->second * box.width();
        painter.fillRect(QRectF(from, box.top() - 2, std::max(to - from, 2.0), box.height() + 4), c.selection);
    }
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
