// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/time_field.h"

#include <QKeyEvent>
#include <QTimer>

#include "engine/files/quantities.h"
#include "engine/insight/explain.h"

namespace halfopen {

std::optional<SimTime> typedTime(const QString &text) {
    QString bare = text;
    bare.remove(' ').replace(',', '.');
    const bool hasUnit = !bare.isEmpty() && bare.back().isLetter();
    const auto duration = parse_duration((hasUnit ? bare : bare + "s").toStdString());
    if (!duration || duration->count() < 0) return std::nullopt;
    return kTimeZero + *duration;
}

TimeField::TimeField(QWidget *parent) : QLineEdit(parent) {
    setAlignment(Qt::AlignRight);
    setAccessibleName(tr("Time looked at"));
    setToolTip(
        tr("The simulated time that everything shows. Type a time such as 61.3 or 2min and press Enter to go there."));
    connect(this, &QLineEdit::textEdited, this, [this] { typing_ = true; });
    connect(this, &QLineEdit::returnPressed, this, &TimeField::take);
}

void TimeField::show(SimTime t) {
    shown_ = t;
    if (!typing_) setText(QString::fromStdString(format_time(t)));
}

void TimeField::take() {
    const auto time = typedTime(text());
    if (!time) {
        emit refused(tr("\"%1\" is not a time; type one such as 61.3 s or 2min").arg(text()));
        return;
    }
    typing_ = false;
    emit sought(*time);
    show(shown_);
    selectAll();
}

void TimeField::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape) {
        typing_ = false;
        show(shown_);
        selectAll();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void TimeField::focusInEvent(QFocusEvent *event) {
    QLineEdit::focusInEvent(event);
    QTimer::singleShot(0, this, &QLineEdit::selectAll); // after the click has placed its cursor
}

void TimeField::focusOutEvent(QFocusEvent *event) {
    QLineEdit::focusOutEvent(event);
    typing_ = false;
    show(shown_);
}

} // namespace halfopen
