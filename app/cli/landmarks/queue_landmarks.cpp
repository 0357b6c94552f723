// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/landmarks/landmark.h"

#include "engine/insight/closed_forms.h"

#include <fmt/format.h>

#include <cmath>

namespace halfopen::cli {

namespace {

constexpr double kMean = 0.1; ///< mean service time of every queueing check, s

const auto kTime = figure_of([](const Metrics &m) { return m.latency.mean; });
const auto kLost = figure_of([](const Metrics &m) -> Figure {
    const ServiceFigures &s = m.services[0];
    const auto lost = s.failures.find("overloaded");
    if (s.calls == 0) return std::nullopt;
    return lost == s.failures.end() ? 0.0 : static_cast<double>(lost->second) / static_cast<double>(s.calls);
});

std::string poisson(double rate) { return fmt::format("workloads[0].arrivals={{poisson: {}/s}}", rate); }
std::vector<std::string> lasting(double seconds, std::vector<std::string> sets) {
    sets.push_back(fmt::format("duration={:.0f}s", seconds));
    sets.push_back(fmt::format("warmup={:.0f}s", seconds / 20.0));
    return sets;
}

void add_mm1(Landmark &l) {
    struct Row {
        double rho, seconds, precision;
    };
    // Near saturation a run remembers long: relaxation takes about 1 / (mu (1 - sqrt rho)^2).
    constexpr Row rows[] = {{0.5, 4e3, 0.01}, {0.7, 8e3, 0.01}, {0.8, 1.2e4, 0.01}, {0.9, 4e4, 0.015}, {0.95, 8e4, 0.02}, {0.99, 2e5, 0.05}};
    for (const Row &row : rows) {
        const double rate = row.rho / kMean;
        const theory::Station station = *theory::mmc(rate, kMean, 1);
        const std::string name = fmt::format("M/M/1, load {}", row.rho);
        l.variants.push_back({name, lasting(row.seconds, {poisson(rate)})});
        l.checks.push_back({name + ": time in it, s", {name}, equals(station.time_s, row.precision), kTime});
        l.checks.push_back({name + ": p99, s", {name}, equals(*theory::mm1_quantile_s(rate, kMean, 0.99), row.precision),
                            figure_of([](const Metrics &m) { return m.latency.p99; })});
        l.checks.push_back({name + ": in it", {name}, equals(station.in_system, row.precision),
                            figure_of([](const Metrics &m) { return m.services[0].in_system_mean; })});
    }
    l.checks.push_back({"Little's law at load 0.8: L / (lambda W)", {"M/M/1, load 0.8"}, equals(1.0, 0.005),
                        figure_of([](const Metrics &m) -> Figure {
                            const double window = m.simulated_s > 11400.0 ? 11400.0 : 1.0; // duration - warmup
                            if (!m.latency.mean || !m.services[0].in_system_mean) return std::nullopt;
                            const double rate = static_cast<double>(m.requests) / window;
                            return *m.services[0].in_system_mean / (rate * *m.latency.mean);
                        })});
}

void add_mmc(Landmark &l) {
    struct Row {
        int workers;
        double rate, seconds, precision;
    };
    constexpr Row rows[] = {{2, 14, 5e3, 0.01}, {5, 35, 3e3, 0.01},   {10, 70, 2e3, 0.01},
                            {10, 90, 6e3, 0.01}, {10, 95, 1.2e4, 0.02}, {10, 99, 2e4, 0.05}};
    for (const Row &row : rows) {
        const std::string name = fmt::format("M/M/{}, {}/s", row.workers, row.rate);
        const std::string workers = fmt::format("services.station.workers={}", row.workers);
        l.variants.push_back({name, lasting(row.seconds, {poisson(row.rate), workers})});
        l.checks.push_back({name + ": time in it, s", {name}, equals(theory::mmc(row.rate, kMean, row.workers)->time_s, row.precision),
                            kTime});
        const std::string lossy = name + ", no queue";
        l.variants.push_back({lossy, lasting(1e3, {poisson(row.rate), workers, "services.station.queue=0"})});
        l.checks.push_back({lossy + ": lost (Erlang B)", {lossy}, equals(theory::erlang_b(row.workers, row.rate * kMean)), kLost});
    }
}

void add_mg1(Landmark &l) {
    struct Row {
        const char *name, *latency;
        double mean, variance, seconds, precision;
    };
    const double slow = 0.999 * 0.1 + 0.001 * 10.0; // Brooker's bimodal service
    const Row rows[] = {{"constant", "100ms", kMean, 0.0, 1e4, 0.01},
                        {"gamma, cv^2 = 0.273", "{gamma: {mean: 100ms, cv: 0.5224940191}}", kMean, 0.273 * kMean * kMean, 1e4, 0.01},
                        {"gamma, cv^2 = 4", "{gamma: {mean: 100ms, cv: 2}}", kMean, 4.0 * kMean * kMean, 3e4, 0.015},
                        {"99.9 % Exp(0.1 s), 0.1 % Exp(10 s)",
                         "{mixture: [{weight: 99.9%, exponential: {mean: 100ms}}, {weight: 0.1%, exponential: {mean: 10s}}]}", slow,
                         2.0 * (0.999 * 0.01 + 0.001 * 100.0) - slow * slow, 1.5e5, 0.04}};
    for (const Row &row : rows) {
        const double rate = 0.8 / row.mean;
        const std::string name = fmt::format("M/G/1, load 0.8, {}", row.name);
        l.variants.push_back({name, lasting(row.seconds, {poisson(rate), fmt::format("services.station.latency={}", row.latency)})});
        l.checks.push_back({name + ": time in it, s", {name}, equals(theory::mg1(rate, row.mean, row.variance)->time_s, row.precision),
                            kTime});
    }
}

void add_loss(Landmark &l) {
    for (const auto &[places, rho] : {std::pair{10, 0.9}, std::pair{10, 1.0}, std::pair{10, 1.2}, std::pair{50, 1.0}, std::pair{50, 1.2}}) {
        const std::string name = fmt::format("M/M/1/{}, load {:.1f}", places, rho);
        l.variants.push_back({name, lasting(places > 10 ? 3e4 : 1e4, {poisson(rho / kMean),
                                                                      fmt::format("services.station.queue={}", places - 1)})});
        l.checks.push_back({name + ": lost", {name}, equals(theory::mmck(rho / kMean, kMean, 1, places).loss), kLost});
    }
}

Landmark queueing() {
    Landmark l;
    l.id = "L12";
    l.title = "Queueing closed forms";
    l.source = "https://en.wikipedia.org/wiki/Queueing_theory";
    l.scenario = "l12-queueing";
    l.parameters = "service mean 0.1 s; M/M/1, M/M/c (Erlang C), loss (Erlang B), M/G/1 (Pollaczek-Khinchine), M/M/1/K, Little's law";
    l.series_step = std::chrono::hours(24);
    l.runs_first = 48;
    add_mm1(l);
    add_mmc(l);
    add_mg1(l);
    add_loss(l);
    return l;
}

Landmark tail() {
    Landmark l;
    l.id = "L11";
    l.title = "The Tail at Scale";
    l.source = "https://doi.org/10.1145/2408776.2408794";
    l.scenario = "l11-tail-at-scale";
    l.parameters = "100 leaves, exp(Normal(1.2, 0.5)) ms, 1 % stragglers 100 ms x Pareto(1.2) up to 2 s, 20,000 roots; one further copy "
                   "after the hedge's delay. Slow roots: 1 - (1 - p)^n";
    l.runs_first = 8;
    l.runs_max = 48;
    l.series_step = std::chrono::minutes(1);
    const auto ms = [](Figure LatencyFigures::*which) {
        return figure_of([which](const Metrics &m) { return m.latency.*which ? Figure(1000.0 * *(m.latency.*which)) : std::nullopt; });
    };
    const auto extra = figure_of([](const Metrics &m) -> Figure {
        if (m.requests == 0) return std::nullopt;
        return 100.0 * static_cast<double>(m.hedges) / (100.0 * static_cast<double>(m.requests));
    });
    // 1 - (1 - 0.01^2)^100 = 1 % of the roots meet a leaf whose copies both straggle: the 99th percentile stands on the
    // edge between about 20 and 100 ms, and one run of 20,000 roots falls to either side.
    constexpr double kCliffMs = 40.0;
    l.variants = {{"no hedge", {"policies.leaf={}"}},
                  {"5 ms", {"policies.leaf.hedge.after=5ms"}},
                  {"10 ms", {}},
                  {"20 ms", {"policies.leaf.hedge.after=20ms"}}};
    l.checks = {{"no hedge: p50, ms", {"no hedge"}, mean_of_runs(138, 1, 0.5), ms(&LatencyFigures::p50)},
                {"no hedge: p99, ms", {"no hedge"}, mean_of_runs(2000, 1, 0.5), ms(&LatencyFigures::p99)},
                {"hedge after 10 ms: p50, ms", {"10 ms"}, mean_of_runs(13.2, 1, 0.05), ms(&LatencyFigures::p50)},
                {"hedge after 10 ms: p99, ms", {"10 ms"}, with_error(101.7, kCliffMs, 0.5), ms(&LatencyFigures::p99)},
                {"hedge after 10 ms: further calls, %", {"10 ms"}, mean_of_runs(2.36, 1, 0.005), extra},
                {"hedge after 5 ms: p99, ms", {"5 ms"}, with_error(21.4, kCliffMs, 0.5), ms(&LatencyFigures::p99)},
                {"hedge after 5 ms: further calls, %", {"5 ms"}, mean_of_runs(21.5, 1, 0.05), extra},
                {"hedge after 20 ms: further calls, %", {"20 ms"}, mean_of_runs(1.02, 1, 0.005), extra}};
    l.variants.push_back({"10 ms, above 100 ms", {"operations.ask.deadline=100ms"}});
    const auto slow = figure_of([](const Metrics &m) { return m.success_rate ? Figure(1.0 - *m.success_rate) : std::nullopt; });
    l.checks.push_back({"hedge after 10 ms: roots above 100 ms", {"10 ms, above 100 ms"},
                        equals(1.0 - std::pow(1.0 - 0.01 * 0.01, 100), 0.03), slow});
    for (const auto &[leaves, p] : {std::pair{100, 0.01}, std::pair{2000, 0.0001}}) {
        const std::string name = fmt::format("1 in {:.0f} slow, {} leaves", 1.0 / p, leaves);
        l.variants.push_back({name,
                              {"policies.leaf={}", "operations.ask.deadline=500ms", "services.root.calls[0].times=" + std::to_string(leaves),
                               fmt::format("services.leaf.latency={{mixture: [{{weight: {}, constant: 10ms}}, {{weight: {}, constant: 1s}}]}}",
                                           1.0 - p, p),
                               leaves > 100 ? "duration=5s" : "duration=50s"}});
        l.checks.push_back({name + ": slow roots", {name}, equals(1.0 - std::pow(1.0 - p, leaves), 0.03), slow});
    }
    return l;
}

Landmark omission() {
    Landmark l;
    l.id = "L13";
    l.title = "Coordinated omission";
    l.source = "https://github.com/HdrHistogram/HdrHistogram";
    l.scenario = "l13-coordinated-omission";
    l.parameters = "100/s at 1 ms for 100 s, then a stall of 100 s; measured from the sending, and from the intended start";
    l.runs_first = 2; // nothing is drawn
    const auto seconds_of = [](Figure LatencyFigures::*which) {
        return figure_of([which](const Metrics &m) { return m.latency.*which; });
    };
    const auto samples = figure_of([](const Metrics &m) { return Figure(static_cast<double>(m.succeeded)); });
    const auto printed = [](double value, double rounding) {
        Claim claim = equals(value);
        claim.rounding = rounding;
        return claim;
    };
    l.variants = {{"send", {"workloads[0].arrivals.clients.latency_from=send"}},
                  {"intended", {}},
                  {"open", {"workloads=[{operation: ask, arrivals: {every: 10ms}}]", "services.server.workers=unlimited"}}};
    l.checks = {{"closed loop, from sending: samples", {"send"}, printed(10001, 1.0), samples},
                {"closed loop, from sending: p50, s", {"send"}, printed(0.001, 0.0005), seconds_of(&LatencyFigures::p50)},
                {"closed loop, from sending: p99, s", {"send"}, printed(0.001, 0.0005), seconds_of(&LatencyFigures::p99)},
                {"closed loop, from sending: mean, s", {"send"}, printed(0.011, 0.0005), seconds_of(&LatencyFigures::mean)},
                {"open loop: samples", {"open"}, printed(20000, 1.0), samples},
                {"open loop: p50, s", {"open"}, at_most(0.02), seconds_of(&LatencyFigures::p50)},
                {"open loop: p99, s", {"open"}, printed(98, 0.5), seconds_of(&LatencyFigures::p99)},
                {"open loop: max, s", {"open"}, printed(100, 0.5), seconds_of(&LatencyFigures::max)},
                {"open loop: mean, s", {"open"}, printed(25, 0.5), seconds_of(&LatencyFigures::mean)},
                {"closed loop, from the intended start: samples", {"intended"}, printed(20000, 1.0), samples},
                {"closed loop, from the intended start: p99, s", {"intended"}, printed(98, 0.5), seconds_of(&LatencyFigures::p99)},
                // One client works its 10,000 late requests off one by one, 1 ms each: half of 100 s + 10 s.
                {"closed loop, from the intended start: mean, s", {"intended"}, printed(27.5, 0.05),
                 seconds_of(&LatencyFigures::mean)}};
    return l;
}

} // namespace

std::vector<Landmark> landmarks_of_queues() { return {tail(), queueing(), omission()}; }

} // namespace halfopen::cli
