// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/editors/field.h"

namespace halfopen {

/// What a timed edit of the scenario does, as the editors call and write it: "cooldown of gpt4_vision", "2.8 s". Where
/// no field edits its path, the path and the value as in the file.
struct SpokenEdit {
    QString name, value;
};
SpokenEdit spokenEdit(const Edit &edit);

/// What a timed edit sets at a field, as the field shows it; nothing when it is about something else.
std::optional<QString> valueSetBy(const Edit &edit, const Field &field);

/// "From 31.2 s on: 2.8 s", a line each, of the edits that change a field later than what it shows; empty: none.
QString laterChanges(const Scenario &scenario, const Field &field, std::optional<Duration> shownAt);

} // namespace halfopen
