// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "engine/base/say.h"
#include "engine/insight/companions.h"
#include "engine/insight/distribution_tail.h"
#include "engine/insight/lint/scene.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

/// Why the failures of this leg's attempts are not independent of each other, with one probability.
std::string leg_why_not(const LintScene &scene, const Use &use) {
    const Scenario &scenario = scene.scenario();
    const ServiceConfig &service = *use.service;
    const auto at_it = [&](const Fault &f) { return f.service == service.name; };
    if (std::any_of(scenario.faults.begin(), scenario.faults.end(), at_it)) return say(phrase("Check", "faults change {} during the run"), service.name);
    if (!service.profile.empty()) return say(phrase("Check", "the behaviour of {} changes over time (profile)"), service.name);
    if (service.availability) return say(phrase("Check", "the outages of {} last beyond one attempt"), service.name);
    if (service.rate_limit) return say(phrase("Check", "{} limits its rate"), service.name);
    if (!service.calls.empty()) return say(phrase("Check", "{} fails with the services that it calls"), service.name);
    if (service.contention != Contention::none) return say(phrase("Check", "calls to {} contend for a lock"), service.name);
    if (service.confidence) return say(phrase("Check", "answers of {} may be rejected"), service.name);
    if (service.workers && service.queue) return say(phrase("Check", "{} refuses calls when its queue is full"), service.name);
    if (service.workers && use.policy && use.policy->timeout) return say(phrase("Check", "waiting at {} makes calls time out"), service.name);
    if (use.policy == nullptr) return scene.may_hang(service) ? say(phrase("Check", "calls to {} may hang without a timeout"), service.name) : "";
    const PolicyConfig &p = *use.policy;
    if (p.breaker) return said(phrase("Check", "a breaker refuses calls after failures"));
    if (p.budget) return said(phrase("Check", "a budget refuses retries after failures"));
    if (p.bulkhead || p.rate_limiter) return said(phrase("Check", "a guard may refuse calls"));
    if (p.hedge) return said(phrase("Check", "copies of a call are hedged"));
    if (!p.timeout && scene.may_hang(service)) return say(phrase("Check", "calls to {} may hang without a timeout"), service.name);
    if (p.timeout && p.timeout->growth != 1.0) return said(phrase("Check", "timeouts grow, so that later attempts fail less"));
    if (p.timeout && !share_above(service.latency, p.timeout->after)) return said(phrase("Check", "the latency depends on load"));
    return {};
}

std::string why_not(const LintScene &scene, const Operation &operation) {
    const Scenario &scenario = scene.scenario();
    if (operation.deadline) return said(phrase("Check", "the deadline cuts attempts"));
    if (operation.healing) return said(phrase("Check", "healing changes what a request carries"));
    if (!scenario.inputs.empty()) return said(phrase("Check", "inputs fail again with every attempt"));
    if (!scenario.edits.empty()) return said(phrase("Check", "the scenario is edited during the run"));
    for (const Use *use : scene.chain(operation)) {
        if (use->policy && use->policy->error_recovery) return said(phrase("Check", "an ErrorRecoveryPolicy has rules of its own"));
        if (const std::string why = leg_why_not(scene, *use); !why.empty()) return why;
    }
    return {};
}

bool falls_back(const Scenario &scenario, const Operation &operation, Outcome kind) {
    if (!operation.fallback_kinds) return scenario.kinds[kind].fallback;
    return std::count(operation.fallback_kinds->begin(), operation.fallback_kinds->end(), kind) > 0;
}

/// What a chain of retry loops with independent failures gives.
struct ChainFigures {
    double success = 0.0, attempts = 0.0, no_retry = 0.0;
};
ChainFigures figures_of(const LintScene &scene, const Operation &operation) {
    ChainFigures out;
    double reached = 1.0, reached_without_retry = 1.0;
    for (const Use *use : scene.chain(operation)) {
        const int n = use->tries();
        double retried = 0.0, failed = 0.0, retried_falls = 0.0, final_falls = 0.0;
        for (const FailureShare &f : use->failures) {
            const bool again = use->retries() && retries_kind(*use->policy->retry, scene.scenario().kinds, f.kind);
            failed += f.share;
            retried += again ? f.share : 0.0;
            if (falls_back(scene.scenario(), operation, f.kind)) (again ? retried_falls : final_falls) += f.share;
        }
        const double all = std::pow(retried, n);
        const double attempts = retried < 1.0 ? (1.0 - all) / (1.0 - retried) : n;
        out.success += reached * (1.0 - failed) * attempts;
        out.attempts += reached * attempts;
        const double passes = final_falls * attempts + (retried > 0.0 ? retried_falls / retried * all : 0.0);
        // A loop of one try never retries; of several it does when its first try fails with a retried kind.
        const double passes_at_once = final_falls + (n == 1 ? retried_falls : 0.0);
        const double ends_at_once = 1.0 - (n == 1 ? 0.0 : retried);
        out.no_retry += reached_without_retry * (ends_at_once - passes_at_once);
        reached *= passes;
        reached_without_retry *= passes_at_once;
    }
    out.no_retry += reached_without_retry; // the chain is over
    return out;
}

} // namespace

std::vector<Companion> chain_companions(const LintScene &scene, const Metrics *metrics) {
    std::vector<Companion> out;
    const bool only_one = scene.operations().size() == 1; // the metrics are those of all operations
    for (const Operation *operation : scene.operations()) {
        Companion companion;
        companion.path = "operations." + operation->name;
        companion.model = scene.chain(*operation).size() == 1 ? said(phrase("Check", "retry loop")) : said(phrase("Check", "chain of retry loops"));
        companion.assumes = said(phrase("Check", "each attempt fails on its own, with one probability at each service"));
        companion.why_not = why_not(scene, *operation);
        if (companion.why_not.empty()) {
            const ChainFigures f = figures_of(scene, *operation);
            const Metrics *m = only_one ? metrics : nullptr;
            companion.figures = {{"success_rate", FigureUnit::share, f.success, m ? m->success_rate : std::nullopt},
                                 {"avg_attempts", FigureUnit::plain, f.attempts, m ? m->avg_attempts : std::nullopt},
                                 {"retry_rate", FigureUnit::share, 1.0 - f.no_retry, m ? m->retry_rate : std::nullopt}};
        }
        out.push_back(std::move(companion));
    }
    return out;
}

std::vector<Companion> companions(const Scenario &scenario, const Metrics *metrics) {
    const LintScene scene(scenario);
    std::vector<Companion> out = queue_companions(scene, metrics);
    for (Companion &companion : chain_companions(scene, metrics)) out.push_back(std::move(companion));
    for (Companion &companion : breaker_companions(scene, metrics)) out.push_back(std::move(companion));
    return out;
}

} // namespace halfopen
