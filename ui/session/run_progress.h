// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

#include "engine/insight/metrics.h"
#include "engine/insight/token_series.h"
#include "engine/trace/store.h"
#include "ui/session/checkpoints.h"
#include "ui/session/run.h"

namespace halfopen {

/// What the worker of a run has published: the records, and now and then the figures. Written by the worker, read
/// by the GUI thread.
class RunProgress {
public:
    RunProgress();
    /// What is known of the run at one moment. `view` holds at least all records up to `reached`.
    struct Snapshot {
        TraceView view;
        SimTime reached{};
        std::uint64_t events = 0;
        double wallSeconds = 0.0;
        std::optional<StopReason> stopped; ///< set when the run has ended
    };
    Snapshot snapshot() const;
    /// Samples from number `first` on, of what lies at or before `until`.
    std::vector<std::shared_ptr<const MetricsSample>> samples(std::size_t first, SimTime until) const;

    /// What was left of tokens and places, looks from number `first` on that lie at or before `until`.
    std::vector<TokenSeries::Row> tokens(std::size_t first, SimTime until) const;

    /// How figures are folded here and by who goes on from a kept fold: in steps wide enough for a small copy, and
    /// without the latencies, which a LatencyIndex has.
    static MetricsFold emptyFold(const Scenario &scenario);
    /// A fold over the first `records` records.
    struct KeptFold {
        std::size_t records = 0;
        std::shared_ptr<const MetricsFold> fold;
    };
    /// The kept fold that reaches farthest without passing `records`; null when there is none.
    KeptFold nearestFold(std::size_t records) const;

    /// States along the way.
    const Checkpoints &checkpoints() const { return checkpoints_; }

    /// The body of the worker: simulates until the run ends, the stop is requested or memory is used up.
    void simulate(const std::stop_token &stop, const Scenario &scenario);

private:
    void publish(SimTime reached, std::uint64_t events, double wallSeconds);
    void sample(const MetricsFold &fold, SimTime at);
    void keep(const MetricsFold &fold);
    void look(TokenSeries &series, const Simulation &simulation);

    TraceStore store_;
    Checkpoints checkpoints_;
    mutable std::mutex mutex_; ///< guards all below
    SimTime reached_{};
    std::uint64_t events_ = 0;
    double wallSeconds_ = 0.0;
    std::optional<StopReason> stopped_;
    std::vector<KeptFold> kept_;
    std::size_t keptBytes_ = 0;
    std::size_t keepEvery_, keepNext_; ///< records
    std::vector<std::shared_ptr<const MetricsSample>> samples_;
    std::vector<TokenSeries::Row> tokens_;
    Duration tokenStep_{1};
};

} // namespace halfopen
