// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/scenario_checker.h"

#include <algorithm>

#include "engine/base/random.h"

namespace halfopen {

namespace {

constexpr double kWhole = 1.000001; ///< 100 %, and what is lost in adding

double sum_of(const std::vector<std::pair<Outcome, double>> &shares) {
    double sum = 0.0;
    for (const auto &entry : shares) sum += entry.second;
    return sum;
}

} // namespace

void ScenarioChecker::service(const ServiceConfig &config) {
    const std::string path = "services." + config.name;
    duration_of_its_own(path + ".network", config.network, phrase("Invalid", "a network delay"));
    distribution(path + ".latency", config.latency);
    within(path + ".replicas", config.replicas, 1, kReplicasMax);
    if (config.contention == Contention::optimistic_lock && config.replicas > 1) {
        fail(path + ".contention", phrase("Invalid", "optimistic_lock is about one row with one version: it needs replicas: 1"));
    }
    if (config.workers) within(path + ".workers", *config.workers, 1, 1'000'000);
    if (config.queue) within(path + ".queue", *config.queue, 0, 10'000'000);
    failures(path + ".failures", config.failures);
    profile(path + ".profile", config);
    shares(path + ".billing", config.billing);
    if (config.availability) availability(path + ".availability", *config.availability);
    if (config.rate_limit) rate_limit(path + ".rate_limit", *config.rate_limit);
    cost(path + ".cost", config.cost);
    share(path + ".accuracy", config.accuracy.value);
    if (config.confidence) {
        share(path + ".confidence.accept_right", config.confidence->accept_right.value);
        share(path + ".confidence.accept_wrong", config.confidence->accept_wrong.value);
    }
    calls(config);
}

void ScenarioChecker::failures(const std::string &path, const std::vector<std::pair<Outcome, double>> &list) {
    shares(path, list);
    for (const auto &entry : list) service_failure(path, entry.first);
    const double sum = sum_of(list);
    if (sum > kWhole) fail(path, phrase("Invalid", "the shares sum to {:g}%, more than 100%"), sum * 100.0);
}

void ScenarioChecker::profile(const std::string &path, const ServiceConfig &config) {
    if (config.profile.size() > kProfileStepsMax) return fail(path, phrase("Invalid", "at most {} steps"), kProfileStepsMax);
    for (std::size_t i = 0; i < config.profile.size(); ++i) {
        const ProfileStep &step = config.profile[i];
        const std::string at = fmt::format("{}[{}]", path, i);
        duration(at + ".at", step.at);
        if (i > 0 && step.at <= config.profile[i - 1].at) fail(at + ".at", phrase("Invalid", "must be later than the step before"));
        if (step.failures) failures(at + ".failures", *step.failures);
        if (step.latency) distribution(at + ".latency", *step.latency);
    }
}

void ScenarioChecker::rate_limit(const std::string &path, const ServerRateLimit &config) {
    within(path + ".rate", config.rate.per_second, 1e-6, 1e9);
    within(path + ".burst", config.burst, 1.0, 1e9);
    duration(path + ".retry_after", config.retry_after.fixed);
    within(path + ".retry_after.wrong_by", config.retry_after.factor, 0.0, 1000.0);
}

void ScenarioChecker::availability(const std::string &path, const Availability &config) {
    duration(path + ".up", config.up, std::chrono::milliseconds(1));
    duration(path + ".down", config.down, std::chrono::milliseconds(1));
    service_failure(path + ".kind", config.kind);
}

void ScenarioChecker::service_failure(const std::string &path, Outcome kind) {
    if (is_refusal(kind)) {
        fail(path, phrase("Invalid", "{} is a refusal by the caller itself: no service fails with it"), scenario_.kinds[kind].name);
    }
}

void ScenarioChecker::healing(const std::string &path, const HealingConfig &config) {
    duration_of_its_own(path + ".diagnosis.duration", config.diagnosis.duration, phrase("Invalid", "a diagnosis"));
    cost(path + ".diagnosis.cost", config.diagnosis.cost);
    share(path + ".diagnosis.accuracy", config.diagnosis.accuracy.value);
    std::set<Outcome> issues;
    for (const Remedy &remedy : config.remedies) {
        const std::string at = path + ".remedies." + scenario_.kinds[remedy.issue].name;
        duration_of_its_own(at + ".duration", remedy.duration, phrase("Invalid", "a remedy"));
        cost(at + ".cost", remedy.cost);
        share(at + ".success", remedy.success.value);
        if (!issues.insert(remedy.issue).second) fail(at, phrase("Invalid", "is declared twice"));
    }
    retry(path + ".retry", config.retry);
    within(path + ".max_rounds", config.max_rounds, 0, 100);
}

void ScenarioChecker::operation(const Operation &config) {
    const std::string path = "operations." + config.name;
    if (config.chain.empty()) fail(path + ".chain", phrase("Invalid", "needs at least one leg"));
    std::size_t legs = config.chain.size();
    for (std::size_t i = 0; i < config.chain.size(); ++i) {
        const std::string at = fmt::format("{}.chain[{}]", path, i);
        known(at + ".service", config.chain[i].service, scenario_.services, phrase("Invalid", "service"));
        const std::string &policy_name = config.chain[i].policy;
        if (config.chain[i].skip_when_open && policy_name.empty()) {
            fail(at + ".skip_when_open", phrase("Invalid", "needs a policy with a breaker that can be open"));
        }
        if (policy_name.empty() || !known(at + ".policy", policy_name, scenario_.policies, phrase("Invalid", "policy"))) continue;
        for (const PolicyConfig &p : scenario_.policies) {
            if (p.name == policy_name && p.error_recovery) legs += p.error_recovery->fallback_tools.size();
            if (p.name == policy_name && config.chain[i].skip_when_open && !p.breaker) {
                fail(at + ".skip_when_open", phrase("Invalid", "the policy {} has no breaker that could be open"), p.name);
            }
        }
    }
    if (legs > kLegsMax) fail(path + ".chain", phrase("Invalid", "has {} legs, more than {}"), legs, kLegsMax);
    if (config.deadline) duration(path + ".deadline", *config.deadline, Duration{1});
    if (config.healing) healing(path + ".healing", *config.healing);
}

void ScenarioChecker::arrivals(const std::string &path, const Arrivals &a) {
    if (const auto *p = std::get_if<PoissonArrivals>(&a)) within(path + ".poisson", p->rate.per_second, 0.0, 1e9);
    if (const auto *e = std::get_if<EveryArrivals>(&a)) duration(path + ".every", e->gap, Duration{1});
    if (const auto *p = std::get_if<PhasedArrivals>(&a)) {
        if (p->phases.empty()) fail(path + ".phases", phrase("Invalid", "needs at least one phase"));
        for (std::size_t i = 0; i < p->phases.size(); ++i) {
            const std::string at = fmt::format("{}.phases[{}]", path, i);
            duration(at + ".for", p->phases[i].lasts, Duration{1});
            within(at + ".poisson", p->phases[i].from.per_second, 0.0, 1e9);
            within(at + ".poisson", p->phases[i].to.per_second, 0.0, 1e9);
        }
    }
    if (const auto *b = std::get_if<BatchArrivals>(&a)) {
        within<std::int64_t>(path + ".batch.items", b->items, 0, static_cast<std::int64_t>(kRequestsMax));
        duration(path + ".batch.at", b->at);
        within(path + ".batch.concurrency", b->concurrency, 1, 1'000'000);
    }
    if (const auto *c = std::get_if<ClientArrivals>(&a)) {
        within(path + ".clients.count", c->count, 1, static_cast<int>(kClientsMax));
        duration_of_its_own(path + ".clients.think", c->think, phrase("Invalid", "the pause of a user"));
    }
    if (const auto *t = std::get_if<TraceArrivals>(&a)) record(path + ".trace", *t);
}

void ScenarioChecker::record(const std::string &path, const TraceArrivals &config) {
    if (!config.at || config.at->empty()) return fail(path, phrase("Invalid", "there are no arrivals in \"{}\""), config.file);
    if (config.at->front().count() < 0) fail(path, phrase("Invalid", "arrivals of \"{}\" lie before time 0"), config.file);
    if (!std::is_sorted(config.at->begin(), config.at->end()))
        fail(path, phrase("Invalid", "\"{}\" is not in order of time"), config.file);
}

void ScenarioChecker::workload(std::size_t index, const Workload &config) {
    const std::string path = fmt::format("workloads[{}]", index);
    known(path + ".operation", config.operation, scenario_.operations, phrase("Invalid", "operation"));
    arrivals(path + ".arrivals", config.arrivals);
    within(path + ".instances", config.instances, 1, 65'535);
    if (config.luck) within(path + ".luck", *config.luck, 0u, kWorkloadsMax - 1);
    const auto expected = expected_arrivals(config.arrivals, scenario_.duration);
    if (expected && *expected > kRequestsMax) {
        fail(path + ".arrivals", phrase("Invalid", "would start about {:.3g} requests; a run takes at most {:g}"), *expected, kRequestsMax);
    }
}

void ScenarioChecker::fault(std::size_t index, const Fault &config) {
    const std::string path = fmt::format("faults[{}]", index);
    known(path + ".service", config.service, scenario_.services, phrase("Invalid", "service"));
    duration(path + ".at", config.at);
    duration(path + ".for", config.lasts, Duration{1});
    duration(path + ".ramp", config.ramp);
    if (config.ramp > config.lasts) fail(path + ".ramp", phrase("Invalid", "must not be longer than the fault itself"));
    if (config.every) {
        duration(path + ".every", *config.every, std::chrono::milliseconds(1));
        if (*config.every <= config.lasts) fail(path + ".every", phrase("Invalid", "must be longer than `for`: the fault repeats after it"));
    }
    for (const ServiceConfig &service : scenario_.services) {
        if (service.name != config.service || !config.replica) continue;
        if (*config.replica < 0 || *config.replica >= service.replicas) {
            fail(path + ".replica", phrase("Invalid", "{} has {}, numbered from 0; there is no {}"), service.name,
                 service.replicas == 1 ? said(phrase("Invalid", "1 replica"))
                                       : say(phrase("Invalid", "{} replicas"), service.replicas),
                 *config.replica);
        }
    }
    effect(path, config);
}

/// More than all calls cannot fail, by the fault alone or by it and what it is added to.
void ScenarioChecker::fault_shares(const std::string &path, const std::string &name, const FailuresFault &config) {
    const double sum = sum_of(config.failures);
    if (sum > kWhole) return fail(path, phrase("Invalid", "the shares sum to {:g}%, more than 100%"), sum * 100.0);
    for (const ServiceConfig &service : scenario_.services) {
        if (!config.add || service.name != name) continue;
        double own = sum_of(service.failures);
        for (const ProfileStep &step : service.profile)
            if (step.failures) own = std::max(own, sum_of(*step.failures));
        if (own + sum <= kWhole) continue;
        fail(path, phrase("Invalid", "the shares sum to {:g}% with the {:g}% that {} fails by itself, more than 100%"),
             (own + sum) * 100.0, own * 100.0, name);
    }
}

void ScenarioChecker::effect(const std::string &path, const Fault &config) {
    if (const auto *o = std::get_if<OutageFault>(&config.effect)) service_failure(path + ".outage", o->kind);
    if (const auto *f = std::get_if<FailuresFault>(&config.effect)) {
        const std::string at = path + (f->add ? ".add_failures" : ".failures");
        shares(at, f->failures);
        for (const auto &entry : f->failures)
            service_failure(at, entry.first);
        fault_shares(at, config.service, *f);
    }
    if (const auto *l = std::get_if<LatencyFault>(&config.effect)) {
        within(path + ".latency.factor", l->factor, 0.0, 1e6);
        duration(path + ".latency.add", l->add);
    }
    if (const auto *w = std::get_if<WorkersFault>(&config.effect)) within(path + ".workers", w->workers, 0, 1'000'000);
    if (const auto *r = std::get_if<RateLimitFault>(&config.effect)) rate_limit(path + ".rate_limit", r->limit);
    if (const auto *a = std::get_if<AvailabilityFault>(&config.effect))
        availability(path + ".availability", a->availability);
}

} // namespace halfopen
