// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QPixmap>
#include <QWidget>

#include "engine/insight/series.h"
#include "ui/session/bookmarks.h"
#include "ui/session/playhead.h"
#include "ui/session/selection.h"
#include "ui/theme/theme.h"
#include "ui/timeline/trace_source.h"

namespace halfopen {

/// The whole run in one strip: faults, thin breaker lanes, how far it is computed, and the window of what the tracks
/// show. Dragging the window pans, dragging its edges zooms; a click elsewhere brings the window there. Dragging with
/// Shift selects a range, I and O begin and end it at the playhead, Esc ends it.
class OverviewStrip : public QWidget {
    Q_OBJECT
public:
    OverviewStrip(Playhead &playhead, Selection &selection, TimeSpan &span, const Theme &theme, QWidget *parent = nullptr);

    /// `series` lives as long as the source; it draws what ended where there are no breakers.
    void setSource(const std::optional<TraceSource> &source, const RunSeries *series = nullptr);
    void setBookmarks(const Bookmarks &bookmarks); ///< they outlive the strip
    QSize sizeHint() const override { return {640, 44}; }
    QSize minimumSizeHint() const override { return {240, 44}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Grip { none, window, left, right, range };
    Grip gripAt(double x) const;
    TimeAxis axis() const;
    Stretch window() const { return {span_.from(), span_.to()}; }
    void look(SimTime at);
    void showStretch(const Stretch &stretch);
    void rebuild();
    void paintLanes(QPainter &painter, const TimeAxis &time) const;
    void paintEnded(QPainter &painter, const TimeAxis &time) const;
    void paintRest(QPainter &painter, const TimeAxis &time) const;
    void paintWindow(QPainter &painter) const;

    Playhead &playhead_;
    Selection &selection_;
    TimeSpan &span_;
    const Theme &theme_;
    std::optional<TraceSource> source_;
    const RunSeries *series_ = nullptr;
    const Bookmarks *bookmarks_ = nullptr;
    QPixmap layer_;
    bool stale_ = true;
    Grip grip_ = Grip::none;
    double pressX_ = 0;
    Stretch pressed_;
    std::optional<TimeRange> rangeBefore_; ///< the drag
};

} // namespace halfopen
