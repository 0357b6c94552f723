// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/aftermath.h"

#include <algorithm>

#include "engine/base/say.h"
#include "engine/insight/explain.h"
#include "engine/insight/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

std::string refusals(std::uint32_t n) { return n == 0 ? said(phrase("Aftermath", "none refused")) : say(phrase("Aftermath", "{} refused"), n); }

/// What the half-open period number `period` decided.
std::string verdict_of(const TraceView &trace, const std::vector<BreakerInterval> &life, std::size_t period,
                       bool own) {
    const BreakerInterval &half = life[period];
    const std::string refused =
        half.rejected > 0 ? say(phrase("Aftermath", ", {} more refused meanwhile"), half.rejected) : "";
    if (period + 1 >= life.size()) {
        return say(phrase("Aftermath", "half-open since {}, no verdict yet{}"), format_time(half.from), refused);
    }
    const BreakerInterval &next = life[period + 1];
    const std::string at = format_time(next.from);
    if (next.reason == BreakerReason::probe_timeout) {
        return say(phrase("Aftermath", "no verdict came in time, so it opened again at {}{}"), at, refused);
    }
    const std::uint32_t request = trace[next.record].request;
    const bool closed = next.state == BreakerState::closed;
    const std::string probe = request == 0 ? (own ? said(phrase("Aftermath", "its probe")) : said(phrase("Aftermath", "the probe")))
                              : own        ? say(phrase("Aftermath", "its probe #{}"), request)
                                           : say(phrase("Aftermath", "the probe #{}"), request);
    return closed ? say(phrase("Aftermath", "{} succeeded at {}, so it closed{}"), probe, at, refused)
                  : say(phrase("Aftermath", "{} failed at {}, so it opened again{}"), probe, at, refused);
}

/// ", of these 197 after gpt4_vision was healthy again (110.000 s)": what a long open time cost for nothing.
std::string refused_in_health(const Scenario &scenario, const TraceView &trace, const TraceIndex &index,
                              std::uint32_t breaker, std::size_t interval) {
    const BreakerInterval &open = index.breaker(breaker)[interval];
    const std::uint32_t service = index.layout().breakers[breaker].service;
    SimTime healthy = kTimeZero;
    for (const ActiveFault &fault : faults_behind(scenario, index, service, open.from, open.to)) {
        healthy = std::max(healthy, fault.to);
    }
    if (healthy <= open.from || healthy >= open.to) return {};
    std::size_t count = 0;
    const std::size_t end = index.breaker(breaker)[interval + 1].record;
    for (std::size_t i = trace.lower_bound(healthy); i < end; ++i) {
        const TraceRecord &record = trace[i];
        if (record.kind != RecordKind::refused || record.object != breaker) continue;
        count += outcome_of(record) == kind_breaker_open ? 1u : 0u;
    }
    if (count == 0) return {};
    return say(phrase("Aftermath", ", of these {} after {} was healthy again ({})"), count,
                       service_name(scenario, service), format_time(healthy));
}

} // namespace

std::string aftermath_of(const Scenario &scenario, const TraceView &trace, const TraceIndex &index,
                         std::uint32_t breaker, std::size_t interval) {
    const std::vector<BreakerInterval> &life = index.breaker(breaker);
    const BreakerInterval &step = life[interval];
    const bool lasts = interval + 1 >= life.size();
    switch (step.state) {
    case BreakerState::half_open: return verdict_of(trace, life, interval, true);
    case BreakerState::closed:
        if (lasts) return said(phrase("Aftermath", "closed from then on"));
        return say(phrase("Aftermath", "stays closed for {}, until it opens at {}"), format_duration(step.to - step.from),
                           format_time(step.to));
    case BreakerState::open: break;
    }
    if (lasts) {
        return say(phrase("Aftermath", "{} so far; re-tests at {} at the earliest"), refusals(step.rejected),
                           format_time(SimTime{Duration{trace[step.record].value}}));
    }
    return say(phrase("Aftermath", "{} in {}{}; {}"), refusals(step.rejected), format_duration(step.to - step.from),
                       refused_in_health(scenario, trace, index, breaker, interval),
                       verdict_of(trace, life, interval + 1, false));
}

} // namespace halfopen
