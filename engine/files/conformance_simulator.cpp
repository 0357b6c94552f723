// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_estimate.h"
#include "engine/files/conformance_family.h"

#include "engine/policy/retry.h"
#include "engine/sim/simulation.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <memory>

// The AWS backoff simulator as a scenario: clients that each want one write, one row under optimistic locking, messages
// that take time, and a backoff between the tries. Both sides are means of replications: the standard error of a
// difference takes both.
namespace halfopen::vectors {

namespace {

constexpr int kRunsPerReplication = 2; ///< the recorded means have 200 runs and more

struct SimulatorVector {
    std::string id;
    int clients = 1;
    Scenario scenario;
    struct Mean {
        std::string name;
        double mean = 0.0;
        double standard_error = 0.0;
    };
    std::vector<Mean> means;
};

/// What one run says.
class WritesFold final : public RecordSink {
public:
    double calls = 0, failures = 0, time_ms = 0;
    void take(std::span<const TraceRecord> records) override {
        for (const TraceRecord &record : records) {
            if (record.kind == RecordKind::attempt_ended) {
                ++calls;
                failures += outcome_of(record) == kSuccess ? 0 : 1;
            } else if (record.kind == RecordKind::request_ended) {
                time_ms = std::max(time_ms, seconds(record.time) * 1e3);
            }
        }
    }
};

double value_of(const WritesFold &fold, const std::string &name) {
    return name == "calls_mean" ? fold.calls : name == "time_mean" ? fold.time_ms : fold.failures;
}

void set_algorithm(const std::string &name, RetryConfig &retry) {
    static const std::map<std::string, JitterKind> jitters = {{"None", JitterKind::none},
                                                              {"Exponential", JitterKind::none},
                                                              {"EqualJitter", JitterKind::equal},
                                                              {"FullJitter", JitterKind::full},
                                                              {"Decorr", JitterKind::decorrelated}};
    const auto found = jitters.find(name);
    if (found == jitters.end()) throw Unusable{fmt::format("unknown algorithm \"{}\"", name)};
    retry.jitter.kind = found->second;
    retry.backoff.family = name == "None" ? BackoffFamily::none : BackoffFamily::exponential;
    retry.backoff.offset = 1; // the first wait is base * 2
}

Scenario scenario_of(const Json &line, int clients) {
    Params params(line);
    const auto ms = [&](const char *name) { return milliseconds(params.any(name), name); };
    ServiceConfig row;
    row.name = "row";
    row.network = {FoldedNormal{ms("net_mean_ms"), ms("net_sd_ms")}};
    row.contention = Contention::optimistic_lock;
    PolicyConfig policy;
    policy.name = "backoff";
    policy.retry.emplace();
    policy.retry->max_attempts = kAttemptsMax;
    policy.retry->kinds = std::vector<Outcome>{kind_conflict};
    policy.retry->backoff.base = ms("backoff_base_ms");
    policy.retry->backoff.cap = ms("backoff_cap_ms");
    params.finish();
    set_algorithm(text_member(line, "algorithm"), *policy.retry);
    Operation operation;
    operation.name = "write";
    operation.chain = {{row.name, policy.name}};
    Scenario scenario;
    scenario.name = text_member(line, "id");
    scenario.duration = Duration{1};
    scenario.drain_limit = kDurationMax / 4;
    scenario.services = {row};
    scenario.policies = {policy};
    scenario.operations = {operation};
    scenario.workloads = {{operation.name, BatchArrivals{clients, Duration{0}, clients}}};
    return scenario;
}

ConformanceFigure judge(const SimulatorVector::Mean &mean, const std::vector<WritesFold> &folds) {
    const double n = static_cast<double>(folds.size());
    double sum = 0.0, squares = 0.0;
    for (const WritesFold &fold : folds)
        sum += value_of(fold, mean.name);
    for (const WritesFold &fold : folds)
        squares += std::pow(value_of(fold, mean.name) - sum / n, 2.0);
    const double own = squares / (n - 1.0) / n;
    ConformanceFigure figure{mean.name, mean.mean, sum / n, std::sqrt(own + mean.standard_error * mean.standard_error),
                             0.0,       true,      {}};
    const double off = figure.measured - figure.expected;
    if (std::abs(off) > 1e-9 * std::abs(figure.expected)) {
        figure.z = figure.standard_error > 0.0 ? z_of_t(off / figure.standard_error, static_cast<int>(n) - 1)
                                               : std::copysign(HUGE_VAL, off);
    }
    figure.passed = std::abs(figure.z) < kStandardErrorsMax;
    return figure;
}

ConformanceOutcome replay(const SimulatorVector &vector, const ConformanceOptions &options) {
    Scenario scenario = vector.scenario;
    std::vector<WritesFold> folds;
    for (int r = 0; r < kRunsPerReplication * replications(options) && !options.asked_to_stop(); ++r) {
        scenario.seed = replication_seed(options, vector.id, r);
        Simulation simulation(scenario);
        simulation.advance({}, &folds.emplace_back());
    }
    ConformanceOutcome outcome;
    for (const SimulatorVector::Mean &mean : vector.means)
        outcome.figures.push_back(judge(mean, folds));
    outcome.difference = first_missed(vector.id, outcome.figures);
    return outcome;
}

} // namespace

ConformanceCase simulator_case(const Json &line, const ConformanceOptions &options) {
    constexpr std::int64_t kClientsInBatchMax = 100'000;
    const std::int64_t clients = whole_member(line, "clients");
    if (clients < 1 || clients > kClientsInBatchMax) throw Unusable{"clients is out of range"};
    auto vector = std::make_shared<SimulatorVector>();
    vector->id = text_member(line, "id");
    vector->clients = static_cast<int>(clients);
    vector->scenario = scenario_of(line, vector->clients);
    const double calls_se = number_member(line, "calls_se");
    vector->means = {{"calls_mean", number_member(line, "calls_mean"), calls_se},
                     {"time_mean", number_member(line, "time_mean"), number_member(line, "time_se")}};
    if (optional_member(line, "failures_mean")) { // as many as there are calls beside the successes
        vector->means.push_back({"failures_mean", number_member(line, "failures_mean"), calls_se});
    }
    ConformanceCase result;
    result.weight = vector->means.front().mean * 3.0 * kRunsPerReplication * replications(options);
    result.replay = [vector, options] { return replay(*vector, options); };
    return result;
}

} // namespace halfopen::vectors
