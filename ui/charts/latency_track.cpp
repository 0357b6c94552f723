// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/latency_track.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "engine/insight/explain.h"
#include "ui/theme/fills.h"
#include "ui/timeline/ended_track.h"
#include "ui/timeline/round_numbers.h"

namespace halfopen {

namespace {

constexpr double kTopMargin = 5;
constexpr double kBottomMargin = 2;

QString secondsText(double s) { return QString::fromStdString(format_duration(duration_from_ns(s * 1e9))); }

} // namespace

LatencyTrack::LatencyTrack() : chart_(3) {}

QString LatencyTrack::meaning() const {
    return tr("How long requests took that ended in each step of time: p50 bold, p95 over the area, p99 dotted.");
}

QStringList LatencyTrack::notes() const {
    if (samples_.empty()) return {tr("nothing ended")};
    return {QString::fromUtf8("0 – %1").arg(secondsText(top_)),
            tr("per %1").arg(QString::fromStdString(format_duration(step_)))};
}

void LatencyTrack::prepare(const TrackContext &context, double height) {
    height_ = height;
    axis_ = context.axis;
    samples_.clear();
    const LatencySeries &series = context.series.latency(rateWindow(context, 4));
    step_ = series.step;
    const Stretch &view = axis_.stretch();
    // One step more on both sides, so that the lines reach the edges.
    const std::int64_t from = std::max<std::int64_t>(0, view.from.time_since_epoch() / step_ - 1);
    const auto end =
        std::min<std::int64_t>(static_cast<std::int64_t>(series.steps.size()) - (series.last_is_open ? 1 : 0),
                               view.to.time_since_epoch() / step_ + 2);
    double most = 0;
    const std::int64_t stride = std::max<std::int64_t>(1, (end - from) / (LineChart::kPointsMax / 3));
    for (std::int64_t i = from; i < end; i += stride) {
        const LatencyStep &step = series.steps[static_cast<std::size_t>(i)];
        if (step.count == 0) continue;
        const SimTime begin{step_ * i};
        samples_.push_back({seconds(begin + step_ / 2), {begin, begin + step_ * stride}, step});
        most = std::max(most, static_cast<double>(step.p99_s));
    }
    prepareGhost(context);
    for (const double value : ghost_)
        most = std::max(most, value);
    top_ = niceCeiling(most);
    QList<QPointF> p50, p95, p99;
    const auto append = [&](const Sample &sample, double t) {
        p50.append({t, static_cast<double>(sample.step.p50_s)});
        p95.append({t, static_cast<double>(sample.step.p95_s)});
        p99.append({t, static_cast<double>(sample.step.p99_s)});
    };
    gaps_.clear();
    for (std::size_t i = 0; i < samples_.size(); ++i) {
        // Where nothing ended there is no latency: the lines stop at the end of a step and begin with another.
        const bool begins = i == 0 || samples_[i].stretch.from > samples_[i - 1].stretch.to;
        const bool ends = i + 1 == samples_.size() || samples_[i + 1].stretch.from > samples_[i].stretch.to;
        if (begins && i > 0) gaps_.push_back({samples_[i - 1].stretch.to, samples_[i].stretch.from});
        if (begins) append(samples_[i], seconds(samples_[i].stretch.from));
        append(samples_[i], samples_[i].at);
        if (ends) append(samples_[i], seconds(samples_[i].stretch.to));
    }
    points_ = static_cast<std::size_t>(p50.size() + p95.size() + p99.size());
    chart_.setRange(seconds(view.from), seconds(view.to), top_);
    chart_.setPoints(0, p99);
    chart_.setPoints(1, p95);
    chart_.setPoints(2, p50);
}

void LatencyTrack::prepareGhost(const TrackContext &context) {
    ghost_.clear();
    if (context.ghost == nullptr) return;
    const LatencySeries &series = context.ghost->latency(step_);
    for (double x = axis_.left(); x < axis_.right(); x += 1) {
        const auto i = static_cast<std::size_t>(axis_.at(x + 0.5).time_since_epoch() / series.step);
        const bool known = i + (series.last_is_open ? 1 : 0) < series.steps.size() && series.steps[i].count > 0;
        ghost_.push_back(known ? static_cast<double>(series.steps[i].p95_s) : -1.0);
    }
}

void LatencyTrack::paintArea(QPainter &painter, const TrackContext &context) const {
    if (samples_.size() < 2) return;
    const QColor area = blend(context.theme.colours().accent, context.theme.colours().panel, 0.28);
    const double scale = (height_ - kTopMargin - kBottomMargin) / top_;
    const double bottom = height_ - kBottomMargin;
    std::size_t k = 0;
    for (double x = axis_.left(); x < axis_.right(); x += 1) {
        const double t = seconds(axis_.at(x + 0.5));
        while (k + 2 < samples_.size() && samples_[k + 1].at < t)
            ++k;
        const Sample &a = samples_[k];
        const Sample &b = samples_[k + 1];
        if (t < seconds(a.stretch.from) || t > seconds(b.stretch.to)) continue;
        const bool gap = a.stretch.to < b.stretch.from;
        if (gap && t > seconds(a.stretch.to) && t < seconds(b.stretch.from)) continue;
        const double along = std::clamp((t - a.at) / std::max(b.at - a.at, 1e-12), 0.0, 1.0);
        const double share = gap ? (along < 0.5 ? 0.0 : 1.0) : along;
        const double value =
            static_cast<double>(a.step.p95_s) * (1 - share) + static_cast<double>(b.step.p95_s) * share;
        const double h = std::min(value, top_) * scale;
        painter.fillRect(QRectF(x, bottom - h, 1, h), area);
    }
}

void LatencyTrack::paint(QPainter &painter, const TrackContext &context) const {
    const Colours &c = context.theme.colours();
    if (samples_.empty() && ghost_.empty()) return;
    paintArea(painter, context);
    chart_.setLook(0, {c.mutedText, 1.2, Qt::DotLine});
    chart_.setLook(1, {c.accent, 1.2, Qt::SolidLine});
    chart_.setLook(2, {c.text, 1.8, Qt::SolidLine});
    chart_.setGrid(c.grid, 3);
    chart_.render(painter, QRectF(axis_.left(), kTopMargin, axis_.width(), height_ - kTopMargin - kBottomMargin),
                  gapsInPixels());
    if (ghost_.empty()) return;
    const double scale = (height_ - kTopMargin - kBottomMargin) / top_;
    paintGhostLine(painter, ghost_, axis_.left(), height_ - kBottomMargin, scale, context.theme);
    paintGhostLegend(painter, axis_, 2, context.theme);
}

QList<QPair<double, double>> LatencyTrack::gapsInPixels() const {
    QList<QPair<double, double>> gaps;
    for (const Stretch &gap : gaps_) {
        const double from = std::max(axis_.x(gap.from), axis_.left());
        const double to = std::min(axis_.x(gap.to), axis_.right());
        if (to - from >= 1) gaps.append({from, to});
    }
    return gaps;
}

const LatencyTrack::Sample *LatencyTrack::sampleAt(SimTime t) const {
    const auto it = std::find_if(samples_.begin(), samples_.end(), [t](const Sample &sample) {
        return t >= sample.stretch.from && t < sample.stretch.to;
    });
    return it == samples_.end() ? nullptr : &*it;
}

/// The newest step that is over at `t`: what a step tells is known at its end only.
const LatencyTrack::Sample *LatencyTrack::sampleBefore(SimTime t) const {
    const auto next = std::find_if(samples_.begin(), samples_.end(), [t](const Sample &s) { return s.stretch.to > t; });
    if (next == samples_.begin()) return nullptr;
    const Sample &last = *std::prev(next);
    return t - last.stretch.to <= last.stretch.length() ? &last : nullptr;
}

QString LatencyTrack::reading(const TrackContext &, SimTime t) const {
    const Sample *sample = sampleBefore(t);
    if (sample == nullptr) return tr("none ended");
    return tr("p50 %1 · p95 %2 · p99 %3 s")
        .arg(static_cast<double>(sample->step.p50_s), 0, 'f', 2)
        .arg(static_cast<double>(sample->step.p95_s), 0, 'f', 2)
        .arg(static_cast<double>(sample->step.p99_s), 0, 'f', 2);
}

std::optional<TrackHit> LatencyTrack::hitTest(QPointF at) const {
    const Sample *sample = sampleAt(axis_.at(at.x()));
    if (sample == nullptr) return std::nullopt;
    TrackHit hit;
    hit.text = tr("Latency of the %1 requests that ended in %2\np50 (bold)  %3\np95 (line)  %4\np99 (dotted)  %5")
                   .arg(sample->step.count)
                   .arg(stretchText(sample->stretch), secondsText(static_cast<double>(sample->step.p50_s)),
                        secondsText(static_cast<double>(sample->step.p95_s)),
                        secondsText(static_cast<double>(sample->step.p99_s)));
    return hit;
}

} // namespace halfopen
