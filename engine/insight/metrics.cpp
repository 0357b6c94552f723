// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/metrics.h"

#include <algorithm>

namespace halfopen {

namespace {

constexpr std::size_t kFaultsMax = 10'000;       ///< occurrences kept
constexpr std::int64_t kStepsMax = 1'000'000;    ///< of a series

std::int64_t to_ns(SimTime t) { return t.time_since_epoch().count(); }

/// 0 breaker, 1 bulkhead, 2 rate limiter, 3 budget; -1: none of them.
int guard_of(Outcome refusal) {
    switch (refusal) {
    case kind_breaker_open: return 0;
    case kind_bulkhead_full: return 1;
    case kind_rate_limited_locally: return 2;
    case kind_budget_empty: return 3;
    default: return -1;
    }
}

} // namespace

MetricsFold::MetricsFold(const Scenario &scenario, Duration series_step, Percentiles percentiles)
    : scenario_(std::make_shared<const Scenario>(scenario)), in_force_(scenario_),
      layout_(std::make_shared<const Layout>(layout_of(scenario))), step_(std::max(series_step, Duration{1})),
      latency_(percentiles), latency_success_(percentiles) {
    const std::int64_t longest = (scenario.duration + scenario.drain_limit).count();
    step_ *= 1 + longest / step_.count() / kStepsMax; // never more than a million steps
    series_until_ = kTimeZero + step_;
    window_from_ = scenario.warmup.count();
    window_to_ = scenario.duration.count();
    services_.resize(scenario.services.size());
    outage_until_.resize(scenario.services.size(), kTimeZero);
    for (ServiceTally &tally : services_) tally.outcomes.resize(static_cast<std::size_t>(scenario.kinds.size()));
    breakers_.resize(layout_->breakers.size());
    for (const Fault &fault : scenario.faults) {
        std::uint32_t index = 0;
        while (scenario.services[index].name != fault.service) ++index;
        service_of_fault_.push_back(index);
    }
    fault_on_.resize(scenario.faults.size());
    for (std::uint32_t service = 0; service < services_.size(); ++service) count_workers(service, kTimeZero);
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
        bytes += sizeof tally + (tally.failures.size() + tally.results.size()) * sizeof(Observation);
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
        if (record.detail == kind_breaker_open && record.reason != kRefusedByBalancer && counted) ++breakers_[record.object].rejected;
        if (!counted) break;
        ++rejected_[outcome_of(record)];
        if (const int guard = guard_of(outcome_of(record)); guard >= 0) {
            refused_now_[record.request] |= static_cast<std::uint8_t>(1 << guard);
        }
        break;
    case RecordKind::breaker_observed: observe(record); break;
    case RecordKind::breaker_changed: change(record); break;
    case RecordKind::breaker_numbers: decide(record); break;
    case RecordKind::service_down: outage_until_[record.object] = kTimeNever; break;
    case RecordKind::service_up: outage_until_[record.object] = record.time; break;
    case RecordKind::call_queued:
    case RecordKind::queue_left:
    case RecordKind::service_started:
    case RecordKind::service_ended: take_server(record); break;
    case RecordKind::hedge_sent: hedges_ += counted ? 1 : 0; break;
    case RecordKind::replica_ejected:
    case RecordKind::replica_returned: eject(record); break;
    case RecordKind::work_wasted: wasted_nano_ += counted ? record.value : 0; break;
    case RecordKind::effect_duplicated: duplicates_ += counted ? 1 : 0; break;
    case RecordKind::fault_on:
    case RecordKind::fault_off: fault_changes(record); break;
    case RecordKind::edit_applied: edit_applies(record); break;
    case RecordKind::run_stopped: stop_ = static_cast<StopReason>(record.reason); break;
    default: break;
    }
}

void MetricsFold::take_request_end(const TraceRecord &record) {
    const bool counted = (record.flags & flag::counted) != 0;
    const auto ending = static_cast<Ending>(record.reason);
    const bool served = ending == Ending::served;
    if (!counted) return;
    if (const auto refused = refused_now_.find(record.request); refused != refused_now_.end()) {
        for (std::size_t guard = 0; guard < requests_refused_.size(); ++guard) {
            requests_refused_[guard] += refused->second >> guard & 1u;
        }
        refused_now_.erase(refused);
    }
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
        tally.workers_ns += span * static_cast<std::uint64_t>(tally.workers);
    }
    tally.since_ns = time_ns;
}

void MetricsFold::fault_changes(const TraceRecord &record) {
    const bool on = record.kind == RecordKind::fault_on;
    fault_on_[record.object] = on;
    count_workers(service_of_fault_[record.object], record.time);
    if (on) {
        if (faults_.size() < kFaultsMax) faults_.push_back(FaultTally{record.object, record.time, {}, {}, {}, {}});
        return;
    }
    for (FaultTally &tally : faults_) {
        if (tally.fault == record.object && !tally.off) tally.off = record.time;
    }
    check_recovery(record.time);
}

void MetricsFold::edit_applies(const TraceRecord &record) {
    if (record.object >= scenario_->edits.size() || !scenario_->edits[record.object].after) return;
    in_force_ = scenario_->edits[record.object].after;
    for (std::uint32_t service = 0; service < services_.size(); ++service) count_workers(service, record.time);
}

/// How many workers there are from now on, as the simulation has it: the last fault in file order says.
void MetricsFold::count_workers(std::uint32_t service, SimTime time) {
    ServiceTally &tally = services_[service];
    settle(tally, to_ns(time));
    const ServiceConfig &config = in_force_->services[service];
    tally.workers_known = tally.workers_known && config.workers.has_value();
    tally.workers = 0;
    for (int replica = 0; replica < config.replicas; ++replica) {
        int workers = config.workers.value_or(0);
        for (std::size_t f = 0; f < fault_on_.size(); ++f) {
            const Fault &fault = in_force_->faults[f];
            const auto *changed = std::get_if<WorkersFault>(&fault.effect);
            if (!fault_on_[f] || service_of_fault_[f] != service || !changed || fault.replica.value_or(replica) != replica) continue;
            workers = changed->workers;
            tally.workers_known = tally.workers_known && fault.ramp.count() == 0;
        }
        tally.workers += workers;
    }
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

} // namespace halfopen
