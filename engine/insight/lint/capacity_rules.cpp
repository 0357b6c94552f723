// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/base/say.h"
#include "engine/insight/closed_forms.h"
#include "engine/insight/distribution_tail.h"
#include "engine/insight/explain.h"
#include "engine/insight/lint/rules.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

/// Attempts a second at a service when only chance goes wrong; nothing when some caller's rate is unknown or closed.
std::optional<double> offered(const LintScene &scene, const ServiceConfig &service) {
    double sum = 0.0;
    for (const Use &use : scene.uses()) {
        if (use.service != &service) continue;
        if (!use.healthy_rate || use.closed) return std::nullopt;
        const double retried = scene.retried_share(use);
        sum += *use.healthy_rate * (retried < 1.0 ? (1.0 - std::pow(retried, use.tries())) / (1.0 - retried) : use.tries());
    }
    return sum;
}

void overload(const LintScene &scene, const Found &found) {
    for (const ServiceConfig &service : scene.scenario().services) {
        const auto capacity = scene.capacity(service);
        const auto rate = offered(scene, service);
        if (!capacity || !rate || *rate < *capacity) continue;
        found(fmt::format("services.{}.workers", service.name),
              say(phrase("Advice", "{} calls a second come in at the peak, {} workers serve {}"), figure_text(*rate),
                          *service.workers * service.replicas, figure_text(*capacity)));
    }
}

void limiter_below_rate(const LintScene &scene, const Found &found) {
    for (const ServiceConfig &service : scene.scenario().services) {
        const auto rate = offered(scene, service);
        if (!service.rate_limit || !rate || *rate <= service.rate_limit->rate.per_second) continue;
        found(fmt::format("services.{}.rate_limit", service.name),
              say(phrase("Advice", "{} calls a second come in at the peak, {} are let in"), figure_text(*rate),
                          figure_text(service.rate_limit->rate.per_second)));
    }
    for (const Use &use : scene.uses()) {
        if (!use.policy || !use.policy->rate_limiter || use.closed || !use.healthy_rate) continue;
        const RateLimiterConfig &limiter = *use.policy->rate_limiter;
        const double rate = limiter.shared ? *use.healthy_rate : *use.healthy_rate / use.callers;
        if (rate <= limiter.rate.per_second) continue;
        found(use.layer("rate_limiter"),
              say(phrase("Advice", "{} requests a second come at the peak{}, {} are let through: {}"), figure_text(rate),
                          use.callers > 1 && !limiter.shared ? said(phrase("Advice", " to each instance")) : "",
                          figure_text(limiter.rate.per_second),
                          limiter.when_empty == WhenEmpty::refuse
                              ? say(phrase("Advice", "{} are refused"), share_text(1.0 - limiter.rate.per_second / rate))
                              : said(phrase("Advice", "the wait grows as long as that lasts"))));
    }
}

void bulkhead_too_small(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        if (!use.policy || !use.policy->bulkhead || use.closed || !use.healthy_rate) continue;
        const BulkheadConfig &bulkhead = *use.policy->bulkhead;
        const auto answer = scene.answer_s(*use.service);
        if (!answer) continue;
        const double under_way = (bulkhead.shared ? *use.healthy_rate : *use.healthy_rate / use.callers) * *answer;
        const bool waits = (!bulkhead.queue || *bulkhead.queue > 0) && (!bulkhead.max_wait || bulkhead.max_wait->count() > 0);
        const double refused = theory::erlang_b(bulkhead.concurrency, under_way);
        if (waits ? under_way < bulkhead.concurrency : refused <= 0.01) continue;
        found(use.layer("bulkhead"),
              say(phrase("Advice", "rate x latency is {} calls under way{}, {} are let in at once: {}"), figure_text(under_way),
                          use.callers > 1 && !bulkhead.shared ? said(phrase("Advice", " in each instance")) : "", bulkhead.concurrency,
                          waits ? said(phrase("Advice", "its queue fills, and then it refuses"))
                                : say(phrase("Advice", "{} are refused with nothing wrong"), share_text(refused))));
    }
}

void retry_storm_possible(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        const auto capacity = scene.capacity(*use.service);
        const auto rate = offered(scene, *use.service);
        if (!capacity || !rate || !use.retries() || use.service->cancels) continue;
        if (use.policy->budget || use.breaker() || !use.policy->timeout) continue;
        const double hidden = theory::hidden_capacity(*capacity, use.tries() - 1);
        if (*rate >= *capacity || *rate <= hidden) continue;
        found(use.layer("retry"),
              say(phrase("Advice", "{} serves {} calls a second and gets {}. Once it is slow, {} can make that {}: it recovers by itself "
                          "only below {} requests a second"),
                          use.service->name, figure_text(*capacity), figure_text(*rate), describe_attempts(use.tries()),
                          figure_text(*rate * use.tries()), figure_text(hidden)));
    }
}

void hedge_wastes(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        if (!use.policy || !use.policy->hedge) continue;
        const HedgeConfig &hedge = *use.policy->hedge;
        const bool cancelled = hedge.cancel_losers && use.service->cancels;
        const double price = usd(use.service->cost);
        if (price <= 0.0 && (cancelled || !use.service->workers)) continue;
        double extra = 1.0 - hedge.after_quantile;
        if (hedge.after) {
            const Duration left = *hedge.after - duration_from_ns(2e9 * mean_s(use.service->network).value_or(0.0));
            extra = left.count() <= 0 ? 1.0 : share_above(use.service->latency, left).value_or(1.0);
        }
        std::string text = say(phrase("Advice", "about {} of the requests send a further copy to {}"), share_text(extra), use.service->name);
        if (price > 0.0) text += say(phrase("Advice", "; that adds {} a request"), format_usd(price * extra));
        if (!cancelled && use.service->workers) {
            text += use.service->cancels ? said(phrase("Advice", "; the losers are not cancelled and hold workers to their end"))
                                         : said(phrase("Advice", "; it takes no cancellation, so the losers hold workers to their end"));
        }
        found(use.layer("hedge"), text);
    }
}

constexpr std::array<CheckedRule, 5> kRules{{
    {{"overload", AdviceKind::contradiction, phrase("Advice", "More calls come in than can be served: the queue grows for as long as that lasts."),
      phrase("Advice", "Add workers or replicas, shed load, or expect to see the queue and its timeouts.")},
     overload},
    {{"limiter_below_rate", AdviceKind::contradiction, phrase("Advice", "A rate limit below the rate of calls refuses or delays for good."),
      phrase("Advice", "Raise the limit or slow the callers down; a retry cannot make room.")},
     limiter_below_rate},
    {{"bulkhead_too_small", AdviceKind::contradiction, phrase("Advice", "A bulkhead below rate x latency refuses calls to a healthy service."),
      phrase("Advice", "Set its concurrency to at least rate x p99 of the latency.")},
     bulkhead_too_small},
    {{"retry_storm_possible", AdviceKind::contradiction,
      phrase("Advice", "Above capacity / (1 + retries) a short trouble can leave the service down for good, by its retries alone."),
      phrase("Advice", "Bound retries with a budget or a breaker, try less often, let calls be cancelled, or add capacity.")},
     retry_storm_possible},
    {{"hedge_wastes", AdviceKind::advice, phrase("Advice", "Each hedged copy is paid for, and loads the service until it is cancelled."),
      phrase("Advice", "Hedge late (after_quantile: 95%), and only calls that are cheap and can be cancelled.")},
     hedge_wastes},
}};

} // namespace

std::span<const CheckedRule> capacity_rules() { return kRules; }

} // namespace halfopen
