// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/words.h"

#include <algorithm>

#include "engine/base/say.h"
#include "engine/insight/explain.h"

#include <fmt/format.h>

namespace halfopen {

std::string service_name(const Scenario &scenario, std::uint32_t service) {
    if (service >= scenario.services.size()) return say(phrase("Words", "service {}"), service);
    return scenario.services[service].name;
}

std::string kind_name(const Scenario &scenario, Outcome outcome) {
    if (outcome >= scenario.kinds.size() || scenario.kinds[outcome].name.empty()) {
        return say(phrase("Words", "kind {}"), outcome);
    }
    return scenario.kinds[outcome].name;
}

std::string breaker_name(const Scenario &scenario, const Layout &layout, std::uint32_t breaker) {
    if (breaker >= layout.breakers.size()) return say(phrase("Words", "breaker {}"), breaker);
    const BreakerPlace &place = layout.breakers[breaker];
    std::string name = service_name(scenario, place.service);
    if (place.caller) {
        name += say(phrase("Words", " before {}"), service_name(scenario, *place.caller));
        const bool several = *place.caller < scenario.services.size() && scenario.services[*place.caller].replicas > 1;
        return several && !place.shared ? name + say(phrase("Words", " (replica {})"), place.instance + 1) : name;
    }
    if (!place.shared && scenario.workloads[place.workload].instances > 1) {
        name += say(phrase("Words", " (instance {})"), place.instance + 1);
    }
    return name;
}

const BreakerConfig *breaker_config(const Scenario &scenario, const Layout &layout, std::uint32_t breaker) {
    if (breaker >= layout.breakers.size()) return nullptr;
    const PolicyConfig &policy = scenario.policies[layout.breakers[breaker].policy];
    return policy.breaker ? &*policy.breaker : nullptr;
}

const PolicyConfig *guard_policy(const Scenario &scenario, const Layout &layout, std::uint32_t guard) {
    return guard < layout.guards.size() ? &scenario.policies[layout.guards[guard].policy] : nullptr;
}

std::string guard_name(const Scenario &scenario, const Layout &layout, std::uint32_t guard, Outcome refusal) {
    const PolicyConfig *policy = guard_policy(scenario, layout, guard);
    const std::string of = policy ? say(phrase("Words", " of {}"), policy->name) : std::string();
    switch (refusal) {
    case kind_bulkhead_full: return say(phrase("Words", "the bulkhead{}"), of);
    case kind_rate_limited_locally: return say(phrase("Words", "the rate limiter{}"), of);
    case kind_budget_empty: return say(phrase("Words", "the retry budget{}"), of);
    default: return say(phrase("Words", "a guard{}"), of);
    }
}

std::string how_it_ended(const Scenario &scenario, Outcome outcome) {
    if (outcome == kSuccess) return said(phrase("Words", "succeeded"));
    if (outcome == kind_timeout) return said(phrase("Words", "timed out"));
    if (outcome == kind_low_confidence) return said(phrase("Words", "was answered below the needed confidence"));
    if (is_refusal(outcome)) return say(phrase("Words", "was refused: {}"), kind_name(scenario, outcome));
    return say(phrase("Words", "failed: {}"), kind_name(scenario, outcome));
}

std::string counted(std::uint64_t n, const Phrase &one, const Phrase &many) {
    return fmt::format("{} {}", n, said(n == 1 ? one : many));
}

std::string price(std::int64_t nano_usd) {
    return nano_usd == 0 ? std::string("$0") : format_usd(usd(Money{nano_usd}));
}

std::string reason_text(BreakerReason reason, std::int32_t measured, std::int32_t limit) {
    const std::string failures = counted(static_cast<std::uint64_t>(measured), phrase("Words", "failure"), phrase("Words", "failures"));
    switch (reason) {
    case BreakerReason::none: break;
    case BreakerReason::consecutive_failures: return say(phrase("Words", "{} in a row, limit {}"), failures, limit);
    case BreakerReason::cumulative_failures:
        return say(phrase("Words", "{} since the last reset, limit {}"), failures, limit);
    case BreakerReason::failure_rate:
        return say(phrase("Words", "{} of {} calls in its window failed"), measured, limit);
    case BreakerReason::failure_count: return say(phrase("Words", "{} in its window, limit {}"), failures, limit);
    case BreakerReason::slow_rate:
        return say(phrase("Words", "{} of {} calls in its window were slow"), measured, limit);
    case BreakerReason::probe_failed: return said(phrase("Words", "the probe failed"));
    case BreakerReason::probe_rate: return say(phrase("Words", "{} of {} probes failed"), measured, limit);
    case BreakerReason::probe_timeout: return said(phrase("Words", "the probes gave no verdict in time"));
    case BreakerReason::open_time_over: return said(phrase("Words", "its open time is over"));
    case BreakerReason::probe_succeeded: return say(phrase("Words", "{} of {} probes succeeded"), measured, limit);
    case BreakerReason::probe_slow: return say(phrase("Words", "{} of {} probes were slow"), measured, limit);
    case BreakerReason::probe_ignored: return said(phrase("Words", "the probe ended with a failure that does not count"));
    case BreakerReason::late_success: return said(phrase("Words", "a call that was admitted earlier succeeded"));
    case BreakerReason::success_rate:
        return say(phrase("Words", "its success rate of {:g} % is below the {:g} % that the other replicas set"),
                           measured / 100.0, limit / 100.0);
    case BreakerReason::retry_after: return said(phrase("Words", "a failure asked for a pause"));
    }
    return said(phrase("Words", "no reason is known"));
}

BreakerNumbers unpack_numbers(std::int64_t value) {
    return BreakerNumbers{static_cast<std::int32_t>(value >> 32),
                          static_cast<std::int32_t>(value & 0xffff'ffff)};
}

namespace {

std::vector<ActiveFault> faults_at(const Scenario &scenario, const TraceIndex &index, const std::vector<bool> &wanted,
                                   SimTime from, SimTime to) {
    std::vector<ActiveFault> out;
    for (const FaultInterval &interval : index.faults()) {
        if (interval.from > to) break;
        if (interval.to < from || interval.fault >= scenario.faults.size()) continue;
        const Fault &fault = scenario.faults[interval.fault];
        for (std::uint32_t service = 0; service < wanted.size(); ++service) {
            if (!wanted[service] || scenario.services[service].name != fault.service) continue;
            out.push_back({describe(fault, scenario.kinds), interval.from, interval.to, &fault, service});
        }
    }
    for (const OutageInterval &interval : index.outages()) {
        if (interval.from > to) break;
        if (interval.to < from || interval.service >= wanted.size() || !wanted[interval.service]) continue;
        out.push_back({said(phrase("Words", "outage by availability")), interval.from, interval.to, nullptr, interval.service});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const ActiveFault &a, const ActiveFault &b) { return a.from < b.from; });
    return out;
}

} // namespace

std::vector<ActiveFault> faults_between(const Scenario &scenario, const TraceIndex &index,
                                        std::uint32_t service, SimTime from, SimTime to) {
    std::vector<bool> wanted(scenario.services.size());
    if (service < wanted.size()) wanted[service] = true;
    return faults_at(scenario, index, wanted, from, to);
}

std::vector<ActiveFault> faults_behind(const Scenario &scenario, const TraceIndex &index,
                                       std::uint32_t service, SimTime from, SimTime to) {
    return faults_at(scenario, index, index.layout().depends_on(service), from, to);
}

} // namespace halfopen
