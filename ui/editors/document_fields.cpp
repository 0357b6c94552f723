// SPDX-License-Identifier: GPL-3.0-or-later
// The scenario as a whole: its name and length, its goals, and what changes while it runs.
#include <QCoreApplication>

#include "engine/insight/figure_words.h"
#include "ui/editors/key_docs.h"
#include "ui/editors/part_actions.h"
#include "ui/editors/scenario_fields.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(DocumentFields)
};

} // namespace

FieldGroup headerFields(const Scenario &scenario) {
    FieldGroup group{Text::tr("Scenario"), QString::fromStdString(scenario.name), {}, false};
    group.key = "document";
    group.fields << KeyField{"name", Text::tr("title"), {}, {}, Text::tr("none"), {}, {}} << KeyField{"about", Text::tr("about"), {}, {}, Text::tr("none"), {}, {}}
                 << KeyField{"seed", Text::tr("seed")} << KeyField{"warmup", Text::tr("warm-up")} << KeyField{"drain", Text::tr("lets finish")}
                 << KeyField{"drain_limit", Text::tr("for at most")} << KeyField{"play.speed", Text::tr("plays at")};
    return group;
}

FieldGroup goalFields(const Scenario &scenario) {
    const auto count = scenario.slo.size();
    FieldGroup group{Text::tr("Goals"), count == 0 ? Text::tr("none") : count == 1 ? Text::tr("1 goal") : Text::tr("%1 goals").arg(count), {}, false};
    for (const std::string &name : goal_names())
        group.fields << KeyField{"slo." + QString::fromStdString(name), QString::fromStdString(figure_in_words(name)),
                                 Text::tr("What the run is held against; the card of this figure says whether it was met."), {}, Text::tr("none"), {}, {}};
    return group;
}

QList<FieldGroup> timedEditFields(const Scenario &scenario, std::size_t edits) {
    FieldGroup heading{Text::tr("Timed edits"), edits == 0 ? Text::tr("none") : QString(), {}};
    heading.add = addTimedEdit(scenario, edits);
    QList<FieldGroup> groups{heading};
    for (std::size_t e = 0; e < edits; ++e) {
        const QString path = QString("edits[%1]").arg(e);
        FieldGroup group{Text::tr("edit %1").arg(e + 1), {}, {}, false, true, {}, path};
        group.fields << KeyField{path + ".at", Text::tr("at")} << KeyField{path + ".set", Text::tr("sets")} << KeyField{path + ".to", Text::tr("to")};
        group.actions = itemActions("edits", e, edits, Text::tr("timed edit %1").arg(e + 1));
        groups << group;
    }
    return groups;
}

} // namespace halfopen
