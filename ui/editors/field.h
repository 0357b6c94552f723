// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QList>
#include <QString>

#include "engine/world/scenario.h"
#include "ui/editors/quantity.h"
#include "ui/editors/range_slider.h"
#include "ui/session/scenario_document.h"

namespace halfopen {

using ReadNumber = std::function<std::optional<double>(const Scenario &)>;

/// A number of the document as an editor shows it.
struct NumberField {
    QString path;  ///< where it stands in the file
    QString label; ///< "base wait"
    Unit unit = Unit::number;
    SliderScale scale;
    ReadNumber read;
    QString what; ///< what it is, a sentence
    QString why;  ///< why it matters, a sentence
    /// The preset's or default value; when left out, the value as the file was opened.
    std::function<std::optional<double>(const Scenario &)> reference = {};
    QString absent = {};                      ///< what the row says without a value: "none", "unlimited"
    std::function<QString(double)> note = {}; ///< stands behind the value: "= 4 retries"
};

/// One of several words.
struct ChoiceField {
    struct Option {
        QString text;
        QList<ScenarioDocument::Change> changes; ///< what choosing it does to the document
    };
    QString label;
    QList<Option> options;
    std::function<int(const Scenario &)> read; ///< index of the option that holds; -1: none of them
    QString what, why;
    std::function<int(const Scenario &)> reference = {}; ///< as of NumberField
};

/// Something that is on or off.
struct ToggleField {
    QString label;
    std::function<bool(const Scenario &)> read;
    QList<ScenarioDocument::Change> on, off;
    QString what, why;
};

/// Words in place of a field: what cannot be edited here, and why.
struct NoteField {
    QString text;
};

using Field = std::variant<NumberField, ChoiceField, ToggleField, NoteField>;

/// Fields under a title that can be folded away.
struct FieldGroup {
    QString title;
    QString summary; ///< beside the title: what it comes to
    QList<Field> fields;
    bool open = true;
    bool inner = false;                     ///< one of several under a heading, that is a group without fields
    std::optional<ToggleField> toggle = {}; ///< turns the whole group on and off
    QString key = {};                       ///< tells groups of one title apart
};

} // namespace halfopen
