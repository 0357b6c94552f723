// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/fitted_scenario.h"
#include "engine/files/replay_report.h"
#include "engine/files/text_table.h"
#include "engine/insight/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

std::string percent(const Estimate &e) { return fmt::format("{:.2f} % ({:.2f} to {:.2f})", e.value * 100, e.low * 100, e.high * 100); }

std::string latency(const Estimate &e) {
    const auto text = [](double s) { return format_duration(duration_from_ns(s * 1e9)); };
    if (e.high <= 0.0) return "n/a";
    if (std::isinf(e.high) && e.low <= 0.0) return text(e.value) + " (too few to tell)";
    if (std::isinf(e.high)) return fmt::format("{} (at least {})", text(e.value), text(e.low));
    return fmt::format("{} ({} to {})", text(e.value), text(e.low), text(e.high));
}

Estimate failed(const FittedService &service) {
    double share = 0.0;
    for (const auto &entry : service.failures) share += entry.second.value;
    return share_estimate(static_cast<std::size_t>(share * static_cast<double>(service.calls) + 0.5), service.calls);
}

std::string services_table(const Incident &incident, const Fit &fit) {
    TextTable table({"Services", "calls", "per second", "failed", "p50", "p95", "p99", "windows"}, 1);
    for (const FittedService &s : fit.services) {
        table.add({"  " + incident.services[s.service], fmt::format("{}", s.calls),
                   fmt::format("{:.4g} ({:.4g} to {:.4g})", s.rate.value, s.rate.low, s.rate.high), percent(failed(s)),
                   latency(s.p50), latency(s.p95), latency(s.p99), fmt::format("{}", s.steps.size())});
    }
    std::string out = table.text("");
    for (const FittedService &s : fit.services) {
        std::string kinds;
        for (const auto &[outcome, share] : s.failures)
            kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", incident.outcomes[outcome], percent(share));
        if (!kinds.empty()) out += fmt::format("  {} failed: {}\n", incident.services[s.service], kinds);
    }
    return out + "  in brackets: 95 % intervals\n";
}

} // namespace

std::string fit_report(const Incident &incident, const Fit &fit) {
    std::string out = fmt::format("{} calls of {} requests in {}, windows of {}\n\n", incident.calls.size(), incident.requests,
                                  format_duration(fit.length), format_duration(fit.window));
    out += services_table(incident, fit);
    for (const FittedService &s : fit.services) {
        if (s.capacity)
            out += fmt::format("  {}: {} workers at {} each (R² {:.3f})\n", incident.services[s.service], s.capacity->workers,
                               format_duration(s.capacity->service), s.capacity->r_squared);
        else if (s.no_capacity != "it was not asked for")
            out += fmt::format("  {}: no workers were fitted: {}\n", incident.services[s.service], s.no_capacity);
    }
    out += health_text(incident.health);
    out += "\nAssumed\n";
    for (const std::string &assumption : fit.assumptions) out += "  " + assumption + '\n';
    return out;
}

} // namespace halfopen
