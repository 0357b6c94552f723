// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>

#include "ui/editors/field.h"
#include "ui/theme/theme.h"

class QGridLayout;

namespace halfopen {

class AdviceLabel;
struct FieldAdvice;

/// One field of an editor: dot when changed, label, control; and beneath, only when there is any, the reason why an edit
/// was refused and what the linter says.
class EditorRow : public QWidget {
    Q_OBJECT
public:
    EditorRow(const QString &label, ScenarioDocument &document, const Theme &theme, QWidget *parent);
    virtual void renew(const Field &) {}      ///< the same field of a changed document: what it reads and writes may be others
    virtual void refresh() = 0;               ///< from the document
    void showAdvice(const QList<FieldAdvice> &advice);
    bool changed() const { return changed_; } ///< differs from its preset, default or the opened file

signals:
    void asksFor(const QString &row); ///< another row should have the focus

protected:
    ScenarioDocument &document() { return document_; }
    const Theme &theme() const { return theme_; }
    void setControl(QWidget *control, QWidget *beside = nullptr);
    void setChanged(bool changed, const QString &from);
    /// Applies an edit; a refusal is shown under the field. True when it was accepted.
    bool apply(const QList<ScenarioDocument::Change> &changes, const ScenarioDocument::Step &step);
    bool applyText(const ScenarioDocument::TextChange &change, const ScenarioDocument::Step &step);
    void showRefusal(const QString &reason); ///< empty: none
    QString labelText() const { return label_->text(); }
    void explain(const QString &what, const QString &why, const QString &path);

    void contextMenuEvent(QContextMenuEvent *event) override;
    virtual QString resetText() const { return {}; } ///< "Back to 60 s"; empty: nothing to go back to
    virtual void reset() {}

private:
    void showTheme();
    void place();
    ScenarioDocument &document_;
    const Theme &theme_;
    QGridLayout *layout_;
    QLabel *dot_, *label_, *refusal_;
    AdviceLabel *advice_ = nullptr; ///< made when there is some
    QWidget *control_ = nullptr, *beside_ = nullptr;
    bool changed_ = false;
};

} // namespace halfopen
