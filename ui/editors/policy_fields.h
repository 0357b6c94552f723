// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "ui/editors/field.h"

namespace halfopen {

/// A leg of an operation's chain as a tab of the policy editor.
struct LegTab {
    std::size_t operation = 0, leg = 0;
    QString service;
    std::optional<std::size_t> policy; ///< index in Scenario::policies
    QStringList sharedWith;            ///< other services under the same policy
    bool ofLeg = true;                 ///< false: of calls between services or of nobody; operation and leg mean nothing then
    friend bool operator==(const LegTab &, const LegTab &) = default;
};

/// The legs of all operations that differ in service or policy, in the order of the file; then the other policies.
QList<LegTab> legTabs(const Scenario &scenario);

/// The fields of the policy on a leg, and of the healing that wraps it.
QList<FieldGroup> policyFields(const Scenario &scenario, const LegTab &tab);

/// Groups of one policy; `base` is its path in the file.
FieldGroup retryFields(const Scenario &scenario, std::size_t policy, const QString &base);
FieldGroup breakerFields(const Scenario &scenario, std::size_t policy, const QString &base);
FieldGroup timeoutFields(const Scenario &scenario, std::size_t policy, const QString &base);
FieldGroup budgetFields(const Scenario &scenario, std::size_t policy, const QString &base);
FieldGroup bulkheadFields(const Scenario &scenario, std::size_t policy, const QString &base);
FieldGroup limiterFields(const Scenario &scenario, std::size_t policy, const QString &base);
FieldGroup hedgeFields(const Scenario &scenario, std::size_t policy, const QString &base);
FieldGroup recoveryFields(const Scenario &scenario, std::size_t policy, const QString &base);
FieldGroup healingFields(const Scenario &scenario, std::size_t operation);

} // namespace halfopen
