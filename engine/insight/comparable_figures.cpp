// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/comparison.h"

#include <functional>

namespace halfopen {

namespace {

/// The share of the finished requests that a guard refused at least once.
Figure refused_by(const Metrics &m, const char *guard) {
    const auto found = m.requests_refused.find(guard);
    const std::uint64_t finished = m.succeeded + m.failed;
    if (finished == 0) return std::nullopt;
    return static_cast<double>(found == m.requests_refused.end() ? 0 : found->second) / static_cast<double>(finished);
}

/// The sum over all breakers; nothing where there are none.
Figure over_breakers(const Metrics &m, const std::function<double(const BreakerFigures &)> &value) {
    if (m.breakers.empty()) return std::nullopt;
    double sum = 0.0;
    for (const BreakerFigures &breaker : m.breakers) sum += value(breaker);
    return sum;
}

/// The mean over the faults; nothing when one of them has no such time.
Figure over_faults(const Metrics &m, Figure FaultFigures::*time) {
    double sum = 0.0;
    for (const FaultFigures &fault : m.faults) {
        if (!(fault.*time)) return std::nullopt;
        sum += *(fault.*time);
    }
    return m.faults.empty() ? std::nullopt : Figure(sum / static_cast<double>(m.faults.size()));
}

void add_latencies(std::vector<ComparableFigure> &out, const std::string &name, const LatencyFigures &l) {
    const auto add = [&](const char *which, const Figure &value) {
        out.push_back({name + which, FigureUnit::seconds, Better::less, value});
    };
    add("mean", l.mean);
    add("p50", l.p50);
    add("p90", l.p90);
    add("p95", l.p95);
    add("p99", l.p99);
    add("max", l.max);
}

} // namespace

std::vector<ComparableFigure> comparable_figures(const Metrics &m) {
    using enum FigureUnit;
    std::vector<ComparableFigure> out{
        {"success_rate", share, Better::more, m.success_rate},
        {"first_try_rate", share, Better::more, m.first_try_rate},
        {"accuracy_served", share, Better::more, m.accuracy_served},
        {"goodput", per_second, Better::more, m.goodput_per_s},
        {"avg_attempts", plain, Better::neither, m.avg_attempts},
        {"retry_rate", share, Better::less, m.retry_rate},
        {"recovery_retry", share, Better::more, m.recovery_retry},
        {"recovery_fallback", share, Better::more, m.recovery_fallback},
        {"recovery_healing", share, Better::more, m.recovery_healing},
        {"recovery_hedging", share, Better::more, m.recovery_hedging},
        {"blocked_share", share, Better::less, refused_by(m, "breaker")},
        {"refused_by_bulkhead", share, Better::less, refused_by(m, "bulkhead")},
        {"refused_by_rate_limiter", share, Better::less, refused_by(m, "rate_limiter")},
        {"refused_by_budget", share, Better::neither, refused_by(m, "budget")},
        {"trips", plain, Better::less, over_breakers(m, [](const auto &b) { return static_cast<double>(b.trips); })},
        {"false_trips", plain, Better::less,
         over_breakers(m, [](const auto &b) { return static_cast<double>(b.false_trips); })},
        {"open_time", seconds, Better::neither, over_breakers(m, [](const auto &b) { return b.open_s; })},
        {"time_to_detect", seconds, Better::less, over_faults(m, &FaultFigures::time_to_detect_s)},
        {"time_to_recover", seconds, Better::less, over_faults(m, &FaultFigures::time_to_recover_s)},
    };
    add_latencies(out, "latency_", m.latency);
    add_latencies(out, "latency_success_", m.latency_success);
    out.push_back({"cost_total", usd, Better::neither, m.cost_total_usd});
    out.push_back({"cost_per_request", usd, Better::neither, m.cost_per_request_usd});
    out.push_back({"cost_per_success", usd, Better::less, m.cost_per_success_usd});
    out.push_back({"cost_per_correct", usd, Better::less, m.cost_per_correct_usd});
    out.push_back({"cost_wasted", usd, Better::less, m.cost_wasted_usd});
    out.push_back({"hedges", plain, Better::neither, static_cast<double>(m.hedges)});
    out.push_back({"duplicates", plain, Better::less, static_cast<double>(m.duplicates)});
    for (const ServiceFigures &service : m.services) {
        out.push_back({"amplification." + service.name, plain, Better::neither, service.amplification});
        out.push_back({"share." + service.name, share, Better::neither, service.share});
    }
    return out;
}

} // namespace halfopen
