// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer and keys do in the list of requests.
#include "ui/timeline/request_detail.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include "ui/timeline/shape_words.h"

namespace halfopen {

void RequestDetail::select(std::size_t place, std::optional<std::size_t> decision) {
    const RequestShape &shape = rows_.shapes()[place];
    selection_.selectRequest(shape.request, decision);
    bringIntoView(place);
    setAccessibleDescription(headlineOf(shape, *source_->scenario));
}

void RequestDetail::mousePressEvent(QMouseEvent *event) {
    const auto place = source_ ? rowAt(event->position().y()) : std::nullopt;
    if (!place || event->button() != Qt::LeftButton) return;
    const TimeAxis time = axis(); // before the selection may scroll
    const double x = event->position().x();
    const ShapePart *part = partAt(rows_.shapes()[*place], time, x, kGlyph);
    select(*place, part && x >= time.left() - kPad ? std::optional(part->told) : std::nullopt);
    if (x >= time.left() && x <= time.right()) playhead_.seek(time.at(x));
}

void RequestDetail::mouseMoveEvent(QMouseEvent *event) {
    const auto place = source_ ? rowAt(event->position().y()) : std::nullopt;
    if (!place) return selection_.hoverRequest(std::nullopt);
    const RequestShape &shape = rows_.shapes()[*place];
    selection_.hoverRequest(shape.request);
    const TimeAxis time = axis();
    const double x = event->position().x();
    const bool inPlot = x >= time.left() - kPad && x <= time.right() + kPad;
    QToolTip::showText(
        event->globalPosition().toPoint() + QPoint(6, 10),
        inPlot ? tipAt(shape, *source_->scenario, time, x, kGlyph) : headlineOf(shape, *source_->scenario), this);
}

void RequestDetail::mouseDoubleClickEvent(QMouseEvent *event) {
    const auto place = source_ ? rowAt(event->position().y()) : std::nullopt;
    if (!place) return;
    const Stretch extent = extentOf(rows_.shapes()[*place]);
    const Stretch shown = around(extent.from + extent.length() / 2, extent.length() * 4 / 3, source_->whole());
    span_.set(shown.from, shown.to);
}

bool RequestDetail::viewportEvent(QEvent *event) {
    if (event->type() == QEvent::Leave) selection_.hoverRequest(std::nullopt);
    return QAbstractScrollArea::viewportEvent(event);
}

void RequestDetail::keyPressEvent(QKeyEvent *event) {
    const std::size_t count = rows_.shapes().size();
    if (count == 0) return QAbstractScrollArea::keyPressEvent(event);
    const auto place = rows_.place(selection_.request());
    switch (event->key()) {
    case Qt::Key_Up: select(place ? (*place > 0 ? *place - 1 : 0) : 0); break;
    case Qt::Key_Down: select(place ? std::min(*place + 1, count - 1) : 0); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (place) playhead_.seek(rows_.shapes()[*place].started);
        break;
    default: QAbstractScrollArea::keyPressEvent(event); break;
    }
}

} // namespace halfopen
