// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/distribution.h"
#include "engine/incident/incident.h"
#include "engine/policy/kinds.h"

namespace halfopen {

/// A figure read off a record, with its 95 % confidence interval.
struct Estimate {
    double value = 0.0, low = 0.0, high = 0.0;
};

/// A share of n by Wilson's interval. Precondition: n > 0.
Estimate share_estimate(std::size_t count, std::size_t n);
/// A rate per second of a Poisson stream, by the exact interval (of chi-squared quantiles). Precondition: seconds > 0.
Estimate rate_estimate(std::size_t count, double seconds);
/// The q-quantile of sorted values in seconds, with the interval of order statistics, exact for any distribution: its
/// upper end is infinite and its lower end 0 where so few values do not tell. Precondition: not empty, 0 <= q <= 1.
Estimate quantile_estimate(const std::vector<Duration> &sorted, double q);

/// How a service behaved from an instant on.
struct FittedStep {
    Duration at{0};
    std::size_t calls = 0;
    std::vector<std::pair<std::uint16_t, double>> failures; ///< outcome of the Incident, share of the calls
    std::vector<Quantiles::Point> latency;                  ///< of the successes; empty: too few
};

/// A station of workers with a queue, as latency against load shows it.
struct FittedCapacity {
    int workers = 0;
    Duration service{0};                    ///< median, without waiting
    std::vector<Quantiles::Point> latency;  ///< of the calls that found a worker free
    double r_squared = 0.0;                 ///< of the medians by the number in flight
};

struct FittedService {
    std::uint16_t service = 0; ///< of the Incident
    std::size_t calls = 0;     ///< that were sent; a caller's own refusals are none
    Estimate rate;             ///< calls per second
    std::vector<std::pair<std::uint16_t, Estimate>> failures; ///< outcome, share
    Estimate p50, p95, p99;    ///< of the successes, seconds
    std::vector<Quantiles::Point> latency; ///< of all successes
    std::vector<FittedStep> steps;
    std::optional<FittedCapacity> capacity;
    std::string no_capacity; ///< why there is none
    // What its callers did, as far as the record shows it.
    int max_attempts = 1;
    std::optional<Duration> timeout;
    Duration backoff{0}; ///< median wait before the second try
    double multiplier = 2.0;
    bool jitter = false;
    std::optional<double> cost_usd;                               ///< of a success
    std::vector<std::pair<std::uint16_t, double>> billing;        ///< outcome, share of that cost
};

/// What requests of one caller do: services in the order in which they are asked.
struct FittedOperation {
    std::string name;
    std::uint32_t program = 0; ///< as in callers_of()
    std::uint32_t instances = 1;
    std::vector<std::uint16_t> chain;
    std::vector<Duration> arrivals;
};

struct Fit {
    Duration window{0};
    Duration length{0}; ///< of the record
    std::vector<FittedService> services; ///< as in the Incident; without those that only refusals name
    std::vector<FittedOperation> operations;
    std::vector<std::pair<std::uint16_t, Shows>> shows; ///< outcome: when it shows, by its latencies
    std::vector<std::string> assumptions; ///< sentences for the person who will read figures made from it
};

struct FitOptions {
    std::optional<Duration> window; ///< else chosen by the number of calls
    bool capacity = false;          ///< explain latency by workers and a queue where the record allows it
};

/// Reads a fault profile (failure shares and latency quantiles over time), the arrivals and the callers' habits off a
/// record. Nothing between two windows is interpolated. Precondition: the record has calls.
Fit fit(const Incident &incident, const FitOptions &options = {});

} // namespace halfopen
