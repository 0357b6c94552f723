// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/distribution.h"
#include "engine/base/units.h"
#include "engine/policy/retry.h"

namespace halfopen {

/// One entry of the fallback chain: a service under a policy ("" means one plain call).
struct Leg {
    std::string service;
    std::string policy;
    bool skip_when_open = false; ///< its breaker is asked first: while it is OPEN the leg is skipped
    friend bool operator==(const Leg &, const Leg &) = default;
};

enum class Exhausted : std::uint8_t { raise, continue_, partial };

struct Diagnosis {
    Distribution duration;
    Money cost;
    Ratio accuracy{1.0};
    friend bool operator==(const Diagnosis &, const Diagnosis &) = default;
};

/// The cure of one issue.
struct Remedy {
    Outcome issue = kSuccess;
    std::string name;
    Distribution duration;
    Money cost;
    Ratio success{1.0};
    friend bool operator==(const Remedy &, const Remedy &) = default;
};

struct HealingConfig {
    std::vector<Outcome> kinds;
    bool retry_undiagnosed = false;
    Diagnosis diagnosis;
    std::vector<Remedy> remedies;
    RetryConfig retry; ///< the schedule of the tries after a remedy, in place of the leg's own
    int max_rounds = 1;
    friend bool operator==(const HealingConfig &, const HealingConfig &) = default;
};

struct Operation {
    std::string name;
    std::vector<Leg> chain;
    std::optional<Duration> deadline;
    std::optional<std::vector<Outcome>> fallback_kinds; ///< default: the error matrix
    Exhausted exhausted = Exhausted::raise;
    std::optional<HealingConfig> healing;
    friend bool operator==(const Operation &, const Operation &) = default;
};
inline constexpr std::size_t kLegsMax = 16;

} // namespace halfopen
