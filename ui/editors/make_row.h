// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/field.h"
#include "ui/theme/theme.h"

class QWidget;

namespace halfopen {

class EditorRow;

/// The row that shows and edits a field.
EditorRow *makeRow(const Field &field, ScenarioDocument &document, const Theme &theme, QWidget *parent);

} // namespace halfopen
