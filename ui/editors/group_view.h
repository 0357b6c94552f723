// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QSet>
#include <QWidget>

#include "ui/editors/field.h"
#include "ui/theme/theme.h"

class QCheckBox;
class QHBoxLayout;
class QToolButton;
class QVBoxLayout;

namespace halfopen {

class EditorRow;

/// What a person has folded away or opened, by the keys of the groups; outlives the groups.
struct Folds {
    QSet<QString> folded, unfolded, more;
};

/// A group of fields under its title: a fold, what it comes to, a switch, what can be added and done to it, and beneath
/// the fields those that are seldom needed, made only when somebody opens them.
class GroupView : public QWidget {
    Q_OBJECT
public:
    GroupView(const FieldGroup &group, ScenarioDocument &document, const Theme &theme, Folds &folds, QWidget *parent);
    /// The same group with other values.
    void refresh(const FieldGroup &group);

    struct Row {
        EditorRow *row = nullptr; ///< null: not made yet
        Field field;
    };
    const QList<Row> &rows() const { return rows_; } ///< those behind the fold of the rare ones last
    bool isHeading() const { return group_.fields.isEmpty() && group_.more.isEmpty(); }
    bool isInner() const { return group_.inner; }
    /// Shows only what holds the word, folds or not; an empty one shows everything again. How many rows there are then.
    int filter(const QString &word, SearchIn where);
    /// Makes a row of the name and unfolds the way to it; null when it is not here.
    EditorRow *reveal(const QString &name);

signals:
    void asksFor(const QString &row);
    void madeRows(); ///< advice may belong to them

private:
    void buildTitle();
    QToolButton *makeFold();
    QCheckBox *makeToggle(const ToggleField &field);
    QToolButton *makeButton(const QString &sign, const QString &name, const QString &tip);
    void addButtons(QHBoxLayout &line);
    void offer(QToolButton &button, bool adds);
    void run(const FieldAction &action);
    void say(const QString &reason);
    void addRow(qsizetype place, QWidget *parent, QVBoxLayout &layout);
    void makeMore();
    void unfold(bool open);
    void unfoldMore(bool open);
    QString key() const { return group_.key.isEmpty() ? group_.title : group_.key; }

    FieldGroup group_;
    ScenarioDocument &document_;
    const Theme &theme_;
    Folds &folds_;
    QList<Row> rows_;
    QWidget *title_, *content_, *more_ = nullptr;
    QVBoxLayout *contentRows_;
    QLabel *summary_ = nullptr, *told_;
    QToolButton *fold_ = nullptr, *moreFold_ = nullptr;
    QCheckBox *toggle_ = nullptr;
};

} // namespace halfopen
