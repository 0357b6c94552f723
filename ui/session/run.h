// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include <QObject>
#include <QTimer>

#include "engine/insight/latency_index.h"
#include "engine/insight/metrics.h"
#include "engine/insight/token_series.h"
#include "engine/insight/trace_index.h"
#include "engine/trace/store.h"
#include "engine/world/scenario.h"

namespace halfopen {

class InnerState;
class RunProgress;
class Simulation;

/// The figures of [0, at] at one place of an even grid over the run, for sparklines. Series and transitions are
/// left out; the worker leaves out percentiles too, and the run fills them in.
struct MetricsSample {
    SimTime at{};
    std::size_t records = 0; ///< from which it was made
    Metrics metrics;
};

/// One run of one scenario as the screen sees it. A worker thread advances the Simulation in slices bounded by
/// events and appends to a TraceStore; the screen pulls by cursor at most 60 times a second, with a bounded amount of
/// indexing per pull, so that nothing blocks. A stale run is simply destroyed: it writes where nobody looks.
/// Lives in the GUI thread.
class Run : public QObject {
    Q_OBJECT
public:
    /// Precondition: validate(scenario) is empty.
    explicit Run(Scenario scenario, QObject *parent = nullptr);
    ~Run() override; ///< stops and joins the worker, which takes one slice at most

    const Scenario &scenario() const { return *scenario_; }
    const TraceView &trace() const { return view_; }   ///< what has been pulled so far
    const TraceIndex &index() const { return index_; } ///< indexes exactly trace()
    SimTime computed() const { return computed_; }     ///< how far the pulled trace reaches
    bool finished() const { return ended_; }           ///< the run has ended and all of it was pulled
    StopReason stopReason() const;
    std::uint64_t events() const;
    double eventsPerSecond() const; ///< of wall time, for the status bar
    std::size_t bytes() const;      ///< memory of the trace and its index

    /// The figures of [0, t], from the nearest kept fold. Cheap to call again for the same t.
    const Metrics &metricsAt(SimTime t) const;
    std::size_t recordsFolded() const { return folded_; } ///< for all figures so far: for tests of what a frame costs
    /// What budgets, limiters and bulkheads had left, as far as is computed.
    const TokenSeries &tokens() const { return tokens_; }
    /// Figures along the run, in order of time, up to computed().
    const std::vector<std::shared_ptr<const MetricsSample>> &history() const { return history_; }
    /// The state after all events at and before t (at most computed()), as the run had it: breakers, budgets, queues.
    /// The reference holds until the next call; looking on costs what happens between, looking back a short replay.
    const Simulation &stateAt(SimTime t) const;
    /// Whether stateAt(t) can be had at once. Where it cannot, it is prepared in the background: statePrepared() follows
    /// with the instant that was asked for last before it began.
    bool hasState(SimTime t);
    bool isAtHand(SimTime t) const; ///< the same, but prepares nothing
    std::uint64_t eventsReplayed() const { return replayed_; } ///< in this thread, for all states so far
    /// Pulls until the run is finished or `ms` of wall time are over (for --capture and tests). True when finished.
    bool waitUntilFinished(int ms);

signals:
    void grew();  ///< trace() is longer; at most 60 times a second
    void ended(); ///< once, when finished() becomes true
    void statePrepared(halfopen::SimTime at); ///< stateAt(at) costs nothing now

private:
    void pull();
    void takeSamples();

    std::shared_ptr<const Scenario> scenario_;
    std::shared_ptr<RunProgress> progress_;
    std::jthread worker_;
    TraceView view_;
    TraceIndex index_;
    LatencyIndex latencies_;
    TokenSeries tokens_;
    std::vector<std::shared_ptr<const MetricsSample>> history_;
    SimTime computed_{};
    QTimer timer_;
    bool ended_ = false;

    struct Reading; ///< the last answer of metricsAt() and the fold that gave it
    mutable std::unique_ptr<Reading> reading_;
    mutable std::size_t folded_ = 0;
    mutable std::uint64_t replayed_ = 0;
    std::unique_ptr<InnerState> inner_;
    struct Preparing; ///< of a state, in another thread
    std::unique_ptr<Preparing> preparing_;
};

} // namespace halfopen
