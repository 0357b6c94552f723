// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_view.h"

#include <algorithm>
#include <cmath>

#include <QElapsedTimer>
#include <QPainter>
#include <QScrollBar>

#include "ui/charts/latency_track.h"
#include "ui/charts/load_track.h"
#include "ui/timeline/attempts_track.h"
#include "ui/timeline/bookmark_flags.h"
#include "ui/timeline/breakers_track.h"
#include "ui/timeline/edit_marks.h"
#include "ui/timeline/ended_track.h"
#include "ui/timeline/faults_track.h"
#include "ui/timeline/overview_strip.h"
#include "ui/timeline/queue_track.h"
#include "ui/timeline/range_band.h"
#include "ui/timeline/time_labels.h"
#include "ui/timeline/tokens_track.h"
#include "ui/timeline/waterfall_track.h"

namespace halfopen {

namespace {

constexpr double kRight = 14;
constexpr int kGrowthMsLeast = 16;
constexpr int kGrowthMsUnseen = 400; ///< what grows outside the view is looked at more seldom
constexpr std::size_t kRecordsPerTurn = 400'000;

} // namespace

TimelineView::TimelineView(Run *run, Playhead &playhead, Selection &selection, TimeSpan &span, const Theme &theme,
                           QWidget *parent)
    : QWidget(parent),
      playhead_(playhead),
      selection_(selection),
      span_(span),
      theme_(theme),
      overview_(new OverviewStrip(playhead, selection, span, theme, this)),
      scroll_(new QScrollBar(Qt::Vertical, this)),
      growth_(this) {
    setAccessibleName(tr("Tracks"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    auto faults = std::make_unique<FaultsTrack>();
    faults_ = faults.get();
    stack_.add(std::move(faults));
    stack_.add(std::make_unique<BreakersTrack>());
    stack_.add(std::make_unique<AttemptsTrack>());
    stack_.add(std::make_unique<WaterfallTrack>());
    stack_.add(std::make_unique<EndedTrack>());
    stack_.add(std::make_unique<LatencyTrack>());
    stack_.add(std::make_unique<LoadTrack>());
    stack_.add(std::make_unique<InFlightTrack>());
    stack_.add(std::make_unique<QueueTrack>());
    stack_.add(std::make_unique<TokensTrack>());
    firstArrangement_ = stack_.arrangement();

    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setAccessibleName(tr("Tracks, up and down"));
    connect(scroll_, &QScrollBar::valueChanged, this, &TimelineView::markStale);
    growth_.setSingleShot(true);
    connect(&growth_, &QTimer::timeout, this, &TimelineView::takeGrowth);
    connect(&playhead, &Playhead::moved, this, qOverload<>(&QWidget::update));
    connect(&span, &TimeSpan::changed, this, [this] {
        markStale();
        describeForAccessibility();
    });
    connect(&selection, &Selection::changed, this, [this] {
        refreshShapes();
        markStale();
    });
    connect(&selection, &Selection::hoverChanged, this, [this] {
        refreshShapes();
        update();
    });
    connect(&selection, &Selection::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(&selection, &Selection::faultChanged, this, &TimelineView::markStale);
    connect(&theme, &Theme::changed, this, &TimelineView::markStale);
    setRun(run);
}

TimelineView::~TimelineView() = default;

void TimelineView::setRun(Run *run) {
    if (run_) run_->disconnect(this);
    if (run != nullptr && run != run_) keepGhost();
    run_ = run;
    if (run == nullptr) return setSource(std::nullopt);
    const auto grow = [this] {
        const bool seen = source_ && source_->computed < span_.to();
        const int wait = std::max(kGrowthMsLeast, static_cast<int>(2.5 * renewCostMs_));
        if (!growth_.isActive()) growth_.start(seen ? wait : std::max(wait, kGrowthMsUnseen));
    };
    connect(run, &Run::grew, this, grow);
    connect(run, &Run::ended, this, [this] { growth_.start(0); });
    connect(run, &QObject::destroyed, this, [this] { setSource(std::nullopt); });
    setSource(TraceSource{&run->scenario(), &run->trace(), &run->index(), run->computed(), run->finished()});
}

void TimelineView::setSource(const std::optional<TraceSource> &source) {
    source_ = source;
    series_.reset();
    queues_.reset();
    if (source) {
        series_.emplace(*source->scenario);
        queues_.emplace(*source->scenario);
    }
    growth_.stop();
    takeGrowth();
    placeChildren();
    describeForAccessibility();
}

void TimelineView::renewSource() {
    if (!run_) return;
    source_->computed = run_->computed();
    source_->finished = run_->finished();
}

void TimelineView::takeGrowth() {
    if (source_) {
        renewSource();
        const bool more = series_->extend(*source_->trace, kRecordsPerTurn);
        if (queues_->extend(*source_->trace, kRecordsPerTurn) || more) growth_.start(0);
    }
    overview_->setSource(source_, series_ ? &*series_ : nullptr);
    refreshShapes();
    markStale();
}

void TimelineView::markStale() {
    stale_ = true;
    update();
}

void TimelineView::refreshShapes() {
    const auto shape = [this](std::optional<std::uint32_t> request) -> std::optional<RequestShape> {
        if (!source_ || !request || *request == 0 || *request > source_->index->requests()) return std::nullopt;
        return shapeOf(*source_, *request);
    };
    selectedShape_ = shape(selection_.request());
    hoveredShape_ =
        selection_.hoveredRequest() == selection_.request() ? std::nullopt : shape(selection_.hoveredRequest());
}

double TimelineView::tracksTop() const { return TrackStack::kAxis; }

TimeAxis TimelineView::axis() const {
    const double left = TrackStack::kGutter;
    const double right = kRight + (scroll_->isVisible() ? scroll_->width() : 0);
    return TimeAxis(view(), left, std::max(10.0, width() - left - right));
}

TrackContext TimelineView::context(const TimeAxis &axis) const {
    return {*source_,
            *series_,
            axis,
            theme_,
            selection_.request(),
            selection_.hoveredRequest(),
            selection_.breaker(),
            selection_.transition(),
            selection_.fault(),
            &*queues_,
            ghost(),
            run_ ? &run_->tokens() : nullptr,
            selection_.decision()};
}

void TimelineView::placeChildren() {
    const int overviewTop = height() - overview_->height();
    overview_->setGeometry(0, overviewTop, width(), overview_->height());
    const int room = overviewTop - static_cast<int>(tracksTop());
    const int least = source_ ? stack_.heightLeast(*source_) : 0;
    const int bar = scroll_->sizeHint().width();
    scroll_->setGeometry(width() - bar, static_cast<int>(tracksTop()), bar, room);
    scroll_->setRange(0, std::max(0, least - room));
    scroll_->setPageStep(std::max(1, room));
    scroll_->setSingleStep(24);
    scroll_->setVisible(least > room);
    markStale();
}

void TimelineView::resizeEvent(QResizeEvent *) { placeChildren(); }

bool TimelineView::event(QEvent *event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
    return QWidget::event(event);
}

void TimelineView::renewLayer() {
    QElapsedTimer clock;
    clock.start();
    stale_ = false;
    const double ratio = devicePixelRatioF();
    const QSize tracks(width(), height() - overview_->height());
    layer_ = QPixmap(tracks * ratio);
    layer_.setDevicePixelRatio(ratio);
    const Colours &c = theme_.colours();
    layer_.fill(c.panel);
    QPainter painter(&layer_);
    const TimeAxis time = axis();
    const TrackContext ctx = context(time);
    const double room = tracks.height() - tracksTop();
    stack_.prepare(ctx, std::max<double>(room, stack_.heightLeast(*source_)));
    QColor gutter = c.raised;
    gutter.setAlphaF(0.5f);
    painter.fillRect(QRectF(0, 0, TrackStack::kGutter - 6, tracks.height()), gutter);
    painter.save();
    painter.setClipRect(QRectF(0, tracksTop(), width(), room));
    painter.translate(0, tracksTop() - scroll_->value());
    stack_.paint(painter, ctx);
    painter.restore();
    stack_.paintAxis(painter, ctx);
    painter.fillRect(QRectF(0, tracksTop() - 1, width(), 1), c.border);
    paintEditMarks(painter, time, *source_->scenario, theme_, tracksTop(), tracks.height());
    renewCostMs_ = static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void TimelineView::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Colours &c = theme_.colours();
    if (!source_) {
        painter.fillRect(rect(), c.panel);
        painter.setFont(theme_.font(12));
        painter.setPen(c.mutedText);
        painter.drawText(
            rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
            tr("Nothing has run yet. Open a scenario, and its faults, breakers and requests appear here."));
        return;
    }
    if (stale_ || layer_.isNull() || layer_.devicePixelRatioF() != devicePixelRatioF()) renewLayer();
    painter.drawPixmap(0, 0, layer_);
    const TimeAxis time = axis();
    const TrackContext ctx = context(time);
    const double bottom = height() - overview_->height();

    painter.save();
    painter.setClipRect(QRectF(0, tracksTop(), width(), bottom - tracksTop()));
    painter.translate(0, tracksTop() - scroll_->value());
    for (const std::optional<RequestShape> &shape : {selectedShape_, hoveredShape_})
        if (shape) stack_.paintRequest(painter, ctx, *shape);
    if (held_) paintFaultDrag(painter, ctx);
    painter.restore();
    paintHairlines(painter, ctx);
    if (hasFocus()) {
        painter.setPen(QPen(c.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(0.5, 0.5, width() - 1, bottom - 1));
    }
}

void TimelineView::paintHairlines(QPainter &painter, const TrackContext &ctx) {
    const Colours &c = theme_.colours();
    const double bottom = height() - overview_->height();
    const SimTime viewed = playhead_.viewed();
    const double x = std::round(ctx.axis.x(viewed));
    const bool visible = x >= ctx.axis.left() && x <= ctx.axis.right();

    if (const auto range = selection_.range()) {
        paintRangeBand(painter, ctx.axis, *range, theme_, tracksTop(), bottom);
        paintRangeLength(painter, ctx.axis, *range, theme_, tracksTop());
    }
    if (dragging_ && drag_ == Drag::zoom && hoverX_)
        paintRangeBand(painter, ctx.axis, pressedRange(*hoverX_), theme_, tracksTop(), bottom);
    if (bookmarks_) paintFlags(painter, ctx.axis, bookmarks_->all(), theme_, 1, bottom);
    if (hoverX_ && *hoverX_ >= ctx.axis.left() && *hoverX_ <= ctx.axis.right()) {
        painter.fillRect(QRectF(std::round(*hoverX_), tracksTop(), 1, bottom - tracksTop()), c.ghost);
        if (!visible || std::abs(*hoverX_ - x) > 4)
            paintTimeChip(painter, ctx.axis, ctx.axis.at(*hoverX_), theme_, tracksTop(), false);
    }
    if (!visible) return;
    painter.fillRect(QRectF(x, tracksTop() - 2, 1, bottom - tracksTop() + 2), c.hairline);
    painter.save();
    painter.setClipRect(QRectF(0, tracksTop(), width(), bottom - tracksTop()));
    painter.translate(0, tracksTop() - scroll_->value());
    stack_.paintReadings(painter, ctx, viewed);
    painter.restore();
    paintTimeChip(painter, ctx.axis, viewed, theme_, tracksTop(), true);
}

void TimelineView::describeForAccessibility() {
    if (!source_) return setAccessibleDescription(tr("Empty: nothing has run yet."));
    setAccessibleDescription(tr("Faults, breakers, attempts, requests and rates over time. Shows %1 of %2. "
                                "W and S zoom, A and D pan, left and right move the playhead, I and O begin and "
                                "end a range there.")
                                 .arg(stretchText(view()), stretchText(source_->whole())));
}

} // namespace halfopen
