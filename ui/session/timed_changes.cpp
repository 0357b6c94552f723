// SPDX-License-Identifier: GPL-3.0-or-later
// How the document is edited from a moment of the run on, instead of from its start.
#include <algorithm>
#include <iterator>

#include "engine/files/timed_edits.h"
#include "engine/insight/explain.h"
#include "ui/session/scenario_document.h"

namespace halfopen {

void ScenarioDocument::setApplyAt(std::optional<Duration> at) {
    const Scenario *before = &inForce();
    applyAt_ = at;
    if (&inForce() != before) emit inForceChanged();
}

const Scenario &ScenarioDocument::inForce() const {
    if (!applyAt_) return scenario();
    const std::vector<Edit> &edits = scenario().edits; // in order of time
    const auto after = std::ranges::upper_bound(edits, *applyAt_, {}, &Edit::at);
    return after == edits.begin() ? scenario() : *std::prev(after)->after;
}

std::optional<Duration> ScenarioDocument::momentOf(const Step &step) {
    if (!applyAt_ || step.fromStart) return std::nullopt;
    if (step.gesture == 0) return applyAt_;
    if (gestureAt_.first != step.gesture) gestureAt_ = {step.gesture, *applyAt_};
    return gestureAt_.second;
}

std::optional<std::string> ScenarioDocument::changedTextAt(Duration at, const QList<Change> &changes,
                                                           QString &reason) const {
    std::vector<ValueChange> values;
    for (const Change &change : changes)
        values.push_back(
            {change.path.toStdString(), change.yaml ? std::optional(change.yaml->toStdString()) : std::nullopt});
    auto after = changed_at_in_text(text(), at, values);
    if (after) return std::move(after).value();
    reason = reasonOf(after.failure());
    return std::nullopt;
}

std::optional<QString> ScenarioDocument::takeBackAt(Duration at) {
    auto after = without_edits_in_text(text(), at);
    if (!after) return reasonOf(after.failure());
    const QString when = QString::fromStdString(format_duration(at));
    const auto failure = take(std::move(after).value(), {tr("take back what was changed at %1").arg(when)});
    return failure ? std::optional(reasonOf(*failure)) : std::nullopt;
}

} // namespace halfopen
