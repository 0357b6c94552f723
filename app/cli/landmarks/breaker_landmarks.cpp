// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/landmarks/landmark.h"

namespace halfopen::cli {

namespace {

Figure opened_at(const Metrics &m) {
    if (m.breakers.empty() || m.breakers[0].transitions.empty()) return std::nullopt;
    return m.breakers[0].transitions.front().at_s;
}
Figure trips(const Metrics &m) {
    return m.breakers.empty() ? std::nullopt : Figure(static_cast<double>(m.breakers[0].trips));
}

Landmark defaults() {
    Landmark l;
    l.id = "L16";
    l.title = "Library defaults under a hard outage";
    l.source = "https://github.com/resilience4j/resilience4j/issues/747";
    l.scenario = "l16-library-defaults";
    l.parameters = "down from the start; a window of calls opens at call max(minimum, threshold x window); Polly needs 100 calls in 30 s; "
                   "gRPC's throttle (10 tokens, 0.1 back) stops retries after 5 failures";
    l.runs_first = 2; // nothing is drawn
    const std::string window = "policies.client.breaker={preset: resilience4j, window: {calls: 20}, minimum_calls: 10}";
    l.variants = {{"resilience4j, 10/s", {}},
                  {"resilience4j, 1/s", {"workloads[0].arrivals={every: 1s}", "duration=2min", "faults[0].for=2min"}},
                  {"resilience4j, 10 of 20", {window}},
                  {"polly, 3.2/s", {"policies.client.breaker=polly", "workloads[0].arrivals={every: 312.5ms}", "duration=2min", "faults[0].for=2min"}},
                  {"polly, 4/s", {"policies.client.breaker=polly", "workloads[0].arrivals={every: 250ms}", "duration=2min", "faults[0].for=2min"}},
                  {"grpc",
                   {"workloads[0].arrivals={every: 1h}",
                    "policies.client={retry: {max_attempts: 10, backoff: {family: constant, base: 1ms}}, budget: {throttle: "
                    "{max_tokens: 10, token_ratio: 0.1}}}"}}};
    const auto printed = [](double value) {
        Claim claim = equals(value);
        claim.rounding = 0.1;
        return claim;
    };
    // The n-th call comes after n - 1 gaps; its refusal is back within milliseconds.
    l.checks = {{"resilience4j at 10/s: opens at, s", {"resilience4j, 10/s"}, printed(9.9), figure_of(opened_at)},
                {"resilience4j at 1/s: opens at, s", {"resilience4j, 1/s"}, printed(99.0), figure_of(opened_at)},
                {"resilience4j, 10 calls of a window of 20: opens at, s", {"resilience4j, 10 of 20"}, printed(0.9), figure_of(opened_at)},
                {"polly at 3.2/s: trips in two minutes", {"polly, 3.2/s"}, equals(0.0), figure_of(trips)},
                {"polly at 4/s: trips in two minutes", {"polly, 4/s"}, at_least(1.0), figure_of(trips)},
                {"grpc: attempts until retries stop", {"grpc"}, equals(5.0),
                 figure_of([](const Metrics &m) { return m.avg_attempts; })}};
    return l;
}

} // namespace

std::vector<Landmark> landmarks_of_breakers() { return {defaults()}; }

} // namespace halfopen::cli
