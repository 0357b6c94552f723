// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/wide.h"
#include "engine/insight/histogram.h"
#include "engine/policy/breaker/breaker.h"
#include "engine/trace/store.h"
#include "engine/world/layout.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// A figure that may be structurally undefined: nothing is shown as "n/a" and written as null.
using Figure = std::optional<double>;

struct LatencyFigures {
    Figure mean, p50, p90, p95, p99, max; ///< seconds
    bool exact = true; ///< nearest-rank percentiles of all values; else a histogram with 0.1 % buckets
};

struct ServiceFigures {
    std::string name;
    std::uint64_t calls = 0;   ///< attempts sent to it, those of services that call it among them
    Figure amplification;      ///< calls / requests
    std::uint64_t served = 0;  ///< requests whose answer came from it
    Figure share;              ///< served / succeeded
    double cost_usd = 0.0;
    std::map<std::string, std::uint64_t> failures; ///< attempts by failure kind
    Figure queue_wait_mean_s;  ///< over calls that began service
    Figure busy_share;         ///< of its workers' time; nothing when unlimited, or when a fault changes their number little by little
    Figure in_system_mean;     ///< calls waiting or served, averaged over time
    std::uint64_t ejections = 0; ///< of replicas, by a breaker at the balancer
};

struct BreakerTransitionFigure {
    double at_s = 0.0;
    BreakerState from{}, to{};
    BreakerReason reason{};
};

struct BreakerFigures {
    std::string policy, service;
    std::optional<std::string> caller; ///< the service that it stands in; none: the calling program
    std::uint32_t workload = 0, instance = 0;
    bool shared = false;
    std::uint64_t trips = 0, false_trips = 0, rejected = 0;
    std::uint64_t reopenings = 0; ///< HALF_OPEN to OPEN: no trips
    double closed_s = 0, open_s = 0, half_open_s = 0;
    std::vector<BreakerTransitionFigure> transitions; ///< the first 10^5
};

struct FaultFigures {
    std::string service;
    double at_s = 0, for_s = 0;
    Figure time_to_detect_s;  ///< fault start to the first opening of a breaker before that service, or before one that calls it
    Figure time_to_recover_s; ///< fault end to the close of the last of the breakers that it opened
};

struct SeriesFigures {
    double step_s = 1.0;
    std::vector<std::uint64_t> arrivals, successes, failures, attempts;
};

struct BatchFigures {
    std::int64_t items = 0; ///< those that start after the warm-up
    std::uint64_t successes = 0, failures = 0;
    Figure success_rate;
};

struct GoalFigure {
    std::string metric;
    double goal = 0.0;
    Figure value;
    std::optional<bool> met; ///< nothing when the value is undefined
};

/// Every figure of the contract, by its one definition (metrics count requests that started after the warm-up).
struct Metrics {
    std::string scenario;
    std::uint64_t seed = 0;
    double simulated_s = 0.0;
    std::uint64_t events = 0;
    std::string trace_hash;
    StopReason stop = StopReason::finished;

    std::uint64_t requests = 0, succeeded = 0, failed = 0, in_flight = 0;
    Figure success_rate, first_try_rate, avg_attempts, retry_rate;
    Figure recovery_retry, recovery_fallback, recovery_healing, recovery_hedging; ///< shares of those not served by the first attempt
    Figure goodput_per_s;
    std::map<std::string, std::uint64_t> rejected; ///< by guard; of calls that services make too
    std::map<std::string, std::uint64_t> requests_refused; ///< finished requests that a guard refused at least once, by guard
    std::uint64_t hedges = 0; ///< further copies sent
    std::map<std::string, std::uint64_t> endings;  ///< failed requests by how they ended: failed, continued, partial, deadline
    std::uint64_t duplicates = 0;
    LatencyFigures latency, latency_success;
    double cost_total_usd = 0.0, cost_wasted_usd = 0.0;
    Figure cost_per_request_usd, cost_per_success_usd, cost_per_correct_usd;
    Figure accuracy_served;
    std::vector<ServiceFigures> services;
    std::vector<BreakerFigures> breakers;
    std::vector<FaultFigures> faults;
    SeriesFigures series;
    std::vector<BatchFigures> batches;
    std::vector<GoalFigure> slo;
};

/// The value of a goal's metric in finished figures; nothing when undefined or unknown.
Figure figure_by_name(const Metrics &metrics, const std::string &name);

/// Whether a goal on this metric is a least value; else it is a largest one.
bool more_is_better(const std::string &metric);

/// Judges the scenario's goals by finished figures.
std::vector<GoalFigure> judged_goals(const Metrics &metrics, const Scenario &scenario);

/// Folds records into figures, in one pass and bounded memory; a regular value, so that a copy made at time t gives
/// the figures of [0, t].
class MetricsFold final : public RecordSink {
public:
    explicit MetricsFold(const Scenario &scenario, Duration series_step = std::chrono::seconds(1),
                         Percentiles percentiles = Percentiles::kept);
    void take(std::span<const TraceRecord> records) override;
    /// The figures of what was taken so far, with the integrals over time closed at `reached`.
    Metrics result(SimTime reached) const;
    std::size_t bytes() const; ///< about how much memory a copy takes

private:
    struct ServiceTally {
        std::uint64_t calls = 0, served = 0, starts = 0;
        std::int64_t cost_nano = 0;
        std::vector<std::uint64_t> outcomes; ///< attempts by outcome
        uint128 wait_ns = 0, busy_ns = 0, in_system_ns = 0, workers_ns = 0;
        std::int64_t workers = 0;    ///< of all replicas, now
        bool workers_known = true;   ///< none were unlimited, and none changed little by little
        std::int64_t serving = 0, in_system = 0;
        std::int64_t since_ns = 0;
        std::uint64_t ejections = 0;
        int out = 0; ///< replicas that are ejected now, over all places of policies
    };
    /// What may decide a breaker's next trip.
    struct Observation {
        std::int64_t time_ns = 0;
        bool met_fault = false;
    };
    struct BreakerTally {
        BreakerState state = BreakerState::closed;
        BreakerState before = BreakerState::closed;
        BreakerReason why{};
        SimTime since{};
        std::array<std::int64_t, 3> in_state_ns{};
        std::uint64_t trips = 0, false_trips = 0, reopenings = 0, rejected = 0;
        std::vector<BreakerTransitionFigure> transitions;
        std::deque<Observation> failures; ///< those that may decide, oldest first: as many as it counts
        std::deque<Observation> results;  ///< where slow calls count: all that may stand in its window
    };
    /// Those of the calls that decided an opening that met a fault or an outage.
    struct Deciding {
        bool met_fault = false;
        SimTime first{}, last{}; ///< when the first and the last of them were over
    };
    /// One occurrence of a fault.
    struct FaultTally {
        std::uint32_t fault = 0;
        SimTime on{};
        std::optional<SimTime> off, detected, recovered;
        std::vector<std::uint32_t> opened; ///< breakers that it opened
    };
    void take_one(const TraceRecord &record);
    void take_request_end(const TraceRecord &record);
    void take_server(const TraceRecord &record);
    void settle(ServiceTally &tally, std::int64_t time_ns) const;
    void observe(const TraceRecord &record);
    void change(const TraceRecord &record);
    void decide(const TraceRecord &numbers);
    static Deciding deciding(const BreakerTally &tally, std::int32_t measured, std::int32_t limit);
    void opened(std::uint32_t breaker, SimTime time, const Deciding &calls);
    void detect(FaultTally &fault, std::uint32_t breaker, SimTime time);
    bool out_since(const std::vector<bool> &services, SimTime time) const;
    void eject(const TraceRecord &record);
    void fault_changes(const TraceRecord &record);
    void edit_applies(const TraceRecord &record);
    void count_workers(std::uint32_t service, SimTime time);
    void check_recovery(SimTime time);
    void count_in(std::vector<std::uint64_t> &series, SimTime time);
    void fill_requests(Metrics &m) const;
    void fill_services(Metrics &m, SimTime reached) const;
    void fill_breakers(Metrics &m, SimTime reached) const;

    std::shared_ptr<const Scenario> scenario_;
    std::shared_ptr<const Scenario> in_force_; ///< with the edits made so far
    std::shared_ptr<const Layout> layout_;
    std::vector<bool> fault_on_; ///< by fault
    std::vector<std::uint32_t> service_of_fault_;
    std::vector<SimTime> outage_until_; ///< by service: the end of its last outage by availability; kTimeNever: now
    Duration step_;
    std::size_t series_slot_ = 0; ///< the series step that holds the newest record
    SimTime series_until_{};
    std::int64_t window_from_ = 0, window_to_ = 0; ///< [warmup, duration] of time averages, ns
    std::uint64_t counted_ = 0, succeeded_ = 0, failed_ = 0, first_try_ = 0, multi_attempt_ = 0;
    std::uint64_t sent_by_finished_ = 0, correct_ = 0, duplicates_ = 0, good_in_window_ = 0, hedges_ = 0;
    std::array<std::uint64_t, 5> saved_{}; ///< by Recovery
    std::array<std::uint64_t, 5> endings_{};
    int128 cost_nano_ = 0, wasted_nano_ = 0;
    std::array<std::uint64_t, 256> rejected_{}; ///< by outcome
    std::unordered_map<std::uint32_t, std::uint8_t> refused_now_; ///< of requests under way: which guards refused them
    std::array<std::uint64_t, 4> requests_refused_{};             ///< by guard
    LatencyRecorder latency_, latency_success_;
    std::vector<ServiceTally> services_;
    std::vector<BreakerTally> breakers_;
    std::vector<FaultTally> faults_;
    std::vector<std::uint64_t> arrivals_, successes_, failures_, attempts_;
    std::vector<std::optional<BatchFigures>> batches_;   ///< by workload
    std::vector<std::uint16_t> workload_of_request_;     ///< only where there are batches
    StopReason stop_ = StopReason::finished;
};

} // namespace halfopen
