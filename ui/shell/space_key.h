// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>

class QWidget;

namespace halfopen {

/// Space plays and pauses wherever it is not the key of what has the focus: not while typing, on a button or on what
/// can be ticked.
class SpaceKey : public QObject {
    Q_OBJECT
public:
    /// `plays` says whether there is something to play, and has done it.
    SpaceKey(QWidget &window, std::function<bool()> plays);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &window_;
    std::function<bool()> plays_;
};

} // namespace halfopen
