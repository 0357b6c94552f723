// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>

#include <boost/math/distributions/binomial.hpp>

#include "engine/base/say.h"
#include "engine/insight/closed_forms.h"
#include "engine/insight/explain.h"
#include "engine/insight/lint/rules.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

bool counts(const BreakerConfig &breaker) {
    return breaker.trip == TripRule::consecutive || breaker.trip == TripRule::cumulative;
}

/// The number of failures that trips it, for rules that count.
int failures_to_trip(const BreakerConfig &breaker) {
    return breaker.failures + (breaker.compare == Compare::above ? 1 : 0);
}

void one_request_trips_breaker(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        const BreakerConfig *breaker = use.breaker();
        if (!breaker || !counts(*breaker) || !use.retries() || !use.breaker_inside_retry()) continue;
        if (failures_to_trip(*breaker) > use.tries()) continue;
        const auto rate = scene.rate_per_state(use, breaker->shared);
        const std::string others =
            rate ? say(phrase("Advice", ": it then refuses about {} calls"), figure_text(*rate * seconds(breaker->open_for))) : "";
        found(use.layer("breaker"), say(phrase("Advice", "{} failures open it, and one request that fails each time makes {} tries{}"),
                                                failures_to_trip(*breaker), use.tries(), others));
    }
}

/// Kinds that calls of this use may end with, by chance, by faults or by load.
std::vector<Outcome> kinds_met(const LintScene &scene, const Use &use) {
    std::vector<Outcome> out;
    const ServiceConfig &service = *use.service;
    for (const FailureShare &f : use.failures) out.push_back(f.kind);
    if (service.availability) out.push_back(service.availability->kind);
    if (service.rate_limit) out.push_back(kind_rate_limit);
    if (service.workers && service.queue) out.push_back(kind_overloaded);
    if (service.contention == Contention::optimistic_lock) out.push_back(kind_conflict);
    if (use.policy && use.policy->timeout && (service.workers || scene.may_hang(service))) out.push_back(kind_timeout);
    for (const InputKind &input : scene.scenario().inputs) {
        const bool here = input.fails_at.empty() || std::count(input.fails_at.begin(), input.fails_at.end(), service.name) > 0;
        if (here) out.push_back(input.kind);
    }
    for (const Fault &fault : scene.scenario().faults) {
        if (fault.service != service.name) continue;
        if (const auto *outage = std::get_if<OutageFault>(&fault.effect)) out.push_back(outage->kind);
        if (const auto *failures = std::get_if<FailuresFault>(&fault.effect)) {
            for (const auto &[kind, share] : failures->failures) out.push_back(kind);
        }
        if (const auto *availability = std::get_if<AvailabilityFault>(&fault.effect)) out.push_back(availability->availability.kind);
        if (std::holds_alternative<RateLimitFault>(fault.effect)) out.push_back(kind_rate_limit);
        if (use.policy && use.policy->timeout) out.push_back(kind_timeout); // slower, paused, fewer workers
    }
    return out;
}

void breaker_cannot_trip(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        const BreakerConfig *breaker = use.breaker();
        if (!breaker || !use.service->calls.empty()) continue; // what it calls may fail in any way
        const std::string path = use.layer("breaker");
        const bool windowed = !counts(*breaker);
        if (windowed && breaker->failure_rate && *breaker->failure_rate >= 1.0 && breaker->compare == Compare::above) {
            found(path, said(phrase("Advice", "more than 100 % of the calls would have to fail")));
            continue;
        }
        const std::vector<Outcome> kinds = kinds_met(scene, use);
        const bool one_counts = std::any_of(kinds.begin(), kinds.end(), [&](Outcome kind) {
            return scene.scenario().kinds[kind].breaker == BreakerCount::failure;
        });
        if (kinds.empty() || one_counts || breaker->slow_over) continue;
        std::string names;
        for (const Outcome kind : kinds) {
            const std::string &name = scene.scenario().kinds[kind].name;
            if (names.find(name) == std::string::npos) names += (names.empty() ? "" : ", ") + name;
        }
        found(path, say(phrase("Advice", "all that calls to {} can fail with here is {}, which does not count as a failure"),
                                use.service->name, names));
    }
}

/// Calls that it must see before it decides; of a window of calls not more than that holds.
double needed_calls(const BreakerConfig &breaker) {
    if (breaker.minimum_rate) return std::ceil(*breaker.minimum_rate * seconds(breaker.window_time));
    const bool timed = breaker.trip == TripRule::time_window;
    return timed ? breaker.minimum_calls : std::min(breaker.minimum_calls, breaker.window_calls);
}

void minimum_above_window(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        const BreakerConfig *breaker = use.breaker();
        if (!breaker || breaker->trip != TripRule::count_window || breaker->minimum_calls <= breaker->window_calls) continue;
        found(use.layer("breaker.minimum_calls"), say(phrase("Advice", "the minimum is {} calls, the window holds {}"),
                                                              breaker->minimum_calls, breaker->window_calls));
    }
}

void minimum_unreachable(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        const BreakerConfig *breaker = use.breaker();
        if (!breaker || counts(*breaker) || needed_calls(*breaker) <= 1.0) continue;
        const auto rate = scene.rate_per_state(use, breaker->shared);
        if (!rate) continue;
        const bool timed = breaker->trip == TripRule::time_window;
        const Duration span = timed ? breaker->window_time : scene.scenario().duration;
        const int tries = use.breaker_inside_retry() ? use.tries() : 1; // at most, when everything fails
        const double calls = *rate * tries * seconds(span);
        const double needed = needed_calls(*breaker);
        if (calls >= needed) continue;
        found(use.layer("breaker.minimum_calls"),
              say(phrase("Advice", "{} calls are needed within {}; at {}/s{} one breaker sees about {}{}. It would take "
                          "{}/s"),
                          figure_text(needed), timed ? format_duration(span) : say(phrase("Advice", "the whole run of {}"), format_duration(span)),
                          figure_text(*rate * tries), use.callers > 1 && !breaker->shared ? said(phrase("Advice", " in each instance")) : "",
                          figure_text(calls), tries > 1 ? said(phrase("Advice", ", all retries counted")) : "",
                          figure_text(needed / seconds(span))));
    }
}

/// Mean number of results until a healthy service, failing with probability p on its own, has tripped the breaker;
/// nothing when it never will. Windows: the inverse of the rate at which the share of failures crosses the threshold.
std::optional<double> calls_to_trip(const BreakerConfig &breaker, double p, std::optional<double> rate) {
    if (!(p > 0.0) || p >= 1.0) return std::nullopt;
    switch (breaker.trip) {
    case TripRule::consecutive: return theory::calls_to_trip_consecutive(p, failures_to_trip(breaker));
    case TripRule::cumulative: return theory::calls_to_trip_cumulative(p, failures_to_trip(breaker));
    case TripRule::count_window:
    case TripRule::time_window: break;
    }
    double n = breaker.window_calls;
    if (breaker.trip == TripRule::time_window) {
        if (!rate) return std::nullopt;
        n = std::floor(*rate * seconds(breaker.window_time));
    }
    if (n < std::max(1.0, needed_calls(breaker))) return std::nullopt;
    const bool above = breaker.compare == Compare::above;
    double k = failures_to_trip(breaker);
    if (breaker.failure_rate) {
        const double limit = *breaker.failure_rate * n;
        k = above ? std::floor(limit + 1e-9) + 1.0 : std::ceil(limit - 1e-9);
    }
    if (k < 1.0) return 1.0;
    if (k > n) return std::nullopt;
    // One below the limit, a failure comes in, and what leaves the window is a success.
    const boost::math::binomial_distribution<double> window(n, p);
    const double crossing = boost::math::pdf(window, k - 1.0) * p * (n - k + 1.0) / n;
    return crossing > 1e-300 ? std::optional(n + 1.0 / crossing) : std::nullopt;
}

void breaker_trips_on_healthy_service(const LintScene &scene, const Found &found) {
    constexpr double kTooMuch = 0.02; // of all calls, refused for nothing
    for (const Use &use : scene.uses()) {
        const BreakerConfig *breaker = use.breaker();
        if (!breaker) continue;
        double p = scene.counted_share(use);
        if (use.retries() && !use.breaker_inside_retry()) p = std::pow(p, use.tries());
        std::optional<double> rate = use.healthy_rate;
        if (rate && !breaker->shared) *rate /= use.callers;
        const auto trip = calls_to_trip(*breaker, p, rate);
        if (!trip || !rate || *rate <= 0.0) continue;
        const double refused = *rate * seconds(breaker->open_for);
        const double blocked = theory::blocked_share(*trip, refused, p);
        if (blocked <= kTooMuch) continue;
        found(use.layer("breaker"),
              say(phrase("Advice", "{} of the calls to {} fail by chance, each on its own: it opens after about {} calls, once in {} "
                          "at {}/s, and refuses {} of all calls though nothing is down"),
                          share_text(p), use.service->name, figure_text(*trip), seconds_text(*trip / *rate),
                          figure_text(*rate), share_text(blocked)));
    }
}

/// The longest time for which the service fails, of which the scenario knows.
std::optional<Duration> longest_outage(const LintScene &scene, const ServiceConfig &service) {
    std::optional<Duration> longest;
    const auto add = [&longest](Duration d) { longest = longest ? std::max(*longest, d) : d; };
    if (service.availability) add(service.availability->down);
    for (const Fault &fault : scene.scenario().faults) {
        if (fault.service != service.name) continue;
        if (std::holds_alternative<OutageFault>(fault.effect)) add(fault.lasts);
        if (const auto *availability = std::get_if<AvailabilityFault>(&fault.effect)) add(availability->availability.down);
        if (const auto *failures = std::get_if<FailuresFault>(&fault.effect)) {
            double sum = 0.0;
            for (const auto &[kind, share] : failures->failures) sum += share;
            if (sum >= 0.5) add(fault.lasts);
        }
    }
    return longest;
}

void cooldown_longer_than_outage(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        const BreakerConfig *breaker = use.breaker();
        const auto outage = longest_outage(scene, *use.service);
        if (!breaker || !outage || breaker->open_backoff || !breaker->open_steps.empty() || breaker->open_for <= *outage) continue;
        const double idle = seconds(breaker->open_for - *outage);
        const std::string calls =
            use.rate ? say(phrase("Advice", ": up to {} calls are refused while {} is well"), figure_text(*use.rate * idle), use.service->name) : "";
        found(use.layer("breaker.open_for"), say(phrase("Advice", "it stays open for {}, the longest outage here lasts {}{}"),
                                                         format_duration(breaker->open_for), format_duration(*outage), calls));
    }
}

void window_outlives_open_time(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        const BreakerConfig *breaker = use.breaker();
        if (!breaker || breaker->trip != TripRule::time_window || breaker->reset_window != ResetWindow::never) continue;
        if (breaker->open_for >= breaker->window_time) continue;
        found(use.layer("breaker"), say(phrase("Advice", "it stays open for {} and remembers {}, also after it has closed: the failures "
                                                "that opened it are still counted when it closes"),
                                                format_duration(breaker->open_for), format_duration(breaker->window_time)));
    }
}

void half_open_without_timeout(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        const BreakerConfig *breaker = use.breaker();
        if (!breaker || breaker->probe_timeout) continue;
        if (breaker->probe_limit == ProbeLimit::unlimited || breaker->probe_limit == ProbeLimit::none) continue;
        if (use.policy->timeout || (use.operation && use.operation->deadline) || !scene.may_hang(*use.service)) continue;
        found(use.layer("breaker"), say(phrase("Advice", "calls to {} may hang, and no timeout ends a probe: {} hung {} keeps it half-open "
                                                "for ever"),
                                                use.service->name, breaker->probes,
                                                breaker->probes == 1 ? said(phrase("Advice", "probe")) : said(phrase("Advice", "probes"))));
    }
}

void window_below_timeouts(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        const BreakerConfig *breaker = use.breaker();
        if (!breaker || breaker->trip != TripRule::time_window || !use.policy->timeout) continue;
        const Duration timeout = use.policy->timeout->after;
        if (breaker->window_time >= 2 * timeout) continue;
        found(use.layer("breaker.window"), say(phrase("Advice", "the window is {} long, one timeout takes {}"),
                                                       format_duration(breaker->window_time), format_duration(timeout)));
    }
}

void ejection_inert(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        const BreakerConfig *breaker = use.ejecting();
        if (!breaker || breaker->ejection.always_one) continue;
        const double most = breaker->ejection.max_share * use.service->replicas;
        if (most >= 1.0 - 1e-9) continue;
        found(use.layer("breaker.ejection"), say(phrase("Advice", "{} of the {} replicas of {} is less than one: none is ever taken out"),
                                                         share_text(breaker->ejection.max_share), use.service->replicas,
                                                         use.service->name));
    }
}

constexpr std::array<CheckedRule, 10> kRules{{
    {{"one_request_trips_breaker", AdviceKind::contradiction,
      phrase("Advice", "Inside the retry loop a breaker counts each try: a single bad request can close the service to everybody."),
      phrase("Advice", "Set the breaker's threshold above max_attempts, or put the breaker outside the retry (order).")},
     one_request_trips_breaker},
    {{"breaker_cannot_trip", AdviceKind::contradiction, phrase("Advice", "This breaker can never open."),
      phrase("Advice", "Let the failures that matter count for it, and ask for no more of them than its window holds.")},
     breaker_cannot_trip},
    {{"minimum_above_window", AdviceKind::contradiction,
      phrase("Advice", "A minimum above the window cannot be reached; libraries cut it down to the window without a word."),
      phrase("Advice", "Set minimum_calls to at most window.calls.")},
     minimum_above_window},
    {{"minimum_unreachable", AdviceKind::contradiction,
      phrase("Advice", "A breaker that needs more calls than it ever sees never decides anything."),
      phrase("Advice", "Lower minimum_calls, widen the window, share the breaker, or count failures in a row.")},
     minimum_unreachable},
    {{"breaker_trips_on_healthy_service", AdviceKind::contradiction,
      phrase("Advice", "Failures that come by chance are enough to open this breaker while nothing is down."),
      phrase("Advice", "Ask for more failures, count a rate over a window, or do not count what is the request's own fault.")},
     breaker_trips_on_healthy_service},
    {{"cooldown_longer_than_outage", AdviceKind::contradiction,
      phrase("Advice", "An open time beyond the outage refuses calls that would be served."),
      phrase("Advice", "Set open_for below the time that outages last; a probe is cheap.")},
     cooldown_longer_than_outage},
    {{"window_outlives_open_time", AdviceKind::contradiction,
      phrase("Advice", "A window that is not cleared on closing still holds the old failures: the next one opens it again."),
      phrase("Advice", "Set open_for above the window, or reset_window: on_close.")},
     window_outlives_open_time},
    {{"half_open_without_timeout", AdviceKind::contradiction,
      phrase("Advice", "A half-open breaker waits for its probes; one that never returns keeps it waiting."),
      phrase("Advice", "Give the policy a timeout, or the breaker a probe_timeout.")},
     half_open_without_timeout},
    {{"window_below_timeouts", AdviceKind::contradiction,
      phrase("Advice", "A window that is shorter than two timeouts has forgotten a call's beginning when its timeout counts."),
      phrase("Advice", "Make the window at least twice the timeout.")},
     window_below_timeouts},
    {{"ejection_inert", AdviceKind::contradiction, phrase("Advice", "A balancer that may take out less than one replica takes out none."),
      phrase("Advice", "Raise ejection.max_share above 1 / replicas, or set ejection.always_one: true.")},
     ejection_inert},
}};

} // namespace

std::span<const CheckedRule> breaker_rules() { return kRules; }

} // namespace halfopen
