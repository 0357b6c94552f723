// SPDX-License-Identifier: GPL-3.0-or-later
// When the requests of a workload come.
#include <QCoreApplication>

#include "ui/editors/distribution_fields.h"
#include "ui/editors/key_docs.h"
#include "ui/editors/part_actions.h"
#include "ui/editors/scenario_fields.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(ArrivalFields)
};

template <class A>
const A *of(const Scenario &s, std::size_t workload) {
    return workload < s.workloads.size() ? std::get_if<A>(&s.workloads[workload].arrivals) : nullptr;
}

/// Reads a number of the arrivals of one workload, when they are of kind A.
template <class A>
ReadNumber number(std::size_t workload, const auto &get) {
    return [workload, get](const Scenario &s) -> std::optional<double> {
        const A *arrivals = of<A>(s, workload);
        return arrivals ? std::optional<double>(get(*arrivals)) : std::nullopt;
    };
}

/// Requests per second, about; what another kind begins with.
double rateOf(const Arrivals &arrivals) {
    if (const auto *poisson = std::get_if<PoissonArrivals>(&arrivals)) return std::max(poisson->rate.per_second, 0.1);
    if (const auto *every = std::get_if<EveryArrivals>(&arrivals)) return 1.0 / std::max(seconds(every->gap), 1e-3);
    if (const auto *phased = std::get_if<PhasedArrivals>(&arrivals); phased && !phased->phases.empty())
        return std::max(phased->phases.front().from.per_second, 0.1);
    return 5.0;
}

ChoiceField kindField(const Scenario &scenario, std::size_t w, const QString &path) {
    const double rate = roundedForSlider(Unit::perSecond, rateOf(scenario.workloads[w].arrivals)), length = seconds(scenario.duration);
    const auto time = [](double s) { return yamlText(Unit::seconds, std::max(1.0, std::round(s))); };
    const auto perSecond = [](double r) { return yamlText(Unit::perSecond, r); };
    const QString gap = yamlText(Unit::seconds, roundedForSlider(Unit::seconds, 1.0 / rate));
    ChoiceField field{Text::tr("arrivals"), {}, {}, Text::tr("How requests come."),
                      Text::tr("Open arrivals go on while a service is down and pile up; a closed loop waits and hides it."), {}, path};
    const auto option = [&](const QString &text, const QString &yaml) { field.options << ChoiceField::Option{text, {{path, yaml}}}; };
    option(Text::tr("at random"), QString("{poisson: %1}").arg(perSecond(rate)));
    option(Text::tr("evenly spaced"), QString("{every: %1}").arg(gap));
    option(Text::tr("in phases"), QString("{phases: [{for: %1, poisson: %3}, {for: %2, poisson: {from: %3, to: %4}}]}")
                                      .arg(time(length / 2), time(length - length / 2), perSecond(rate), perSecond(3 * rate)));
    option(Text::tr("one batch"), "{batch: {items: 1000, concurrency: 8}}");
    option(Text::tr("waiting clients"), "{clients: {count: 10, think: {exponential: {mean: 1s}}}}");
    field.read = [w](const Scenario &s) {
        const auto kind = w < s.workloads.size() ? static_cast<int>(s.workloads[w].arrivals.index()) : -1;
        return kind < 5 ? kind : -1;
    };
    return field;
}

QList<Field> phaseFields(const PhasedArrivals &phased, std::size_t w, const QString &list) {
    QList<Field> fields;
    for (std::size_t i = 0; i < phased.phases.size(); ++i) {
        const QString path = QString("%1[%2]").arg(list).arg(i), n = QString::number(i + 1);
        const auto phase = [w, i](const auto &get) {
            return [w, i, get](const Scenario &s) -> std::optional<double> {
                const auto *now = of<PhasedArrivals>(s, w);
                return now && i < now->phases.size() ? std::optional<double>(get(now->phases[i])) : std::nullopt;
            };
        };
        const bool ramp = phased.phases[i].from != phased.phases[i].to;
        const QString from = yamlText(Unit::perSecond, phased.phases[i].from.per_second),
                      more = yamlText(Unit::perSecond, 2 * phased.phases[i].from.per_second + 1);
        fields << ActionField{Text::tr("phase %1").arg(n), itemActions(list, i, phased.phases.size(), Text::tr("phase %1").arg(n), false)}
               << NumberField{path + ".for", Text::tr("lasts"), Unit::seconds, {1, 600, true}, phase([](const Phase &p) { return seconds(p.lasts); }),
                              Text::tr("How long the phase lasts."), Text::tr("After the last phase nothing arrives.")};
        ChoiceField shape{Text::tr("rate"),
                          {{Text::tr("steady"), {{path + ".poisson", from}}},
                           {Text::tr("a ramp"), {{path + ".poisson", QString("{from: %1, to: %2}").arg(from, more)}}}},
                          [w, i](const Scenario &s) {
                              const auto *now = of<PhasedArrivals>(s, w);
                              return now && i < now->phases.size() ? static_cast<int>(now->phases[i].from != now->phases[i].to) : -1;
                          },
                          Text::tr("Whether the rate stays or goes evenly from one to another."),
                          Text::tr("Two phases of one length make a step; a short one makes a burst."), {}, path + ".poisson"};
        fields << shape
               << NumberField{path + (ramp ? ".poisson.from" : ".poisson"), ramp ? Text::tr("from") : Text::tr("at"), Unit::perSecond, {0.1, 500, true},
                              phase([](const Phase &p) { return p.from.per_second; }), Text::tr("Requests per second at the start of the phase."), {}};
        if (ramp)
            fields << NumberField{path + ".poisson.to", Text::tr("to"), Unit::perSecond, {0.1, 500, true},
                                  phase([](const Phase &p) { return p.to.per_second; }), Text::tr("Requests per second at its end."), {}};
    }
    const QString last = phased.phases.empty() ? "5/s" : yamlText(Unit::perSecond, phased.phases.back().to.per_second);
    return fields << ActionField{{}, {appendAction(Text::tr("Add a phase"), Text::tr("One more stretch of time with a rate of its own."), list,
                                                   QString("{for: 30s, poisson: %1}").arg(last))}};
}

QList<Field> batchFields(std::size_t w, const QString &path) {
    return {NumberField{path + ".batch.items", Text::tr("batch items"), Unit::whole, {1, 10000, true},
                        number<BatchArrivals>(w, [](const auto &a) { return double(a.items); }), Text::tr("How many requests the batch has."),
                        Text::tr("All of them are tried; some may fail.")},
            NumberField{path + ".batch.concurrency", Text::tr("at once"), Unit::whole, {1, 200, true},
                        number<BatchArrivals>(w, [](const auto &a) { return double(a.concurrency); }), Text::tr("How many items are in progress at a time."),
                        Text::tr("More finish sooner and press harder.")},
            KeyField{path + ".batch.at", Text::tr("starts at")}};
}

QList<Field> clientFields(const Scenario &scenario, std::size_t w, const QString &path) {
    QList<Field> fields{NumberField{path + ".clients.count", Text::tr("clients"), Unit::whole, {1, 1000, true},
                                    number<ClientArrivals>(w, [](const auto &a) { return double(a.count); }),
                                    Text::tr("Users who wait for an answer, think, and ask again."),
                                    Text::tr("A closed loop slows down with the service: it cannot overload it for long.")}};
    fields << distributionFields(scenario, {path + ".clients.think", Text::tr("pause"),
                                            [w](const Scenario &s) -> const Distribution * {
                                                const auto *now = of<ClientArrivals>(s, w);
                                                return now ? &now->think : nullptr;
                                            },
                                            false, Text::tr("The pause between a user's requests."), {}});
    return fields << KeyField{path + ".clients.pacing", Text::tr("pacing")} << KeyField{path + ".clients.latency_from", Text::tr("latency from")};
}

} // namespace

QList<Field> arrivalFields(const Scenario &scenario, std::size_t w, const QString &path) {
    const Arrivals &arrivals = scenario.workloads[w].arrivals;
    const QString rateWhy = Text::tr("More load fills queues; with unlimited workers it only makes the picture denser.");
    QList<Field> fields{kindField(scenario, w, path)};
    if (std::holds_alternative<PoissonArrivals>(arrivals))
        fields << NumberField{path + ".poisson", Text::tr("rate"), Unit::perSecond, {0.1, 200, true},
                              number<PoissonArrivals>(w, [](const auto &a) { return a.rate.per_second; }),
                              Text::tr("Requests per second on average, at random moments (Poisson)."), rateWhy};
    if (std::holds_alternative<EveryArrivals>(arrivals))
        fields << NumberField{path + ".every", Text::tr("one every"), Unit::seconds, {0.001, 60, true},
                              number<EveryArrivals>(w, [](const auto &a) { return seconds(a.gap); }), Text::tr("The fixed gap between requests."), rateWhy};
    if (const auto *phased = std::get_if<PhasedArrivals>(&arrivals)) fields << phaseFields(*phased, w, path + ".phases");
    if (std::holds_alternative<BatchArrivals>(arrivals)) fields << batchFields(w, path);
    if (std::holds_alternative<ClientArrivals>(arrivals)) fields << clientFields(scenario, w, path);
    return fields;
}

KeyField recordField(const QString &path) {
    KeyField file{path + ".trace", Text::tr("recorded in"),
                  Text::tr("A CSV file of arrival times beside the scenario, with the columns at and, optionally, operation."),
                  Text::tr("What really came says more than a rate."), Text::tr("no file"), {}, {}};
    file.write = [path](const QString &yaml) { return QList<ScenarioDocument::Change>{{path, "{trace: " + yaml + "}"}}; };
    return file;
}

} // namespace halfopen
