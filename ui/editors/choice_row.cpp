// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/choice_row.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QStylePainter>
#include <QWheelEvent>

namespace halfopen {

namespace {

constexpr int kBoxWidth = 16; ///< of a switch without its words

} // namespace

void ElidedBox::paintEvent(QPaintEvent *) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QRect room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    QString all = option.currentText;
    const bool grey = currentIndex() < 0 || (currentIndex() == 0 && !leftOut_.isEmpty());
    if (currentIndex() < 0) all = placeholderText();
    if (currentIndex() == 0 && !leftOut_.isEmpty()) all = leftOut_;
    for (const auto role : {QPalette::ButtonText, QPalette::Text}) {
        if (grey) option.palette.setColor(role, option.palette.color(QPalette::PlaceholderText));
    }
    option.currentText = fontMetrics().elidedText(all, Qt::ElideRight, room.width() - 4);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

void ElidedBox::showPopup() {
    // The list is as wide as its longest word, however narrow the box.
    view()->setMinimumWidth(std::min(view()->sizeHintForColumn(0) + 28, 480));
    QComboBox::showPopup();
}

void ElidedBox::wheelEvent(QWheelEvent *event) {
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore(); // the pane scrolls
}

ChoiceRow::ChoiceRow(const ChoiceField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent)
    : EditorRow(field.label, document, theme, parent), field_(field), box_(new ElidedBox(this)) {
    setObjectName(rowName(field));
    for (const ChoiceField::Option &option : field_.options)
        box_->addItem(option.text);
    box_->setPlaceholderText(field.path.endsWith('+') ? tr("choose one") : tr("something else"));
    box_->setFocusPolicy(Qt::StrongFocus);
    box_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setControl(box_);
    explain(field.what, field.why,
            field.options.isEmpty() || field.options.first().changes.isEmpty()
                ? QString()
                : field.options.first().changes.first().path);
    connect(box_, &QComboBox::activated, this, &ChoiceRow::choose);
    refresh();
}

void ChoiceRow::refresh() {
    const int now = field_.read(document().inForce());
    const int from = field_.reference ? field_.reference(document().inForce()) : field_.read(document().opened());
    box_->setCurrentIndex(now);
    setChanged(now != from, from >= 0 ? field_.options[from].text : tr("something else"));
}

void ChoiceRow::choose(int option) {
    if (option == field_.read(document().inForce())) return;
    apply(field_.options[option].changes, {tr("%1 %2").arg(labelText(), field_.options[option].text)});
    refresh();
}

ToggleRow::ToggleRow(const ToggleField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent)
    : EditorRow(QString(), document, theme, parent), field_(field), box_(new QCheckBox(this)), words_(new QLabel(field.label, this)) {
    setObjectName(rowName(field));
    words_->setWordWrap(true);
    words_->setBuddy(box_);
    words_->installEventFilter(this);
    auto *control = new QWidget(this);
    auto *line = new QHBoxLayout(control);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(7);
    box_->setFixedWidth(kBoxWidth);
    line->addWidget(box_, 0, Qt::AlignVCenter);
    line->addWidget(words_, 1);
    setControl(control);
    setFocusProxy(box_);
    control->setAccessibleName({});
    explain(field.what, field.why, field.on.isEmpty() ? QString() : field.on.first().path);
    box_->setAccessibleName(field.label);
    box_->setAccessibleDescription(control->accessibleDescription());
    box_->setToolTip(toolTip());
    words_->setToolTip(toolTip());
    connect(box_, &QCheckBox::clicked, this, [this](bool on) {
        apply(on ? field_.on : field_.off, {(on ? tr("%1 on") : tr("%1 off")).arg(field_.label)});
        refresh();
    });
    refresh();
}

bool ToggleRow::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) box_->click();
    return EditorRow::eventFilter(watched, event);
}

void ToggleRow::refresh() {
    const bool now = field_.read(document().inForce());
    const bool from = field_.read(document().opened());
    box_->setChecked(now);
    setChanged(now != from, from ? tr("on") : tr("off"));
}

} // namespace halfopen
