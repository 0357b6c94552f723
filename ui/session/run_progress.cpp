// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_progress.h"

#include <algorithm>
#include <chrono>

#include "engine/sim/simulation.h"

namespace halfopen {

namespace {

constexpr std::uint64_t kEventsPerSlice = 8192;
/// 512 MiB of records: a run that would pass it is stopped, and says so.
constexpr std::size_t kRecordsMax = std::size_t{1} << 24;
constexpr int kSamplesPerDuration = 60;
constexpr std::size_t kSamplesMax = 240;
constexpr std::size_t kKeptBytesMax = 6u << 20;
constexpr std::size_t kKeepEveryRecords = 16'384; ///< at first: about 0.2 ms of folding
constexpr int kSeriesSteps = 240;

/// Hands every record to the store and to the fold.
class Tee final : public RecordSink {
public:
    Tee(TraceStore &store, MetricsFold &fold) : store_(store), fold_(fold) {}
    void take(std::span<const TraceRecord> records) override {
        store_.take(records);
        fold_.take(records);
    }

private:
    TraceStore &store_;
    MetricsFold &fold_;
};

} // namespace

RunProgress::RunProgress() : keepEvery_(kKeepEveryRecords), keepNext_(kKeepEveryRecords) {}

RunProgress::Snapshot RunProgress::snapshot() const {
    Snapshot result;
    {
        const std::lock_guard lock(mutex_);
        result.reached = reached_;
        result.events = events_;
        result.wallSeconds = wallSeconds_;
        result.stopped = stopped_;
    }
    result.view = store_.view(); // after `reached`, so that it never lacks what lies before it
    return result;
}

std::vector<std::shared_ptr<const MetricsSample>> RunProgress::samples(std::size_t first, SimTime until) const {
    const std::lock_guard lock(mutex_);
    std::vector<std::shared_ptr<const MetricsSample>> result;
    for (std::size_t i = first; i < samples_.size() && samples_[i]->at <= until; ++i)
        result.push_back(samples_[i]);
    return result;
}

std::vector<TokenSeries::Row> RunProgress::tokens(std::size_t first, SimTime until) const {
    const std::lock_guard lock(mutex_);
    const auto end = static_cast<std::size_t>((until - kTimeZero) / tokenStep_) + 1;
    std::vector<TokenSeries::Row> result;
    for (std::size_t i = first; i < std::min(end, tokens_.size()); ++i)
        result.push_back(tokens_[i]);
    return result;
}

void RunProgress::look(TokenSeries &series, const Simulation &simulation) {
    const TokenSeries::Row row = series.look(simulation);
    series.append(row);
    const std::lock_guard lock(mutex_);
    tokens_.push_back(row);
    tokenStep_ = series.step();
}

RunProgress::KeptFold RunProgress::nearestFold(std::size_t records) const {
    const std::lock_guard lock(mutex_);
    const auto after = std::ranges::upper_bound(kept_, records, {}, &KeptFold::records);
    return after == kept_.begin() ? KeptFold{} : *std::prev(after);
}

void RunProgress::publish(SimTime reached, std::uint64_t events, double wallSeconds) {
    const std::lock_guard lock(mutex_);
    reached_ = reached;
    events_ = events;
    wallSeconds_ = wallSeconds;
}

MetricsFold RunProgress::emptyFold(const Scenario &scenario) {
    const Duration step = std::max<Duration>(std::chrono::seconds(1), scenario.duration / kSeriesSteps);
    return MetricsFold(scenario, step, Percentiles::left_out);
}

void RunProgress::sample(const MetricsFold &fold, SimTime at) {
    auto sample = std::make_shared<MetricsSample>();
    sample->at = at;
    sample->records = store_.size();
    sample->metrics = fold.result(at);
    sample->metrics.series = {};
    for (BreakerFigures &breaker : sample->metrics.breakers)
        breaker.transitions.clear();
    const std::lock_guard lock(mutex_);
    samples_.push_back(std::move(sample));
}

void RunProgress::keep(const MetricsFold &fold) {
    if (store_.size() < keepNext_) return;
    keepNext_ = store_.size() + keepEvery_;
    KeptFold kept{store_.size(), std::make_shared<const MetricsFold>(fold)};
    const std::lock_guard lock(mutex_);
    kept_.push_back(std::move(kept));
    keptBytes_ += fold.bytes();
    if (keptBytes_ <= kKeptBytesMax) return;
    std::vector<KeptFold> thinned; // every second one: the way to the nearest fold doubles
    keptBytes_ = 0;
    for (std::size_t i = 1; i < kept_.size(); i += 2) {
        keptBytes_ += kept_[i].fold->bytes();
        thinned.push_back(std::move(kept_[i]));
    }
    kept_ = std::move(thinned);
    keepEvery_ *= 2;
}

void RunProgress::simulate(const std::stop_token &stop, const Scenario &scenario) {
    const auto begin = std::chrono::steady_clock::now();
    const auto wallSeconds = [begin] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    Simulation simulation(scenario);
    MetricsFold fold = emptyFold(scenario);
    Tee sink(store_, fold);
    TokenSeries tokens(scenario);
    const SimTime end = kTimeZero + scenario.duration;
    const Duration step = std::max(scenario.duration / kSamplesPerDuration, Duration{1});
    SimTime grid = kTimeZero + step;
    std::size_t sampled = 0;
    while (!simulation.finished() && !stop.stop_requested() && store_.size() < kRecordsMax) {
        // Beyond the duration nobody knows when the run ends: a limit in time might lie behind its end.
        const bool toGrid = grid <= end;
        const SimTime until = std::min(toGrid ? grid : kTimeNever, tokens.next());
        const std::uint64_t before = simulation.events();
        checkpoints_.consider(simulation);
        simulation.advance({.until = until, .events = kEventsPerSlice}, &sink);
        const bool waits = until != kTimeNever && !simulation.finished() && simulation.events() - before < kEventsPerSlice;
        const SimTime reached = waits ? until : simulation.reached();
        if (waits && until == tokens.next()) look(tokens, simulation);
        publish(reached, simulation.events(), wallSeconds());
        keep(fold);
        if (reached < grid || sampled >= kSamplesMax) continue;
        sample(fold, reached);
        ++sampled;
        grid = saturating_add(reached, step);
    }
    if (simulation.finished()) sample(fold, simulation.reached());
    const std::lock_guard lock(mutex_);
    stopped_ = simulation.finished() ? simulation.stop_reason() : StopReason::interrupted;
}

} // namespace halfopen
