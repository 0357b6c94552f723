// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include <QWidget>

#include "ui/flow/machine.h"
#include "ui/theme/theme.h"

namespace halfopen {

/// The state machine of the selected breaker: the state that holds stands out, the ways out of it carry their numbers.
class MachineView : public QWidget {
    Q_OBJECT
public:
    static constexpr int kWidth = 140;
    static constexpr int kLeastHeight = 110; ///< at which the words between the states have their lines
    explicit MachineView(const Theme &theme, QWidget *parent = nullptr);

    /// Nothing: `instead` says why there is none.
    void setMachine(std::optional<StateMachine> machine, const QString &instead = {});
    const std::optional<StateMachine> &machine() const { return machine_; }
    QRectF nodeRect(BreakerState state) const; ///< in px of a window without zoom
    QSize sizeHint() const override { return QSize(kWidth, 150) * theme_.zoom(); }
    QSize minimumSizeHint() const override { return QSize(kWidth, kLeastHeight) * theme_.zoom(); }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QSizeF plan() const { return QSizeF(size()) / theme_.zoom(); } ///< what there is to paint on
    bool showsSubtitle() const;
    void paintNode(QPainter &painter, BreakerState state) const;
    void paintEdge(QPainter &painter, const StateMachine::Edge &edge) const;
    double upX(const QRectF &node) const; ///< of the arrow from HALF_OPEN back to OPEN
    void paintReturn(QPainter &painter, const StateMachine::Edge &edge) const;
    void paintGuard(QPainter &painter, const QRectF &rect, int flags, const StateMachine::Edge &edge) const;
    const Theme &theme_;
    std::optional<StateMachine> machine_;
    QString instead_;
};

} // namespace halfopen
