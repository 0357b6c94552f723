// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointF>
#include <QWidget>

#include "ui/theme/theme.h"

namespace halfopen {

/// One figure: name, value, goal verdict, and its course over the run with the hairline's place.
class FigureCard : public QWidget {
    Q_OBJECT
public:
    explicit FigureCard(const Theme &theme, QWidget *parent = nullptr);

    struct Content {
        QString title, meaning;
        QString value; ///< "n/a" when undefined
        QString goal;  ///< "goal ≥ 99 %"; empty: none
        std::optional<bool> met;
        std::vector<QPointF> course; ///< x in [0, 1] of the time axis, y the figure
        double viewed = 0.0;         ///< x of the hairline
        friend bool operator==(const Content &, const Content &) = default;
    };
    void show(const Content &content);
    const Content &content() const { return content_; }
    QSize sizeHint() const override;
    void setRoomForGoal(bool room); ///< cards of one pane have one height

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintCourse(QPainter &painter, const QRectF &box) const;
    void paintGoal(QPainter &painter, const QRectF &line) const;
    const Theme &theme_;
    Content content_;
    bool roomForGoal_ = false;
};

} // namespace halfopen
