// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "engine/insight/explain.h"
#include "ui/editors/key_docs.h"
#include "ui/editors/policy_fields.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(BreakerFields)
};

/// Makes the fields of one policy's breaker; what is said of each is measured against its preset.
class BreakerFields {
public:
    BreakerFields(std::size_t policy, QString base) : policy_(policy), base_(std::move(base) + ".breaker") {}

    static const BreakerConfig *of(const Scenario &s, std::size_t policy) {
        return policy < s.policies.size() && s.policies[policy].breaker ? &*s.policies[policy].breaker : nullptr;
    }
    NumberField number(const QString &key, const QString &label, Unit unit, SliderScale scale, const auto &get,
                       const QString &what, const QString &why) const {
        NumberField field{base_ + "." + key, label, unit, scale, {}, what, why};
        field.read = [policy = policy_, get](const Scenario &s) -> std::optional<double> {
            const BreakerConfig *breaker = of(s, policy);
            return breaker ? std::optional<double>(get(*breaker)) : std::nullopt;
        };
        field.reference = [policy = policy_, get](const Scenario &s) -> std::optional<double> {
            const BreakerConfig *breaker = of(s, policy);
            const auto preset = breaker ? breaker_preset(breaker->preset) : std::nullopt;
            return preset ? std::optional<double>(get(*preset)) : std::nullopt;
        };
        return field;
    }
    Field preset() const {
        ChoiceField field{Text::tr("preset"),
                          {},
                          {},
                          Text::tr("The library or text that this breaker behaves like."),
                          Text::tr("A preset sets every switch; fields below refine it."),
                          {}};
        for (const std::string &name : breaker_preset_names()) {
            const QString text = QString::fromStdString(name);
            field.options << ChoiceField::Option{text, {{base_, text}}};
        }
        field.read = [policy = policy_](const Scenario &s) {
            const BreakerConfig *breaker = of(s, policy);
            const auto names = breaker_preset_names();
            const auto place = breaker ? std::ranges::find(names, breaker->preset) : names.end();
            return place == names.end() ? -1 : static_cast<int>(place - names.begin());
        };
        return field;
    }
    Field trip() const {
        ChoiceField field{Text::tr("trips on"),
                          {},
                          {},
                          Text::tr("What makes a closed breaker open."),
                          Text::tr("Failures in a row forget at each success; a count since the last reset never forgets."),
                          {}};
        const std::pair<QString, const char *> rules[] = {{Text::tr("failures in a row"), "consecutive"},
                                                               {Text::tr("failures in all"), "cumulative"},
                                                               {Text::tr("last calls"), "count_window"},
                                                               {Text::tr("last seconds"), "time_window"}};
        for (const auto &[text, word] : rules)
            field.options << ChoiceField::Option{text, {{base_ + ".trip", word}}};
        const auto index = [](const BreakerConfig &breaker) { return static_cast<int>(breaker.trip); };
        field.read = [policy = policy_, index](const Scenario &s) {
            return of(s, policy) ? index(*of(s, policy)) : -1;
        };
        field.reference = [policy = policy_, index](const Scenario &s) {
            const BreakerConfig *breaker = of(s, policy);
            const auto preset = breaker ? breaker_preset(breaker->preset) : std::nullopt;
            return preset ? index(*preset) : -1;
        };
        return field;
    }
    Field threshold(const BreakerConfig &now) const {
        if (now.failure_rate) {
            return number(
                "failure_rate", Text::tr("trips at"), Unit::share, {0.01, 1, false},
                [](const BreakerConfig &b) { return b.failure_rate.value_or(0.5); },
                Text::tr("The failure rate of the window at which it opens."),
                Text::tr("Lower reacts sooner and trips more often without need."));
        }
        NumberField field = number(
            "failures", Text::tr("trips at"), Unit::whole, {1, 20, false}, [](const BreakerConfig &b) { return b.failures; },
            Text::tr("So many failures open it."), Text::tr("Lower reacts sooner and trips more often without need."));
        const bool inARow = now.trip == TripRule::consecutive;
        field.note = [inARow](double) { return inARow ? Text::tr("in a row") : Text::tr("failures"); };
        return field;
    }
    Field window(const BreakerConfig &now) const {
        if (now.trip == TripRule::time_window) {
            return number(
                "window.time", Text::tr("window"), Unit::seconds, {1, 300, true},
                [](const BreakerConfig &b) { return seconds(b.window_time); }, Text::tr("How far back results count."),
                Text::tr("A longer window is surer and slower."));
        }
        return number(
            "window.calls", Text::tr("window"), Unit::whole, {1, 200, true},
            [](const BreakerConfig &b) { return b.window_calls; }, Text::tr("How many of the last results count."),
            Text::tr("A longer window is surer and slower."));
    }
    Field minimum() const {
        return number(
            "minimum_calls", Text::tr("minimum"), Unit::whole, {1, 100, true},
            [](const BreakerConfig &b) { return b.minimum_calls; }, Text::tr("With fewer results it cannot trip."),
            Text::tr("Keeps two unlucky calls at night from opening it."));
    }
    Field cooldown() const {
        return number(
            "open_for", Text::tr("cooldown"), Unit::seconds, {1, 300, true},
            [](const BreakerConfig &b) { return seconds(b.open_for); }, Text::tr("How long it stays open before a probe."),
            Text::tr("Longer spares the service; shorter finds out sooner that it is well again."));
    }
    Field probes() const {
        NumberField field = number(
            "probes", Text::tr("probes"), Unit::whole, {1, 10, false}, [](const BreakerConfig &b) { return b.probes; },
            Text::tr("How many calls are let through half-open."), Text::tr("More probes judge better and hurt more while it is ill."));
        field.note = [](double n) { return n == 1 ? Text::tr("call") : Text::tr("calls"); };
        return field;
    }
    /// Whether each time in OPEN is as long as the first.
    Field openTime(const BreakerConfig &now) const {
        const double first = seconds(now.open_backoff ? now.open_backoff->base : now.open_for);
        const QString base = yamlText(Unit::seconds, first), cap = yamlText(Unit::seconds, 10 * first);
        return ChoiceField{Text::tr("open time"),
                           {{Text::tr("the same each time"), {{base_ + ".open_for", base}}},
                            {Text::tr("grows"), {{base_ + ".open_for", QString("{base: %1, multiplier: 2, cap: %2}").arg(base, cap)}}}},
                           [policy = policy_](const Scenario &s) { return of(s, policy) ? static_cast<int>(of(s, policy)->open_backoff.has_value()) : -1; },
                           Text::tr("Whether it stays open for longer each time."),
                           Text::tr("A service that is still ill after the probe is asked less and less."),
                           {},
                           base_ + ".open_for"};
    }
    /// Every other switch; what is left out is as the preset has it.
    QList<Field> rare(const BreakerConfig &now, const QList<Field> &shown) const {
        QStringList without{base_ + ".preset"};
        for (const Field &field : shown) {
            for (const QString &path : pathsOf(field)) {
                if (path != base_) without << path;
            }
        }
        if (!now.open_backoff) without << base_ + ".open_for";
        QList<Field> fields{openTime(now)};
        for (Field field : keyFields(base_, without)) {
            auto &key = std::get<KeyField>(field);
            key.absent = Text::tr("as the preset");
            fields << field;
        }
        return fields;
    }
    ToggleField onOff() const {
        return ToggleField{Text::tr("Breaker"),
                           [policy = policy_](const Scenario &s) { return of(s, policy) != nullptr; },
                           {{base_, "tutorial"}},
                           {{base_, std::nullopt}},
                           Text::tr("Whether calls are refused while the service keeps failing."),
                           Text::tr("Off: every request waits for a service that is down.")};
    }

private:
    std::size_t policy_;
    QString base_;
};

} // namespace

FieldGroup breakerFields(const Scenario &scenario, std::size_t policy, const QString &base) {
    const BreakerFields make(policy, base);
    const BreakerConfig *breaker = BreakerFields::of(scenario, policy);
    FieldGroup group{Text::tr("Breaker"), {}, {}};
    if (breaker) {
        group.fields << make.preset() << make.trip() << make.threshold(*breaker);
        if (breaker->trip == TripRule::count_window || breaker->trip == TripRule::time_window)
            group.fields << make.window(*breaker) << make.minimum();
        if (!breaker->open_backoff) group.fields << make.cooldown();
        group.fields << make.probes();
        group.more = make.rare(*breaker, group.fields);
    }
    group.toggle = make.onOff();
    return group;
}

} // namespace halfopen
