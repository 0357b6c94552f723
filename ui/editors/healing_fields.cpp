// SPDX-License-Identifier: GPL-3.0-or-later
// Healing of an operation: diagnosis, remedies, and the tries after them.
#include <QCoreApplication>

#include "ui/editors/distribution_fields.h"
#include "ui/editors/key_docs.h"
#include "ui/editors/part_actions.h"
#include "ui/editors/policy_fields.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(HealingFields)
};

QString said(const std::string &text) { return QString::fromStdString(text); }

const HealingConfig *healingOf(const Scenario &s, std::size_t operation) {
    return operation < s.operations.size() && s.operations[operation].healing ? &*s.operations[operation].healing : nullptr;
}

/// "[image_quality, encoding]": the kinds that are healed, with one more or one fewer.
QString kindList(const Scenario &scenario, const HealingConfig &healing, Outcome kind, bool with) {
    QStringList names;
    for (const Outcome one : healing.kinds) {
        if (one != kind) names << said(scenario.kinds[one].name);
    }
    if (with) names << said(scenario.kinds[kind].name);
    return "[" + names.join(", ") + "]";
}

/// Makes the fields of one operation's healing.
class Healing {
public:
    Healing(const Scenario &scenario, std::size_t operation)
        : scenario_(scenario), operation_(operation), path_("operations." + said(scenario.operations[operation].name) + ".healing") {}

    const QString &path() const { return path_; }
    ToggleField onOff() const {
        const QString yaml = "{kinds: [image_quality, encoding], diagnosis: {duration: 800ms, cost: 0.002, accuracy: 90%}, "
                             "remedies: {image_quality: {duration: 400ms, success: 95%}, encoding: {duration: 50ms}}, "
                             "retry: {max_attempts: 3, backoff: {base: 500ms}}}";
        return {Text::tr("Healing"), [o = operation_](const Scenario &s) { return healingOf(s, o) != nullptr; }, {{path_, yaml}}, {{path_, std::nullopt}},
                Text::tr("Whether failures are diagnosed and treated before the next leg is asked."),
                Text::tr("Retrying never helps against a bad input; a remedy removes its cause.")};
    }
    QList<Field> remedies(const HealingConfig &now) const {
        QList<Field> fields;
        for (const Remedy &remedy : now.remedies) {
            const QString kind = said(scenario_.kinds[remedy.issue].name);
            // The same order as in the file, when it stands there already.
            const bool there = std::ranges::find(now.kinds, remedy.issue) != now.kinds.end();
            QStringList all;
            for (const Outcome one : now.kinds) all << said(scenario_.kinds[one].name);
            fields << ToggleField{Text::tr("heal %1: %2").arg(kind, said(remedy.name)),
                                  [o = operation_, issue = remedy.issue](const Scenario &s) {
                                      return healingOf(s, o) && std::ranges::find(healingOf(s, o)->kinds, issue) != healingOf(s, o)->kinds.end();
                                  },
                                  {{path_ + ".kinds", there ? "[" + all.join(", ") + "]" : kindList(scenario_, now, remedy.issue, true)}},
                                  {{path_ + ".kinds", kindList(scenario_, now, remedy.issue, false)}},
                                  Text::tr("Whether a leg that failed with this kind is diagnosed, treated and asked again."),
                                  Text::tr("Retrying never helps against a bad input; a remedy removes its cause.")};
        }
        return fields;
    }
    Field accuracy() const {
        return NumberField{path_ + ".diagnosis.accuracy", Text::tr("right diagnosis"), Unit::share, {0, 1, false},
                           [o = operation_](const Scenario &s) -> std::optional<double> {
                               return healingOf(s, o) ? std::optional(healingOf(s, o)->diagnosis.accuracy.value) : std::nullopt;
                           },
                           Text::tr("How often the diagnosis names the true cause."), Text::tr("A wrong diagnosis costs a remedy and a try that cannot help.")};
    }
    QList<Field> diagnosis() const {
        QList<Field> fields{KeyField{path_ + ".diagnosis.cost", Text::tr("diagnosis cost")}};
        fields << distributionFields(scenario_, {path_ + ".diagnosis.duration", Text::tr("diagnosis"),
                                                 [o = operation_](const Scenario &s) { return healingOf(s, o) ? &healingOf(s, o)->diagnosis.duration : nullptr; }, false,
                                                 Text::tr("How long finding the cause takes."), {}});
        return fields << KeyField{path_ + ".max_rounds", Text::tr("rounds")} << KeyField{path_ + ".retry_undiagnosed", Text::tr("blind tries")};
    }
    QList<Field> remedy(const HealingConfig &now, std::size_t number) const {
        const Remedy &remedy = now.remedies[number];
        const QString kind = said(scenario_.kinds[remedy.issue].name), path = path_ + ".remedies." + kind;
        QList<Field> fields{ActionField{Text::tr("remedy of %1").arg(kind),
                                        {FieldAction{Text::tr("Remove"), Text::tr("This cause then has no remedy."), Text::tr("remove remedy of %1").arg(kind), removePart(path), {}, {}, "−"}}},
                            KeyField{path + ".name", Text::tr("called")}, KeyField{path + ".success", Text::tr("works")}, KeyField{path + ".cost", Text::tr("cost")}};
        return fields << distributionFields(scenario_, {path + ".duration", Text::tr("duration"),
                                                        [o = operation_, issue = remedy.issue](const Scenario &s) -> const Distribution * {
                                                            const HealingConfig *healing = healingOf(s, o);
                                                            if (!healing) return nullptr;
                                                            const auto place = std::ranges::find(healing->remedies, issue, &Remedy::issue);
                                                            return place == healing->remedies.end() ? nullptr : &place->duration;
                                                        },
                                                        false, Text::tr("How long the remedy takes."), {}});
    }
    Field another(const HealingConfig &now) const {
        ChoiceField field{Text::tr("a remedy for"), {}, [](const Scenario &) { return -1; }, Text::tr("Another cause that can be removed."), {}, {}, path_ + ".remedies.+"};
        for (const std::string &name : scenario_.kinds.names()) {
            const auto kind = *scenario_.kinds.find(name);
            const bool there = std::ranges::find(now.remedies, kind, &Remedy::issue) != now.remedies.end();
            if (!there && !is_refusal(kind) && kind != kind_cancelled)
                field.options << ChoiceField::Option{said(name), {{path_ + ".remedies." + said(name), "{duration: 500ms, success: 90%}"}}};
        }
        return field;
    }
    /// The tries after a remedy.
    QList<Field> retry(const HealingConfig &now) const {
        const QString retry = path_ + ".retry";
        QList<Field> fields = keyFields(retry, {retry + ".jitter.additive", retry + ".jitter.symmetric", retry + ".jitter.randomized", retry + ".jitter.spread"});
        for (const KindSchedule &schedule : now.retry.per_kind)
            fields << keyFields(retry + ".per_kind." + said(scenario_.kinds[schedule.kind].name));
        return fields;
    }

private:
    const Scenario &scenario_;
    std::size_t operation_;
    QString path_;
};

} // namespace

FieldGroup healingFields(const Scenario &scenario, std::size_t operation) {
    FieldGroup group{Text::tr("Healing"), {}, {}};
    if (operation >= scenario.operations.size()) return group;
    const Healing make(scenario, operation);
    group.toggle = make.onOff();
    const HealingConfig *now = healingOf(scenario, operation);
    if (!now) return group;
    group.fields << make.remedies(*now) << make.accuracy();
    group.more << make.diagnosis();
    for (std::size_t r = 0; r < now->remedies.size(); ++r) group.more << make.remedy(*now, r);
    group.more << make.another(*now) << KeyField{make.path() + ".kinds", Text::tr("kinds healed")} << make.retry(*now);
    return group;
}

} // namespace halfopen
