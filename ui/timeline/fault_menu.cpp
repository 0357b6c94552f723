// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/fault_menu.h"

#include <QMenu>

#include "engine/insight/explain.h"

namespace halfopen {

namespace {

QString shown(Duration duration) { return QString::fromStdString(format_duration(duration)); }

} // namespace

void fillFaultMenu(QMenu &menu, FaultEdits &edits, const FaultPlace &place,
                   const std::function<void(const FaultEdits::Refusal &)> &done) {
    using Effect = FaultEdits::Effect;
    menu.setAccessibleName(FaultEdits::tr("Faults"));
    menu.setToolTipsVisible(true);
    QMenu *add = menu.addMenu(FaultEdits::tr("&Add a fault at %1, for %2").arg(shown(place.at), shown(place.lasts)));
    add->setObjectName("addFault");
    add->setToolTipsVisible(true);
    for (const ServiceConfig &service : edits.document().scenario().services) {
        QMenu *kinds = add->addMenu(QString::fromStdString(service.name).replace('&', "&&"));
        for (const Effect effect : {Effect::outage, Effect::slow, Effect::pause})
            kinds->addAction(FaultEdits::nameOf(effect), &menu, [&edits, done, place, effect, name = service.name] {
                done(edits.add(name, effect, place.at, place.lasts));
            });
    }
    menu.addSeparator();
    const Fault *fault = place.fault ? edits.fault(*place.fault) : nullptr;
    const QString what = fault ? QString::fromStdString(fault->service) : QString();
    QAction *again =
        menu.addAction(fault ? FaultEdits::tr("&Duplicate the fault of %1").arg(what) : FaultEdits::tr("&Duplicate"),
                       &menu, [&edits, done, place] { done(edits.duplicate(*place.fault)); });
    QAction *remove =
        menu.addAction(fault ? FaultEdits::tr("&Remove the fault of %1").arg(what) : FaultEdits::tr("&Remove"), &menu,
                       [&edits, done, place] { done(edits.remove(*place.fault)); });
    again->setObjectName("duplicateFault");
    remove->setObjectName("removeFault");
    remove->setShortcut(Qt::Key_Delete);
    for (QAction *action : {again, remove}) {
        action->setEnabled(fault != nullptr);
        action->setToolTip(fault ? QString()
                                 : FaultEdits::tr("Select a fault first: click its bar, or Alt with the down arrow."));
    }
}

} // namespace halfopen
