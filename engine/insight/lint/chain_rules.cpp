// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "engine/base/say.h"
#include "engine/insight/distribution_tail.h"
#include "engine/insight/explain.h"
#include "engine/insight/lint/rules.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

std::string requests_text(double n) { return n < 1.0 ? said(phrase("Advice", "hardly a request")) : say(phrase("Advice", "about {} requests"), figure_text(n)); }

void hides_errors(const LintScene &scene, const Found &found) {
    const Scenario &scenario = scene.scenario();
    for (std::size_t o = 0; o < scenario.operations.size(); ++o) {
        const Operation &operation = scenario.operations[o];
        const bool asked = std::count(scene.operations().begin(), scene.operations().end(), &operation) > 0;
        if (!asked || scene.layout().exhausted[o] != Exhausted::continue_) continue;
        found(fmt::format("operations.{}.exhausted", operation.name),
              say(phrase("Advice", "by the failure table alone {} of the requests go on with nothing, and all of them while the "
                          "whole chain is down"),
                          share_text(1.0 - scene.operation_success(operation))));
    }
}

void unseen_failure(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        for (const FailureShare &f : use.failures) {
            const KindRule &rule = scene.scenario().kinds[f.kind];
            const bool retried = use.retries() && retries_kind(*use.policy->retry, scene.scenario().kinds, f.kind);
            if (rule.failure_class != FailureClass::transient || retried || rule.retry || rule.fallback) continue;
            if (rule.breaker == BreakerCount::failure) continue;
            found("kinds." + rule.name, say(phrase("Advice", "{} of the calls to {} end with {}: it is not retried, does not fall "
                                                    "back, and is {} to breakers"),
                                                    share_text(f.share), use.service->name, rule.name,
                                                    rule.breaker == BreakerCount::success ? said(phrase("Advice", "a success")) : said(phrase("Advice", "nothing"))));
        }
    }
}

/// When a service is down altogether: by faults, by chance, or not at all.
struct Outages {
    Duration longest{0};
    std::string what;
};
Outages outages_of(const LintScene &scene, const ServiceConfig &service) {
    Outages out;
    for (const Fault &fault : scene.scenario().faults) {
        if (fault.service != service.name || fault.replica) continue;
        const auto *availability = std::get_if<AvailabilityFault>(&fault.effect);
        const bool outage = std::holds_alternative<OutageFault>(fault.effect);
        const Duration lasts = outage ? fault.lasts : availability ? availability->availability.down : Duration{0};
        if (lasts <= out.longest) continue;
        out = {lasts, outage ? say(phrase("Advice", "it is down for {} from {} on"), format_duration(lasts), format_duration(fault.at))
                             : say(phrase("Advice", "its outages last {} on average"), format_duration(lasts))};
    }
    if (service.availability && service.availability->down > out.longest) {
        out = {service.availability->down,
               say(phrase("Advice", "its outages last {} on average, every {}"), format_duration(service.availability->down),
                           format_duration(service.availability->up))};
    }
    return out;
}

void no_breaker(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        const bool external = use.service->cost.nano_usd > 0 || mean_s(use.service->network).value_or(1.0) > 0.0;
        const Outages outages = outages_of(scene, *use.service);
        if (!external || use.breaker() || use.ejecting() || outages.longest.count() == 0) continue;
        const std::string calls =
            use.rate ? say(phrase("Advice", "{} may ask it meanwhile"), requests_text(*use.rate * seconds(outages.longest))) : said(phrase("Advice", "requests go on asking it"));
        found(use.path, say(phrase("Advice", "no breaker before {}: {}, and {}, {}"), use.service->name, outages.what, calls,
                                    use.tries() > 1 ? say(phrase("Advice", "each up to {} times"), use.tries()) : said(phrase("Advice", "for nothing"))));
    }
}

void no_fallback(const LintScene &scene, const Found &found) {
    for (const Operation *operation : scene.operations()) {
        const auto chain = scene.chain(*operation);
        if (chain.size() != 1) continue;
        const Use &use = *chain.front();
        const Outages outages = outages_of(scene, *use.service);
        if (outages.longest.count() == 0) continue;
        if (use.retries() && waits_in_all(*use.policy->retry, use.tries() - 1) >= outages.longest) continue;
        const std::string lost = use.rate ? requests_text(*use.rate * seconds(outages.longest)) : said(phrase("Advice", "all requests meanwhile"));
        found(fmt::format("operations.{}.chain", operation->name),
              say(phrase("Advice", "{} is all there is: {}, and {} have nowhere to go"), use.service->name, outages.what, lost));
    }
}

/// The mean of a jittered wait over the wait without jitter.
double mean_factor(const JitterConfig &jitter) {
    switch (jitter.kind) {
    case JitterKind::full:
    case JitterKind::envoy: return 0.5;
    case JitterKind::equal: return 0.75;
    case JitterKind::additive: return 1.0 + jitter.factor / 2.0;
    default: return 1.0;
    }
}

/// When each try of a leg begins if every try times out, and when the last one has.
struct Timetable {
    std::vector<double> begins;
    double ends = 0.0;
};
std::optional<Timetable> timetable(const LintScene &scene, const Use &use, double start) {
    if (!use.policy || !use.policy->timeout) return std::nullopt;
    const bool may_time_out = scene.may_hang(*use.service) ||
                              share_above(use.service->latency, use.policy->timeout->after).value_or(1.0) > 0.0;
    if (!may_time_out) return std::nullopt;
    const bool retried = use.retries() && retries_kind(*use.policy->retry, scene.scenario().kinds, kind_timeout);
    Timetable out;
    double now = start;
    for (int n = 1; n <= (retried ? use.tries() : 1); ++n) {
        if (n > 1) {
            const RetryConfig &retry = *use.policy->retry;
            now += seconds(backoff_base(retry.backoff, n - 1)) * mean_factor(retry.jitter);
        }
        out.begins.push_back(now);
        now += seconds(timeout_of(*use.policy->timeout, n));
    }
    out.ends = now;
    return out;
}

void attempts_exceed_deadline(const LintScene &scene, const Found &found) {
    for (const Operation *operation : scene.operations()) {
        if (!operation->deadline) continue;
        const double deadline = seconds(*operation->deadline);
        double now = 0.0;
        for (const Use *use : scene.chain(*operation)) {
            const auto times = timetable(scene, *use, now);
            if (!times) break; // how long this leg takes is not known
            const auto late = std::find_if(times->begins.begin(), times->begins.end(), [=](double t) { return t >= deadline; });
            const bool last = use->leg + 1 == scene.chain(*operation).size();
            now = times->ends;
            if (late == times->begins.end() && (last || now < deadline)) continue;
            const std::string never =
                late != times->begins.end()
                    ? say(phrase("Advice", "try {} at {} would begin after {}"), late - times->begins.begin() + 1, use->service->name,
                                  seconds_text(*late))
                    : say(phrase("Advice", "the next leg would begin after {}"), seconds_text(now));
            found(fmt::format("operations.{}.deadline", operation->name),
                  say(phrase("Advice", "when every try times out, {}; the deadline is {}"), never, format_duration(*operation->deadline)));
            break;
        }
    }
}

void hangs_without_timeout(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        if ((use.policy && use.policy->timeout) || !scene.may_hang(*use.service)) continue;
        double share = 0.0;
        for (const FailureShare &f : use.failures) {
            share += scene.scenario().kinds[f.kind].shows == Shows::hang ? f.share : 0.0;
        }
        const std::string often = share > 0.0 ? say(phrase("Advice", "{} of the calls"), share_text(share)) : said(phrase("Advice", "calls during a fault"));
        const bool cut = use.operation && use.operation->deadline;
        found(use.path, say(phrase("Advice", "{} to {} are never answered, and nothing gives them up{}"), often, use.service->name,
                                    cut ? say(phrase("Advice", " before the deadline of {} ends the request"),
                                                      format_duration(*use.operation->deadline))
                                        : said(phrase("Advice", ": their requests never end"))));
    }
}

void timeout_below_latency(const LintScene &scene, const Found &found) {
    constexpr double kMany = 0.20;
    for (const Use &use : scene.uses()) {
        if (!use.policy || !use.policy->timeout) continue;
        const Duration left = use.policy->timeout->after - duration_from_ns(2e9 * mean_s(use.service->network).value_or(0.0));
        const double late = left.count() <= 0 ? 1.0 : share_above(use.service->latency, left).value_or(0.0);
        if (late <= kMany) continue;
        found(use.layer("timeout"), say(phrase("Advice", "{} of the calls to {} take longer than {} with no fault on"),
                                                share_text(late), use.service->name,
                                                format_duration(use.policy->timeout->after)));
    }
}

/// The most calls at the bottom of what a service calls, for one call to it, and the way there.
struct Layers {
    double calls = 1.0;
    int retrying = 0;
    std::string way, bottom;
};
Layers layers_below(const LintScene &scene, std::uint32_t service, std::vector<std::optional<Layers>> &known) {
    if (known[service]) return *known[service];
    Layers worst;
    worst.bottom = scene.scenario().services[service].name;
    const auto &calls = scene.layout().downstream[service];
    for (std::size_t c = 0; c < calls.size(); ++c) {
        const Layers below = layers_below(scene, calls[c].place.service, known);
        const PolicyConfig *policy = calls[c].place.policy ? &scene.scenario().policies[*calls[c].place.policy] : nullptr;
        const int tries = policy && policy->retry ? policy->retry->max_attempts : 1;
        Layers here = below;
        here.calls *= tries;
        here.retrying += tries > 1 ? 1 : 0;
        here.way = fmt::format(" x {}{}", tries, below.way);
        if (here.calls > worst.calls) worst = here;
    }
    known[service] = worst;
    return worst;
}

void layered_retries_multiply(const LintScene &scene, const Found &found) {
    const Scenario &scenario = scene.scenario();
    std::vector<std::optional<Layers>> known(scenario.services.size());
    for (const Use &use : scene.uses()) {
        if (!use.operation) continue;
        const auto service = static_cast<std::uint32_t>(use.service - scenario.services.data());
        const Layers below = layers_below(scene, service, known);
        if (below.retrying + (use.retries() ? 1 : 0) < 2) continue;
        found(use.path, say(phrase("Advice", "{}{} = {} calls to {} for one request while it fails"), use.tries(), below.way,
                                    figure_text(below.calls * use.tries()), below.bottom));
    }
}

void fallback_without_capacity(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        if (!use.operation || use.leg == 0 || use.closed || !use.rate) continue;
        double shifted = *use.rate;
        for (const Use &other : scene.uses()) {
            if (&other != &use && other.service == use.service) shifted += other.healthy_rate.value_or(0.0);
        }
        std::optional<double> most = scene.capacity(*use.service);
        std::string what = said(phrase("Advice", "its workers serve"));
        if (use.service->rate_limit && (!most || use.service->rate_limit->rate.per_second < *most)) {
            most = use.service->rate_limit->rate.per_second;
            what = said(phrase("Advice", "its rate limit admits"));
        }
        if (!most || shifted <= *most) continue;
        found(use.path, say(phrase("Advice", "when the legs before it fail, {} calls a second come to {}; {} {} a second"),
                                    figure_text(shifted), use.service->name, what, figure_text(*most)));
    }
}

constexpr std::array<CheckedRule, 9> kRules{{
    {{"hides_errors", AdviceKind::advice, phrase("Advice", "Going on with nothing looks like success to whoever comes after."),
      phrase("Advice", "Let the request fail (exhausted: raise), or say what is missing (partial), and record every failure.")},
     hides_errors},
    {{"unseen_failure", AdviceKind::advice, phrase("Advice", "A failure that nothing reacts to and nothing counts is one that nobody sees."),
      phrase("Advice", "Record it, and let it count: for a retry, a fallback or a breaker.")},
     unseen_failure},
    {{"no_breaker", AdviceKind::advice, phrase("Advice", "Without a breaker every request finds out by itself that the service is down."),
      phrase("Advice", "Put a breaker before external services, sized to their outages.")},
     no_breaker},
    {{"no_fallback", AdviceKind::advice, phrase("Advice", "What has no alternative fails for as long as its only service is down."),
      phrase("Advice", "Add a leg to the chain: cheaper, rougher or older data is better than none.")},
     no_fallback},
    {{"attempts_exceed_deadline", AdviceKind::contradiction,
      phrase("Advice", "The deadline ends the request before the tries that the policy promises have been made."),
      phrase("Advice", "Shorten the timeouts or the waits, try less often, or allow more time.")},
     attempts_exceed_deadline},
    {{"hangs_without_timeout", AdviceKind::advice, phrase("Advice", "A call that is never answered ends only when its caller gives up."),
      phrase("Advice", "Give the leg a timeout a little above the time that nearly all answers take.")},
     hangs_without_timeout},
    {{"timeout_below_latency", AdviceKind::contradiction,
      phrase("Advice", "A timeout below what answers take cuts good calls, and their work is done for nobody."),
      phrase("Advice", "Set the timeout above the 99th percentile of the service's latency.")},
     timeout_below_latency},
    {{"layered_retries_multiply", AdviceKind::contradiction,
      phrase("Advice", "Retries at several layers multiply: the bottom layer gets the product, at the worst moment."),
      phrase("Advice", "Retry at one layer only, and let the others pass failures on; or bound them with a budget.")},
     layered_retries_multiply},
    {{"fallback_without_capacity", AdviceKind::contradiction,
      phrase("Advice", "A fallback that cannot carry the load which comes over is down as soon as it is needed."),
      phrase("Advice", "Give it the capacity, or shed load before it (a bulkhead or a rate limiter).")},
     fallback_without_capacity},
}};

} // namespace

std::span<const CheckedRule> chain_rules() { return kRules; }

} // namespace halfopen
