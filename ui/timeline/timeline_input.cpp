// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer and keys do in the timeline.
#include "ui/timeline/timeline_view.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include "ui/timeline/overview_strip.h"

namespace halfopen {

namespace {

constexpr double kClickPx = 4; ///< a press that moved less is a click

} // namespace

void TimelineView::zoomBy(double factor, double x) {
    if (source_) showStretch(zoomed(view(), axis().at(x), factor, source_->whole()));
}

void TimelineView::panBy(double px) {
    if (source_) showStretch(panned(view(), axis().duration(px), source_->whole()));
}

void TimelineView::showWhole() {
    if (source_) showStretch(source_->whole());
}

std::optional<Stretch> TimelineView::extentOfSelection() const {
    if (!source_) return std::nullopt;
    Stretch extent;
    if (selectedShape_) {
        extent = extentOf(*selectedShape_);
    } else if (selection_.transition() && selection_.breaker() && *selection_.breaker() < source_->index->breakers()) {
        const std::uint32_t breaker = *selection_.breaker();
        const std::size_t i = source_->index->breaker_interval_of_record(breaker, *selection_.transition());
        const BreakerInterval &interval = source_->index->breaker(breaker)[i];
        extent = {interval.from, std::max(std::min(interval.to, source_->computed), interval.from + kStretchMin)};
    } else {
        return std::nullopt;
    }
    const Duration margin = extent.length() / 5 + kStretchMin;
    return around(extent.from + extent.length() / 2, extent.length() + 2 * margin, source_->whole());
}

void TimelineView::focusSelection() {
    const std::optional<Stretch> extent = extentOfSelection();
    if (!extent || *extent == view()) return showWhole();
    showStretch(*extent);
}

std::optional<TrackHit> TimelineView::hitAt(QPointF at) {
    const TimeAxis time = axis();
    const double y = at.y() - tracksTop() + scroll_->value();
    if (!source_ || at.y() < tracksTop() || at.x() < time.left() - 4 || at.x() > time.right() + 4) return std::nullopt;
    if (stale_) renewLayer(); // the tracks know only what they have been prepared for
    return stack_.hitTest(QPointF(at.x(), y));
}

void TimelineView::hover(QPointF at, QPoint global) {
    const std::optional<TrackHit> hit = hitAt(at);
    selection_.hoverRequest(hit ? hit->request : std::nullopt);
    setCursor(hit && (hit->request || hit->transition) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (hit && !hit->text.isEmpty())
        QToolTip::showText(global + QPoint(6, 10), hit->text, this);
    else
        QToolTip::hideText();
}

void TimelineView::clickAt(QPointF at) {
    const TimeAxis time = axis();
    if (!source_ || at.x() < time.left() - 1) return;
    const std::optional<TrackHit> hit = hitAt(at);
    if (hit && hit->transition && hit->breaker)
        selection_.selectTransition(*hit->breaker, *hit->transition);
    else if (hit && hit->request)
        selection_.selectRequest(hit->request);
    playhead_.seek(hit && hit->moment ? *hit->moment : time.at(std::min(at.x(), time.right())));
}

void TimelineView::mousePressEvent(QMouseEvent *event) {
    if (pressed_ != Qt::NoButton || !source_) return;
    pressed_ = event->button();
    pressAt_ = event->position();
    pressView_ = view();
    dragging_ = false;
}

void TimelineView::mouseMoveEvent(QMouseEvent *event) {
    hoverX_ = event->position().x();
    update();
    if (pressed_ == Qt::NoButton) return hover(event->position(), event->globalPosition().toPoint());
    const double moved = event->position().x() - pressAt_.x();
    if (!dragging_ && std::abs(moved) < kClickPx) return;
    dragging_ = true;
    if (pressed_ == Qt::LeftButton && source_) {
        setCursor(Qt::ClosedHandCursor);
        const TimeAxis time(pressView_, axis().left(), axis().width());
        showStretch(panned(pressView_, -time.duration(moved), source_->whole()));
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() != pressed_) return;
    const Qt::MouseButton button = pressed_;
    const bool dragged = dragging_;
    pressed_ = Qt::NoButton;
    dragging_ = false;
    if (button == Qt::LeftButton && !dragged) clickAt(event->position());
    if (button == Qt::MiddleButton && dragged && source_) {
        const TimeAxis time = axis();
        const double from = std::clamp(std::min(pressAt_.x(), event->position().x()), time.left(), time.right());
        const double to = std::clamp(std::max(pressAt_.x(), event->position().x()), time.left(), time.right());
        if (to - from >= kClickPx) showStretch({time.at(from), std::max(time.at(to), time.at(from) + kStretchMin)});
    }
    setCursor(Qt::ArrowCursor);
    update();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event) {
    const std::optional<TrackHit> hit = hitAt(event->position());
    if (!source_ || event->button() != Qt::LeftButton || !hit || !hit->extent) return;
    if (hit->request) selection_.selectRequest(hit->request);
    const Stretch &extent = *hit->extent;
    showStretch(around(extent.from + extent.length() / 2, extent.length() + extent.length() / 3, source_->whole()));
}

void TimelineView::leaveEvent(QEvent *) {
    hoverX_.reset();
    selection_.hoverRequest(std::nullopt);
    update();
}

void TimelineView::wheelEvent(QWheelEvent *event) {
    event->accept();
    // Alt or Shift may turn a wheel sideways, depending on the platform; a touch pad scrolls sideways by itself.
    const QPoint angle = event->angleDelta();
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool sideways = std::abs(angle.x()) > std::abs(angle.y());
    if (sideways && !shift) return panBy(-angle.x() / 120.0 * 60.0);
    const double notches = (sideways ? angle.x() : angle.y()) / 120.0;
    const double each = event->modifiers().testFlag(Qt::ControlModifier) ? 0.95 : shift ? 0.5 : 0.8;
    const TimeAxis time = axis();
    zoomBy(std::pow(each, notches), std::clamp(event->position().x(), time.left(), time.right()));
}

void TimelineView::keyPressEvent(QKeyEvent *event) {
    if (!source_ || (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0)
        return QWidget::keyPressEvent(event);
    const TimeAxis time = axis();
    const double head = time.x(playhead_.viewed());
    const double centre = head >= time.left() && head <= time.right() ? head : time.left() + time.width() / 2;
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const Duration step = time.duration(shift ? 40.0 : 4.0);
    switch (event->key()) {
    case Qt::Key_W:
    case Qt::Key_Up: zoomBy(0.8, centre); break;
    case Qt::Key_S:
    case Qt::Key_Down: zoomBy(1.25, centre); break;
    case Qt::Key_A: panBy(-time.width() / 10); break;
    case Qt::Key_D: panBy(time.width() / 10); break;
    case Qt::Key_F: focusSelection(); break;
    case Qt::Key_Left: playhead_.seek(std::max(kTimeZero, playhead_.viewed() - step)); break;
    case Qt::Key_Right: playhead_.seek(std::min(playhead_.viewed() + step, source_->computed)); break;
    case Qt::Key_Home:
        playhead_.seek(kTimeZero);
        showStretch(panned(view(), kTimeZero - span_.from(), source_->whole()));
        break;
    case Qt::Key_End:
        playhead_.seek(source_->computed);
        showStretch(around(source_->computed, view().length(), source_->whole()));
        break;
    case Qt::Key_PageUp: scroll_->setValue(scroll_->value() - scroll_->pageStep()); break;
    case Qt::Key_PageDown: scroll_->setValue(scroll_->value() + scroll_->pageStep()); break;
    default: QWidget::keyPressEvent(event); break;
    }
}

} // namespace halfopen
