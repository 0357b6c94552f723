// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include "ui/session/playhead.h"
#include "ui/session/run.h"
#include "ui/theme/theme.h"

class QDoubleSpinBox;
class QLabel;

namespace halfopen {

class TradeoffChart;

/// What the fallback chain buys: cost against accuracy at the hairline, with the price of a right answer above it.
class TradeoffView : public QWidget {
    Q_OBJECT
public:
    TradeoffView(Run *run, Playhead &playhead, const Theme &theme, QWidget *parent = nullptr);

    void setRun(Run *run); ///< nullptr: an empty state that says so
    /// What a right answer is worth, in USD, as the person set it.
    double worth() const;
    void refresh(); ///< at once, where otherwise it follows the hairline a few times a second
    const TradeoffChart &chart() const { return *chart_; }

private:
    void schedule();
    Playhead &playhead_;
    const Theme &theme_;
    QPointer<Run> run_;
    QLabel *question_;
    QDoubleSpinBox *worth_;
    TradeoffChart *chart_;
    QTimer timer_;
};

} // namespace halfopen
