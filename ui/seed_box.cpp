// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seed_box.h"

#include <algorithm>
#include <limits>

#include <QKeyEvent>
#include <QLineEdit>

namespace halfopen {

SeedBox::SeedBox(QWidget *parent) : QAbstractSpinBox(parent) {
    setAccessibleName(tr("Seed"));
    setAlignment(Qt::AlignRight);
    setKeyboardTracking(false);
    connect(this, &QAbstractSpinBox::editingFinished, this, &SeedBox::take);
}

void SeedBox::setSeed(quint64 seed) {
    seed_ = seed;
    lineEdit()->setText(QString::number(seed));
}

void SeedBox::take() {
    bool isNumber = false;
    const quint64 typed = lineEdit()->text().trimmed().toULongLong(&isNumber);
    if (!isNumber) return setSeed(seed_);
    if (typed == seed_) return;
    seed_ = typed;
    emit chosen(seed_);
}

void SeedBox::stepBy(int steps) {
    const auto distance = static_cast<quint64>(std::abs(steps));
    constexpr quint64 last = std::numeric_limits<quint64>::max();
    setSeed(steps < 0 ? (seed_ < distance ? 0 : seed_ - distance)
                      : (last - seed_ < distance ? last : seed_ + distance));
    emit chosen(seed_);
}

QValidator::State SeedBox::validate(QString &input, int &) const {
    if (input.trimmed().isEmpty()) return QValidator::Intermediate;
    const QString typed = input.trimmed();
    const bool digits = std::all_of(typed.begin(), typed.end(), [](QChar c) { return c >= '0' && c <= '9'; });
    bool isNumber = false;
    typed.toULongLong(&isNumber);
    // A number that is too long may be typed and is then taken back: cut short it would be another seed.
    return isNumber ? QValidator::Acceptable : digits ? QValidator::Intermediate : QValidator::Invalid;
}

QAbstractSpinBox::StepEnabled SeedBox::stepEnabled() const {
    StepEnabled enabled = StepUpEnabled;
    if (seed_ > 0) enabled |= StepDownEnabled;
    return enabled;
}

void SeedBox::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && lineEdit()->text() != QString::number(seed_)) return setSeed(seed_);
    QAbstractSpinBox::keyPressEvent(event);
}

} // namespace halfopen
