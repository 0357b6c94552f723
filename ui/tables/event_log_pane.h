// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/event_log_model.h"
#include "ui/session/session.h"
#include "ui/tables/quiet_table.h"
#include "ui/theme/theme.h"

namespace halfopen {

/// Every fact in order of time; it follows the hairline, and picking a row moves it there.
class EventLogPane : public QuietTable {
    Q_OBJECT
public:
    EventLogPane(Session &session, const Theme &theme, QWidget *parent = nullptr);
    EventLogModel *model() { return model_; }
    QString note() const;
    void follow(); ///< brings the hairline's row into sight

private:
    void pick(int row);
    Session &session_;
    EventLogModel *model_;
    bool picking_ = false;
};

} // namespace halfopen
