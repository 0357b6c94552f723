// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/load_track.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "engine/insight/explain.h"
#include "ui/timeline/ended_track.h"
#include "ui/timeline/round_numbers.h"

namespace halfopen {

namespace {

constexpr double kTopMargin = 5;
constexpr double kBottomMargin = 2;

} // namespace

LoadTrack::LoadTrack() : chart_(2) {}

QString LoadTrack::meaning() const {
    return tr("Calls sent (solid) against requests that arrived (dashed): the room between them is what retries "
              "add.");
}

QStringList LoadTrack::notes() const { return {tr("0 – %1 /s").arg(top_), tr("calls, requests")}; }

LoadTrack::Load LoadTrack::loadAt(const TrackContext &context, SimTime t) const {
    const SimTime from = std::max(t - window_, kTimeZero);
    const RunCounts n = context.series.until(t) - context.series.until(from);
    const double s = std::max(seconds(t - from), 1e-9);
    return {static_cast<double>(n.started) / s, static_cast<double>(n.attempts) / s};
}

void LoadTrack::prepare(const TrackContext &context, double height) {
    height_ = height;
    axis_ = context.axis;
    window_ = rateWindow(context, 6);
    requests_.clear();
    calls_.clear();
    double most = 0;
    const double end = std::min(axis_.right(), axis_.x(context.source.computed));
    // The window is wider than that: nothing is lost.
    const double pitch = std::max(3.0, axis_.width() / (LineChart::kPointsMax - 2));
    for (double x = axis_.left(); x <= end; x += pitch) {
        const SimTime t = std::min(axis_.at(x), context.source.computed);
        if (t <= kTimeZero) continue;
        const Load load = loadAt(context, t);
        requests_.append({seconds(t), load.requests});
        calls_.append({seconds(t), load.calls});
        most = std::max({most, load.requests, load.calls});
    }
    top_ = niceCeiling(most);
    points_ = static_cast<std::size_t>(requests_.size() + calls_.size());
    chart_.setRange(seconds(axis_.stretch().from), seconds(axis_.stretch().to), top_);
    chart_.setPoints(0, requests_);
    chart_.setPoints(1, calls_);
}

void LoadTrack::paint(QPainter &painter, const TrackContext &context) const {
    const Colours &c = context.theme.colours();
    chart_.setLook(0, {c.mutedText, 1.2, Qt::DashLine});
    chart_.setLook(1, {c.text, 1.4, Qt::SolidLine});
    chart_.setGrid(c.grid, 3);
    chart_.render(painter, QRectF(axis_.left(), kTopMargin, axis_.width(), height_ - kTopMargin - kBottomMargin));
}

QString LoadTrack::reading(const TrackContext &context, SimTime t) const {
    const auto [n, window] = recentCounts(context, t);
    const double s = std::max(seconds(window), 1e-9);
    return tr("calls %1 · requests %2 /s in %3")
        .arg(rateText(static_cast<double>(n.attempts) / s), rateText(static_cast<double>(n.started) / s),
             QString::fromStdString(format_duration(window)));
}

std::optional<TrackHit> LoadTrack::hitTest(QPointF at) const {
    const double t = seconds(axis_.at(at.x()));
    const auto it =
        std::lower_bound(requests_.begin(), requests_.end(), t, [](const QPointF &p, double x) { return p.x() < x; });
    if (it == requests_.end()) return std::nullopt;
    const double calls = calls_[it - requests_.begin()].y();
    TrackHit hit;
    hit.text = tr("Per second, over %1\n%2  calls sent (solid)\n%3  requests arrived (dashed)")
                   .arg(QString::fromStdString(format_duration(window_)), rateText(calls), rateText(it->y()));
    if (it->y() > 0) hit.text += '\n' + tr("×%1 amplification").arg(calls / it->y(), 0, 'f', 2);
    return hit;
}

} // namespace halfopen
