// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/distribution.h"
#include "engine/base/units.h"
#include "engine/policy/kinds.h"

namespace halfopen {

enum class Discipline : std::uint8_t { fifo, lifo };

/// Outages correlated in time: exponential sojourns up and down.
struct Availability {
    Duration up{0};   ///< mean
    Duration down{0}; ///< mean
    Outcome kind = kind_unavailable;
    friend bool operator==(const Availability &, const Availability &) = default;
};

/// What a refusal by the server's rate limit says about when to come back.
struct RetryAfterHint {
    enum class Kind : std::uint8_t { absent, exact, fixed, wrong };
    Kind kind = Kind::absent;
    Duration fixed{0};
    double factor = 1.0; ///< wrong: times the exact time
    friend bool operator==(const RetryAfterHint &, const RetryAfterHint &) = default;
};

/// A server-side token bucket.
struct ServerRateLimit {
    Rate rate;
    double burst = 1.0;
    RetryAfterHint retry_after;
    friend bool operator==(const ServerRateLimit &, const ServerRateLimit &) = default;
};

/// Detector of wrong answers: probability to accept a right and a wrong one.
struct Confidence {
    Ratio accept_right{1.0};
    Ratio accept_wrong{0.0};
    friend bool operator==(const Confidence &, const Confidence &) = default;
};

/// A simulated dependency.
struct ServiceConfig {
    std::string name;
    Distribution network; ///< one way
    Distribution latency; ///< the time that a worker spends
    std::optional<int> workers; ///< calls served at once; none: unlimited
    std::optional<int> queue;   ///< how many wait; none: unlimited
    Discipline discipline = Discipline::fifo;
    std::vector<std::pair<Outcome, double>> failures; ///< probability per attempt, ordered by kind number
    std::optional<Availability> availability;
    std::optional<ServerRateLimit> rate_limit;
    Money cost;
    std::vector<std::pair<Outcome, double>> billing; ///< billed share per outcome; unlisted: success, timeout 1, rest 0
    Ratio accuracy{1.0};
    std::optional<Confidence> confidence;
    bool effect = false;
    bool idempotency_key = false;
    bool cancels = false;
    friend bool operator==(const ServiceConfig &, const ServiceConfig &) = default;

    double billed_share(Outcome outcome) const;
};

} // namespace halfopen
