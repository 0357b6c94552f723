// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/scenario_checker.h"

#include "engine/base/random.h"

namespace halfopen {

void ScenarioChecker::service(const ServiceConfig &config) {
    const std::string path = "services." + config.name;
    distribution(path + ".network", config.network);
    if (std::holds_alternative<LoadDependent>(config.network.kind)) {
        fail(path + ".network", "a network delay cannot depend on the service's load");
    }
    distribution(path + ".latency", config.latency);
    if (config.workers) within(path + ".workers", *config.workers, 1, 1'000'000);
    if (config.queue) within(path + ".queue", *config.queue, 0, 10'000'000);
    shares(path + ".failures", config.failures);
    double sum = 0.0;
    for (const auto &entry : config.failures) sum += entry.second;
    if (sum > 1.000001) fail(path + ".failures", "the shares sum to {:g}%, more than 100%", sum * 100.0);
    shares(path + ".billing", config.billing);
    if (config.availability) {
        duration(path + ".availability.up", config.availability->up, std::chrono::milliseconds(1));
        duration(path + ".availability.down", config.availability->down, std::chrono::milliseconds(1));
    }
    if (config.rate_limit) {
        within(path + ".rate_limit.rate", config.rate_limit->rate.per_second, 1e-6, 1e9);
        within(path + ".rate_limit.burst", config.rate_limit->burst, 1.0, 1e9);
        duration(path + ".rate_limit.retry_after", config.rate_limit->retry_after.fixed);
        within(path + ".rate_limit.retry_after.wrong_by", config.rate_limit->retry_after.factor, 0.0, 1000.0);
    }
    cost(path + ".cost", config.cost);
    share(path + ".accuracy", config.accuracy.value);
    if (config.confidence) {
        share(path + ".confidence.accept_right", config.confidence->accept_right.value);
        share(path + ".confidence.accept_wrong", config.confidence->accept_wrong.value);
    }
}

void ScenarioChecker::healing(const std::string &path, const HealingConfig &config) {
    distribution(path + ".diagnosis.duration", config.diagnosis.duration);
    cost(path + ".diagnosis.cost", config.diagnosis.cost);
    share(path + ".diagnosis.accuracy", config.diagnosis.accuracy.value);
    std::set<Outcome> issues;
    for (const Remedy &remedy : config.remedies) {
        const std::string at = path + ".remedies." + scenario_.kinds[remedy.issue].name;
        distribution(at + ".duration", remedy.duration);
        cost(at + ".cost", remedy.cost);
        share(at + ".success", remedy.success.value);
        if (!issues.insert(remedy.issue).second) fail(at, "is declared twice");
    }
    retry(path + ".retry", config.retry);
    within(path + ".max_rounds", config.max_rounds, 0, 100);
}

void ScenarioChecker::operation(const Operation &config) {
    const std::string path = "operations." + config.name;
    if (config.chain.empty()) fail(path + ".chain", "needs at least one leg");
    std::size_t legs = config.chain.size();
    for (std::size_t i = 0; i < config.chain.size(); ++i) {
        const std::string at = fmt::format("{}.chain[{}]", path, i);
        known(at + ".service", config.chain[i].service, scenario_.services, "service");
        const std::string &policy_name = config.chain[i].policy;
        if (policy_name.empty() || !known(at + ".policy", policy_name, scenario_.policies, "policy")) continue;
        for (const PolicyConfig &p : scenario_.policies) {
            if (p.name == policy_name && p.error_recovery) legs += p.error_recovery->fallback_tools.size();
        }
    }
    if (legs > kLegsMax) fail(path + ".chain", "has {} legs, more than {}", legs, kLegsMax);
    if (config.deadline) duration(path + ".deadline", *config.deadline, Duration{1});
    if (config.healing) healing(path + ".healing", *config.healing);
}

void ScenarioChecker::arrivals(const std::string &path, const Arrivals &a) {
    if (const auto *p = std::get_if<PoissonArrivals>(&a)) within(path + ".poisson", p->rate.per_second, 0.0, 1e9);
    if (const auto *e = std::get_if<EveryArrivals>(&a)) duration(path + ".every", e->gap, Duration{1});
    if (const auto *p = std::get_if<PhasedArrivals>(&a)) {
        if (p->phases.empty()) fail(path + ".phases", "needs at least one phase");
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
        distribution(path + ".clients.think", c->think);
    }
}

void ScenarioChecker::workload(std::size_t index, const Workload &config) {
    const std::string path = fmt::format("workloads[{}]", index);
    known(path + ".operation", config.operation, scenario_.operations, "operation");
    arrivals(path + ".arrivals", config.arrivals);
    within(path + ".instances", config.instances, 1, 65'535);
    if (config.luck) within(path + ".luck", *config.luck, 0u, kWorkloadsMax - 1);
    const auto expected = expected_arrivals(config.arrivals, scenario_.duration);
    if (expected && *expected > kRequestsMax) {
        fail(path + ".arrivals", "would start about {:.3g} requests; a run takes at most {:g}", *expected, kRequestsMax);
    }
}

void ScenarioChecker::fault(std::size_t index, const Fault &config) {
    const std::string path = fmt::format("faults[{}]", index);
    known(path + ".service", config.service, scenario_.services, "service");
    duration(path + ".at", config.at);
    duration(path + ".for", config.lasts, Duration{1});
    duration(path + ".ramp", config.ramp);
    if (config.ramp > config.lasts) fail(path + ".ramp", "must not be longer than the fault itself");
    if (config.every) {
        duration(path + ".every", *config.every, std::chrono::milliseconds(1));
        if (*config.every <= config.lasts) fail(path + ".every", "must be longer than `for`: the fault repeats after it");
    }
    if (const auto *f = std::get_if<FailuresFault>(&config.effect)) {
        shares(path + (f->add ? ".add_failures" : ".failures"), f->failures);
    }
    if (const auto *l = std::get_if<LatencyFault>(&config.effect)) {
        within(path + ".latency.factor", l->factor, 0.0, 1e6);
        duration(path + ".latency.add", l->add);
    }
    if (const auto *w = std::get_if<WorkersFault>(&config.effect)) within(path + ".workers", w->workers, 0, 1'000'000);
}

} // namespace halfopen
