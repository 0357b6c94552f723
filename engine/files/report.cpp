// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/report.h"

#include "engine/files/text_table.h"
#include "engine/files/words.h"
#include "engine/insight/explain.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>

namespace halfopen {

namespace {

std::string count(std::uint64_t n) { return fmt::format("{}", n); }

std::string percent(const Figure &share) { return share ? fmt::format("{:.2f} %", *share * 100.0) : "n/a"; }
std::string plain(const Figure &value, int decimals) {
    return value ? fmt::format("{:.{}f}", *value, decimals) : "n/a";
}
std::string dollars(const Figure &value) { return value ? format_usd(*value) : "n/a"; }

std::string duration(const Figure &seconds_figure) {
    return seconds_figure ? format_duration(duration_from_ns(*seconds_figure * 1e9)) : "n/a";
}
std::string duration(double seconds_value) { return duration(Figure(seconds_value)); }

/// "failed 10, deadline 3", leaving out what did not happen.
template <class Map>
std::string list_of(const Map &counts) {
    std::string out;
    for (const auto &[name, n] : counts) {
        if (n != 0) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", name, n);
    }
    return out;
}

std::string requests_section(const Metrics &m) {
    const std::uint64_t finished = m.succeeded + m.failed;
    const Figure failure_rate = m.success_rate ? Figure(1.0 - *m.success_rate) : std::nullopt;
    TextTable table({"Requests", count(m.requests), "", ""}, 1);
    table.add({"  succeeded", count(m.succeeded), percent(m.success_rate)});
    table.add({"  failed", count(m.failed), percent(failure_rate)});
    table.add({"  in flight", count(m.in_flight)});
    std::string out = table.text("");
    const bool all_alike = m.endings.size() == 1 && m.endings.begin()->first == "failed";
    if (const std::string endings = list_of(m.endings); !endings.empty() && !all_alike)
        out += "  how the failed ended: " + endings + '\n';
    if (const std::string rejected = list_of(m.rejected); !rejected.empty()) out += "  calls refused by: " + rejected + '\n';

    TextTable rates;
    rates.add({"served on the first try", percent(m.first_try_rate)});
    rates.add({"of the others, saved by retry", percent(m.recovery_retry)});
    rates.add({"of the others, saved by fallback", percent(m.recovery_fallback)});
    rates.add({"of the others, saved by healing", percent(m.recovery_healing)});
    if (m.hedges > 0) rates.add({"of the others, saved by hedging", percent(m.recovery_hedging)});
    rates.add({"attempts per request", plain(m.avg_attempts, 3)});
    rates.add({"requests with a retry", percent(m.retry_rate)});
    rates.add({"right answers", percent(m.accuracy_served)});
    rates.add({"goodput", m.goodput_per_s ? plain(m.goodput_per_s, 3) + "/s" : "n/a"});
    rates.add({"duplicated effects", count(m.duplicates)});
    if (m.hedges > 0) rates.add({"hedged copies", count(m.hedges)});
    out += '\n' + rates.text();
    if (finished == 0) out += "  no request has finished\n";
    return out;
}

std::string latency_section(const Metrics &m) {
    TextTable table({"Latency", "mean", "p50", "p90", "p95", "p99", "max"});
    const auto row = [&](const char *name, const LatencyFigures &l) {
        table.add({name, duration(l.mean), duration(l.p50), duration(l.p90), duration(l.p95), duration(l.p99),
                   duration(l.max)});
    };
    row("  all finished", m.latency);
    row("  successes", m.latency_success);
    std::string out = table.text("");
    if (!m.latency.exact) out += "  percentiles from a histogram, within 0.1 %\n";
    return out;
}

std::string cost_section(const Metrics &m) {
    TextTable table({"Cost", "total", "per request", "per success", "per right answer", "wasted"});
    table.add({"", format_usd(m.cost_total_usd), dollars(m.cost_per_request_usd), dollars(m.cost_per_success_usd),
               dollars(m.cost_per_correct_usd), format_usd(m.cost_wasted_usd)});
    return table.text("");
}

std::string services_section(const Metrics &m) {
    TextTable table({"Services", "calls", "per request", "served", "share", "cost", "queue wait", "busy", "in system"});
    std::string failures;
    for (const ServiceFigures &s : m.services) {
        table.add({"  " + s.name, count(s.calls), plain(s.amplification, 3), count(s.served), percent(s.share),
                   format_usd(s.cost_usd), duration(s.queue_wait_mean_s), percent(s.busy_share),
                   plain(s.in_system_mean, 2)});
        if (s.ejections > 0) failures += fmt::format("  {}: replicas taken out of turn {} times\n", s.name, s.ejections);
        if (const std::string list = list_of(s.failures); !list.empty())
            failures += "  " + s.name + " failed: " + list + '\n';
    }
    return table.text("") + failures;
}

std::string breakers_section(const Metrics &m) {
    if (m.breakers.empty()) return {};
    TextTable table({"Breakers", "policy", "instance", "trips", "false trips", "re-opened", "calls refused", "closed", "open", "half open"}, 3);
    constexpr std::size_t kShown = 20;
    for (std::size_t i = 0; i < m.breakers.size() && i < kShown; ++i) {
        const BreakerFigures &b = m.breakers[i];
        table.add({"  " + b.service + (b.caller ? " before " + *b.caller : ""), b.policy, b.shared ? "shared" : count(b.instance + 1), count(b.trips),
                   count(b.false_trips), count(b.reopenings), count(b.rejected), duration(b.closed_s), duration(b.open_s),
                   duration(b.half_open_s)});
    }
    std::string out = '\n' + table.text("");
    if (m.breakers.size() > kShown) out += fmt::format("  and {} more\n", m.breakers.size() - kShown);
    return out;
}

std::string faults_section(const Metrics &m) {
    if (m.faults.empty()) return {};
    TextTable table({"Faults", "from", "for", "detected after", "recovered after"});
    constexpr std::size_t kShown = 20;
    for (std::size_t i = 0; i < m.faults.size() && i < kShown; ++i) {
        const FaultFigures &f = m.faults[i];
        table.add({"  " + f.service, duration(f.at_s), duration(f.for_s), duration(f.time_to_detect_s),
                   duration(f.time_to_recover_s)});
    }
    std::string out = '\n' + table.text("");
    if (m.faults.size() > kShown) out += fmt::format("  and {} more\n", m.faults.size() - kShown);
    return out;
}

std::string batches_section(const Metrics &m) {
    if (m.batches.empty()) return {};
    TextTable table({"Batches", "items", "successes", "failures", "success rate"});
    for (std::size_t i = 0; i < m.batches.size(); ++i) {
        const BatchFigures &b = m.batches[i];
        table.add({fmt::format("  {}", i + 1), fmt::format("{}", b.items), count(b.successes), count(b.failures),
                   percent(b.success_rate)});
    }
    return '\n' + table.text("");
}

/// A goal's figure in the unit of its metric.
std::string goal_value(const std::string &metric, const Figure &value) {
    if (metric.starts_with("latency")) return duration(value);
    if (metric.starts_with("cost")) return dollars(value);
    if (metric.starts_with("goodput")) return value ? plain(value, 3) + "/s" : "n/a";
    if (metric == "avg_attempts" || metric == "amplification" || metric == "duplicates") return plain(value, 3);
    return percent(value);
}

std::string goals_section(const Metrics &m) {
    if (m.slo.empty()) return {};
    TextTable table({"Goals", "goal", "measured", ""}, 1);
    for (const GoalFigure &g : m.slo) {
        table.add({"  " + g.metric, goal_value(g.metric, g.goal), goal_value(g.metric, g.value),
                   !g.met   ? "n/a"
                   : *g.met ? "met"
                            : "MISSED"});
    }
    return '\n' + table.text("");
}

} // namespace

std::string report_text(const Metrics &m) {
    const std::string name = m.scenario.empty() ? "(no name)" : m.scenario;
    std::string out = fmt::format("{}\n  seed {}, {} simulated, {} events, trace {}\n", name, m.seed,
                                  duration(m.simulated_s), m.events, m.trace_hash);
    if (m.stop != StopReason::finished) out += fmt::format("  stopped early: {}\n", name_of(m.stop));
    out += '\n' + requests_section(m) + '\n' + latency_section(m) + '\n' + cost_section(m) + '\n' + services_section(m);
    return out + breakers_section(m) + faults_section(m) + batches_section(m) + goals_section(m);
}

} // namespace halfopen
