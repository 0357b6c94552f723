// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/overview_strip.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include "ui/theme/fills.h"
#include "ui/timeline/bookmark_flags.h"
#include "ui/timeline/breakers_track.h"
#include "ui/timeline/range_band.h"
#include "ui/timeline/track_stack.h"

namespace halfopen {

namespace {

constexpr double kTop = 4; ///< of the lanes
constexpr double kLanesBottom = 28;
constexpr double kRight = 14;
constexpr double kGripPx = 5;
constexpr std::size_t kLanesMax = 6;

} // namespace

OverviewStrip::OverviewStrip(Playhead &playhead, Selection &selection, TimeSpan &span, const Theme &theme,
                             QWidget *parent)
    : QWidget(parent), playhead_(playhead), selection_(selection), span_(span), theme_(theme) {
    setAccessibleName(tr("Whole run"));
    setAccessibleDescription(tr("The whole run and the window that the tracks show. Left and right move the window, "
                                "up and down zoom."));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFixedHeight(sizeHint().height());
    connect(&playhead, &Playhead::moved, this, qOverload<>(&QWidget::update));
    connect(&span, &TimeSpan::changed, this, qOverload<>(&QWidget::update));
    connect(&selection, &Selection::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, [this] {
        stale_ = true;
        update();
    });
}

void OverviewStrip::setSource(const std::optional<TraceSource> &source, const RunSeries *series) {
    source_ = source;
    series_ = series;
    stale_ = true;
    update();
}

void OverviewStrip::setBookmarks(const Bookmarks &bookmarks) {
    bookmarks_ = &bookmarks;
    connect(&bookmarks, &Bookmarks::changed, this, qOverload<>(&QWidget::update));
}

TimeAxis OverviewStrip::axis() const {
    const double left = TrackStack::kGutter;
    return TimeAxis(source_->whole(), left, std::max(10.0, width() - left - kRight));
}

void OverviewStrip::resizeEvent(QResizeEvent *) { stale_ = true; }

void OverviewStrip::rebuild() {
    stale_ = false;
    const double ratio = devicePixelRatioF();
    layer_ = QPixmap(size() * ratio);
    layer_.setDevicePixelRatio(ratio);
    const Colours &c = theme_.colours();
    layer_.fill(c.panel);
    QPainter painter(&layer_);
    painter.fillRect(QRectF(0, 0, width(), 1), c.border);
    painter.setFont(theme_.font(12, true));
    painter.setPen(c.text);
    painter.drawText(
        QRectF(12, 0, TrackStack::kGutter - 16, height()), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(painter.font()).elidedText(tr("Whole run"), Qt::ElideRight, TrackStack::kGutter - 16));
    if (!source_) return;

    const TimeAxis time = axis();
    if (source_->index->breakers() == 0) paintEnded(painter, time);
    paintLanes(painter, time);
    paintRest(painter, time);
    painter.setFont(theme_.font(11));
    const QFontMetricsF metrics(theme_.font(11));
    for (const TimeTick &tick : time.ticks(90)) {
        const double x = std::round(time.x(tick.at));
        painter.fillRect(QRectF(x, kLanesBottom, 1, 4), c.border);
        const double width = metrics.horizontalAdvance(tick.label);
        painter.setPen(c.mutedText);
        painter.drawText(QPointF(std::clamp(x - width / 2, time.left(), time.right() - width), height() - 4.0),
                         tick.label);
    }
}

void OverviewStrip::paintLanes(QPainter &painter, const TimeAxis &time) const {
    const std::vector<Lane> lanes = lanesOf(*source_->index, {});
    const std::size_t count = std::clamp<std::size_t>(lanes.size(), 1, kLanesMax);
    const double pitch = (kLanesBottom - kTop - 4) / static_cast<double>(count);
    const double laneHeight = std::min(9.0, pitch - 1);
    double drawnTo = -1;
    for (const FaultInterval &fault : source_->index->faults()) {
        const double x0 = std::max(time.x(fault.from), drawnTo);
        const double x1 = time.x(std::min(fault.to, source_->computed));
        if (x1 < drawnTo + 1 && drawnTo >= 0) continue;
        drawnTo = std::max(x1, x0 + 2);
        painter.fillRect(QRectF(x0, kTop - 2, drawnTo - x0, 2), theme_.colours().mutedText);
    }
    for (std::size_t i = 0; i < lanes.size() && i < kLanesMax; ++i) {
        const double top = kTop + 3 + static_cast<double>(i) * pitch;
        for (const LanePart &part : laneParts(source_->index->breaker(lanes[i].shown), time, source_->computed)) {
            const double least = part.state == BreakerState::closed ? 0.5 : 2.0;
            const QRectF rect(part.x0, top, std::max(part.x1 - part.x0, least), laneHeight);
            switch (part.state) {
            case BreakerState::closed:
                painter.fillRect(QRectF(rect.left(), std::round(rect.center().y() - 1), rect.width(), 2),
                                 signal_colour::closed);
                break;
            case BreakerState::open: paintOpen(painter, rect, theme_); break;
            case BreakerState::half_open: painter.fillRect(rect, signal_colour::halfOpen); break;
            }
        }
    }
}

void OverviewStrip::paintEnded(QPainter &painter, const TimeAxis &time) const {
    if (series_ == nullptr) return;
    const Colours &c = theme_.colours();
    const double end = std::min(time.right(), time.x(source_->computed));
    constexpr double pitch = 2;
    std::vector<RunCounts> columns;
    double most = 1;
    for (double x = time.left(); x < end; x += pitch) {
        columns.push_back(series_->until(time.at(x + pitch)) - series_->until(time.at(x)));
        most = std::max(most, static_cast<double>(columns.back().ended()));
    }
    const double scale = (kLanesBottom - kTop - 4) / most;
    const QBrush stripes = fillBrush(Fill::failed, theme_, painter.device()->devicePixelRatioF());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double x = time.left() + pitch * static_cast<double>(i);
        const double served = static_cast<double>(columns[i].served()) * scale;
        const double failed = static_cast<double>(columns[i].failed) * scale;
        painter.fillRect(QRectF(x, kLanesBottom - served, pitch, served), blend(signal_colour::success, c.panel, 0.5));
        const QRectF part(x, kLanesBottom - served - failed, pitch, failed);
        painter.fillRect(part, blend(signal_colour::failure, c.panel, 0.8));
        painter.fillRect(part, stripes);
    }
}

void OverviewStrip::paintRest(QPainter &painter, const TimeAxis &time) const {
    const Colours &c = theme_.colours();
    const double computed = time.x(source_->computed);
    if (!source_->finished && computed < time.right()) {
        const QRectF rest(computed, 2, time.right() - computed, height() - 4);
        paintNotComputed(painter, rest, theme_);
        const QFont font = theme_.font(11);
        const QString text = tr("not computed yet");
        const double width = QFontMetricsF(font).horizontalAdvance(text) + 12;
        if (width < rest.width()) {
            const QRectF plate(rest.center().x() - width / 2, 6, width, 15);
            painter.fillRect(plate, c.panel);
            painter.setFont(font);
            painter.setPen(c.mutedText);
            painter.drawText(plate, Qt::AlignCenter, text);
        }
    }
}

void OverviewStrip::paintWindow(QPainter &painter) const {
    const Colours &c = theme_.colours();
    const TimeAxis time = axis();
    const double x0 = time.x(std::min(span_.from(), time.stretch().to));
    const double x1 = std::max(time.x(std::min(span_.to(), time.stretch().to)), x0 + 4);
    QColor veil = c.panel;
    veil.setAlphaF(0.45f);
    painter.fillRect(QRectF(time.left(), 1, x0 - time.left(), height() - 1), veil);
    painter.fillRect(QRectF(x1, 1, time.right() - x1, height() - 1), veil);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.accent, hasFocus() ? 3 : 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(x0, 2, x1 - x0, height() - 4), 3, 3);
    // Grips say that the edges can be dragged.
    painter.setPen(QPen(c.accent, 2, Qt::SolidLine, Qt::RoundCap));
    if (x1 - x0 > 16)
        for (const double x : {x0 + 4, x1 - 4})
            painter.drawLine(QPointF(x, height() / 2.0 - 4), QPointF(x, height() / 2.0 + 4));
    painter.restore();
    const double head = std::round(time.x(playhead_.viewed()));
    painter.fillRect(QRectF(head, 2, 1, height() - 4), c.hairline);
}

void OverviewStrip::paintEvent(QPaintEvent *) {
    if (stale_ || layer_.isNull() || layer_.devicePixelRatioF() != devicePixelRatioF()) rebuild();
    QPainter painter(this);
    painter.drawPixmap(0, 0, layer_);
    if (!source_) return;
    if (const auto range = selection_.range()) paintRangeBand(painter, axis(), *range, theme_, 1, height());
    paintWindow(painter);
    if (bookmarks_) paintFlags(painter, axis(), bookmarks_->all(), theme_, kLanesBottom - 8, kLanesBottom + 3);
}

OverviewStrip::Grip OverviewStrip::gripAt(double x) const {
    const TimeAxis time = axis();
    const double x0 = time.x(span_.from());
    const double x1 = time.x(span_.to());
    const double inner = std::min(kGripPx, (x1 - x0) / 4);
    if (x >= x0 - kGripPx && x <= x0 + inner) return Grip::left;
    if (x >= x1 - inner && x <= x1 + kGripPx) return Grip::right;
    return x > x0 && x < x1 ? Grip::window : Grip::none;
}

void OverviewStrip::showStretch(const Stretch &stretch) { span_.set(stretch.from, stretch.to); }

void OverviewStrip::mousePressEvent(QMouseEvent *event) {
    if (!source_ || event->button() != Qt::LeftButton) return;
    pressX_ = event->position().x();
    rangeBefore_ = selection_.range();
    grip_ = event->modifiers().testFlag(Qt::ShiftModifier) ? Grip::range : gripAt(pressX_);
    if (grip_ == Grip::none) {
        showStretch(around(axis().at(pressX_), window().length(), source_->whole()));
        grip_ = Grip::window;
    }
    pressed_ = window();
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event) {
    if (!source_) return;
    const double x = event->position().x();
    if (grip_ == Grip::none) {
        const Grip over = gripAt(x);
        setCursor(over == Grip::left || over == Grip::right ? Qt::SizeHorCursor
                  : over == Grip::window                    ? Qt::OpenHandCursor
                                                            : Qt::ArrowCursor);
        return;
    }
    const TimeAxis time = axis();
    const Duration moved = time.duration(x - pressX_);
    const Stretch whole = source_->whole();
    if (grip_ == Grip::range) {
        const double from = std::clamp(std::min(pressX_, x), time.left(), time.right());
        const double to = std::clamp(std::max(pressX_, x), time.left(), time.right());
        selection_.selectRange(TimeRange{time.roundAt(from), std::min(time.roundAt(to), source_->whole().to)});
    } else if (grip_ == Grip::window) {
        showStretch(panned(pressed_, moved, whole));
    } else if (grip_ == Grip::left) {
        showStretch({std::clamp(pressed_.from + moved, whole.from, pressed_.to - kStretchMin), pressed_.to});
    } else {
        const SimTime least = pressed_.from + kStretchMin;
        showStretch({pressed_.from, std::clamp(pressed_.to + moved, least, std::max(least, whole.to))});
    }
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent *) { grip_ = Grip::none; }

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent *) {
    grip_ = Grip::none;
    if (source_) showStretch(source_->whole());
}

void OverviewStrip::wheelEvent(QWheelEvent *event) {
    if (!source_) return;
    const double notches = event->angleDelta().y() / 120.0;
    showStretch(zoomed(window(), axis().at(event->position().x()), std::pow(0.8, notches), source_->whole()));
    event->accept();
}

void OverviewStrip::keyPressEvent(QKeyEvent *event) {
    if (!source_) return QWidget::keyPressEvent(event);
    const Stretch whole = source_->whole();
    const SimTime middle = window().from + window().length() / 2;
    const Duration step = window().length() / 10;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_A: showStretch(panned(window(), -step, whole)); break;
    case Qt::Key_Right:
    case Qt::Key_D: showStretch(panned(window(), step, whole)); break;
    case Qt::Key_Up:
    case Qt::Key_W: showStretch(zoomed(window(), middle, 0.8, whole)); break;
    case Qt::Key_Down:
    case Qt::Key_S: showStretch(zoomed(window(), middle, 1.25, whole)); break;
    case Qt::Key_F: showStretch(whole); break;
    case Qt::Key_I: selection_.beginRange(playhead_.viewed(), whole.to); break;
    case Qt::Key_O: selection_.endRange(playhead_.viewed()); break;
    case Qt::Key_Escape:
        if (!selection_.range()) return QWidget::keyPressEvent(event);
        selection_.selectRange(grip_ == Grip::range ? rangeBefore_ : std::nullopt);
        grip_ = Grip::none;
        break;
    default: QWidget::keyPressEvent(event); break;
    }
}

} // namespace halfopen
