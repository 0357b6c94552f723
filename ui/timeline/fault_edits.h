// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QCoreApplication>
#include <QString>

#include "ui/session/scenario_document.h"

namespace halfopen {

/// Edits of the document's faults by the timeline, each a step of undo with a name. A refused one changes nothing and
/// gives its reason. A fault has its own times: its edits are never timed ones.
class FaultEdits {
    Q_DECLARE_TR_FUNCTIONS(halfopen::FaultEdits)
public:
    using Refusal = std::optional<QString>; ///< nothing: it was done
    explicit FaultEdits(ScenarioDocument &document) : document_(document) {}

    const std::vector<Fault> &faults() const { return document_.scenario().faults; }
    const Fault *fault(std::uint32_t number) const; ///< null when there is none
    ScenarioDocument &document() { return document_; }

    Refusal setTimes(std::uint32_t number, Duration at, Duration lasts, quint64 gesture);
    /// What a new fault does.
    enum class Effect { outage, slow, pause };
    static QString nameOf(Effect effect);
    /// Adds one at the end of the list.
    Refusal add(const std::string &service, Effect effect, Duration at, Duration lasts);
    /// Adds the same again, right after it.
    Refusal duplicate(std::uint32_t number);
    Refusal remove(std::uint32_t number);

private:
    QString itemPath(std::size_t number) const { return QString("faults[%1]").arg(number); }
    ScenarioDocument::Change appended(const QString &yaml) const;
    ScenarioDocument &document_;
};

} // namespace halfopen
