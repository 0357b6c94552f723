// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/landmarks/landmark.h"

#include "engine/insight/closed_forms.h"

#include <fmt/format.h>

#include <cmath>

namespace halfopen::cli {

namespace {

Landmark budgets() {
    Landmark l;
    l.id = "L2";
    l.title = "Retries, token bucket, breaker of retries";
    l.source = "https://brooker.co.za/blog/2022/02/28/retries.html";
    l.scenario = "l02-retries-and-budgets";
    l.parameters = "100 Poisson clients x 10/s for 10 s, network Exp(10 ms) each way, each attempt fails with probability p; "
                   "bucket of 5, +0.1 a request, a retry takes 1; retries while failures / requests <= 10 %. Budgets: 5 runs; "
                   "without: 1 - p^n and (1 - p^n) / (1 - p)";
    struct Row {
        double p, bucket, bucket_load, breaker, breaker_load;
    };
    constexpr Row rows[] = {{0.1, 0.992, 1.101, 0.931, 1.033}, {0.5, 0.570, 1.142, 0.499, 1.000}, {1.0, 0.0, 1.143, 0.0, 1.0}};
    for (const Row &row : rows) {
        const std::string fails = fmt::format("services.server.failures={{network: {}}}", row.p);
        const auto add = [&](const std::string &what, const std::string &policy, const Claim &success, const Claim &load) {
            const std::string name = fmt::format("p = {:.1f}, {}", row.p, what);
            l.variants.push_back({name, {fails, "policies.client=" + policy}});
            l.checks.push_back({name + ": success", {name}, success, figure(&Metrics::success_rate)});
            l.checks.push_back({name + ": attempts a request", {name}, load, figure(&Metrics::avg_attempts)});
        };
        const std::string retry = "retry: {max_attempts: 4, backoff: {family: none}}";
        const theory::Tries four = theory::tries(row.p, 4);
        const auto source = [](double value) { return mean_of_runs(value, 5, 0.0005); };
        add("none", "{}", equals(1.0 - row.p), equals(1.0));
        add("3 retries", "{" + retry + "}", equals(four.success), equals(four.attempts));
        add("bucket", "{" + retry + ", budget: {per_call_bucket: {capacity: 5, deposit_per_call: 0.1, retry_cost: 1}}}",
            source(row.bucket), source(row.bucket_load));
        add("breaker", "{" + retry + ", budget: {failure_rate: {threshold: 10%, per: requests}}}", source(row.breaker),
            source(row.breaker_load));
    }
    return l;
}

Landmark backoff_for() {
    Landmark l;
    l.id = "L3";
    l.title = "What is backoff for?";
    l.source = "https://brooker.co.za/blog/2022/08/11/backoff.html";
    l.scenario = "l03-what-is-backoff-for";
    l.parameters = "100 clients, 10/s each, 10 s, p = 0.5, 3 retries, with and without a backoff of 0.1 s doubling; open: "
                   "Poisson; serial: one request of a client at a time. 3 runs";
    struct Row {
        const char *name, *arrivals, *backoff;
        double attempts, first;
    };
    constexpr const char *kOpen = "{poisson: 1000/s}",
                         *kSerial = "{clients: {count: 100, think: {exponential: {mean: 100ms}}, pacing: start}}",
                         *kNone = "{family: none}", *kWaits = "{family: exponential, base: 100ms, multiplier: 2}";
    constexpr Row rows[] = {{"open, no backoff", kOpen, kNone, 1881, 1003},
                            {"open, 0.1 s", kOpen, kWaits, 1899, 1013},
                            {"serial, no backoff", kSerial, kNone, 1741, 923},
                            {"serial, 0.1 s", kSerial, kWaits, 824, 443}};
    for (const Row &row : rows) {
        l.variants.push_back({row.name,
                              {fmt::format("workloads=[{{operation: ask, arrivals: {}, instances: 1}}]", row.arrivals),
                               fmt::format("policies.client.retry.backoff={}", row.backoff)}});
        l.checks.push_back({fmt::format("{}: attempts/s", row.name), {row.name}, mean_of_runs(row.attempts, 3, 0.5),
                            figure_of([](const Metrics &m) {
                                return m.avg_attempts ? Figure(*m.avg_attempts * static_cast<double>(m.requests) / 10.0)
                                                      : std::nullopt;
                            })});
        l.checks.push_back({fmt::format("{}: first tries/s", row.name), {row.name}, mean_of_runs(row.first, 3, 0.5),
                            figure_of([](const Metrics &m) { return Figure(static_cast<double>(m.requests) / 10.0); })});
    }
    const auto load = [](const Metrics &m) {
        return m.avg_attempts ? Figure(*m.avg_attempts * static_cast<double>(m.requests)) : std::nullopt;
    };
    l.checks.push_back({"open: load with backoff / without", {"open, 0.1 s", "open, no backoff"}, equals(1.0, 0.005),
                        quotient_of(load)});
    l.checks.push_back({"serial: load with backoff / without", {"serial, 0.1 s", "serial, no backoff"}, at_most(0.55),
                        quotient_of(load)});
    return l;
}

Figure calls_at(const Metrics &m, const std::string &service) {
    for (const ServiceFigures &s : m.services) {
        if (s.name == service) return s.amplification;
    }
    return std::nullopt;
}

void add_layers(Landmark &l) {
    const auto at_e = figure_of([](const Metrics &m) { return calls_at(m, "e"); });
    l.variants.push_back({"3 layers x 4", {}});
    l.checks.push_back({"3 layers x 4 attempts, all fail: calls", {"3 layers x 4"}, equals(64.0), at_e});
    l.variants.push_back({"5 layers x 3", {"operations.ask.chain[0].service=a", "policies.layer.retry.max_attempts=3",
                                           "operations.ask.chain[0].policy=layer"}});
    l.checks.push_back({"5 layers x 3 attempts, all fail: calls", {"5 layers x 3"}, equals(243.0), at_e});
    for (const double p : {0.5, 0.8}) {
        // Each layer fails with the probability that all tries of the one below have failed.
        double expected = 1.0, fails = p;
        for (int layer = 0; layer < 3; ++layer) {
            expected *= theory::tries(fails, 4).attempts;
            fails = std::pow(fails, 4);
        }
        const std::string name = fmt::format("3 layers x 4, p = {}", p);
        l.variants.push_back({name, {fmt::format("services.e.failures={{unavailable: {}}}", p), "duration=1000s"}});
        l.checks.push_back({name + ": calls", {name}, equals(expected), at_e});
    }
}

void add_ramp(Landmark &l) {
    const std::string arrivals = "workloads=[{operation: ask_limited, arrivals: {every: 99.0099us}}]"; // 10,100 a second
    l.variants.push_back({"over the limit", {arrivals}});
    for (const int second : {1, 5, 9}) {
        l.checks.push_back({fmt::format("10,100/s at a limit of 10,000/s: calls in second {}", second + 1), {"over the limit"},
                            with_error(10100.0 + 100.0 * second, 5.0), figure_of([second](const Metrics &m) {
                                return Figure(per_second(m, m.series.attempts, second, second + 1));
                            })});
    }
}

void add_limits(Landmark &l) {
    const std::string down = "services.limited.failures={unavailable: 100%}";
    const std::string arrivals = "workloads=[{operation: ask_limited, arrivals: {poisson: 100/s}}]";
    const std::string tries = "retry: {max_attempts: 3, backoff: {family: constant, base: 100ms}}";
    const auto load = figure_of([](const Metrics &m) { return calls_at(m, "limited"); });
    l.variants.push_back({"3 attempts", {down, arrivals, "policies.patient={" + tries + "}", "duration=300s"}});
    l.checks.push_back({"down, 3 attempts: calls a request", {"3 attempts"}, equals(3.0), load});
    l.variants.push_back({"10 % budget",
                          {down, arrivals, "duration=300s",
                           "policies.patient={" + tries +
                               ", budget: {ratio: {percent: 10%, min_per_second: 0, window: 10s}}}"}});
    l.checks.push_back({"down, 3 attempts and a 10 % budget: calls a request", {"10 % budget"}, equals(1.1), load});
    for (const double k : {2.0, 1.1}) {
        const std::string name = fmt::format("adaptive throttle, K = {}", k);
        l.variants.push_back({name,
                              {"services.limited.rate_limit={rate: 100/s, burst: 1}", "duration=800s", "warmup=300s",
                               "workloads=[{operation: ask_limited, arrivals: {poisson: 1000/s}}]",
                               fmt::format("policies.patient={{budget: {{adaptive_throttle: {{k: {}, window: 2min}}}}}}", k)}});
        l.checks.push_back({name + ": calls sent / accepted", {name}, equals(k, 0.005), figure_of([](const Metrics &m) -> Figure {
                                for (const ServiceFigures &s : m.services) {
                                    if (s.name == "limited" && s.served > 0)
                                        return static_cast<double>(s.calls) / static_cast<double>(s.served);
                                }
                                return std::nullopt;
                            })});
    }
}

Landmark amplification() {
    Landmark l;
    l.id = "L10";
    l.title = "Retries multiply, and what bounds them";
    l.source = "https://sre.google/sre-book/addressing-cascading-failures/";
    l.scenario = "l10-retry-amplification";
    l.parameters = "4^3 = 64 and 3^5 = 243 calls when all fail, products of (1 - p^4) / (1 - p) below that; a limit of 10,000/s "
                   "offered 10,100/s with a retry each second; 3 attempts, a 10 % budget, adaptive throttling with K";
    l.runs_first = 8;
    add_layers(l);
    add_ramp(l);
    add_limits(l);
    return l;
}

} // namespace

std::vector<Landmark> landmarks_of_retries() { return {budgets(), backoff_for(), amplification()}; }

} // namespace halfopen::cli
