// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/choice_row.h"

#include <QCheckBox>
#include <QComboBox>

namespace halfopen {

ChoiceRow::ChoiceRow(const ChoiceField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent)
    : EditorRow(field.label, document, theme, parent), field_(field), box_(new QComboBox(this)) {
    setObjectName("choice/" + field.label);
    for (const ChoiceField::Option &option : field_.options)
        box_->addItem(option.text);
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
    : EditorRow(QString(), document, theme, parent), field_(field), box_(new QCheckBox(field.label, this)) {
    box_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setControl(box_);
    box_->setAccessibleName(field.label);
    explain(field.what, field.why, field.on.isEmpty() ? QString() : field.on.first().path);
    connect(box_, &QCheckBox::clicked, this, [this](bool on) {
        apply(on ? field_.on : field_.off, {(on ? tr("%1 on") : tr("%1 off")).arg(field_.label)});
        refresh();
    });
    refresh();
}

void ToggleRow::refresh() {
    const bool now = field_.read(document().inForce());
    const bool from = field_.read(document().opened());
    box_->setChecked(now);
    setChanged(now != from, from ? tr("on") : tr("off"));
}

} // namespace halfopen
