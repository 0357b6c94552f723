// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/range_metrics.h"

#include <algorithm>
#include <vector>

namespace halfopen {

namespace {

/// The requests of a range. They are numbered in order of their start, so that two numbers say which they are.
struct Chosen {
    std::uint32_t first = 0, last = 0; ///< none while first is 0
    bool has(std::uint32_t request) const { return first != 0 && request >= first && request <= last; }
};

/// A record of a server or a breaker tells something about the run as well; its part in time averages is left out.
bool concerns_one_request(RecordKind kind) {
    switch (kind) {
    case RecordKind::breaker_observed:
    case RecordKind::breaker_changed:
    case RecordKind::breaker_numbers:
    case RecordKind::call_queued:
    case RecordKind::queue_left:
    case RecordKind::service_started:
    case RecordKind::service_ended:
    case RecordKind::replica_ejected:
    case RecordKind::replica_returned: return false;
    default: return true;
    }
}

void leave_out_what_is_not_theirs(Metrics &m) {
    for (ServiceFigures &service : m.services) {
        service.queue_wait_mean_s = service.busy_share = service.in_system_mean = std::nullopt;
        service.ejections = 0;
    }
    for (BreakerFigures &breaker : m.breakers) breaker.closed_s = breaker.open_s = breaker.half_open_s = 0.0;
    m.series = {};
    m.batches.clear();
}

} // namespace

std::optional<Metrics> metrics_of_range(const Scenario &scenario, const TraceView &trace, SimTime from, SimTime to,
                                        const std::function<bool()> &stop) {
    const Duration length = std::max(to - from, Duration{0});
    MetricsFold fold(scenario, std::max(scenario.duration, Duration{1}));
    Chosen chosen;
    std::vector<TraceRecord> theirs;
    for (std::size_t at = trace.lower_bound(from); at < trace.size();) {
        if (stop && stop()) return std::nullopt;
        const auto records = trace.run_from(at);
        theirs.clear();
        for (const TraceRecord &record : records) {
            if (record.kind == RecordKind::request_started && record.time < to) {
                if (chosen.first == 0) chosen.first = record.request;
                chosen.last = record.request;
            }
            if (chosen.has(record.request) && concerns_one_request(record.kind)) theirs.push_back(record);
        }
        fold.take(theirs);
        at += records.size();
        if (chosen.first == 0 && at < trace.size() && trace[at].time >= to) break;
    }
    Metrics m = fold.result(kTimeZero + length);
    leave_out_what_is_not_theirs(m);
    m.goodput_per_s = length > Duration{0} ? Figure{static_cast<double>(m.succeeded) / seconds(length)} : std::nullopt;
    m.slo = judged_goals(m, scenario);
    return m;
}

} // namespace halfopen
