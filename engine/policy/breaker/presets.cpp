// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "engine/policy/breaker/config.h"
#include "engine/policy/breaker/library_presets.h"

namespace halfopen {

namespace {

using namespace library_presets;

struct Preset {
    std::string_view name;
    std::string_view about;
    void (*refine)(BreakerConfig &);
};

constexpr std::array<Preset, 17> kPresets{{
    {"tutorial", "The tutorial's prose: opens after 5 failures in a row, for 60 s, then one probe decides.",
     [](BreakerConfig &) {}},
    {"tutorial_code",
     "The tutorial's published class: counts every failure since the last recovery, re-tests when more than 60 s have "
     "passed since the last failure, and lets everybody through while HALF_OPEN.",
     tutorial_code},
    {"tutorial_code_consecutive",
     "The same class with its reset read outside the `if`: a success in CLOSED resets the count.",
     [](BreakerConfig &c) {
         tutorial_code(c);
         c.trip = TripRule::consecutive;
     }},
    {"toolweaver_client",
     "ToolWeaver's A2A and MCP clients, as documented: 3 failures in a row open for 30 s, then it is CLOSED again at "
     "once, with a count of 0. The original looks at it once per call, before its retry loop.",
     toolweaver_client},
    {"resilience4j",
     "resilience4j 2.4.0: 50 % of the last 100 calls (from 100 on) failed, or all took over 60 s; open 60 s, then the "
     "rate of 10 probes decides. Late results count in whatever state holds.",
     resilience4j},
    {"polly",
     "Polly 8.7, as documented: at least 10 % of at least 100 calls in 30 s failed, looked at when one fails; open 5 "
     "s, "
     "then one probe. What it does not handle is a success.",
     polly},
    {"failsafe",
     "Failsafe 3, as documented: one failure opens for 60 s; permits of half-open calls come back when they end.",
     failsafe},
    {"hystrix",
     "Hystrix 1.5, as documented: every 500 ms it looks whether at least 50 % (whole percent) of at least 20 calls in "
     "10 s failed; open 5 s, then one probe. Its own timeout of 1 s is a layer of its own here.",
     hystrix},
    {"cockatiel_consecutive",
     "cockatiel 3.2.1, ConsecutiveBreaker(5), open 10 s: calls during the trial wait for it and are then tried afresh.",
     cockatiel_consecutive},
    {"cockatiel_count",
     "cockatiel 3.2.1, CountBreaker: more than 20 % of the last 100 calls failed; open 10 s; calls during the trial "
     "wait.",
     cockatiel_count},
    {"cockatiel_sampling",
     "cockatiel 3.2.1, SamplingBreaker: more than 20 % failed of at least 25 calls a second over 30 s; its windows "
     "move "
     "by one a call, so old samples survive a silence. Open 10 s; calls during the trial wait.",
     cockatiel_sampling},
    {"opossum",
     "opossum 9.0.0: more than 50 % of the calls fired in 10 s failed (refused and unfinished ones are fired too), "
     "from "
     "the first call on; half-open after 30 s by a timer. The window is never cleared. Its own timeout of 10 s is a "
     "layer "
     "of its own here.",
     opossum},
    {"pybreaker",
     "pybreaker 1.4.1: 5 failures in a row open for 60 s; one success closes. It holds a lock during each call, so "
     "calls "
     "wait for one another.",
     pybreaker},
    {"circuitbreaker_py",
     "circuitbreaker 1.4.0 (Python): 5 failures in a row open for 30 s after the last of them; any success closes, "
     "also a "
     "late one; half-open lets everybody through.",
     circuitbreaker_py},
    {"gobreaker",
     "gobreaker 2, as documented: the 6th failure in a row opens, re-tests when more than 60 s have passed, one probe; "
     "results of calls from an earlier period are dropped.",
     gobreaker},
    {"litellm_cooldown",
     "LiteLLM's router, as documented: a deployment that failed more than half of at least 5 calls in the current "
     "minute, "
     "or that sent Retry-After, is left out for 5 s or as long as it asked for.",
     litellm_cooldown},
    {"envoy_outlier",
     "Envoy's outlier detection, as documented: 5 failures in a row or an outlying success rate take a host out for 30 "
     "s "
     "times its ejections, looked at every 10 s; at most 10 % of the hosts, so none where there are fewer than 10.",
     envoy_outlier},
}};

const Preset *find_preset(std::string_view name) {
    for (const Preset &preset : kPresets) {
        if (preset.name == name) return &preset;
    }
    return nullptr;
}

} // namespace

std::optional<BreakerConfig> breaker_preset(std::string_view name) {
    const Preset *preset = find_preset(name);
    if (preset == nullptr) return std::nullopt;
    BreakerConfig config;
    config.preset = std::string(name);
    preset->refine(config);
    return config;
}

std::vector<std::string> breaker_preset_names() {
    std::vector<std::string> names;
    for (const Preset &preset : kPresets)
        names.emplace_back(preset.name);
    return names;
}

std::string breaker_preset_about(std::string_view name) {
    const Preset *preset = find_preset(name);
    return preset == nullptr ? std::string() : std::string(preset->about);
}

} // namespace halfopen
