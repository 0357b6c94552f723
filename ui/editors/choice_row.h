// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include "ui/editors/editor_row.h"

class QCheckBox;

namespace halfopen {

/// A box that drops down, narrow or not: a word that does not fit ends in dots, and the list shows it whole.
class ElidedBox : public QComboBox {
    Q_OBJECT
public:
    using QComboBox::QComboBox;
    void showPopup() override;
    /// What holds while the first entry, "left out", is chosen: shown in grey in its place.
    void setLeftOut(const QString &text) { leftOut_ = text; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QString leftOut_;
};

/// One of several words, in a box that drops down.
class ChoiceRow : public EditorRow {
    Q_OBJECT
public:
    ChoiceRow(const ChoiceField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent);
    void renew(const Field &field) override { field_ = std::get<ChoiceField>(field); }
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
    void renew(const Field &field) override { field_ = std::get<ToggleField>(field); }
    void refresh() override;

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    ToggleField field_;
    QCheckBox *box_;
    QLabel *words_;
};

} // namespace halfopen
