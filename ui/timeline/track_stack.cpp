// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/track_stack.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "ui/theme/fills.h"
#include "ui/timeline/ended_track.h"
#include "ui/timeline/time_labels.h"

namespace halfopen {

namespace {
constexpr double kChipTop = 5, kChipHeight = 17;
} // namespace

void TrackStack::add(std::unique_ptr<Track> track) { rows_.push_back(Row{std::move(track), 0, 0, true}); }

void TrackStack::setShown(std::size_t row, bool shown) { rows_[row].shown = shown; }

void TrackStack::move(std::size_t row, int by) {
    const auto to =
        static_cast<std::size_t>(std::clamp(static_cast<int>(row) + by, 0, static_cast<int>(rows_.size()) - 1));
    const auto begin = rows_.begin();
    const auto at = [begin](std::size_t i) { return begin + static_cast<std::ptrdiff_t>(i); };
    if (to > row)
        std::rotate(at(row), at(row + 1), at(to + 1));
    else
        std::rotate(at(to), at(row), at(row + 1));
}

QStringList TrackStack::arrangement() const {
    QStringList result;
    for (const Row &row : rows_)
        result << (row.shown ? QString() : QString("-")) + row.track->id();
    return result;
}

void TrackStack::arrange(const QStringList &arrangement) {
    std::size_t next = 0;
    for (QString id : arrangement) {
        const bool hidden = id.startsWith('-');
        if (hidden) id.remove(0, 1);
        const auto row = std::find_if(rows_.begin() + static_cast<std::ptrdiff_t>(next), rows_.end(),
                                      [&id](const Row &r) { return r.track->id() == id; });
        if (row == rows_.end()) continue;
        row->shown = !hidden;
        const auto from = static_cast<std::size_t>(row - rows_.begin());
        move(from, static_cast<int>(next) - static_cast<int>(from));
        ++next;
    }
}

std::optional<std::size_t> TrackStack::rowAt(double y) const {
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (y >= rows_[i].top && y < rows_[i].top + rows_[i].height) return i;
    return std::nullopt;
}

TrackHeight TrackStack::heightOf(const Row &row, const TraceSource &source) const {
    return row.shown ? row.track->height(source) : TrackHeight{0, 0, 0};
}

int TrackStack::heightLeast(const TraceSource &source) const {
    int height = 0;
    for (const Row &row : rows_)
        height += heightOf(row, source).least;
    return height;
}

void TrackStack::placeRows(const TraceSource &source, double height) {
    double wanted = 0;
    double least = 0;
    int stretch = 0;
    for (const Row &row : rows_) {
        const TrackHeight h = heightOf(row, source);
        wanted += h.wanted;
        least += h.least;
        stretch += h.stretch;
    }
    // Too little: between least and wanted. Too much: to those that can use it.
    const double shrink = wanted > least ? std::clamp((height - least) / (wanted - least), 0.0, 1.0) : 1.0;
    const double extra = std::max(0.0, height - wanted);
    double top = 0;
    for (Row &row : rows_) {
        const TrackHeight h = heightOf(row, source);
        double own = h.least + shrink * (h.wanted - h.least);
        if (stretch > 0) own += extra * h.stretch / stretch;
        row.top = std::round(top);
        top += own;
        row.height = std::round(top) - row.top;
    }
    bottom_ = std::round(top);
}

void TrackStack::prepare(const TrackContext &context, double height) {
    placeRows(context.source, height);
    for (Row &row : rows_)
        if (row.height > 0) row.track->prepare(context, row.height);
}

void TrackStack::paintAxis(QPainter &painter, const TrackContext &context) const {
    for (const TimeTick &tick : context.axis.ticks())
        painter.fillRect(QRectF(std::round(context.axis.x(tick.at)), kAxis - 4, 1, 4), context.theme.colours().border);
    paintTickLabels(painter, context.axis, context.theme, kAxis);
}

void TrackStack::paint(QPainter &painter, const TrackContext &context) const {
    const Colours &c = context.theme.colours();
    const TimeAxis &axis = context.axis;
    for (const TimeTick &tick : axis.ticks())
        painter.fillRect(QRectF(std::round(axis.x(tick.at)), 0, 1, bottom_), c.grid);
    for (const Row &row : rows_) {
        if (row.height <= 0) continue;
        painter.save();
        painter.translate(0, row.top);
        painter.save();
        painter.setClipRect(QRectF(axis.left(), 0, axis.width(), row.height));
        row.track->paint(painter, context);
        painter.restore();
        painter.setClipRect(QRectF(0, 0, kGutter, row.height));
        row.track->paintGutter(painter, context, {kGutter, row.height});
        painter.restore();
        painter.fillRect(QRectF(0, row.top + row.height - 1, axis.right() + 40, 1), c.border);
    }
    const double end = axis.x(context.source.computed);
    if (!context.source.finished && end < axis.right()) {
        const double from = std::max(end, axis.left());
        paintNotComputed(painter, QRectF(from, 0, axis.right() - from, bottom_), context.theme);
        painter.save();
        QPen pen(c.mutedText, 1, Qt::CustomDashLine);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(std::round(from) + 0.5, 0), QPointF(std::round(from) + 0.5, bottom_));
        painter.restore();
    }
}

void TrackStack::paintReadings(QPainter &painter, const TrackContext &context, SimTime t) const {
    const double x = context.axis.x(t);
    if (x < context.axis.left() || x > context.axis.right()) return;
    const QFont font = context.theme.font(11);
    painter.setFont(font);
    for (const Row &row : rows_) {
        if (row.height <= 0) continue;
        const QString text = row.track->reading(context, t);
        if (text.isEmpty()) continue;
        const double width = chipWidth(font, text);
        const double left = x - 6 - width >= context.axis.left() ? x - 6 - width : x + 7;
        paintChip(painter, readingPlace(context, row, {left, row.top + kChipTop, width, kChipHeight}), text, context.theme);
    }
}

/// Beside the hairline, and not upon what says that the grey line was before the edit.
QRectF TrackStack::readingPlace(const TrackContext &context, const Row &row, QRectF place) {
    place.moveLeft(std::round(place.left()));
    if (context.ghost == nullptr || !row.track->showsGhost()) return place;
    const QRectF legend = ghostLegendPlace(context.axis, row.top + kGhostLegendTop, context.theme);
    if (!legend.isEmpty() && place.intersects(legend.adjusted(-4, 0, 0, 0)))
        place.moveRight(std::floor(legend.left()) - 4);
    return place;
}

void TrackStack::paintRequest(QPainter &painter, const TrackContext &context, const RequestShape &shape) const {
    for (const Row &row : rows_) {
        if (row.height <= 0) continue;
        painter.save();
        painter.translate(0, row.top);
        painter.setClipRect(QRectF(context.axis.left() - 4, 0, context.axis.width() + 8, row.height));
        row.track->paintRequest(painter, context, shape);
        painter.restore();
    }
}

std::optional<TrackHit> TrackStack::hitTest(QPointF at) const {
    for (const Row &row : rows_)
        if (at.y() >= row.top && at.y() < row.top + row.height) return row.track->hitTest(at - QPointF(0, row.top));
    return std::nullopt;
}

std::size_t TrackStack::primitives() const {
    std::size_t n = 0;
    for (const Row &row : rows_)
        n += row.track->primitives();
    return n;
}

} // namespace halfopen
