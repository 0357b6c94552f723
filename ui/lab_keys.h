// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/session/session.h"

class QKeyEvent;
class QWidget;

namespace halfopen {

class Transport;

/// The single-letter keys of the Lab. They act while a widget that they were given has the focus itself, so never
/// while typing or on a button. What it does not know goes to the tracks.
class LabKeys : public QObject {
    Q_OBJECT
public:
    LabKeys(Session &session, Transport &transport, QWidget *tracks, QObject *parent = nullptr);
    void watch(QWidget *widget);

signals:
    void keysAsked(); ///< ?

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handle(const QKeyEvent &event);
    Session &session_;
    Transport &transport_;
    QWidget *tracks_;
};

} // namespace halfopen
