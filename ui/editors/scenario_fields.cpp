// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/scenario_fields.h"

#include <QCoreApplication>

#include "ui/editors/key_docs.h"
#include "ui/editors/part_actions.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(ScenarioFields)
};

QString said(const std::string &text) { return QString::fromStdString(text); }

template <class T>
const T *at(const std::vector<T> &list, std::size_t index) {
    return index < list.size() ? &list[index] : nullptr;
}

NumberField instancesField(std::size_t w, const QString &path) {
    return NumberField{path + ".instances",
                       Text::tr("instances"),
                       Unit::whole,
                       {1, 20, false},
                       [w](const Scenario &s) -> std::optional<double> {
                           const Workload *now = at(s.workloads, w);
                           return now ? std::optional<double>(now->instances) : std::nullopt;
                       },
                       Text::tr("Replicas of the calling program, each with breakers of its own."),
                       Text::tr("Each instance must learn by itself that a service is down.")};
}

ChoiceField operationField(const Scenario &scenario, std::size_t w, const QString &path) {
    ChoiceField field{Text::tr("asks for"), {}, {}, Text::tr("What each request of this workload does."), {}, {}, path + ".operation"};
    for (const Operation &one : scenario.operations) field.options << ChoiceField::Option{said(one.name), {{path + ".operation", said(one.name)}}};
    field.read = [w](const Scenario &s) {
        const Workload *now = at(s.workloads, w);
        const auto place = now ? std::ranges::find(s.operations, now->operation, &Operation::name) : s.operations.end();
        return place == s.operations.end() ? -1 : static_cast<int>(place - s.operations.begin());
    };
    return field;
}

NumberField deadlineField(const Scenario &scenario, std::size_t o) {
    return NumberField{"operations." + said(scenario.operations[o].name) + ".deadline",
                       Text::tr("deadline"),
                       Unit::seconds,
                       {1, 300, true},
                       [o](const Scenario &s) -> std::optional<double> {
                           const Operation *now = at(s.operations, o);
                           return now && now->deadline ? std::optional(seconds(*now->deadline)) : std::nullopt;
                       },
                       Text::tr("The time that a request has in all."),
                       Text::tr("Past it nothing is tried any more, the next leg included."),
                       {},
                       Text::tr("none")};
}

FieldGroup inputFields(const Scenario &scenario) {
    FieldGroup group{Text::tr("Inputs"), {}, {}, false};
    QStringList shares;
    for (std::size_t i = 0; i < scenario.inputs.size(); ++i) {
        const InputKind &input = scenario.inputs[i];
        const QString name = said(scenario.kinds[input.kind].name), path = "inputs." + name;
        shares << shownText(Unit::share, input.share.value);
        NumberField share{path + (input.fails_at.empty() ? "" : ".share"),
                          name,
                          Unit::share,
                          {0, 0.5, false},
                          [kind = input.kind](const Scenario &s) -> std::optional<double> {
                              const auto now = std::ranges::find(s.inputs, kind, &InputKind::kind);
                              return now == s.inputs.end() ? std::nullopt : std::optional(now->share.value);
                          },
                          Text::tr("The share of requests that carry this fault in their input."),
                          Text::tr("It stays through all tries: retrying never helps, healing may.")};
        group.fields << share;
        group.more << KeyField{path + ".fails_at", Text::tr("%1 fails at").arg(name)};
        group.actions << FieldAction{Text::tr("Remove %1").arg(name), Text::tr("Requests no longer carry it."), Text::tr("remove input %1").arg(name),
                                     removePart(path), {}, {}, {}};
    }
    group.summary = shares.isEmpty() ? Text::tr("none") : shares.join("  ·  ");
    group.add = addInput(scenario);
    return group;
}

} // namespace

FieldGroup workloadFields(const Scenario &scenario, std::size_t w) {
    const Workload &workload = scenario.workloads[w];
    const QString path = QString("workloads[%1]").arg(w);
    const bool sole = scenario.workloads.size() == 1;
    FieldGroup group{sole ? Text::tr("Workload") : Text::tr("Workload %1").arg(said(workload.operation)), sole ? said(workload.operation) : QString(),
                     arrivalFields(scenario, w, path + ".arrivals")};
    group.key = path;
    // A record that names operations is several workloads, and only the first of them stands in the file.
    const auto *record = std::get_if<TraceArrivals>(&workload.arrivals);
    const bool first = std::ranges::none_of(scenario.workloads.begin(), scenario.workloads.begin() + static_cast<std::ptrdiff_t>(w), [&](const Workload &other) {
        const auto *same = std::get_if<TraceArrivals>(&other.arrivals);
        return record && same && same->file == record->file;
    });
    if (!first) group.fields = {NoteField{Text::tr("Recorded arrivals of %1.").arg(said(record->file))}};
    if (first) group.fields << instancesField(w, path);
    const auto place = std::ranges::find(scenario.operations, workload.operation, &Operation::name);
    if (place != scenario.operations.end()) group.fields << deadlineField(scenario, static_cast<std::size_t>(place - scenario.operations.begin()));
    if (first && scenario.operations.size() > 1 && !record) group.fields << operationField(scenario, w, path);
    if (first) {
        group.more << recordField(path + ".arrivals") << KeyField{path + ".luck", Text::tr("luck")};
        if (scenario.operations.size() == 1 || record) group.more << KeyField{path + ".operation", Text::tr("asks for")};
        group.actions = workloadActions(scenario, w);
    }
    if (w == 0) group.add = addWorkload(scenario);
    return group;
}

QList<FieldGroup> scenarioFields(const Scenario &scenario, std::optional<std::size_t> edits) {
    QList<FieldGroup> groups;
    for (std::size_t w = 0; w < scenario.workloads.size(); ++w) groups << workloadFields(scenario, w);
    if (groups.isEmpty()) return groups;
    groups.first().fields << NumberField{"duration",
                                         Text::tr("duration"),
                                         Unit::seconds,
                                         {1, 3600, true},
                                         [](const Scenario &s) { return std::optional(seconds(s.duration)); },
                                         Text::tr("Arrivals stop here; what is in flight then ends."),
                                         Text::tr("A longer run gives surer figures.")};
    groups << operationFields(scenario) << inputFields(scenario);
    FieldGroup services{Text::tr("Services"), Text::tr("cost  ·  right  ·  p50"), {}};
    services.add = addService(scenario);
    groups << services;
    for (std::size_t s = 0; s < scenario.services.size(); ++s) groups << serviceFields(scenario, s);
    FieldGroup faults{Text::tr("Faults"), scenario.faults.empty() ? Text::tr("none") : QString(), {}};
    faults.add = addFault(scenario);
    groups << faults;
    for (std::size_t f = 0; f < scenario.faults.size(); ++f) groups << faultFields(scenario, f);
    groups << errorMatrixFields(scenario) << headerFields(scenario) << goalFields(scenario) << timedEditFields(scenario, edits.value_or(scenario.edits.size()));
    return groups;
}

} // namespace halfopen
