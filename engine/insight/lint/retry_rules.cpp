// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/base/say.h"
#include "engine/insight/explain.h"
#include "engine/insight/lint/rules.h"
#include "engine/insight/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

/// Whether the first retry can only follow at once.
bool at_once(const RetryConfig &retry) {
    return backoff_range(retry.backoff, retry.jitter, 1).longest.count() == 0;
}

/// "100 ms, 200 ms, 400 ms": the first waits without jitter.
std::string waits_text(const RetryConfig &retry, int most = 4) {
    std::string text;
    for (int k = 1; k < retry.max_attempts && k <= most; ++k) {
        text += (text.empty() ? "" : ", ") + format_duration(backoff_base(retry.backoff, k));
    }
    return retry.max_attempts - 1 > most ? text + ", ..." : text;
}

void retries_at_once(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        if (!use.retries() || !at_once(*use.policy->retry)) continue;
        const auto answer = scene.answer_s(*use.service);
        const std::string over =
            answer && *answer > 0.0 ? say(phrase("Advice", "; at {} of about {} each they are over after {}"), use.service->name,
                                 seconds_text(*answer), seconds_text(*answer * use.tries()))
                   : std::string();
        found(use.layer("retry"), say(phrase("Advice", "{} with no wait before the first retry{}"), describe_attempts(use.tries()), over));
    }
}

void backoff_does_not_grow(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        if (use.tries() < 3 || at_once(*use.policy->retry)) continue;
        const RetryConfig &retry = *use.policy->retry;
        const JitterKind jitter = retry.jitter.kind;
        if (jitter == JitterKind::decorrelated || jitter == JitterKind::polly_v2 || jitter == JitterKind::envoy) continue;
        if (backoff_base(retry.backoff, 2) > backoff_base(retry.backoff, 1)) continue;
        found(use.layer("retry.backoff"), say(phrase("Advice", "the waits are {}"), waits_text(retry)));
    }
}

void too_many_retries(const LintScene &scene, const Found &found) {
    constexpr int kMost = 6; // 5 retries
    for (const Use &use : scene.uses()) {
        if (use.tries() <= kMost) continue;
        const double six = scene.leg_success(use, kMost), all = scene.leg_success(use, use.tries());
        found(use.layer("retry.max_attempts"),
              say(phrase("Advice", "{}: {} tries serve {} of what {} could, the further {} add {}; while {} is down every request "
                          "costs up to {} calls"),
                          describe_attempts(use.tries()), kMost, share_text(six), use.service->name,
                          use.tries() - kMost, share_text(all - six), use.service->name, use.tries()));
    }
}

void too_few_retries(const LintScene &scene, const Found &found) {
    double goal = 0.99;
    bool stated = false;
    for (const Goal &slo : scene.scenario().slo) {
        if (slo.metric != "success_rate") continue;
        goal = slo.value;
        stated = true;
    }
    for (const Operation *operation : scene.operations()) {
        const double now = scene.operation_success(*operation);
        for (const Use *use : scene.chain(*operation)) {
            if (use->tries() >= 3 || (use->service->effect && !use->service->idempotency_key)) continue;
            const double then = scene.operation_success(*operation, use->leg, 4);
            if (now >= goal || then - now < 0.01) continue;
            found(use->path, say(phrase("Advice", "{} at {}: {} of the requests would be served by the failure table alone, with "
                                         "4 attempts = 3 retries {}; {}"),
                                         describe_attempts(use->tries()), use->service->name, share_text(now),
                                         share_text(then),
                                         stated ? say(phrase("Advice", "the goal is {}"), share_text(goal))
                                                : say(phrase("Advice", "a common goal is {}"), share_text(goal))));
        }
    }
}

void no_jitter(const LintScene &scene, const Found &found) {
    constexpr double kTogether = 10.0; // calls in flight from which on they meet again
    for (const Use &use : scene.uses()) {
        if (!use.retries() || at_once(*use.policy->retry)) continue;
        const RetryConfig &retry = *use.policy->retry;
        const JitterKind jitter = retry.jitter.kind;
        const bool drawn = jitter != JitterKind::none && (retry.jitter.factor > 0.0 || jitter == JitterKind::full ||
                                                          jitter == JitterKind::equal || jitter == JitterKind::envoy ||
                                                          jitter == JitterKind::decorrelated || jitter == JitterKind::polly_v2);
        if (drawn) continue;
        const auto answer = scene.answer_s(*use.service);
        const double together = use.rate && answer ? *use.rate * *answer : 0.0;
        if (use.callers < 2 && together < kTogether) continue;
        found(use.layer("retry.jitter"),
              say(phrase("Advice", "{} and about {} calls in flight at {}: what fails together comes back "
                          "together, after exactly {}"),
                          counted(static_cast<std::uint64_t>(use.callers), phrase("Advice", "caller instance"), phrase("Advice", "caller instances")),
                          figure_text(together), use.service->name,
                          waits_text(retry)));
    }
}

void high_retry_rate(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        const double retried = scene.retried_share(use);
        if (retried <= 0.10) continue;
        const double attempts = retried < 1.0 ? (1.0 - std::pow(retried, use.tries())) / (1.0 - retried) : use.tries();
        found(use.path, say(phrase("Advice", "{} of the calls to {} fail in a way that is retried, with no fault on: {} attempts a "
                                    "request"),
                                    share_text(retried), use.service->name, figure_text(attempts)));
    }
}

void retries_permanent_error(const LintScene &scene, const Found &found) {
    const ErrorMatrix &kinds = scene.scenario().kinds;
    for (const Use &use : scene.uses()) {
        if (!use.retries()) continue;
        std::string named;
        double share = 0.0;
        for (int i = 1; i < kinds.size(); ++i) {
            const auto kind = static_cast<Outcome>(i);
            const FailureClass c = kinds[kind].failure_class;
            const bool hopeless = c == FailureClass::permanent || c == FailureClass::fixable;
            // Another answer may be right: low_confidence is drawn anew with each try.
            if (kinds[kind].name.empty() || !hopeless || kind == kind_low_confidence) continue;
            if (!retries_kind(*use.policy->retry, kinds, kind)) continue;
            named += fmt::format("{}{} ({})", named.empty() ? "" : ", ", kinds[kind].name, name_of(c));
            for (const FailureShare &f : use.failures) share += f.kind == kind ? f.share : 0.0;
            for (const InputKind &input : scene.scenario().inputs) share += input.kind == kind ? input.share.value : 0.0;
        }
        if (named.empty()) continue;
        const std::string cost =
            share > 0.0 ? say(phrase("Advice", "{} of the requests meet them, and each sends {} calls more for nothing"),
                                      share_text(share), use.tries() - 1)
                        : said(phrase("Advice", "none of them occurs here by chance"));
        found(use.layer("retry"), say(phrase("Advice", "retries {}; {}"), named, cost));
    }
}

void retry_of_effect_without_key(const LintScene &scene, const Found &found) {
    const ErrorMatrix &kinds = scene.scenario().kinds;
    for (const Use &use : scene.uses()) {
        const bool hedged = use.policy && use.policy->hedge;
        if (!use.service->effect || use.service->idempotency_key || (!use.retries() && !hedged)) continue;
        double unheard = 0.0; // the effect happened, the caller tries again
        for (const FailureShare &f : use.failures) {
            const bool silent = f.kind == kind_timeout || kinds[f.kind].shows == Shows::hang;
            if (silent && use.retries() && retries_kind(*use.policy->retry, kinds, f.kind)) unheard += f.share;
        }
        found(fmt::format("services.{}.idempotency_key", use.service->name),
              say(phrase("Advice", "{} asks {} {}, and a call that was given up still has its effect there: about {} doubled "
                          "effects in 1,000 requests by chance alone"),
                          use.path, use.service->name,
                          hedged ? said(phrase("Advice", "with hedged copies")) : say(phrase("Advice", "up to {} times"), use.tries()),
                          figure_text(1000.0 * unheard)));
    }
}

void expensive_retries(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        if (!use.retries() || !at_once(*use.policy->retry) || use.service->cost.nano_usd == 0) continue;
        const double price = usd(use.service->cost);
        found(use.layer("retry"), say(phrase("Advice", "a call to {} costs {}: one request may cost {} before anything could have "
                                              "changed"),
                                              use.service->name, format_usd(price), format_usd(price * use.tries())));
    }
}

void retry_after_ignored(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        if (!use.retries() || !use.service->rate_limit) continue;
        const RetryConfig &retry = *use.policy->retry;
        const RetryAfterHint &hint = use.service->rate_limit->retry_after;
        if (hint.kind == RetryAfterHint::Kind::absent || retry.retry_after.honour) continue;
        if (!retries_kind(retry, scene.scenario().kinds, kind_rate_limit)) continue;
        const std::string says = hint.kind == RetryAfterHint::Kind::fixed ? say(phrase("Advice", "to come back in {}"), format_duration(hint.fixed))
                                                                           : said(phrase("Advice", "when a call will be let in"));
        found(use.layer("retry.retry_after"), say(phrase("Advice", "{} says {}; this policy comes back after {}"), use.service->name,
                                                          says, waits_text(retry)));
    }
}

void retry_names_breaker_open(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        if (!use.retries() || !use.breaker_inside_retry()) continue;
        if (!retries_kind(*use.policy->retry, scene.scenario().kinds, kind_breaker_open)) continue;
        found(use.layer("retry.kinds"), say(phrase("Advice", "a refused request waits {} in all, up to {} times, to be refused again "
                                                    "while the breaker is open ({})"),
                                                    format_duration(waits_in_all(*use.policy->retry, use.tries() - 1)),
                                                    use.tries() - 1, format_duration(use.breaker()->open_for)));
    }
}

void retries_end_before_retest(const LintScene &scene, const Found &found) {
    for (const Use &use : scene.uses()) {
        if (!use.retries() || !use.breaker_inside_retry()) continue;
        const RetryConfig &retry = *use.policy->retry;
        if (!retries_kind(retry, scene.scenario().kinds, kind_breaker_open)) continue;
        Duration longest{0};
        for (int k = 1; k < retry.max_attempts; ++k) {
            longest = std::min(kDurationMax, longest + backoff_range(retry.backoff, retry.jitter, k).longest);
        }
        if (longest >= use.breaker()->open_for) continue;
        found(use.layer("retry"), say(phrase("Advice", "all waits together last at most {}, the breaker stays open for {}: a request "
                                              "that it refuses is refused {} times"),
                                              format_duration(longest), format_duration(use.breaker()->open_for),
                                              use.tries()));
    }
}

constexpr std::array<CheckedRule, 12> kRules{{
    {{"retries_at_once", AdviceKind::advice,
      phrase("Advice", "A retry without a wait meets the very condition that failed the try before it, and adds load while it lasts."),
      phrase("Advice", "Give the retry a backoff: exponential, from about the time that one call takes.")},
     retries_at_once},
    {{"backoff_does_not_grow", AdviceKind::advice,
      phrase("Advice", "Waits that do not grow keep asking a service that is in trouble at the same pace."),
      phrase("Advice", "Let the waits double: family exponential, multiplier 2, with a cap.")},
     backoff_does_not_grow},
    {{"too_many_retries", AdviceKind::advice,
      phrase("Advice", "Beyond five retries almost nothing is gained, and in an outage each of them is load."),
      phrase("Advice", "Keep to 3 to 5 retries, and fall back after them.")},
     too_many_retries},
    {{"too_few_retries", AdviceKind::advice, phrase("Advice", "A few retries would carry most requests over failures that pass by themselves."),
      phrase("Advice", "Give the leg 3 to 5 retries with backoff and jitter, or a fallback.")},
     too_few_retries},
    {{"no_jitter", AdviceKind::advice,
      phrase("Advice", "Without jitter all callers that failed at one moment come back at one moment."),
      phrase("Advice", "Set jitter: full (or equal, decorrelated).")},
     no_jitter},
    {{"high_retry_rate", AdviceKind::advice,
      phrase("Advice", "A high retry rate says that something is wrong all the time, which retries only hide."),
      phrase("Advice", "Watch the retry rate, find the cause of the commonest failure, and bound retries with a budget.")},
     high_retry_rate},
    {{"retries_permanent_error", AdviceKind::advice,
      phrase("Advice", "An error that is a property of the request or of its rights fails again each time."),
      phrase("Advice", "Leave these kinds out of retry.kinds; heal what can be healed.")},
     retries_permanent_error},
    {{"retry_of_effect_without_key", AdviceKind::contradiction,
      phrase("Advice", "A call that timed out may have had its effect: trying it again repeats the effect."),
      phrase("Advice", "Set idempotency_key: true at the service, or do not retry (or hedge) this call.")},
     retry_of_effect_without_key},
    {{"expensive_retries", AdviceKind::advice, phrase("Advice", "Retrying an expensive call at once multiplies its cost within moments."),
      phrase("Advice", "Give the retry a backoff and a budget, or fall back to something cheaper.")},
     expensive_retries},
    {{"retry_after_ignored", AdviceKind::advice, phrase("Advice", "The service says when to come back, and nobody listens."),
      phrase("Advice", "Set retry_after.honour: true, with a limit.")},
     retry_after_ignored},
    {{"retry_names_breaker_open", AdviceKind::advice,
      phrase("Advice", "Retrying the breaker's own refusal keeps requests waiting for a service that is known to be down."),
      phrase("Advice", "Leave breaker_open out of retry.kinds and fall back at once.")},
     retry_names_breaker_open},
    {{"retries_end_before_retest", AdviceKind::contradiction,
      phrase("Advice", "All retries of a refused request fall into the time that the breaker stays open."),
      phrase("Advice", "Leave breaker_open out of retry.kinds, or let the waits reach beyond the open time.")},
     retries_end_before_retest},
}};

} // namespace

std::span<const CheckedRule> retry_rules() { return kRules; }

} // namespace halfopen
