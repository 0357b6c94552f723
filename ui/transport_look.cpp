// SPDX-License-Identifier: GPL-3.0-or-later
// How the bar looks: its colours, and which words give way where it is narrow.
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QToolButton>

#include "ui/time_field.h"
#include "ui/transport.h"

namespace halfopen {

namespace {

constexpr int kWays = 7; ///< in which room is given, one after the other

QString roundStyle(const QString &look, const Colours &colours) {
    return QString("QPushButton { border-radius: 12px; padding: 0 12px; %1 }"
                   "QPushButton:focus { border: 2px solid %2; padding: 0 11px; }")
        .arg(look, colours.accent.name());
}

} // namespace

/// Orange when the view was taken away from what is being computed; calm while it plays, for that is how one watches.
/// At the end of a run that is complete there is nothing to go back to.
bool Transport::pillAsked() const {
    const Playhead &head = session_.playhead();
    const bool atEnd = session_.run().finished() && head.viewed() >= session_.run().computed();
    return !head.live() && !atEnd;
}

void Transport::showPill() {
    pill_->setVisible(pillAsked());
    const bool calm = session_.playhead().playing();
    if (pill_->property("calm").toBool() == calm && !pill_->styleSheet().isEmpty()) return;
    pill_->setProperty("calm", calm);
    const Colours &c = theme_.colours();
    const QString look =
        calm ? QString("background: %1; color: %2; border: 1px solid %3;").arg(c.raised.name(), c.text.name(), c.controlBorder.name())
             : QString("background: %1; color: %2; border: 1px solid %3;")
                   .arg(c.pillFill.name(), c.pillText.name(), c.pillEdge.name());
    pill_->setStyleSheet(roundStyle(look + " font-weight: 600;", c)); // one weight, so that its width stays
}

/// Words give way one after the other until all controls have their room. Looked at anew only where a length changed.
void Transport::fit() {
    const QString viewed = QString::number(seconds(session_.playhead().viewed()), 'f', 2) + " s";
    const bool pill = pillAsked();
    const QList<int> now{width(), static_cast<int>(live_->text().size()), pill ? static_cast<int>(viewed.size()) : 0,
                         fontMetrics().height()};
    if (now == fitted_) return give(way_, viewed);
    fitted_ = now;
    for (way_ = 0;; ++way_) {
        give(way_, viewed);
        for (QWidget *each : {pill_, live_})
            each->setMinimumWidth(each->sizeHint().width());
        layout()->invalidate();
        if (way_ == kWays || layout()->minimumSize().width() <= width()) break;
    }
    layout()->activate(); // at once: no frame shows a cut word
}

void Transport::give(int way, const QString &viewed) {
    pill_->setText(way >= 6   ? tr("to live (L)")
                   : way >= 3 ? tr("%1 · to live (L)").arg(viewed)
                              : tr("viewing %1 · back to live (L)").arg(viewed));
    for (QToolButton *each : {both_, fork_}) // what cannot be used yet goes first
        each->setVisible(way < 1);
    untilLabel_->setVisible(way < 2);
    speedLabel_->setVisible(way < 4);
    seedLabel_->setVisible(way < 5);
    timeLabel_->setVisible(way < 7);
}

void Transport::showTheme() {
    for (QToolButton *each : buttons_)
        each->setIcon(theme_.icon(each->property("iconName").toString()));
    time_->setFont(theme_.font(16, true));
    const Colours &c = theme_.colours();
    setStyleSheet(QString("#transport { border-bottom: 1px solid %1; }").arg(c.border.name()));
    pill_->setStyleSheet({}); // made anew
    live_->setStyleSheet(roundStyle({}, c));
    fitted_.clear();
    showMoved();
}

void Transport::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    showMoved();
}

} // namespace halfopen
