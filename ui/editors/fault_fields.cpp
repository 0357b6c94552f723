// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "engine/insight/explain.h"
#include "ui/editors/key_docs.h"
#include "ui/editors/part_actions.h"
#include "ui/editors/scenario_fields.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(FaultFields)
};

QString said(const std::string &text) { return QString::fromStdString(text); }

/// "60 – 150 s".
QString extentText(const Fault &fault) {
    const QString from = shownText(Unit::seconds, seconds(fault.at)), to = shownText(Unit::seconds, seconds(fault.at + fault.lasts));
    return (from.section(' ', 1) == to.section(' ', 1) ? from.section(' ', 0, 0) : from) + " – " + to;
}

/// Makes fields of one fault.
class FaultFields {
public:
    FaultFields(const Scenario &scenario, std::size_t number) : scenario_(scenario), number_(number), path_(QString("faults[%1]").arg(number)) {}

    const Fault &now() const { return scenario_.faults[number_]; }
    NumberField number(const char *key, const QString &label, Unit unit, SliderScale scale, const auto &get, const QString &what, const QString &why = {}) const {
        return {path_ + key, label, unit, scale,
                [f = number_, get](const Scenario &s) -> std::optional<double> {
                    return f < s.faults.size() ? std::optional<double>(get(s.faults[f])) : std::nullopt;
                },
                what, why};
    }
    Field service() const {
        ChoiceField field{Text::tr("meets"), {}, {}, Text::tr("The service that it meets."), Text::tr("Only its calls suffer; others may suffer from what they retry."), {}, path_ + ".service"};
        for (const ServiceConfig &one : scenario_.services) field.options << ChoiceField::Option{said(one.name), {{path_ + ".service", said(one.name)}}};
        field.read = [f = number_](const Scenario &s) {
            if (f >= s.faults.size()) return -1;
            const auto place = std::ranges::find(s.services, s.faults[f].service, &ServiceConfig::name);
            return place == s.services.end() ? -1 : static_cast<int>(place - s.services.begin());
        };
        return field;
    }
    QList<Field> times() const {
        const double whole = std::max(1.0, seconds(scenario_.duration));
        return {number(".at", Text::tr("begins at"), Unit::seconds, {0, whole, false}, [](const Fault &x) { return seconds(x.at); }, Text::tr("When the fault begins.")),
                number(".for", Text::tr("lasts"), Unit::seconds, {0, whole, false}, [](const Fault &x) { return seconds(x.lasts); }, Text::tr("How long it lasts."),
                       Text::tr("A fault shorter than the cooldown is over before the breaker looks again."))};
    }
    /// The kinds of effect in the order of their keys below; failures are two, set or added.
    static int kindOf(const Fault &fault) {
        const auto index = static_cast<int>(fault.effect.index());
        const auto *failures = std::get_if<FailuresFault>(&fault.effect);
        return index == 0 ? 0 : failures ? (failures->add ? 2 : 1) : index + 1;
    }
    Field kind() const {
        const std::tuple<QString, QString, QString> kinds[] = {{Text::tr("outage"), "outage", "unavailable"},
                                                               {Text::tr("other failures"), "failures", "{timeout: 30%}"},
                                                               {Text::tr("more failures"), "add_failures", "{unavailable: 30%}"},
                                                               {Text::tr("slower"), "latency", "{factor: 3}"},
                                                               {Text::tr("fewer workers"), "workers", "1"},
                                                               {Text::tr("pause"), "pause", "true"},
                                                               {Text::tr("rate limit"), "rate_limit", "{rate: 1/s}"},
                                                               {Text::tr("comes and goes"), "availability", "{up: 10s, down: 5s}"}};
        ChoiceField field{Text::tr("does"), {}, {}, Text::tr("What the fault does to its service."), Text::tr("Slow, refusing and silent services want different policies."), {}, path_};
        const int present = kindOf(now());
        const bool drops = std::holds_alternative<OutageFault>(now().effect) && std::get<OutageFault>(now().effect).drops;
        for (int i = 0; i < static_cast<int>(std::size(kinds)); ++i) {
            const auto &[text, key, yaml] = kinds[i];
            QList<ScenarioDocument::Change> changes;
            if (i != present) {
                changes.append({path_ + '.' + std::get<1>(kinds[present]), std::nullopt});
                if (drops) changes.append({path_ + ".drops", std::nullopt});
                changes.append({path_ + '.' + key, yaml});
            }
            field.options << ChoiceField::Option{text, changes};
        }
        field.read = [f = number_](const Scenario &s) { return f < s.faults.size() ? kindOf(s.faults[f]) : -1; };
        return field;
    }
    QList<Field> shares(const FailuresFault &fault) const {
        const QString list = path_ + (fault.add ? ".add_failures." : ".failures.");
        QList<Field> fields;
        for (const auto &[kind, share] : fault.failures)
            fields << KeyField{list + said(scenario_.kinds[kind].name), said(scenario_.kinds[kind].name),
                               fault.add ? Text::tr("So much more of the calls fails in this way meanwhile.") : Text::tr("The share of calls that fails in this way meanwhile.")};
        ChoiceField more{Text::tr("add a kind"), {}, [](const Scenario &) { return -1; }, Text::tr("Another way in which calls fail meanwhile."), {}, {}, list + "+"};
        for (const std::string &name : scenario_.kinds.names()) {
            const auto kind = scenario_.kinds.find(name);
            const bool there = std::ranges::any_of(fault.failures, [&](const auto &one) { return one.first == *kind; });
            if (!there && !is_refusal(*kind) && *kind != kind_cancelled) more.options << ChoiceField::Option{said(name), {{list + said(name), "10%"}}};
        }
        return fields << more;
    }
    QList<Field> effect() const {
        if (std::holds_alternative<OutageFault>(now().effect))
            return {KeyField{path_ + ".outage", Text::tr("fails with"), {}, {}, {}, {}, kinds()}, KeyField{path_ + ".drops", Text::tr("drops calls")}};
        if (const auto *failures = std::get_if<FailuresFault>(&now().effect)) return shares(*failures);
        if (std::holds_alternative<LatencyFault>(now().effect))
            return {number(".latency.factor", Text::tr("slower by"), Unit::factor, {1, 20, true},
                           [](const Fault &x) { return std::holds_alternative<LatencyFault>(x.effect) ? std::get<LatencyFault>(x.effect).factor : 1.0; },
                           Text::tr("Service times are so many times longer."), Text::tr("Slow is worse than down: callers wait for their timeout.")),
                    KeyField{path_ + ".latency.add", Text::tr("and longer by")}};
        if (std::holds_alternative<WorkersFault>(now().effect))
            return {number(".workers", Text::tr("workers left"), Unit::whole, {0, 100, false},
                           [](const Fault &x) { return std::holds_alternative<WorkersFault>(x.effect) ? std::get<WorkersFault>(x.effect).workers : 0; },
                           Text::tr("How many calls it serves at once meanwhile."))};
        if (std::holds_alternative<RateLimitFault>(now().effect))
            return {number(".rate_limit.rate", Text::tr("calls admitted"), Unit::perSecond, {0.1, 200, true},
                           [](const Fault &x) { return std::holds_alternative<RateLimitFault>(x.effect) ? std::get<RateLimitFault>(x.effect).limit.rate.per_second : 1.0; },
                           Text::tr("Calls per second that the server lets through meanwhile.")),
                    KeyField{path_ + ".rate_limit.burst", Text::tr("burst")}, KeyField{path_ + ".rate_limit.retry_after", Text::tr("Retry-After")}};
        if (std::holds_alternative<AvailabilityFault>(now().effect))
            return {KeyField{path_ + ".availability.up", Text::tr("up for")}, KeyField{path_ + ".availability.down", Text::tr("down for")},
                    KeyField{path_ + ".availability.kind", Text::tr("fails with"), {}, {}, {}, {}, kinds()}};
        return {};
    }
    QList<Field> rare() const {
        QList<Field> fields{KeyField{path_ + ".ramp", Text::tr("rises over")}, KeyField{path_ + ".every", Text::tr("again every")}, KeyField{path_ + ".replica", Text::tr("only replica")}};
        if (const auto *limit = std::get_if<RateLimitFault>(&now().effect); limit && limit->limit.retry_after.kind == RetryAfterHint::Kind::wrong)
            fields << KeyField{path_ + ".rate_limit.retry_after.wrong_by", Text::tr("hint wrong by")};
        return fields;
    }

private:
    QStringList kinds() const {
        QStringList names;
        for (const std::string &name : scenario_.kinds.names()) {
            const auto kind = *scenario_.kinds.find(name);
            if (!is_refusal(kind) && kind != kind_cancelled && kind != kind_low_confidence) names << said(name);
        }
        return names;
    }
    const Scenario &scenario_;
    std::size_t number_;
    QString path_;
};

} // namespace

FieldGroup faultFields(const Scenario &scenario, std::size_t f) {
    const Fault &fault = scenario.faults[f];
    const FaultFields make(scenario, f);
    FieldGroup group{said(fault.service + " " + describe(fault, scenario.kinds)).section(':', 0, 0), extentText(fault), {}, false, true, {}, QString("faults[%1]").arg(f)};
    group.fields << make.times() << make.kind() << make.effect() << make.service();
    group.more = make.rare();
    group.actions = faultActions(scenario, f);
    return group;
}

} // namespace halfopen
