// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/scenario_fields.h"

#include <QCoreApplication>

#include "engine/insight/explain.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(ScenarioFields)
};

QString words(const std::string &text) { return QString::fromStdString(text); }

template <class T>
const T *at(const std::vector<T> &list, std::size_t index) {
    return index < list.size() ? &list[index] : nullptr;
}

/// Reads a number of the arrivals of one workload, when they are of kind A.
template <class A>
ReadNumber arrivalNumber(std::size_t workload, const auto &get) {
    return [workload, get](const Scenario &s) -> std::optional<double> {
        const Workload *w = at(s.workloads, workload);
        const A *arrivals = w ? std::get_if<A>(&w->arrivals) : nullptr;
        return arrivals ? std::optional<double>(get(*arrivals)) : std::nullopt;
    };
}

QList<Field> arrivalFields(const Scenario &scenario, std::size_t w, const QString &path) {
    const Arrivals &arrivals = scenario.workloads[w].arrivals;
    const QString rateWhy = Text::tr("More load fills queues; with unlimited workers it only makes the picture denser.");
    QList<Field> fields;
    if (std::holds_alternative<PoissonArrivals>(arrivals)) {
        fields << NumberField{path + ".poisson",
                              Text::tr("arrivals"),
                              Unit::perSecond,
                              {0.1, 200, true},
                              arrivalNumber<PoissonArrivals>(w, [](const auto &a) { return a.rate.per_second; }),
                              Text::tr("Requests per second on average, at random moments (Poisson)."),
                              rateWhy};
    } else if (std::holds_alternative<EveryArrivals>(arrivals)) {
        fields << NumberField{path + ".every",
                              Text::tr("one every"),
                              Unit::seconds,
                              {0.001, 60, true},
                              arrivalNumber<EveryArrivals>(w, [](const auto &a) { return seconds(a.gap); }),
                              Text::tr("The fixed gap between requests."),
                              rateWhy};
    } else if (std::holds_alternative<BatchArrivals>(arrivals)) {
        fields << NumberField{path + ".batch.items",
                              Text::tr("batch items"),
                              Unit::whole,
                              {1, 10000, true},
                              arrivalNumber<BatchArrivals>(w, [](const auto &a) { return double(a.items); }),
                              Text::tr("How many requests the batch has."),
                              Text::tr("All of them are tried; some may fail.")}
               << NumberField{path + ".batch.concurrency",
                              Text::tr("at once"),
                              Unit::whole,
                              {1, 200, true},
                              arrivalNumber<BatchArrivals>(w, [](const auto &a) { return double(a.concurrency); }),
                              Text::tr("How many items are in progress at a time."),
                              Text::tr("More finish sooner and press harder.")};
    } else if (std::holds_alternative<ClientArrivals>(arrivals)) {
        fields << NumberField{path + ".clients.count",
                              Text::tr("clients"),
                              Unit::whole,
                              {1, 1000, true},
                              arrivalNumber<ClientArrivals>(w, [](const auto &a) { return double(a.count); }),
                              Text::tr("Users who wait for an answer, think, and ask again."),
                              Text::tr("A closed loop slows down with the service: it cannot overload it for long.")};
    } else if (const auto *trace = std::get_if<TraceArrivals>(&arrivals)) {
        fields << NoteField{Text::tr("Recorded arrivals of %1: edit them in the file.").arg(words(trace->file))};
    } else {
        fields << NoteField{Text::tr("Arrivals in phases: edit them in the file.")};
    }
    return fields;
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

FieldGroup inputFields(const Scenario &scenario) {
    FieldGroup group{Text::tr("Inputs"), {}, {}, false};
    QStringList shares;
    for (std::size_t i = 0; i < scenario.inputs.size(); ++i) {
        const InputKind &input = scenario.inputs[i];
        const QString name = words(scenario.kinds[input.kind].name);
        shares << shownText(Unit::share, input.share.value);
        const QString path = "inputs." + name + (input.fails_at.empty() ? "" : ".share");
        group.fields << NumberField{path,
                                    name,
                                    Unit::share,
                                    {0, 0.5, false},
                                    [i](const Scenario &s) -> std::optional<double> {
                                        const InputKind *kind = at(s.inputs, i);
                                        return kind ? std::optional(kind->share.value) : std::nullopt;
                                    },
                                    Text::tr("The share of requests that carry this fault in their input."),
                                    Text::tr("It stays through all tries: retrying never helps, healing may.")};
    }
    group.summary = shares.join("  ·  ");
    return group;
}

/// What a fault of that kind can be set to. `number` makes a reader of a number of the fault.
QList<Field> effectFields(const Fault &fault, const QString &path, const auto &number) {
    QList<Field> fields;
    if (std::holds_alternative<LatencyFault>(fault.effect)) {
        fields << NumberField{path + ".latency.factor",
                              Text::tr("slower by"),
                              Unit::factor,
                              {1, 20, true},
                              number([](const Fault &x) {
                                  const auto *latency = std::get_if<LatencyFault>(&x.effect);
                                  return latency ? latency->factor : 1.0;
                              }),
                              Text::tr("Service times are so many times longer."),
                              Text::tr("Slow is worse than down: callers wait for their timeout.")};
    }
    if (std::holds_alternative<WorkersFault>(fault.effect)) {
        fields << NumberField{path + ".workers",
                              Text::tr("workers left"),
                              Unit::whole,
                              {0, 100, false},
                              number([](const Fault &x) {
                                  const auto *workers = std::get_if<WorkersFault>(&x.effect);
                                  return workers ? workers->workers : 0;
                              }),
                              Text::tr("How many calls it serves at once meanwhile."),
                              {}};
    }
    if (std::holds_alternative<RateLimitFault>(fault.effect)) {
        fields << NumberField{path + ".rate_limit.rate",
                              Text::tr("calls admitted"),
                              Unit::perSecond,
                              {0.1, 200, true},
                              number([](const Fault &x) {
                                  const auto *limit = std::get_if<RateLimitFault>(&x.effect);
                                  return limit ? limit->limit.rate.per_second : 1.0;
                              }),
                              Text::tr("Calls per second that the server lets through meanwhile."),
                              {}};
    }
    return fields;
}

/// What happens at the end of the chain, and whether a leg is skipped while its breaker is open.
QList<Field> chainFields(const Scenario &scenario, std::size_t o) {
    QList<Field> fields;
    const Operation &operation = scenario.operations[o];
    const QString path = "operations." + words(operation.name);
    ChoiceField exhausted{Text::tr("when all fail"), {}, {},
                          Text::tr("What a request does when its whole chain has failed."),
                          Text::tr("Going on with nothing hides the failure from whoever waits for the answer."),
                          {}};
    for (const auto &[text, word] : {std::pair(Text::tr("fail"), "raise"), std::pair(Text::tr("go on with nothing"), "continue"),
                                     std::pair(Text::tr("partial answer"), "partial")})
        exhausted.options << ChoiceField::Option{text, {{path + ".exhausted", word}}};
    exhausted.read = [o](const Scenario &s) {
        const Operation *now = at(s.operations, o);
        return now ? static_cast<int>(now->exhausted) : -1;
    };
    fields << exhausted;
    for (std::size_t leg = 0; leg < operation.chain.size(); ++leg) {
        const auto policy = std::ranges::find(scenario.policies, operation.chain[leg].policy, &PolicyConfig::name);
        if (policy == scenario.policies.end() || !policy->breaker) continue; // nothing there could be open
        const QString skip = QString("%1.chain[%2].skip_when_open").arg(path).arg(leg);
        fields << ToggleField{
            Text::tr("skip %1 while open").arg(words(operation.chain[leg].service)),
            [o, leg](const Scenario &s) {
                const Operation *now = at(s.operations, o);
                return now && leg < now->chain.size() && now->chain[leg].skip_when_open;
            },
            {{skip, "true"}},
            {{skip, "false"}},
            Text::tr("The leg is passed over while its breaker is open, without a refusal."),
            Text::tr("Saves the waits of a retry loop around a breaker that refuses.")};
    }
    return fields;
}

/// "60 – 150 s".
QString extentText(const Fault &fault) {
    const QString from = shownText(Unit::seconds, seconds(fault.at)),
                  to = shownText(Unit::seconds, seconds(fault.at + fault.lasts));
    return (from.section(' ', 1) == to.section(' ', 1) ? from.section(' ', 0, 0) : from) + " – " + to;
}

} // namespace

FieldGroup workloadFields(const Scenario &scenario, std::size_t w) {
    const Workload &workload = scenario.workloads[w];
    const QString path = QString("workloads[%1]").arg(w);
    FieldGroup group{scenario.workloads.size() == 1 ? Text::tr("Workload") : Text::tr("Workload %1").arg(words(workload.operation)),
                     scenario.workloads.size() == 1 ? words(workload.operation) : QString(),
                     arrivalFields(scenario, w, path + ".arrivals")};
    // A record that names operations is several workloads, and only the first of them stands in the file.
    const bool recorded = std::holds_alternative<TraceArrivals>(workload.arrivals);
    if (!recorded) group.fields << instancesField(w, path);
    const auto place = std::ranges::find(scenario.operations, workload.operation, &Operation::name);
    if (place == scenario.operations.end()) return group;
    const auto o = static_cast<std::size_t>(place - scenario.operations.begin());
    group.fields << NumberField{"operations." + words(workload.operation) + ".deadline",
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
    return group;
}

QList<FieldGroup> operationFields(const Scenario &scenario) {
    QList<FieldGroup> groups;
    for (std::size_t o = 0; o < scenario.operations.size(); ++o) {
        const Operation &operation = scenario.operations[o];
        const auto legs = static_cast<int>(operation.chain.size());
        FieldGroup group{scenario.operations.size() == 1 ? Text::tr("Chain")
                                                         : Text::tr("Chain of %1").arg(words(operation.name)),
                         legs == 1 ? Text::tr("1 leg")
                                   : Text::tr("%1 legs").arg(legs),
                         chainFields(scenario, o),
                         false};
        groups << group;
    }
    return groups;
}

FieldGroup faultFields(const Scenario &scenario, std::size_t f) {
    const Fault &fault = scenario.faults[f];
    const QString path = QString("faults[%1]").arg(f);
    const auto number = [f](const auto &get) -> ReadNumber {
        return [f, get](const Scenario &s) -> std::optional<double> {
            const Fault *now = at(s.faults, f);
            return now ? std::optional<double>(get(*now)) : std::nullopt;
        };
    };
    const double whole = std::max(1.0, seconds(scenario.duration));
    FieldGroup group{words(fault.service + " " + describe(fault, scenario.kinds)).section(':', 0, 0),
                     extentText(fault),
                     {},
                     false,
                     true,
                     {},
                     path};
    group.fields << NumberField{path + ".at",
                                Text::tr("begins at"),
                                Unit::seconds,
                                {0, whole, false},
                                number([](const Fault &x) { return seconds(x.at); }),
                                Text::tr("When the fault begins."),
                                {}}
                 << NumberField{path + ".for",
                                Text::tr("lasts"),
                                Unit::seconds,
                                {0, whole, false},
                                number([](const Fault &x) { return seconds(x.lasts); }),
                                Text::tr("How long it lasts."),
                                Text::tr("A fault shorter than the cooldown is over before the breaker looks again.")};
    group.fields << effectFields(fault, path, number);
    return group;
}

QList<FieldGroup> scenarioFields(const Scenario &scenario) {
    QList<FieldGroup> groups;
    for (std::size_t w = 0; w < scenario.workloads.size(); ++w)
        groups << workloadFields(scenario, w);
    groups.first().fields << NumberField{"duration",
                                         Text::tr("duration"),
                                         Unit::seconds,
                                         {1, 3600, true},
                                         [](const Scenario &s) { return std::optional(seconds(s.duration)); },
                                         Text::tr("Arrivals stop here; what is in flight then ends."),
                                         Text::tr("A longer run gives surer figures.")};
    groups << operationFields(scenario);
    if (!scenario.inputs.empty()) groups << inputFields(scenario);
    groups << FieldGroup{Text::tr("Services"), Text::tr("cost  ·  right  ·  p50"), {}};
    for (std::size_t s = 0; s < scenario.services.size(); ++s)
        groups << serviceFields(scenario, s);
    if (!scenario.faults.empty()) groups << FieldGroup{Text::tr("Faults"), {}, {}};
    for (std::size_t f = 0; f < scenario.faults.size(); ++f)
        groups << faultFields(scenario, f);
    groups << errorMatrixFields(scenario);
    return groups;
}

} // namespace halfopen
