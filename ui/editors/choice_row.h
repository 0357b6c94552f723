// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/editor_row.h"

class QCheckBox;
class QComboBox;

namespace halfopen {

/// One of several words, in a box that drops down.
class ChoiceRow : public EditorRow {
    Q_OBJECT
public:
    ChoiceRow(const ChoiceField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent);
    void refresh() override;

private:
    void choose(int option);
    ChoiceField field_;
    QComboBox *box_;
};

/// On or off.
class ToggleRow : public EditorRow {
    Q_OBJECT
public:
    ToggleRow(const ToggleField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent);
    void refresh() override;

private:
    ToggleField field_;
    QCheckBox *box_;
};

} // namespace halfopen
