// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/event_log_pane.h"

#include <algorithm>

#include <QLocale>

namespace halfopen {

EventLogPane::EventLogPane(Session &session, const Theme &theme, QWidget *parent)
    : QuietTable(tr("Event log"), tr("#316, a service, breaker, timeout …"), parent),
      session_(session),
      model_(new EventLogModel(session, theme, this)) {
    setModel(model_);
    setEmptyText(tr("Nothing has happened yet."));
    setWidths({96, 76, 400}, EventLogModel::event);
    connect(this, &QuietTable::picked, this, &EventLogPane::pick);
    connect(this, &QuietTable::searched, model_, &EventLogModel::setFilter);
    connect(&session.playhead(), &Playhead::moved, this, &EventLogPane::follow);
    connect(model_, &EventLogModel::searched, this, &EventLogPane::follow);
    connect(model_, &QAbstractItemModel::modelReset, this, &EventLogPane::follow);
}

void EventLogPane::pick(int row) {
    if (row >= model_->rowCount()) return;
    const TraceRecord record = session_.run().trace()[model_->recordOfRow(row)];
    picking_ = true; // the picked row stays under the pointer
    if (record.kind == RecordKind::breaker_changed)
        session_.selection().selectTransition(record.object, model_->recordOfRow(row));
    else if (record.request != 0)
        session_.selection().selectRequest(record.request, model_->recordOfRow(row));
    session_.showAt(record.time);
    picking_ = false;
}

void EventLogPane::follow() {
    if (!isVisible() || picking_) return;
    model_->markViewed();
    const int row = model_->rowAt(session_.playhead().viewed());
    setCurrentRow(row);
    bringIntoSight(std::max(row, 0), Place::centre);
}

QString EventLogPane::note() const {
    const QString rows = QLocale(QLocale::English).toString(model_->rowCount());
    if (model_->searching()) return tr("%1 found so far").arg(rows);
    return (model_->filtering() ? tr("%1 found") : tr("%1 events")).arg(rows);
}

} // namespace halfopen
