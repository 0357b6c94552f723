// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/fault_edits.h"

#include "engine/files/quantities.h"
#include "engine/files/scenario_text.h"
#include "engine/insight/explain.h"

namespace halfopen {

namespace {

QString yamlOf(Duration duration) { return QString::fromStdString(format_duration_yaml(duration)); }

QString shown(Duration duration) { return QString::fromStdString(format_duration(duration)); }

QString yamlOf(FaultEdits::Effect effect) {
    switch (effect) {
    case FaultEdits::Effect::outage: return "outage: unavailable";
    case FaultEdits::Effect::slow: return "latency: {factor: 3}";
    case FaultEdits::Effect::pause: return "pause: true";
    }
    return {};
}

} // namespace

QString FaultEdits::nameOf(Effect effect) {
    switch (effect) {
    case Effect::outage: return tr("outage");
    case Effect::slow: return tr("three times slower");
    case Effect::pause: return tr("pause");
    }
    return {};
}

const Fault *FaultEdits::fault(std::uint32_t number) const {
    return number < faults().size() ? &faults()[number] : nullptr;
}

FaultEdits::Refusal FaultEdits::setTimes(std::uint32_t number, Duration at, Duration lasts, quint64 gesture) {
    const Fault *now = fault(number);
    if (now == nullptr) return tr("this fault is no longer in the document");
    QList<ScenarioDocument::Change> changes;
    if (now->at != at) changes.append({itemPath(number) + ".at", yamlOf(at)});
    if (now->lasts != lasts) changes.append({itemPath(number) + ".for", yamlOf(lasts)});
    const QString name =
        tr("fault of %1 at %2 for %3").arg(QString::fromStdString(now->service), shown(at), shown(lasts));
    return document_.apply(changes, {name, gesture, true});
}

ScenarioDocument::Change FaultEdits::appended(const QString &yaml) const {
    if (faults().empty()) return {"faults", "[" + yaml + "]"};
    return {itemPath(faults().size()), yaml};
}

FaultEdits::Refusal FaultEdits::add(const std::string &service, Effect effect, Duration at, Duration lasts) {
    const QString name = QString::fromStdString(service);
    const QString yaml =
        QString("{service: %1, at: %2, for: %3, %4}")
            .arg(QString::fromStdString(quote_yaml(service)), yamlOf(at), yamlOf(lasts), yamlOf(effect));
    return document_.apply({appended(yaml)}, {tr("add fault of %1: %2").arg(name, nameOf(effect)), 0, true});
}

FaultEdits::Refusal FaultEdits::duplicate(std::uint32_t number) {
    const Fault *now = fault(number);
    if (now == nullptr) return tr("this fault is no longer in the document");
    const QString yaml = QString::fromStdString(get_from_text(document_.text(), itemPath(number).toStdString()));
    const Duration after = now->at + (now->every ? *now->every : now->lasts);
    const QString path = itemPath(faults().size());
    return document_.apply({appended(yaml), {path + ".at", yamlOf(after)}},
                           {tr("duplicate fault of %1").arg(QString::fromStdString(now->service)), 0, true});
}

FaultEdits::Refusal FaultEdits::remove(std::uint32_t number) {
    const Fault *now = fault(number);
    if (now == nullptr) return tr("this fault is no longer in the document");
    const QString path = faults().size() == 1 ? QString("faults") : itemPath(number);
    return document_.apply({{path, std::nullopt}},
                           {tr("remove fault of %1").arg(QString::fromStdString(now->service)), 0, true});
}

} // namespace halfopen
