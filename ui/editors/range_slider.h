// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QAbstractSlider>

#include "ui/editors/quantity.h"
#include "ui/theme/theme.h"

namespace halfopen {

/// What a slider covers: a comfortable part of what may be typed.
struct SliderScale {
    double least = 0.0, most = 1.0;
    bool logarithmic = false; ///< needs least > 0; 0 is then not reachable by the slider
    friend bool operator==(const SliderScale &, const SliderScale &) = default;
};

/// A slider over a range of a quantity, with a small mark under it where the default stands. One gesture is a drag,
/// or all key presses until the focus leaves.
class RangeSlider : public QAbstractSlider {
    Q_OBJECT
public:
    RangeSlider(Unit unit, SliderScale scale, const Theme &theme, QWidget *parent = nullptr);
    void setNumber(std::optional<double> number); ///< emits nothing; nothing: no handle
    void setReference(std::optional<double> reference);
    quint64 gesture() const { return gesture_; }
    QSize sizeHint() const override;

signals:
    void moved(double number); ///< by the person

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    double numberAt(int position) const;
    int positionOf(double number) const;
    double xOf(int position) const;
    void dragTo(double x);
    void beginGesture();

    Unit unit_;
    SliderScale scale_;
    const Theme &theme_;
    std::optional<double> number_, reference_;
    quint64 gesture_ = 0;
};

} // namespace halfopen
