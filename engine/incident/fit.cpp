// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/incident/fit.h"

#include <algorithm>
#include <array>
#include <map>

#include "engine/incident/fit_services.h"

namespace halfopen {

namespace {

/// The narrowest of the usual windows in which the busiest service has a hundred calls, and of which there are at most
/// five hundred.
Duration window_for(const Incident &incident, Duration length) {
    using namespace std::chrono_literals;
    constexpr std::array<Duration, 11> usual = {1s, 2s, 5s, 10s, 20s, 30s, 1min, 2min, 5min, 10min, 1h};
    std::vector<std::size_t> counts(incident.services.size(), 0);
    for (const RecordedCall &call : incident.calls) ++counts[call.service];
    const std::size_t busiest = *std::max_element(counts.begin(), counts.end());
    for (const Duration window : usual) {
        const double windows = std::max(1.0, seconds(length) / seconds(window));
        if (static_cast<double>(busiest) / windows >= 100.0 && windows <= 500.0) return window;
    }
    return std::max<Duration>(std::chrono::hours(1), length / 500);
}

/// When a failure shows, by how long it took beside a success.
std::vector<std::pair<std::uint16_t, Shows>> shows_of(const Incident &incident) {
    std::map<std::uint16_t, std::vector<Duration>> latencies;
    for (const RecordedCall &call : incident.calls)
        if (call.latency.count() >= 0) latencies[call.outcome].push_back(call.latency);
    const auto median = [](std::vector<Duration> &list) {
        const auto middle = list.begin() + static_cast<std::ptrdiff_t>(list.size() / 2);
        std::nth_element(list.begin(), middle, list.end());
        return *middle;
    };
    std::vector<std::pair<std::uint16_t, Shows>> out;
    if (!latencies.contains(0)) return out;
    const Duration success = median(latencies.at(0));
    const std::vector<bool> refusals = own_refusals(incident);
    for (auto &[outcome, list] : latencies) {
        if (outcome == 0 || refusals[outcome]) continue;
        const bool times_out = incident.outcomes[outcome] == "timeout";
        out.emplace_back(outcome, times_out                     ? Shows::hang
                                  : median(list) * 5 < success ? Shows::refuse
                                                               : Shows::respond);
    }
    return out;
}

FittedService fit_service(const Incident &incident, std::uint16_t number, const CallList &calls, Duration window,
                          Duration length, bool capacity) {
    FittedService service;
    service.service = number;
    service.calls = calls.size();
    service.rate = rate_estimate(calls.size(), std::max(1e-9, seconds(length)));
    std::map<std::uint16_t, std::size_t> failures;
    std::vector<Duration> successes;
    for (const std::uint32_t i : calls) {
        const RecordedCall &call = incident.calls[i];
        if (call.outcome != 0) ++failures[call.outcome];
        else if (call.latency.count() >= 0) successes.push_back(call.latency);
    }
    for (const auto &[outcome, count] : failures)
        service.failures.emplace_back(outcome, share_estimate(count, calls.size()));
    std::sort(successes.begin(), successes.end());
    if (!successes.empty()) {
        service.p50 = quantile_estimate(successes, 0.5);
        service.p95 = quantile_estimate(successes, 0.95);
        service.p99 = quantile_estimate(successes, 0.99);
        service.latency = percentiles_of(successes);
    }
    service.steps = steps_of(incident, calls, window);
    if (capacity)
        service.capacity = capacity_of(incident, calls, service.no_capacity);
    else
        service.no_capacity = "it was not asked for";
    read_habits(incident, calls, service);
    return service;
}

} // namespace

Fit fit(const Incident &incident, const FitOptions &options) {
    Fit out;
    SimTime end{};
    for (const RecordedCall &call : incident.calls) end = std::max(end, call.end());
    out.length = std::max<Duration>(end - kTimeZero, std::chrono::milliseconds(1));
    out.window = options.window.value_or(window_for(incident, out.length));
    std::vector<CallList> calls(incident.services.size());
    const std::vector<bool> is_refusal = own_refusals(incident);
    std::size_t refusals = 0;
    for (std::uint32_t i = 0; i < incident.calls.size(); ++i) {
        const RecordedCall &call = incident.calls[i];
        if (is_refusal[call.outcome]) ++refusals;
        else calls[call.service].push_back(i);
    }
    for (std::uint16_t s = 0; s < calls.size(); ++s)
        if (!calls[s].empty()) out.services.push_back(fit_service(incident, s, calls[s], out.window, out.length, options.capacity));
    out.shows = shows_of(incident);
    out.assumptions = {
        "Arrivals are the recorded ones. How a service behaves depends on the time only, not on what is asked of it: a "
        "policy that sends more calls does not slow it down, unless workers were fitted.",
        "Within a window every call fails with the same chance, and independently of the others.",
        "Latencies are those of recorded successes; failures that a service answers take as long. What took longer than "
        "the recorded timeout is not known."};
    const auto falls_back = [](const FittedService &s) {
        return std::any_of(s.steps.begin(), s.steps.end(), [](const FittedStep &step) { return step.latency.empty(); });
    };
    if (std::any_of(out.services.begin(), out.services.end(), falls_back))
        out.assumptions.push_back("Windows with fewer than 10 successes have the latencies of the service's whole record.");
    if (std::any_of(out.services.begin(), out.services.end(), [](const FittedService &s) { return s.capacity.has_value(); }))
        out.assumptions.push_back("Where workers were fitted, latency comes from them and an unlimited queue at all times. Failures stay as they "
                                  "were recorded: those that the queue had caused may count twice.");
    if (refusals > 0)
        out.assumptions.push_back(std::to_string(refusals) + " rows are refusals by the caller itself; they say nothing "
                                                             "about a service and are left out.");
    out.operations = operations_of(incident, out.assumptions);
    return out;
}

} // namespace halfopen
