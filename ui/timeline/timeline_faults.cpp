// SPDX-License-Identifier: GPL-3.0-or-later
// How faults are edited in the timeline: by dragging their bars, with keys and from a menu.
#include "ui/timeline/timeline_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include "engine/insight/explain.h"
#include "ui/timeline/fault_menu.h"
#include "ui/timeline/faults_track.h"

namespace halfopen {

namespace {

/// Times snap to steps of at least so many pixels; with Ctrl to the finer ones.
constexpr double kSnapPx = 4, kFinePx = 0.5;
/// A run of more events is computed anew at the end of a drag only.
constexpr std::uint64_t kLiveEvents = 200'000;

} // namespace

void TimelineView::setDocument(ScenarioDocument &document) {
    edits_.emplace(document);
    connect(&document, &ScenarioDocument::replaced, this, [this] {
        ghost_.reset(); // of another document
        ghostStep_ = -1;
        markStale();
    });
}

void TimelineView::tell(const FaultEdits::Refusal &refusal) {
    if (refusal) emit told(tr("The fault was not changed: %1").arg(QString(*refusal).replace('\n', "; ")));
}

bool TimelineView::takeFault(QPointF at) {
    const std::optional<TrackHit> hit = hitAt(at);
    if (!edits_ || !hit || !hit->fault || hit->fault->joined) return false;
    const Fault *fault = edits_->fault(hit->fault->fault);
    if (fault == nullptr) return false;
    const bool live = run_ && run_->finished() && run_->events() <= kLiveEvents;
    held_.emplace(
        HeldFault{FaultDrag(*fault, *hit->fault, axis().at(at.x())), ScenarioDocument::newGesture(), live, {}});
    return true;
}

void TimelineView::dragFault(QPointF at, Qt::KeyboardModifiers modifiers) {
    if (!held_) return;
    setCursor(held_->drag.grip() == FaultGrip::body ? Qt::ClosedHandCursor : Qt::SizeHorCursor);
    selection_.selectFault(held_->drag.fault());
    const bool fine = modifiers.testFlag(Qt::ControlModifier);
    held_->drag.follow(axis().at(at.x()), axis().snapStep(fine ? kFinePx : kSnapPx));
    if (held_->live) {
        const FaultDrag &drag = held_->drag;
        held_->reason = edits_->setTimes(drag.fault(), drag.at(), drag.lasts(), held_->gesture).value_or(QString());
    }
    update();
}

void TimelineView::dropFault() {
    if (!held_) return;
    const HeldFault held = *std::exchange(held_, std::nullopt);
    if (!held.drag.moved()) return;
    // What a live drag was refused last leaves the document at the place before: the person sees it jump there.
    tell(edits_->setTimes(held.drag.fault(), held.drag.at(), held.drag.lasts(), held.gesture));
}

void TimelineView::giveFaultBack() {
    if (!held_) return;
    edits_->document().abandon(held_->gesture);
    held_.reset();
}

void TimelineView::paintFaultDrag(QPainter &painter, const TrackContext &context) {
    const Colours &c = theme_.colours();
    const FaultDrag &drag = held_->drag;
    if (!dragging_) return;
    faults_->paintDragged(painter, context, drag);
    const Stretch stretch = drag.stretch();
    QPen guide(c.accent, 1, Qt::DashLine);
    painter.setPen(guide);
    for (const SimTime t : {stretch.from, stretch.to}) {
        const double x = std::round(context.axis.x(t)) + 0.5;
        if (x >= context.axis.left() && x <= context.axis.right())
            painter.drawLine(QPointF(x, 0), QPointF(x, height() + scroll_->value()));
    }
    const QFont font = theme_.font(11, true);
    QString text =
        tr("%1 · %2").arg(exactStretchText(stretch), QString::fromStdString(format_duration(stretch.length())));
    if (!held_->reason.isEmpty()) text = tr("not possible: %1").arg(held_->reason.section('\n', 0, 0));
    const double width = std::min(chipWidth(font, text), context.axis.width());
    const QRectF bar = faults_->barRect(context.axis, drag.fault(), stretch);
    const double left = std::clamp(bar.center().x() - width / 2, context.axis.left(), context.axis.right() - width);
    painter.setFont(font);
    paintChip(painter, QRectF(std::round(left), bar.bottom() + 3, width, 17), text, theme_);
}

bool TimelineView::pressFaultKey(const QKeyEvent &event) {
    if (!edits_ || edits_->faults().empty()) return false;
    const auto fault = selection_.fault();
    if (event.key() == Qt::Key_Delete && event.modifiers() == Qt::NoModifier && fault) {
        tell(edits_->remove(*fault));
        selection_.selectFault({});
        return true;
    }
    const bool shift = event.modifiers() == (Qt::AltModifier | Qt::ShiftModifier);
    if (event.modifiers() != Qt::AltModifier && !shift) return false;
    switch (event.key()) {
    case Qt::Key_Down: selectNextFault(1); return true;
    case Qt::Key_Up: selectNextFault(-1); return true;
    case Qt::Key_Left: stepFault(shift ? FaultGrip::end : FaultGrip::body, -1); return true;
    case Qt::Key_Right: stepFault(shift ? FaultGrip::end : FaultGrip::body, 1); return true;
    default: return false;
    }
}

void TimelineView::keyReleaseEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Alt) keyGesture_ = 0;
    QWidget::keyReleaseEvent(event);
}

void TimelineView::selectNextFault(int by) {
    const int count = static_cast<int>(edits_->faults().size());
    const auto before = selection_.fault();
    const int next = before ? (static_cast<int>(*before) + by + count) % count : by > 0 ? 0 : count - 1;
    selection_.selectFault(static_cast<std::uint32_t>(next));
    keyGesture_ = 0;
    const Fault &fault = *edits_->fault(static_cast<std::uint32_t>(next));
    const Stretch stretch{SimTime{fault.at}, saturating_add(SimTime{fault.at}, fault.lasts)};
    if (!view().meets(stretch.from, stretch.to))
        showStretch(around(stretch.from + stretch.length() / 2, view().length(), source_->whole()));
    emit told(tr("fault %1 of %2: %3 %4, %5")
                  .arg(next + 1)
                  .arg(count)
                  .arg(QString::fromStdString(fault.service),
                       QString::fromStdString(describe(fault, edits_->document().scenario().kinds)),
                       exactStretchText(stretch)));
}

void TimelineView::stepFault(FaultGrip grip, int by) {
    const auto number = selection_.fault();
    const Fault *fault = number ? edits_->fault(*number) : nullptr;
    if (fault == nullptr) return selectNextFault(1);
    if (keyGesture_ == 0) keyGesture_ = ScenarioDocument::newGesture();
    const Stretch stretch{SimTime{fault->at}, saturating_add(SimTime{fault->at}, fault->lasts)};
    FaultDrag drag(*fault, FaultHit{*number, grip, stretch, false}, stretch.from);
    drag.step(by, axis().snapStep(kSnapPx));
    const auto refusal = edits_->setTimes(*number, drag.at(), drag.lasts(), keyGesture_);
    refusal ? tell(refusal) : emit told(exactStretchText(drag.stretch()));
}

void TimelineView::addFaultMenu(QMenu &menu, const std::optional<FaultHit> &hit, SimTime at) {
    const Duration snap = axis().snapStep(kSnapPx);
    FaultPlace place;
    place.at = rounded(at, snap).time_since_epoch();
    place.lasts = std::max(axis().snapStep(axis().width() / 10), snap);
    if (hit) place.fault = hit->fault;
    selection_.selectFault(place.fault);
    fillFaultMenu(menu, *edits_, place, [this](const FaultEdits::Refusal &refusal) {
        if (selection_.fault() && !edits_->fault(*selection_.fault())) selection_.selectFault({});
        tell(refusal);
    });
}

} // namespace halfopen
