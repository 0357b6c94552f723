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
    /// What setting it changes, where that is more than the value at its path.
    std::function<QList<ScenarioDocument::Change>(const Scenario &, double)> write = {};
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
    QString path = {}; ///< names the row where several choices have one label
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

/// A setting by its key, as the file has it: what is written there, or what holds while nothing is. Clearing it takes the
/// key out of the file.
struct KeyField {
    QString path;
    QString label; ///< empty: the key's own name
    QString what = {}, why = {}; ///< empty: from the reference of the format
    QString absent = {};         ///< what holds while it is left out; empty: from the reference
    /// What is written, when it is more than the value at the path; the argument is YAML.
    std::function<QList<ScenarioDocument::Change>(const QString &)> write = {};
    /// The words to choose from; empty: from the reference, or none.
    QStringList words = {};
};

/// A name that other parts of the document use: they follow.
struct NameField {
    QString path; ///< "services.gpt4_vision"
    QString name;
    QString label, what, why;
    std::function<ScenarioDocument::TextChange(const QString &)> rename; ///< to that name
};

/// An edit of more than one value, as a button or an entry of a menu.
struct FieldAction {
    QString text;     ///< "Remove"
    QString what;     ///< a sentence
    QString step;     ///< the name of the step of undo
    ScenarioDocument::TextChange edit;
    QString whyNot = {}; ///< said instead of doing it
    QString goTo = {};   ///< the row that has the focus afterwards
    QString icon = {};   ///< of a button: a sign such as "+"; empty: its text
};

/// Buttons in a row, behind words.
struct ActionField {
    QString label;
    QList<FieldAction> actions;
};

using Field = std::variant<NumberField, ChoiceField, ToggleField, NoteField, KeyField, NameField, ActionField>;

/// Fields under a title that can be folded away.
struct FieldGroup {
    QString title;
    QString summary; ///< beside the title: what it comes to
    QList<Field> fields;
    bool open = true;
    bool inner = false;                     ///< one of several under a heading, that is a group without fields
    std::optional<ToggleField> toggle = {}; ///< turns the whole group on and off
    QString key = {};                       ///< tells groups of one title apart
    QList<Field> more = {};                 ///< behind a fold of their own: what is seldom needed
    QList<FieldAction> add = {};            ///< behind the + at the title
    QList<FieldAction> actions = {};        ///< behind the ⋯ at the title
};

/// The name of a field's row, by which it is found again; empty: it cannot be gone to.
QString rowName(const Field &field);
/// "base wait"; empty: it has none.
QString labelOf(const Field &field);
/// Where a word is looked for: in label, path and options, or also in what a setting is and why it matters.
enum class SearchIn { names, everything };
QString searchText(const Field &field, SearchIn where);
/// The paths of the document that a field sets.
QStringList pathsOf(const Field &field);
/// Two fields of the same shape can be shown by the same row.
QString shapeOf(const Field &field);

} // namespace halfopen
