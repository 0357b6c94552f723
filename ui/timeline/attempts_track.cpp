// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/attempts_track.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QPainter>

#include "engine/insight/explain.h"
#include "ui/timeline/request_shape.h"

namespace halfopen {

namespace {

constexpr double kZ = 7.5;
constexpr double kFoldPx = 2.0;
constexpr int kRowsMax = 12;

/// Signs in the order in which they are drawn: what matters more lies on top.
constexpr std::array<Glyph, 3> kGlyphs = {Glyph::success, Glyph::timeout, Glyph::failure};

std::size_t placeOf(std::uint8_t sights) {
    if ((sights & sight::success) != 0) return 0;
    return (sights & sight::timeout) != 0 ? 1 : 2;
}

/// A few pixels up or down, always the same for one request, so that neighbours do not hide each other.
double spread(std::uint32_t request) { return static_cast<double>((request * 2654435761u) >> 28) / 15.0 - 0.5; }

int attemptsPlanned(const Scenario &scenario) {
    int most = 2;
    for (const PolicyConfig &policy : scenario.policies)
        if (policy.retry) most = std::max(most, policy.retry->max_attempts);
    return most;
}

} // namespace

QString AttemptsTrack::meaning() const {
    return tr("Every try when it ended, by its number: many rows in use mean that the policy adds load.");
}

QStringList AttemptsTrack::notes() const {
    return {(attemptMax_ == kRowsMax ? tr("try, 1 – %1 or more") : tr("try, 1 – %1")).arg(attemptMax_)};
}

double AttemptsTrack::rowY(int attempt) const {
    const double top = 7;
    const double bottom = height_ - 8;
    const double share = static_cast<double>(std::min(attempt, attemptMax_) - 1) / std::max(1, attemptMax_ - 1);
    return bottom - share * (bottom - top);
}

void AttemptsTrack::prepare(const TrackContext &context, double height) {
    marks_.clear();
    height_ = height;
    source_ = &context.source;
    const int seen = context.series.attempt_max();
    attemptMax_ = std::clamp(std::max(std::min(attemptsPlanned(*context.source.scenario), 8), seen), 2, kRowsMax);
    const std::size_t first = context.source.trace->lower_bound(context.axis.stretch().from);
    const std::size_t last = context.source.trace->upper_bound(context.axis.stretch().to);
    if (last - first <= kRecordsExact)
        fromRecords(context, first, last);
    else
        fromSeries(context);
}

void AttemptsTrack::fromRecords(const TrackContext &context, std::size_t first, std::size_t last) {
    const auto columns = static_cast<std::size_t>(context.axis.width() / kFoldPx) + 2;
    // By row and sign: which columns of the spread's upper, middle and lower third are taken.
    std::vector<std::uint8_t> taken(columns * kRowsMax * kGlyphs.size(), 0);
    std::array<std::vector<Mark>, kGlyphs.size()> byGlyph;
    const double half = std::min(4.0, 0.3 * (rowY(1) - rowY(2)));
    while (first < last) {
        auto records = context.source.trace->run_from(first);
        records = records.first(std::min(records.size(), last - first));
        for (std::size_t i = 0; i < records.size(); ++i) {
            const TraceRecord &r = records[i];
            if (r.kind != RecordKind::attempt_ended) continue;
            const std::size_t kind = placeOf(sight::of(r));
            const int row = std::clamp<int>(r.attempt, 1, kRowsMax);
            const double x = context.axis.x(r.time);
            const double up = spread(r.request);
            const auto column = static_cast<std::size_t>(std::max(0.0, (x - context.axis.left()) / kFoldPx));
            const auto third = static_cast<std::uint8_t>(1u << static_cast<unsigned>((up + 0.5) * 2.99));
            std::uint8_t &cell = taken[(static_cast<std::size_t>(row - 1) * kGlyphs.size() + kind) * columns +
                                       std::min(column, columns - 1)];
            if ((cell & third) != 0) continue;
            cell |= third;
            byGlyph[kind].push_back({static_cast<float>(x),
                                     static_cast<float>(rowY(row) + up * 2 * half),
                                     kGlyphs[kind],
                                     first + i,
                                     r.request,
                                     {}});
        }
        first += records.size();
    }
    for (const std::vector<Mark> &marks : byGlyph)
        marks_.insert(marks_.end(), marks.begin(), marks.end());
}

void AttemptsTrack::fromSeries(const TrackContext &context) {
    const std::vector<AttemptSights> &sights = context.series.sights();
    const Duration step = context.series.step();
    const double half = std::min(4.0, 0.3 * (rowY(1) - rowY(2)));
    // One column of signs for every few pixels: their steps are joined.
    const double pitch = std::max(4.0, context.axis.pixels(step));
    for (double x = context.axis.left(); x < context.axis.right(); x += pitch) {
        const auto from = static_cast<std::size_t>(context.axis.at(x).time_since_epoch() / step);
        const auto to = static_cast<std::size_t>(context.axis.at(x + pitch).time_since_epoch() / step);
        AttemptSights seen{};
        for (std::size_t i = from; i < std::max(to, from + 1) && i < sights.size(); ++i)
            for (std::size_t row = 0; row < seen.size(); ++row)
                seen[row] |= sights[i][row];
        const Stretch stretch{context.axis.at(x), context.axis.at(x + pitch)};
        for (std::size_t row = 0; row < seen.size(); ++row)
            for (const std::uint8_t bit : {sight::success, sight::timeout, sight::failure})
                if ((seen[row] & bit) != 0) {
                    const Glyph glyph = kGlyphs[placeOf(bit)];
                    // What happened together stands beside each other: failures above, timeouts below successes.
                    const double aside = bit == sight::failure ? -half : bit == sight::timeout ? half : 0.0;
                    const double y = rowY(static_cast<int>(row) + 1) + aside;
                    marks_.push_back(
                        {static_cast<float>(x + pitch / 2), static_cast<float>(y), glyph, 0, 0,
                         tr("try %1: %2 among others\n%3").arg(row + 1).arg(wordOf(glyph)).arg(stretchText(stretch))});
                }
    }
}

void AttemptsTrack::paint(QPainter &painter, const TrackContext &context) const {
    const Colours &c = context.theme.colours();
    for (int attempt = 1; attempt <= attemptMax_; ++attempt)
        painter.fillRect(QRectF(context.axis.left(), std::round(rowY(attempt)), context.axis.width(), 1), c.grid);
    const double ratio = painter.device()->devicePixelRatioF();
    std::array<QPixmap, kGlyphs.size()> pictures;
    for (std::size_t i = 0; i < kGlyphs.size(); ++i)
        pictures[i] = glyphPixmap(kGlyphs[i], kZ, context.theme, ratio);
    for (const Mark &mark : marks_) {
        const std::size_t i = mark.glyph == Glyph::success ? 0 : mark.glyph == Glyph::timeout ? 1 : 2;
        painter.drawPixmap(QPointF(mark.x - kZ / 2, mark.y - kZ / 2), pictures[i]);
    }
}

void AttemptsTrack::paintGutter(QPainter &painter, const TrackContext &context, QSizeF size) const {
    Track::paintGutter(painter, context, {size.width() - 24, size.height()});
    painter.setFont(context.theme.font(11));
    painter.setPen(context.theme.colours().mutedText);
    // As many row numbers as there is room for.
    const double pitch = rowY(1) - rowY(2);
    const int stride = std::max(1, static_cast<int>(std::ceil(13.0 / pitch)));
    for (int attempt = 1; attempt <= attemptMax_; attempt += stride)
        painter.drawText(QRectF(size.width() - 28, rowY(attempt) - 7, 20, 14), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(attempt));
}

void AttemptsTrack::paintRequest(QPainter &painter, const TrackContext &context, const RequestShape &shape) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(context.theme.colours().text, 1.4));
    painter.setBrush(Qt::NoBrush);
    const double half = std::min(4.0, 0.3 * (rowY(1) - rowY(2)));
    for (const ShapePart &part : shape.parts) {
        if (part.kind != ShapePart::Kind::attempt || part.running) continue;
        const double x = context.axis.x(part.to);
        if (x < context.axis.left() || x > context.axis.right()) continue;
        const double y = rowY(std::clamp<int>(part.attempt, 1, kRowsMax)) + spread(shape.request) * 2 * half;
        painter.drawEllipse(QPointF(x, y), 5.0, 5.0);
    }
    painter.restore();
}

std::optional<TrackHit> AttemptsTrack::hitTest(QPointF at) const {
    const Mark *best = nullptr;
    double distance = 7.0;
    for (const Mark &mark : marks_) {
        const double d = std::hypot(at.x() - static_cast<double>(mark.x), at.y() - static_cast<double>(mark.y));
        if (d <= distance) {
            distance = d;
            best = &mark;
        }
    }
    if (best == nullptr || source_ == nullptr) return std::nullopt;
    TrackHit hit;
    hit.text = best->text;
    if (best->request != 0) {
        hit.request = best->request;
        hit.decision = best->record;
        const TraceRecord &record = (*source_->trace)[best->record];
        hit.text = QString::fromStdString(describe(record, *source_->scenario, source_->index->layout()));
        const RequestEntry &entry = source_->index->request(best->request);
        hit.extent =
            Stretch{entry.started, std::max(std::min(entry.ended, source_->computed), entry.started + Duration{1})};
    }
    return hit;
}

} // namespace halfopen
