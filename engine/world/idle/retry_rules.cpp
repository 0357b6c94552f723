// SPDX-License-Identifier: GPL-3.0-or-later
// Schedules and budgets of retries that never come, and schedules whose bounds contradict each other.
#include <array>

#include "engine/world/idle/rules.h"

namespace halfopen {

namespace {

void schedule_of_one_try(const IdleScene &scene, IdleFound &found) {
    for (const PolicyConfig &policy : scene.scenario().policies) {
        if (!policy.retry || policy.error_recovery || policy.retry->max_attempts > 1) continue;
        const RetryConfig &retry = *policy.retry;
        const RetryConfig plain;
        const auto idle = [&](const char *key, bool stated) {
            if (!stated) return;
            found("policies." + policy.name + ".retry." + key,
                  phrase("Invalid", "has no effect: max_attempts is 1, so that there are no retries; set it to 2 or more"));
        };
        idle("backoff", retry.backoff != plain.backoff);
        idle("jitter", retry.jitter != plain.jitter);
        idle("retry_after", retry.retry_after != plain.retry_after);
        idle("kinds", retry.kinds.has_value());
        idle("per_kind", !retry.per_kind.empty());
    }
}

void budget_without_retries(const IdleScene &scene, IdleFound &found) {
    for (const PolicyConfig &policy : scene.scenario().policies) {
        if (!policy.budget || gates_first_tries(*policy.budget) || scene.tries_max(policy) > 1) continue;
        found("policies." + policy.name + ".budget",
              phrase("Invalid", "has no effect: it limits retries, and this policy makes none; set retry.max_attempts to 2 or more"));
    }
}

void look_at_backoff(const std::string &path, const BackoffConfig &backoff, IdleFound &found) {
    if (!backoff.cap || backoff.floor <= *backoff.cap) return;
    found(path + ".floor", phrase("Invalid", "stands above the cap of {}: every wait is {}, whatever the schedule says; set it below the cap"),
          short_text(*backoff.cap), short_text(backoff.floor));
}

void floor_above_cap(const IdleScene &scene, IdleFound &found) {
    const ErrorMatrix &kinds = scene.scenario().kinds;
    const auto look_at = [&](const std::string &path, const RetryConfig &retry) {
        look_at_backoff(path + ".backoff", retry.backoff, found);
        for (const KindSchedule &own : retry.per_kind) {
            look_at_backoff(path + ".per_kind." + kinds[own.kind].name + ".backoff", own.backoff, found);
        }
    };
    for (const PolicyConfig &policy : scene.scenario().policies) {
        const std::string path = "policies." + policy.name;
        if (policy.retry) look_at(path + ".retry", *policy.retry);
        if (policy.breaker && policy.breaker->open_backoff) {
            look_at_backoff(path + ".breaker.open_for", *policy.breaker->open_backoff, found);
        }
    }
    for (const Operation &operation : scene.scenario().operations) {
        if (operation.healing) look_at("operations." + operation.name + ".healing.retry", operation.healing->retry);
    }
}

constexpr std::array<IdleRule, 3> kRules{{
    {"schedule_of_one_try", schedule_of_one_try},
    {"budget_without_retries", budget_without_retries},
    {"floor_above_cap", floor_above_cap},
}};

} // namespace

std::span<const IdleRule> idle_retry_rules() { return kRules; }

} // namespace halfopen
