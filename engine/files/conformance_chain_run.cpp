// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_chain.h"

#include "engine/files/conformance_estimate.h"
#include "engine/files/conformance_json.h"
#include "engine/sim/simulation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace halfopen::vectors {

namespace {

Duration of_seconds(double s) { return duration_from_ns(s * 1e9 + 0.5); }

bool gives(const BackoffConfig &config, const std::vector<double> &waits_s) {
    for (std::size_t i = 0; i < waits_s.size(); ++i) {
        const double wait = seconds(backoff_base(config, static_cast<int>(i) + 1));
        if (std::abs(wait - waits_s[i]) > 1e-8 + 1e-9 * waits_s[i]) return false;
    }
    return true;
}

Scenario scenario_of(const Chain &chain) {
    Scenario scenario;
    scenario.name = chain.id;
    scenario.duration = Duration{1};
    scenario.drain_limit = kDurationMax;
    Operation operation;
    operation.name = "chain";
    for (std::size_t i = 0; i < chain.stages.size(); ++i) {
        const ChainStage &stage = chain.stages[i];
        ServiceConfig service;
        service.name = fmt::format("stage_{}", i + 1);
        service.latency = {Constant{of_seconds(stage.latency_s)}};
        if (stage.p_success < 1.0) service.failures = {{kind_network, 1.0 - stage.p_success}};
        service.cost = money_from_usd(stage.cost);
        service.billing = {{kind_network, chain.paid_on_success ? 0.0 : 1.0}};
        PolicyConfig policy;
        policy.name = service.name;
        policy.retry.emplace();
        policy.retry->max_attempts = stage.attempts_max;
        policy.retry->backoff = stage.backoff;
        policy.retry->jitter = stage.jitter;
        operation.chain.push_back({service.name, policy.name});
        scenario.services.push_back(std::move(service));
        scenario.policies.push_back(std::move(policy));
    }
    scenario.operations = {operation};
    const auto items = static_cast<std::int64_t>(kChainRequests);
    scenario.workloads = {{operation.name, BatchArrivals{items, Duration{0}, static_cast<int>(items)}}};
    return scenario;
}

} // namespace

BackoffConfig backoff_of_list(const std::vector<double> &waits_s) {
    BackoffConfig config;
    config.family = BackoffFamily::none;
    if (waits_s.empty() || gives(config, waits_s)) return config;
    config.family = BackoffFamily::exponential;
    config.base = of_seconds(waits_s[0]);
    config.cap = of_seconds(*std::max_element(waits_s.begin(), waits_s.end()));
    config.multiplier = waits_s.size() > 1 && waits_s[0] > 0.0 ? waits_s[1] / waits_s[0] : 1.0;
    if (gives(config, waits_s)) return config;
    config.family = BackoffFamily::linear;
    config.cap.reset();
    config.base = of_seconds(waits_s[1] - waits_s[0]);
    config.offset =
        config.base > Duration{0} ? static_cast<int>(std::lround(waits_s[0] / seconds(config.base))) - 1 : 0;
    if (config.offset >= -1 && gives(config, waits_s)) return config;
    throw Unusable{"the waits are neither constant nor exponential with a cap nor linear"};
}

void ChainFold::take(std::span<const TraceRecord> records) {
    for (const TraceRecord &record : records) {
        switch (record.kind) {
        case RecordKind::attempt_started:
            ++attempts;
            ++stages[record.object].attempts;
            if (record.attempt == 1) ++stages[record.object].reached;
            break;
        case RecordKind::wait_started:
            waited_s += static_cast<double>(record.value) * 1e-9;
            stages[record.object].waited_s += static_cast<double>(record.value) * 1e-9;
            break;
        case RecordKind::request_cost: cost += static_cast<double>(record.value) * 1e-9; break;
        case RecordKind::request_ended:
            ++requests;
            latency_s += static_cast<double>(record.value) * 1e-9;
            if (static_cast<Ending>(record.reason) != Ending::served) break;
            ++served;
            ++stages[record.object].served;
            break;
        default: break;
        }
    }
}

std::vector<ChainFold> run_chain(const Chain &chain, const ConformanceOptions &options) {
    Scenario scenario = scenario_of(chain);
    std::vector<ChainFold> folds;
    for (int r = 0; r < replications(options) && !options.asked_to_stop(); ++r) {
        scenario.seed = replication_seed(options, chain.id, r);
        Simulation simulation(scenario);
        simulation.advance({}, &folds.emplace_back(chain.stages.size()));
    }
    return folds;
}

} // namespace halfopen::vectors
