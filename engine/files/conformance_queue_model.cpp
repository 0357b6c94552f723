// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_queue_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <regex>

namespace halfopen::vectors {

namespace {

constexpr double kWarmup = 8.0;            ///< relaxation times; the bias that is left is below exp(-8) of the mean
constexpr double kMeasured = 10.0;         ///< relaxation times
constexpr double kCustomersLeast = 10'000; ///< measured, by replication

Duration of_seconds(double s) { return duration_from_ns(s * 1e9 + 0.5); }

Distribution lognormal(double mean_s, double sigma) {
    constexpr double kNormalQuantile99 = 2.3263478740408408;
    const double median = mean_s / std::exp(sigma * sigma / 2.0);
    return {Lognormal{of_seconds(median), of_seconds(median * std::exp(kNormalQuantile99 * sigma))}};
}

/// A service time by the name that the vectors use. Units: mu is 1 / mean.
Distribution service_named(const std::string &name, double mean_s) {
    const std::string number = "([0-9]*\\.?[0-9]+)";
    std::smatch part;
    const auto value = [&](std::size_t i) { return std::stod(part[i].str()); };
    if (std::regex_match(name, part, std::regex("Erlang-([0-9]+)")) && value(1) >= 1) {
        return {Gamma{of_seconds(mean_s), 1.0 / std::sqrt(value(1))}};
    }
    if (std::regex_match(name, part, std::regex("Lognormal sigma=" + number))) return lognormal(mean_s, value(1));
    if (name == "Uniform(0,2/mu)") return {Uniform{Duration{0}, of_seconds(2.0 * mean_s)}};
    if (name == "Exponential") return {Exponential{of_seconds(mean_s)}};
    if (name == "Deterministic") return {Constant{of_seconds(mean_s)}};
    const std::regex hyper("H2 p=" + number + ",means " + number + "/mu and " + number + "/mu");
    if (std::regex_match(name, part, hyper) && value(1) < 1.0) {
        Mixture mixture;
        mixture.parts = {{value(1), {Exponential{of_seconds(value(2) * mean_s)}}},
                         {1.0 - value(1), {Exponential{of_seconds(value(3) * mean_s)}}}};
        return {std::make_shared<const Mixture>(std::move(mixture))};
    }
    throw Unusable{fmt::format("unknown service time \"{}\"", name)};
}

} // namespace

void read_queue(const Json &line, QueueVector &vector) {
    const std::string model = text_member(line, "model");
    Params params(line);
    params.ignore("rho");
    vector.arrivals_per_s = params.number("lam", 1e-6, 1e6);
    if (model == "M/D/1") {
        vector.service_mean_s = params.number("service", 1e-6, 1e6);
        vector.service = {Constant{of_seconds(vector.service_mean_s)}};
        vector.scv = 0.0;
    } else if (model == "M/G/1") {
        vector.service_mean_s = params.number("service_mean", 1e-6, 1e6);
        vector.service = service_named(params.text("service"), vector.service_mean_s);
        vector.scv = params.number("scv", 0.0, 1e4);
    } else if (model == "M/M/1" || model == "M/M/c" || model == "M/M/c/K") {
        vector.service_mean_s = 1.0 / params.number("mu", 1e-6, 1e6);
        vector.service = {Exponential{of_seconds(vector.service_mean_s)}};
        if (model != "M/M/1") vector.workers = static_cast<int>(params.whole("c", 1, 100'000));
        if (model == "M/M/c/K")
            vector.queue = static_cast<int>(params.whole("K", vector.workers, 1'000'000)) - vector.workers;
    } else {
        throw Unusable{fmt::format("unknown model \"{}\"", model)};
    }
    params.finish();
    const double load = vector.arrivals_per_s * vector.service_mean_s / vector.workers;
    if (!vector.queue && load > 0.999) throw Unusable{"the load is too high for a queue without limit"};
}

/// The time constant with which the queue forgets its start: of M/M/1/K, from the second eigenvalue of its rates
/// (Morse 1955); other service times scale it as in heavy traffic; at least one service time.
double relaxation_s(const QueueVector &vector) {
    const double in = vector.arrivals_per_s;
    const double out = vector.workers / vector.service_mean_s;
    double gap = std::pow(std::sqrt(in) - std::sqrt(out), 2.0);
    if (vector.queue) gap += 2.0 * std::sqrt(in * out) * (1.0 - std::cos(std::numbers::pi / (*vector.queue + 2.0)));
    return std::max(vector.service_mean_s, std::max(1.0, (1.0 + vector.scv) / 2.0) / gap);
}

Lengths lengths(const QueueVector &vector) {
    const double tau = relaxation_s(vector);
    return {kWarmup * tau, std::max(kMeasured * tau, kCustomersLeast / vector.arrivals_per_s)};
}

Scenario queue_scenario(const QueueVector &vector) {
    const Lengths time = lengths(vector);
    Scenario scenario;
    scenario.name = vector.id;
    scenario.warmup = of_seconds(time.warmup_s);
    scenario.duration = of_seconds(time.warmup_s + time.measured_s);
    scenario.drain_limit = kDurationMax / 4;
    ServiceConfig service;
    service.name = "server";
    service.latency = vector.service;
    service.workers = vector.workers;
    service.queue = vector.queue;
    scenario.services = {service};
    Operation operation;
    operation.name = "visit";
    operation.chain = {{service.name, ""}};
    scenario.operations = {operation};
    scenario.workloads = {{operation.name, PoissonArrivals{{vector.arrivals_per_s}}}};
    return scenario;
}

} // namespace halfopen::vectors
