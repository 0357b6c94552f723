// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/models/requests_model.h"
#include "ui/session/session.h"
#include "ui/tables/quiet_table.h"
#include "ui/theme/theme.h"

namespace halfopen {

/// The requests that have started by the hairline, newest first; the selected one is kept in sight.
class RequestsPane : public QuietTable {
    Q_OBJECT
public:
    RequestsPane(Session &session, const Theme &theme, QWidget *parent = nullptr);
    RequestsModel *model() { return model_; }
    QString note() const; ///< "newest first at 121.42 s · 660 requests so far"

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showSelected();
    Session &session_;
    RequestsModel *model_;
};

} // namespace halfopen
