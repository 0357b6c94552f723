// SPDX-License-Identifier: GPL-3.0-or-later
// What breakers and balancers do: trips, false ones among them, and which fault an opening is put down to.
#include <algorithm>

#include "engine/insight/metrics.h"

namespace halfopen {

namespace {

constexpr std::size_t kTransitionsMax = 100'000; ///< kept by breaker
constexpr std::size_t kDecidingMax = 100'000;    ///< results kept by breaker

std::int64_t to_ns(SimTime t) { return t.time_since_epoch().count(); }

} // namespace

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
