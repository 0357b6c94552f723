// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "ui/session/session.h"

namespace halfopen {

class Notices;

/// Says above the tracks what was changed in the middle of the run, and takes it back when asked to.
class EditNotice : public QObject {
    Q_OBJECT
public:
    EditNotice(Session &session, Notices &notices, QObject *parent = nullptr);

private:
    void follow();
    void show(Duration at);
    Session &session_;
    Notices &notices_;
    std::vector<Edit> known_;      ///< when it was looked last
    std::optional<Duration> shown_; ///< the moment that is spoken of
};

} // namespace halfopen
