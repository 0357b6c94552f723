// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/follow_selection.h"

#include <QComboBox>

#include "ui/editors/policy_editor.h"
#include "ui/session/session.h"

namespace halfopen {

FollowSelection::FollowSelection(Session &session, QComboBox &workloads, PolicyEditor &policy, QObject *parent)
    : QObject(parent), session_(session), workloads_(workloads), policy_(policy) {
    connect(&session.selection(), &Selection::changed, this, &FollowSelection::follow);
}

std::optional<std::uint32_t> FollowSelection::workloadOfSelection() const {
    const Run &run = session_.run();
    const Selection &selection = session_.selection();
    if (const auto request = selection.request(); request && *request >= 1 && *request <= run.index().requests())
        return run.trace()[run.index().request(*request).first_record].object;
    const auto breaker = selection.breaker();
    if (!breaker || *breaker >= run.index().breakers()) return std::nullopt;
    const BreakerPlace &place = run.index().layout().breakers[*breaker];
    if (place.caller) return std::nullopt; // it stands between two services, whoever asks them
    return place.workload;
}

void FollowSelection::follow() {
    const Run &run = session_.run();
    const Selection &selection = session_.selection();
    const auto workload = workloadOfSelection();
    if (workload && static_cast<int>(*workload) < workloads_.count())
        workloads_.setCurrentIndex(static_cast<int>(*workload));
    const auto breaker = selection.breaker();
    if (selection.request() || !breaker || *breaker >= run.index().breakers()) return;
    const BreakerPlace &place = run.index().layout().breakers[*breaker];
    policy_.showPolicy(place.policy, run.scenario().services[place.service].name);
}

} // namespace halfopen
