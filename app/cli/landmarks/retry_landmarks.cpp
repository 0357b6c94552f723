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
    l.runs_first = 32;
    constexpr Row rows[] = {{0.1, 0.992, 1.101, 0.931, 1.033}, {0.5, 0.570, 1.142, 0.499, 1.000}, {1.0, 0.0, 1.143, 0.0, 1.0}};
    for (const Row &row : rows) {
        const std::string fails = fmt::format("services.server.failures={{unavailable: {}}}", row.p);
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
    l.source = "https://github.com/mbrooker/simulator_example (retry_sim, run_sims_retry_serial)";
    l.scenario = "l03-what-is-backoff-for";
    l.parameters = "100 clients, 10/s each, 10 s, p = 0.5, 3 retries, with and without a backoff of 0.1 s doubling; open: "
                   "Poisson; serial: one request of a client at a time. 3 runs. The source's serial clients begin at 0, ours after a "
                   "first interval of 0.1 s: they get 10.1 s";
    l.runs_first = 32;
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
                              {fmt::format("workloads=[{{operation: call, arrivals: {}, instances: 100}}]", row.arrivals),
                               fmt::format("policies.client.retry.backoff={}", row.backoff),
                               row.arrivals == kSerial ? "duration=10.1s" : "duration=10s"}});
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
    const auto at_back = figure_of([](const Metrics &m) { return calls_at(m, "back"); });
    l.variants.push_back({"3 layers x 4", {}});
    l.checks.push_back({"3 layers x 4 attempts, all fail: calls", {"3 layers x 4"}, equals(64.0), at_back});
    const std::string five =
        "services={a: {calls: [{service: b, policy: caller}]}, b: {calls: [{service: front, policy: caller}]}, "
        "front: {calls: [{service: middle, policy: caller}]}, middle: {calls: [{service: back, policy: caller}]}, "
        "back: {latency: 1ms, failures: {network: 100%}}}";
    l.variants.push_back({"5 layers x 3",
                          {five, "operations.ask.chain=[{service: a, policy: caller}]", "policies.caller.retry.max_attempts=3"}});
    l.checks.push_back({"5 layers x 3 attempts, all fail: calls", {"5 layers x 3"}, equals(243.0), at_back});
    for (const double p : {0.5, 0.8}) {
        // Each layer fails with the probability that all tries of the one below have failed.
        double expected = 1.0, fails = p;
        for (int layer = 0; layer < 3; ++layer) {
            expected *= theory::tries(fails, 4).attempts;
            fails = std::pow(fails, 4);
        }
        const std::string name = fmt::format("3 layers x 4, p = {}", p);
        l.variants.push_back({name, {fmt::format("services.back.failures={{network: {}}}", p), "duration=1000s"}});
        l.checks.push_back({name + ": calls", {name}, equals(expected), at_back});
    }
}

/// One service in place of the layers, asked under one policy.
std::vector<std::string> one_service(const std::string &service, const std::string &policy, const std::string &arrivals) {
    return {"services={limited: " + service + "}", "policies={p: " + policy + "}",
            "operations={ask: {chain: [{service: limited, policy: p}]}}",
            "workloads=[{operation: ask, arrivals: " + arrivals + "}]"};
}

void add_ramp(Landmark &l) {
    std::vector<std::string> sets =
        one_service("{rate_limit: {rate: 10000/s, burst: 2}}",
                    "{retry: {max_attempts: 30, backoff: {family: constant, base: 1s}, jitter: none}}",
                    "{every: 99.0099us}"); // 10,100 a second
    sets.push_back("duration=10s");
    l.variants.push_back({"over the limit", sets});
    for (const int second : {1, 5, 9}) {
        l.checks.push_back({fmt::format("10,100/s at a limit of 10,000/s: calls in second {}", second + 1), {"over the limit"},
                            with_error(10100.0 + 100.0 * second, 5.0), figure_of([second](const Metrics &m) {
                                return Figure(per_second(m, m.series.attempts, second, second + 1));
                            })});
    }
}

void add_limits(Landmark &l) {
    const std::string down = "{failures: {unavailable: 100%}}", arrivals = "{poisson: 100/s}";
    const std::string tries = "retry: {max_attempts: 3, backoff: {family: constant, base: 100ms}}";
    const auto load = figure_of([](const Metrics &m) { return calls_at(m, "limited"); });
    const auto add = [&](const std::string &name, std::vector<std::string> sets, std::vector<std::string> more,
                         const std::string &what, const Claim &claim, const Measured &value) {
        sets.insert(sets.end(), more.begin(), more.end());
        l.variants.push_back({name, sets});
        l.checks.push_back({what, {name}, claim, value});
    };
    add("3 attempts", one_service(down, "{" + tries + "}", arrivals), {"duration=300s"}, "down, 3 attempts: calls a request",
        equals(3.0), load);
    Claim bounded = equals(1.1); // the source says 1.1x; a window begins empty
    bounded.rounding = 0.005;
    add("10 % budget",
        one_service(down, "{" + tries + ", budget: {ratio: {percent: 10%, min_per_second: 0, window: 10s}}}", arrivals),
        {"duration=300s"}, "down, 3 attempts and a 10 % budget: calls a request", bounded, load);
    for (const double k : {2.0, 1.1}) {
        const std::string name = fmt::format("adaptive throttle, K = {}", k);
        add(name,
            one_service("{rate_limit: {rate: 100/s, burst: 100}}",
                        fmt::format("{{budget: {{adaptive_throttle: {{k: {}, window: 2min}}}}}}", k), "{poisson: 1000/s}"),
            {"duration=800s", "warmup=300s"}, name + ": calls sent / accepted", equals(k, 0.005),
            figure_of([](const Metrics &m) -> Figure {
                if (m.services[0].served == 0) return std::nullopt;
                return static_cast<double>(m.services[0].calls) / static_cast<double>(m.services[0].served);
            }));
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
    l.runs_first = 16;
    add_layers(l);
    add_ramp(l);
    add_limits(l);
    return l;
}

} // namespace

std::vector<Landmark> landmarks_of_retries() { return {budgets(), backoff_for(), amplification()}; }

} // namespace halfopen::cli
