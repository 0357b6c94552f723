// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/metrics.h"

#include <algorithm>

namespace halfopen {

namespace {

constexpr std::size_t kTransitionsMax = 100'000; ///< kept by breaker
constexpr std::size_t kFaultsMax = 10'000;       ///< occurrences kept
constexpr std::int64_t kStepsMax = 1'000'000;    ///< of a series

std::int64_t to_ns(SimTime t) { return t.time_since_epoch().count(); }

} // namespace

MetricsFold::MetricsFold(const Scenario &scenario, Duration series_step, Percentiles percentiles)
    : scenario_(std::make_shared<const Scenario>(scenario)),
      layout_(std::make_shared<const Layout>(layout_of(scenario))), step_(std::max(series_step, Duration{1})),
      latency_(percentiles), latency_success_(percentiles) {
    const std::int64_t longest = (scenario.duration + scenario.drain_limit).count();
    step_ *= 1 + longest / step_.count() / kStepsMax; // never more than a million steps
    series_until_ = kTimeZero + step_;
    window_from_ = scenario.warmup.count();
    window_to_ = scenario.duration.count();
    services_.resize(scenario.services.size());
    for (ServiceTally &tally : services_) tally.outcomes.resize(static_cast<std::size_t>(scenario.kinds.size()));
    breakers_.resize(layout_->breakers.size());
    for (const Fault &fault : scenario.faults) {
        std::uint32_t index = 0;
        while (scenario.services[index].name != fault.service) ++index;
        service_of_fault_.push_back(index);
    }
    batches_.resize(scenario.workloads.size());
    for (std::size_t w = 0; w < batches_.size(); ++w) {
        const auto *batch = std::get_if<BatchArrivals>(&scenario.workloads[w].arrivals);
        if (batch) batches_[w] = BatchFigures{batch->items, 0, 0, std::nullopt};
    }
    if (std::any_of(batches_.begin(), batches_.end(), [](const auto &b) { return b.has_value(); })) {
        workload_of_request_.push_back(0);
    }
}

std::size_t MetricsFold::bytes() const {
    std::size_t bytes = sizeof *this + latency_.bytes() + latency_success_.bytes();
    for (const auto *series : {&arrivals_, &successes_, &failures_, &attempts_}) bytes += series->size() * sizeof(std::uint64_t);
    bytes += workload_of_request_.size() * sizeof(std::uint16_t) + faults_.size() * sizeof(FaultTally);
    for (const ServiceTally &tally : services_) bytes += sizeof tally + tally.outcomes.size() * sizeof(std::uint64_t);
    for (const BreakerTally &tally : breakers_) {
        bytes += sizeof tally + tally.window.size() * sizeof(Observation);
        bytes += tally.transitions.size() * sizeof(BreakerTransitionFigure);
    }
    return bytes;
}

void MetricsFold::take(std::span<const TraceRecord> records) {
    for (const TraceRecord &record : records) take_one(record);
}

void MetricsFold::take_one(const TraceRecord &record) {
    const bool counted = (record.flags & flag::counted) != 0;
    switch (record.kind) {
    case RecordKind::request_started:
        if (!workload_of_request_.empty()) {
            workload_of_request_.resize(record.request + std::size_t{1});
            workload_of_request_.back() = static_cast<std::uint16_t>(record.object);
            if (auto &batch = batches_[record.object]; batch && !counted) --batch->items;
        }
        if (!counted) break;
        ++counted_;
        count_in(arrivals_, record.time);
        break;
    case RecordKind::request_ended: take_request_end(record); break;
    case RecordKind::attempt_started:
        if (!counted) break;
        ++services_[record.object].calls;
        if ((record.leg & kDownstream) == 0) count_in(attempts_, record.time);
        break;
    case RecordKind::attempt_ended:
        if (!counted) break;
        ++services_[record.object].outcomes[outcome_of(record)];
        services_[record.object].cost_nano += record.value;
        cost_nano_ += record.value;
        // A success that was given up (the loser of a hedge) did not serve either.
        if (outcome_of(record) != kSuccess || (record.flags & flag::special) != 0) wasted_nano_ += record.value;
        break;
    case RecordKind::diagnosed:
    case RecordKind::remedy_ended:
        if (counted) cost_nano_ += record.value;
        break;
    case RecordKind::refused:
        if (record.detail == kind_breaker_open && record.reason != kRefusedByBalancer) ++breakers_[record.object].rejected;
        if (counted) ++rejected_[outcome_of(record)];
        break;
    case RecordKind::breaker_observed: observe(record); break;
    case RecordKind::breaker_changed: change(record); break;
    case RecordKind::call_queued:
    case RecordKind::queue_left:
    case RecordKind::service_started:
    case RecordKind::service_ended: take_server(record); break;
    case RecordKind::hedge_sent: hedges_ += counted ? 1 : 0; break;
    case RecordKind::replica_ejected:
    case RecordKind::replica_returned: eject(record); break;
    case RecordKind::effect_duplicated: duplicates_ += counted ? 1 : 0; break;
    case RecordKind::fault_on:
        if (faults_.size() < kFaultsMax) faults_.push_back(FaultTally{record.object, record.time, {}, {}, {}, {}});
        break;
    case RecordKind::fault_off:
        for (FaultTally &tally : faults_) {
            if (tally.fault == record.object && !tally.off) tally.off = record.time;
        }
        check_recovery(record.time);
        break;
    case RecordKind::run_stopped: stop_ = static_cast<StopReason>(record.reason); break;
    default: break;
    }
}

void MetricsFold::take_request_end(const TraceRecord &record) {
    const bool counted = (record.flags & flag::counted) != 0;
    const auto ending = static_cast<Ending>(record.reason);
    const bool served = ending == Ending::served;
    if (!counted) return;
    if (!workload_of_request_.empty()) {
        if (auto &batch = batches_[workload_of_request_[record.request]]) ++(served ? batch->successes : batch->failures);
    }
    const Duration latency{record.value};
    latency_.add(latency);
    sent_by_finished_ += record.attempt;
    multi_attempt_ += record.flags & flag::special ? 1 : 0;
    if (!served) {
        ++failed_;
        ++endings_[record.reason];
        count_in(failures_, record.time);
        return;
    }
    ++succeeded_;
    latency_success_.add(latency);
    count_in(successes_, record.time);
    ++services_[record.object].served;
    correct_ += record.flags & flag::right ? 1 : 0;
    first_try_ += first_try_of(record.detail) ? 1 : 0;
    ++saved_[static_cast<std::size_t>(recovery_of(record.detail))];
    const std::int64_t ns = to_ns(record.time);
    good_in_window_ += ns >= window_from_ && ns <= window_to_ ? 1 : 0;
}

void MetricsFold::settle(ServiceTally &tally, std::int64_t time_ns) const {
    const std::int64_t from = std::max(tally.since_ns, window_from_);
    const std::int64_t to = std::min(time_ns, window_to_);
    if (to > from) {
        const auto span = static_cast<uint128>(to - from);
        tally.busy_ns += span * static_cast<std::uint64_t>(tally.serving);
        tally.in_system_ns += span * static_cast<std::uint64_t>(tally.in_system);
    }
    tally.since_ns = time_ns;
}

void MetricsFold::take_server(const TraceRecord &record) {
    ServiceTally &tally = services_[record.object];
    settle(tally, to_ns(record.time));
    switch (record.kind) {
    case RecordKind::call_queued: ++tally.in_system; break;
    case RecordKind::queue_left: --tally.in_system; break;
    case RecordKind::service_started:
        ++tally.serving;
        if (record.reason == 0) ++tally.in_system;
        if (record.flags & flag::counted) {
            ++tally.starts;
            tally.wait_ns += static_cast<uint128>(record.value);
        }
        break;
    default:
        --tally.serving;
        --tally.in_system;
        break;
    }
}

/// Counts an event in the series step of its time. Records come in order, so the step is found by moving on.
void MetricsFold::count_in(std::vector<std::uint64_t> &series, SimTime time) {
    if (time >= series_until_) {
        series_slot_ = static_cast<std::size_t>(to_ns(time) / step_.count());
        series_until_ = kTimeZero + step_ * static_cast<std::int64_t>(series_slot_ + 1);
    }
    if (series.size() <= series_slot_) series.resize(series_slot_ + 1);
    ++series[series_slot_];
}

void MetricsFold::observe(const TraceRecord &record) {
    BreakerTally &tally = breakers_[record.object];
    const BreakerConfig &config = *scenario_->policies[layout_->breakers[record.object].policy].breaker;
    const auto verdict = static_cast<Verdict>(record.reason);
    if (verdict == Verdict::ignored) return;
    const bool fault = (record.flags & flag::met_fault) != 0;
    const bool failure = verdict == Verdict::failure;
    if (config.trip == TripRule::consecutive || config.trip == TripRule::cumulative) {
        if (failure) {
            tally.run_met_fault = tally.run_met_fault || fault;
        } else if (config.trip == TripRule::consecutive) {
            tally.run_met_fault = false;
        }
        tally.decided_by_fault = tally.run_met_fault;
        return;
    }
    const std::int64_t ns = to_ns(record.time);
    tally.window.push_back(Observation{ns, failure, fault});
    const auto outdated = [&] {
        if (config.trip == TripRule::count_window) {
            return tally.window.size() > static_cast<std::size_t>(config.window_calls);
        }
        return ns - tally.window.front().time_ns > config.window_time.count();
    };
    while (outdated()) tally.window.pop_front();
    tally.decided_by_fault = std::any_of(tally.window.begin(), tally.window.end(), [&config](const Observation &o) {
        return o.met_fault && (o.failure || config.slow_over);
    });
}

void MetricsFold::change(const TraceRecord &record) {
    BreakerTally &tally = breakers_[record.object];
    const auto from = static_cast<BreakerState>(record.detail / 16);
    const auto to = static_cast<BreakerState>(record.detail % 16);
    tally.in_state_ns[static_cast<std::size_t>(tally.state)] += (record.time - tally.since).count();
    tally.state = to;
    tally.since = record.time;
    if (tally.transitions.size() < kTransitionsMax) {
        tally.transitions.push_back({seconds(record.time), from, to, static_cast<BreakerReason>(record.reason)});
    }
    if (to == BreakerState::open) {
        if (from == BreakerState::closed) {
            ++tally.trips;
            tally.false_trips += tally.decided_by_fault ? 0 : 1;
        } else {
            ++tally.reopenings;
        }
        opened(record.object, record.time, tally.decided_by_fault);
    } else if (to == BreakerState::closed) {
        tally.run_met_fault = false;
        tally.window.clear();
        check_recovery(record.time);
    }
}

/// A breaker opened: the faults of its service that are on, or whose calls decided it, are detected. So are those of
/// services that its service calls, if calls that met a fault decided it.
void MetricsFold::opened(std::uint32_t breaker, SimTime time, bool by_fault) {
    const std::uint32_t service = layout_->breakers[breaker].service;
    const std::vector<bool> behind_it = layout_->depends_on(service);
    for (FaultTally &tally : faults_) {
        const std::uint32_t at = service_of_fault_[tally.fault];
        const bool behind = by_fault && at < behind_it.size() && behind_it[at]; // at a service that this one calls
        const bool concerns = (at == service || behind) && (!tally.off || (by_fault && !tally.recovered));
        if (!concerns || (tally.off && !tally.detected && !by_fault)) continue;
        if (!tally.detected) tally.detected = time;
        if (std::find(tally.opened.begin(), tally.opened.end(), breaker) == tally.opened.end()) {
            tally.opened.push_back(breaker);
        }
    }
}

/// A replica is taken out of turn, or comes back: to its service what an opening and a close are to a breaker.
void MetricsFold::eject(const TraceRecord &record) {
    ServiceTally &service = services_[record.object];
    if (record.kind == RecordKind::replica_returned) {
        --service.out;
        check_recovery(record.time);
        return;
    }
    ++service.ejections;
    ++service.out;
    for (FaultTally &tally : faults_) {
        if (service_of_fault_[tally.fault] == record.object && !tally.off && !tally.detected) tally.detected = record.time;
    }
}

void MetricsFold::check_recovery(SimTime time) {
    for (FaultTally &tally : faults_) {
        if (!tally.off || tally.recovered || !tally.detected) continue;
        const bool closed = std::all_of(tally.opened.begin(), tally.opened.end(), [this](std::uint32_t breaker) {
            return breakers_[breaker].state == BreakerState::closed;
        });
        if (closed && services_[service_of_fault_[tally.fault]].out <= 0) tally.recovered = time;
    }
}

} // namespace halfopen
