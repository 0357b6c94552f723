// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/files/scenario_names.h"
#include "ui/editors/field.h"

namespace halfopen {

// What can be done with whole parts of the document. Each is one step of undo with a name, edits only the text that it is
// about, and is refused with the reason when something else still needs the part.

/// The field of a part's name; legs, calls, workloads, faults and timed edits follow.
NameField nameField(Named what, const std::string &name);

QList<FieldAction> addService(const Scenario &scenario);
QList<FieldAction> serviceActions(const Scenario &scenario, std::size_t service);
QList<FieldAction> addOperation(const Scenario &scenario);
QList<FieldAction> operationActions(const Scenario &scenario, std::size_t operation);
QList<FieldAction> addLeg(const Scenario &scenario, std::size_t operation);
QList<FieldAction> legActions(const Scenario &scenario, std::size_t operation, std::size_t leg);
QList<FieldAction> addWorkload(const Scenario &scenario);
QList<FieldAction> workloadActions(const Scenario &scenario, std::size_t workload);
QList<FieldAction> addFault(const Scenario &scenario);
QList<FieldAction> faultActions(const Scenario &scenario, std::size_t fault);
QList<FieldAction> addKind(const Scenario &scenario);
QList<FieldAction> kindActions(const std::string &name);
QList<FieldAction> addInput(const Scenario &scenario);
QList<FieldAction> addTimedEdit(const Scenario &scenario, std::size_t edits);
/// What can be done with the policy of a leg; without a policy: to give it one.
QList<FieldAction> policyActions(const Scenario &scenario, const QString &legPath, std::optional<std::size_t> policy);

/// Moves and removal of an item of a list; `what` names it: "phase 2".
QList<FieldAction> itemActions(const QString &list, std::size_t index, std::size_t count, const QString &what, bool least = true);
/// Takes out whatever stands at a path.
ScenarioDocument::TextChange removePart(const QString &path);
/// Appends an item written in YAML to a list.
FieldAction appendAction(const QString &text, const QString &what, const QString &list, const QString &yaml);

/// "local_ocr", or "local_ocr-2" when that is taken.
QString freeName(const QString &wanted, const QStringList &taken);
/// "leg 2 of extract_receipt": a path of the document in words.
QString placeWords(const std::string &path);

} // namespace halfopen
