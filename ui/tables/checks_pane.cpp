// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/checks_pane.h"

#include <QHeaderView>

namespace halfopen {

namespace {
constexpr int kPatience = 250; ///< ms between two looks
} // namespace

ChecksPane::ChecksPane(Session &session, QWidget *parent)
    : QuietTable(tr("Checks"), tr("a service, a closed form or a figure"), parent),
      session_(session),
      model_(new ChecksModel(this)) {
    setObjectName("checks");
    search_->hide();
    setModel(model_);
    setWidths({150, 116, 130, 84, 84, 66, 260}, ChecksModel::note);
    soon_.setSingleShot(true);
    soon_.setInterval(kPatience);
    connect(&soon_, &QTimer::timeout, this, &ChecksPane::renew);
    connect(&session, &Session::runChanged, this, &ChecksPane::follow);
    connect(&session, &Session::runGrew, this, &ChecksPane::follow);
    connect(&session.playhead(), &Playhead::moved, this, &ChecksPane::follow);
}

void ChecksPane::showEvent(QShowEvent *event) {
    QuietTable::showEvent(event);
    renew();
}

void ChecksPane::follow() {
    if (isVisible() && !soon_.isActive()) soon_.start();
}

void ChecksPane::renew() {
    if (!isVisible()) return;
    const Run &run = session_.run();
    model_->show(companions(run.scenario(), &run.metricsAt(session_.playhead().viewed())));
    // Where nothing holds there are no numbers: the reasons take their room.
    for (const int column : {ChecksModel::figure, ChecksModel::expected, ChecksModel::measured, ChecksModel::off})
        view_->setColumnHidden(column, model_->holding() == 0);
    emit noteChanged();
}

QString ChecksPane::note() const {
    return tr("%1 closed forms hold, %2 do not apply · measured up to %3 s")
        .arg(model_->holding())
        .arg(model_->others())
        .arg(seconds(session_.playhead().viewed()), 0, 'f', 2);
}

} // namespace halfopen
