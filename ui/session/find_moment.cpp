// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/find_moment.h"

#include <algorithm>

namespace halfopen {

namespace {

bool is(const TraceRecord &record, Moment moment) {
    switch (moment) {
    case Moment::breakerOpens:
        return record.kind == RecordKind::breaker_changed &&
               (record.detail & 15u) == static_cast<unsigned>(BreakerState::open);
    case Moment::requestFails:
        return record.kind == RecordKind::request_ended && static_cast<Ending>(record.reason) != Ending::served;
    case Moment::faultStarts: return record.kind == RecordKind::fault_on;
    }
    return false;
}

} // namespace

std::optional<std::size_t> findMoment(const TraceView &trace, Moment moment, SimTime from, Direction direction) {
    if (direction == Direction::backward) {
        for (std::size_t i = trace.lower_bound(from); i-- > 0;) {
            if (is(trace[i], moment)) return i;
        }
        return std::nullopt;
    }
    for (std::size_t i = trace.upper_bound(from); i < trace.size(); ++i) {
        if (is(trace[i], moment)) return i;
    }
    return std::nullopt;
}

std::optional<SimTime> neighbouringEvent(const TraceView &trace, SimTime from, Direction direction) {
    if (direction == Direction::backward) {
        const std::size_t i = trace.lower_bound(from);
        return i == 0 ? std::nullopt : std::optional(trace[i - 1].time);
    }
    const std::size_t i = trace.upper_bound(from);
    return i == trace.size() ? std::nullopt : std::optional(trace[i].time);
}

// The first interval of a breaker is no transition: transition n began interval n + 1.

std::size_t transitionCount(const TraceIndex &index, std::uint32_t breaker) {
    if (breaker >= index.breakers()) return 0;
    const std::size_t intervals = index.breaker(breaker).size();
    return intervals == 0 ? 0 : intervals - 1;
}

std::optional<TransitionPlace> transitionAt(const TraceIndex &index, std::uint32_t breaker, std::size_t number) {
    if (number >= transitionCount(index, breaker)) return std::nullopt;
    return TransitionPlace{number, index.breaker(breaker)[number + 1].record};
}

std::optional<TransitionPlace> transitionOfRecord(const TraceIndex &index, std::uint32_t breaker, std::size_t record) {
    for (std::size_t n = 0; n < transitionCount(index, breaker); ++n) {
        if (index.breaker(breaker)[n + 1].record == record) return TransitionPlace{n, record};
    }
    return std::nullopt;
}

std::optional<TransitionPlace> lastTransition(const TraceIndex &index, std::uint32_t breaker, SimTime at) {
    if (breaker >= index.breakers()) return std::nullopt;
    const std::vector<BreakerInterval> &intervals = index.breaker(breaker);
    const auto after = std::ranges::upper_bound(intervals, at, {}, &BreakerInterval::from);
    const auto n = static_cast<std::size_t>(after - intervals.begin());
    return n < 2 ? std::nullopt : transitionAt(index, breaker, n - 2);
}

} // namespace halfopen
