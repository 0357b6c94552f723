// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_chart.h"

#include <algorithm>

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include "engine/base/check.h"

namespace halfopen {

struct LineChart::Parts {
    QGraphicsScene scene;
    QChart *chart = nullptr; ///< owned by the scene
    QValueAxis *x = nullptr;
    QValueAxis *y = nullptr;
    QList<QLineSeries *> lines;
    double xFrom = 0, xTo = 1, yTop = 1;
};

LineChart::LineChart(int lines) : parts_(std::make_unique<Parts>()) {
    Parts &p = *parts_;
    p.chart = new QChart;
    p.scene.addItem(p.chart);
    p.chart->setAnimationOptions(QChart::NoAnimation);
    p.chart->setBackgroundVisible(false);
    p.chart->setPlotAreaBackgroundVisible(false);
    p.chart->setMargins(QMargins());
    p.chart->layout()->setContentsMargins(0, 0, 0, 0);
    p.chart->legend()->hide();

    p.x = new QValueAxis(p.chart);
    p.y = new QValueAxis(p.chart);
    for (QValueAxis *axis : {p.x, p.y}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        axis->setMinorGridLineVisible(false);
    }
    p.x->setGridLineVisible(false); // the time axis draws its own lines through all tracks
    // Points are handed over as shares of the plot: another range costs no layout of axes and no second geometry.
    p.x->setRange(0, 1);
    p.y->setRange(0, 1);
    p.chart->addAxis(p.x, Qt::AlignBottom);
    p.chart->addAxis(p.y, Qt::AlignLeft);
    for (int i = 0; i < lines; ++i) {
        auto *line = new QLineSeries(p.chart);
        p.chart->addSeries(line);
        line->attachAxis(p.x);
        line->attachAxis(p.y);
        p.lines.append(line);
    }
}

LineChart::~LineChart() = default;

void LineChart::setLook(int line, const LineLook &look) {
    parts_->lines[line]->setPen(QPen(look.colour, look.width, look.style, Qt::FlatCap, Qt::BevelJoin));
}

void LineChart::setGrid(const QColor &colour, int horizontals) {
    parts_->y->setGridLinePen(QPen(colour, 1));
    parts_->y->setTickCount(horizontals);
}

void LineChart::setPoints(int line, const QList<QPointF> &points) {
    HALFOPEN_CHECK(points.size() <= kPointsMax);
    const Parts &p = *parts_;
    QList<QPointF> shares;
    shares.reserve(points.size());
    for (const QPointF &point : points)
        shares.append({(point.x() - p.xFrom) / (p.xTo - p.xFrom), point.y() / p.yTop});
    p.lines[line]->replace(shares);
    ++replacements_;
}

void LineChart::setRange(double xFrom, double xTo, double yTop) {
    HALFOPEN_CHECK(xFrom < xTo && yTop > 0);
    parts_->xFrom = xFrom;
    parts_->xTo = xTo;
    parts_->yTop = yTop;
}

void LineChart::render(QPainter &painter, const QRectF &plot, const QList<QPair<double, double>> &gaps) {
    Parts &p = *parts_;
    const QRectF own(QPointF(), plot.size());
    if (p.chart->size() != own.size() || p.chart->plotArea() != own) {
        p.chart->resize(own.size());
        p.chart->setPlotArea(own);
        p.scene.setSceneRect(own);
    }
    p.chart->layout()->activate();
    if (gaps.isEmpty()) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        p.scene.render(&painter, plot, own, Qt::IgnoreAspectRatio);
        painter.restore();
        return;
    }
    // Series set a clip of their own, so that gaps are cut out of a picture.
    const double ratio = painter.device()->devicePixelRatioF();
    QPixmap picture((plot.size() * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter inner(&picture);
    inner.setRenderHint(QPainter::Antialiasing);
    p.scene.render(&inner, own, own, Qt::IgnoreAspectRatio);
    inner.setCompositionMode(QPainter::CompositionMode_Clear);
    for (const auto &[from, to] : gaps)
        inner.fillRect(QRectF(from - plot.left(), 0, to - from, plot.height()), Qt::transparent);
    inner.end();
    painter.drawPixmap(plot.topLeft(), picture);
}

QList<QPointF> decimated(const QList<QPointF> &points, int most) {
    if (points.size() <= most) return points;
    QList<QPointF> kept;
    const qsizetype groups = most / 2;
    for (qsizetype g = 0; g < groups; ++g) {
        const auto begin = points.begin() + points.size() * g / groups;
        const auto end = points.begin() + points.size() * (g + 1) / groups;
        const auto [low, high] =
            std::minmax_element(begin, end, [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
        kept.append(low < high ? *low : *high);
        kept.append(low < high ? *high : *low);
    }
    return kept;
}

} // namespace halfopen
