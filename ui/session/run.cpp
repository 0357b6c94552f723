// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run.h"

#include <algorithm>
#include <utility>

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrentRun>

#include "ui/session/run_progress.h"

namespace halfopen {

namespace {

constexpr int kPullMs = 16;
/// So many events take half a millisecond; a longer replay goes to another thread.
constexpr std::uint64_t kReplayAtOnce = 600;
/// Indexing so many records takes a few milliseconds: a pull never holds up a frame.
constexpr std::size_t kRecordsPerPull = 250'000;
constexpr std::size_t kIndexBytesPerRecord = 2;

/// Gives the records [from, to) of a view to a fold.
void feed(MetricsFold &fold, const TraceView &view, std::size_t from, std::size_t to) {
    while (from < to) {
        const auto records = view.run_from(from);
        const std::size_t count = std::min(records.size(), to - from);
        fold.take(records.first(count));
        from += count;
    }
}

} // namespace

struct Run::Reading {
    MetricsFold fold;
    std::size_t records = 0; ///< that the fold has taken
    SimTime at{};
    std::optional<Metrics> metrics; ///< of [0, at]
};

struct Run::Preparing {
    bool active = false;
    QFutureWatcher<std::shared_ptr<InnerState::Job>> watcher;
};

Run::Run(Scenario scenario, QObject *parent)
    : QObject(parent),
      scenario_(std::make_shared<const Scenario>(std::move(scenario))),
      progress_(std::make_shared<RunProgress>()),
      index_(*scenario_),
      tokens_(*scenario_),
      timer_(this),
      reading_(new Reading{RunProgress::emptyFold(*scenario_), 0, {}, {}}),
      inner_(std::make_unique<InnerState>(scenario_)),
      preparing_(std::make_unique<Preparing>()) {
    connect(&preparing_->watcher, &QFutureWatcherBase::finished, this, [this] {
        const auto job = preparing_->watcher.result();
        inner_->finish(*job);
        preparing_->active = false;
        emit statePrepared(job->until);
    });
    worker_ = std::jthread([progress = progress_, document = scenario_](const std::stop_token &stop) {
        progress->simulate(stop, *document);
    });
    timer_.setInterval(kPullMs);
    connect(&timer_, &QTimer::timeout, this, &Run::pull);
    timer_.start();
}

Run::~Run() {
    worker_.request_stop();
    worker_.join();
    // Giving back a large trace takes tens of milliseconds: not in the GUI thread.
    QThreadPool::globalInstance()->start(
        [progress = std::move(progress_), view = std::move(view_), index = std::move(index_)]() mutable { progress.reset(); });
}

StopReason Run::stopReason() const { return progress_->snapshot().stopped.value_or(StopReason::interrupted); }

std::uint64_t Run::events() const { return progress_->snapshot().events; }

double Run::eventsPerSecond() const {
    const auto now = progress_->snapshot();
    return now.wallSeconds > 0.0 ? static_cast<double>(now.events) / now.wallSeconds : 0.0;
}

std::size_t Run::bytes() const {
    return view_.size() * (sizeof(TraceRecord) + kIndexBytesPerRecord) + index_.requests() * sizeof(RequestEntry) +
           latencies_.bytes();
}

void Run::pull() {
    if (ended_) return;
    const RunProgress::Snapshot now = progress_->snapshot();
    const std::size_t before = view_.size();
    const bool all = now.view.size() - before <= kRecordsPerPull;
    view_ = all ? now.view : now.view.prefix(before + kRecordsPerPull);
    index_.extend(view_);
    latencies_.extend(view_);
    const SimTime reached = all ? now.reached : view_[view_.size() - 1].time - Duration{1};
    const bool moved = view_.size() > before || reached > computed_;
    computed_ = std::max(computed_, reached);
    takeSamples();
    for (const TokenSeries::Row &row : progress_->tokens(tokens_.rows().size(), computed_))
        tokens_.append(row);
    ended_ = all && now.stopped.has_value();
    if (ended_) {
        timer_.stop();
        latencies_.shrink();
    }
    if (moved || ended_) emit grew();
    if (ended_) emit ended();
}

void Run::takeSamples() {
    for (const auto &sample : progress_->samples(history_.size(), computed_)) {
        auto whole = std::make_shared<MetricsSample>(*sample);
        latencies_.complete(whole->metrics, whole->records, *scenario_);
        history_.push_back(std::move(whole));
    }
}

const Metrics &Run::metricsAt(SimTime t) const {
    const SimTime at = std::clamp(t, kTimeZero, std::max(computed_, kTimeZero));
    const std::size_t wanted = view_.upper_bound(at);
    Reading &reading = *reading_;
    if (reading.metrics && reading.at == at && reading.records == wanted) return *reading.metrics;
    const RunProgress::KeptFold kept = progress_->nearestFold(wanted);
    if (reading.records > wanted || kept.records > reading.records) {
        reading.fold = kept.fold ? *kept.fold : RunProgress::emptyFold(*scenario_);
        reading.records = kept.fold ? kept.records : 0;
    }
    feed(reading.fold, view_, reading.records, wanted);
    folded_ += wanted - reading.records;
    reading.records = wanted;
    reading.at = at;
    reading.metrics = reading.fold.result(at);
    latencies_.complete(*reading.metrics, wanted, *scenario_);
    return *reading.metrics;
}

const Simulation &Run::stateAt(SimTime t) const {
    const Simulation &state =
        inner_->at(std::clamp(t, kTimeZero, std::max(computed_, kTimeZero)), progress_->checkpoints());
    replayed_ += inner_->replayed();
    return state;
}

bool Run::isAtHand(SimTime t) const {
    const SimTime at = std::clamp(t, kTimeZero, std::max(computed_, kTimeZero));
    return !preparing_->active && inner_->expected(at, progress_->checkpoints()) <= kReplayAtOnce;
}

bool Run::hasState(SimTime t) {
    const SimTime at = std::clamp(t, kTimeZero, std::max(computed_, kTimeZero));
    if (preparing_->active) return false;
    if (isAtHand(t)) return true;
    preparing_->active = true;
    auto job = std::make_shared<InnerState::Job>(inner_->begin(at, progress_->checkpoints()));
    preparing_->watcher.setFuture(QtConcurrent::run([job] {
        job->work();
        return job;
    }));
    return false;
}

bool Run::waitUntilFinished(int ms) {
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        pull();
        if (ended_) return true;
        if (clock.elapsed() >= ms) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

} // namespace halfopen
