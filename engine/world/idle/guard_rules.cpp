// SPDX-License-Identifier: GPL-3.0-or-later
// Breakers, bulkheads and limiters with settings that cannot come into play.
#include <array>

#include "engine/world/idle/rules.h"

namespace halfopen {

namespace {

bool ever_open(const BreakerConfig &breaker) {
    const bool jittered = breaker.open_jitter.kind == JitterKind::spread && breaker.open_jitter.amount.count() > 0;
    return breaker.open_for.count() > 0 || breaker.open_backoff || !breaker.open_steps.empty() || breaker.open_for_hint ||
           jittered || (breaker.stands == Stands::balancer && breaker.ejection.jitter.count() > 0);
}

void breaker_never_open(const IdleScene &scene, IdleFound &found) {
    for (const PolicyConfig &policy : scene.scenario().policies) {
        if (!policy.breaker || ever_open(*policy.breaker)) continue;
        found("policies." + policy.name + ".breaker.open_for",
              phrase("Invalid", "the breaker is never open: after it has opened it lets the next call through at once; set "
                                "the time for which it is to refuse"));
    }
}

void limiter_that_refuses(const IdleScene &scene, IdleFound &found) {
    for (const PolicyConfig &policy : scene.scenario().policies) {
        const auto &limiter = policy.rate_limiter;
        if (!limiter || limiter->when_empty != WhenEmpty::refuse || !limiter->max_wait) continue;
        found("policies." + policy.name + ".rate_limiter.max_wait",
              phrase("Invalid", "has no effect: when_empty is `refuse`, so that nobody waits; set it to `wait`"));
    }
}

void bulkhead_queue(const IdleScene &scene, IdleFound &found) {
    for (const PolicyConfig &policy : scene.scenario().policies) {
        if (!policy.bulkhead || !policy.bulkhead->max_wait) continue;
        const std::string path = "policies." + policy.name + ".bulkhead";
        const bool queues = !policy.bulkhead->queue || *policy.bulkhead->queue > 0;
        const bool waits = policy.bulkhead->max_wait->count() > 0;
        if (!queues && waits) {
            found(path + ".max_wait", phrase("Invalid", "has no effect: the queue has no places, so that nobody waits; set `queue`"));
        }
        if (policy.bulkhead->queue && queues && !waits) {
            found(path + ".queue", phrase("Invalid", "has no effect: max_wait is 0, so that nobody waits; set `max_wait`"));
        }
    }
}

constexpr std::array<IdleRule, 3> kRules{{
    {"breaker_never_open", breaker_never_open},
    {"limiter_that_refuses", limiter_that_refuses},
    {"bulkhead_queue", bulkhead_queue},
}};

} // namespace

std::span<const IdleRule> idle_guard_rules() { return kRules; }

} // namespace halfopen
