// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/ended_track.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <QPainter>

#include "engine/insight/explain.h"
#include "ui/theme/fills.h"
#include "ui/timeline/round_numbers.h"

namespace halfopen {

namespace {

/// How many pixel columns of the axis are computed.
std::size_t columnsOf(const TrackContext &context) {
    const double end = std::min(context.axis.x(context.source.computed), context.axis.right());
    return static_cast<std::size_t>(std::max(0.0, std::ceil(end - context.axis.left())));
}

constexpr double kTopMargin = 5;

} // namespace

Duration rateWindow(const TrackContext &context, double px) {
    const RunCounts &all = context.series.latest();
    Duration least = std::max(context.axis.duration(px), context.series.step());
    if (all.ended() > 0) {
        const double perRequest = seconds(context.source.computed) / static_cast<double>(all.ended());
        const double eightRequests = std::min(8 * perRequest, seconds(context.axis.stretch().length()) / 20);
        least = std::max(least, duration_from_ns(eightRequests * 1e9));
    }
    return nice_step(least);
}

QString EndedTrack::meaning() const {
    return tr("Requests that ended, by how they were served: what the callers got.");
}

QStringList EndedTrack::notes() const {
    return {tr("0 – %1 /s").arg(top_), tr("over %1").arg(QString::fromStdString(format_duration(window_)))};
}

RecentCounts recentCounts(const TrackContext &context, SimTime t) {
    const Duration window = std::min<Duration>(kRecentWindow, t - kTimeZero);
    RunCounts n = context.series.through(*context.source.trace, t);
    if (window < t - kTimeZero) n -= context.series.through(*context.source.trace, t - window);
    return {n, window};
}

EndedTrack::Column EndedTrack::columnOf(const RunCounts &n, Duration over) {
    const double s = std::max(seconds(over), 1e-9);
    Column column;
    column.rate = {static_cast<double>(n.first_try) / s, static_cast<double>(n.retried + n.healed + n.hedged) / s,
                   static_cast<double>(n.fell_back) / s, static_cast<double>(n.failed) / s};
    return column;
}

EndedTrack::Column EndedTrack::columnAt(const RunSeries &series, SimTime t) const {
    const SimTime from = std::max(t - window_, kTimeZero);
    return columnOf(series.until(t) - series.until(from), t - from);
}

void EndedTrack::prepare(const TrackContext &context, double height) {
    axis_ = context.axis;
    height_ = height;
    window_ = rateWindow(context, 6);
    columns_.clear();
    double most = 0;
    const std::size_t count = columnsOf(context);
    for (std::size_t i = 0; i < count; ++i) {
        const SimTime t = axis_.at(axis_.left() + static_cast<double>(i) + 1);
        columns_.push_back(columnAt(context.series, std::min(t, context.source.computed)));
        most = std::max(most, std::accumulate(columns_.back().rate.begin(), columns_.back().rate.end(), 0.0));
    }
    ghost_.clear();
    for (double x = axis_.left() + 1; context.ghost != nullptr && x <= axis_.right(); x += 1) {
        const Column column = columnAt(*context.ghost, axis_.at(x));
        ghost_.push_back(std::accumulate(column.rate.begin(), column.rate.end(), 0.0));
        most = std::max(most, ghost_.back());
    }
    top_ = niceCeiling(most);
}

void EndedTrack::paint(QPainter &painter, const TrackContext &context) const {
    const Colours &c = context.theme.colours();
    const double opacity = 0.5;
    const std::array<QBrush, 4> brushes = {
        blend(signal_colour::success, c.panel, opacity), blend(signal_colour::success, c.panel, opacity * 0.45),
        blend(signal_colour::fallback, c.panel, opacity), blend(signal_colour::failure, c.panel, 0.8)};
    const QBrush stripes = fillBrush(Fill::retriedSuccess, context.theme, painter.device()->devicePixelRatioF());
    const QBrush failed = fillBrush(Fill::failed, context.theme, painter.device()->devicePixelRatioF());
    const double scale = (height_ - kTopMargin - 1) / top_;
    double lastY = -1;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const double x = axis_.left() + static_cast<double>(i);
        double y = height_ - 1;
        for (std::size_t k = 0; k < brushes.size(); ++k) {
            const double h = columns_[i].rate[k] * scale;
            if (h <= 0) continue;
            const QRectF part(x, y - h, 1, h);
            painter.fillRect(part, brushes[k]);
            if (k == 1) painter.fillRect(part, stripes);
            if (k == 3) painter.fillRect(part, failed);
            y -= h;
        }
        if (y >= height_ - 1) {
            lastY = -1;
            continue;
        }
        // A line of 1 px over the whole, joined across steps.
        const double from = lastY < 0 ? y : std::min(lastY, y);
        const double to = lastY < 0 ? y : std::max(lastY, y);
        painter.fillRect(QRectF(x, from - 0.5, 1, to - from + 1), c.text);
        lastY = y;
    }
    if (ghost_.empty()) return;
    paintGhostLine(painter, ghost_, axis_.left(), height_ - 1, scale, context.theme);
    paintGhostLegend(painter, axis_, 2, context.theme);
}

void paintGhostLine(QPainter &painter, const std::vector<double> &values, double left, double bottom, double scale,
                    const Theme &theme) {
    double last = -1;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] < 0) { // nothing there
            last = -1;
            continue;
        }
        const double y = bottom - values[i] * scale;
        const double from = last < 0 ? y : std::min(last, y);
        const double to = last < 0 ? y : std::max(last, y);
        painter.fillRect(QRectF(left + static_cast<double>(i), from - 1, 1, to - from + 2), theme.colours().ghost);
        last = y;
    }
}

void paintGhostLegend(QPainter &painter, const TimeAxis &axis, double top, const Theme &theme) {
    const QFont font = theme.font(11);
    const QString text = QCoreApplication::translate("Ghost", "before the edit");
    const double width = chipWidth(font, text) + 18;
    if (width > axis.width() / 3) return;
    const QRectF plate(axis.right() - width - 2, top, width, 15);
    painter.fillRect(plate, theme.colours().panel);
    painter.fillRect(QRectF(plate.left() + 5, plate.center().y() - 1, 14, 2), theme.colours().ghost);
    painter.setFont(font);
    painter.setPen(theme.colours().mutedText);
    painter.drawText(plate.adjusted(22, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

QString EndedTrack::reading(const TrackContext &context, SimTime t) const {
    const RecentCounts recent = recentCounts(context, t);
    const Column column = columnOf(recent.counts, recent.window);
    const std::array<QString, 4> texts = {tr("first try %1"), tr("retried %1"), tr("fallback %1"), tr("failed %1")};
    QStringList parts;
    for (std::size_t k = 0; k < texts.size(); ++k)
        if (column.rate[k] > 0) parts.append(texts[k].arg(rateText(column.rate[k])));
    if (parts.isEmpty()) return tr("none ended");
    return tr("%1 /s in %2").arg(parts.join(QString::fromUtf8(" · ")), QString::fromStdString(format_duration(recent.window)));
}

std::optional<TrackHit> EndedTrack::hitTest(QPointF at) const {
    const double place = at.x() - axis_.left();
    if (place < 0 || place >= static_cast<double>(columns_.size())) return std::nullopt;
    const Column &column = columns_[static_cast<std::size_t>(place)];
    const std::array<QString, 4> texts = {tr("%1  served at the first try"), tr("%1  saved by a retry, a hedged copy or healing"),
                                          tr("%1  served by a fallback"), tr("%1  failed")};
    TrackHit hit;
    hit.text = tr("Requests ended per second, over %1").arg(QString::fromStdString(format_duration(window_)));
    for (std::size_t k = texts.size(); k-- > 0;)
        hit.text += '\n' + texts[k].arg(rateText(column.rate[k]));
    return hit;
}

QString InFlightTrack::meaning() const {
    return tr("Requests that have started and not ended. What grows here without end will not recover by itself.");
}

QStringList InFlightTrack::notes() const { return {QString::fromUtf8("0 – %1").arg(top_)}; }

void InFlightTrack::prepare(const TrackContext &context, double height) {
    axis_ = context.axis;
    height_ = height;
    columns_.clear();
    std::uint64_t most = 1;
    const std::size_t count = columnsOf(context);
    const Duration step = context.series.step();
    for (std::size_t i = 0; i < count; ++i) {
        const SimTime from = axis_.at(axis_.left() + static_cast<double>(i));
        const SimTime to = std::min(axis_.at(axis_.left() + static_cast<double>(i) + 1), context.source.computed);
        std::uint64_t value = context.series.until(to).in_flight();
        for (SimTime t = from; t < to; t += step)
            value = std::max(value, context.series.until(t).in_flight());
        columns_.push_back(value);
        most = std::max(most, value);
    }
    top_ = niceCeiling(static_cast<double>(most));
}

void InFlightTrack::paint(QPainter &painter, const TrackContext &context) const {
    const Colours &c = context.theme.colours();
    const QColor area = blend(c.ghost, c.panel, 0.42);
    const double scale = (height_ - kTopMargin - 1) / top_;
    double lastY = -1;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const double x = axis_.left() + static_cast<double>(i);
        const double y = height_ - 1 - static_cast<double>(columns_[i]) * scale;
        painter.fillRect(QRectF(x, y, 1, height_ - 1 - y), area);
        const double from = lastY < 0 ? y : std::min(lastY, y);
        const double to = lastY < 0 ? y : std::max(lastY, y);
        painter.fillRect(QRectF(x, from - 0.5, 1, to - from + 1), c.text);
        lastY = y;
    }
}

QString InFlightTrack::reading(const TrackContext &context, SimTime t) const {
    return tr("%1 in flight").arg(context.series.through(*context.source.trace, t).in_flight());
}

} // namespace halfopen
