// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "ui/editors/field.h"

namespace halfopen {

/// The fields of the world: workloads, chains, inputs, services, faults, the error matrix, the scenario as a whole. How many
/// timed edits the document has is told apart, for a scenario in force at a moment has none of its own.
QList<FieldGroup> scenarioFields(const Scenario &scenario, std::optional<std::size_t> edits = {});

FieldGroup workloadFields(const Scenario &scenario, std::size_t workload);
/// How the requests of a workload come; `path` is that of its arrivals.
QList<Field> arrivalFields(const Scenario &scenario, std::size_t workload, const QString &path);
/// Recorded arrivals in place of any other kind.
KeyField recordField(const QString &path);
FieldGroup serviceFields(const Scenario &scenario, std::size_t service);
/// Each operation's chain: its legs, and what happens along them and at the end.
QList<FieldGroup> operationFields(const Scenario &scenario);
/// The policy of what stands at a path: of a leg, or of a service's call.
ChoiceField policyChoice(const Scenario &scenario, const QString &path, const std::function<std::string(const Scenario &)> &nameOf, bool skips = false);
/// What each failure kind means to the policies, a folded group a kind under one heading.
QList<FieldGroup> errorMatrixFields(const Scenario &scenario);
FieldGroup faultFields(const Scenario &scenario, std::size_t fault);
FieldGroup headerFields(const Scenario &scenario);
FieldGroup goalFields(const Scenario &scenario);
/// What changes while it runs.
QList<FieldGroup> timedEditFields(const Scenario &scenario, std::size_t edits);

} // namespace halfopen
