// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figures_pane.h"

#include <algorithm>
#include <cmath>

#include <QElapsedTimer>
#include <QGridLayout>
#include <QToolButton>

#include "engine/insight/explain.h"
#include "ui/timeline/time_axis.h"

namespace halfopen {

namespace {

constexpr int kIntervalMs = 50;
/// Working figures out takes at most this share of the GUI thread's time.
constexpr int kRestPerWork = 4;

const GoalFigure *goalOf(const Metrics &metrics, const std::string &name) {
    const auto found = std::ranges::find(metrics.slo, name, &GoalFigure::metric);
    return name.empty() || found == metrics.slo.end() ? nullptr : &*found;
}

bool atLeast(const std::string &metric) { return !metric.starts_with("latency") && !metric.starts_with("cost"); }

QString goalText(const GoalFigure &goal) {
    if (goal.metric.starts_with("latency"))
        return QString::fromStdString(format_duration(duration_from_ns(goal.goal * 1e9)));
    if (goal.metric.starts_with("cost")) return QString::fromStdString(format_usd(goal.goal));
    return QString::number(goal.goal * 100.0, 'g', 6) + " %";
}

} // namespace

FiguresPane::FiguresPane(Session &session, const Theme &theme, QWidget *parent)
    : QScrollArea(parent),
      session_(session),
      theme_(theme),
      grid_(nullptr),
      range_(session),
      rangeEnd_(new QToolButton(this)),
      timer_(this) {
    setAccessibleName(tr("Figures"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &FiguresPane::refreshNow);
    connect(&session, &Session::runChanged, this, &FiguresPane::ask);
    connect(&session, &Session::runGrew, this, &FiguresPane::ask);
    connect(&session.playhead(), &Playhead::moved, this, &FiguresPane::ask);
    connect(&session.document(), &ScenarioDocument::replaced, this, &FiguresPane::build);
    rangeEnd_->setText(tr("end range"));
    rangeEnd_->setObjectName("endRange");
    rangeEnd_->setAccessibleName(tr("End the selected range"));
    rangeEnd_->setToolTip(tr("Show the figures up to the hairline again, not those of the selected range (Esc)"));
    rangeEnd_->setProperty("quiet", true);
    rangeEnd_->hide();
    connect(rangeEnd_, &QToolButton::clicked, this, [this] { session_.selection().selectRange({}); });
    connect(&range_, &RangeFigures::changed, this, &FiguresPane::showRange);
    connect(&session.selection(), &Selection::rangeChanged, this, &FiguresPane::showRange);
    build();
}

void FiguresPane::build() {
    const Scenario &scenario = session_.document().scenario();
    specs_ = figureSpecs(scenario);
    // What has a goal stands first.
    const auto goalsEnd = std::stable_partition(specs_.begin(), specs_.end(), [&scenario](const FigureSpec &spec) {
        return std::ranges::find(scenario.slo, spec.goal, &Goal::metric) != scenario.slo.end();
    });
    goals_ = goalsEnd - specs_.begin();
    cards_.clear();
    auto *body = new QWidget(this);
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    grid_ = new QGridLayout(body);
    grid_->setContentsMargins(12, 8, 12, 8);
    grid_->setSpacing(4);
    for (qsizetype i = 0; i < specs_.size(); ++i) {
        cards_ << new FigureCard(theme_, body);
        grid_->addWidget(cards_.last(), static_cast<int>(i / 2), static_cast<int>(i % 2));
    }
    grid_->setRowStretch(static_cast<int>(specs_.size() / 2) + 1, 1);
    setWidget(body);
    showRange();
}

void FiguresPane::showRange() {
    const bool some = session_.selection().range().has_value();
    rangeEnd_->setVisible(some);
    for (qsizetype i = 0; i < cards_.size(); ++i)
        cards_[i]->setRoomForLine(some || i - i % 2 < goals_);
    ask();
}

void FiguresPane::ask() {
    if (!timer_.isActive()) timer_.start(intervalMs_);
}

QString FiguresPane::subtitle() const {
    if (const auto range = session_.selection().range()) {
        const QString text = exactStretchText({range->from, range->to});
        return (range_.metrics() ? tr("%1 beside the whole") : tr("%1, counting …")).arg(text);
    }
    const SimTime viewed = session_.playhead().viewed();
    const SimTime from{session_.document().scenario().warmup};
    if (from == kTimeZero) return tr("0 – %1 s").arg(seconds(viewed), 0, 'f', 2);
    const QString begin = QString::fromStdString(format_time(from));
    if (viewed <= from) return tr("n/a: the warm-up lasts until %1").arg(begin);
    return tr("%1 – %2 s, after the warm-up").arg(seconds(from), 0, 'g', 6).arg(seconds(viewed), 0, 'f', 2);
}

void FiguresPane::judge(FigureCard::Content &content, const FigureSpec &spec, const Metrics &metrics) const {
    const GoalFigure *goal = goalOf(metrics, spec.goal);
    if (goal == nullptr) return;
    content.met = goal->met;
    const Figure value = spec.read(metrics);
    // "95.0 %, missed: ≥ 95 %" would be a riddle.
    if (value && *value != goal->goal && content.value == spec.write(goal->goal) && atLeast(spec.goal))
        content.value = QString::number(std::floor(*value * 1e4) / 1e2, 'f', 2) + " %";
    const QString verdict = !goal->met ? tr("undecided: %1 %2") : *goal->met ? tr("met: %1 %2") : tr("missed: %1 %2");
    content.goal = verdict.arg(atLeast(spec.goal) ? "≥" : "≤", goalText(*goal));
}

FigureCard::Content FiguresPane::contentOf(const FigureSpec &spec, const Metrics &metrics) const {
    const auto written = [&spec](const Metrics &m) {
        const Figure value = spec.read(m);
        return value ? spec.write(*value) : tr("n/a");
    };
    const auto &ranged = range_.metrics();
    FigureCard::Content content;
    content.title = spec.title;
    content.meaning = spec.meaning;
    content.value = written(ranged ? *ranged : metrics);
    content.defined = spec.read(ranged ? *ranged : metrics).has_value();
    if (ranged) content.whole = written(metrics);
    judge(content, spec, ranged ? *ranged : metrics);
    const double end = std::max(1e-9, seconds(session_.axisEnd()));
    for (const auto &sample : session_.run().history()) {
        if (const Figure figure = spec.read(sample->metrics))
            content.course.emplace_back(std::min(1.0, seconds(sample->at) / end), *figure);
    }
    content.viewed = std::clamp(seconds(session_.playhead().viewed()) / end, 0.0, 1.0);
    if (ranged)
        content.range = {std::min(1.0, seconds(range_.range().from) / end),
                         std::min(1.0, seconds(range_.range().to) / end)};
    return content;
}

void FiguresPane::refreshNow() {
    QElapsedTimer clock;
    clock.start();
    const Run &run = session_.run();
    const Metrics &metrics = run.metricsAt(range_.metrics() ? run.computed() : session_.playhead().viewed());
    for (qsizetype i = 0; i < specs_.size(); ++i)
        cards_[i]->show(contentOf(specs_[i], metrics));
    intervalMs_ = std::max(kIntervalMs, static_cast<int>(clock.elapsed()) * kRestPerWork);
    emit refreshed();
}

} // namespace halfopen
