// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/scenario_card.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTextLayout>

#include "ui/start/card_pictures.h"

namespace halfopen {

namespace {

constexpr int kEdge = 1, kPadding = 10, kGap = 4, kAboutLines = 3;

/// As many lines as there is room for; the last one is cut where it must be.
void drawLines(QPainter &painter, const QRect &place, const QString &text, int most) {
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    const QFontMetrics metrics = painter.fontMetrics();
    int y = place.top();
    for (int line = 0; line < most; ++line) {
        QTextLine next = layout.createLine();
        if (!next.isValid()) break;
        next.setLineWidth(place.width());
        const bool last = line + 1 == most;
        const QString rest = text.mid(next.textStart());
        painter.drawText(place.left(), y + metrics.ascent(),
                         last ? metrics.elidedText(rest, Qt::ElideRight, place.width())
                              : rest.left(next.textLength()).trimmed());
        y += metrics.lineSpacing();
    }
    layout.endLayout();
}

} // namespace

QString firstSentence(const QString &text) {
    static const QRegularExpression end("[.!?](?=\\s|$)");
    const QString simple = text.simplified();
    const auto match = end.match(simple);
    return match.hasMatch() ? simple.left(match.capturedStart()) + '.' : simple;
}

QSize ScenarioCard::cardSize(const Theme &theme) {
    const int words =
        QFontMetrics(theme.font(13, true)).height() + kGap + kAboutLines * QFontMetrics(theme.font(11)).lineSpacing();
    return {CardPictures::kSize.width() + 2 * kEdge, CardPictures::kSize.height() + 2 * kEdge + 2 * kPadding + words};
}

ScenarioCard::ScenarioCard(const QString &file, const QString &name, const QString &about, const Theme &theme,
                           QWidget *parent)
    : QAbstractButton(parent), file_(file), about_(about), theme_(theme) {
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(about);
    setToolTip("<p style='white-space:normal'><b>" + name.toHtmlEscaped() + "</b><br>" + about.toHtmlEscaped() +
               "</p>");
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setFixedSize(cardSize(theme));
    connect(&theme, &Theme::changed, this, [this] { setFixedSize(cardSize(theme_)); });
}

bool ScenarioCard::answers(const QString &typed) const {
    const QString all = text() + ' ' + about_ + ' ' + file_.section('/', -1);
    for (const QString &word : typed.split(' ', Qt::SkipEmptyParts))
        if (!all.contains(word, Qt::CaseInsensitive)) return false;
    return true;
}

void ScenarioCard::setPicture(const QImage &picture) {
    picture_ = picture;
    update();
}

void ScenarioCard::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = theme_.colours();
    const bool lit = underMouse() || isDown();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus() ? QPen(c.accent, 2) : QPen(lit ? c.controlBorder : c.border, 1));
    painter.setBrush(lit ? c.selection : c.raised);
    painter.drawRoundedRect(hasFocus() ? frame.adjusted(0.5, 0.5, -0.5, -0.5) : frame, 4, 4);
    const QRect area(QPoint(kEdge + 1, kEdge + 1), CardPictures::kSize - QSize(2, 1));
    painter.setClipRect(area);
    if (picture_.isNull()) {
        painter.fillRect(area, c.panel);
        painter.setFont(theme_.font(11));
        painter.setPen(c.mutedText);
        painter.drawText(area, Qt::AlignCenter, tr("its picture is being made"));
    } else {
        painter.drawImage(area.topLeft(), picture_);
    }
    painter.setClipping(false);
    painter.fillRect(QRect(area.left(), area.bottom() + 1, area.width(), 1), c.border);
    QRect words(kPadding, area.bottom() + 1 + kPadding, width() - 2 * kPadding, 0);
    painter.setFont(theme_.font(13, true));
    painter.setPen(c.text);
    const QFontMetrics title = painter.fontMetrics();
    // A long name takes a second line from what it is about.
    const int lines = title.horizontalAdvance(text()) > words.width() ? 2 : 1;
    drawLines(painter, words, text(), lines);
    words.setTop(words.top() + lines * title.lineSpacing() + (lines == 1 ? kGap : 0));
    painter.setFont(theme_.font(11));
    painter.setPen(c.mutedText);
    drawLines(painter, words, firstSentence(about_), kAboutLines + 1 - lines);
}

} // namespace halfopen
