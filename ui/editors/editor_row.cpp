// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/editor_row.h"

#include <QContextMenuEvent>
#include <QGridLayout>
#include <QMenu>
#include <QStyle>

#include "ui/editors/field_advice.h"
#include "ui/editors/key_docs.h"

namespace halfopen {

namespace {

constexpr int kRowHeight = 24;
constexpr int kDotWidth = 10, kLabelWidth = 98, kControlWidth = 92;

} // namespace

EditorRow::EditorRow(const QString &label, ScenarioDocument &document, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      document_(document),
      theme_(theme),
      layout_(new QGridLayout(this)),
      dot_(new QLabel(this)),
      label_(new QLabel(label, this)),
      refusal_(new QLabel(this)) {
    layout_->setContentsMargins(0, 1, 0, 1);
    layout_->setHorizontalSpacing(6);
    layout_->setVerticalSpacing(1);
    dot_->setFixedWidth(kDotWidth);
    dot_->setAlignment(Qt::AlignCenter);
    refusal_->setWordWrap(true);
    refusal_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    refusal_->hide();
    layout_->addWidget(dot_, 0, 0);
    layout_->addWidget(label_, 0, 1);
    layout_->addWidget(refusal_, 2, 1, 1, 3);
    layout_->setColumnStretch(3, 1);
    layout_->setRowMinimumHeight(0, kRowHeight - 2);
    connect(&theme, &Theme::changed, this, &EditorRow::showTheme);
    showTheme();
}

void EditorRow::showTheme() {
    QPalette muted = label_->palette();
    muted.setColor(QPalette::WindowText, theme_.colours().mutedText);
    label_->setPalette(muted);
    QPalette dot = dot_->palette();
    dot.setColor(QPalette::WindowText, theme_.colours().accent);
    dot_->setPalette(dot);
    refusal_->setFont(theme_.font(11));
    place();
}

void EditorRow::setControl(QWidget *control, QWidget *beside) {
    control_ = control;
    control->setAccessibleName(label_->text());
    label_->setBuddy(control);
    setFocusProxy(control);
    if (label_->text().isEmpty()) { // the control says by itself what it is
        label_->hide();
        layout_->addWidget(control, 0, 1, 1, 3);
        return;
    }
    beside_ = beside;
    if (beside) control->setFixedWidth(kControlWidth);
    place();
}

/// The control stands beside its label, or beneath one that is too long for its column: no word is ever cut.
void EditorRow::place() {
    if (!control_ || label_->text().isEmpty()) return;
    label_->ensurePolished();
    const bool above = label_->sizeHint().width() > kLabelWidth;
    for (QWidget *widget : {static_cast<QWidget *>(label_), control_, beside_}) {
        if (widget) layout_->removeWidget(widget);
    }
    label_->setMinimumWidth(kLabelWidth);
    label_->setWordWrap(above);
    const int row = above ? 1 : 0;
    layout_->addWidget(label_, 0, 1, 1, above ? 3 : 1);
    layout_->setColumnMinimumWidth(1, kLabelWidth);
    layout_->addWidget(control_, row, 2, 1, beside_ ? 1 : 2);
    if (beside_) layout_->addWidget(beside_, row, 3);
}

void EditorRow::setChanged(bool changed, const QString &from) {
    changed_ = changed;
    dot_->setText(changed ? "•" : "");
    dot_->setToolTip(changed ? tr("Changed; it was %1").arg(from) : QString());
    dot_->setAccessibleName(changed ? tr("%1 is changed from %2").arg(label_->text(), from) : QString());
}

bool EditorRow::apply(const QList<ScenarioDocument::Change> &changes, const ScenarioDocument::Step &step) {
    const auto refused = document_.apply(changes, step);
    showRefusal(refused.value_or(QString()));
    return !refused;
}

bool EditorRow::applyText(const ScenarioDocument::TextChange &change, const ScenarioDocument::Step &step) {
    const auto refused = document_.edit(change, step);
    showRefusal(refused.value_or(QString()));
    return !refused;
}

void EditorRow::showRefusal(const QString &reason) {
    refusal_->setText(reason);
    refusal_->setVisible(!reason.isEmpty());
    if (!control_ || control_->property("invalid").toBool() == !reason.isEmpty()) return;
    control_->setProperty("invalid", !reason.isEmpty());
    control_->style()->unpolish(control_);
    control_->style()->polish(control_);
}

void EditorRow::showAdvice(const QList<FieldAdvice> &advice) {
    if (!advice_ && advice.isEmpty()) return;
    if (!advice_) {
        advice_ = new AdviceLabel(theme_, this);
        layout_->addWidget(advice_, 3, 1, 1, 3);
    }
    advice_->show(advice);
}

void EditorRow::explain(const QString &what, const QString &why, const QString &path) {
    QStringList lines{what, why};
    if (const QString reference = referenceText(path); !reference.isEmpty()) lines << reference;
    if (!path.isEmpty()) lines << tr("In the file: %1").arg(path);
    lines.removeAll(QString());
    const QString text = "<p style='white-space:normal'>" + lines.join("<br>") + "</p>";
    setToolTip(text);
    if (control_) {
        control_->setToolTip(text);
        control_->setAccessibleDescription(what + " " + why);
    }
}

void EditorRow::contextMenuEvent(QContextMenuEvent *event) {
    const QString text = resetText();
    if (text.isEmpty()) return event->ignore();
    QMenu menu(this);
    connect(menu.addAction(text), &QAction::triggered, this, [this] { reset(); });
    menu.exec(event->globalPos());
}

} // namespace halfopen
