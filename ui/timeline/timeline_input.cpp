// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer and keys do in the timeline.
#include "ui/timeline/timeline_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include "engine/insight/explain.h"
#include "ui/timeline/bookmark_flags.h"
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
    if (!source_) return;
    std::vector<Stretch> stations;
    if (const auto range = selection_.range())
        stations.push_back(
            around(range->from + (range->to - range->from) / 2, range->to - range->from, source_->whole()));
    if (const auto extent = extentOfSelection()) stations.push_back(*extent);
    const auto now = std::find(stations.begin(), stations.end(), view());
    const auto next = now == stations.end() ? stations.begin() : now + 1;
    next == stations.end() ? showWhole() : showStretch(*next);
}

QString TimelineView::subtitle() const {
    if (!source_) return {};
    const QString whole = QString::fromStdString(format_duration(source_->whole().length()));
    const auto range = selection_.range();
    if (!range) return tr("%1 of %2").arg(stretchText(view()), whole);
    return tr("%1 of %2 · selected %3").arg(stretchText(view()), whole, exactStretchText({range->from, range->to}));
}

TimeRange TimelineView::pressedRange(double x) const {
    const TimeAxis time = axis();
    const double from = std::clamp(std::min(pressAt_.x(), x), time.left(), time.right());
    const double to = std::clamp(std::max(pressAt_.x(), x), time.left(), time.right());
    return {time.roundAt(from), std::min(time.roundAt(to), source_->whole().to)};
}

bool TimelineView::escape() {
    if (drag_ != Drag::none) { // as if the button had not been pressed
        if (drag_ == Drag::range) selection_.selectRange(rangeBefore_);
        if (drag_ == Drag::pan && dragging_) showStretch(pressView_);
        giveFaultBack();
        drag_ = Drag::none;
        dragging_ = true; // what follows is no click
        setCursor(Qt::ArrowCursor);
        update();
        return true;
    }
    if (!selection_.range()) return false;
    selection_.selectRange({});
    return true;
}

std::optional<TrackHit> TimelineView::hitAt(QPointF at) {
    const TimeAxis time = axis();
    const double y = at.y() - tracksTop() + scroll_->value();
    if (!source_ || at.y() < tracksTop() || at.x() < time.left() - 4 || at.x() > time.right() + 4) return std::nullopt;
    if (stale_) renewLayer(); // the tracks know only what they have been prepared for
    return stack_.hitTest(QPointF(at.x(), y));
}

void TimelineView::hover(QPointF at, QPoint global) {
    if (const auto place = bookmarkAt(at)) {
        setCursor(Qt::PointingHandCursor);
        return QToolTip::showText(global + QPoint(6, 10), flagText(bookmarks_->all()[*place]), this);
    }
    if (const QString text = sideTextAt(at); !text.isEmpty()) {
        selection_.hoverRequest(std::nullopt);
        setCursor(Qt::ArrowCursor);
        return QToolTip::showText(global + QPoint(6, 10), text, this);
    }
    const std::optional<TrackHit> hit = hitAt(at);
    selection_.hoverRequest(hit ? hit->request : std::nullopt);
    const bool held = edits_ && hit && hit->fault && !hit->fault->joined;
    if (held)
        setCursor(hit->fault->grip == FaultGrip::body ? Qt::OpenHandCursor : Qt::SizeHorCursor);
    else
        setCursor(hit && (hit->request || hit->transition) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!hit || hit->text.isEmpty()) return QToolTip::hideText();
    const QString how = tr("Drag to move it, drag an edge to change how long it lasts.\n"
                           "Selected: Alt with ← → moves, Alt+Shift with ← → changes the end.");
    QToolTip::showText(global + QPoint(6, 10), held ? hit->text + '\n' + how : hit->text, this);
}

void TimelineView::clickAt(QPointF at) {
    const TimeAxis time = axis();
    if (!source_ || at.x() < time.left() - 1) return;
    if (const auto place = bookmarkAt(at)) return playhead_.seek(bookmarks_->all()[*place].at);
    const std::optional<TrackHit> hit = hitAt(at);
    selection_.selectFault(hit && hit->fault ? std::optional(hit->fault->fault) : std::nullopt);
    if (hit && hit->transition && hit->breaker)
        selection_.selectTransition(*hit->breaker, *hit->transition);
    else if (hit && hit->request)
        selection_.selectRequest(hit->request, hit->decision);
    playhead_.seek(hit && hit->moment ? *hit->moment : time.at(std::min(at.x(), time.right())));
}

void TimelineView::mousePressEvent(QMouseEvent *event) {
    if (pressed_ != Qt::NoButton || !source_) return;
    pressed_ = event->button();
    pressAt_ = event->position();
    pressView_ = view();
    rangeBefore_ = selection_.range();
    dragging_ = false;
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    drag_ = pressed_ == Qt::LeftButton     ? (shift ? Drag::range : Drag::pan)
            : pressed_ == Qt::MiddleButton ? Drag::zoom
                                           : Drag::none;
    if (drag_ == Drag::pan && takeFault(pressAt_)) drag_ = Drag::fault;
}

void TimelineView::mouseMoveEvent(QMouseEvent *event) {
    hoverX_ = event->position().x();
    update();
    if (pressed_ == Qt::NoButton) return hover(event->position(), event->globalPosition().toPoint());
    const double moved = event->position().x() - pressAt_.x();
    if (!source_ || (!dragging_ && std::abs(moved) < kClickPx)) return;
    dragging_ = true;
    if (drag_ == Drag::range) {
        setCursor(Qt::IBeamCursor);
        selection_.selectRange(pressedRange(event->position().x()));
    } else if (drag_ == Drag::fault) {
        dragFault(event->position(), event->modifiers());
    } else if (drag_ == Drag::pan) {
        setCursor(Qt::ClosedHandCursor);
        const TimeAxis time(pressView_, axis().left(), axis().width());
        showStretch(panned(pressView_, -time.duration(moved), source_->whole()));
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() != pressed_) return;
    const Qt::MouseButton button = std::exchange(pressed_, Qt::NoButton);
    const bool dragged = std::exchange(dragging_, false);
    const Drag drag = std::exchange(drag_, Drag::none);
    if (drag == Drag::fault) dropFault();
    if (button == Qt::LeftButton && !dragged) clickAt(event->position());
    if (drag == Drag::zoom && dragged && source_) {
        const TimeRange range = pressedRange(event->position().x());
        if (axis().pixels(range.to - range.from) >= kClickPx)
            showStretch({range.from, std::max(range.to, range.from + kStretchMin)});
    }
    setCursor(Qt::ArrowCursor);
    update();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event) {
    if (const auto place = bookmarkAt(event->position())) return editNote(*place);
    const std::optional<TrackHit> hit = hitAt(event->position());
    if (!source_ || event->button() != Qt::LeftButton || !hit || !hit->extent) return;
    if (hit->request) selection_.selectRequest(hit->request, hit->decision);
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
    if (source_ && (pressFaultKey(*event) || pressBookmarkKey(*event))) return;
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
    case Qt::Key_I: selection_.beginRange(playhead_.viewed(), source_->whole().to); break;
    case Qt::Key_O: selection_.endRange(playhead_.viewed()); break;
    case Qt::Key_Escape:
        if (!escape()) QWidget::keyPressEvent(event);
        break;
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
