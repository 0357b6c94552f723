// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/landmarks/landmark.h"

#include "engine/insight/closed_forms.h"

#include <fmt/format.h>

namespace halfopen::cli {

namespace {

double goodput(const Metrics &m, double from_s, double to_s) { return per_second(m, m.series.successes, from_s, to_s); }

/// Served less than half of its requests over [from, to).
Measured stuck(double rate, double from_s, double to_s) {
    return holds([=](const Metrics &m) { return goodput(m, from_s, to_s) < 0.5 * rate; });
}
Measured recovered(double rate, double from_s, double to_s) {
    return holds([=](const Metrics &m) { return goodput(m, from_s, to_s) >= 0.5 * rate; });
}
Claim nearly_all() {
    Claim claim = at_least(0.9);
    claim.proportion = true;
    return claim;
}
Claim hardly_any() {
    Claim claim = at_most(0.1);
    claim.proportion = true;
    return claim;
}

/// The first second from `after_s` on that begins five seconds with nine tenths of the rate served.
Figure recovers_at(const Metrics &m, double rate, int after_s) {
    const int last = static_cast<int>(m.series.successes.size()) - 5;
    for (int t = after_s; t < last; ++t) {
        if (goodput(m, t, t + 5) >= 0.9 * rate) return t;
    }
    return std::nullopt;
}

Landmark spike() {
    Landmark l;
    l.id = "L4";
    l.title = "A spike, and a collapse that stays";
    l.source = "https://github.com/mbrooker/simulator_example/tree/main/simple_collapse_sim";
    l.scenario = "l04-spike-collapse";
    l.parameters = "latency 1 s + 10 ms x in flight, network Exp(0.1 s) each way, timeout 3 s, 3 tries, 40/s, 80/s from 20 s to "
                   "25 s, 80 s; stuck: below 20/s in the last 20 s; 20 runs";
    l.runs_first = 32;
    l.runs_max = 1024;
    const std::string waits = "policies.client.retry={max_attempts: 3, backoff: {family: exponential, base: 20s, multiplier: 2}, "
                              "jitter: full}";
    const std::string ramp = "workloads=[{operation: call, arrivals: {phases: [{for: 25s, poisson: {from: 40/s, to: 80/s}}, "
                             "{for: 25s, poisson: {from: 80/s, to: 40/s}}, {for: 30s, poisson: 40/s}]}}]";
    l.variants = {{"steady", {"workloads=[{operation: call, arrivals: {poisson: 40/s}}]", "policies.client={}", "warmup=20s",
                              "duration=400s"}},
                  {"at once", {}},
                  {"backoff", {waits}},
                  {"ramp, at once", {ramp}},
                  {"ramp, backoff", {ramp, waits}}};
    l.checks = {{"steady 40/s: calls in flight at the server", {"steady"}, with_error(67.0, 0.29), // printed as 67
                 figure_of([](const Metrics &m) { return m.services[0].in_system_mean; })},
                {"spike, retries at once: share that stays stuck", {"at once"}, so_many_of(14, 20), stuck(40, 60, 80)},
                {"spike, backoff with jitter: share that stays stuck", {"backoff"}, so_many_of(0, 20), stuck(40, 60, 80)},
                {"ramp, retries at once: share that stays stuck", {"ramp, at once"}, nearly_all(), stuck(40, 60, 80)}};
    l.checks.push_back({"ramp, backoff with jitter: goodput at the peak, 25 s to 40 s", {"ramp, backoff"}, at_most(20.0),
                        figure_of([](const Metrics &m) { return Figure(goodput(m, 25, 40)); })});
    return l;
}

Landmark retry_storm() {
    Landmark l;
    l.id = "L5";
    l.title = "Metastable retry storm";
    l.source = "https://github.com/mbrooker/simulator_example";
    l.scenario = "l05-metastable-retry-storm";
    l.parameters = "70/s, timeout 1 s, round robin over 2 x (5 workers, Exp(0.1 s), queue of 10,000), one down from 5 s to 10 s "
                   "(the balancer asks the other), retries at once; recovered: at least 35/s in the second minute; 10 runs";
    l.runs_first = 32;
    l.runs_max = 512;
    const auto policy = [](int attempts, const std::string &budget) {
        return fmt::format("policies.client={{timeout: 1s, retry: {{max_attempts: {}, backoff: none}}{}}}", attempts, budget);
    };
    const auto bucket = [](double deposit) {
        return fmt::format(", budget: {{success_bucket: {{capacity: 10, deposit_per_success: {}, retry_cost: 1}}}}", deposit);
    };
    l.variants = {{"none", {policy(1, "")}},
                  {"1 retry", {policy(2, "")}},
                  {"3 retries", {policy(4, "")}},
                  {"bucket +0.02", {policy(4, bucket(0.02))}},
                  {"bucket +0.1", {policy(4, bucket(0.1))}},
                  {"breaker 50 %", {policy(4, ", budget: {failure_rate: {threshold: 50%, window: 10s, per: requests}}")}}};
    const auto share = [&](const char *name, int did) {
        l.checks.push_back({fmt::format("{}: share that recovers", name), {name}, so_many_of(did, 10), recovered(70, 60, 120)});
    };
    share("none", 10);
    share("1 retry", 2);
    share("3 retries", 0);
    share("bucket +0.02", 10);
    share("bucket +0.1", 10);
    share("breaker 50 %", 10);
    l.checks.push_back({"3 retries: attempts/s in the second minute", {"3 retries"}, mean_of_runs(281, 10, 0.5),
                        figure_of([](const Metrics &m) { return Figure(per_second(m, m.series.attempts, 60, 120)); })});
    l.checks.push_back({"3 retries: share with a goodput of 0 in the second minute", {"3 retries"}, nearly_all(),
                        holds([](const Metrics &m) { return goodput(m, 60, 120) < 0.1; })});
    l.checks.push_back({"none: recovers by, s", {"none"}, at_most(15.0),
                        figure_of([](const Metrics &m) { return recovers_at(m, 70, 10); })});
    for (const Claim &bound : {at_least(18.0), at_most(41.0)}) {
        l.checks.push_back({"breaker 50 %: recovers late, at, s", {"breaker 50 %"}, bound,
                            figure_of([](const Metrics &m) { return recovers_at(m, 70, 10); })});
    }
    return l;
}

Landmark hidden_capacity() {
    Landmark l;
    l.id = "L6";
    l.title = "Hidden capacity";
    l.source = "https://sigops.org/s/conferences/hotos/2021/papers/hotos21-s11-bronson.pdf";
    l.scenario = "l06-hidden-capacity";
    l.parameters = fmt::format("mu = 300/s, timeout 1 s, 1 retry, a trigger of 10 s: stable below mu / (1 + N) = {}/s; "
                               "stuck: less than half is served at the end",
                               theory::hidden_capacity(300.0, 1));
    l.runs_first = 64;
    const auto then = [](int rate) {
        return fmt::format("workloads=[{{operation: query, arrivals: {{phases: [{{for: 60s, poisson: 280/s}}, {{for: 1140s, "
                           "poisson: {}/s}}]}}}}]",
                           rate);
    };
    l.variants = {{"280", {}},
                  {"140", {"workloads[0].arrivals={poisson: 140/s}"}},
                  {"280, then 140", {then(140), "duration=20min"}},
                  {"280, then 160", {then(160), "duration=20min"}}};
    l.checks = {{"280/s: share that stays stuck", {"280"}, nearly_all(), stuck(280, 240, 300)},
                {"280/s: attempts/s while stuck = 2 lambda", {"280"}, equals(560.0),
                 figure_of([](const Metrics &m) { return Figure(per_second(m, m.series.attempts, 200, 298)); })},
                {"280/s: goodput/s while stuck", {"280"}, at_most(1.0),
                 figure_of([](const Metrics &m) { return Figure(goodput(m, 240, 300)); })},
                {"140/s: share that stays stuck", {"140"}, hardly_any(), stuck(140, 240, 300)},
                {"stuck at 280/s, then 140/s: share that recovers", {"280, then 140"}, nearly_all(), recovered(140, 1100, 1200)},
                {"stuck at 280/s, then 160/s: share that recovers", {"280, then 160"}, hardly_any(), recovered(160, 1100, 1200)}};
    return l;
}

Landmark trigger() {
    Landmark l;
    l.id = "L7";
    l.title = "Trigger intensity";
    l.source = "https://sigops.org/s/conferences/hotos/2021/papers/hotos21-s11-bronson.pdf";
    l.scenario = "l07-trigger-intensity";
    l.parameters = "mu = 300/s, timeout 1 s, 1 retry at once, a pause of d: stuck if 2 lambda > mu and d > d* = (1 + mu / lambda) / 2 s, "
                   "about; checked at 0.75 d* and 1.3 d*";
    l.runs_first = 64;
    const auto add = [&](double rate, double pause, const Claim &claim, const std::string &what) {
        const std::string name = fmt::format("{}/s, {:.3f} s", rate, pause);
        l.variants.push_back({name, {fmt::format("workloads[0].arrivals={{poisson: {}/s}}", rate),
                                     fmt::format("faults[0].for={:.0f}ms", 1000.0 * pause)}});
        l.checks.push_back({fmt::format("{}: share that stays stuck ({})", name, what), {name}, claim, stuck(rate, 90, 120)});
    };
    for (const double rate : {180.0, 200.0, 240.0}) {
        const double limit = (1.0 + 300.0 / rate) / 2.0;
        add(rate, 0.75 * limit, hardly_any(), "0.75 d*");
        add(rate, 1.3 * limit, nearly_all(), "1.3 d*");
    }
    add(151.0, 1.2, hardly_any(), "0.8 d*");
    add(299.0, 1.2, nearly_all(), "1.2 d*");
    add(140.0, 5.0, hardly_any(), "below mu / 2");
    return l;
}

Landmark busy_and_useless() {
    Landmark l;
    l.id = "L8";
    l.title = "Goodput collapse without retries";
    l.source = "https://github.com/mbrooker/simulator_example";
    l.scenario = "l08-goodput-collapse";
    l.parameters = "90/s, timeout 1 s, 10 workers x Exp(0.1 s), unbounded FIFO, latency x 3 from 8 s to 16 s; 5 runs";
    l.runs_first = 32;
    l.runs_max = 512;
    l.variants = {{"fifo", {}},
                  {"fifo, 20 s to 30 s", {"warmup=20s", "duration=30s", "drain_limit=60s"}},
                  {"lifo", {"services.server.discipline=lifo"}},
                  {"queue of 50", {"services.server.queue=50"}}};
    const auto window = figure_of([](const Metrics &m) { return Figure(goodput(m, 20, 30)); });
    l.checks = {{"fifo: goodput/s from 20 s to 30 s", {"fifo"}, at_most(1.0), window},
                {"fifo: workers busy meanwhile", {"fifo, 20 s to 30 s"}, at_least(0.99),
                 figure_of([](const Metrics &m) { return m.services[0].busy_share; })},
                {"fifo: share that has recovered by 50 s to 59 s", {"fifo"}, so_many_of(2, 5), recovered(90, 50, 59)},
                {"lifo: goodput/s from 20 s to 30 s", {"lifo"}, at_least(70.0), window},
                {"queue of 50: goodput/s from 20 s to 30 s", {"queue of 50"}, at_least(80.0), window}};
    return l;
}

Landmark in_the_wild() {
    Landmark l;
    l.id = "L9";
    l.title = "Metastable failures in the wild";
    l.source = "https://www.usenix.org/conference/osdi22/presentation/huang-lexiang";
    l.scenario = "l09-metastable-in-the-wild";
    l.parameters = "a query each 3.75 ms, timeout 3 s, 4 resends, 4 workers x Gamma(5.6 ms, cv 0.25) (calibrated), at 60 s the "
                   "work takes 5 times as long (-80 % CPU); the paper's model is not published whole: no verdict";
    l.variants = {{"a: 10 s, -78 %", {"faults[0].latency.factor=4.545"}},
                  {"b: 10 s, -80 %", {}},
                  {"c: 9 s, -80 %", {"faults[0].for=9s"}},
                  {"d: 10 s, -80 %, -30 % load", {"workloads[0].arrivals.every=5.357ms"}}};
    const double rates[] = {266.7, 266.7, 266.7, 186.7};
    for (std::size_t i = 0; i < l.variants.size(); ++i) {
        l.checks.push_back({l.variants[i].name + ": share that stays stuck", {l.variants[i].name}, shown(i == 1 ? 1.0 : 0.0),
                            stuck(rates[i], 150, 180)});
    }
    return l;
}

} // namespace

std::vector<Landmark> landmarks_of_collapse() {
    return {spike(), retry_storm(), hidden_capacity(), trigger(), busy_and_useless(), in_the_wild()};
}

} // namespace halfopen::cli
