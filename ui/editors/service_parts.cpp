// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/service_parts.h"

#include <QCoreApplication>

#include "ui/editors/distribution_fields.h"
#include "ui/editors/part_actions.h"
#include "ui/editors/scenario_fields.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(ServiceParts)
};

QString said(const std::string &text) { return QString::fromStdString(text); }

/// Makes the fields of one service.
class Parts {
public:
    Parts(const Scenario &scenario, std::size_t number)
        : scenario_(scenario), number_(number), now_(scenario.services[number]), path_("services." + said(now_.name)) {}

    QList<Field> network() const {
        return distributionFields(scenario_, {path_ + ".network", Text::tr("network"),
                                              [n = number_](const Scenario &s) { return n < s.services.size() ? &s.services[n].network : nullptr; }, false,
                                              Text::tr("Delay of the network, one way."), Text::tr("Each attempt pays it twice; a cancel comes one delay late.")});
    }

    QList<Field> failures() const {
        return {addKind(Text::tr("also fails with"), path_ + ".failures.", "1%", Text::tr("Another way in which single calls fail."),
                        [&](Outcome kind) { return !is_refusal(kind) && kind != kind_cancelled && !has(now_.failures, kind); })};
    }

    QList<Field> billing() const {
        QList<Field> fields;
        for (const auto &[kind, share] : now_.billing) {
            const QString name = kind == kSuccess ? QString("success") : said(scenario_.kinds[kind].name);
            fields << KeyField{path_ + ".billing." + name, Text::tr("bills %1").arg(name),
                               Text::tr("The share of the cost that is billed for a call with this outcome."), {}, Text::tr("none")};
        }
        return fields << addKind(Text::tr("bills also"), path_ + ".billing.", "100%", Text::tr("Bills another outcome: success and timeout in full, the rest not, while nothing is said."),
                                 [&](Outcome kind) { return !is_refusal(kind) && !has(now_.billing, kind); });
    }

    QList<Field> calls() const {
        QList<Field> fields;
        const QString list = path_ + ".calls";
        for (std::size_t i = 0; i < now_.calls.size(); ++i) {
            const QString path = QString("%1[%2]").arg(list).arg(i), what = Text::tr("call of %1").arg(said(now_.calls[i].service));
            ChoiceField service{Text::tr("service"), {}, {}, Text::tr("The service that it calls while it serves."), Text::tr("A worker is held meanwhile; retries multiply from layer to layer."), {}, path + ".service"};
            for (const ServiceConfig &one : scenario_.services)
                service.options << ChoiceField::Option{said(one.name), {{path + ".service", said(one.name)}}};
            service.read = [n = number_, i](const Scenario &s) {
                if (n >= s.services.size() || i >= s.services[n].calls.size()) return -1;
                const auto place = std::ranges::find(s.services, s.services[n].calls[i].service, &ServiceConfig::name);
                return place == s.services.end() ? -1 : static_cast<int>(place - s.services.begin());
            };
            fields << ActionField{Text::tr("%1. %2").arg(i + 1).arg(what), itemActions(list, i, now_.calls.size(), what)} << service
                   << policyChoice(scenario_, path, [n = number_, i](const Scenario &s) {
                          return n < s.services.size() && i < s.services[n].calls.size() ? s.services[n].calls[i].policy : std::string();
                      })
                   << KeyField{path + ".times", Text::tr("times")} << KeyField{path + ".mode", Text::tr("how")};
        }
        QString other;
        for (const ServiceConfig &one : scenario_.services) {
            if (one.name != now_.name && other.isEmpty()) other = said(one.name);
        }
        FieldAction add = appendAction(Text::tr("Calls another service"), Text::tr("Another service that it asks while it serves. Loops are refused."), list,
                                       QString("{service: %1}").arg(other));
        if (other.isEmpty()) add.whyNot = Text::tr("There is no other service: add one first.");
        return fields << ActionField{{}, {add}};
    }

    QList<Field> availability() const {
        QList<Field> fields{part(Text::tr("outages by itself"), ".availability", "{up: 10min, down: 10s}", [](const ServiceConfig &s) { return s.availability.has_value(); },
                                 Text::tr("Outages that come and go by themselves."), Text::tr("They are what a breaker is for: failures that come together."))};
        if (!now_.availability) return fields;
        return fields << KeyField{path_ + ".availability.up", Text::tr("up for")} << KeyField{path_ + ".availability.down", Text::tr("down for")}
                      << KeyField{path_ + ".availability.kind", Text::tr("fails with")} << KeyField{path_ + ".availability.group", Text::tr("together with")};
    }

    QList<Field> limit() const {
        if (!now_.rate_limit) return {};
        QList<Field> fields{KeyField{path_ + ".rate_limit.burst", Text::tr("limit burst")}, KeyField{path_ + ".rate_limit.retry_after", Text::tr("Retry-After")}};
        if (now_.rate_limit->retry_after.kind == RetryAfterHint::Kind::wrong) fields << KeyField{path_ + ".rate_limit.retry_after.wrong_by", Text::tr("hint wrong by")};
        return fields;
    }

    QList<Field> confidence() const {
        QList<Field> fields{part(Text::tr("detects wrong answers"), ".confidence", "{accept_right: 95%, accept_wrong: 20%}",
                                 [](const ServiceConfig &s) { return s.confidence.has_value(); }, Text::tr("A detector of wrong answers; what it rejects fails with low_confidence."),
                                 Text::tr("A cascade: cheap answers that look wrong are asked again of the next leg."))};
        if (!now_.confidence) return fields;
        return fields << KeyField{path_ + ".confidence.accept_right", Text::tr("accepts right")} << KeyField{path_ + ".confidence.accept_wrong", Text::tr("accepts wrong")};
    }

    QList<Field> single() const {
        QList<Field> fields{KeyField{path_ + ".balance", Text::tr("balance")}, KeyField{path_ + ".contention", Text::tr("contention")}};
        if (!now_.workers) fields << KeyField{path_ + ".queue", Text::tr("queue")} << KeyField{path_ + ".discipline", Text::tr("served first")} << KeyField{path_ + ".cancels", Text::tr("cancels")};
        if (!now_.effect) fields << KeyField{path_ + ".idempotency_key", Text::tr("idempotency")};
        return fields;
    }

private:
    static bool has(const std::vector<std::pair<Outcome, double>> &shares, Outcome kind) {
        return std::ranges::any_of(shares, [kind](const auto &one) { return one.first == kind; });
    }
    Field part(const QString &label, const char *key, const QString &yaml, bool (*is)(const ServiceConfig &), const QString &what, const QString &why) const {
        return ToggleField{label, [n = number_, is](const Scenario &s) { return n < s.services.size() && is(s.services[n]); }, {{path_ + key, yaml}}, {{path_ + key, std::nullopt}}, what, why};
    }
    Field addKind(const QString &label, const QString &list, const QString &yaml, const QString &what, const std::function<bool(Outcome)> &fits) const {
        ChoiceField field{label, {}, [](const Scenario &) { return -1; }, what, {}, {}, list + "+"};
        if (list.contains(".billing") && fits(kSuccess)) field.options << ChoiceField::Option{"success", {{list + "success", yaml}}};
        for (const std::string &name : scenario_.kinds.names()) {
            const auto kind = scenario_.kinds.find(name);
            if (kind && fits(*kind)) field.options << ChoiceField::Option{said(name), {{list + said(name), yaml}}};
        }
        return field;
    }

    const Scenario &scenario_;
    std::size_t number_;
    const ServiceConfig &now_;
    QString path_;
};

} // namespace

QList<Field> rareServiceFields(const Scenario &scenario, std::size_t service) {
    const Parts parts(scenario, service);
    return parts.failures() + parts.calls() + parts.availability() + parts.limit() + parts.confidence() + parts.network() + parts.billing() + parts.single();
}

} // namespace halfopen
