// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_estimate.h"
#include "engine/files/conformance_family.h"
#include "engine/files/conformance_queue_fold.h"
#include "engine/files/conformance_queue_model.h"

#include "engine/sim/simulation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

namespace halfopen::vectors {

namespace {

/// What a figure is made of: a quantile of the wait or the sojourn time, by its probability.
std::optional<double> quantile_figure(const std::string &name, const char *stem) {
    const std::string prefix = std::string(stem) + "_q";
    const std::string digits = name.rfind(prefix, 0) == 0 ? name.substr(prefix.size()) : std::string();
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    return std::stod("0." + digits);
}

/// Lower bounds of the variances of averages, by customer or by second. Where much is rare, the replications show too
/// little spread (or none): few of them meet the crowded hours that make up half of a mean. Then these bounds hold.
class Floors {
public:
    explicit Floors(const QueueVector &vector) {
        const double in = vector.arrivals_per_s;
        const double out = vector.workers / vector.service_mean_s;
        const double wait = vector.expect("Wq", 0.0);
        // Who waits does so for a service time of the c workers together, on average at least: where p_wait is not
        // stated it is at most Wq over that time.
        const double p_wait = vector.expect("p_wait", std::min(1.0, wait * out));
        visit_s_ = std::min(vector.service_mean_s, in == out ? vector.service_mean_s : 1.0 / std::abs(in - out));
        long_visit_s_ = relaxation_s(vector);
        if (in != out) long_visit_s_ = std::min(long_visit_s_, (in + out) / ((in - out) * (in - out)));
        arrivals_per_s_ = in;
        customers_in_visit_ = std::max(1.0, 2.0 * in * visit_s_);
        rare_ = variance_of_rare(wait, p_wait);
        if (vector.queue || in / out < kCrowded || !(p_wait > 0.0)) return;
        memory_ = kHeavyTraffic * relaxation_s(vector) * in;
        heavy_ = wait * wait * (2.0 / p_wait - 1.0) * memory_; // waits are 0 or exponential
    }

    double wait() const { return std::max(rare_ * customers_in_visit_, heavy_); }
    double heavy_wait() const { return heavy_; }
    /// Of a square about the mean of something exponential with this standard deviation.
    double square(double sd) const { return 12.0 * sd * sd * sd * sd * memory_; }
    /// Of a share of customers, who come to the crowded state in visits.
    double share(double p) const { return p * (1.0 - p) * std::max(1.0, 2.0 * arrivals_per_s_ * visit_s(p)); }
    double share_of_time(double p) const { return p * (1.0 - p) * 2.0 * visit_s(p); }
    /// Of the share of customers above a quantile.
    double tail(double p) const { return std::max(share(p), (p * (1.0 - p) + p * p * std::log(p)) * memory_); }

private:
    // In heavy traffic the work in the system is a reflected Brownian motion; with drift -1 and variance 1 it has the
    // density 2 exp(-2 x), the relaxation time 2, and the asymptotic variances 1/2 of the mean, 3/2 of the square about
    // the mean, and 2 p (1 - p) + 2 p^2 ln p of the share of time above the level that is exceeded with probability p
    // (each from the Poisson equation, 4 times the integral of (integral of (f - mean) density)^2 / density). At
    // moderate load they are too large, so a part of them is taken, and none below kCrowded.
    static constexpr double kCrowded = 0.7;
    static constexpr double kHeavyTraffic = 0.7;

    /// A state that is hardly ever entered is reached against the drift, and left again only as fast as a random walk
    /// with the drift (in - out) and the variance (in + out) a second leaves it.
    double visit_s(double p) const {
        constexpr double kHardlyEver = 1e-3;
        return std::min(p, 1.0 - p) < kHardlyEver ? std::max(visit_s_, long_visit_s_) : visit_s_;
    }

    double arrivals_per_s_ = 0.0;
    double visit_s_ = 0.0;
    double long_visit_s_ = 0.0;
    double customers_in_visit_ = 1.0;
    double rare_ = 0.0;
    double memory_ = 0.0; ///< customers in a relaxation time; 0 where it is not heavy traffic
    double heavy_ = 0.0;
};

/// All replications of one vector.
class Replications {
public:
    Replications(const QueueVector &vector, const ConformanceOptions &options)
        : vector_(vector), options_(options), floors_(vector) {
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
        Scenario scenario = queue_scenario(vector_);
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
        using Q = QueueFold;
        const Floors &f = floors_;
        const double per_time = vector_.arrivals_per_s;
        if (name == "Wq") return average(&Q::wait_s, &Q::admitted).judge(name, expected, f.wait());
        if (name == "W") return average(&Q::sojourn_s, &Q::admitted).judge(name, expected, f.heavy_wait());
        if (name == "p_wait") return average(&Q::waited, &Q::admitted).judge(name, expected, f.share(expected));
        if (name == "Wq_given_wait") return average(&Q::wait_s, &Q::waited).judge(name, expected, f.heavy_wait());
        if (name == "p_block") return average(&Q::blocked, &Q::arrived).judge(name, expected, f.share(expected));
        if (name == "Wq_sd")
            return average(&Q::wait_squares, &Q::admitted).judge_root(name, expected, f.square(expected));
        if (name == "W_sd")
            return average(&Q::sojourn_squares, &Q::admitted).judge_root(name, expected, f.square(expected));
        if (name == "lam_eff") return over_time(&Q::admitted).judge(name, expected);
        if (name == "L") return over_time(&Q::in_system_s).judge(name, expected, f.heavy_wait() * per_time);
        if (name == "Lq") return over_time(&Q::in_queue_s).judge(name, expected, f.wait() * per_time);
        if (name == "L_sd") {
            return over_time(&Q::in_system_squares).judge_root(name, expected, f.square(expected) / per_time);
        }
        if (name == "p_empty") return over_time(&Q::empty_s).judge(name, expected, f.share_of_time(expected));
        if (name == "utilisation") {
            return over_time(&Q::busy_s).judge(name, expected, f.share_of_time(expected) / vector_.workers);
        }
        if (const auto q = quantile_figure(name, "Wq")) {
            return quantile(name, expected, *q, limits_.wait_above_s, &Q::waits_above);
        }
        if (const auto q = quantile_figure(name, "W")) {
            return quantile(name, expected, *q, limits_.sojourn_above_s, &Q::sojourns_above);
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

    /// The share of customers above the expected quantile, against 1 - q: a mean of quantiles would be biased. Where
    /// the quantile is 0 more than q do not wait at all, and the share may be anything up to 1 - q.
    ConformanceFigure quantile(const std::string &name, double expected, double q, const std::vector<double> &limits,
                               std::vector<double> QueueFold::*above) const {
        const auto at = static_cast<std::size_t>(std::find(limits.begin(), limits.end(), expected) - limits.begin());
        RatioSample sample;
        for (const QueueFold &fold : folds_)
            sample.add((fold.*above)[at], fold.admitted);
        ConformanceFigure figure = sample.judge(fmt::format("share above {}", name), 1.0 - q, floors_.tail(1.0 - q));
        if (expected == 0.0 && figure.z < 0.0) {
            figure.z = 0.0;
            figure.passed = true;
        }
        return figure;
    }

    const QueueVector &vector_;
    const ConformanceOptions &options_;
    Floors floors_;
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
    read_queue(line, *vector);
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
