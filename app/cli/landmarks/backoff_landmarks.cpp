// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/landmarks/landmark.h"

#include <fmt/format.h>

#include <algorithm>

namespace halfopen::cli {

namespace {

/// What the AWS simulator gives: means over many runs with their standard errors, time in ms.
struct AwsRow {
    int clients;
    const char *jitter; ///< a value of `jitter`, or "at once"
    double calls, calls_se, time_ms, time_se;
};
constexpr AwsRow kAws[] = {
    {20, "at once", 152.64, 0.8393, 601.19, 3.778},     {20, "none", 150.388, 0.5602, 14541.1, 115.56},
    {20, "equal", 108.138, 0.1130, 1607.20, 12.843},    {20, "full", 100.209, 0.1031, 1000.64, 7.800},
    {20, "decorrelated", 100.893, 0.1765, 822.89, 6.387}, {100, "at once", 2426.745, 2.361, 2038.36, 3.384},
    {100, "none", 1857.605, 3.952, 63707.0, 256.43},    {100, "equal", 812.495, 0.6109, 6653.44, 48.38},
    {100, "full", 796.524, 0.4317, 4970.49, 35.71},     {100, "decorrelated", 1003.394, 1.557, 4628.74, 36.19},
    {150, "at once", 5140.9, 3.426, 2878.76, 3.150},    {150, "none", 3544.305, 6.445, 85526.3, 280.9},
    {150, "equal", 1324.08, 0.7139, 8286.09, 44.07},    {150, "full", 1317.715, 0.7235, 6491.50, 40.00},
    {150, "decorrelated", 1760.677, 2.467, 6525.62, 47.34},
};

Figure writes(const Metrics &m) { return static_cast<double>(m.services[0].calls); }
/// All start at 0, so the slowest request ends last.
Figure completion_ms(const Metrics &m) { return m.latency.max ? Figure(1000.0 * *m.latency.max) : std::nullopt; }

Landmark aws() {
    Landmark l;
    l.id = "L1";
    l.title = "Exponential Backoff And Jitter";
    l.source = "https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/";
    l.scenario = "l01-aws-backoff";
    l.parameters = "one row under optimistic locking, N clients at once, one-way delay |Normal(10, 2)| ms, base 5 ms, cap 2 s; "
                   "means of aws-arch-backoff-simulator";
    l.runs_first = 64;
    for (const AwsRow &row : kAws) {
        const std::string name = fmt::format("{} clients, {}", row.clients, row.jitter);
        std::vector<std::string> sets{fmt::format("workloads[0].arrivals={{batch: {{items: {0}, at: 0s, concurrency: {0}}}}}",
                                                  row.clients)};
        const bool at_once = std::string_view(row.jitter) == "at once";
        sets.push_back(at_once ? "policies.client.retry.backoff={family: none}"
                               : fmt::format("policies.client.retry.jitter={}", row.jitter));
        l.variants.push_back({name, sets});
        l.checks.push_back({name + ": writes", {name}, with_error(row.calls, row.calls_se), figure_of(writes)});
        l.checks.push_back({name + ": ms", {name}, with_error(row.time_ms, row.time_se, 0.02), figure_of(completion_ms)});
    }
    l.checks.push_back({"100 clients: writes with full jitter / with none", {"100 clients, full", "100 clients, none"},
                        at_most(0.5), quotient_of(writes)});
    l.checks.push_back({"100 clients: time with no jitter / with full", {"100 clients, none", "100 clients, full"},
                        at_least(10.0), quotient_of(completion_ms)});
    l.checks.push_back({"at once: writes of 150 clients / of 100, N^2 gives 2.25", {"150 clients, at once", "100 clients, at once"},
                        at_least(2.0), quotient_of(writes)});
    return l;
}

/// The most attempts in one step of the series, the first step left out.
Figure peak(const Metrics &m) {
    const auto &attempts = m.series.attempts;
    if (attempts.size() < 2) return std::nullopt;
    return static_cast<double>(*std::max_element(attempts.begin() + 1, attempts.end()));
}

Landmark herd() {
    Landmark l;
    l.id = "L14";
    l.title = "Thundering herd at recovery";
    l.source = "https://github.com/v-code01/retrystorm";
    l.scenario = "l14-thundering-herd";
    l.parameters = "1,000 clients fail together; the most retries in a window of 20 ms (windows begin at multiples of 20 ms). "
                   "The source's schedule is not published: no verdict";
    l.series_step = std::chrono::milliseconds(20);
    for (const auto &[jitter, expected] : {std::pair{"none", 1000.0}, std::pair{"full", 39.0}, std::pair{"equal", 51.0},
                                           std::pair{"decorrelated", 20.0}}) {
        l.variants.push_back({jitter, {fmt::format("policies.client.retry.jitter={}", jitter)}});
        l.checks.push_back({fmt::format("{} jitter: peak", jitter), {jitter}, shown(expected), figure_of(peak)});
    }
    return l;
}

Landmark arithmetic() {
    Landmark l;
    l.id = "L15";
    l.title = "Backoff arithmetic";
    l.runs_first = 32;
    l.source = "https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/";
    l.scenario = "l15-backoff-arithmetic";
    l.parameters = "base 100 ms, x 2, cap 2 s, 5 retries: 100, 200, 400, 800, 1,600 ms; every call is refused at once";
    const double sum = 0.1 + 0.2 + 0.4 + 0.8 + 1.6;
    const auto waits = figure_of([](const Metrics &m) { return m.latency.mean; });
    for (const auto &[jitter, share] : {std::pair{"none", 1.0}, std::pair{"full", 0.5}, std::pair{"equal", 0.75},
                                        std::pair{"{additive: 0.5}", 1.25}, std::pair{"{symmetric: 0.5}", 1.0}}) {
        l.variants.push_back({jitter, {fmt::format("policies.client.retry.jitter={}", jitter)}});
        l.checks.push_back({fmt::format("{}: all waits, s", jitter), {jitter}, equals(sum * share, 0.005), waits});
    }
    l.variants.push_back({"decorrelated", {"policies.client.retry.jitter=decorrelated", "policies.client.retry.max_attempts=1000",
                                           "workloads[0].arrivals={every: 1s}"}});
    Claim long_run = equals(1.32, 0.005);
    long_run.rounding = 0.005;
    l.checks.push_back({"decorrelated, in the long run: mean wait, s", {"decorrelated"}, long_run,
                        figure_of([](const Metrics &m) {
                            return m.latency.mean ? Figure(*m.latency.mean / 999.0) : std::nullopt;
                        })});
    return l;
}

} // namespace

std::vector<Landmark> landmarks_of_backoff() { return {aws(), herd(), arithmetic()}; }

} // namespace halfopen::cli
