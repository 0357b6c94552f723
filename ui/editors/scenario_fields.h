// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "ui/editors/field.h"

namespace halfopen {

/// The fields of the world: workload, inputs, services, faults.
QList<FieldGroup> scenarioFields(const Scenario &scenario);

FieldGroup workloadFields(const Scenario &scenario, std::size_t workload);
FieldGroup serviceFields(const Scenario &scenario, std::size_t service);
/// What happens along and at the end of each operation's chain.
QList<FieldGroup> operationFields(const Scenario &scenario);
/// What each failure kind means to the policies, a folded group a kind under one heading.
QList<FieldGroup> errorMatrixFields(const Scenario &scenario);
FieldGroup faultFields(const Scenario &scenario, std::size_t fault);

/// The parameters of a distribution at a path; `get` finds the distribution in a scenario (null: there is none).
using FindDistribution = std::function<const Distribution *(const Scenario &)>;
QList<Field> distributionFields(const Distribution &now, const QString &path, const QString &what,
                                const FindDistribution &get);

} // namespace halfopen
