// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/closed_forms.h"

#include <cmath>
#include <cstddef>

namespace halfopen::theory {

double erlang_b(int workers, double load) {
    double blocked = 1.0;
    for (int k = 1; k <= workers; ++k) blocked = load * blocked / (k + load * blocked);
    return blocked;
}

std::optional<double> erlang_c(int workers, double load) {
    if (!(load < workers)) return std::nullopt;
    const double b = erlang_b(workers, load);
    return b / (1.0 - load / workers * (1.0 - b));
}

std::optional<Station> mmc(double rate, double mean_s, int workers) {
    const double load = rate * mean_s;
    const std::optional<double> waits = erlang_c(workers, load);
    if (!waits) return std::nullopt;
    Station out;
    out.busy = load / workers;
    out.wait_probability = *waits;
    out.wait_s = *waits * mean_s / (workers - load);
    out.time_s = out.wait_s + mean_s;
    out.in_system = rate * out.time_s;
    return out;
}

std::optional<Station> mg1(double rate, double mean_s, double variance_s2) {
    const double load = rate * mean_s;
    if (!(load < 1.0)) return std::nullopt;
    Station out;
    out.busy = load;
    out.wait_probability = load;
    out.wait_s = rate * (mean_s * mean_s + variance_s2) / (2.0 * (1.0 - load));
    out.time_s = out.wait_s + mean_s;
    out.in_system = rate * out.time_s;
    return out;
}

std::optional<double> mm1_quantile_s(double rate, double mean_s, double q) {
    const std::optional<Station> station = mmc(rate, mean_s, 1);
    return station ? std::optional(-std::log1p(-q) * station->time_s) : std::nullopt;
}

LossStation mmck(double rate, double mean_s, int workers, int places) {
    const double load = rate * mean_s;
    // Birth and death: weights relative to the state before, scaled so that nothing overflows.
    double weight = 1.0, sum = 1.0, in_system = 0.0;
    for (int k = 1; k <= places; ++k) {
        weight *= load / (k < workers ? k : workers);
        sum += weight;
        in_system += k * weight;
        if (sum > 1e200) {
            weight /= sum;
            in_system /= sum;
            sum = 1.0;
        }
    }
    LossStation out;
    out.loss = weight / sum;
    out.throughput = rate * (1.0 - out.loss);
    out.in_system = in_system / sum;
    out.time_s = out.throughput > 0.0 ? out.in_system / out.throughput : mean_s;
    return out;
}

std::optional<double> load_dependent_in_flight(double rate, double base_s, double per_call_s) {
    if (!(rate * per_call_s < 1.0)) return std::nullopt;
    return rate * base_s / (1.0 - rate * per_call_s);
}

Tries tries(double p, int n) {
    const double all_fail = std::pow(p, n);
    return {1.0 - all_fail, p < 1.0 ? (1.0 - all_fail) / (1.0 - p) : static_cast<double>(n), n > 1 ? p : 0.0};
}

Chain chain(const std::vector<ChainLeg> &legs) {
    Chain out;
    double reached = 1.0;
    for (const ChainLeg &leg : legs) {
        const Tries loop = tries(leg.p, leg.tries);
        out.attempts.push_back(reached * loop.attempts);
        out.served.push_back(reached * loop.success);
        reached *= 1.0 - loop.success;
    }
    out.success = 1.0 - reached;
    return out;
}

std::optional<double> calls_to_trip_consecutive(double p, int failures) {
    if (!(p > 0.0)) return std::nullopt;
    if (p >= 1.0) return static_cast<double>(failures);
    const double all_fail = std::pow(p, failures);
    return (1.0 - all_fail) / ((1.0 - p) * all_fail);
}

std::optional<double> calls_to_trip_cumulative(double p, int failures) {
    return p > 0.0 ? std::optional(failures / p) : std::nullopt;
}

double blocked_share(double calls_to_trip, double refused_per_period, double p) {
    if (p >= 1.0) return refused_per_period / (refused_per_period + 1.0); // only probes pass, and all fail
    const double periods = 1.0 / (1.0 - p);
    return refused_per_period * periods / (calls_to_trip + (refused_per_period + 1.0) * periods);
}

double hidden_capacity(double mu, int retries) { return mu / (1.0 + retries); }

} // namespace halfopen::theory
