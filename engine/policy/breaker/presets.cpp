// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "engine/policy/breaker/breaker.h"
#include "engine/policy/breaker/config.h"

namespace halfopen {

namespace {

/// The tutorial's prose: 5 consecutive failures, 60 s, one request tests the recovery.
BreakerConfig tutorial() {
    BreakerConfig c;
    c.preset = "tutorial";
    return c;
}

/// The tutorial's published class: a success in CLOSED does not reset the count, HALF_OPEN admits everybody and its
/// first success closes, the open time runs from the last failure (late ones move it) and must be passed strictly.
BreakerConfig tutorial_code() {
    BreakerConfig c;
    c.preset = "tutorial_code";
    c.trip = TripRule::cumulative;
    c.anchor = Anchor::last_failure;
    c.boundary = Boundary::after;
    c.probe_limit = ProbeLimit::unlimited;
    c.stale_results = StaleResults::count;
    c.probe_failure = ProbeFailure::counts;
    return c;
}

struct Preset {
    std::string_view name;
    std::string_view about;
    BreakerConfig (*make)();
};

constexpr std::array<Preset, 3> kPresets{{
    {"tutorial", "The tutorial's prose: opens after 5 failures in a row, for 60 s, then one probe decides.", tutorial},
    {"tutorial_code",
     "The tutorial's published class: counts every failure since the last recovery, re-tests when more than 60 s have "
     "passed since the last failure, and lets everybody through while HALF_OPEN.",
     tutorial_code},
    {"tutorial_code_consecutive",
     "The same class with its reset read outside the `if`: a success in CLOSED resets the count.",
     [] {
         BreakerConfig c = tutorial_code();
         c.preset = "tutorial_code_consecutive";
         c.trip = TripRule::consecutive;
         return c;
     }},
}};

} // namespace

std::optional<BreakerConfig> breaker_preset(std::string_view name) {
    for (const Preset &preset : kPresets) {
        if (preset.name == name) return preset.make();
    }
    return std::nullopt;
}

std::vector<std::string> breaker_preset_names() {
    std::vector<std::string> names;
    for (const Preset &preset : kPresets) names.emplace_back(preset.name);
    return names;
}

std::string breaker_preset_about(std::string_view name) {
    for (const Preset &preset : kPresets) {
        if (preset.name == name) return std::string(preset.about);
    }
    return {};
}

std::string_view name_of(BreakerState s) {
    constexpr std::array<std::string_view, 3> names{"CLOSED", "OPEN", "HALF_OPEN"};
    return names[static_cast<std::size_t>(s)];
}

} // namespace halfopen
