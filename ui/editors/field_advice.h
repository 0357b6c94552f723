// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QLabel>
#include <QList>

#include "engine/insight/lint/lint.h"
#include "ui/editors/policy_fields.h"
#include "ui/theme/theme.h"

namespace halfopen {

/// What the linter says beneath a field.
struct FieldAdvice {
    QString path;   ///< of the field or of what it is part of; empty: the first field of the form
    QString text;   ///< the evidence, from this scenario's own figures
    QString advice; ///< why it matters and what to do
    bool contradiction = false;
    bool operator==(const FieldAdvice &) const = default;
};

/// What concerns the policy of a leg: its own fields, and what is said of the leg as a whole.
QList<FieldAdvice> adviceOnPolicy(const std::vector<Advice> &advice, const Scenario &scenario, const LegTab &leg);
/// The rest: services, operations, kinds.
QList<FieldAdvice> adviceOnWorld(const std::vector<Advice> &advice);

/// A note with a bar at its left: dark for a contradiction, pale for mere advice.
class AdviceLabel : public QLabel {
    Q_OBJECT
public:
    AdviceLabel(const Theme &theme, QWidget *parent);
    void show(const QList<FieldAdvice> &advice); ///< empty: hidden

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showTheme();
    const Theme &theme_;
    bool contradiction_ = false;
};

} // namespace halfopen
