// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_scenarios.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace halfopen::cli {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr double kLoad = 0.8;
constexpr Duration kMeanService = milliseconds(1);

PolicyConfig timeout_policy(const std::string &name, Duration after) {
    PolicyConfig policy;
    policy.name = name;
    policy.timeout = TimeoutConfig{after, 1.0, std::nullopt};
    return policy;
}

Workload workload(std::string operation, Arrivals arrivals, int instances) {
    Workload value;
    value.operation = std::move(operation);
    value.arrivals = std::move(arrivals);
    value.instances = instances;
    return value;
}

/// M/M/1 at load 0.8, as many stations side by side, each request with a timeout of 60 mean service times.
Scenario stations(const std::string &name, int count, std::int64_t requests) {
    Scenario scenario;
    scenario.name = name;
    const double per_second = kLoad / halfopen::seconds(kMeanService);
    scenario.duration = duration_from_ns(static_cast<double>(requests) / count / per_second * 1e9);
    scenario.policies.push_back(timeout_policy("patient", 60 * kMeanService));
    for (int i = 0; i < count; ++i) {
        ServiceConfig service;
        service.name = fmt::format("station_{}", i + 1);
        service.latency.kind = Exponential{kMeanService};
        service.workers = 1;
        scenario.services.push_back(std::move(service));
        Operation operation;
        operation.name = fmt::format("ask_{}", i + 1);
        operation.chain.push_back(Leg{fmt::format("station_{}", i + 1), "patient"});
        scenario.operations.push_back(std::move(operation));
        scenario.workloads.push_back(workload(fmt::format("ask_{}", i + 1), PoissonArrivals{Rate{per_second}}, 1));
    }
    return scenario;
}

ServiceConfig model(const std::string &name, Duration p50, Duration p99, double cost, double accuracy) {
    ServiceConfig service;
    service.name = name;
    service.latency.kind = Lognormal{p50, p99};
    service.network.kind = Constant{milliseconds(20)};
    service.cost = money_from_usd(cost);
    service.accuracy = Ratio{accuracy};
    service.failures = {{kind_timeout, 0.075}, {kind_rate_limit, 0.035}, {kind_unavailable, 0.015}};
    return service;
}

/// The receipt pipeline: three legs, retry with jitter, a breaker, healing, an outage.
Scenario receipts(std::int64_t requests) {
    Scenario scenario;
    scenario.name = "receipts";
    scenario.duration = duration_from_ns(static_cast<double>(requests) / 50.0 * 1e9);
    scenario.inputs = {
        {kind_image_quality, Ratio{0.04}, {}}, {kind_encoding, Ratio{0.01}, {}}, {kind_bad_input, Ratio{0.03}, {}}};
    scenario.services = {model("gpt4_vision", milliseconds(2100), seconds(9), 0.10, 0.99),
                         model("claude_vision", milliseconds(1500), seconds(6), 0.05, 0.95),
                         model("local_ocr", milliseconds(800), seconds(2), 0.01, 0.85)};
    PolicyConfig vision = timeout_policy("vision", seconds(30));
    vision.retry.emplace();
    vision.retry->max_attempts = 4;
    vision.retry->jitter.kind = JitterKind::full;
    vision.breaker = breaker_preset("tutorial");
    scenario.policies.push_back(std::move(vision));
    Operation operation;
    operation.name = "extract_receipt";
    operation.chain = {{"gpt4_vision", "vision"}, {"claude_vision", "vision"}, {"local_ocr", ""}};
    operation.deadline = seconds(120);
    HealingConfig healing;
    healing.kinds = {kind_image_quality, kind_encoding};
    healing.diagnosis.duration.kind = Constant{milliseconds(800)};
    healing.remedies = {{kind_image_quality, "preprocess_image", {}, {}, Ratio{0.95}},
                        {kind_encoding, "fix_encoding", {}, {}, {}}};
    healing.retry.max_attempts = 3;
    operation.healing = std::move(healing);
    scenario.operations.push_back(std::move(operation));
    scenario.workloads.push_back(workload("extract_receipt", PoissonArrivals{Rate{50.0}}, 4));
    scenario.faults.push_back(
        Fault{"gpt4_vision", scenario.duration / 4, scenario.duration / 4, {}, {}, OutageFault{}});
    return scenario;
}

/// A service near its capacity under clients that retry at once: an outage starts a storm.
Scenario storm(std::int64_t requests) {
    Scenario scenario;
    scenario.name = "storm";
    scenario.duration = duration_from_ns(static_cast<double>(requests) / 90.0 * 1e9);
    ServiceConfig service;
    service.name = "backend";
    service.latency.kind = Exponential{milliseconds(100)};
    service.workers = 10;
    service.queue = 1000;
    scenario.services.push_back(std::move(service));
    PolicyConfig eager = timeout_policy("eager", seconds(1));
    eager.retry.emplace();
    eager.retry->max_attempts = 3;
    eager.retry->backoff.family = BackoffFamily::none;
    scenario.policies.push_back(std::move(eager));
    Operation operation;
    operation.name = "ask";
    operation.chain = {{"backend", "eager"}};
    scenario.operations.push_back(std::move(operation));
    scenario.workloads.push_back(workload("ask", PoissonArrivals{Rate{90.0}}, 1));
    scenario.faults.push_back(Fault{"backend", scenario.duration / 10, seconds(20), {}, {}, OutageFault{}});
    return scenario;
}

/// Rows under optimistic locking, each written to by 100 clients at once: the AWS simulator with full jitter.
Scenario aws(std::int64_t requests) {
    constexpr std::int64_t clients = 100;
    Scenario scenario;
    scenario.name = "aws";
    scenario.duration = seconds(1);
    PolicyConfig policy;
    policy.name = "full";
    policy.retry.emplace();
    policy.retry->max_attempts = kAttemptsMax;
    policy.retry->backoff.base = milliseconds(5);
    policy.retry->backoff.offset = 1;
    policy.retry->backoff.cap = seconds(2);
    policy.retry->jitter.kind = JitterKind::full;
    scenario.policies.push_back(std::move(policy));
    const std::int64_t rows = std::clamp<std::int64_t>(requests / clients, 1, 1000);
    for (std::int64_t row = 0; row < rows; ++row) {
        ServiceConfig service;
        service.name = fmt::format("row{}", row);
        service.network.kind = FoldedNormal{milliseconds(10), milliseconds(2)};
        service.contention = Contention::optimistic_lock;
        Operation operation;
        operation.name = fmt::format("write{}", row);
        operation.chain = {{service.name, "full"}};
        scenario.workloads.push_back(workload(operation.name, BatchArrivals{clients, Duration{0}, clients}, 1));
        scenario.services.push_back(std::move(service));
        scenario.operations.push_back(std::move(operation));
    }
    return scenario;
}

} // namespace

std::vector<std::string> bench_names() { return {"w1", "w1k", "aws", "receipts", "storm"}; }

std::optional<Scenario> bench_scenario(const std::string &name, std::int64_t requests) {
    if (name == "w1") return stations(name, 1, requests);
    if (name == "w1k") return stations(name, 1000, requests);
    if (name == "aws") return aws(requests / 10);
    if (name == "receipts") return receipts(requests / 10);
    if (name == "storm") return storm(requests / 10);
    return std::nullopt;
}

} // namespace halfopen::cli
