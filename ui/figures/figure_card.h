// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QPointF>
#include <QWidget>

#include "ui/theme/theme.h"

namespace halfopen {

/// One figure: name, value, goal verdict, and its course over the run with the hairline's place. While a range is
/// selected: its value large, that of the whole run beneath.
class FigureCard : public QWidget {
    Q_OBJECT
public:
    explicit FigureCard(const Theme &theme, QWidget *parent = nullptr);

    struct Content {
        QString title, meaning;
        QString value; ///< "n/a" when undefined
        bool defined = true; ///< the value is a number
        QString goal;  ///< "goal ≥ 99 %"; empty: none
        QString whole; ///< with a range: the value of the whole run
        std::optional<bool> met;
        std::vector<QPointF> course; ///< x in [0, 1] of the time axis, y the figure
        double viewed = 0.0;         ///< x of the hairline
        std::optional<std::pair<double, double>> range; ///< x of the selected range
        friend bool operator==(const Content &, const Content &) = default;
    };
    void show(const Content &content);
    const Content &content() const { return content_; }
    QSize sizeHint() const override;
    void setRoomForLine(bool room); ///< beneath the value; cards of one row have one height

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintCourse(QPainter &painter, const QRectF &box) const;
    void paintLine(QPainter &painter, const QRectF &line) const;
    const Theme &theme_;
    Content content_;
    bool roomForLine_ = false;
};

} // namespace halfopen
