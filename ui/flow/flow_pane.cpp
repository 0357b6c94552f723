// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_pane.h"

#include <algorithm>
#include <ctime>

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/flow/machine_view.h"
#include "ui/flow/pipeline_view.h"
#include "ui/session/find_moment.h"

namespace halfopen {

namespace {

/// Numbers that change more often cannot be read.
constexpr int kPlayingMs = 100;
constexpr double kRestPerWork = 3.0;
constexpr double kStateMostMs = 6; ///< what takes longer waits for its turn
constexpr std::size_t kRecordsPerStep = 250'000;
constexpr int kCountingMs = 4;

double threadCpuMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

FlowPane::FlowPane(Session &session, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      session_(session),
      theme_(theme),
      header_(new PaneHeader(tr("Pipeline and state machine"), theme, this)),
      chooser_(new QComboBox(header_)),
      dotsLabel_(new QLabel(header_)),
      machineButton_(new QToolButton(header_)),
      scroll_(new QScrollArea(this)),
      pipeline_(new PipelineView(theme)),
      machine_(new MachineView(theme, this)),
      toggle_(new QAction(tr("Pipeline and state machine"), this)),
      refresh_(this),
      counting_(this) {
    setObjectName("flowPane");
    buildHeader();
    scroll_->setWidget(pipeline_);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->viewport()->installEventFilter(this);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(scroll_, 1);
    body->addWidget(machine_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addLayout(body, 1);

    toggle_->setCheckable(true);
    toggle_->setChecked(true);
    connect(toggle_, &QAction::toggled, this, &QWidget::setVisible);
    connectSession();
    connectPipeline();
    takeRun();
}

void FlowPane::buildHeader() {
    header_->setSubtitle(tr("calls/s over the last 10 s"));
    chooser_->setObjectName("flowWorkload");
    chooser_->setAccessibleName(tr("Workload in the pipeline"));
    chooser_->setToolTip(tr("Whose requests the pipeline shows: each workload has breakers and budgets of its own."));
    dotsLabel_->setFont(theme_.font(11));
    machineButton_->setObjectName("showMachine");
    machineButton_->setText(tr("States"));
    machineButton_->setCheckable(true);
    machineButton_->setFont(theme_.font(11));
    machineButton_->setFixedHeight(22);
    machineButton_->setToolTip(tr(
        "Shows the state machine of the selected breaker beside the pipeline, for which a narrow window has no room."));
    connect(machineButton_, &QToolButton::toggled, this, &FlowPane::arrange);
    header_->addOnRight(dotsLabel_);
    header_->addOnRight(machineButton_);
    header_->addOnRight(chooser_);
}

void FlowPane::connectSession() {
    counting_.setSingleShot(true);
    counting_.setInterval(kCountingMs);
    connect(&counting_, &QTimer::timeout, this, &FlowPane::countMore);
    refresh_.setSingleShot(true);
    connect(&refresh_, &QTimer::timeout, this, &FlowPane::refresh);
    connect(&session_, &Session::runChanged, this, &FlowPane::takeRun);
    connect(&session_, &Session::runGrew, this, [this] {
        countMore();
        refreshSoon();
    });
    connect(&session_.playhead(), &Playhead::moved, this, &FlowPane::follow);
    connect(&session_.playhead(), &Playhead::changed, this, &FlowPane::follow);
    connect(&session_.selection(), &Selection::changed, this, &FlowPane::refreshNow);
    connect(chooser_, &QComboBox::currentIndexChanged, this, &FlowPane::refreshNow);
    connect(&theme_, &Theme::changed, this, [this] {
        dotsLabel_->setFont(theme_.font(11));
        setMaximumHeight(heightFor(kLegsMax));
        showDots();
    });
}

void FlowPane::connectPipeline() {
    connect(pipeline_, &PipelineView::layerActivated, this, [this](std::size_t row, Stage stage) {
        if (stage == Stage::breaker) selectBreakerOf(row);
    });
    connect(pipeline_, &PipelineView::serviceActivated, this, [this](std::size_t row) {
        const std::uint32_t service = pipeline_->pipeline().rows[row].service.service;
        emit fieldAsked("services." + QString::fromStdString(session_.run().scenario().services[service].name));
    });
    connect(pipeline_, &PipelineView::settingsAsked, this, [this](std::size_t row, Stage stage) {
        const QString policy = QString::fromStdString(policyOf(row).name);
        emit fieldAsked(QString("policies.%1.%2").arg(policy, QString::fromUtf8(keyOf(stage).data())));
    });
    connect(pipeline_, &PipelineView::moveAsked, this, &FlowPane::moveLayer);
    connect(pipeline_, &PipelineView::stepAsked, this, &FlowPane::stepLayer);
    connect(pipeline_, &PipelineView::currentChanged, this, [this] {
        const auto place = pipeline_->current();
        const QPoint centre = place ? pipeline_->rectOf(*place).center().toPoint() : QPoint();
        if (place) scroll_->ensureVisible(centre.x(), centre.y(), 60, 30);
        showMachine();
    });
}

FlowPane::~FlowPane() = default;

std::uint32_t FlowPane::workload() const { return static_cast<std::uint32_t>(std::max(0, chooser_->currentIndex())); }

void FlowPane::takeRun() {
    counts_.emplace(session_.run().index().layout());
    // What was prepared is shown even if the hairline has moved on: it would never be caught otherwise.
    connect(&session_.run(), &Run::statePrepared, this, [this](SimTime at) {
        refreshAt(at);
        if (at != viewed()) refreshSoon();
    });
    advice_ = lint(session_.run().scenario());
    fillChooser();
    countMore();
    refreshNow();
}

/// One entry a workload, by its operation; numbered where an operation has several.
void FlowPane::fillChooser() {
    const Scenario &scenario = session_.run().scenario();
    QStringList names;
    for (const Workload &workload : scenario.workloads)
        names << QString::fromStdString(workload.operation);
    QStringList entries;
    for (qsizetype i = 0; i < names.size(); ++i)
        entries << (names.count(names[i]) > 1 ? tr("%1, workload %2").arg(names[i]).arg(i + 1) : names[i]);
    QStringList shown;
    for (int i = 0; i < chooser_->count(); ++i)
        shown << chooser_->itemText(i);
    chooser_->setVisible(entries.size() > 1);
    if (shown == entries) return;
    const QSignalBlocker quiet(chooser_);
    const int before = std::max(0, chooser_->currentIndex());
    chooser_->clear();
    chooser_->addItems(entries);
    chooser_->setCurrentIndex(std::min<int>(before, static_cast<int>(entries.size()) - 1));
}

/// A run's records are counted once, a step after another: a long run that takes the place of another does not hold
/// up a frame.
void FlowPane::countMore() {
    if (counts_->extend(session_.run().trace(), kRecordsPerStep)) counting_.start();
}

void FlowPane::follow() {
    showDots();
    if (session_.playhead().playing() && stateChanged() && session_.run().isAtHand(viewed())) return refreshNow(); // a state is shown when it begins
    refreshSoon();
}

/// Whether a breaker of the pipeline has changed since what is shown.
bool FlowPane::stateChanged() const {
    const SimTime now = viewed();
    if (now <= shown_ || costMs_ > kStateMostMs) return false;
    return std::ranges::any_of(pipeline_->pipeline().rows, [this, now](const PipelineRow &row) {
        if (!row.breaker) return false;
        const auto last = lastTransition(session_.run().index(), *row.breaker, now);
        return last && session_.run().trace()[last->record].time > shown_;
    });
}

void FlowPane::refreshSoon() {
    if (refresh_.isActive()) return;
    const double rest = costMs_ * kRestPerWork;
    refresh_.start(static_cast<int>(session_.playhead().playing() ? std::max<double>(kPlayingMs, rest) : rest));
}

SimTime FlowPane::viewed() const {
    return std::min(session_.playhead().viewed(), std::max(session_.run().computed(), kTimeZero));
}

void FlowPane::refreshNow() { refreshAt(viewed()); }

void FlowPane::refresh() {
    if (isVisible() && session_.run().hasState(viewed())) refreshNow();
}

void FlowPane::refreshAt(SimTime at) {
    refresh_.stop();
    if (!isVisible()) return;
    shown_ = at;
    const double before = threadCpuMs();
    const Run &run = session_.run();
    PipelineInput input;
    input.at = at;
    const std::size_t to = run.trace().upper_bound(input.at);
    while (counts_->records() < to && counts_->extend(run.trace(), kRecordsPerStep)) {
    }
    input.state = &run.stateAt(input.at);
    input.index = &run.index();
    input.window = std::min<Duration>(kFlowWindow, input.at - kTimeZero);
    const std::size_t from = run.trace().upper_bound(input.at - input.window);
    input.workload = workload();
    input.counts = counts_->of_first(run.trace(), to, input.workload);
    input.recent = input.counts;
    const bool fromStart = input.window == input.at - kTimeZero;
    if (!fromStart) {
        const auto earlier = counts_->of_first(run.trace(), from, input.workload);
        for (std::size_t leg = 0; leg < earlier.size(); ++leg)
            input.recent[leg] -= earlier[leg];
    }
    input.advice = &advice_;
    input.selectedBreaker = session_.selection().breaker();
    pipeline_->setSelectedBreaker(input.selectedBreaker);
    pipeline_->setPipeline(pipelineOf(input));
    arrange();
    showMachine();
    showDots();
    costMs_ = threadCpuMs() - before;
}

/// Of the selected breaker's row, else of the row with the focus, else of the first that has one.
void FlowPane::showMachine() {
    const Pipeline &pipeline = pipeline_->pipeline();
    const PipelineRow *shown = nullptr;
    const auto place = pipeline_->current();
    for (const PipelineRow &row : pipeline.rows) {
        if (!row.gauge) continue;
        if (row.breaker == session_.selection().breaker() ||
            (!shown && place && pipeline_->hasFocus() && place->row == row.leg))
            shown = &row;
        if (row.breaker == session_.selection().breaker()) break;
    }
    const auto first =
        std::ranges::find_if(pipeline.rows, [](const PipelineRow &row) { return row.gauge.has_value(); });
    if (!shown && first != pipeline.rows.end()) shown = &*first;
    if (!shown) {
        const bool balanced =
            std::ranges::any_of(pipeline.rows, [](const PipelineRow &row) { return row.replicasOut.has_value(); });
        machine_->setMachine(
            {},
            balanced
                ? tr("The breaker stands at the balancer: it takes single replicas out of turn and brings them back.")
                : tr("No breaker guards this operation: a service that fails goes on being asked."));
        return;
    }
    const Simulation &state = session_.run().stateAt(shown_);
    machine_->setMachine(
        machineOf(*shown, state.breaker(*shown->breaker), *state.scenario().policies[*shown->policy].breaker, shown_));
}

void FlowPane::showDots() {
    if (!isVisible()) return;
    const Run &run = session_.run();
    const Pipeline &pipeline = pipeline_->pipeline();
    const QString flying =
        pipeline.callsInFlight == 1 ? tr("1 call in flight") : tr("%1 calls in flight").arg(pipeline.callsInFlight);
    if (theme_.reducedMotion()) {
        pipeline_->setDots({});
        dotsLabel_->setText(flying);
        return;
    }
    FlowDots dots = dotsAt(run.trace(), run.index(), workload(), session_.playhead().viewed(),
                           session_.playhead().speed(), pipeline.triesPerSecond, pipeline.callsInFlight);
    if (session_.playhead().lingering())
        dotsLabel_->setText(tr("slowed down: half-open"));
    else
        dotsLabel_->setText(dots.oneOf > 1 ? tr("1 of %1 shown").arg(dots.oneOf) : tr("%1, all shown").arg(flying));
    pipeline_->setDots(std::move(dots.dots));
}

} // namespace halfopen
