// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/faults_track.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "engine/insight/explain.h"
#include "ui/theme/fills.h"

namespace halfopen {

namespace {

constexpr int kRowsMax = 4;
constexpr double kFoldPx = 3.0;
constexpr double kTop = 3.0;
constexpr double kGripPx = 5.0;

bool hasAvailability(const Scenario &scenario) {
    return std::any_of(scenario.services.begin(), scenario.services.end(),
                       [](const ServiceConfig &service) { return service.availability.has_value(); });
}

int rowsOf(const Scenario &scenario) {
    int rows = hasAvailability(scenario) ? 1 : 0;
    for (const int row : faultRows(scenario.faults))
        rows = std::max(rows, row + 1 + (hasAvailability(scenario) ? 1 : 0));
    return std::clamp(rows, 1, kRowsMax);
}

} // namespace

std::vector<int> faultRows(const std::vector<Fault> &faults) {
    std::vector<int> rows;
    std::vector<Duration> free; // by row: when its last bar is over
    for (const Fault &fault : faults) {
        const Duration end = fault.every ? kDurationMax : fault.at + fault.lasts;
        std::size_t row = 0;
        while (row < free.size() && free[row] > fault.at)
            ++row;
        if (row == free.size()) free.push_back(Duration{0});
        free[row] = end;
        rows.push_back(static_cast<int>(row));
    }
    return rows;
}

QString FaultsTrack::meaning() const {
    return tr("What the scenario does to its services, and outages that services have by chance. Causes stand here, "
              "above their consequences.");
}

TrackHeight FaultsTrack::height(const TraceSource &source) const {
    if (source.scenario->faults.empty() && !hasAvailability(*source.scenario)) return {24, 24, 0};
    const int rows = rowsOf(*source.scenario);
    const int px = rows <= 2 ? 36 : 6 + rows * 15;
    return {px, px, 0};
}

void FaultsTrack::prepare(const TrackContext &context, double height) {
    const Scenario &scenario = *context.source.scenario;
    bars_.clear();
    height_ = height;
    rows_ = rowsOf(scenario);
    rowOfFault_ = faultRows(scenario.faults);
    for (int &row : rowOfFault_)
        row = std::min(row, kRowsMax - 1);
    for (std::size_t i = 0; i < scenario.faults.size(); ++i)
        addFault(context, i, rowOfFault_[i]);
    if (hasAvailability(scenario)) addOutages(context, rows_ - 1);
    notes_.clear();
    if (scenario.faults.empty() && !hasAvailability(scenario))
        notes_.append(tr("none"));
    else if (bars_.empty())
        notes_.append(tr("none in view"));
}

void FaultsTrack::push(const TrackContext &context, Bar bar) {
    bar.x0 = context.axis.x(bar.stretch.from);
    bar.x1 = context.axis.x(bar.stretch.to);
    if (!bars_.empty() && bars_.back().row == bar.row && bars_.back().fault == bar.fault &&
        bars_.back().text == bar.text && bar.x1 - bars_.back().x1 < kFoldPx) {
        bars_.back().x1 = bar.x1;
        bars_.back().stretch.to = bar.stretch.to;
        ++bars_.back().folded;
        return;
    }
    bars_.push_back(std::move(bar));
}

void FaultsTrack::addFault(const TrackContext &context, std::size_t number, int row) {
    const Scenario &scenario = *context.source.scenario;
    const Fault &fault = scenario.faults[number];
    const Stretch &view = context.axis.stretch();
    const QString what = QString::fromStdString(fault.service + " " + describe(fault, scenario.kinds));
    Bar bar;
    bar.row = row;
    bar.text = what;
    bar.fault = static_cast<std::uint32_t>(number);
    const auto add = [&](SimTime from) {
        bar.stretch = {from, saturating_add(from, fault.lasts)};
        if (!view.meets(bar.stretch.from, bar.stretch.to)) return;
        bar.label = what + ", " + exactStretchText(bar.stretch);
        push(context, bar);
    };
    if (!fault.every) {
        add(SimTime{fault.at});
        return;
    }
    // At most one repetition a pixel is looked at.
    const std::int64_t period = fault.every->count();
    const std::int64_t before = (view.from.time_since_epoch() - fault.at - fault.lasts).count();
    const std::int64_t stride = std::max<std::int64_t>(1, context.axis.duration(1.0).count() / period);
    for (std::int64_t k = std::max<std::int64_t>(0, before / period);; k += stride) {
        const Duration at = fault.at + Duration{k * period};
        if (SimTime{at} >= view.to) break;
        add(SimTime{at});
    }
}

void FaultsTrack::addOutages(const TrackContext &context, int row) {
    const auto &outages = context.source.index->outages();
    const Stretch &view = context.axis.stretch();
    auto it = std::lower_bound(outages.begin(), outages.end(), view.from,
                               [](const OutageInterval &o, SimTime t) { return o.from < t; });
    // Outages of several services may begin before the view and reach into it: a few steps back find them.
    for (int back = 0; back < 16 && it != outages.begin(); ++back)
        --it;
    while (it != outages.end() && it->from < view.to) {
        Bar bar;
        bar.row = row;
        bar.text = tr("%1 unavailable by chance")
                       .arg(QString::fromStdString(context.source.scenario->services[it->service].name));
        bar.label = bar.text;
        bar.stretch = {it->from, std::min(it->to, std::max(context.source.computed, it->from + Duration{1}))};
        if (view.meets(bar.stretch.from, bar.stretch.to)) push(context, bar);
        // The next one that begins at least a pixel later.
        const SimTime next = std::max(it->from + context.axis.duration(0.5), it->from + Duration{1});
        it = std::lower_bound(it + 1, outages.end(), next,
                              [](const OutageInterval &o, SimTime t) { return o.from < t; });
    }
}

QRectF FaultsTrack::rectOf(const TimeAxis &axis, const Bar &bar) const {
    const double pitch = (height_ - 2 * kTop) / rows_;
    const double height = std::min(14.0, pitch - 1);
    const double x0 = std::max(bar.x0, axis.left());
    const double x1 = std::min(std::max(bar.x1, bar.x0 + 2), axis.right());
    return {x0, std::round(kTop + bar.row * pitch + (pitch - height) / 2), x1 - x0, height};
}

QRectF FaultsTrack::barRect(const TimeAxis &axis, std::uint32_t fault, const Stretch &stretch) const {
    Bar bar;
    bar.row = fault < rowOfFault_.size() ? rowOfFault_[fault] : 0;
    bar.x0 = axis.x(stretch.from);
    bar.x1 = axis.x(stretch.to);
    return rectOf(axis, bar);
}

void FaultsTrack::paintBar(QPainter &painter, const TrackContext &context, const Bar &bar, const QRectF &rect) const {
    const Colours &c = context.theme.colours();
    painter.fillRect(rect, blend(c.ghost, c.panel, 0.7));
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), c.controlBorder);
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), c.controlBorder);
    if (bar.x0 >= context.axis.left()) painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), c.text);
    if (bar.x1 <= context.axis.right() && rect.width() > 4)
        painter.fillRect(QRectF(rect.right() - 2, rect.top(), 2, rect.height()), c.text);
    if (!bar.fault || bar.fault != context.fault) return;
    painter.setPen(QPen(c.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(-1, 0, 1, 0));
}

void FaultsTrack::paint(QPainter &painter, const TrackContext &context) const {
    painter.setFont(context.theme.font(11));
    for (const Bar &bar : bars_) {
        const QRectF rect = rectOf(context.axis, bar);
        paintBar(painter, context, bar, rect);
        if (rect.height() >= 12) paintLabel(painter, context, bar, rect);
    }
}

void FaultsTrack::paintDragged(QPainter &painter, const TrackContext &context, const FaultDrag &drag) const {
    Bar bar;
    bar.fault = drag.fault();
    bar.stretch = drag.stretch();
    bar.x0 = context.axis.x(bar.stretch.from);
    bar.x1 = context.axis.x(bar.stretch.to);
    bar.row = drag.fault() < rowOfFault_.size() ? rowOfFault_[drag.fault()] : 0;
    if (drag.fault() < context.source.scenario->faults.size()) {
        const Fault &fault = context.source.scenario->faults[drag.fault()];
        bar.text = QString::fromStdString(fault.service + " " + describe(fault, context.source.scenario->kinds));
        bar.label = bar.text;
    }
    const QRectF rect = rectOf(context.axis, bar);
    paintBar(painter, context, bar, rect);
    painter.setFont(context.theme.font(11));
    if (rect.height() >= 12) paintLabel(painter, context, bar, rect);
}

void FaultsTrack::paintLabel(QPainter &painter, const TrackContext &context, const Bar &bar, const QRectF &rect) const {
    const QFontMetricsF metrics(painter.font());
    const QString full = bar.folded > 1 ? bar.text + QString::fromUtf8(" ×%1").arg(bar.folded) : bar.label;
    const double room = rect.width() - 14;
    painter.setPen(context.theme.colours().text);
    for (const QString &text : {full, bar.text}) {
        if (metrics.horizontalAdvance(text) > room) continue;
        painter.drawText(rect.adjusted(8, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
        return;
    }
    // Beside the bar, where its row is free: after it or before it.
    double end = context.axis.right();
    double begin = context.axis.left();
    for (const Bar &other : bars_) {
        if (other.row != bar.row) continue;
        if (other.x0 > bar.x0) end = std::min(end, other.x0);
        if (other.x0 < bar.x0) begin = std::max(begin, other.x1);
    }
    for (const QString &text : {full, bar.text}) {
        const double width = metrics.horizontalAdvance(text) + 2;
        const bool after = rect.right() + 12 + width <= end;
        if (!after && rect.left() - 12 - width < begin) continue;
        const double left = after ? rect.right() + 6 : rect.left() - 6 - width;
        painter.drawText(QRectF(left, rect.top(), width, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        return;
    }
    if (room > 40)
        painter.drawText(rect.adjusted(8, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(bar.text, Qt::ElideRight, room));
}

std::optional<TrackHit> FaultsTrack::hitTest(QPointF at) const {
    const double pitch = (height_ - 2 * kTop) / rows_;
    const int row = static_cast<int>((at.y() - kTop) / pitch);
    for (const Bar &bar : bars_) {
        const double end = std::max(bar.x1, bar.x0 + 2);
        if (bar.row != row || at.x() < bar.x0 - kGripPx || at.x() > end + kGripPx) continue;
        TrackHit hit;
        hit.text = bar.folded > 1 ? tr("%1\n%2 times in %3").arg(bar.text).arg(bar.folded).arg(stretchText(bar.stretch))
                                  : bar.text + '\n' + exactStretchText(bar.stretch);
        hit.extent = bar.stretch;
        if (!bar.fault) return hit;
        // A short bar keeps a middle to move it by.
        const double inner = std::min(kGripPx, (end - bar.x0) / 4);
        const FaultGrip grip = at.x() <= bar.x0 + inner ? FaultGrip::begin
                               : at.x() >= end - inner  ? FaultGrip::end
                                                        : FaultGrip::body;
        hit.fault = FaultHit{*bar.fault, grip, bar.stretch, bar.folded > 1};
        return hit;
    }
    return std::nullopt;
}

} // namespace halfopen
