// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_chain.h"

#include "engine/files/conformance_estimate.h"
#include "engine/files/conformance_family.h"
#include "engine/policy/retry.h"
#include "engine/world/operation.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <memory>

// Chains of stages whose attempts are independent, as scenarios: a service a stage, which fails with `network` after
// its latency; a policy a stage, which retries it. Requests do not meet, so a batch of them is one replication.
namespace halfopen::vectors {

namespace {

struct StageExpectation {
    std::map<std::string, double> figures;
};

struct ChainVector {
    std::string id;
    std::vector<ChainStage> stages;
    bool paid_on_success = false;
    std::map<std::string, double> expected;
    std::vector<StageExpectation> stage_expected;
};

double share(double p) { return p * (1.0 - p); }

/// Judges the figures of all replications of one chain.
class ChainJudge {
public:
    ChainJudge(const ChainVector &vector, const std::vector<ChainFold> &folds) : vector_(vector), folds_(folds) {}

    ConformanceFigure figure(const std::string &name, double expected) const {
        const ChainStage &first = vector_.stages.front();
        const double fails = 1.0 - first.p_success;
        const auto per_request = [&](double ChainFold::*over, double least, double chance) {
            return sample([over](const ChainFold &f) { return f.*over; }, requests)
                .judge(name, expected, variance_of_rare(expected - least, chance));
        };
        if (name == "expected_attempts") return per_request(&ChainFold::attempts, 1.0, fails);
        if (name == "expected_cost") return per_request(&ChainFold::cost, first.cost, fails);
        if (name == "expected_backoff") return per_request(&ChainFold::waited_s, 0.0, fails);
        if (name == "expected_latency") return per_request(&ChainFold::latency_s, first.latency_s, fails);
        if (name == "p_success") {
            return sample([](const ChainFold &f) { return f.served; }, requests).judge(name, expected, share(expected));
        }
        throw Unusable{fmt::format("unknown figure \"{}\"", name)};
    }

    ConformanceFigure figure(std::size_t stage, const std::string &name, double expected) const {
        const std::string title = fmt::format("stage {}: {}", stage + 1, name);
        const double fails = 1.0 - vector_.stages[stage].p_success;
        const auto of = [stage](double ChainFold::Stage::*member) {
            return [stage, member](const ChainFold &f) { return f.stages[stage].*member; };
        };
        const auto reached = of(&ChainFold::Stage::reached);
        using S = ChainFold::Stage;
        if (name == "p_reached") return sample(reached, requests).judge(title, expected, share(expected));
        if (name == "p_served_here") return sample(of(&S::served), requests).judge(title, expected, share(expected));
        RatioSample given;
        double variance = 0.0;
        if (name == "expected_attempts_given_reached") {
            given = sample(of(&S::attempts), reached);
            variance = variance_of_rare(expected - 1.0, fails);
        } else if (name == "p_success_given_reached") {
            given = sample(of(&S::served), reached);
            variance = share(expected);
        } else if (name == "expected_backoff_given_reached") {
            given = sample(of(&S::waited_s), reached);
            variance = variance_of_rare(expected, fails);
        } else {
            throw Unusable{fmt::format("unknown figure \"{}\"", name)};
        }
        constexpr double kReachedLeast = 30;
        if (given.under() < kReachedLeast)
            return not_run(title, expected, "the stage is reached too rarely at this effort");
        return given.judge(title, expected, variance);
    }

private:
    static double requests(const ChainFold &f) { return f.requests; }
    template <class Over, class Under>
    RatioSample sample(Over over, Under under) const {
        RatioSample sample;
        for (const ChainFold &fold : folds_)
            sample.add(over(fold), under(fold));
        return sample;
    }

    const ChainVector &vector_;
    const std::vector<ChainFold> &folds_;
};

std::vector<ConformanceFigure> judge(const ChainVector &vector, const std::vector<ChainFold> &folds) {
    const ChainJudge judge(vector, folds);
    std::vector<ConformanceFigure> figures;
    for (const auto &[name, expected] : vector.expected)
        figures.push_back(judge.figure(name, expected));
    for (std::size_t i = 0; i < vector.stage_expected.size(); ++i) {
        for (const auto &[name, expected] : vector.stage_expected[i].figures) {
            figures.push_back(judge.figure(i, name, expected));
        }
    }
    return figures;
}

double within(const Json &object, const char *key, double least, double most) {
    const double value = number_member(object, key);
    if (!(value >= least && value <= most)) throw Unusable{fmt::format("{} is out of range", key)};
    return value;
}

int attempts_of(const Json &object) {
    const std::int64_t attempts = whole_member(object, "max_attempts");
    if (attempts < 1 || attempts > kAttemptsMax) throw Unusable{"max_attempts is out of range"};
    return static_cast<int>(attempts);
}

ChainStage stage_of(const Json &object) {
    ChainStage stage;
    stage.p_success = within(object, "p_success", 0.0, 1.0);
    stage.attempts_max = attempts_of(object);
    stage.cost = within(object, "cost_per_attempt", 0.0, 1e4);
    stage.latency_s = within(object, "attempt_latency_s", 0.0, 1e6);
    const char *key = "backoff_before_attempt_2_to_n_s";
    const std::vector<double> waits = numbers(list_member(object, key), key);
    if (waits.size() + 1 != static_cast<std::size_t>(stage.attempts_max)) {
        throw Unusable{fmt::format("{} does not fit max_attempts", key)};
    }
    stage.backoff = backoff_of_list(waits);
    return stage;
}

void read_stages(const Json &line, ChainVector &vector) {
    const std::string mode = text_member(line, "cost_mode");
    if (mode != "per_attempt" && mode != "on_success") throw Unusable{fmt::format("unknown cost_mode \"{}\"", mode)};
    vector.paid_on_success = mode == "on_success";
    for (const Json &stage : list_member(line, "stages"))
        vector.stages.push_back(stage_of(stage));
    if (vector.stages.empty() || vector.stages.size() > kLegsMax) throw Unusable{"stages is out of range"};
    const Json &expected = object_member(line, "expected");
    for (const auto &[name, value] : expected.items()) {
        if (name != "stages") vector.expected[name] = number_member(expected, name.c_str());
    }
    const Json *stages = optional_member(expected, "stages");
    if (stages == nullptr) return;
    if (!stages->is_array() || stages->size() != vector.stages.size()) throw Unusable{"expected.stages does not fit"};
    for (const Json &stage : *stages) {
        StageExpectation &figures = vector.stage_expected.emplace_back();
        for (const auto &[name, value] : stage.items())
            figures.figures[name] = number_member(stage, name.c_str());
    }
}

// ---- one retry loop under several jitters

struct LoopVector {
    std::string id;
    ChainStage stage;
    std::map<std::string, double> expected;
};

const std::map<std::string, JitterConfig> &loop_jitters() {
    static const std::map<std::string, JitterConfig> jitters = {
        {"backoff_no_jitter", {}},
        {"backoff_full_jitter", {JitterKind::full}},
        {"backoff_equal_jitter", {JitterKind::equal}},
        {"backoff_seed_tutorial_jitter", {JitterKind::additive, 0.5}},
    };
    return jitters;
}

/// The figure of the chain that a figure of the loop is.
std::string chain_figure(const std::string &name) {
    if (name == "expected_attempts" || name == "load_amplification") return "expected_attempts";
    if (name == "p_success") return name;
    if (loop_jitters().contains(name)) return "expected_backoff";
    throw Unusable{fmt::format("unknown figure \"{}\"", name)};
}

ConformanceFigure worst_case(const ChainStage &stage, double expected) {
    ConformanceFigure figure{"worst_case_no_jitter", expected, 0.0, 0.0, 0.0, true, {}};
    for (int k = 1; k < stage.attempts_max; ++k)
        figure.measured += seconds(backoff_base(stage.backoff, k));
    figure.passed = std::abs(figure.measured - expected) <= 1e-9 * expected;
    return figure;
}

std::vector<ConformanceFigure> judge(const LoopVector &vector, const ConformanceOptions &options) {
    std::vector<ConformanceFigure> figures;
    std::map<std::string, std::vector<ChainFold>> runs; // by jitter
    for (const auto &[name, expected] : vector.expected) {
        if (name == "worst_case_no_jitter") {
            figures.push_back(worst_case(vector.stage, expected));
            continue;
        }
        const std::string jitter = loop_jitters().contains(name) ? name : "backoff_no_jitter";
        ChainVector chain;
        chain.id = vector.id + jitter;
        chain.stages = {vector.stage};
        chain.stages.front().jitter = loop_jitters().at(jitter);
        if (!runs.contains(jitter)) runs[jitter] = run_chain({chain.id, chain.stages, false}, options);
        figures.push_back(ChainJudge(chain, runs[jitter]).figure(chain_figure(name), expected));
        figures.back().name = name;
    }
    return figures;
}

LoopVector loop_of(const Json &line) {
    LoopVector vector;
    vector.id = text_member(line, "id");
    vector.stage.p_success = 1.0 - within(line, "p_fail", 0.0, 1.0);
    vector.stage.attempts_max = attempts_of(line);
    vector.stage.backoff.base = duration_from_ns(within(line, "base", 0.0, 1e9) * 1e9 + 0.5);
    vector.stage.backoff.cap = duration_from_ns(within(line, "cap", 0.0, 1e12) * 1e9 + 0.5);
    const Json &expected = object_member(line, "expected");
    for (const auto &[name, value] : expected.items()) {
        vector.expected[name] = number_member(expected, name.c_str());
        if (name != "worst_case_no_jitter") chain_figure(name); // known?
    }
    return vector;
}

} // namespace

ConformanceCase chain_case(const Json &line, const ConformanceOptions &options) {
    ConformanceCase result;
    result.weight = 3.0 * kChainRequests * replications(options);
    if (line.contains("p_fail")) {
        const auto vector = std::make_shared<const LoopVector>(loop_of(line));
        result.weight *= 4.0;
        result.replay = [vector, options] {
            ConformanceOutcome outcome{{}, judge(*vector, options)};
            outcome.difference = first_missed(vector->id, outcome.figures);
            return outcome;
        };
        return result;
    }
    const auto vector = std::make_shared<ChainVector>();
    vector->id = text_member(line, "id");
    read_stages(line, *vector);
    judge(*vector, std::vector<ChainFold>{}); // are all figures known?
    result.replay = [vector, options] {
        const auto folds = run_chain({vector->id, vector->stages, vector->paid_on_success}, options);
        ConformanceOutcome outcome{{}, judge(*vector, folds)};
        outcome.difference = first_missed(vector->id, outcome.figures);
        return outcome;
    };
    return result;
}

} // namespace halfopen::vectors
