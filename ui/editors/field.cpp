// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/field.h"

namespace halfopen {

namespace {

template <class... F>
struct Cases : F... {
    using F::operator()...;
};
template <class... F>
Cases(F...) -> Cases<F...>;

QString lastStep(const QString &path) { return path.section('.', -1); }

QString textsOf(const QList<FieldAction> &actions) {
    QString texts;
    for (const FieldAction &action : actions) texts += '/' + action.text + action.icon;
    return texts;
}

} // namespace

QString rowName(const Field &field) {
    return std::visit(Cases{[](const NumberField &f) { return f.path; },
                            [](const ChoiceField &f) { return "choice/" + (f.path.isEmpty() ? f.label : f.path); },
                            [](const ToggleField &f) { return "toggle/" + (f.on.isEmpty() ? QString() : f.on.first().path) + '/' + f.label; }, [](const NoteField &) { return QString(); },
                            [](const KeyField &f) { return f.path; }, [](const NameField &f) { return "name/" + f.path; },
                            [](const ActionField &) { return QString(); }},
                      field);
}

QString labelOf(const Field &field) {
    return std::visit(Cases{[](const NoteField &) { return QString(); },
                            [](const KeyField &f) { return f.label.isEmpty() ? lastStep(f.path) : f.label; },
                            [](const auto &f) { return f.label; }},
                      field);
}

QString searchText(const Field &field, SearchIn where) {
    const QStringList names = std::visit(
        Cases{[](const ChoiceField &f) {
                  QStringList texts{f.label};
                  for (const auto &option : f.options) texts << option.text;
                  return texts;
              },
              [](const NoteField &f) { return QStringList{f.text}; },
              [](const ToggleField &f) { return QStringList{f.label}; },
              [](const ActionField &f) {
                  QStringList texts{f.label};
                  for (const FieldAction &action : f.actions) texts << action.text;
                  return texts;
              },
              [](const auto &f) { return QStringList{f.label, f.path}; }},
        field);
    QString text = (names + pathsOf(field)).join('\n');
    if (where == SearchIn::names) return text;
    const QString meaning = std::visit(Cases{[](const NoteField &) { return QString(); },
                                             [](const ActionField &) { return QString(); },
                                             [](const auto &f) { return f.what + '\n' + f.why; }},
                                       field);
    return text + '\n' + meaning;
}

QStringList pathsOf(const Field &field) {
    QStringList paths;
    if (const auto *number = std::get_if<NumberField>(&field)) paths << number->path;
    if (const auto *key = std::get_if<KeyField>(&field)) paths << key->path;
    if (const auto *choice = std::get_if<ChoiceField>(&field)) {
        for (const auto &option : choice->options) {
            for (const auto &change : option.changes) paths << change.path;
        }
    }
    if (const auto *toggle = std::get_if<ToggleField>(&field)) {
        for (const auto &change : toggle->on) paths << change.path;
    }
    paths.removeDuplicates();
    return paths;
}

QString shapeOf(const Field &field) {
    return std::visit(Cases{[](const NumberField &f) { return f.label + f.path; },
                            // What an option writes may follow from values: that is renewed, and no shape.
                            [](const ChoiceField &f) {
                                QString shape = f.label + f.path;
                                for (const auto &option : f.options) shape += '/' + option.text;
                                return shape;
                            },
                            [](const ToggleField &f) { return f.label + (f.on.isEmpty() ? QString() : f.on.first().path); },
                            [](const NoteField &f) { return f.text; },
                            [](const KeyField &f) { return 'k' + f.path + f.label + f.words.join(','); },
                            [](const NameField &f) { return 'n' + f.path; },
                            [](const ActionField &f) { return f.label + textsOf(f.actions); }},
                      field);
}

} // namespace halfopen
