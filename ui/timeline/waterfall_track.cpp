// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/waterfall_track.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QLocale>
#include <QPainter>

#include "ui/timeline/longest_requests.h"
#include "ui/timeline/row_packing.h"
#include "ui/timeline/shape_painter.h"
#include "ui/timeline/shape_words.h"

namespace halfopen {

namespace {

constexpr double kPitch = 9.2;
constexpr double kTop = 4.0;
constexpr double kSignPx = 12.0; ///< signs may stand before the request's own start
constexpr double kEndPx = 5.0;

} // namespace

QString WaterfallTrack::meaning() const {
    return tr("The longest requests in view: their tries, waits, refusals and fallbacks. It tells where the time "
              "went.");
}

QStringList WaterfallTrack::notes() const {
    if (inView_ == 0) return {tr("no request in view")};
    if (items_.size() >= inView_) return {tr("all %1 in view").arg(inView_)};
    const QLocale plain(QLocale::English); // groups of three figures
    // Lines of one sentence, as each language breaks it.
    return tr("longest first,\n%1 of %2\nin view shown")
        .arg(items_.size())
        .arg(plain.toString(static_cast<qulonglong>(inView_)))
        .split('\n');
}

double WaterfallTrack::rowY(int row) const { return kTop + (row + 0.5) * kPitch; }

void WaterfallTrack::prepare(const TrackContext &context, double height) {
    last_.clear();
    if (std::exchange(lastIndex_, context.source.index) == context.source.index)
        for (Item &item : items_)
            last_.emplace(item.shape.request, std::move(item));
    items_.clear();
    axis_ = context.axis;
    scenario_ = context.source.scenario;
    rows_ = std::max(1, static_cast<int>((height - 2 * kTop) / kPitch));
    inView_ = requestsInView(context.source, axis_.stretch());
    RowPacking packing(rows_, static_cast<int>(std::ceil(axis_.width())) + 1);
    for (const std::optional<std::uint32_t> &request : {context.request, context.hovered})
        if (request && *request <= context.source.index->requests()) add(context, packing, *request);
    const std::size_t candidates = kShownMax * 3;
    std::size_t misses = 0;
    for (const std::uint32_t request : longestRequests(context.source, axis_.stretch(), candidates)) {
        const std::size_t before = items_.size();
        if (before >= kShownMax || misses > 300) break;
        add(context, packing, request);
        misses = items_.size() > before ? 0 : misses + 1;
    }
}

void WaterfallTrack::add(const TrackContext &context, RowPacking &packing, std::uint32_t request) {
    for (std::size_t i = 0; i < std::min<std::size_t>(items_.size(), 2); ++i)
        if (items_[i].shape.request == request) return; // the selected one stands there already
    const RequestEntry &entry = context.source.index->request(request);
    const SimTime end = std::min(entry.ended, context.source.computed);
    if (!axis_.stretch().meets(entry.started, end)) return;
    // Reading a request is dear: it must have room at least for the time from its start to its end.
    const double least = axis_.x(entry.started) - kSignPx - axis_.left();
    if (!packing.fits(least, axis_.x(end) + kEndPx - axis_.left())) return;
    const auto known = last_.find(request);
    Item item;
    if (known != last_.end() && !known->second.shape.inFlight)
        item.shape = std::move(known->second.shape);
    else
        item.shape = shapeOf(context.source, request);
    const Stretch extent = extentOf(item.shape);
    item.x0 = axis_.x(extent.from) - kSignPx;
    item.x1 = std::max(axis_.x(std::min(extent.to, item.shape.ended)) + kEndPx, axis_.x(extent.to) + 1);
    const std::optional<int> wish = known != last_.end() ? std::optional(known->second.row) : std::nullopt;
    const std::optional<int> row = packing.place(item.x0 - axis_.left(), item.x1 - axis_.left(), wish);
    if (!row) return;
    item.row = *row;
    items_.push_back(std::move(item));
}

void WaterfallTrack::paint(QPainter &painter, const TrackContext &context) const {
    ShapePainter shapes(painter, axis_, ShapeStyle{}, context.theme, *context.source.scenario);
    for (const Item &item : items_)
        shapes.paint(item.shape, rowY(item.row));
}

/// A line beneath what Why speaks of.
void WaterfallTrack::paintAsked(QPainter &painter, const TrackContext &context, const Item &item, double y) const {
    for (const ShapePart &part : item.shape.parts) {
        if (!context.decision || part.told != *context.decision) continue;
        const double half = ShapeStyle{}.glyph / 2;
        const double aside = stepsAside(item.shape, part) ? 2 * half : 0;
        const double x0 = std::max(axis_.x(part.from) - aside - half, axis_.left());
        const double x1 = std::min(std::max(axis_.x(part.to) - aside, x0 + half) + half, axis_.right());
        if (x1 > x0) painter.fillRect(QRectF(x0, y + 5, x1 - x0, 2), context.theme.colours().accent);
    }
}

void WaterfallTrack::paintRequest(QPainter &painter, const TrackContext &context, const RequestShape &shape) const {
    for (const Item &item : items_) {
        if (item.shape.request != shape.request) continue;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(context.theme.colours().text, 1.2));
        painter.setBrush(Qt::NoBrush);
        const double x0 = std::max(item.x0, axis_.left() - 4);
        const double x1 = std::min(item.x1, axis_.right() + 4);
        painter.drawRoundedRect(QRectF(x0, rowY(item.row) - 6, x1 - x0, 12), 3, 3);
        paintAsked(painter, context, item, rowY(item.row));
        painter.restore();
        return;
    }
}

std::optional<TrackHit> WaterfallTrack::hitTest(QPointF at) const {
    for (const Item &item : items_) {
        if (std::abs(at.y() - rowY(item.row)) > kPitch / 2 || at.x() < item.x0 || at.x() > item.x1) continue;
        TrackHit hit;
        hit.request = item.shape.request;
        hit.extent = extentOf(item.shape);
        hit.text = tipAt(item.shape, *scenario_, axis_, at.x(), ShapeStyle{}.glyph);
        if (const ShapePart *part = partAt(item.shape, axis_, at.x(), ShapeStyle{}.glyph)) hit.decision = part->told;
        return hit;
    }
    return std::nullopt;
}

std::size_t WaterfallTrack::primitives() const {
    std::size_t n = 0;
    for (const Item &item : items_)
        n += item.shape.parts.size();
    return n;
}

} // namespace halfopen
