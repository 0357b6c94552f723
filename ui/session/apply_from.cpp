// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/apply_from.h"

namespace halfopen {

ApplyFrom::ApplyFrom(Session &session, QObject *parent) : QObject(parent), session_(session) {
    connect(&session.playhead(), &Playhead::moved, this, &ApplyFrom::follow);
    connect(&session.document(), &ScenarioDocument::replaced, this, [this] { setHere(false); });
}

void ApplyFrom::setHere(bool here) {
    if (here == here_) return;
    here_ = here;
    if (!here) session_.document().setApplyAt(std::nullopt);
    follow();
    emit changed();
}

void ApplyFrom::follow() {
    if (!here_) return;
    const auto whole = std::chrono::ceil<std::chrono::milliseconds>(session_.playhead().viewed().time_since_epoch());
    if (session_.document().applyAt() == Duration(whole)) return;
    session_.document().setApplyAt(Duration(whole));
    emit changed();
}

QString ApplyFrom::words() const {
    const auto at = session_.document().applyAt();
    return at ? tr("%1 s").arg(QString::number(seconds(*at), 'f', 3)) : tr("the start");
}

} // namespace halfopen
