// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/worlds.h"

namespace halfopen::worlds {

using namespace std::chrono_literals;

ServiceConfig service(std::string name, Distribution latency) {
    ServiceConfig config;
    config.name = std::move(name);
    config.latency = std::move(latency);
    return config;
}

PolicyConfig policy() {
    PolicyConfig config;
    config.name = "p";
    return config;
}

PolicyConfig retries(int max_attempts, Duration base) {
    PolicyConfig config = policy();
    config.retry.emplace();
    config.retry->max_attempts = max_attempts;
    config.retry->backoff.base = base;
    return config;
}

Scenario single(const ServiceConfig &service, const PolicyConfig &policy, const Arrivals &arrivals, Duration duration) {
    Scenario scenario;
    scenario.name = "single";
    scenario.duration = duration;
    scenario.services = {service};
    scenario.policies = {policy};
    Operation operation;
    operation.name = "op";
    operation.chain = {{service.name, policy.name}};
    scenario.operations = {operation};
    scenario.workloads = {{"op", arrivals, 1}};
    return scenario;
}

Scenario everything(std::uint64_t seed) {
    Scenario s;
    s.name = "everything";
    s.seed = seed;
    s.duration = 240s;
    s.warmup = 5s;
    ServiceConfig vision = service("gpt4_vision", {Lognormal{1100ms, 4s}});
    vision.network = {FoldedNormal{20ms, 5ms}};
    vision.failures = {{kind_timeout, 0.05}, {kind_network, 0.02}, {kind_rate_limit, 0.02}, {kind_unavailable, 0.015}};
    vision.cost = money_from_usd(0.10);
    vision.accuracy = {0.99};
    vision.availability = Availability{120s, 5s, kind_unavailable};
    vision.effect = true;
    ServiceConfig claude = service("claude_vision", {Gamma{900ms, 0.6}});
    claude.network = {Constant{15ms}};
    claude.workers = 6;
    claude.queue = 20;
    claude.rate_limit = ServerRateLimit{{4.0}, 6.0, {RetryAfterHint::Kind::exact, {}, 1.0}};
    claude.failures = {{kind_timeout, 0.03}, {kind_auth, 0.01}};
    claude.cost = money_from_usd(0.05);
    claude.accuracy = {0.95};
    claude.confidence = Confidence{{0.98}, {0.2}};
    claude.cancels = true;
    ServiceConfig ocr = service("local_ocr", {Exponential{250ms}});
    ocr.workers = 3;
    ocr.discipline = Discipline::lifo;
    ocr.cost = money_from_usd(0.01);
    ocr.accuracy = {0.85};
    s.services = {vision, claude, ocr};
    PolicyConfig guarded = retries(3, 500ms);
    guarded.name = "guarded";
    guarded.retry->jitter = {JitterKind::full, 0.5};
    guarded.timeout = TimeoutConfig{3s, 1.5, 8s};
    guarded.breaker = breaker_preset("tutorial");
    guarded.breaker->open_for = 15s;
    PolicyConfig outside = guarded;
    outside.name = "outside";
    outside.order = {LayerKind::breaker, LayerKind::timeout, LayerKind::retry};
    outside.breaker = breaker_preset("tutorial_code");
    outside.breaker->open_for = 10s;
    s.policies = {guarded, outside};
    Operation op;
    op.name = "extract";
    op.chain = {{"gpt4_vision", "guarded"}, {"claude_vision", "outside"}, {"local_ocr", ""}};
    op.deadline = 15s;
    op.healing.emplace();
    op.healing->kinds = {kind_image_quality, kind_encoding};
    op.healing->diagnosis = {{Constant{800ms}}, money_from_usd(0.002), {0.9}};
    op.healing->remedies = {{kind_image_quality, "preprocess_image", {Constant{400ms}}, money_from_usd(0.001), {0.95}},
                            {kind_encoding, "fix_encoding", {Constant{50ms}}, Money{}, {1.0}}};
    op.healing->retry.max_attempts = 3;
    op.healing->retry.backoff.base = 500ms;
    s.operations = {op};
    s.inputs = {{kind_image_quality, {0.04}, {}}, {kind_encoding, {0.01}, {"claude_vision"}}, {kind_bad_input, {0.02}, {}}};
    s.workloads = {{"extract", PoissonArrivals{{5.0}}, 3},
                   {"extract", ClientArrivals{4, {Exponential{2s}}, Pacing::end, LatencyFrom::send}, 1},
                   {"extract", BatchArrivals{40, 30s, 5}, 1}};
    s.faults = {{"gpt4_vision", 60s, 60s, 0s, {}, OutageFault{kind_unavailable, true}},
                {"claude_vision", 80s, 30s, 10s, {}, LatencyFault{3.0, 0s}},
                {"local_ocr", 100s, 5s, 0s, 40s, WorkersFault{1}},
                {"claude_vision", 130s, 20s, 5s, {}, FailuresFault{{{kind_network, 0.3}}, true}}};
    return s;
}

void Collector::take(std::span<const TraceRecord> more) { records.insert(records.end(), more.begin(), more.end()); }

Finished run(const Scenario &scenario) {
    Simulation simulation(scenario);
    Collector collector;
    simulation.advance({}, &collector);
    MetricsFold fold(scenario);
    fold.take(collector.records);
    return {std::move(collector.records), fold.result(simulation.reached()), simulation.fingerprint(),
            simulation.stop_reason()};
}

std::vector<TraceRecord> of_kind(const std::vector<TraceRecord> &records, RecordKind kind, std::uint32_t request) {
    std::vector<TraceRecord> out;
    for (const TraceRecord &record : records) {
        if (record.kind == kind && (request == 0 || record.request == request)) out.push_back(record);
    }
    return out;
}

} // namespace halfopen::worlds
