// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QScrollArea>

#include "ui/editors/field.h"
#include "ui/editors/group_view.h"
#include "ui/theme/theme.h"

namespace halfopen {

class EditorRow;
struct FieldAdvice;

/// Groups of fields, one under the other, in a scroll area. A group is built anew only when its fields are others; else
/// their values are refreshed, so that the row under the hand stays.
class FieldForm : public QScrollArea {
    Q_OBJECT
public:
    FieldForm(ScenarioDocument &document, const Theme &theme, QWidget *parent = nullptr);
    /// The groups that were made from a scenario.
    void show(const QList<FieldGroup> &groups, const Scenario &scenario);
    int changedRows() const;
    /// Puts each piece of advice beneath the field it speaks of: that of its path, else the first one within it.
    void showAdvice(const QList<FieldAdvice> &advice);
    /// Shows only the fields that hold a word in label, path, meaning or title; an empty one shows all. How many.
    int filter(const QString &word, SearchIn where);
    bool focusFirst(); ///< the first field that can be seen; false when there is none
    /// Unfolds the way to a row and gives it the focus. False: there is none of this name.
    bool reveal(const QString &row);

private:
    void build(const QList<FieldGroup> &groups, bool keep);
    void makeBody();
    GroupView *makeGroup(const FieldGroup &group);
    void spreadAdvice();
    QList<GroupView::Row> rows() const;

    ScenarioDocument &document_;
    const Theme &theme_;
    QList<GroupView *> groups_;
    QStringList ids_;           ///< by group: what it must be to be shown by the same view
    QList<QStringList> names_;  ///< of the scenario; fields find their values by the places in these lists
    QList<FieldAdvice> advice_;
    Folds folds_;
    QString word_; ///< that is searched for
    SearchIn where_ = SearchIn::names;
    QLabel *nothing_ = nullptr; ///< said when nothing holds it
};

} // namespace halfopen
