// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/what_if.h"

#include <algorithm>

#include <QtConcurrent>

namespace halfopen {

namespace {

constexpr double kEventsPerSecond = 5e6; ///< with figures folded, on a modest machine

/// How long all the runs take at most.
double secondsFor(const Run &run, const Asked &asked) {
    double runs = 1;
    for (const Ladder &ladder : ladders_for(run.scenario(), asked))
        runs += static_cast<double>(ladder.steps.size());
    return runs * static_cast<double>(run.events()) / kEventsPerSecond;
}

} // namespace

WhatIf::WhatIf(QObject *parent) : QObject(parent) {
    connect(&watcher_, &QFutureWatcherBase::finished, this, &WhatIf::take);
}

WhatIf::~WhatIf() {
    clear();
    watcher_.waitForFinished();
}

void WhatIf::clear() {
    if (stop_) stop_->store(true);
    stop_.reset();
    run_ = nullptr;
    asked_.reset();
    postponed_.reset();
    answer_.reset();
    running_ = false;
}

void WhatIf::ask(const Run &run, const Asked &asked, bool byHand) {
    if (run_ == &run && asked_ == asked && !(byHand && postponed_)) return;
    clear();
    run_ = &run;
    asked_ = asked;
    const double seconds = secondsFor(run, asked);
    if (!byHand && seconds > kSecondsUnasked) {
        postponed_ = seconds;
        return;
    }
    running_ = true;
    stop_ = std::make_shared<std::atomic<bool>>(false);
    const auto scenario = std::make_shared<const Scenario>(run.scenario());
    watcher_.setFuture(QtConcurrent::run([scenario, asked, until = run.computed(), stop = stop_] {
        return counterfactuals(*scenario, asked, until, [&stop] { return stop->load(); });
    }));
}

void WhatIf::wait() {
    watcher_.waitForFinished();
    take();
}

void WhatIf::take() {
    if (!running_ || watcher_.future().resultCount() == 0) return;
    auto answer = watcher_.result();
    if (!answer) return; // cancelled: a newer question is under way
    running_ = false;
    answer_ = std::move(answer);
    emit changed();
}

} // namespace halfopen
