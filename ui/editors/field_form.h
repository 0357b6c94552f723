// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QSet>

#include "ui/editors/field.h"
#include "ui/theme/theme.h"

class QCheckBox;
class QToolButton;
class QVBoxLayout;

namespace halfopen {

class EditorRow;
struct FieldAdvice;

/// Groups of fields, one under the other, in a scroll area. Built anew only when the fields themselves are others;
/// else their values are refreshed, so that the row under the hand stays.
class FieldForm : public QScrollArea {
    Q_OBJECT
public:
    FieldForm(ScenarioDocument &document, const Theme &theme, QWidget *parent = nullptr);
    void show(const QList<FieldGroup> &groups);
    int changedRows() const;
    /// Puts each piece of advice beneath the field it speaks of: that of its path, else the first one within it.
    void showAdvice(const QList<FieldAdvice> &advice);

private:
    void build(const QList<FieldGroup> &groups);
    void addGroup(const FieldGroup &group, QVBoxLayout &layout);
    void addTitle(const FieldGroup &group, QWidget *content, QVBoxLayout &layout);
    QToolButton *makeFold(const FieldGroup &group, QWidget *content);
    QCheckBox *makeToggle(const ToggleField &field, QLabel *refusal);
    EditorRow *makeRow(const Field &field, QWidget *parent);

    ScenarioDocument &document_;
    const Theme &theme_;
    QString shape_; ///< the titles, labels and paths that the rows were built for
    QList<EditorRow *> rows_;
    QList<QStringList> paths_; ///< of the document, by row
    QList<std::pair<QCheckBox *, ToggleField>> toggles_;
    QHash<QString, QLabel *> summaries_; ///< by key of the group
    QSet<QString> folded_, unfolded_;    ///< by hand
};

} // namespace halfopen
