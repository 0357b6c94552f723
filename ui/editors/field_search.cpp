// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/field_search.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include "ui/editors/field_form.h"

namespace halfopen {

namespace {

constexpr int kWidth = 150, kTypedMost = 100;

} // namespace

FieldSearch::FieldSearch(const QList<FieldForm *> &forms, const Theme &theme, QWidget *parent)
    : QWidget(parent), forms_(forms), theme_(theme), edit_(new QLineEdit(this)), count_(new QLabel(this)) {
    edit_->setObjectName("findSetting");
    edit_->setPlaceholderText(tr("Find a setting"));
    edit_->setAccessibleName(tr("Find a setting"));
    const QString tip = tr("Shows only the settings that hold a word in their name or path, or else in their meaning. Enter goes to the first, Escape shows all again.");
    edit_->setToolTip(tip);
    edit_->setAccessibleDescription(tip);
    edit_->setMaxLength(kTypedMost);
    edit_->installEventFilter(this);
    count_->setObjectName("foundSettings");
    count_->hide();
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(count_);
    line->addWidget(edit_, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(edit_, &QLineEdit::textChanged, this, &FieldSearch::search);
    connect(&theme, &Theme::changed, this, [this] { count_->setFont(theme_.font(11)); });
    count_->setFont(theme.font(11));
    edit_->setFont(theme.font(12));
}

QSize FieldSearch::sizeHint() const { return {kWidth, edit_->sizeHint().height()}; }

void FieldSearch::begin() {
    if (QWidget *focus = QApplication::focusWidget(); focus != edit_) before_ = focus;
    edit_->setFocus(Qt::ShortcutFocusReason);
    edit_->selectAll();
}

void FieldSearch::search() {
    const QString word = edit_->text().trimmed();
    int found = 0;
    // What is called so; only if nothing is, what speaks of it.
    for (const SearchIn where : {SearchIn::names, SearchIn::everything}) {
        if (found > 0) break;
        for (FieldForm *form : forms_) found += form->filter(word, where);
    }
    count_->setVisible(!word.isEmpty());
    count_->setText(QString::number(found));
    count_->setToolTip(found == 1 ? tr("1 setting holds this word") : tr("%1 settings hold this word").arg(found));
    count_->setAccessibleName(count_->toolTip());
}

void FieldSearch::goToFirst() {
    if (edit_->text().trimmed().isEmpty()) return;
    for (FieldForm *form : forms_) {
        if (form->focusFirst()) return;
    }
}

void FieldSearch::end() {
    edit_->clear();
    if (before_ && before_->isVisible()) before_->setFocus(Qt::ShortcutFocusReason);
}

bool FieldSearch::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Down: goToFirst(); return true;
        case Qt::Key_Escape: end(); return true;
        default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace halfopen
