// SPDX-License-Identifier: GPL-3.0-or-later
// Timeouts and deadlines that nothing can meet, and times beyond what they follow or beyond the run.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/world/idle/rules.h"

namespace halfopen {

namespace {

void timeout_shape(const IdleScene &scene, IdleFound &found) {
    for (const PolicyConfig &policy : scene.scenario().policies) {
        if (!policy.timeout) continue;
        const TimeoutConfig &timeout = *policy.timeout;
        const std::string path = "policies." + policy.name + ".timeout";
        if (timeout.cap && *timeout.cap < timeout.after && timeout.growth >= 1.0) {
            found(path + ".after", phrase("Invalid", "has no effect: the cap of {} is below it, so that each attempt gets {}; set "
                                                     "the cap above it, or leave the cap out"),
                  short_text(*timeout.cap), short_text(*timeout.cap));
        } else if (timeout.cap && timeout.growth == 1.0) {
            found(path + ".cap", phrase("Invalid", "has no effect: the timeout does not grow; set `growth` above 1"));
        }
        if (timeout.growth != 1.0 && scene.policy_reached(policy) && scene.tries_max(policy) == 1) {
            found(path + ".growth", phrase("Invalid", "has no effect: there are no retries whose timeout could grow; set "
                                                      "retry.max_attempts to 2 or more"));
        }
    }
}

void timeout_below_answer(const IdleScene &scene, IdleFound &found) {
    for (const Passage &passage : scene.passages()) {
        if (!passage.policy || !passage.policy->timeout) continue;
        const TimeoutConfig &timeout = *passage.policy->timeout;
        const Duration longest = std::max(timeout_of(timeout, 1), timeout_of(timeout, passage.tries_max));
        const Duration least = scene.least_answer(passage.service);
        if (longest > least) continue;
        found("policies." + passage.policy->name + ".timeout",
              phrase("Invalid", "no call to {} is ever answered within {}: its fastest answer takes {}; give it more time"),
              scene.scenario().services[passage.service].name, short_text(longest), short_text(least));
    }
}

void deadline_below_answer(const IdleScene &scene, IdleFound &found) {
    for (std::size_t o = 0; o < scene.scenario().operations.size(); ++o) {
        const Operation &operation = scene.scenario().operations[o];
        if (!operation.deadline) continue;
        Duration least = kDurationMax;
        for (const LegPlace &leg : scene.layout().chains[o]) least = std::min(least, scene.least_answer(leg.service));
        if (*operation.deadline > least) continue;
        found("operations." + operation.name + ".deadline",
              phrase("Invalid", "no request is ever served within {}: the fastest answer takes {}; give it more time"),
              short_text(*operation.deadline), short_text(least));
    }
}

void warmup_is_all(const IdleScene &scene, IdleFound &found) {
    const Scenario &scenario = scene.scenario();
    Duration end{0};
    for (std::size_t s = 0; s < scenario.services.size(); ++s) end = std::max(end, scene.arrivals_end(s));
    if (scenario.warmup.count() == 0 || scenario.warmup < end) return;
    found("warmup", phrase("Invalid", "leaves all requests out of the figures: the arrivals end at {}; set it below that"),
          short_text(end));
}

void breaker_warm_up(const IdleScene &scene, IdleFound &found) {
    for (const PolicyConfig &policy : scene.scenario().policies) {
        if (!policy.breaker || !policy.breaker->warm_up || *policy.breaker->warm_up < scene.run_end()) continue;
        found("policies." + policy.name + ".breaker.warm_up",
              phrase("Invalid", "the breaker never opens: it may not before {}, and the run is over at {}; set it below that"),
              short_text(*policy.breaker->warm_up), short_text(scene.run_end()));
    }
}

constexpr std::array<IdleRule, 5> kRules{{
    {"timeout_shape", timeout_shape},
    {"timeout_below_answer", timeout_below_answer},
    {"deadline_below_answer", deadline_below_answer},
    {"warmup_is_all", warmup_is_all},
    {"breaker_warm_up", breaker_warm_up},
}};

Scenario without_edits(Scenario scenario) {
    scenario.edits.clear();
    return scenario;
}

void edit_after_the_run(const IdleScene &scene, IdleFound &found) {
    const std::vector<Edit> &edits = scene.scenario().edits;
    Duration end{0};
    for (std::size_t s = 0; s < scene.scenario().services.size(); ++s) end = std::max(end, scene.arrivals_end(s));
    for (std::size_t i = 0; i < edits.size(); ++i) {
        const std::string path = fmt::format("edits[{}].at", i);
        if (edits[i].at >= scene.run_end()) {
            found(path, phrase("Invalid", "has no effect: the run is over at {}; make the edit earlier"), short_text(scene.run_end()));
        } else if (edits[i].at >= end) {
            found(path, phrase("Invalid", "at {} no request arrives any more (the arrivals end at {}): the edit can only meet "
                                          "those that are still under way; make it earlier"),
                  short_text(edits[i].at), short_text(end));
        }
    }
}

void edit_changes_nothing(const IdleScene &scene, IdleFound &found) {
    const std::vector<Edit> &edits = scene.scenario().edits;
    if (edits.empty()) return;
    Scenario before = without_edits(scene.scenario());
    for (std::size_t i = 0; i < edits.size(); ++i) {
        Scenario after = without_edits(*edits[i].after);
        if (after == before) {
            found(fmt::format("edits[{}].to", i), phrase("Invalid", "has no effect: {} has this value already; set another one"),
                  edits[i].path);
        }
        before = std::move(after);
    }
}

constexpr std::array<IdleRule, 2> kEditRules{{
    {"edit_after_the_run", edit_after_the_run},
    {"edit_changes_nothing", edit_changes_nothing},
}};

} // namespace

std::span<const IdleRule> idle_time_rules() { return kRules; }
std::span<const IdleRule> idle_edit_rules() { return kEditRules; }

} // namespace halfopen
