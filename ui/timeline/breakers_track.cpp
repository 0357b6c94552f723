// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/breakers_track.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/theme/fills.h"
#include "ui/theme/glyphs.h"
#include "ui/timeline/lane_words.h"

namespace halfopen {

namespace {

constexpr double kLaneHeight = 18;
constexpr double kPitch = 25;
constexpr double kTop = 5;
constexpr double kSignZ = 15;
constexpr int kLanesMax = 12;
constexpr double kLeft = 12;
constexpr double kFoldPx = 3;

} // namespace

std::vector<LanePart> laneParts(const std::vector<BreakerInterval> &life, const TimeAxis &axis, SimTime computed) {
    std::vector<LanePart> parts;
    const SimTime end = std::min(axis.stretch().to, computed);
    const auto holding = [&life](SimTime at) {
        const auto after = std::upper_bound(life.begin() + 1, life.end(), at,
                                            [](SimTime time, const BreakerInterval &i) { return time < i.from; });
        return static_cast<std::size_t>(after - life.begin()) - 1;
    };
    const auto width = [&](std::size_t i) { return axis.x(std::min(life[i].to, end)) - axis.x(life[i].from); };
    SimTime t = axis.stretch().from;
    while (t < end) {
        const std::size_t i = holding(t);
        const double x0 = axis.x(t);
        const SimTime until = std::min(life[i].to, end);
        const bool wide = axis.x(until) - x0 >= 1.0 || until >= end;
        if (wide || (i + 1 < life.size() && width(i + 1) >= kFoldPx)) {
            parts.push_back({x0, axis.x(until), life[i].state, i, 1});
            if (until >= end) break;
            // An interval without length is not met by time.
            const std::size_t next = holding(until);
            for (std::size_t k = i + 1; k < next && k <= i + 2; ++k)
                parts.push_back({axis.x(life[k].from), axis.x(life[k].to), life[k].state, k, 1});
            t = until;
            continue;
        }
        // Everything that begins within this pixel becomes one part; flapping shows as OPEN.
        const SimTime pixelEnd = std::min(end, std::max(axis.at(x0 + 1.0), t + Duration{1}));
        const std::size_t last = std::max(i, holding(pixelEnd - Duration{1}));
        const BreakerState state = last > i ? BreakerState::open : life[i].state;
        if (last > i && !parts.empty() && parts.back().folded > 1) {
            parts.back().x1 = axis.x(pixelEnd);
            parts.back().folded = last - parts.back().interval + 1;
        } else {
            parts.push_back({x0, axis.x(pixelEnd), state, i, last - i + 1});
        }
        t = pixelEnd;
    }
    return parts;
}

std::vector<Lane> lanesOf(const TraceIndex &index, std::optional<std::uint32_t> selected) {
    std::vector<Lane> lanes;
    const std::vector<BreakerPlace> &places = index.layout().breakers;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::size_t> known;
    for (std::uint32_t number = 0; number < places.size(); ++number) {
        const BreakerPlace &place = places[number];
        const auto [it, isNew] = known.try_emplace({place.workload, place.policy, place.service}, lanes.size());
        if (isNew) {
            lanes.push_back({number, 1, number});
            continue;
        }
        Lane &lane = lanes[it->second];
        ++lane.instances;
        if (index.breaker(number).size() > index.breaker(lane.shown).size()) lane.shown = number;
    }
    for (Lane &lane : lanes)
        if (selected && *selected >= lane.first && *selected < lane.first + lane.instances) lane.shown = *selected;
    return lanes;
}

QString BreakersTrack::meaning() const {
    return tr("The state of each breaker over time: a line while CLOSED, stripes while OPEN, dots while HALF_OPEN.");
}

TrackHeight BreakersTrack::height(const TraceSource &source) const {
    const auto lanes = static_cast<int>(lanesOf(*source.index, {}).size());
    if (lanes == 0) return {0, 0, 0};
    const int px = static_cast<int>(2 * kTop + std::min(lanes, kLanesMax) * kPitch - (kPitch - kLaneHeight));
    return {px, px, 0};
}

double BreakersTrack::laneTop(std::size_t i) const { return kTop + static_cast<double>(i) * kPitch; }

void BreakersTrack::prepare(const TrackContext &context, double) {
    lanes_.clear();
    for (const Lane &lane : lanesOf(*context.source.index, context.breaker)) {
        if (lanes_.size() == kLanesMax) break;
        lanes_.push_back(drawingOf(context, lane));
    }
}

BreakersTrack::LaneDrawing BreakersTrack::drawingOf(const TrackContext &context, const Lane &lane) const {
    const TraceSource &source = context.source;
    const auto &life = source.index->breaker(lane.shown);
    LaneDrawing drawing;
    drawing.lane = lane;
    const BreakerPlace &place = source.index->layout().breakers[lane.shown];
    drawing.name = laneName(*source.scenario, source.index->layout(), lane.shown);
    if (place.shared)
        drawing.note = tr("shared");
    else if (lane.instances > 1)
        drawing.note = tr("%1 of %2").arg(lane.shown - lane.first + 1).arg(lane.instances);
    const QString service = QString::fromStdString(source.scenario->services[place.service].name);
    const QString whose = drawing.name == service ? service : tr("%1 (%2)").arg(service, drawing.name);
    drawing.parts = laneParts(life, context.axis, source.computed);

    double signEnd = -1e9;
    for (std::size_t k = 0; k < drawing.parts.size(); ++k) {
        LanePart &part = drawing.parts[k];
        const BreakerInterval &interval = life[part.interval];
        const bool first = k == 0;
        const bool beginsHere = part.interval > 0 && interval.from >= context.axis.stretch().from;
        if (part.state == BreakerState::open) part.x1 = std::max(part.x1, part.x0 + kOpenWidthMin);
        if (part.state == BreakerState::half_open) part.x1 = std::max(part.x1, part.x0 + kHalfOpenWidthMin);
        drawing.tips.append(partTip(*source.scenario, *source.trace, interval, part.folded, whose));
        drawing.extents.push_back({interval.from, std::min(interval.to, source.computed)});
        drawing.records.push_back(part.interval > 0 ? interval.record : 0);

        // The sign stands before what it begins where there is room, else just inside.
        const double before = first ? 0 : part.x0 - drawing.parts[k - 1].x0;
        const bool outside = beginsHere && part.state != BreakerState::closed && before >= 30 &&
                             drawing.parts[k - 1].state != BreakerState::half_open;
        const double inner = first ? part.x0 : std::max(part.x0, drawing.parts[k - 1].x1);
        const double x = outside ? part.x0 - 9 : inner + 9;
        const double room = part.x1 - inner;
        if ((first || beginsHere) && part.folded == 1 && x - 8 > signEnd && (outside || room >= 20)) {
            const bool selected = beginsHere && context.transition == interval.record;
            drawing.signs.push_back({x, part.state, beginsHere ? interval.record : 0, selected});
            signEnd = x + 8;
        }
        if (part.state == BreakerState::open) {
            const double after = k + 1 < drawing.parts.size() ? 18 : 0;
            drawing.chips.push_back({outside ? part.x0 + 4 : inner + 20, part.x1 - after - 4,
                                     openTexts(*source.scenario, *source.trace, interval, part.folded)});
        }
    }
    return drawing;
}

void BreakersTrack::paint(QPainter &painter, const TrackContext &context) const {
    for (std::size_t i = 0; i < lanes_.size(); ++i)
        paintLane(painter, context, lanes_[i], laneTop(i));
}

void BreakersTrack::paintLane(QPainter &painter, const TrackContext &context, const LaneDrawing &lane,
                              double top) const {
    const double middle = top + kLaneHeight / 2;
    const double right = context.axis.right();
    // Wide OPEN parts first and HALF_OPEN last: a short probe between two openings stays in sight.
    for (const LanePart &part : lane.parts)
        if (part.state == BreakerState::closed)
            paintClosed(painter, QRectF(part.x0, top, part.x1 - part.x0, kLaneHeight));
    for (const BreakerState state : {BreakerState::open, BreakerState::half_open})
        for (const LanePart &part : lane.parts) {
            if (part.state != state) continue;
            const double x0 = std::min(part.x0, right - 3);
            const QRectF rect(x0, top, std::min(part.x1, right) - x0, kLaneHeight);
            state == BreakerState::open ? paintOpen(painter, rect, context.theme)
                                        : paintHalfOpen(painter, rect, context.theme);
        }

    for (const Sign &sign : lane.signs) {
        paintGlyphOnDisc(painter, glyphOf(sign.state), QPointF(sign.x, middle), kSignZ, context.theme);
        if (!sign.selected) continue;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(context.theme.colours().text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(sign.x, middle), 9.5, 9.5);
        painter.restore();
    }

    const QFont font = context.theme.font(11, true);
    painter.setFont(font);
    for (const Chip &chip : lane.chips) {
        const double x0 = std::max(chip.x0, context.axis.left());
        const double x1 = std::min(chip.x1, right);
        for (const QString &text : chip.texts) {
            const double width = chipWidth(font, text);
            if (width > x1 - x0) continue;
            const QRectF rect(std::round((x0 + x1 - width) / 2), top + 2, width, kLaneHeight - 4);
            painter.fillRect(rect, context.theme.colours().panel);
            painter.setPen(context.theme.colours().text);
            painter.drawText(rect, Qt::AlignCenter, text);
            break;
        }
    }
}

void BreakersTrack::paintGutter(QPainter &painter, const TrackContext &context, QSizeF size) const {
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
        const LaneDrawing &lane = lanes_[i];
        const bool selected = context.breaker == lane.lane.shown;
        const QFont font = context.theme.font(12, selected);
        const QFont noteFont = context.theme.font(11);
        const double noteWidth = lane.note.isEmpty() ? 0 : QFontMetricsF(noteFont).horizontalAdvance(lane.note) + 6;
        const QRectF row(kLeft, laneTop(i), size.width() - kLeft - 8, kLaneHeight);
        painter.setFont(font);
        painter.setPen(context.theme.colours().text);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(lane.name, Qt::ElideRight, row.width() - noteWidth));
        painter.setFont(noteFont);
        painter.setPen(context.theme.colours().mutedText);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, lane.note);
    }
}

QString BreakersTrack::gutterText(double y) const {
    const auto i = static_cast<std::size_t>(std::max(0.0, (y - kTop) / kPitch));
    if (i >= lanes_.size()) return Track::gutterText(y);
    const LaneDrawing &lane = lanes_[i];
    return (lane.note.isEmpty() ? lane.name : lane.name + ", " + lane.note) + '\n' + meaning();
}

std::optional<TrackHit> BreakersTrack::hitTest(QPointF at) const {
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
        const LaneDrawing &lane = lanes_[i];
        if (at.y() < laneTop(i) - 3 || at.y() > laneTop(i) + kLaneHeight + 3) continue;
        TrackHit hit;
        hit.breaker = lane.lane.shown;
        // A sign wins over the bar that it stands on; later parts lie on top.
        for (std::size_t k = 0; k < lane.parts.size(); ++k) {
            if (at.x() < lane.parts[k].x0 || at.x() > lane.parts[k].x1) continue;
            hit.text = lane.tips[static_cast<qsizetype>(k)];
            hit.extent = lane.extents[k];
            hit.transition = lane.records[k] != 0 ? std::optional(lane.records[k]) : std::nullopt;
        }
        for (const Sign &sign : lane.signs) {
            if (std::abs(at.x() - sign.x) > 9 || sign.record == 0) continue;
            hit.transition = sign.record;
            for (std::size_t k = 0; k < lane.parts.size(); ++k)
                if (lane.records[k] == sign.record) {
                    hit.text = lane.tips[static_cast<qsizetype>(k)];
                    hit.moment = lane.extents[k].from;
                }
        }
        return hit;
    }
    return std::nullopt;
}

std::size_t BreakersTrack::primitives() const {
    std::size_t n = 0;
    for (const LaneDrawing &lane : lanes_)
        n += lane.parts.size() + lane.signs.size() + lane.chips.size();
    return n;
}

} // namespace halfopen
