// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel and keys on the overview.
#include "ui/timeline/overview_strip.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

namespace halfopen {

namespace {
constexpr double kGripPx = 5;
} // namespace

OverviewStrip::Grip OverviewStrip::gripAt(double x) const {
    const TimeAxis time = axis();
    const double x0 = time.x(span_.from());
    const double x1 = time.x(span_.to());
    const double inner = std::min(kGripPx, (x1 - x0) / 4);
    if (x >= x0 - kGripPx && x <= x0 + inner) return Grip::left;
    if (x >= x1 - inner && x <= x1 + kGripPx) return Grip::right;
    return x > x0 && x < x1 ? Grip::window : Grip::none;
}

void OverviewStrip::showStretch(const Stretch &stretch) { span_.set(stretch.from, stretch.to); }

void OverviewStrip::mousePressEvent(QMouseEvent *event) {
    if (!source_ || event->button() != Qt::LeftButton) return;
    pressX_ = event->position().x();
    rangeBefore_ = selection_.range();
    grip_ = event->modifiers().testFlag(Qt::ShiftModifier) ? Grip::range : gripAt(pressX_);
    if (grip_ == Grip::none) {
        showStretch(around(axis().at(pressX_), window().length(), source_->whole()));
        look(axis().at(pressX_)); // where one clicks is where one looks
        grip_ = Grip::window;
    }
    pressed_ = window();
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event) {
    if (!source_) return;
    const double x = event->position().x();
    if (grip_ == Grip::none) {
        const Grip over = gripAt(x);
        setCursor(over == Grip::left || over == Grip::right ? Qt::SizeHorCursor
                  : over == Grip::window                    ? Qt::OpenHandCursor
                                                            : Qt::ArrowCursor);
        return;
    }
    const TimeAxis time = axis();
    const Duration moved = time.duration(x - pressX_);
    const Stretch whole = source_->whole();
    if (grip_ == Grip::range) {
        const double from = std::clamp(std::min(pressX_, x), time.left(), time.right());
        const double to = std::clamp(std::max(pressX_, x), time.left(), time.right());
        selection_.selectRange(TimeRange{time.roundAt(from), std::min(time.roundAt(to), source_->whole().to)});
    } else if (grip_ == Grip::window) {
        showStretch(panned(pressed_, moved, whole));
    } else if (grip_ == Grip::left) {
        showStretch({std::clamp(pressed_.from + moved, whole.from, pressed_.to - kStretchMin), pressed_.to});
    } else {
        const SimTime least = pressed_.from + kStretchMin;
        showStretch({pressed_.from, std::clamp(pressed_.to + moved, least, std::max(least, whole.to))});
    }
}

/// A view that was brought elsewhere takes the hairline along: what the other panes tell is what one sees.
void OverviewStrip::mouseReleaseEvent(QMouseEvent *) {
    const bool moved = grip_ != Grip::none && grip_ != Grip::range && source_ && !playhead_.playing();
    grip_ = Grip::none;
    const SimTime head = playhead_.viewed();
    if (moved && (head < span_.from() || head > span_.to())) look(span_.from() + (span_.to() - span_.from()) / 2);
}

void OverviewStrip::look(SimTime at) { playhead_.seek(std::clamp(at, kTimeZero, source_->computed)); }

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent *) {
    grip_ = Grip::none;
    if (source_) showStretch(source_->whole());
}

void OverviewStrip::wheelEvent(QWheelEvent *event) {
    if (!source_) return;
    const double notches = event->angleDelta().y() / 120.0;
    showStretch(zoomed(window(), axis().at(event->position().x()), std::pow(0.8, notches), source_->whole()));
    event->accept();
}

void OverviewStrip::keyPressEvent(QKeyEvent *event) {
    if (!source_) return QWidget::keyPressEvent(event);
    const Stretch whole = source_->whole();
    const SimTime middle = window().from + window().length() / 2;
    const Duration step = window().length() / 10;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_A: showStretch(panned(window(), -step, whole)); break;
    case Qt::Key_Right:
    case Qt::Key_D: showStretch(panned(window(), step, whole)); break;
    case Qt::Key_Up:
    case Qt::Key_W: showStretch(zoomed(window(), middle, 0.8, whole)); break;
    case Qt::Key_Down:
    case Qt::Key_S: showStretch(zoomed(window(), middle, 1.25, whole)); break;
    case Qt::Key_F: showStretch(whole); break;
    case Qt::Key_I: selection_.beginRange(playhead_.viewed(), whole.to); break;
    case Qt::Key_O: selection_.endRange(playhead_.viewed()); break;
    case Qt::Key_Escape:
        if (!selection_.range()) return QWidget::keyPressEvent(event);
        selection_.selectRange(grip_ == Grip::range ? rangeBefore_ : std::nullopt);
        grip_ = Grip::none;
        break;
    default: QWidget::keyPressEvent(event); break;
    }
}

} // namespace halfopen
