// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/legend.h"

#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace halfopen {

namespace {

constexpr double kSign = 10;
constexpr double kGap = 14;

} // namespace

Legend::Legend(const QList<Glyph> &glyphs, const Theme &theme, QWidget *parent)
    : QWidget(parent), glyphs_(glyphs), theme_(theme) {
    QStringList words;
    for (const Glyph glyph : glyphs)
        words.append(wordOf(glyph));
    setAccessibleName(QCoreApplication::translate("halfopen::Legend", "Signs: %1").arg(words.join(", ")));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

double Legend::widthOf(Glyph glyph) const {
    return kSign + 5 + std::ceil(QFontMetricsF(theme_.font(11)).horizontalAdvance(wordOf(glyph)));
}

QSize Legend::sizeHint() const {
    double width = 0;
    for (const Glyph glyph : glyphs_)
        width += widthOf(glyph) + kGap;
    return {static_cast<int>(std::ceil(width)), 20};
}

void Legend::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setFont(theme_.font(11));
    double x = width();
    for (auto it = glyphs_.rbegin(); it != glyphs_.rend(); ++it) {
        const double own = widthOf(*it);
        x -= own;
        if (x < 0) return;
        paintGlyph(painter, *it, QPointF(x + kSign / 2, height() / 2.0), kSign, theme_);
        painter.setPen(theme_.colours().text);
        painter.drawText(QRectF(x + kSign + 5, 0, own, height()), Qt::AlignLeft | Qt::AlignVCenter, wordOf(*it));
        x -= kGap;
    }
}

} // namespace halfopen
