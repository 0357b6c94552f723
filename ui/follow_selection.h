// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QObject>

class QComboBox;

namespace halfopen {

class PolicyEditor;
class Session;

/// Where a scenario has several workloads or legs, pipeline, state machine and policy show those of what was selected
/// last, so that they and Why speak of the same thing. The person may choose others until the next selection.
class FollowSelection : public QObject {
    Q_OBJECT
public:
    FollowSelection(Session &session, QComboBox &workloads, PolicyEditor &policy, QObject *parent = nullptr);

private:
    void follow();
    std::optional<std::uint32_t> workloadOfSelection() const;
    Session &session_;
    QComboBox &workloads_;
    PolicyEditor &policy_;
};

} // namespace halfopen
