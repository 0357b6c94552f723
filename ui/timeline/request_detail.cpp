// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/request_detail.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QScrollBar>

#include "engine/insight/explain.h"
#include "ui/theme/fills.h"
#include "ui/timeline/shape_painter.h"
#include "ui/timeline/shape_words.h"
#include "ui/timeline/time_labels.h"

namespace halfopen {

namespace {

constexpr double kHead = 22;
constexpr double kRow = 40;
constexpr double kLeft = 132;  ///< column of request, start and ending
constexpr double kRight = 118; ///< column of latency, calls and cost
constexpr int kGrowthMs = 250;

const ShapeStyle kStyle{16.0, RequestDetail::kGlyph, true};

QString secondsOf(Duration d) { return QString::number(seconds(d), 'f', 2) + " s"; }

/// "0.73 of 1 s": what was drawn, of the longest that could have been.
QString waitText(const ShapePart &wait) {
    const auto number = [](Duration d) {
        QString text = QString::number(seconds(d), 'f', seconds(d) < 0.1 ? 3 : 2);
        return text;
    };
    const Duration drawn = wait.to - wait.from;
    if (wait.longest <= drawn) return number(drawn) + " s";
    QString longest = QString::number(seconds(wait.longest), 'g', 3);
    return RequestDetail::tr("%1 of %2 s").arg(number(drawn), longest);
}

} // namespace

RequestDetail::RequestDetail(Run *run, Playhead &playhead, Selection &selection, TimeSpan &span, const Theme &theme,
                             QWidget *parent)
    : QAbstractScrollArea(parent),
      playhead_(playhead),
      selection_(selection),
      span_(span),
      theme_(theme),
      growth_(this) {
    setAccessibleName(tr("Requests in detail"));
    setAccessibleDescription(tr("Each request as a row of its attempts and waits on the time axis."));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    growth_.setSingleShot(true);
    connect(&growth_, &QTimer::timeout, this, &RequestDetail::renew);
    const auto repaint = [this] { viewport()->update(); };
    connect(&playhead, &Playhead::moved, this, repaint);
    connect(&selection, &Selection::hoverChanged, this, repaint);
    connect(&theme, &Theme::changed, this, repaint);
    connect(&selection, &Selection::changed, this, [this] {
        renew();
        if (const auto place = rows_.place(selection_.request())) bringIntoView(*place);
    });
    connect(&span, &TimeSpan::changed, this, [this] {
        if (!growth_.isActive()) growth_.start(kGrowthMs);
    });
    setRun(run);
}

void RequestDetail::setRun(Run *run) {
    if (run_) run_->disconnect(this);
    run_ = run;
    if (run == nullptr) return setSource(std::nullopt);
    const auto grow = [this] {
        if (!growth_.isActive()) growth_.start(kGrowthMs);
    };
    connect(run, &Run::grew, this, grow);
    connect(run, &Run::ended, this, grow);
    connect(run, &QObject::destroyed, this, [this] { setSource(std::nullopt); });
    setSource(TraceSource{&run->scenario(), &run->trace(), &run->index(), run->computed(), run->finished()});
}

void RequestDetail::setSource(const std::optional<TraceSource> &source) {
    source_ = source;
    rows_.clear();
    renew();
    if (const auto place = rows_.place(selection_.request())) bringIntoView(*place);
}

void RequestDetail::renew() {
    if (source_ && run_) {
        source_->computed = run_->computed();
        source_->finished = run_->finished();
    }
    if (source_ && rows_.renew(*source_, {span_.from(), span_.to()}, selection_.request())) {
        placeScrollBar();
        emit summaryChanged();
    }
    viewport()->update();
}

QString RequestDetail::summary() const {
    if (rows_.shapes().empty()) return tr("no request in view");
    if (rows_.aroundSelection())
        return tr("#%1 and its neighbours, in order of start").arg(selection_.request().value_or(0));
    return tr("%1 longest of %2 requests in view, in order of start").arg(rows_.shapes().size()).arg(rows_.inView());
}

void RequestDetail::placeScrollBar() {
    const double room = viewport()->height() - kHead;
    const double all = kRow * static_cast<double>(rows_.shapes().size());
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(all - room)));
    verticalScrollBar()->setPageStep(std::max(1, static_cast<int>(room)));
    verticalScrollBar()->setSingleStep(static_cast<int>(kRow));
}

void RequestDetail::resizeEvent(QResizeEvent *) {
    placeScrollBar();
    if (const auto place = rows_.place(selection_.request())) bringIntoView(*place);
}

void RequestDetail::scrollContentsBy(int, int) { viewport()->update(); }

void RequestDetail::bringIntoView(std::size_t place) {
    const int top = static_cast<int>(kRow * static_cast<double>(place));
    const int room = std::max(static_cast<int>(kRow), viewport()->height() - static_cast<int>(kHead));
    QScrollBar &bar = *verticalScrollBar();
    if (top < bar.value() || top + static_cast<int>(kRow) > bar.value() + room)
        bar.setValue(top - (room - static_cast<int>(kRow)) / 2);
}

double RequestDetail::rowTop(std::size_t place) const {
    return kHead + kRow * static_cast<double>(place) - verticalScrollBar()->value();
}

std::optional<std::size_t> RequestDetail::rowAt(double y) const {
    if (y < kHead) return std::nullopt;
    const auto place = static_cast<std::size_t>((y - kHead + verticalScrollBar()->value()) / kRow);
    return place < rows_.shapes().size() ? std::optional(place) : std::nullopt;
}

TimeAxis RequestDetail::axis() const {
    const std::size_t first = rowAt(kHead + 1).value_or(0);
    const std::size_t last = rowAt(viewport()->height() - 1).value_or(rows_.shapes().size() - 1);
    const double width = std::max(40.0, viewport()->width() - kLeft - kRight - 2 * kPad);
    return TimeAxis(rows_.extent(first, last), kLeft + kPad, width);
}

void RequestDetail::paintEvent(QPaintEvent *) {
    QPainter painter(viewport());
    const Colours &c = theme_.colours();
    painter.fillRect(viewport()->rect(), c.panel);
    if (!source_ || rows_.shapes().empty()) {
        painter.setFont(theme_.font(12));
        painter.setPen(c.mutedText);
        painter.drawText(viewport()->rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         source_ ? tr("No request is in view. Select one, or show more time.")
                                 : tr("Nothing has run yet."));
        return;
    }
    const TimeAxis time = axis();
    painter.save();
    painter.setClipRect(QRectF(0, kHead, viewport()->width(), viewport()->height() - kHead));
    for (const TimeTick &tick : time.ticks())
        painter.fillRect(QRectF(std::round(time.x(tick.at)), kHead, 1, viewport()->height()), c.grid);
    ShapePainter shapes(painter, time, kStyle, theme_, *source_->scenario);
    const std::size_t first = rowAt(kHead + 1).value_or(0);
    for (std::size_t i = first; i < rows_.shapes().size() && rowTop(i) < viewport()->height(); ++i)
        paintRow(painter, shapes, time, i);
    const double head = std::round(time.x(playhead_.viewed()));
    if (head >= time.left() - kPad && head <= time.right() + kPad)
        painter.fillRect(QRectF(head, kHead, 1, viewport()->height()), c.hairline);
    painter.restore();
    paintHead(painter, time);
    if (hasFocus()) {
        painter.setPen(QPen(c.accent, 1));
        painter.drawRect(QRectF(0.5, 0.5, viewport()->width() - 1, viewport()->height() - 1));
    }
}

void RequestDetail::paintHead(QPainter &painter, const TimeAxis &time) {
    const Colours &c = theme_.colours();
    painter.setFont(theme_.font(11));
    painter.setPen(c.mutedText);
    const double right = viewport()->width() - kPad;
    painter.drawText(QRectF(kPad, 0, kLeft, kHead), Qt::AlignLeft | Qt::AlignVCenter, tr("request, start"));
    painter.drawText(QRectF(right - 56, 0, 56, kHead), Qt::AlignRight | Qt::AlignVCenter, tr("cost"));
    painter.drawText(QRectF(right - kRight, 0, kRight - 56, kHead), Qt::AlignRight | Qt::AlignVCenter, tr("latency"));
    paintTickLabels(painter, time, theme_, kHead);
    painter.fillRect(QRectF(0, kHead - 1, viewport()->width(), 1), c.border);
    painter.fillRect(QRectF(kLeft, kHead, 1, viewport()->height()), c.border);
    painter.fillRect(QRectF(viewport()->width() - kRight, kHead, 1, viewport()->height()), c.border);
    paintTimeChip(painter, time, playhead_.viewed(), theme_, kHead, true);
}

void RequestDetail::paintRow(QPainter &painter, ShapePainter &shapes, const TimeAxis &time, std::size_t place) {
    const Colours &c = theme_.colours();
    const RequestShape &shape = rows_.shapes()[place];
    const double top = rowTop(place);
    const double width = viewport()->width();
    const bool selected = selection_.request() == shape.request;
    if (selected || selection_.hoveredRequest() == shape.request) {
        QColor band = c.selection;
        band.setAlphaF(selected ? 1.0f : 0.5f);
        painter.fillRect(QRectF(0, top, width, kRow), band);
    }
    if (selected) painter.fillRect(QRectF(0, top, 2, kRow), c.accent);
    painter.fillRect(QRectF(0, top + kRow - 1, width, 1), c.grid);

    const QRectF left(kPad, top + 4, kLeft - kPad - 8, 16);
    const QRectF right(width - kRight + 6, top + 4, kRight - 6 - kPad, 16);
    painter.setFont(theme_.font(12, selected));
    painter.setPen(c.text);
    painter.drawText(left, Qt::AlignLeft | Qt::AlignVCenter, QString("#%1").arg(shape.request));
    painter.drawText(left, Qt::AlignRight | Qt::AlignVCenter, secondsOf(shape.started.time_since_epoch()));
    painter.drawText(right, Qt::AlignRight | Qt::AlignVCenter,
                     QString::fromStdString(format_usd(usd(Money{shape.costNano}))));
    painter.drawText(right.adjusted(0, 0, -50, 0), Qt::AlignRight | Qt::AlignVCenter,
                     shape.inFlight ? tr("in flight") : secondsOf(shape.ended - shape.started));
    const QFont small = theme_.font(11);
    painter.setFont(small);
    const bool failed = !shape.inFlight && shape.ending != Ending::served;
    painter.setPen(failed ? c.text : c.mutedText);
    painter.drawText(
        left.translated(0, 16), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(small).elidedText(endingOf(shape, *source_->scenario), Qt::ElideRight, left.width()));
    painter.setPen(c.mutedText);
    painter.drawText(right.translated(0, 16).adjusted(0, 0, -50, 0), Qt::AlignRight | Qt::AlignVCenter,
                     shape.calls == 1 ? tr("1 call") : tr("%1 calls").arg(shape.calls));

    painter.save();
    painter.setClipRect(QRectF(kLeft + 1, top, width - kLeft - kRight - 1, kRow));
    const double y = top + 14;
    shapes.paint(shape, y);
    paintWaits(painter, time, shape, top + 24);
    painter.restore();
}

void RequestDetail::paintWaits(QPainter &painter, const TimeAxis &time, const RequestShape &shape, double y) {
    const QFont font = theme_.font(11);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(theme_.colours().mutedText);
    double end = time.left() - kPad;
    for (const ShapePart &part : shape.parts) {
        if (part.kind != ShapePart::Kind::wait) continue;
        const QString text = waitText(part);
        const double x = time.x(part.from) + 1;
        const double width = metrics.horizontalAdvance(text);
        if (x < end + 6 || x + width > time.right() + kPad) continue;
        painter.drawText(QRectF(x, y, width + 2, 14), Qt::AlignLeft | Qt::AlignVCenter, text);
        end = x + width;
    }
    if (!shape.deadline || selection_.request() != shape.request) return;
    const SimTime deadline = saturating_add(shape.started, *shape.deadline);
    const QString text = tr("deadline %1").arg(timeText(deadline, std::chrono::milliseconds(10)));
    const double x = time.x(deadline) - metrics.horizontalAdvance(text) - 4;
    if (x > end + 6 && time.x(deadline) <= time.right() + kPad) {
        painter.setPen(theme_.colours().text);
        painter.drawText(QPointF(x, y + 11), text);
    }
}

} // namespace halfopen
