// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/models/checks_model.h"
#include "ui/session/session.h"
#include "ui/tables/quiet_table.h"

namespace halfopen {

/// The tab "Checks": closed forms beside what was measured up to the hairline. Looked at only while it is seen, at most
/// four times a second.
class ChecksPane : public QuietTable {
    Q_OBJECT
public:
    ChecksPane(Session &session, QWidget *parent = nullptr);
    QString note() const;

signals:
    void noteChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void follow(); ///< soon
    void renew();
    Session &session_;
    ChecksModel *model_;
    QTimer soon_;
};

} // namespace halfopen
