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
/// How calls are spread over replicas. Round robin is one counter per service.
enum class Balance : std::uint8_t { round_robin, random, least_busy };
/// optimistic_lock: each call reads a version, then writes; the write fails with `conflict` when another write came
/// between. Reading and writing are a round trip each.
enum class Contention : std::uint8_t { none, optimistic_lock };
enum class CallMode : std::uint8_t { sequence, parallel };

inline constexpr int kCallTimesMax = 10'000;
inline constexpr std::size_t kCallEntriesMax = 256;
/// Calls that one attempt at every leg of an operation may cause below it, retries apart.
inline constexpr std::size_t kCallTreeMax = 65'535;

/// A call that a service makes while it serves, under a policy of its own ("" means one plain call).
/// A sequence entry begins when everything before it is over and makes its calls one after another; neighbouring
/// parallel entries begin together and make all their calls at once.
struct DownstreamCall {
    std::string service;
    std::string policy;
    int times = 1;
    CallMode mode = CallMode::sequence;
    friend bool operator==(const DownstreamCall &, const DownstreamCall &) = default;
};

/// Outages correlated in time: exponential sojourns up and down.
struct Availability {
    Duration up{0};   ///< mean
    Duration down{0}; ///< mean
    Outcome kind = kind_unavailable;
    std::string group{}; ///< services of one group go down and up together; empty: alone
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

/// How a service behaves from an instant on, as a record shows it; what is not stated is as the service says itself.
struct ProfileStep {
    Duration at{0};
    std::optional<std::vector<std::pair<Outcome, double>>> failures;
    std::optional<Distribution> latency;
    friend bool operator==(const ProfileStep &, const ProfileStep &) = default;
};
inline constexpr std::size_t kProfileStepsMax = 100'000;

inline constexpr int kReplicasMax = 256;
inline constexpr int kReplicasInAllMax = 65'536;

/// A simulated dependency.
struct ServiceConfig {
    std::string name;
    Distribution network; ///< one way
    Distribution latency; ///< the time that a worker spends
    int replicas = 1; ///< each with its own workers and queue; 1 to kReplicasMax
    Balance balance = Balance::round_robin;
    std::optional<int> workers; ///< of each replica: calls served at once; none: unlimited
    std::optional<int> queue;   ///< how many wait; none: unlimited
    Discipline discipline = Discipline::fifo;
    Contention contention = Contention::none;
    std::vector<std::pair<Outcome, double>> failures; ///< probability per attempt, ordered by kind number
    std::vector<ProfileStep> profile; ///< in order of time
    std::optional<Availability> availability;
    std::optional<ServerRateLimit> rate_limit;
    Money cost;
    std::vector<std::pair<Outcome, double>> billing; ///< billed share per outcome; unlisted: success, timeout, cancelled 1, rest 0
    Ratio accuracy{1.0};
    std::optional<Confidence> confidence;
    bool effect = false;
    bool idempotency_key = false;
    bool cancels = false;
    std::vector<DownstreamCall> calls; ///< made after its own service time; a worker is held meanwhile
    friend bool operator==(const ServiceConfig &, const ServiceConfig &) = default;

    double billed_share(Outcome outcome) const;
};

} // namespace halfopen
