// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

#include "ui/editors/editor_row.h"

namespace halfopen {

/// A line edit for a quantity: its unit stands behind the number, Enter and Tab take what was typed, Escape gives the
/// old value back. Nothing is judged while typing.
class QuantityEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit QuantityEdit(QWidget *parent);
    void show(const QString &plain, const QString &withNote);
    bool edited() const { return edited_; }
    void giveUp(); ///< back to the value that holds

signals:
    void typed(const QString &text);
    void givenUp();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void take();
    QString plain_, withNote_;
    bool edited_ = false;
};

/// A number: value with unit, and a slider over its range that previews while it is dragged.
class NumberRow : public EditorRow {
    Q_OBJECT
public:
    NumberRow(const NumberField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent);
    void renew(const Field &field) override { field_ = std::get<NumberField>(field); }
    void refresh() override;

protected:
    QString resetText() const override;
    void reset() override;

private:
    std::optional<double> reference() const;
    void take(const QString &text);
    void previewSlider();
    bool setValue(double value, quint64 gesture);
    bool isAbsentWord(const QString &text) const;
    QString expectation(const QString &text) const;

    NumberField field_;
    QuantityEdit *edit_;
    RangeSlider *slider_;
    QTimer frame_; ///< drags are previewed once a frame: the newest value wins
    std::optional<double> dragged_;
};

} // namespace halfopen
