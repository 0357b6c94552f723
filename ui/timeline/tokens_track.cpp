// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/tokens_track.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "engine/insight/explain.h"
#include "ui/theme/fills.h"
#include "ui/timeline/round_numbers.h"

namespace halfopen {

namespace {

constexpr double kTopMargin = 4;
constexpr int kRowLeast = 26, kRowWanted = 34;

QString numberText(double left) { return QString::number(left, 'f', left == std::floor(left) ? 0 : 1); }

/// What was left last at or before t; nothing before the first look.
std::optional<double> leftAt(const TokenSeries &series, std::size_t line, SimTime t) {
    if (series.rows().empty()) return std::nullopt;
    const auto i = static_cast<std::size_t>((t - kTimeZero) / series.step());
    return static_cast<double>(series.rows()[std::min(i, series.rows().size() - 1)][line]);
}

} // namespace

QString TokensTrack::meaning() const {
    return tr("What retry budgets and rate limiters have left, and free places of bulkheads; of several instances the "
              "least. At 0 the layer refuses or makes wait. The first %2 of them, looked up in the run every %1.")
        .arg(QString::fromStdString(format_duration(step_)))
        .arg(TokenSeries::kLinesMax);
}

TrackHeight TokensTrack::height(const TraceSource &source) const {
    const int rows = static_cast<int>(TokenSeries::lines_of(*source.scenario).size());
    return {rows * kRowLeast, rows * kRowWanted, rows > 0 ? 1 : 0};
}

QString TokensTrack::nameOf(const TokenLine &line, const Scenario &scenario) {
    const QString service = QString::fromStdString(scenario.services[line.service].name);
    switch (line.layer) {
    case TokenLine::Layer::budget: return tr("budget, %1").arg(service);
    case TokenLine::Layer::limiter: return tr("limiter, %1").arg(service);
    case TokenLine::Layer::bulkhead: break;
    }
    return tr("bulkhead, %1").arg(service);
}

double TokensTrack::rowHeight() const { return height_ / static_cast<double>(std::max<std::size_t>(1, rows_.size())); }

void TokensTrack::prepare(const TrackContext &context, double height) {
    height_ = height;
    axis_ = context.axis;
    rows_.clear();
    if (context.tokens == nullptr) return;
    const TokenSeries &series = *context.tokens;
    step_ = series.step();
    const SimTime end = kTimeZero + step_ * static_cast<std::int64_t>(series.rows().size());
    const double last = std::min({axis_.x(context.source.computed), axis_.x(end), axis_.right()});
    const auto count = static_cast<std::size_t>(std::max(0.0, std::ceil(last - axis_.left())));
    for (std::size_t line = 0; line < series.lines().size(); ++line) {
        Row row{nameOf(series.lines()[line], *context.source.scenario), {}, 1};
        double most = 0;
        for (const TokenSeries::Row &seen : series.rows())
            most = std::max(most, static_cast<double>(seen[line]));
        for (std::size_t i = 0; i < count; ++i) {
            const double x = axis_.left() + static_cast<double>(i);
            double least = leftAt(series, line, axis_.at(x)).value_or(0);
            for (SimTime t = axis_.at(x) + step_; t < axis_.at(x + 1); t += step_)
                least = std::min(least, leftAt(series, line, t).value_or(0));
            row.columns.push_back(std::max(least, 0.0));
        }
        row.top = niceCeiling(most);
        rows_.push_back(std::move(row));
    }
}

void TokensTrack::paint(QPainter &painter, const TrackContext &context) const {
    const Colours &c = context.theme.colours();
    const QColor area = blend(c.ghost, c.panel, 0.42);
    for (std::size_t k = 0; k < rows_.size(); ++k) {
        const double bottom = rowHeight() * static_cast<double>(k + 1) - 1;
        const double scale = (rowHeight() - kTopMargin - 1) / rows_[k].top;
        double lastY = -1;
        for (std::size_t i = 0; i < rows_[k].columns.size(); ++i) {
            const double x = axis_.left() + static_cast<double>(i);
            const double y = bottom - rows_[k].columns[i] * scale;
            painter.fillRect(QRectF(x, y, 1, bottom - y), area);
            const double from = lastY < 0 ? y : std::min(lastY, y);
            const double to = lastY < 0 ? y : std::max(lastY, y);
            painter.fillRect(QRectF(x, from - 0.5, 1, to - from + 1), c.text);
            lastY = y;
        }
    }
}

void TokensTrack::paintGutter(QPainter &painter, const TrackContext &context, QSizeF size) const {
    const QFont font = context.theme.font(11);
    const QFontMetricsF metrics(font);
    const double room = size.width() - 18;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const double top = rowHeight() * static_cast<double>(i) + 2;
        const bool two = rowHeight() >= 30;
        if (i == 0 && two) {
            painter.setFont(context.theme.font(12, true));
            painter.setPen(context.theme.colours().text);
            painter.drawText(QRectF(12, top, room, 15), Qt::AlignLeft | Qt::AlignVCenter, title());
        }
        painter.setFont(font);
        painter.setPen(context.theme.colours().mutedText);
        painter.drawText(QRectF(12, top + (two && i == 0 ? 15 : 3), room, 14), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(rows_[i].name, Qt::ElideRight, room));
    }
}

QString TokensTrack::reading(const TrackContext &context, SimTime t) const {
    if (context.tokens == nullptr) return {};
    QStringList parts;
    for (std::size_t line = 0; line < std::min<std::size_t>(rows_.size(), 2); ++line)
        if (const auto left = leftAt(*context.tokens, line, t)) parts << tr("%1 left").arg(numberText(*left));
    return parts.join(QString::fromUtf8(" · "));
}

std::optional<TrackHit> TokensTrack::hitTest(QPointF at) const {
    const auto i = static_cast<std::size_t>(std::max(0.0, at.y() / rowHeight()));
    const double column = at.x() - axis_.left();
    if (i >= rows_.size() || column < 0 || column >= static_cast<double>(rows_[i].columns.size())) return std::nullopt;
    TrackHit hit;
    hit.text = tr("%1: %2 left at %3")
                   .arg(rows_[i].name, numberText(rows_[i].columns[static_cast<std::size_t>(column)]),
                        timeText(axis_.at(at.x()), axis_.duration(1.0)));
    return hit;
}

std::size_t TokensTrack::primitives() const {
    std::size_t n = 0;
    for (const Row &row : rows_)
        n += row.columns.size();
    return n;
}

} // namespace halfopen
