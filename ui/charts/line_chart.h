// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QColor>
#include <QList>
#include <QPair>
#include <QPointF>
#include <QRectF>

class QPainter;

namespace halfopen {

/// How one line looks.
struct LineLook {
    QColor colour;
    double width = 1.0;
    Qt::PenStyle style = Qt::SolidLine;
};

/// A line chart of Qt Charts without a widget: its owner renders it into its own picture, so that a hairline above it
/// costs no repainting of the scene. Every line takes its points in one replace(); nothing is animated.
class LineChart {
public:
    static constexpr int kPointsMax = 2000; ///< of one line

    explicit LineChart(int lines);
    ~LineChart();
    LineChart(const LineChart &) = delete;
    LineChart &operator=(const LineChart &) = delete;

    void setLook(int line, const LineLook &look);
    void setGrid(const QColor &colour, int horizontals);
    /// The range of the points that are set from now on. Precondition: not empty.
    void setRange(double xFrom, double xTo, double yTop);
    /// Points in the units of the range, in order of x. Precondition: at most kPointsMax.
    void setPoints(int line, const QList<QPointF> &points);
    /// Draws the chart so that its plot area is exactly `plot`. Between the x of each gap (in the painter's units)
    /// nothing is drawn.
    void render(QPainter &painter, const QRectF &plot, const QList<QPair<double, double>> &gaps = {});

    int replacements() const { return replacements_; } ///< how often replace() was called, for tests

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
    int replacements_ = 0;
};

/// Thins points to at most `most`: of each group the lowest and the highest stay, in their order.
QList<QPointF> decimated(const QList<QPointF> &points, int most);

} // namespace halfopen
