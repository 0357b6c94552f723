// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QLineEdit>

#include "engine/base/time.h"

namespace halfopen {

/// Shows the time that is looked at; a typed one is sought. While it is typed into, the time under it may run on.
class TimeField : public QLineEdit {
    Q_OBJECT
public:
    explicit TimeField(QWidget *parent = nullptr);
    void show(SimTime t);

signals:
    void sought(halfopen::SimTime t);
    void refused(const QString &reason);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void take();
    SimTime shown_{};
    bool typing_ = false;
};

/// "12.5", "12.5 s", "2min": a bare number is in seconds. Nothing when it is no time.
std::optional<SimTime> typedTime(const QString &text);

} // namespace halfopen
