// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QCoreApplication>

#include "engine/insight/explain.h"
#include "ui/editors/distribution_fields.h"
#include "ui/editors/part_actions.h"
#include "ui/editors/scenario_fields.h"
#include "ui/editors/service_parts.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(ServiceFields)
};

std::optional<double> failureShare(const ServiceConfig &service, Outcome kind) {
    for (const auto &[outcome, share] : service.failures) {
        if (outcome == kind) return share;
    }
    return 0.0;
}

/// The failures that a service has, and the transient ones that it might have.
QList<Outcome> failureKinds(const ServiceConfig &service) {
    QList<Outcome> kinds{kind_timeout, kind_rate_limit, kind_unavailable};
    for (const auto &[outcome, share] : service.failures) {
        if (!kinds.contains(outcome)) kinds << outcome;
    }
    return kinds;
}

QString summaryOf(const ServiceConfig &service) {
    const auto median = quantile_s(service.latency, 0.5);
    return QString("%1  ·  %2  ·  %3")
        .arg(shownText(Unit::usd, usd(service.cost)), shownText(Unit::share, service.accuracy.value),
             median ? QString::fromStdString(format_duration(durationOf(*median))) : Text::tr("n/a"));
}

/// Who serves, and who waits how.
QList<Field> workerFields(const ServiceConfig &service, const QString &path, const auto &of, const auto &read) {
    QList<Field> fields;
    const auto optional = [read](std::optional<int> ServiceConfig::*member) {
        return read([member](const ServiceConfig &s) {
            return s.*member ? std::optional<double>(*(s.*member)) : std::nullopt;
        });
    };
    fields << NumberField{path + ".workers",
                          Text::tr("workers"),
                          Unit::whole,
                          {1, 200, true},
                          optional(&ServiceConfig::workers),
                          Text::tr("Calls served at the same time."),
                          Text::tr("With finite workers load makes queues, and retries can keep them full."),
                          {},
                          Text::tr("unlimited")};
    if (!service.workers) return fields;
    fields << NumberField{path + ".queue",
                          Text::tr("queue"),
                          Unit::whole,
                          {1, 1000, true},
                          optional(&ServiceConfig::queue),
                          Text::tr("How many calls may wait; beyond, they are refused as overloaded."),
                          Text::tr("A long queue serves callers who have given up."),
                          {},
                          Text::tr("unlimited")};
    ChoiceField discipline{Text::tr("served first"),
                           {},
                           {},
                           Text::tr("Which of the waiting calls is served next."),
                           Text::tr("Under overload the oldest caller has often left already."), {}, path + ".discipline"};
    discipline.options << ChoiceField::Option{Text::tr("the oldest (fifo)"), {{path + ".discipline", "fifo"}}}
                       << ChoiceField::Option{Text::tr("the newest (lifo)"), {{path + ".discipline", "lifo"}}};
    discipline.read = [of](const Scenario &s) { return of(s) ? static_cast<int>(of(s)->discipline) : -1; };
    fields << discipline
           << ToggleField{Text::tr("callers cancel what they gave up"),
                          [of](const Scenario &s) { return of(s) && of(s)->cancels; },
                          {{path + ".cancels", "true"}},
                          {{path + ".cancels", "false"}},
                          Text::tr("Whether a timed-out call is taken out of the queue."),
                          Text::tr("Without it the service works for nobody.")};
    return fields;
}

/// How many there are, what they let through, and what a call leaves behind.
QList<Field> placeFields(const ServiceConfig &service, const QString &path, const auto &of, const auto &read) {
    QList<Field> fields;
    fields << NumberField{path + ".replicas", Text::tr("replicas"), Unit::whole, {1, 20, false},
                          read([](const ServiceConfig &s) { return std::optional<double>(s.replicas); }),
                          Text::tr("Copies of the service, each with its own workers and queue."),
                          Text::tr("One that is ill takes its share of the calls with it.")}
           << NumberField{path + ".rate_limit.rate", Text::tr("server limit"), Unit::perSecond, {0.1, 1000, true},
                          read([](const ServiceConfig &s) {
                              return s.rate_limit ? std::optional<double>(s.rate_limit->rate.per_second) : std::nullopt;
                          }),
                          Text::tr("Calls per second that the server lets through; the rest fails with rate_limit."),
                          Text::tr("Retries against a limit that is reached only use it up."), {}, Text::tr("none")}
           << ToggleField{Text::tr("has a side effect"), [of](const Scenario &s) { return of(s) && of(s)->effect; },
                          {{path + ".effect", "true"}}, {{path + ".effect", "false"}},
                          Text::tr("A call changes something: a payment, a mail."),
                          Text::tr("A retry after a timeout may do it twice.")};
    if (service.effect)
        fields << ToggleField{Text::tr("idempotency key"), [of](const Scenario &s) { return of(s) && of(s)->idempotency_key; },
                              {{path + ".idempotency_key", "true"}}, {{path + ".idempotency_key", "false"}},
                              Text::tr("A repeated call does not repeat the effect."),
                              Text::tr("What makes retries of an effect safe.")};
    return fields;
}

} // namespace

FieldGroup serviceFields(const Scenario &scenario, std::size_t number) {
    const ServiceConfig &service = scenario.services[number];
    const QString name = QString::fromStdString(service.name);
    const QString path = "services." + name;
    const auto of = [number](const Scenario &s) { return number < s.services.size() ? &s.services[number] : nullptr; };
    const auto read = [of](const auto &get) -> ReadNumber {
        return [of, get](const Scenario &s) -> std::optional<double> { return of(s) ? get(*of(s)) : std::nullopt; };
    };
    FieldGroup group{name, summaryOf(service), {}, false, true, {}, path};
    group.fields << nameField(Named::service, service.name)
                 << distributionFields(scenario, {path + ".latency", Text::tr("latency"), [of](const Scenario &s) { return of(s) ? &of(s)->latency : nullptr; }, true,
                                                  Text::tr("The time that the service takes to answer."), Text::tr("Long answers meet timeouts and hold callers up.")});
    for (const Outcome kind : failureKinds(service)) {
        const QString kindName = QString::fromStdString(scenario.kinds[kind].name);
        group.fields << NumberField{path + ".failures." + kindName, kindName, Unit::share, {0, 0.5, false},
                                    read([kind](const ServiceConfig &s) { return failureShare(s, kind); }),
                                    Text::tr("The chance that one attempt fails in this way, when no fault is on."),
                                    Text::tr("Retries turn independent failures into waiting time.")};
    }
    group.fields << NumberField{path + ".cost", Text::tr("cost"), Unit::usd, {0.001, 1, true},
                                read([](const ServiceConfig &s) { return std::optional(usd(s.cost)); }), Text::tr("What one call costs, in US dollars."),
                                Text::tr("Retries are billed too.")}
                 << NumberField{path + ".accuracy", Text::tr("accuracy"), Unit::share, {0.5, 1, false},
                                read([](const ServiceConfig &s) { return std::optional(s.accuracy.value); }),
                                Text::tr("How often an answer that it gives is right."),
                                Text::tr("A fallback keeps you available and may make you wrong.")};
    group.fields << workerFields(service, path, of, read) << placeFields(service, path, of, read);
    group.more = rareServiceFields(scenario, number);
    group.actions = serviceActions(scenario, number);
    return group;
}

} // namespace halfopen
