// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QWidget>

#include "ui/theme/theme.h"
#include "ui/tradeoff/tradeoff_picture.h"

namespace halfopen {

class FreePlaces;

/// Cost per 1,000 requests across, accuracy of what was served up. Squares are legs alone, the disc is what was
/// achieved, the line its path over time; dotted lines join points of equal net value. Bars beneath give the share
/// that each leg served.
class TradeoffChart : public QWidget {
    Q_OBJECT
public:
    explicit TradeoffChart(const Theme &theme, QWidget *parent = nullptr);

    void setPicture(TradeoffPicture picture);
    void setWorth(double usd); ///< of a right answer
    const TradeoffPicture &picture() const { return picture_; }

    /// Ranges of the axes: from and to of cost, from and to of accuracy.
    struct Scale {
        double costTo = 1;
        double accuracyFrom = 0, accuracyTo = 1;
    };
    Scale scale() const;
    QSize sizeHint() const override { return {336, 240}; }
    QSize minimumSizeHint() const override { return {200, 150}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF plot() const;
    QPointF place(const TradeoffPoint &point) const;
    void paintGrid(QPainter &painter) const;
    void paintEqualValue(QPainter &painter) const;
    void paintPath(QPainter &painter, FreePlaces &places) const;
    void paintPoints(QPainter &painter, FreePlaces &places) const;
    /// Writes a text beside a point where nothing stands yet. False: there is no room.
    bool label(QPainter &painter, QPointF at, const QString &text, const QFont &font, const QColor &colour,
               FreePlaces &places) const;
    void describeForAccessibility();
    QString unserved() const;

    const Theme &theme_;
    TradeoffPicture picture_;
    double worth_ = 0.50;
};

} // namespace halfopen
