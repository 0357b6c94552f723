// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/make_row.h"

#include "ui/editors/choice_row.h"
#include "ui/editors/key_row.h"
#include "ui/editors/number_row.h"

namespace halfopen {

namespace {

/// A sentence in place of a field.
class NoteRow final : public EditorRow {
public:
    NoteRow(const NoteField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent)
        : EditorRow(QString(), document, theme, parent) {
        auto *text = new QLabel(field.text, this);
        text->setWordWrap(true);
        text->setFont(theme.font(11));
        setControl(text);
        text->setAccessibleName(field.text);
    }
    void refresh() override {}
};

} // namespace

EditorRow *makeRow(const Field &field, ScenarioDocument &document, const Theme &theme, QWidget *parent) {
    const auto make = [&](const auto &one) -> EditorRow * {
        using F = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<F, NumberField>)
            return new NumberRow(one, document, theme, parent);
        else if constexpr (std::is_same_v<F, ChoiceField>)
            return new ChoiceRow(one, document, theme, parent);
        else if constexpr (std::is_same_v<F, ToggleField>)
            return new ToggleRow(one, document, theme, parent);
        else if constexpr (std::is_same_v<F, KeyField>)
            return new KeyRow(one, document, theme, parent);
        else if constexpr (std::is_same_v<F, NameField>)
            return new NameRow(one, document, theme, parent);
        else if constexpr (std::is_same_v<F, ActionField>)
            return new ActionRow(one, document, theme, parent);
        else
            return new NoteRow(one, document, theme, parent);
    };
    return std::visit(make, field);
}

} // namespace halfopen
