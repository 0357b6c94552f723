// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/editors/policy_fields.h"
#include "ui/session/scenario_document.h"
#include "ui/theme/theme.h"

class QTabBar;

namespace halfopen {

class FieldForm;

/// Edits the policies: a tab per leg of the chain.
class PolicyEditor : public QWidget {
    Q_OBJECT
public:
    PolicyEditor(ScenarioDocument &document, const Theme &theme, QWidget *parent = nullptr);
    std::optional<LegTab> leg() const;             ///< of the current tab
    QString subtitle() const { return subtitle_; } ///< "tutorial preset, 2 changed"

    FieldForm *form() const { return form_; }

signals:
    void legChanged(); ///< another leg, or its policy was edited

private:
    void refresh();
    void showLeg();
    QString nameOf(const LegTab &leg) const;
    QString describe(const std::optional<LegTab> &leg) const;
    ScenarioDocument &document_;
    QTabBar *tabs_;
    FieldForm *form_;
    QList<LegTab> legs_;
    QString subtitle_;
};

} // namespace halfopen
