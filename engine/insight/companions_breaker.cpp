// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/say.h"
#include "engine/insight/companions.h"

#include <algorithm>
#include <cmath>

#include "engine/insight/closed_forms.h"
#include "engine/insight/lint/scene.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

std::string why_not(const LintScene &scene, const Use &use) {
    const Scenario &scenario = scene.scenario();
    const BreakerConfig &breaker = *use.breaker();
    const ServiceConfig &service = *use.service;
    if (breaker.trip != TripRule::consecutive && breaker.trip != TripRule::cumulative) return said(phrase("Check", "its rule looks at a window"));
    if (breaker.slow_over) return said(phrase("Check", "slow calls count too"));
    if (breaker.open_backoff || !breaker.open_steps.empty() || breaker.open_for_hint || breaker.open_jitter.kind != JitterKind::none)
        return said(phrase("Check", "its open time is not always the same"));
    if (breaker.close_after.by_rate || breaker.close_after.successes != 1) return said(phrase("Check", "one success does not close it"));
    if (!use.operation || use.leg > 0) return said(phrase("Check", "it is asked only when something else happens"));
    if (use.retries()) return said(phrase("Check", "requests try again"));
    const auto at_it = [&](const Fault &f) { return f.service == service.name; };
    if (std::any_of(scenario.faults.begin(), scenario.faults.end(), at_it)) return said(phrase("Check", "faults change the service during the run"));
    if (!scenario.edits.empty()) return said(phrase("Check", "the scenario is edited during the run"));
    if (!service.profile.empty()) return said(phrase("Check", "the behaviour of the service changes over time (profile)"));
    if (service.availability) return said(phrase("Check", "outages of the service last beyond one call"));
    if (service.rate_limit || service.workers || !service.calls.empty()) return said(phrase("Check", "calls do not fail independently of each other"));
    const auto answer = scene.answer_s(service);
    const auto rate = scene.rate_per_state(use, breaker.shared);
    if (!answer || !rate || use.closed) return said(phrase("Check", "the rate of its calls is not known"));
    if (*rate * *answer > 0.2) return said(phrase("Check", "calls overlap, so that late results arrive while it is open"));
    if (scene.may_hang(service)) return said(phrase("Check", "calls that hang are heard of late"));
    if (!(scene.counted_share(use) > 0.0)) return said(phrase("Check", "nothing that counts for it fails by chance"));
    return {};
}

/// Sums over the breakers of this policy before this service.
struct Sums {
    double trips = 0.0, rejected = 0.0;
};
Sums sums_of(const Metrics &metrics, const Use &use) {
    Sums out;
    for (const BreakerFigures &b : metrics.breakers) {
        if (b.policy != use.policy->name || b.service != use.service->name || b.caller) continue;
        out.trips += static_cast<double>(b.trips);
        out.rejected += static_cast<double>(b.rejected);
    }
    return out;
}

void fill(Companion &out, const LintScene &scene, const Use &use, const Metrics *metrics) {
    const BreakerConfig &breaker = *use.breaker();
    const double p = scene.counted_share(use), rate = *scene.rate_per_state(use, breaker.shared);
    const int failures = breaker.failures + (breaker.compare == Compare::above ? 1 : 0);
    const double trip = breaker.trip == TripRule::consecutive ? *theory::calls_to_trip_consecutive(p, failures)
                                                              : *theory::calls_to_trip_cumulative(p, failures);
    const double refused = rate * seconds(breaker.open_for);
    Figure calls_to_trip, blocked;
    if (metrics && metrics->requests > 0 && scene.operations().size() == 1 && scene.scenario().warmup.count() == 0) {
        const Sums sums = sums_of(*metrics, use);
        blocked = sums.rejected / static_cast<double>(metrics->requests);
        if (sums.trips > 0.0) {
            // Of the calls that passed, those that were probes do not count towards a trip.
            const double passed = static_cast<double>(metrics->requests) - sums.rejected;
            calls_to_trip = std::max(0.0, passed / sums.trips - 1.0 / (1.0 - p));
        }
    }
    out.figures = {{"calls_to_trip", FigureUnit::plain, trip, calls_to_trip},
                   {"blocked_share", FigureUnit::share, theory::blocked_share(trip, refused, p), blocked}};
}

} // namespace

std::vector<Companion> breaker_companions(const LintScene &scene, const Metrics *metrics) {
    std::vector<Companion> out;
    for (const Use &use : scene.uses()) {
        if (!use.breaker()) continue;
        Companion companion;
        companion.path = use.layer("breaker");
        companion.model = say(phrase("Check", "breaker before {}"), use.service->name);
        companion.assumes = said(phrase("Check", "each call fails on its own, and is over before the next one"));
        companion.why_not = why_not(scene, use);
        if (companion.why_not.empty()) fill(companion, scene, use, metrics);
        out.push_back(std::move(companion));
    }
    return out;
}

} // namespace halfopen
