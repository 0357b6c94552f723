// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/metrics.h"

#include <algorithm>

namespace halfopen {

namespace {

constexpr std::size_t kTransitionsMax = 100'000; ///< kept by breaker
constexpr std::size_t kFaultsMax = 10'000;       ///< occurrences kept
constexpr std::size_t kDecidingMax = 100'000;    ///< results kept by breaker
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

void MetricsFold::observe(const TraceRecord &record) {
    BreakerTally &tally = breakers_[record.object];
    const BreakerConfig &config = *scenario_->policies[layout_->breakers[record.object].policy].breaker;
    const auto verdict = static_cast<Verdict>(record.reason);
    if (verdict == Verdict::ignored) return;
    const Observation seen{to_ns(record.time), (record.flags & flag::met_fault) != 0};
    if (verdict == Verdict::failure) {
        tally.failures.push_back(seen);
        // It says how many it counts; nothing when this one opened it and all was forgotten.
        const auto counted = static_cast<std::size_t>(std::max<std::int64_t>(record.value, 0));
        const std::size_t most = counted > 0 ? counted : kDecidingMax;
        while (tally.failures.size() > most) tally.failures.pop_front();
    }
    if (!config.slow_over) return;
    tally.results.push_back(seen);
    const bool by_count = config.trip == TripRule::count_window;
    const std::int64_t reach = config.window_time.count() + config.window_time.count() / std::max(config.window_buckets, 1);
    while (tally.results.size() > (by_count ? static_cast<std::size_t>(config.window_calls) : kDecidingMax) ||
           (!by_count && seen.time_ns - tally.results.front().time_ns > reach)) {
        tally.results.pop_front();
    }
}

void MetricsFold::change(const TraceRecord &record) {
    BreakerTally &tally = breakers_[record.object];
    const auto from = static_cast<BreakerState>(record.detail / 16);
    const auto to = static_cast<BreakerState>(record.detail % 16);
    tally.in_state_ns[static_cast<std::size_t>(tally.state)] += (record.time - tally.since).count();
    tally.state = to;
    tally.before = from;
    tally.why = static_cast<BreakerReason>(record.reason);
    tally.since = record.time;
    if (tally.transitions.size() < kTransitionsMax) {
        tally.transitions.push_back({seconds(record.time), from, to, tally.why});
    }
    if (to == BreakerState::open) {
        ++(from == BreakerState::closed ? tally.trips : tally.reopenings);
    } else if (to == BreakerState::closed) {
        check_recovery(record.time);
    }
}

/// What a breaker measured follows its change: it tells how many of its latest results decided.
void MetricsFold::decide(const TraceRecord &numbers) {
    BreakerTally &tally = breakers_[numbers.object];
    if (tally.state != BreakerState::open) return;
    const auto measured = static_cast<std::int32_t>(numbers.value >> 32);
    const auto limit = static_cast<std::int32_t>(numbers.value & 0xffff'ffff);
    const Deciding calls = deciding(tally, measured, limit);
    if (tally.before == BreakerState::closed) tally.false_trips += calls.met_fault ? 0 : 1;
    opened(numbers.object, numbers.time, calls);
}

MetricsFold::Deciding MetricsFold::deciding(const BreakerTally &tally, std::int32_t measured, std::int32_t limit) {
    const bool slow = tally.why == BreakerReason::slow_rate || tally.why == BreakerReason::probe_slow;
    const std::deque<Observation> &from = slow ? tally.results : tally.failures;
    const std::size_t count = std::min(from.size(), static_cast<std::size_t>(std::max(slow ? limit : measured, 1)));
    Deciding out;
    for (std::size_t i = from.size() - count; i < from.size(); ++i) {
        if (!from[i].met_fault) continue;
        out.last = SimTime{Duration{from[i].time_ns}};
        if (!out.met_fault) out.first = out.last;
        out.met_fault = true;
    }
    return out;
}

/// A breaker opened. A fault at its service that is on is detected. So is one, there or at a service that it calls, that
/// was on when deciding calls met one; of those that were over by then, only the last, whose calls may still have been
/// under way.
void MetricsFold::opened(std::uint32_t breaker, SimTime time, const Deciding &calls) {
    const std::uint32_t service = layout_->breakers[breaker].service;
    const std::vector<bool> behind_it = layout_->depends_on(service);
    FaultTally *latest = nullptr;
    bool found = false;
    for (FaultTally &tally : faults_) {
        const std::uint32_t at = service_of_fault_[tally.fault];
        if (at >= behind_it.size() || !behind_it[at] || (tally.off && tally.recovered)) continue;
        const bool met = calls.met_fault && tally.on <= calls.last && (!tally.off || *tally.off >= calls.first);
        if (met || (at == service && !tally.off)) {
            detect(tally, breaker, time);
            found = true;
        } else if (tally.off && (!latest || *tally.off > *latest->off)) {
            latest = &tally;
        }
    }
    if (!found && latest && calls.met_fault && !out_since(behind_it, *latest->off)) detect(*latest, breaker, time);
}

void MetricsFold::detect(FaultTally &fault, std::uint32_t breaker, SimTime time) {
    if (!fault.detected) fault.detected = time;
    if (std::find(fault.opened.begin(), fault.opened.end(), breaker) == fault.opened.end()) fault.opened.push_back(breaker);
}

/// Whether one of these services has been out, by its availability, after `time`.
bool MetricsFold::out_since(const std::vector<bool> &services, SimTime time) const {
    for (std::size_t i = 0; i < services.size(); ++i) {
        if (services[i] && outage_until_[i] > time) return true;
    }
    return false;
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
