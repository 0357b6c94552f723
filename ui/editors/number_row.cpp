// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/number_row.h"

#include <cmath>

#include <QKeyEvent>

#include "ui/editors/key_docs.h"
#include "ui/editors/key_text.h"

namespace halfopen {

namespace {

constexpr int kFrameMs = 16;
constexpr int kTypedMost = 4000; ///< characters; a paste of megabytes is no value, and laying it out takes seconds

bool same(std::optional<double> a, std::optional<double> b) {
    if (a.has_value() != b.has_value()) return false;
    return !a || std::abs(*a - *b) <= 1e-9 * std::max(std::abs(*a), std::abs(*b));
}

} // namespace

QuantityEdit::QuantityEdit(QWidget *parent) : QLineEdit(parent) {
    setAlignment(Qt::AlignRight);
    setMaxLength(kTypedMost);
    connect(this, &QLineEdit::textEdited, this, [this] { edited_ = true; });
    connect(this, &QLineEdit::returnPressed, this, &QuantityEdit::take);
}

void QuantityEdit::show(const QString &plain, const QString &withNote) {
    plain_ = plain;
    withNote_ = withNote;
    if (edited_) return;
    setText(hasFocus() ? plain_ : withNote_);
    if (!hasFocus()) setCursorPosition(0); // of a long text the beginning shows
}

void QuantityEdit::take() {
    if (!edited_) return;
    edited_ = false;
    emit typed(text());
    selectAll();
}

void QuantityEdit::giveUp() {
    edited_ = false;
    setText(hasFocus() ? plain_ : withNote_);
    selectAll();
    emit givenUp();
}

void QuantityEdit::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape) return giveUp();
    QLineEdit::keyPressEvent(event);
}

void QuantityEdit::focusInEvent(QFocusEvent *event) {
    QLineEdit::focusInEvent(event);
    if (!edited_ && !property("invalid").toBool()) setText(plain_);
    if (event->reason() != Qt::MouseFocusReason) return selectAll();
    QTimer::singleShot(0, this, [this] { // the click that brought the focus would put the cursor
        if (!edited_) selectAll();
    });
}

void QuantityEdit::focusOutEvent(QFocusEvent *event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason) return;
    take();
    if (!property("invalid").toBool()) setText(withNote_);
    setCursorPosition(0);
}

NumberRow::NumberRow(const NumberField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent)
    : EditorRow(field.label, document, theme, parent),
      field_(field),
      edit_(new QuantityEdit(this)),
      slider_(new RangeSlider(field.unit, field.scale, theme, this)),
      frame_(this) {
    setObjectName(field.path);
    slider_->setAccessibleName(tr("%1, slider").arg(field.label));
    setControl(edit_, slider_);
    explain(field.what, field.why, field.path);
    slider_->setToolTip(edit_->toolTip());
    frame_.setSingleShot(true);
    frame_.setInterval(kFrameMs);
    connect(edit_, &QuantityEdit::typed, this, &NumberRow::take);
    connect(edit_, &QuantityEdit::givenUp, this, [this] { showRefusal({}); });
    connect(slider_, &RangeSlider::moved, this, [this](double number) {
        dragged_ = number;
        if (!frame_.isActive()) frame_.start();
    });
    connect(&frame_, &QTimer::timeout, this, &NumberRow::previewSlider);
    refresh();
}

std::optional<double> NumberRow::reference() const {
    auto &document = const_cast<NumberRow *>(this)->document();
    return field_.reference ? field_.reference(document.inForce()) : field_.read(document.opened());
}

void NumberRow::refresh() {
    const std::optional<double> value = field_.read(document().inForce());
    const std::optional<double> from = reference();
    const QString plain = value ? shownText(field_.unit, *value) : field_.absent;
    const QString note = value && field_.note ? "  " + field_.note(*value) : QString();
    if (!edit_->property("invalid").toBool()) edit_->show(plain, plain + note);
    if (!slider_->isSliderDown()) slider_->setNumber(value);
    slider_->setReference(from);
    setChanged(!same(value, from), from ? shownText(field_.unit, *from) : field_.absent);
}

bool NumberRow::isAbsentWord(const QString &text) const {
    const QString word = text.trimmed();
    return !field_.absent.isEmpty() && (word.isEmpty() || word == field_.absent || word == "none" || word == "unlimited");
}

QString NumberRow::expectation(const QString &text) const {
    return QString("%1 %2").arg(typingTrouble(field_.unit, text), rangeText(field_.path)).trimmed();
}

void NumberRow::take(const QString &text) {
    if (isAbsentWord(text)) {
        if (field_.read(document().inForce()))
            apply({{field_.path, std::nullopt}}, {tr("%1 %2").arg(field_.label, field_.absent)});
        return;
    }
    const double like = field_.read(document().inForce()).value_or(1.0);
    const auto value = typedValue(field_.unit, text, like);
    if (!value) return showRefusal(tr("“%1” is refused. %2").arg(quotedInput(text), expectation(text)));
    if (same(value, field_.read(document().inForce())))
        showRefusal({});
    else if (!setValue(*value, 0))
        return;
    refresh();
}

bool NumberRow::setValue(double value, quint64 gesture) {
    const QString name = tr("%1 %2").arg(field_.label, shownText(field_.unit, value));
    return apply(field_.write ? field_.write(document().inForce(), value)
                              : QList<ScenarioDocument::Change>{{field_.path, yamlText(field_.unit, value)}},
                 {name, gesture});
}

void NumberRow::previewSlider() {
    if (!dragged_) return;
    const double value = *std::exchange(dragged_, std::nullopt);
    if (edit_->property("invalid").toBool()) edit_->giveUp();
    if (!same(value, field_.read(document().inForce()))) setValue(value, slider_->gesture());
}

QString NumberRow::resetText() const {
    const auto from = reference();
    return from ? tr("Back to %1").arg(shownText(field_.unit, *from)) : QString();
}

void NumberRow::reset() {
    if (const auto from = reference()) {
        edit_->giveUp();
        setValue(*from, 0);
    }
}

} // namespace halfopen
