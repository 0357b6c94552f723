// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/editor_row.h"

class QHBoxLayout;

namespace halfopen {

class ElidedBox;
class QuantityEdit;
struct KeyDoc;

/// A key of the file: its words to choose from, or a line for everything else. While it is left out, what then holds
/// stands there in grey.
class KeyRow : public EditorRow {
    Q_OBJECT
public:
    KeyRow(const KeyField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent);
    void refresh() override;

protected:
    QString resetText() const override;
    void reset() override;

private:
    void take(const QString &text);
    void choose(int index);
    bool write(const std::optional<QString> &yaml, const QString &shown);
    QString shown(const QString &written) const;
    QString heldText() const;   ///< what holds while the key is left out
    QString absentText() const; ///< the same for the list and the line

    KeyField field_;
    const KeyDoc *key_;
    QStringList words_;
    ElidedBox *box_ = nullptr;
    QuantityEdit *edit_ = nullptr;
};

/// The name of a part of the document; what uses it follows.
class NameRow : public EditorRow {
    Q_OBJECT
public:
    NameRow(const NameField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent);
    void refresh() override;

private:
    NameField field_;
    QuantityEdit *edit_;
};

/// Does what an action is about, or says why not.
std::optional<QString> perform(const FieldAction &action, ScenarioDocument &document);

/// Buttons behind words.
class ActionRow : public EditorRow {
    Q_OBJECT
public:
    ActionRow(const ActionField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent);
    void renew(const Field &field) override { actions_ = std::get<ActionField>(field).actions; }
    void refresh() override {}

private:
    QList<FieldAction> actions_;
};

} // namespace halfopen
