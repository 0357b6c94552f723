// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/scenario_checker.h"

#include "engine/base/random.h"
#include "engine/world/idle/idle.h"
#include "engine/world/layout.h"

namespace halfopen {

std::vector<std::string> goal_names() {
    return {"success_rate",     "first_try_rate",   "accuracy_served", "goodput",         "latency_mean",
            "latency_p50",      "latency_p90",      "latency_p95",     "latency_p99",     "latency_max",
            "cost_per_request", "cost_per_success", "cost_per_correct", "cost_total",     "avg_attempts",
            "retry_rate",       "duplicates"};
}

void ScenarioChecker::general() {
    duration("duration", scenario_.duration, std::chrono::milliseconds(1));
    duration("drain_limit", scenario_.drain_limit);
    duration("warmup", scenario_.warmup);
    if (scenario_.warmup > scenario_.duration) fail("warmup", phrase("Invalid", "must not be longer than the duration"));
    within("play.speed", scenario_.play_speed, 1.0 / 64, 4096.0);
    for (const Goal &goal : scenario_.slo) {
        const std::vector<std::string> names = goal_names();
        if (std::find(names.begin(), names.end(), goal.metric) == names.end()) {
            const std::string nearest = nearest_name(goal.metric, names);
            fail("slo." + goal.metric, phrase("Invalid", "there is no such figure{}"),
                 nearest.empty() ? std::string() : say(phrase("Invalid", "; did you mean \"{}\"?"), nearest));
        }
    }
    for (const InputKind &input : scenario_.inputs) {
        const std::string path = "inputs." + scenario_.kinds[input.kind].name;
        share(path, input.share.value);
        service_failure(path, input.kind);
        for (const std::string &name : input.fails_at) known(path + ".fails_at", name, scenario_.services, phrase("Invalid", "service"));
    }
    if (scenario_.inputs.size() > kInputsMax) fail("inputs", phrase("Invalid", "at most {} kinds"), kInputsMax);
}

void ScenarioChecker::sizes() {
    if (scenario_.services.size() > kServicesMax) fail("services", phrase("Invalid", "at most {}"), kServicesMax);
    if (scenario_.workloads.size() > kWorkloadsMax) fail("workloads", phrase("Invalid", "at most {}"), kWorkloadsMax);
    if (scenario_.workloads.empty()) fail("workloads", phrase("Invalid", "nothing calls anything: name at least one workload"));
    std::size_t breakers = 0;
    std::int64_t clients = 0, replicas = 0;
    for (const ServiceConfig &service : scenario_.services) {
        replicas += std::max(0, service.replicas);
        breakers += static_cast<std::size_t>(std::max(0, service.replicas)) * service.calls.size() * kLegsMax;
    }
    if (replicas > kReplicasInAllMax) fail("services", phrase("Invalid", "more than {} replicas in all"), kReplicasInAllMax);
    for (const Workload &workload : scenario_.workloads) {
        breakers += static_cast<std::size_t>(std::max(0, workload.instances)) * kLegsMax;
        if (const auto *c = std::get_if<ClientArrivals>(&workload.arrivals)) clients += c->count;
    }
    if (breakers > kBreakersMax * kLegsMax) fail("workloads", phrase("Invalid", "too many callers in all"));
    if (clients > static_cast<std::int64_t>(kClientsMax)) fail("workloads", phrase("Invalid", "more than {} clients in all"), kClientsMax);
}

std::vector<Issue> ScenarioChecker::run() {
    general();
    unique_names("services", scenario_.services);
    unique_names("policies", scenario_.policies);
    unique_names("operations", scenario_.operations);
    for (const ServiceConfig &s : scenario_.services) service(s);
    for (const PolicyConfig &p : scenario_.policies) policy(p);
    for (const Operation &o : scenario_.operations) operation(o);
    for (std::size_t i = 0; i < scenario_.workloads.size(); ++i) workload(i, scenario_.workloads[i]);
    for (std::size_t i = 0; i < scenario_.faults.size(); ++i) fault(i, scenario_.faults[i]);
    for (std::size_t i = 0; i < scenario_.edits.size(); ++i)
        edit(i, scenario_.edits[i]);
    call_trees();
    groups();
    sizes();
    return std::move(issues_);
}

std::vector<Issue> validate(const Scenario &scenario) {
    std::vector<Issue> issues = ScenarioChecker(scenario).run();
    std::erase_if(issues, [](const Issue &issue) { return issue.severity != Issue::Severity::error; });
    return issues;
}

std::vector<Issue> advice(const Scenario &scenario) {
    std::vector<Issue> issues = ScenarioChecker(scenario).run();
    const auto first_error = std::find_if(issues.begin(), issues.end(), [](const Issue &issue) {
        return issue.severity == Issue::Severity::error;
    });
    if (first_error != issues.end()) {
        std::erase_if(issues, [](const Issue &issue) { return issue.severity == Issue::Severity::error; });
        return issues; // names may not be known: nothing can be followed
    }
    const std::vector<Issue> idle = idle_settings(scenario);
    issues.insert(issues.end(), idle.begin(), idle.end());
    return issues;
}

} // namespace halfopen
