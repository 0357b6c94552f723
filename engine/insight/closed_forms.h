// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

// Known answers: what theory says of queues, retry loops and breakers, to stand beside what was simulated. Times are
// seconds, rates per second, shares fractions. Nothing is returned where no steady state exists.
namespace halfopen::theory {

/// The long-run means of one station.
struct Station {
    double busy = 0.0;             ///< share of the workers' time
    double wait_probability = 0.0; ///< that a call finds all workers busy
    double wait_s = 0.0;           ///< mean, over all calls
    double time_s = 0.0;           ///< mean wait + service
    double in_system = 0.0;        ///< mean number of calls, by Little's law
};

/// The share of calls lost by `workers` without a queue, offered `load` = rate * mean service time (Erlang B).
double erlang_b(int workers, double load);
/// The probability to wait for one of `workers` with an unlimited queue (Erlang C); nothing unless load < workers.
std::optional<double> erlang_c(int workers, double load);
/// M/M/c with an unlimited queue; M/M/1 for one worker.
std::optional<Station> mmc(double rate, double mean_s, int workers);
/// M/G/1: the Pollaczek-Khinchine formula. M/D/1 with variance 0.
std::optional<Station> mg1(double rate, double mean_s, double variance_s2);
/// The q-quantile of the time in an M/M/1 station: exponential, so -ln(1 - q) times its mean.
std::optional<double> mm1_quantile_s(double rate, double mean_s, double q);

struct LossStation {
    double loss = 0.0;       ///< share of the calls that find it full
    double throughput = 0.0; ///< per second
    double time_s = 0.0;     ///< mean, of the calls that got in
    double in_system = 0.0;
};
/// M/M/c/K: `workers`, and `places` in all, those of the workers included (places >= workers). Any load.
LossStation mmck(double rate, double mean_s, int workers, int places);

/// A station without a limit whose service time is base + per_call * calls in flight (the new one included): the
/// mean number in flight, lambda * base / (1 - lambda * per_call), in the fluid limit; nothing when it diverges.
std::optional<double> load_dependent_in_flight(double rate, double base_s, double per_call_s);

/// A loop of n tries, each failing on its own with probability p.
struct Tries {
    double success = 0.0;  ///< 1 - p^n
    double attempts = 0.0; ///< mean: (1 - p^n) / (1 - p), n for p = 1
    double retried = 0.0;  ///< share of requests with a second try: p for n > 1
};
Tries tries(double p, int n);
/// Legs asked in turn, each by a loop of its own: what the chain as a whole gives.
struct ChainLeg { double p = 0.0; int tries = 1; };
struct Chain {
    double success = 0.0;
    std::vector<double> attempts; ///< mean per request, by leg
    std::vector<double> served;   ///< share of all requests that the leg served
};
Chain chain(const std::vector<ChainLeg> &legs);

/// Mean number of results until a closed breaker has seen `failures` of them fail in a row: (1 - p^n) / ((1 - p) p^n).
/// Nothing for p = 0: it never trips.
std::optional<double> calls_to_trip_consecutive(double p, int failures);
/// The same for failures counted since the last reset: n / p.
std::optional<double> calls_to_trip_cumulative(double p, int failures);
/// The long-run share of calls refused by a breaker that trips after `calls_to_trip` results on average, then refuses
/// `refused_per_period` calls and lets one probe through, which fails with probability p and begins another period.
double blocked_share(double calls_to_trip, double refused_per_period, double p);

/// The load that a station of capacity mu bears for good when each call that fails is tried again up to `retries`
/// times: mu / (1 + retries). Above it a trigger may leave it stuck (Bronson et al., HotOS 2021).
double hidden_capacity(double mu, int retries);

} // namespace halfopen::theory
