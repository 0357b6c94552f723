// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QAbstractScrollArea>
#include <QPointer>
#include <QTimer>

#include "ui/session/playhead.h"
#include "ui/session/run.h"
#include "ui/session/selection.h"
#include "ui/theme/theme.h"
#include "ui/timeline/request_rows.h"

namespace halfopen {

class ShapePainter;

/// One row for each request: who it is and when it started, its calls by name with each wait as "drawn of longest",
/// what it took and cost. The time axis fits the rows in sight. Up and Down walk through the requests.
class RequestDetail : public QAbstractScrollArea {
    Q_OBJECT
public:
    static constexpr double kPad = 12; ///< between the columns and the plot
    static constexpr double kGlyph = 11; ///< box of a sign

    RequestDetail(Run *run, Playhead &playhead, Selection &selection, TimeSpan &span, const Theme &theme,
                  QWidget *parent = nullptr);

    void setRun(Run *run); ///< nullptr: an empty state that says so
    void setSource(const std::optional<TraceSource> &source);
    const RequestRows &rows() const { return rows_; }
    /// "9 of 128 requests in view, in order of start", for the header of the pane.
    QString summary() const;
    QSize sizeHint() const override { return {804, 180}; }

signals:
    void summaryChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void renew();
    void placeScrollBar();
    void bringIntoView(std::size_t place);
    TimeAxis axis() const;
    std::optional<std::size_t> rowAt(double y) const;
    double rowTop(std::size_t place) const;
    void paintHead(QPainter &painter, const TimeAxis &time);
    void paintRow(QPainter &painter, ShapePainter &shapes, const TimeAxis &time, std::size_t place);
    void paintWaits(QPainter &painter, const TimeAxis &time, const RequestShape &shape, double y);
    void select(std::size_t place, std::optional<std::size_t> decision = {});

    Playhead &playhead_;
    Selection &selection_;
    TimeSpan &span_;
    const Theme &theme_;
    QPointer<Run> run_;
    std::optional<TraceSource> source_;
    RequestRows rows_;
    QTimer growth_;
};

} // namespace halfopen
