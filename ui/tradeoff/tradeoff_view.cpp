// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tradeoff/tradeoff_view.h"

#include <algorithm>

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/tradeoff/tradeoff_chart.h"

namespace halfopen {

namespace {

constexpr int kRefreshMs = 60;
/// The path at a moment is the mix of this many samples before it.
constexpr std::size_t kPathWindow = 5;

TradeoffPicture pictureOf(const Run &run, SimTime viewed) {
    TradeoffPicture picture;
    const Metrics &metrics = run.metricsAt(viewed);
    picture.legs = tradeoffLegs(run.scenario(), run.index().layout(), metrics);
    picture.achieved = achievedBy(metrics);
    picture.unserved = unservedShare(metrics);
    const auto &history = run.history();
    for (std::size_t i = kPathWindow; i < history.size() && history[i]->at <= viewed; ++i)
        if (const auto mix = mixBetween(history[i - kPathWindow]->metrics, history[i]->metrics))
            picture.path.push_back({history[i]->at, *mix});
    return picture;
}

} // namespace

TradeoffView::TradeoffView(Run *run, Playhead &playhead, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      playhead_(playhead),
      theme_(theme),
      question_(new QLabel(tr("a &right answer is worth"), this)),
      worth_(new QDoubleSpinBox(this)),
      chart_(new TradeoffChart(theme, this)),
      timer_(this) {
    setAccessibleName(tr("Trade-off"));
    worth_->setPrefix("$");
    worth_->setDecimals(2);
    worth_->setRange(0.01, 1000.0);
    worth_->setSingleStep(0.05);
    worth_->setValue(0.50);
    worth_->setAccessibleName(tr("A right answer is worth, in dollars"));
    worth_->setToolTip(tr("Dotted lines join what has the same net value: right answers times this, less the cost."));
    question_->setBuddy(worth_);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 6, 12, 0);
    line->setSpacing(8);
    line->addStretch(1);
    line->addWidget(question_);
    line->addWidget(worth_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(chart_, 1);

    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &TradeoffView::refresh);
    connect(worth_, &QDoubleSpinBox::valueChanged, chart_, &TradeoffChart::setWorth);
    connect(&playhead, &Playhead::moved, this, &TradeoffView::schedule);
    connect(&theme, &Theme::changed, this, &TradeoffView::refresh);
    setRun(run);
}

void TradeoffView::setRun(Run *run) {
    if (run_) run_->disconnect(this);
    run_ = run;
    if (run != nullptr) {
        connect(run, &Run::grew, this, &TradeoffView::schedule);
        connect(run, &QObject::destroyed, this, [this] { setRun(nullptr); });
    }
    refresh();
}

double TradeoffView::worth() const { return worth_->value(); }

void TradeoffView::schedule() {
    if (!timer_.isActive() && isVisible()) timer_.start(kRefreshMs);
}

void TradeoffView::refresh() {
    question_->setFont(theme_.font(11));
    QPalette muted = question_->palette();
    muted.setColor(QPalette::WindowText, theme_.colours().mutedText);
    question_->setPalette(muted);
    chart_->setPicture(run_ ? pictureOf(*run_, playhead_.viewed()) : TradeoffPicture{});
}

} // namespace halfopen
