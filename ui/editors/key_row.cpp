// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/key_row.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "engine/files/quantities.h"
#include "ui/editors/choice_row.h"
#include "ui/editors/key_docs.h"
#include "ui/editors/key_text.h"
#include "ui/editors/number_row.h"

namespace halfopen {

KeyRow::KeyRow(const KeyField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent)
    : EditorRow(labelOf(field), document, theme, parent), field_(field), key_(keyAt(field.path)), words_(field.words) {
    setObjectName(rowName(field));
    if (words_.isEmpty() && key_) words_ = wordsOf(*key_);
    if (words_.isEmpty()) {
        edit_ = new QuantityEdit(this);
        setControl(edit_);
        connect(edit_, &QuantityEdit::typed, this, &KeyRow::take);
        connect(edit_, &QuantityEdit::givenUp, this, [this] { showRefusal({}); });
    } else {
        box_ = new ElidedBox(this);
        box_->setFocusPolicy(Qt::StrongFocus);
        box_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        box_->addItem(absentText());
        box_->setLeftOut(heldText());
        for (const QString &word : words_) box_->addItem(word);
        setControl(box_);
        connect(box_, &QComboBox::activated, this, &KeyRow::choose);
    }
    const QString what = !field.what.isEmpty() ? field.what : key_ ? QString::fromStdString(key_->doc) : QString();
    explain(what, field.why, field.path);
    refresh();
}

QString KeyRow::heldText() const { return field_.absent.isEmpty() && key_ ? shown(QString::fromStdString(key_->fallback)) : field_.absent; }

QString KeyRow::absentText() const {
    const QString holds = heldText();
    if (holds.isEmpty()) return tr("left out");
    return words_.isEmpty() || !field_.absent.isEmpty() ? holds : tr("%1 (left out)").arg(holds);
}

/// With a unit as people write it.
QString KeyRow::shown(const QString &written) const { return key_ ? shownKeyText(*key_, written) : written; }

void KeyRow::refresh() {
    const auto now = document().written(field_.path), from = document().writtenAtFirst(field_.path);
    if (edit_) {
        edit_->setPlaceholderText(absentText());
        const QString text = now ? shown(*now) : QString();
        if (!edit_->property("invalid").toBool()) edit_->show(text, text);
    } else {
        const auto place = now ? words_.indexOf(*now) : -1;
        box_->setCurrentIndex(now && place < 0 ? -1 : static_cast<int>(place) + 1);
        if (now && place < 0) box_->setPlaceholderText(*now); // a map, or a word of another version
    }
    setChanged(now != from, from ? shown(*from) : tr("left out"));
}

void KeyRow::take(const QString &text) {
    if (text.trimmed().isEmpty()) {
        if (document().written(field_.path)) write(std::nullopt, tr("left out"));
        return refresh();
    }
    const KeyText typed = keyText(key_, text);
    if (!typed.trouble.isEmpty())
        return showRefusal(tr("“%1” is refused. %2").arg(quotedInput(text), typed.trouble));
    if (document().written(field_.path) == std::optional(typed.yaml)) return showRefusal({}), refresh();
    if (write(typed.yaml, shown(typed.yaml))) refresh();
}

void KeyRow::choose(int index) {
    const auto word = index > 0 ? std::optional(words_[index - 1]) : std::nullopt;
    if (word != document().written(field_.path)) write(word, index > 0 ? *word : tr("left out"));
    refresh();
}

bool KeyRow::write(const std::optional<QString> &yaml, const QString &shown) {
    const auto changes = yaml && field_.write ? field_.write(*yaml) : QList<ScenarioDocument::Change>{{field_.path, yaml}};
    return apply(changes, {tr("%1 %2").arg(labelText(), quotedInput(shown))});
}

QString KeyRow::resetText() const {
    auto &document = const_cast<KeyRow *>(this)->document();
    const auto from = document.writtenAtFirst(field_.path);
    if (from == document.written(field_.path)) return {};
    return from ? tr("Back to %1").arg(quotedInput(shown(*from))) : tr("Leave it out again");
}

void KeyRow::reset() {
    if (edit_) edit_->giveUp();
    const auto from = document().writtenAtFirst(field_.path);
    const KeyText text = from ? keyText(key_, *from) : KeyText{};
    write(from ? std::optional(text.yaml) : std::nullopt, from ? shown(*from) : tr("left out"));
    refresh();
}

NameRow::NameRow(const NameField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent)
    : EditorRow(field.label, document, theme, parent), field_(field), edit_(new QuantityEdit(this)) {
    setObjectName(rowName(field));
    setControl(edit_);
    explain(field.what, field.why, {});
    connect(edit_, &QuantityEdit::givenUp, this, [this] { showRefusal({}); });
    connect(edit_, &QuantityEdit::typed, this, [this](const QString &text) {
        const QString name = text.trimmed();
        if (name == field_.name || name.isEmpty()) {
            showRefusal({});
            return refresh();
        }
        applyText(field_.rename(name), {tr("rename %1 to %2").arg(field_.name, quotedInput(name))});
    });
    refresh();
}

void NameRow::refresh() {
    if (!edit_->property("invalid").toBool()) edit_->show(field_.name, field_.name);
}

std::optional<QString> perform(const FieldAction &action, ScenarioDocument &document) {
    if (!action.whyNot.isEmpty()) return action.whyNot;
    return document.edit(action.edit, {action.step});
}

ActionRow::ActionRow(const ActionField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent)
    : EditorRow(QString(), document, theme, parent), actions_(field.actions) {
    auto *control = new QWidget(this);
    auto *line = new QHBoxLayout(control);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    auto *words = new QLabel(field.label, control);
    words->setFont(theme.font(12));
    words->setWordWrap(true);
    line->addWidget(words, field.label.isEmpty() ? 0 : 1);
    for (qsizetype i = 0; i < field.actions.size(); ++i) {
        const FieldAction &action = field.actions[i];
        auto *button = new QToolButton(control);
        button->setProperty("quiet", true);
        button->setText(action.icon.isEmpty() ? "+ " + action.text : action.icon);
        button->setObjectName("action/" + action.text);
        button->setAccessibleName(action.text);
        button->setAccessibleDescription(action.what);
        button->setToolTip(action.icon.isEmpty() ? action.what : action.text + '\n' + action.what);
        connect(button, &QToolButton::clicked, this, [this, i] {
            const FieldAction now = actions_[i]; // doing it renews this row
            const auto refused = perform(now, this->document());
            showRefusal(refused.value_or(QString()));
            if (!refused && !now.goTo.isEmpty()) emit asksFor(now.goTo);
        });
        line->addWidget(button);
    }
    if (field.label.isEmpty()) {
        words->hide();
        line->addStretch(1);
    }
    setControl(control);
    control->setAccessibleName({});
    setFocusProxy(nullptr);
}

} // namespace halfopen
