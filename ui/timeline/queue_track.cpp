// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/queue_track.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/theme/fills.h"
#include "ui/timeline/round_numbers.h"

namespace halfopen {

namespace {

constexpr double kTopMargin = 4;
constexpr int kRowLeast = 26, kRowWanted = 36;

int rowsOf(const Scenario &scenario) {
    const auto finite = std::ranges::count_if(scenario.services, [](const auto &s) { return s.workers.has_value(); });
    return static_cast<int>(std::min<std::ptrdiff_t>(finite, QueueTrack::kRowsMax));
}

} // namespace

QString QueueTrack::meaning() const {
    return tr("Calls at each service with finite workers: served, and on top of them waiting. The dashed line is where "
              "all workers are busy. A queue that only grows is the sign of an overload that feeds itself.");
}

QStringList QueueTrack::notes() const {
    if (rows_.size() != 1) return {};
    return {QString::fromUtf8("%1, 0 – %2").arg(rows_.front().name).arg(rows_.front().top)};
}

TrackHeight QueueTrack::height(const TraceSource &source) const {
    const int rows = rowsOf(*source.scenario);
    return {rows * kRowLeast, rows * kRowWanted, rows > 0 ? 1 : 0};
}

double QueueTrack::rowHeight() const { return height_ / static_cast<double>(std::max<std::size_t>(1, rows_.size())); }

void QueueTrack::prepare(const TrackContext &context, double height) {
    height_ = height;
    axis_ = context.axis;
    rows_.clear();
    if (context.queues == nullptr) return;
    const double end = std::min(axis_.x(context.source.computed), axis_.right());
    const auto count = static_cast<std::size_t>(std::max(0.0, std::ceil(end - axis_.left())));
    const std::vector<std::uint32_t> &services = context.queues->services();
    for (std::size_t place = 0; place < std::min(services.size(), kRowsMax); ++place) {
        const ServiceConfig &service = context.source.scenario->services[services[place]];
        Row row;
        row.name = QString::fromStdString(service.name);
        row.place = place;
        row.workers = static_cast<std::uint32_t>(service.workers.value_or(1) * service.replicas);
        double most = row.workers;
        for (std::size_t i = 0; i < count; ++i) {
            const double x = axis_.left() + static_cast<double>(i);
            row.columns.push_back(
                context.queues->most(place, axis_.at(x), std::min(axis_.at(x + 1), context.source.computed)));
            most = std::max(most, static_cast<double>(row.columns.back().serving + row.columns.back().waiting));
        }
        row.top = niceCeiling(most);
        rows_.push_back(std::move(row));
    }
}

void QueueTrack::paintRow(QPainter &painter, const TrackContext &context, const Row &row, double bottom) const {
    const Colours &c = context.theme.colours();
    const QColor served = blend(c.ghost, c.panel, 0.42);
    const QColor waits = blend(c.accent, c.panel, 0.5);
    const double scale = (rowHeight() - kTopMargin - 1) / row.top;
    for (std::size_t i = 0; i < row.columns.size(); ++i) {
        const double x = axis_.left() + static_cast<double>(i);
        const double low = row.columns[i].serving * scale;
        const double high = (row.columns[i].serving + row.columns[i].waiting) * scale;
        if (low > 0) painter.fillRect(QRectF(x, bottom - low, 1, low), served);
        if (high > low) painter.fillRect(QRectF(x, bottom - high, 1, high - low), waits);
        if (high > 0) painter.fillRect(QRectF(x, bottom - high, 1, 1), c.text);
    }
    QPen dashes(c.mutedText, 1, Qt::CustomDashLine, Qt::FlatCap);
    dashes.setDashPattern({4, 3});
    painter.setPen(dashes);
    const double y = std::round(bottom - row.workers * scale) + 0.5;
    painter.drawLine(QPointF(axis_.left(), y), QPointF(axis_.right(), y));
}

void QueueTrack::paint(QPainter &painter, const TrackContext &context) const {
    for (std::size_t i = 0; i < rows_.size(); ++i)
        paintRow(painter, context, rows_[i], rowHeight() * static_cast<double>(i + 1) - 1);
}

void QueueTrack::paintGutter(QPainter &painter, const TrackContext &context, QSizeF size) const {
    if (rows_.size() == 1) {
        Track::paintGutter(painter, context, size);
        return;
    }
    const QFont font = context.theme.font(11);
    const QFontMetricsF metrics(font);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const double top = rowHeight() * static_cast<double>(i);
        painter.setFont(i == 0 ? context.theme.font(12, true) : font);
        painter.setPen(i == 0 ? context.theme.colours().text : context.theme.colours().mutedText);
        double y = top + 4;
        if (i == 0) {
            painter.drawText(QRectF(12, y, size.width() - 18, 16), Qt::AlignLeft | Qt::AlignVCenter, title());
            painter.setFont(font);
            painter.setPen(context.theme.colours().mutedText);
            const double used = QFontMetricsF(context.theme.font(12, true)).horizontalAdvance(title()) + 8;
            painter.drawText(QRectF(12 + used, y, size.width() - 18 - used, 16), Qt::AlignRight | Qt::AlignVCenter,
                             metrics.elidedText(rows_[i].name, Qt::ElideRight, size.width() - 18 - used));
            continue;
        }
        painter.drawText(QRectF(12, y, size.width() - 18, 16), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(rows_[i].name, Qt::ElideRight, size.width() - 18));
    }
}

QString QueueTrack::reading(const TrackContext &context, SimTime t) const {
    if (context.queues == nullptr) return {};
    QStringList parts;
    for (const Row &row : rows_) {
        const QueueState now = context.queues->at(row.place, t);
        const QString text = tr("%1 waiting, %2 of %3 busy").arg(now.waiting).arg(now.serving).arg(row.workers);
        parts << (rows_.size() == 1 ? text : row.name + ": " + text);
    }
    return parts.mid(0, 2).join(QString::fromUtf8(" · "));
}

std::optional<TrackHit> QueueTrack::hitTest(QPointF at) const {
    const auto i = static_cast<std::size_t>(std::max(0.0, at.y() / rowHeight()));
    const double column = at.x() - axis_.left();
    if (i >= rows_.size() || column < 0 || column >= static_cast<double>(rows_[i].columns.size())) return std::nullopt;
    const QueueState most = rows_[i].columns[static_cast<std::size_t>(column)];
    TrackHit hit;
    hit.text = tr("Calls at %1, at most\n%2  waiting\n%3  served, of %4 workers")
                   .arg(rows_[i].name)
                   .arg(most.waiting)
                   .arg(most.serving)
                   .arg(rows_[i].workers);
    return hit;
}

std::size_t QueueTrack::primitives() const {
    std::size_t n = 0;
    for (const Row &row : rows_)
        n += row.columns.size();
    return n;
}

} // namespace halfopen
