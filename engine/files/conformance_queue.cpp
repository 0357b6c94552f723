// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_estimate.h"
#include "engine/files/conformance_family.h"
#include "engine/files/conformance_queue_fold.h"

#include "engine/sim/simulation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numbers>
#include <optional>
#include <regex>

// Queues as scenarios: one service, Poisson arrivals, no policy. A run starts empty; the bias of that start decays with
// the relaxation time of the queue, so the warm-up is kWarmup of them and then at least kMeasured are measured.
namespace halfopen::vectors {

namespace {

constexpr double kWarmup = 8.0;            ///< relaxation times; the bias that is left is below exp(-8) of the mean
constexpr double kMeasured = 10.0;         ///< relaxation times
constexpr double kCustomersLeast = 10'000; ///< measured, by replication

struct QueueVector {
    std::string id;
    double arrivals_per_s = 0.0;
    Distribution service;
    double service_mean_s = 0.0;
    double scv = 1.0; ///< squared coefficient of variation of the service time
    int workers = 1;
    std::optional<int> queue;
    std::map<std::string, double> expected;

    double expect(const char *name, double otherwise) const {
        const auto found = expected.find(name);
        return found == expected.end() ? otherwise : found->second;
    }
};

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

void read_model(const Json &line, QueueVector &vector) {
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

struct Lengths {
    double warmup_s = 0.0;
    double measured_s = 0.0;
};

Lengths lengths(const QueueVector &vector) {
    const double tau = relaxation_s(vector);
    return {kWarmup * tau, std::max(kMeasured * tau, kCustomersLeast / vector.arrivals_per_s)};
}

Scenario scenario_of(const QueueVector &vector) {
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

/// What a figure is made of: a quantile of the wait or the sojourn time, by its probability.
std::optional<double> quantile_figure(const std::string &name, const char *stem) {
    const std::string prefix = std::string(stem) + "_q";
    if (name.rfind(prefix, 0) != 0) return std::nullopt;
    return std::stod("0." + name.substr(prefix.size()));
}

/// All replications of one vector.
class Replications {
public:
    Replications(const QueueVector &vector, const ConformanceOptions &options) : vector_(vector), options_(options) {
        for (const auto &[name, value] : vector.expected) {
            if (quantile_figure(name, "Wq")) limits_.wait_above_s.push_back(value);
            if (quantile_figure(name, "W")) limits_.sojourn_above_s.push_back(value);
        }
        limits_.wait_mean_s = vector.expect("Wq", 0.0);
        limits_.sojourn_mean_s = vector.expect("W", 0.0);
        limits_.in_system_mean = vector.expect("L", 0.0);
        limits_.workers = vector.workers;
    }

    void run() {
        Scenario scenario = scenario_of(vector_);
        limits_.from = kTimeZero + scenario.warmup;
        limits_.to = kTimeZero + scenario.duration;
        for (int r = 0; r < replications(options_) && !options_.asked_to_stop(); ++r) {
            scenario.seed = replication_seed(options_, vector_.id, r);
            Simulation simulation(scenario);
            QueueFold &fold = folds_.emplace_back(limits_);
            while (simulation.advance({kTimeNever, 1'000'000}, &fold) && !options_.asked_to_stop()) {
            }
            fold.finish();
        }
    }

    ConformanceFigure figure(const std::string &name, double expected) const {
        // Who waits does so for a service time of the c workers together, on average at least: where p_wait is not
        // stated it is at most Wq over that time.
        const double p_wait = vector_.expect(
            "p_wait", std::min(1.0, vector_.expect("Wq", 0.0) * vector_.workers / vector_.service_mean_s));
        const double rare = variance_of_rare(vector_.expect("Wq", 0.0), p_wait);
        const auto p = [](double x) { return x * (1.0 - x); };
        if (name == "Wq") return average(&QueueFold::wait_s, &QueueFold::admitted).judge(name, expected, rare);
        if (name == "W") return average(&QueueFold::sojourn_s, &QueueFold::admitted).judge(name, expected);
        if (name == "p_wait")
            return average(&QueueFold::waited, &QueueFold::admitted).judge(name, expected, p(expected));
        if (name == "Wq_given_wait") return average(&QueueFold::wait_s, &QueueFold::waited).judge(name, expected);
        if (name == "p_block")
            return average(&QueueFold::blocked, &QueueFold::arrived).judge(name, expected, p(expected));
        if (name == "Wq_sd") return average(&QueueFold::wait_squares, &QueueFold::admitted).judge_root(name, expected);
        if (name == "W_sd")
            return average(&QueueFold::sojourn_squares, &QueueFold::admitted).judge_root(name, expected);
        if (name == "lam_eff") return over_time(&QueueFold::admitted).judge(name, expected);
        if (name == "L") return over_time(&QueueFold::in_system_s).judge(name, expected);
        if (name == "Lq") return over_time(&QueueFold::in_queue_s).judge(name, expected, rare * vector_.arrivals_per_s);
        if (name == "L_sd") return over_time(&QueueFold::in_system_squares).judge_root(name, expected);
        if (name == "p_empty")
            return over_time(&QueueFold::empty_s).judge(name, expected, variance_by_visits(expected));
        if (name == "utilisation") {
            return over_time(&QueueFold::busy_s).judge(name, expected, variance_by_visits(expected) / vector_.workers);
        }
        if (const auto q = quantile_figure(name, "Wq")) {
            const double least = limits_.wait_above_s.empty() ? 0.0 : p(1.0 - *q);
            return quantile(name, expected, *q, least, limits_.wait_above_s, &QueueFold::waits_above);
        }
        if (const auto q = quantile_figure(name, "W")) {
            return quantile(name, expected, *q, p(1.0 - *q), limits_.sojourn_above_s, &QueueFold::sojourns_above);
        }
        throw Unusable{fmt::format("unknown figure \"{}\"", name)};
    }

private:
    RatioSample average(double QueueFold::*over, double QueueFold::*under) const {
        RatioSample sample;
        for (const QueueFold &fold : folds_)
            sample.add(fold.*over, fold.*under);
        return sample;
    }

    RatioSample over_time(double QueueFold::*over) const {
        RatioSample sample;
        for (const QueueFold &fold : folds_)
            sample.add(fold.*over, fold.span_s());
        return sample;
    }

    /// A share of time that comes in visits of about one service time's length.
    double variance_by_visits(double share) const {
        return share * (1.0 - share) * std::min(vector_.service_mean_s / vector_.workers, 1.0 / vector_.arrivals_per_s);
    }

    /// The share of customers above the expected quantile, against 1 - q: a mean of quantiles would be biased. Where
    /// the quantile is 0 more than q do not wait at all, and the share may be anything up to 1 - q.
    ConformanceFigure quantile(const std::string &name, double expected, double q, double variance,
                               const std::vector<double> &limits, std::vector<double> QueueFold::*above) const {
        const auto at = static_cast<std::size_t>(std::find(limits.begin(), limits.end(), expected) - limits.begin());
        RatioSample sample;
        for (const QueueFold &fold : folds_)
            sample.add((fold.*above)[at], fold.admitted);
        ConformanceFigure figure = sample.judge(fmt::format("share above {}", name), 1.0 - q, variance);
        if (expected == 0.0 && figure.z < 0.0) {
            figure.z = 0.0;
            figure.passed = true;
        }
        return figure;
    }

    const QueueVector &vector_;
    const ConformanceOptions &options_;
    QueueFold::Limits limits_;
    std::vector<QueueFold> folds_;
};

ConformanceOutcome replay(const QueueVector &vector, const ConformanceOptions &options) {
    Replications replications(vector, options);
    replications.run();
    ConformanceOutcome outcome;
    for (const auto &[name, expected] : vector.expected)
        outcome.figures.push_back(replications.figure(name, expected));
    outcome.difference = first_missed(vector.id, outcome.figures);
    return outcome;
}

} // namespace

ConformanceCase queue_case(const Json &line, const ConformanceOptions &options) {
    auto vector = std::make_shared<QueueVector>();
    vector->id = text_member(line, "id");
    read_model(line, *vector);
    const Json &expected = object_member(line, "expected");
    for (const auto &[name, value] : expected.items())
        vector->expected[name] = number_member(expected, name.c_str());
    for (const auto &[name, value] : vector->expected)
        Replications(*vector, options).figure(name, value); // known?
    ConformanceCase result;
    const Lengths time = lengths(*vector);
    result.weight = (time.warmup_s + time.measured_s) * vector->arrivals_per_s * replications(options);
    result.replay = [vector, options] { return replay(*vector, options); };
    return result;
}

} // namespace halfopen::vectors
