// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figures_pane.h"

#include <algorithm>
#include <cmath>

#include <QElapsedTimer>
#include <QGridLayout>

#include "engine/insight/explain.h"

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
    : QScrollArea(parent), session_(session), theme_(theme), grid_(nullptr), timer_(this) {
    setAccessibleName("Figures");
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
    build();
}

void FiguresPane::build() {
    const Scenario &scenario = session_.document().scenario();
    specs_ = figureSpecs(scenario);
    // What has a goal stands first.
    const auto goalsEnd = std::stable_partition(specs_.begin(), specs_.end(), [&scenario](const FigureSpec &spec) {
        return std::ranges::find(scenario.slo, spec.goal, &Goal::metric) != scenario.slo.end();
    });
    const qsizetype goals = goalsEnd - specs_.begin();
    cards_.clear();
    auto *body = new QWidget(this);
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    grid_ = new QGridLayout(body);
    grid_->setContentsMargins(12, 8, 12, 8);
    grid_->setSpacing(4);
    for (qsizetype i = 0; i < specs_.size(); ++i) {
        cards_ << new FigureCard(theme_, body);
        cards_.last()->setRoomForGoal(i - i % 2 < goals);
        grid_->addWidget(cards_.last(), static_cast<int>(i / 2), static_cast<int>(i % 2));
    }
    grid_->setRowStretch(static_cast<int>(specs_.size() / 2) + 1, 1);
    setWidget(body);
    ask();
}

void FiguresPane::ask() {
    if (!timer_.isActive()) timer_.start(intervalMs_);
}

QString FiguresPane::subtitle() const {
    return "0 – " + QString::number(seconds(session_.playhead().viewed()), 'f', 2) + " s";
}

FigureCard::Content FiguresPane::contentOf(const FigureSpec &spec, const Metrics &metrics) const {
    FigureCard::Content content;
    content.title = spec.title;
    content.meaning = spec.meaning;
    const Figure value = spec.read(metrics);
    content.value = value ? spec.write(*value) : QString("n/a");
    if (const GoalFigure *goal = goalOf(metrics, spec.goal)) {
        content.met = goal->met;
        // "95.0 %, missed: ≥ 95 %" would be a riddle.
        if (value && *value != goal->goal && content.value == spec.write(goal->goal) && atLeast(spec.goal))
            content.value = QString::number(std::floor(*value * 1e4) / 1e2, 'f', 2) + " %";
        const QString verdict = goal->met ? (*goal->met ? "met" : "missed") : "open";
        content.goal = QString("%1: %2 %3").arg(verdict, atLeast(spec.goal) ? "≥" : "≤", goalText(*goal));
    }
    const double end = std::max(1e-9, seconds(session_.axisEnd()));
    for (const auto &sample : session_.run().history()) {
        if (const Figure figure = spec.read(sample->metrics))
            content.course.emplace_back(std::min(1.0, seconds(sample->at) / end), *figure);
    }
    content.viewed = std::clamp(seconds(session_.playhead().viewed()) / end, 0.0, 1.0);
    return content;
}

void FiguresPane::refreshNow() {
    QElapsedTimer clock;
    clock.start();
    const Metrics &metrics = session_.run().metricsAt(session_.playhead().viewed());
    for (qsizetype i = 0; i < specs_.size(); ++i)
        cards_[i]->show(contentOf(specs_[i], metrics));
    intervalMs_ = std::max(kIntervalMs, static_cast<int>(clock.elapsed()) * kRestPerWork);
    emit refreshed();
}

} // namespace halfopen
