// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tradeoff/tradeoff_chart.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/timeline/round_numbers.h"
#include "ui/tradeoff/clipped.h"
#include "ui/tradeoff/free_places.h"
#include "ui/tradeoff/share_bar.h"

namespace halfopen {

namespace {

constexpr double kLeft = 48;
constexpr double kRight = 14;
constexpr double kTop = 10;
constexpr double kAxis = 32;
constexpr double kBar = 18;
constexpr double kWideEnough = 420; ///< from here on the path tells its times

QString dollars(double usd) {
    return '$' + QString::number(usd, 'f', std::abs(usd) >= 10 || usd == 0 ? 0 : std::abs(usd) >= 1 ? 1 : 2);
}

QString percent(double share) { return QString::number(100 * share, 'f', 1) + " %"; }

/// At most `count` round steps for a range.
double roundStep(double range, int count) { return niceGridStep(range / count); }

} // namespace

TradeoffChart::TradeoffChart(const Theme &theme, QWidget *parent) : QWidget(parent), theme_(theme) {
    setAccessibleName(tr("Cost against accuracy"));
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TradeoffChart::setPicture(TradeoffPicture picture) {
    picture_ = std::move(picture);
    describeForAccessibility();
    update();
}

void TradeoffChart::setWorth(double usd) {
    worth_ = usd;
    update();
}

TradeoffChart::Scale TradeoffChart::scale() const {
    double cost = 0;
    double low = 1;
    double high = 0;
    const auto see = [&](const TradeoffPoint &point) {
        cost = std::max(cost, point.cost);
        low = std::min(low, point.accuracy);
        high = std::max(high, point.accuracy);
    };
    for (const TradeoffLeg &leg : picture_.legs)
        see(leg.alone);
    if (picture_.achieved) see(*picture_.achieved);
    if (high < low) return {1, 0, 1};
    const double range = std::max(high - low, 0.15);
    Scale scale;
    scale.costTo = cost > 0 ? niceCeiling(cost * 1.08) : 1;
    scale.accuracyFrom = std::max(0.0, std::floor((low - 0.22 * range) * 100) / 100);
    scale.accuracyTo = std::min(1.0, std::ceil((high + 0.08 * range) * 100) / 100);
    return scale;
}

QRectF TradeoffChart::plot() const {
    const double bottom = kAxis + kBar + 6;
    const double left = kLeft * theme_.zoom();
    return QRectF(left, kTop, std::max(20.0, width() - left - kRight), std::max(20.0, height() - kTop - bottom));
}

QPointF TradeoffChart::place(const TradeoffPoint &point) const {
    const QRectF area = plot();
    const Scale s = scale();
    return {area.left() + point.cost / s.costTo * area.width(),
            area.bottom() - (point.accuracy - s.accuracyFrom) / (s.accuracyTo - s.accuracyFrom) * area.height()};
}

void TradeoffChart::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.colours().panel);
    if (picture_.legs.empty()) {
        painter.setFont(theme_.font(12));
        painter.setPen(theme_.colours().mutedText);
        painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("n/a: no service has been asked yet."));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    FreePlaces places;
    paintGrid(painter);
    paintEqualValue(painter);
    paintPath(painter, places);
    paintPoints(painter, places);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintShareBar(painter, QRectF(plot().left(), height() - kBar - 4, plot().width(), kBar), picture_.legs, theme_);
}

void TradeoffChart::paintGrid(QPainter &painter) const {
    const Colours &c = theme_.colours();
    const QRectF area = plot();
    const Scale s = scale();
    painter.setFont(theme_.font(11));
    const double up =
        std::max(0.01, roundStep(s.accuracyTo - s.accuracyFrom, std::max(2, static_cast<int>(area.height() / 34))));
    for (double a = std::ceil(s.accuracyFrom / up - 1e-6) * up; a <= s.accuracyTo + 1e-9; a += up) {
        const double y = std::round(place({0, a}).y());
        painter.fillRect(QRectF(area.left(), y, area.width(), 1), c.grid);
        painter.setPen(c.mutedText);
        painter.drawText(QRectF(0, y - 8, area.left() - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(100 * a, 'f', up < 0.0099 ? 1 : 0) + " %");
    }
    const QFontMetricsF metrics(theme_.font(11));
    double written = 0;
    const double across = roundStep(s.costTo, std::max(2, static_cast<int>(area.width() / 44)));
    for (double cost = 0; cost <= s.costTo * 1.0001; cost += across) {
        const double x = std::round(place({cost, 0}).x());
        painter.fillRect(QRectF(x, area.top(), 1, area.height()), c.grid);
        const double own = metrics.horizontalAdvance(dollars(cost)) + 4;
        const double left = std::min(x - own / 2, width() - own);
        if (left < written) continue;
        written = left + own;
        painter.setPen(c.mutedText);
        painter.drawText(QRectF(left, area.bottom() + 2, own, 14), Qt::AlignCenter, dollars(cost));
    }
    painter.setPen(c.mutedText);
    const QString full = tr("across: cost per 1,000 requests, those not served included · up: accuracy of what was served");
    const bool fits = metrics.horizontalAdvance(full) < area.width();
    painter.drawText(QRectF(area.left(), area.bottom() + 15, area.width(), 15), Qt::AlignRight | Qt::AlignVCenter,
                     fits ? full : tr("cost per 1,000 requests"));
    painter.fillRect(QRectF(area.left(), area.top(), 1, area.height()), c.border);
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), c.border);
}

void TradeoffChart::paintEqualValue(QPainter &painter) const {
    if (!(worth_ > 0)) return;
    const Colours &c = theme_.colours();
    const QRectF area = plot();
    const Scale s = scale();
    const double best = netValue({0, s.accuracyTo}, worth_);
    const double worst = netValue({s.costTo, s.accuracyFrom}, worth_);
    const double step = roundStep(best - worst, std::clamp(static_cast<int>(area.height() / 20), 6, 12));
    const QFont font = theme_.font(11);
    const QFontMetricsF metrics(font);
    painter.save();
    painter.setClipRect(area);
    QPen pen(c.controlBorder, 1.2, Qt::CustomDashLine);
    pen.setDashPattern({1, 4});
    for (double value = std::ceil(worst / step) * step; value < best; value += step) {
        const double left = accuracyOfEqualValue(value, 0, worth_);
        painter.setPen(pen);
        const QLineF whole(place({0, left}), place({s.costTo, accuracyOfEqualValue(value, s.costTo, worth_)}));
        if (const auto line = clipped(whole, area)) painter.drawLine(*line);
        const QString text = dollars(value);
        QPointF at = place({0, left}) + QPointF(6, 4);
        if (at.y() > area.bottom() - 6) {
            const double cost = 1000 * worth_ * s.accuracyFrom - value;
            at = place({cost, s.accuracyFrom}) + QPointF(-metrics.horizontalAdvance(text) / 2, -4);
        }
        if (at.y() < area.top() + 10 || at.x() + metrics.horizontalAdvance(text) > area.right() || at.x() < area.left())
            continue;
        const QRectF plate(at.x() - 2, at.y() - metrics.ascent(), metrics.horizontalAdvance(text) + 4,
                           metrics.height());
        painter.fillRect(plate, c.panel);
        painter.setFont(font);
        painter.setPen(c.mutedText);
        painter.drawText(at, text);
    }
    painter.restore();
}

void TradeoffChart::paintPath(QPainter &painter, FreePlaces &places) const {
    if (picture_.path.size() < 2) return;
    const Colours &c = theme_.colours();
    const QRectF area = plot();
    painter.save();
    painter.setClipRect(area);
    QPolygonF line;
    for (const TradeoffStep &step : picture_.path)
        line.append(place(step.mix));
    painter.setPen(QPen(c.mutedText, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (qsizetype i = 1; i < line.size(); ++i)
        if (const auto part = clipped(QLineF(line[i - 1], line[i]), area)) painter.drawLine(*part);
    painter.restore();
    if (width() < kWideEnough) return;
    QPointF last(-1e6, -1e6);
    for (std::size_t i = 0; i < picture_.path.size(); ++i) {
        const QPointF at = line[static_cast<qsizetype>(i)];
        if (!area.contains(at) || QLineF(at, last).length() < 60) continue;
        last = at;
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.text);
        painter.drawEllipse(at, 2.2, 2.2);
        label(painter, at, QString::number(seconds(picture_.path[i].at), 'f', 0) + " s", theme_.font(11), c.mutedText,
              places);
    }
}

void TradeoffChart::paintPoints(QPainter &painter, FreePlaces &places) const {
    const Colours &c = theme_.colours();
    const QFont strong = theme_.font(11, true);
    // Signs first: no text may cover one.
    for (const TradeoffLeg &leg : picture_.legs)
        places.take(QRectF(place(leg.alone) - QPointF(6, 6), QSizeF(12, 12)));
    if (picture_.achieved) places.take(QRectF(place(*picture_.achieved) - QPointF(7, 7), QSizeF(14, 14)));
    for (const TradeoffLeg &leg : picture_.legs) {
        const QPointF at = place(leg.alone);
        painter.setPen(QPen(c.text, 1.5));
        painter.setBrush(c.panel);
        painter.drawRect(QRectF(at.x() - 4.5, at.y() - 4.5, 9, 9));
        const QString name = QString::fromStdString(leg.name);
        if (width() < kWideEnough || !label(painter, at, tr("%1 alone").arg(name), strong, c.text, places))
            label(painter, at, name, theme_.font(11), c.text, places);
    }
    if (picture_.achieved) {
        const QPointF at = place(*picture_.achieved);
        painter.setPen(QPen(c.panel, 2));
        painter.setBrush(c.text);
        painter.drawEllipse(at, 6.5, 6.5);
        const QString text =
            tr("so far $%1, %2").arg(picture_.achieved->cost, 0, 'f', 2).arg(percent(picture_.achieved->accuracy));
        if (!label(painter, at, text, strong, c.text, places)) label(painter, at, tr("so far"), strong, c.text, places);
    }
}

bool TradeoffChart::label(QPainter &painter, QPointF at, const QString &text, const QFont &font, const QColor &colour,
                          FreePlaces &places) const {
    const QFontMetricsF metrics(font);
    const QSizeF size(metrics.horizontalAdvance(text) + 2, metrics.height());
    const std::optional<QRectF> box = places.beside(at, size, plot().adjusted(2, 0, 8, 0));
    if (!box) return false;
    QColor plate = theme_.colours().panel;
    plate.setAlphaF(0.8f);
    painter.fillRect(*box, plate);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(*box, Qt::AlignCenter, text);
    return true;
}

bool TradeoffChart::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto near = [this, help](const TradeoffPoint &point) {
        return QLineF(place(point), help->pos()).length() < 10;
    };
    const auto tell = [this](const TradeoffPoint &point) {
        return tr("$%1 per 1,000 requests, %2 right\nnet value %3 per 1,000")
            .arg(point.cost, 0, 'f', 2)
            .arg(percent(point.accuracy), dollars(netValue(point, worth_)));
    };
    QString text;
    if (picture_.achieved && near(*picture_.achieved))
        text = tr("achieved so far: %1").arg(tell(*picture_.achieved)) + '\n' + unserved();
    for (const TradeoffLeg &leg : picture_.legs)
        if (text.isEmpty() && near(leg.alone))
            text = tr("%1 alone: %2").arg(QString::fromStdString(leg.name), tell(leg.alone));
    for (const TradeoffStep &step : picture_.path)
        if (text.isEmpty() && near(step.mix))
            text = tr("around %1 s: %2").arg(seconds(step.at), 0, 'f', 0).arg(tell(step.mix));
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

/// A request that is refused costs nothing and is not served either: both must be said together.
QString TradeoffChart::unserved() const {
    return tr("%1 of the requests were not served; one that was refused costs nothing, which makes the mean cheaper")
        .arg(percent(picture_.unserved));
}

void TradeoffChart::describeForAccessibility() {
    QStringList lines;
    for (const TradeoffLeg &leg : picture_.legs)
        lines.append(tr("%1 alone: $%2 per 1,000 requests, %3 right, served %4")
                         .arg(QString::fromStdString(leg.name))
                         .arg(leg.alone.cost, 0, 'f', 2)
                         .arg(percent(leg.alone.accuracy), leg.share ? percent(*leg.share) : tr("n/a")));
    if (picture_.achieved)
        lines.append(tr("achieved so far: $%1 per 1,000 requests, %2 right")
                         .arg(picture_.achieved->cost, 0, 'f', 2)
                         .arg(percent(picture_.achieved->accuracy)) +
                     ", " + unserved());
    setAccessibleDescription(lines.join("; "));
}

} // namespace halfopen
