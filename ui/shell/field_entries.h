// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "engine/world/scenario.h"
#include "ui/shell/palette_entries.h"

class QWidget;

namespace halfopen {

/// Where the field of an editor stands.
struct FieldPlace {
    std::optional<int> leg; ///< tab of the policy editor; nothing: the scenario editor
    QString group;          ///< the title that it stands under
    QString row;            ///< name of its row
};

/// The fields of both editors, as "gpt4_vision › timeout"; `go` is asked to bring one in front of the person.
QList<PaletteEntry> fieldEntries(const Scenario &scenario, const std::function<void(const FieldPlace &)> &go);

/// The field that edits this path of the document, else the first one within it or around it; the place of a leg
/// ("operations.ask.chain[1]") is the first field of its policy. Nothing when no field does.
std::optional<FieldPlace> fieldPlaceOf(const Scenario &scenario, const QString &path);

/// Chooses the tab, unfolds the group, scrolls to the field and gives it the focus. False when it is not there.
bool revealField(QWidget &editor, const FieldPlace &place);

} // namespace halfopen
