// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/session/session.h"

namespace halfopen {

/// Whether edits apply from the start of the run or from the moment that is looked at. "Here" follows the hairline, to
/// the next millisecond: what has been seen up to it stays as it was.
class ApplyFrom : public QObject {
    Q_OBJECT
public:
    explicit ApplyFrom(Session &session, QObject *parent = nullptr);

    bool here() const { return here_; }
    void setHere(bool here);
    /// From when edits apply, for people: "the start", "31.204 s".
    QString words() const;

signals:
    void changed(); ///< here() or words()

private:
    void follow();
    Session &session_;
    bool here_ = false;
};

} // namespace halfopen
