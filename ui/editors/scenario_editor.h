// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/session/scenario_document.h"
#include "ui/theme/theme.h"

namespace halfopen {

class FieldForm;

/// Edits the world of the document: workload, inputs, services, faults.
class ScenarioEditor : public QWidget {
    Q_OBJECT
public:
    ScenarioEditor(ScenarioDocument &document, const Theme &theme, QWidget *parent = nullptr);
    FieldForm *form() const { return form_; }

private:
    void refresh();
    ScenarioDocument &document_;
    FieldForm *form_;
};

} // namespace halfopen
