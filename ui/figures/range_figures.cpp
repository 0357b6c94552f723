// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/range_figures.h"

#include <QtConcurrentRun>

#include "engine/insight/range_metrics.h"

namespace halfopen {

namespace {
/// While a run grows its range is worked out anew so often at most.
constexpr int kGrowthMs = 250;
} // namespace

RangeFigures::RangeFigures(Session &session, QObject *parent)
    : QObject(parent), session_(session), pool_(this), watcher_(this), timer_(this) {
    pool_.setMaxThreadCount(1);
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &RangeFigures::ask);
    connect(&watcher_, &QFutureWatcherBase::finished, this, &RangeFigures::take);
    connect(&session.selection(), &Selection::rangeChanged, this, &RangeFigures::ask);
    connect(&session, &Session::runChanged, this, &RangeFigures::ask);
    connect(&session, &Session::runGrew, this, [this] {
        if (session_.selection().range() && !timer_.isActive()) timer_.start(kGrowthMs);
    });
}

RangeFigures::~RangeFigures() {
    if (stop_) *stop_ = true;
    pool_.waitForDone();
}

void RangeFigures::ask() {
    timer_.stop();
    if (!session_.selection().range()) {
        if (stop_) *stop_ = true;
        again_ = false;
        metrics_.reset();
        emit changed();
        return;
    }
    if (watcher_.isRunning()) {
        again_ = true; // the newest wins, but what is nearly done is shown meanwhile
        return;
    }
    start();
}

void RangeFigures::start() {
    again_ = false;
    stop_ = std::make_shared<std::atomic<bool>>(false);
    const TimeRange range = *session_.selection().range();
    watcher_.setFuture(QtConcurrent::run(&pool_, [scenario = session_.run().scenario(), trace = session_.run().trace(),
                                                  range, stop = stop_] {
        return Answer{range, metrics_of_range(scenario, trace, range.from, range.to, [&stop] { return stop->load(); })};
    }));
}

void RangeFigures::take() {
    if (!session_.selection().range()) return;
    const Answer answer = watcher_.result();
    if (answer.metrics) {
        answered_ = answer.range;
        metrics_ = answer.metrics;
        emit changed();
    }
    if (again_ || !answer.metrics) start();
}

} // namespace halfopen
