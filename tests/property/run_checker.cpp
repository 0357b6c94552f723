// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/run_checker.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace halfopen {

RunChecker::RunChecker(const Scenario &scenario) : scenario_(scenario), layout_(layout_of(scenario)) {
    cost_of_service_nano.resize(scenario.services.size());
    breakers_.resize(layout_.breakers.size(), BreakerState::closed);
    retest_at_.resize(layout_.breakers.size());
    requests_.resize(1);
}

void RunChecker::complain(const TraceRecord &record, const std::string &what) {
    if (complaints_.size() > 20) return;
    complaints_.push_back(fmt::format("at {} s, request {}, {}: {}", seconds(record.time), record.request,
                                      name_of(record.kind), what));
}

void RunChecker::take(const std::vector<TraceRecord> &records) {
    for (const TraceRecord &record : records) {
        if (record.time < time_) complain(record, "time goes back");
        time_ = record.time;
        switch (record.kind) {
        case RecordKind::request_started:
        case RecordKind::request_ended:
        case RecordKind::request_cost:
        case RecordKind::leg_entered:
        case RecordKind::diagnosed:
        case RecordKind::remedy_ended: request(record); break;
        case RecordKind::attempt_started:
        case RecordKind::attempt_ended: attempt(record); break;
        case RecordKind::wait_started:
        case RecordKind::wait_range:
        case RecordKind::wait_ended: wait(record); break;
        case RecordKind::breaker_changed: breaker(record); break;
        case RecordKind::call_queued:
        case RecordKind::queue_left:
        case RecordKind::service_started:
        case RecordKind::service_ended: server(record); break;
        default: break;
        }
    }
}

/// I1: a request ends exactly once, and nothing of its own happens afterwards. I10: what it cost is what was booked.
void RunChecker::request(const TraceRecord &record) {
    if (record.kind == RecordKind::request_started) {
        if (record.request != requests_.size()) complain(record, "numbers are not consecutive");
        requests_.emplace_back();
        requests_.back().started = record.time;
        requests_.back().instance = record.detail;
        requests_.back().workload = record.object;
        ++started;
        return;
    }
    RequestTally &tally = requests_.at(record.request);
    if (tally.ended && record.kind != RecordKind::request_cost) complain(record, "after its end");
    if (record.kind == RecordKind::request_cost) {
        tally.told_nano += record.value;
        if (tally.told_nano != tally.cost_nano)
            complain(record, fmt::format("{} is not the sum of its entries, {}", tally.told_nano, tally.cost_nano));
    }
    if (record.kind == RecordKind::diagnosed || record.kind == RecordKind::remedy_ended) {
        tally.cost_nano += record.value;
        if (record.flags & flag::counted) cost_counted_nano += record.value;
    }
    if (record.kind == RecordKind::leg_entered) {
        tally.tries_on_leg = 0;
        tally.healed = static_cast<LegReason>(record.reason) == LegReason::healed;
        tally.leg = record.leg;
    }
    if (record.kind != RecordKind::request_ended) return;
    tally.ended = true;
    ++ended;
    if (record.attempt != tally.own_attempts) complain(record, "calls sent in all are not those seen");
    const auto &deadline = scenario_.operations[0].deadline;
    if (deadline && record.time > tally.started + *deadline) complain(record, "ends after its deadline");
}

const PolicyConfig *RunChecker::policy_of(const RequestTally &request) const {
    const LegPlace &leg = layout_.chains[0].at(request.leg);
    return leg.policy ? &scenario_.policies[*leg.policy] : nullptr;
}

void RunChecker::attempt(const TraceRecord &record) {
    const auto copy = static_cast<std::uint8_t>(record.flags & flag::copy_mask);
    RequestTally &tally = requests_.at(record.request);
    AttemptTally &open = attempts_[{record.request, record.object, record.leg, record.attempt, copy}];
    const bool own = record.leg < kDownstream;
    if (record.kind == RecordKind::attempt_started) {
        if (own && tally.ended) complain(record, "after the end of its request");
        open.open.emplace_back(record.time, record.value);
        if (own) own_attempt(record, tally);
        return;
    }
    if (open.open.empty()) return complain(record, "ends without having started, or twice");
    const auto fits = std::find_if(open.open.begin(), open.open.end(), [&](const auto &entry) {
        return !own || entry.second == 0 || record.time - entry.first <= Duration{entry.second}; // a tree has like nodes
    });
    if (fits == open.open.end()) return complain(record, "outlives its timeout");
    open.open.erase(fits);
    if (record.value < 0) complain(record, "costs less than nothing");
    tally.cost_nano += record.value;
    if (record.flags & flag::counted) {
        cost_counted_nano += record.value;
        cost_of_service_nano[record.object] += record.value;
    }
    if (!own || outcome_of(record) != kSuccess) return;
    if (++winners_[{record.request, record.object, record.leg, record.attempt}] > 1) complain(record, "a second winner");
}

/// I4: tries of a leg are limited. I8: a limiter admits no more than its burst and rate. I9: copies are limited.
void RunChecker::own_attempt(const TraceRecord &record, RequestTally &tally) {
    ++tally.own_attempts;
    tally.leg = record.leg;
    const PolicyConfig *policy = policy_of(tally);
    const int copy = record.flags & flag::copy_mask;
    if (copy > (policy && policy->hedge ? policy->hedge->copies : 0)) complain(record, "more copies than allowed");
    if (copy > 0) return;
    int most = policy && policy->retry ? policy->retry->max_attempts : 1;
    if (tally.healed) most = scenario_.operations[0].healing->retry.max_attempts;
    if (++tally.tries_on_leg > most) complain(record, fmt::format("more than {} tries", most));
    if (!policy || !policy->rate_limiter) return;
    const RateLimiterConfig &limit = *policy->rate_limiter;
    auto &times = limited_[{tally.workload, tally.instance, record.object,
                            static_cast<std::uint32_t>(policy - scenario_.policies.data())}];
    times.push_back(record.time);
    // The token is taken when the limiter is passed; a bulkhead or breaker inside may hold a call up, so only orders
    // in which the limiter is the last to ask can be judged by the calls sent.
    const auto at = std::find(policy->order.begin(), policy->order.end(), LayerKind::rate_limiter);
    const bool last = std::none_of(at, policy->order.end(), [&](LayerKind kind) {
        return (kind == LayerKind::bulkhead && policy->bulkhead) || (kind == LayerKind::breaker && policy->breaker) ||
               (kind == LayerKind::retry && (policy->retry || scenario_.operations[0].healing));
    });
    if (!last) return;
    for (std::size_t first = 0; first < times.size(); ++first) {
        const double span = seconds(record.time - times[first]);
        const auto count = static_cast<double>(times.size() - first);
        if (count > limit.burst + limit.rate.per_second * span + 1e-6) complain(record, "the limiter admits too many");
    }
}

/// I7: occupancy within [0, limit], where no fault changes the workers.
void RunChecker::server(const TraceRecord &record) {
    const ServiceConfig &service = scenario_.services[record.object];
    int &serving = serving_[record.object];
    int &queued = queued_[record.object];
    const bool changing = std::any_of(scenario_.faults.begin(), scenario_.faults.end(), [&](const Fault &fault) {
        return fault.service == service.name && std::holds_alternative<WorkersFault>(fault.effect);
    });
    switch (record.kind) {
    case RecordKind::call_queued: ++queued; break;
    case RecordKind::queue_left: --queued; break;
    case RecordKind::service_started:
        ++serving;
        if (record.reason == 1) --queued;
        break;
    default: --serving; break;
    }
    if (record.kind == RecordKind::service_started && record.value < 0) complain(record, "waited less than nothing");
    if (serving < 0 || queued < 0) complain(record, "more left than came");
    if (service.workers && !changing && serving > *service.workers * service.replicas) complain(record, "too many served");
    if (service.queue && queued > *service.queue * service.replicas) complain(record, "too many wait");
}

/// I3: only legal transitions, from the state that holds, and none out of OPEN before its time.
void RunChecker::breaker(const TraceRecord &record) {
    const auto from = static_cast<BreakerState>(record.detail / 16);
    const auto to = static_cast<BreakerState>(record.detail % 16);
    BreakerState &state = breakers_.at(record.object);
    if (from != state) complain(record, "is in another state");
    if (from == to) complain(record, "stays where it is");
    const BreakerConfig &config = *scenario_.policies[layout_.breakers[record.object].policy].breaker;
    const bool straight = config.probe_limit == ProbeLimit::none;
    if (from == BreakerState::closed && to == BreakerState::half_open) complain(record, "no such transition");
    if (from == BreakerState::open && to == BreakerState::half_open && straight) complain(record, "no such transition");
    if (from == BreakerState::open && record.time < retest_at_[record.object] &&
        static_cast<BreakerReason>(record.reason) == BreakerReason::open_time_over) {
        complain(record, "re-tests before its time");
    }
    if (to == BreakerState::open) retest_at_[record.object] = SimTime{Duration{record.value}};
    state = to;
}

/// I5: a wait lies within the range that its schedule states.
void RunChecker::wait(const TraceRecord &record) {
    if (record.value < 0) complain(record, "a wait below nothing");
    const auto reason = static_cast<WaitReason>(record.reason);
    if (record.kind == RecordKind::wait_started) {
        last_wait_ = record.value;
        last_wait_hinted_ = reason == WaitReason::retry_after;
        if (record.leg < kDownstream && requests_.at(record.request).ended) complain(record, "after the end");
    } else if (record.kind == RecordKind::wait_range && !last_wait_hinted_ && last_wait_ > record.value) {
        complain(record, fmt::format("waits {} ns, longer than {} ns", last_wait_, record.value));
    }
}

void RunChecker::finish(std::uint64_t in_flight) {
    if (started != ended + in_flight) {
        complaints_.push_back(fmt::format("{} started, {} ended, {} in flight", started, ended, in_flight));
    }
}

} // namespace halfopen
