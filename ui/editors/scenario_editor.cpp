// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/scenario_editor.h"

#include <QVBoxLayout>

#include "ui/editors/field_advice.h"
#include "ui/editors/field_form.h"
#include "ui/editors/scenario_fields.h"

namespace halfopen {

ScenarioEditor::ScenarioEditor(ScenarioDocument &document, const Theme &theme, QWidget *parent)
    : QWidget(parent), document_(document), form_(new FieldForm(document, theme, this)) {
    setAccessibleName(tr("Scenario"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(form_);
    connect(&document, &ScenarioDocument::edited, this, &ScenarioEditor::refresh);
    connect(&document, &ScenarioDocument::inForceChanged, this, &ScenarioEditor::refresh);
    connect(&document, &ScenarioDocument::replaced, this, &ScenarioEditor::refresh);
    refresh();
}

void ScenarioEditor::refresh() {
    form_->show(scenarioFields(document_.inForce(), document_.scenario().edits.size()), document_.inForce());
    form_->showAdvice(adviceOnWorld(document_.advice()));
}

} // namespace halfopen
