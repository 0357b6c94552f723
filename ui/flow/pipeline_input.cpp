// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keys of the pipeline.
#include <algorithm>

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include "ui/flow/pipeline_view.h"

namespace halfopen {

namespace {

/// The place of a layer in the whole order, budget and hedging left out.
std::size_t orderPlace(const PipelineRow &row, std::size_t box) {
    std::size_t place = 0;
    for (std::size_t k = 0; k < box; ++k)
        place += layerOf(row.boxes[k].stage) ? 1 : 0;
    return place;
}

} // namespace

bool PipelineView::isMovable(const Place &place) const {
    if (place.row >= pipeline_.rows.size() || place.box >= kStages) return false;
    const PipelineRow &row = pipeline_.rows[place.row];
    return row.policy && layerOf(row.boxes[place.box].stage);
}

void PipelineView::setCurrent(const Place &place) {
    if (current_ == place) return;
    current_ = place;
    emit currentChanged();
    update();
}

void PipelineView::activate(const Place &place) {
    if (place.row >= pipeline_.rows.size()) return;
    setCurrent(place);
    const PipelineRow &row = pipeline_.rows[place.row];
    if (place.box < row.boxes.size())
        emit layerActivated(place.row, row.boxes[place.box].stage);
    else
        emit serviceActivated(place.row);
}

bool PipelineView::event(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto place = placeAt(help->pos());
        if (place)
            QToolTip::showText(help->globalPos(), tipOf(*place), this, rectOf(*place).toAlignedRect());
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void PipelineView::mousePressEvent(QMouseEvent *event) {
    const auto place = placeAt(event->position());
    if (event->button() != Qt::LeftButton || !place) return QWidget::mousePressEvent(event);
    setCurrent(*place);
    setProperty("keepsEscape", true); // it gives the drag up
    drag_ = Drag{*place, toPlan(event->position()), toPlan(event->position()), false};
}

void PipelineView::mouseMoveEvent(QMouseEvent *event) {
    const auto under = placeAt(event->position());
    if (!drag_) {
        setCursor(under && isMovable(*under) ? Qt::OpenHandCursor : under ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    const bool far = std::abs(toPlan(event->position()).x() - drag_->from.x()) >= QApplication::startDragDistance();
    if (!drag_->moving && (!far || !isMovable(drag_->place))) return;
    drag_->moving = true;
    drag_->at = toPlan(event->position());
    setCursor(Qt::ClosedHandCursor);
    update();
}

void PipelineView::mouseReleaseEvent(QMouseEvent *event) {
    if (!drag_ || event->button() != Qt::LeftButton) return QWidget::mouseReleaseEvent(event);
    const Drag drag = *drag_;
    endDrag();
    if (!drag.moving) {
        if (placeAt(event->position()) == drag.place) activate(drag.place);
        return;
    }
    const PipelineRow &row = pipeline_.rows[drag.place.row];
    const std::size_t before = geometry_.dropBefore(row, drag.place.row, toPlan(event->position()).x());
    const std::size_t now = orderPlace(row, drag.place.box);
    if (before == now || before == now + 1) return;
    emit moveAsked(drag.place.row, *layerOf(row.boxes[drag.place.box].stage), before);
}

void PipelineView::mouseDoubleClickEvent(QMouseEvent *event) {
    const auto place = placeAt(event->position());
    if (event->button() != Qt::LeftButton || !place) return QWidget::mouseDoubleClickEvent(event);
    setCurrent(*place);
    askSettings();
}

void PipelineView::askSettings() {
    const PipelineRow &row = pipeline_.rows[current_->row];
    if (current_->box < row.boxes.size() && row.policy) emit settingsAsked(current_->row, row.boxes[current_->box].stage);
}

void PipelineView::endDrag() {
    drag_.reset();
    setProperty("keepsEscape", false);
    unsetCursor();
    update();
}

void PipelineView::moveCurrent(int rows, int boxes) {
    const Place now = current_.value_or(Place{});
    const int lastRow = static_cast<int>(pipeline_.rows.size()) - 1;
    const int row = std::clamp(static_cast<int>(now.row) + rows, 0, std::max(0, lastRow));
    const int box = std::clamp(static_cast<int>(now.box) + boxes, 0, static_cast<int>(PipelineGeometry::kServicePlace));
    setCurrent({static_cast<std::size_t>(row), static_cast<std::size_t>(box)});
}

void PipelineView::moveLayer(int by) {
    if (!current_ || !isMovable(*current_)) return;
    emit stepAsked(current_->row, *layerOf(pipeline_.rows[current_->row].boxes[current_->box].stage), by);
}

void PipelineView::keyPressEvent(QKeyEvent *event) {
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left: return control ? moveLayer(-1) : moveCurrent(0, -1);
    case Qt::Key_Right: return control ? moveLayer(1) : moveCurrent(0, 1);
    case Qt::Key_Up: return moveCurrent(-1, 0);
    case Qt::Key_Down: return moveCurrent(1, 0);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!current_) return;
        activate(*current_);
        return askSettings();
    case Qt::Key_Escape:
        if (drag_) return endDrag();
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void PipelineView::focusInEvent(QFocusEvent *event) {
    QWidget::focusInEvent(event);
    if (!current_ && !pipeline_.rows.empty()) setCurrent({0, 0});
    update();
}

void PipelineView::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace halfopen
